"""Heads: the places on a page that could open a turn, each with its signature and its words.

In: lines, which of them begin in bold, and the names that the page gives. Out: `Head`s in order. Promises: words are
read once, however often they recur. Decides nothing: `form.py` weighs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from scio_transcripts.language.label import LabelWords, PageNames, read_label
from scio_transcripts.lazy import re
from scio_transcripts.lexer.page.stamps import BLOT, blotted
from scio_transcripts.lexer.page.tokens import PLAIN, Form, Kind, Lines, Looks
from scio_transcripts.registry import outlets

_LONG = 60
_BLANK = " \t\xa0\u3000" + BLOT
LONGEST_BARE = 60
"""Characters of a label that nothing sets off from the speech below it."""
_LONGEST_BOLD = 120
_MOST_BLANK_WORDS = 5
_MAY_END_A_LABEL = ")）+》"
_NAMING = frozenset(
    "roster anonymous role-word outlet outlet-within asker described titled office family person".split()
)
AGAINST = frozenset("prose introduces-list headline salutation field ordinal long sentence".split())
_LETTER = re.compile(
    r"(?P<who>[QA问問答]\.?(?: ?[(（][^()（）]{2,40}[)）](?=[ \xa0]\S))?)[ \xa0\u3000\t]{1,8}"
    r"(?=[A-Z“\"‘'(\[\u3400-\u9fff0-9\u2014-])"
)
_LETTERS = frozenset("QA问問答")
_NO_LABEL = re.compile(r"^[^(（]*[)）]|\d[:：]\d|\d{4}|[|｜>]")
"""In no name that stands alone: half a bracket, a clock time, a year, a bar."""
_BEFORE_WIDE_BLANK = re.compile(r"(?P<who>[A-Z][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20}){0,4})(?:[ \xa0]{3,}|\t)\s*(?=\S)")
_WIDE_BLANKS = ("   ", "\xa0", "\t")
"""One of these is in each such blank."""
_SENTENCE_ENDS = (".", "!", "?", "”", '"', "…", ":", "。", "！", "？", "：", "’", "）", ")")


class Signature(NamedTuple):
    """How a head is set off, whatever stamps, numbers, bullets or bold type stand beside it."""

    inner: bool
    """Inside a printed line."""
    set_off: str
    """`bracketed`, `markdown`, or nothing."""
    mark: str
    """`colon`, `end` of the line, `bold` type, or a `blank`."""
    own: bool
    """Whether the line ends with it, and the speech begins below."""


class Head(NamedTuple):
    """One place that could open a turn."""

    line: int
    looks: Looks
    signature: Signature
    words: LabelWords
    bold: bool

    @property
    def names(self) -> bool:
        """Whether its words alone name somebody, or somebody's part."""
        return not _NAMING.isdisjoint(self.words.clues)

    @property
    def refused(self) -> bool:
        """Whether its words alone say that nobody speaks."""
        return not AGAINST.isdisjoint(self.words.clues)


class Reader:
    """Reads the words of heads, each once. `names`: whom the page names elsewhere; `before`: who read without them."""

    def __init__(self, names: PageNames, before: Reader | None = None) -> None:
        self._names = names
        self._read: dict[str, LabelWords] = {}
        self._before = before._read if before is not None else {}

    def read(self, printed: str) -> LabelWords:
        """The words taken apart."""
        found = self._read.get(printed)
        if found is None:
            found = self._before.get(printed)
            if found is None or self._names.may_name(printed):
                found = read_label(printed, self._names)
            self._read[printed] = found
        return found


def heads_of(lines: Lines, bold: Mapping[int, int], reader: Reader) -> list[Head]:
    """Every head of a page, in order: those with a mark, those in bold, and names alone above speech."""
    return list(each_head(lines, bold, reader, 0, len(lines)))


def each_head(lines: Lines, bold: Mapping[int, int], reader: Reader, first: int, last: int) -> Iterator[Head]:
    """The heads from line `first` up to, not including, `last`: words are read only of those that are asked for."""
    places = {*lines.marked_in(first, last), *_lettered(lines, first, last)}
    places.update(index for index in bold if first <= index < last)
    for index in sorted(places):
        if head := _head_at(lines, index, bold, reader):
            yield head


def _head_at(lines: Lines, index: int, bold: Mapping[int, int], reader: Reader) -> Head | None:
    looks = lines.marked.get(index, PLAIN)
    if looks.kind is Kind.LABEL:
        return _head(lines, index, looks, reader, "colon", bold)
    if (
        looks is not PLAIN
        and looks.kind is Kind.TEXT
        and index not in bold
        and not _LETTER.match(lines.texts[index])
        and (head := _bare(lines, index, looks, reader))
    ):
        return head
    if head := _letter(lines, index, reader):
        return head
    if index in bold and (looks_in_bold := _in_bold(lines, index, bold)):
        return _head(lines, index, looks_in_bold, reader, "bold", bold)
    return None


