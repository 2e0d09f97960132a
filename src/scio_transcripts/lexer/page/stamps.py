"""Time-stamps of live records, and the signs that pages put before a head: read, and then ignored.

In: a line. Out: the same line with its stamps blotted out, character for character, so that every offset holds; and
where the words begin behind bullets, bars, dashes and blots. Promises: linear time. Knows no label.
"""

from __future__ import annotations

from scio_transcripts.language.dates.forms import CLOCK, FULL_DATE, SPACE
from scio_transcripts.lazy import re
from scio_transcripts.lexer.page.patterns import BLANKS

BLOT = "\x00"
"""What stands for each character of a stamp."""
_STAMP = re.compile(
    rf"[\[(（【〔<]{SPACE}?(?:{FULL_DATE}[,，]?{SPACE}{{0,2}})?{CLOCK}(?:[,，]?{SPACE}{{1,2}}{FULL_DATE})?{SPACE}?[\])）】〕>]"
    rf"|(?<![\d:：/.-]){FULL_DATE}[,，]?{SPACE}{{1,2}}{CLOCK}(?![\d:：])"
    rf"|(?<=[^\W\d][:：]){SPACE}?{CLOCK}(?![\d:：])(?=[ \xa0\u3000]|$)"
    rf"|(?<![\w:：/.-])\d{{1,2}}[:：]\d{{2}}[:：]\d{{2}}(?![\d:：])(?:[,，]?{SPACE}{{1,2}}{FULL_DATE})?"
    # `…说明。15:30林大海：`: inside a line, between the end of a sentence and a head.
    rf"|(?<=[。？！?!…”」.]){SPACE}{{0,3}}{CLOCK}(?=[\[【《\u3400-\u9fff][^。？！?!，,:：\n]{{1,45}}[:：\]】])"
)
_TRAILING = re.compile(
    rf"[ \xa0\u3000]{{0,4}}(?P<stamp>[\[(（【]{SPACE}?(?:{FULL_DATE}[,，]?{SPACE}{{0,2}})?{CLOCK}{SPACE}?[\])）】])$"
)
_LONGEST = 40
_HAS_CLOCK = re.compile(r"\d[:：]\d\d")
BULLETS = "·•●▪■◆▲△▶★☆◇□◎○※"
_BARS = "|｜¦>＞»"
# `10:05 Lin Dahai:`: a clock time that stands alone is a stamp only at the beginning of a line, or behind its bullet.
_BARE_CLOCK = re.compile(rf"[ \xa0\u3000{BULLETS}{_BARS}]{{0,4}}{CLOCK}(?![\d:：])(?=[ \xa0\u3000|\-–—\w\[【（(《]|$)")
_BEFORE_WORDS = re.compile(rf"(?:[{BLANKS}{BLOT}{BULLETS}{_BARS}]|[-–—] |-\xa0)*+")


def blotted(line: str, last: int | None = None) -> str:
    """The line with every time-stamp blotted out; `last` is the number of characters that are looked at.

    >>> blotted("[10:05] Lin Dahai (10:06): We met at 10:30.").replace(BLOT, "#")
    '####### Lin Dahai #######: We met at 10:30.'
    """
    end = len(line) if last is None else min(last, len(line))
    if not _HAS_CLOCK.search(line, 0, end):
        return line
    if bare := _BARE_CLOCK.match(line):
        line = BLOT * bare.end() + line[bare.end() :]
    return _STAMP.sub(lambda found: BLOT * len(found[0]), line[:end]) + line[end:]


def is_stamp(line: str) -> bool:
    """Whether a line is a clock time and nothing else: that of a head below it.

    >>> is_stamp("[10:05]"), is_stamp("10:05 in Harbour")
    (True, False)
    """
    return len(line) <= _LONGEST and bool(line) and not blotted(line).strip(BLOT + BLANKS)


def words_begin(line: str) -> int:
    """Where the words begin behind blanks, blots, bullets, bars and dashes.

    >>> words_begin("· - Lin Dahai: Hello."), words_begin("Lin Dahai: Hello.")
    (4, 0)
    """
    found = _BEFORE_WORDS.match(line)
    return found.end() if found else 0


def trailing_stamp(line: str) -> int:
    """Where a stamp in brackets begins with which a line of speech ends; -1 without one.

    >>> trailing_stamp("We met. [ 2019-09-28 14:40 ]"), trailing_stamp("We met at 14:40.")
    (8, -1)
    """
    if line[-1:] not in "])）】":
        return -1
    found = _TRAILING.search(line, max(0, len(line) - 60))
    return found.start("stamp") if found and found.start("stamp") else -1
