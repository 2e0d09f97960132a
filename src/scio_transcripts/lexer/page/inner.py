"""Heads inside a line: pages that a copy has put on one line, or that begin a speech behind the last one.

In: a printed line. Out: where in it pieces begin that may open a turn. Promises: joined, the pieces are the line. A cut
is an offer, not a decision: a piece that turns out to be no head goes back to the words before it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from scio_transcripts.language import label_rows
from scio_transcripts.language.dates.forms import CLOCK, FULL_DATE, SPACE
from scio_transcripts.language.label import is_anonymous, read_label
from scio_transcripts.language.signs import caseless
from scio_transcripts.lazy import re
from scio_transcripts.lexer.page.glued_heads import cut_at_dates
from scio_transcripts.lexer.page.patterns import COLONS, TRANSCRIPT_BEGINS_HAN
from scio_transcripts.lexer.page.stamps import BLOT, BULLETS, blotted, trailing_stamp
from scio_transcripts.registry import outlets
from scio_transcripts.registry.names import SMALL_WORDS, honorifics, is_person

_SHORTEST = 24
"""Shorter lines hold no two turns."""
_REACH = 90
"""Characters before a colon in which its head begins."""
_MOST_WORDS = 8
_HAN = "\u3400-\u9fff\uf900-\ufaff"
_COLON = re.compile(rf"[{COLONS}](?!//|\s{{0,3}}\d{{1,9}}\s*$)")
"""No address has one, and a number alone behind it is a field's."""
_CRAWLED = re.compile(r"\s{0,4}date \d{4}-\d{2}(?:-\d{2})? (?=\S)")
"""What some crawlers put before the first line: the day, or the month, on which the page was put up."""
_SUMMARY = re.compile(
    r"\W{0,3}(?:(?:[内內]容|本文)?(?:概要|摘要|提要|[导導][读讀语語]|[简簡]介)|Summary|Abstract)[ \xa0]?[:：]"
)
"""A summary repeats words of the page, and labels with them."""
_LONGEST_SUMMARY = 600
_FEW_LINES = 3
"""Lines of a page that a copy has put on one."""
_GLUED = 300
"""Longer lines may be whole pages."""
_DATED = re.compile(r"(?:\d{4}|\d日|[)）\]】])[ \xa0\u3000]{1,4}(?=[^\W_a-z])")
_ASIDE = re.compile(
    rf"(?:{FULL_DATE}(?:[,，]?{SPACE}{{0,2}}{CLOCK})?|(?:摄|攝)[)）]?|[实實][录錄])[ \xa0\u3000]{{1,4}}(?=[^\W_a-z]|《)"
)
_IN_ASIDES = re.compile("[\\d摄攝录錄]")
"""A printed day, a photographer and the name of the record are no part of the label behind them."""
_ENDS = "。？！?!；…"
"""Signs that end a sentence wherever they stand."""
_BOUNDARY = re.compile(
    rf"(?:[{_ENDS}][”\"’'）)」』\]】]{{0,2}}|[.?!][”\"’')\]]{{0,2}}(?=[ \xa0\u3000{BLOT}])"
    rf"|[”」』:：](?=[ \xa0\u3000])"
    rf"|[|｜\t{BLOT}]|(?<=[ \xa0\u3000{BLOT}])[{BULLETS}])[ \xa0\u3000\t|｜{BULLETS}{BLOT}\-–—]{{0,40}}"
)
_SIGNS = "|｜\t" + BULLETS + BLOT
"""Boundaries at which no sentence ends."""
_BEFORE_SIGNS = _ENDS + COLONS + ".\"”’')）」』]】 \xa0\u3000"
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")
_NUMBERED = re.compile(r"(?:^|\s)\d{1,3}\.$")
_WHOLE = frozenset({"described", "titled", "outlet"})
"""Clues of words that are a label from the beginning of the line: nothing stands before it."""
_SHORTENED = frozenset("st no nos vs sr jr etc inc ltd co corp dept u s k".split())
_SHAPE_HAN = re.compile(rf"(?:\d{{1,3}}[.、．)] ?)?[《]?[A-Za-z0-9{_HAN}·•‧・．《》、/ \u3000（）()-]{{1,45}}")
_BRACKETED = re.compile(
    rf"(?<=[。？！?!…”」.|{COLONS}])[ \xa0\u3000|]{{0,4}}"
    rf"(?=【[^【】\n]{{2,40}}】|[\[［][^\[\]［］\n]{{2,40}}[\]］][ ]?[{COLONS}])"
)
_BEHIND_STAMP = re.compile(
    rf"(?<=[{_ENDS}.”」])[ \xa0\u3000]{{0,4}}(?P<stamp>{BLOT}{{4,40}})[ \xa0\u3000]{{1,4}}(?=[【\[［]\w)"
)
"""A stamp with which a speech ends, a blank, and a head in brackets; a stamp before a head begins its line."""
_BRACKETED_IN_PAGE = re.compile(
    rf"(?<=[\w)）\]】])[ \xa0\u3000]{{1,4}}(?=【[^【】\n]{{2,40}}】|[\[［][^\[\]［］\n]{{2,40}}[\]］][ ]?[{COLONS}])"
)
"""Where a whole page stands on a line, no sentence need end above its first label."""
# `... That is all. Q    When? MR. WELLS: ...`: no sentence begins with this letter and a blank.
_QUESTION = re.compile(r"(?<=[.?!…)”\"])[ \xa0]{1,4}(?=Q[ \xa0]{1,8}[A-Z“\"‘(—])")
_OPENS_BRACKET = "【[［"
_BEFORE_ITS_STAMP = (*COLONS, "]", "］", "】")
"""How a head ends whose own stamp stands behind it."""