def _lettered(lines: Lines, first: int, last: int) -> list[int]:
    """The lines that may begin with a letter, or a short name, and a blank."""
    whole = lines.whole
    texts = enumerate(lines.texts[first:last], first)
    if any(blank in whole for blank in _WIDE_BLANKS):
        return [index for index, text in texts if _LETTER.match(text) or _BEFORE_WIDE_BLANK.match(text)]
    return [index for index, text in texts if text[0] in _LETTERS and _LETTER.match(text)]


def blank_heads(lines: Lines, reader: Reader) -> list[Head]:
    """Heads that only a blank sets off: `Q What is new?`, `Lin Dahai We have met.`"""
    found = []
    for index in range(len(lines)):
        if lines.kind(index) is not Kind.TEXT:
            continue
        for words in _beginnings(lines.texts[index]):
            label = reader.read(words)
            if not {"roster", "outlet", "named-above"}.isdisjoint(label.clues):
                rest = lines.texts[index][len(words) :]
                speech = len(lines.texts[index]) - len(rest.lstrip())
                looks = Looks(Kind.LABEL, words, 0, len(words), speech, Form.INLINE)
                found.append(
                    Head(index, looks, Signature(inner=False, set_off="", mark="blank", own=False), label, False)
                )
                break
    return found


def _beginnings(text: str) -> Iterator[str]:
    """What may be the label at the beginning of a line, the longest first."""
    parts = text[:120].split(" ")
    for count in range(min(_MOST_BLANK_WORDS, len(parts) - 1), 0, -1):
        words = " ".join(parts[:count])
        if words and words[0].isupper() and words[-1].isalnum() and parts[count][:1].isupper():
            yield words


def _letter(lines: Lines, index: int, reader: Reader) -> Head | None:
    """`Q What is new?`, `CL      Hello.`: a letter that asks or answers, or a short name and a wide blank."""
    text = lines.texts[index]
    found = _LETTER.match(text) or _BEFORE_WIDE_BLANK.match(text)
    if found is None or lines.kind(index) not in (Kind.TEXT, Kind.LABEL):
        return None
    looks = Looks(Kind.LABEL, found["who"], 0, found.end("who"), found.end(), Form.INLINE)
    return Head(
        index, looks, Signature(inner=False, set_off="", mark="blank", own=False), reader.read(found["who"]), False
    )


def _head(lines: Lines, index: int, looks: Looks, reader: Reader, mark: str, bold: Mapping[int, int]) -> Head:
    set_off = looks.form.value if looks.form in (Form.BRACKETED, Form.MARKDOWN) else ""
    signature = Signature(index in lines.glued, set_off, mark, looks.speech < 0)
    return Head(index, looks, signature, reader.read(looks.label), index in bold)


def _bare(lines: Lines, index: int, looks: Looks, reader: Reader) -> Head | None:
    """A name alone on its line, with nothing that sets it off: `香港商报记者` above a question."""
    plain = blotted(lines.texts[index])
    words = plain.strip(_BLANK)
    if (
        not 0 < len(words) <= LONGEST_BARE
        or _NO_LABEL.search(words)
        or not (words[-1].isalnum() or words[-1] in _MAY_END_A_LABEL)
        or index in lines.glued
    ):
        return None
    label = reader.read(words)
    if _NAMING.isdisjoint(label.clues) or not AGAINST.isdisjoint(label.clues):
        return None
    begin = plain.index(words)
    bare = Looks(Kind.LABEL, words, begin, begin + len(words), -1, Form.OWN_LINE)
    return Head(index, bare, Signature(inner=False, set_off="", mark="end", own=True), label, False)


def _in_bold(lines: Lines, index: int, bold: Mapping[int, int]) -> Looks | None:
    """The looks of a line as a label that its bold type alone sets off."""
    text, looks = lines.texts[index], lines.marked.get(index, PLAIN)
    if looks.kind is not Kind.TEXT or bold[index] > len(text):
        return None
    plain = blotted(text, bold[index])
    first = len(text) - len(plain[looks.tag_end :].lstrip(_BLANK))
    words = plain[first : bold[index]].rstrip(_BLANK)
    if not words or len(words) > _LONGEST_BOLD or not (words[-1].isalnum() or words[-1] in _MAY_END_A_LABEL):
        return None
    rest = text[bold[index] :].lstrip()
    if rest and not rest.endswith(_SENTENCE_ENDS) and len(rest) < _LONG:
        return None  # a post after a name in bold
    speech = len(text) - len(rest) if rest else -1
    form = Form.INLINE if rest else Form.OWN_LINE
    return Looks(Kind.LABEL, words, first, first + len(words), speech, form, looks.tag_end)


_ = outlets