def cut_at_heads(text: str) -> tuple[list[str], Collection[int]]:
    """The lines with their ends, some of them in pieces; and the numbers of the pieces that are not the first.

    >>> long = "Much was done. " * 3
    >>> pieces, glued = cut_at_heads(f"{long}Reuters: When? Lin Dahai: Soon.")
    >>> pieces[1:], sorted(glued)
    (['Reuters: When? ', 'Lin Dahai: Soon.'], [1, 2])
    """
    # splitlines() cuts at every line end that Unicode knows; with the ends kept, offsets stay true.
    lines = text.splitlines(keepends=True)
    _cut_crawled(lines)
    # Whatever cuts a line holds one of these: a stamp has a colon, too.
    signs = [sign for sign in COLONS + _OPENS_BRACKET if sign in text]
    may_cut = {i for sign in signs for i, line in enumerate(lines) if sign in line and len(line) >= _SHORTEST}
    cut = {index: cuts for index in may_cut if (cuts := _cuts(lines[index]))}
    _cut_head(lines, cut)
    if not cut:
        return lines, ()
    pieces: list[str] = []
    glued: set[int] = set()
    done = 0
    for index in sorted(cut):
        pieces += lines[done:index]
        line, cuts = lines[index], cut[index]
        glued.update(range(len(pieces) + 1, len(pieces) + 1 + len(cuts)))
        pieces += [line[begin:end] for begin, end in pairwise([0, *cuts, len(line)])]
        done = index + 1
    return pieces + lines[done:], glued


def _cut_crawled(lines: list[str]) -> None:
    if lines and (crawled := _CRAWLED.match(lines[0])):
        lines[:1] = [lines[0][: crawled.end()], lines[0][crawled.end() :]]


def _cut_head(lines: Sequence[str], cut: dict[int, list[int]]) -> None:
    """Cut the head, too, of a page that stands on a line or two."""
    if len(lines) > _FEW_LINES:
        return
    long = (index for index, line in enumerate(lines) if len(line) > _GLUED)
    first = min(cut) if cut else next(long, -1)
    if first >= 0:
        own = cut.get(first, [])
        if cuts := sorted({*cut_at_dates(lines[first], own[0] if own else 0), *own} - {0}):
            cut[first] = cuts


def _cuts(line: str) -> list[int]:
    if len(line) <= _LONGEST_SUMMARY and _SUMMARY.match(line):
        return []
    found = {*_at_colons(line), *(cut.end() for cut in _QUESTION.finditer(line))}
    if any(sign in line for sign in _OPENS_BRACKET):
        found.update(_at_brackets(line))
    stamp = trailing_stamp(line.rstrip())
    if stamp > 0 and not line[:stamp].rstrip().endswith(_BEFORE_ITS_STAMP):
        found.add(stamp)
    first = len(line) - len(line.lstrip())
    return sorted(cut for cut in found if cut > first)


def _at_brackets(line: str) -> Iterator[int]:
    for cut in _BRACKETED.finditer(line):
        if _ends_line(line[max(0, cut.start() - _REACH) : cut.start()]):
            yield cut.end()
    plain = blotted(line)
    if not plain.lstrip().startswith(BLOT):
        for cut in _BEHIND_STAMP.finditer(plain):
            yield from (cut.start("stamp"), cut.end())
    if len(line) > _GLUED:
        yield from (cut.end() for cut in _BRACKETED_IN_PAGE.finditer(line))


def _at_colons(line: str) -> Iterator[int]:
    plain = blotted(line)
    last = titled = 0
    for colon in _COLON.finditer(plain, 2):
        place = colon.start()
        if plain[place - 1].isdigit() and plain[place + 1 : place + 2].isdigit():
            continue
        first = max(last, place - _REACH)
        cut = _head_before(plain, first, place)
        # Behind a colon at the end nothing is said: `... and the mayor, Mr. Lin Dahai:` leads to the record.
        if not cut and not titled and len(line) > _GLUED and plain[place + 1 :].strip():
            cut = titled = _behind_title(plain, first, place)
        if cut > last:
            yield cut
            last = cut


def _head_before(plain: str, first: int, colon: int) -> int:
    """Where the head begins that ends at a colon; 0 where nothing before it has the shape of one."""
    window = plain[first:colon].rstrip(BLOT)  # a stamp behind a head
    if _ends_in_prose(window):
        return 0
    behind_aside = _behind_aside(window)
    boundaries = list(_BOUNDARY.finditer(window))
    for index in range(len(boundaries) - 1, -1, -1):
        boundary = boundaries[index]
        if window[boundary.start()] == "." and _ends_no_sentence(window, boundary.start() + 1, begins=not first):
            continue
        if behind_aside >= boundary.end():
            break
        if window[boundary.start()] in COLONS and not _leads_to_text(window[: boundary.start()]):
            return 0
        words = window[boundary.end() :].strip().removeprefix("**")
        # `Harbour News | Updated: ...` is one line of the page.
        is_field = window[boundary.start()] in _SIGNS and label_rows.FIELD.found_in(words)
        if _may_open(words, is_field=is_field):
            # A stamp before a head belongs to it.
            signs = boundary[0]
            keep = len(signs) - len(signs.lstrip(_BEFORE_SIGNS))
            return first + boundary.start() + keep
        return 0
    return first + behind_aside if behind_aside else 0


def _may_open(words: str, *, is_field: bool) -> bool:
    return bool(words) and not is_field and is_head_shaped(words)


def _behind_aside(window: str) -> int:
    """Where the head begins behind the last day, credit or name of the record; 0 where there is none."""
    if _IN_ASIDES.search(window) is None:
        return 0
    place = max((found.end() for found in _ASIDE.finditer(window)), default=0)
    words = window[place:].strip() if place else ""
    asker = words.rpartition(" ")[2]
    if asker != words and is_anonymous(asker):
        return window.rindex(asker)
    return place if words and is_head_shaped(words) and not label_rows.FIELD.found_in(words) else 0


def _behind_title(plain: str, first: int, colon: int) -> int:
    """Where the first label of a page begins whose lines stand on one: behind a date, a bracket or a title."""
    window = plain[first:colon]
    dated = [found.end() for found in _DATED.finditer(window)]
    if dated and (words := window[dated[-1] :].strip()) and is_head_shaped(words):
        return first + dated[-1]
    if not first and _WHOLE.intersection(read_label(window.strip()).clues):
        return 0
    parts = window.split(" ")
    for count in range(_MOST_WORDS - 1, 0, -1):
        words = " ".join(parts[-count:])
        if len(parts) > count and _names_speaker(words):
            return first + len(window) - len(words)
    return 0


def _names_speaker(words: str) -> bool:
    if outlets.find(words) or is_person(words) or is_anonymous(words):
        return True
    # `Chairperson: Ms. Ruan Boqing, mayor` is a heading of a roster.
    return caseless(words) > 0 and label_rows.PART.found_in(words)


def _ends_in_prose(window: str) -> bool:
    """Whether the last word is one that no label in Latin letters ends with: it stands before most colons."""
    word = window[window.rfind(" ") + 1 :]
    return word.isalpha() and word[0].islower() and word not in SMALL_WORDS


def _ends_line(before: str) -> bool:
    """Whether a head in brackets may begin behind words: no field's name stands there."""
    return before[-1:] not in COLONS or _leads_to_text(re.split(f"[{_ENDS}.]", before[:-1])[-1])


def _leads_to_text(before: str) -> bool:
    """Whether words before a colon say that the record follows: `文字实录如下： 林大海：`"""
    words = before.strip()
    return label_rows.INTRODUCES.found_in(words) or TRANSCRIPT_BEGINS_HAN.search(f"{words}：") is not None


def _ends_no_sentence(window: str, end: int, *, begins: bool) -> bool:
    """Whether a stop stands inside a name: behind a title, or in a line of nothing but a name's words."""
    return _is_abbreviated(window[:end]) or (begins and is_head_shaped(window.strip()))


def _is_abbreviated(before: str) -> bool:
    """Whether a stop ends no sentence, but a title or an initial: `MR. Lin`, `J. Lin`."""
    found = _LAST_WORD.search(before)
    if found is None:
        return _NUMBERED.search(before) is not None
    word = found[1].lower()
    return len(word) == 1 or word in _SHORTENED or word in honorifics()


def is_head_shaped(words: str) -> bool:
    """Whether words may be a label by their shape: short, without a sentence's signs and its small words.

    >>> is_head_shaped("Lin Dahai"), is_head_shaped("we have done three things"), is_head_shaped("渡口局局长 林大海")
    (True, False, True)
    """
    if words[0] >= "\u2e80" or words[-1] >= "\u2e80":
        return _SHAPE_HAN.fullmatch(words) is not None
    parts = words.split()
    if len(parts) > _MOST_WORDS or not (words[0].isupper() or words[0].isdigit()):
        return False
    return all(not part[0].islower() or part in SMALL_WORDS for part in parts)
