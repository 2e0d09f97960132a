"""The words and figures that count the parts of a question.

In: the words of one question. Out: the marks with which its parts begin. Promises: marks that do not run 1, 2, 3 give
none, nor do those of a list that asks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scio_transcripts.language.signs import has_question_mark
from scio_transcripts.lazy import re

_MOST_PARTS = 12
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
HAN = "一二三四五六七八九"
_ORDINAL = "|".join(_ORDINALS)
_NEXT = 0
"""Number of a part that is only called the next one: `Finally`, `My other question`."""

_NUMBERS = {word: number for words in (COUNTS, _ORDINALS) for number, word in enumerate(words, 1)}
_COUNTING = (*_ORDINALS, *COUNTS[:5], "finally", "lastly")
"""Words that may count a part."""
_COUNTING_ON = (*_COUNTING, "other", "another", "next", "last", "final")
"""These, and those that may do so where the number of parts is announced."""
_SECONDS = ("second", "two", "question two", "question 2", "other", "next", "last", "final")
# "My second question is ..." / "The first: ..." / "Second question: ..." / "Another question: ..."
_NAMED = re.compile(
    rf"(?P<word>{_ORDINAL}|other|another|next|last|final)"
    r"(?: (?P<thing>one|question|part|point)\b|(?= is\b| concerns\b)|[,:：])"
)
# "Question two: ..." / "Question 2: ..."
_COUNTED = re.compile(rf"question (?:number )?(?P<word>(?:[1-9]|{'|'.join(COUNTS)})\b)")
# "First, ..." / "Secondly, ..." / "Second is ..." / "Third, ..." / "Finally, ..."
_LISTED = re.compile(
    rf"(?:(?P<word>{_ORDINAL})(?:ly| of all)?|(?P<one>{'|'.join(COUNTS[:5])})|finally|lastly)"
    r"(?:[ \xa0]?[,:：]| (?=(?:is|are|how|what|why|when|where|who|which|could|can|will|would|do|does|did|may)\b))"
)
_OWNING = ("my ", "the ", "our ")
_JOINING = ("and ", "then ", "so ", "now ")
# "1. ..." at a line's or a sentence's beginning / "(2) ..." / "③"
_NUMBERED = re.compile(
    r"(?:(?<!\S)(?P<number>[1-9]|1[0-2])[ \xa0]?[.)、．）](?![\d])|[(（](?P<bracket>[1-9]|1[0-2])[)）]|(?P<ring>[①-⑨]))"
)
_SECOND_FIGURES = ("2.", "2)", "2）", "2、", "2．", "2 .", "2 )", "②")
_LISTED_ZH = re.compile(
    rf"(?:(?:我的|我|另外|还有|那么)?第(?P<han>[{HAN}])(?:个(?:小)?问题|个|点|问)?(?=[，,、：:是]|想)"
    rf"|(?P<is>[{HAN}])是|其(?P<its>[{HAN}])[，,]"
    r"|(?P<start>首先)|(?P<then>其次|再次|最后))"
)
_ASKS = re.compile(
    r"[?？]|\b(?:could you|can you|would you|may i|i(?:['’]d| would) like to (?:ask|know)|please|i wonder|tell us)\b"
    r"|吗|什么|如何|怎|哪|是否|请问|呢",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!:：。！]\s*|\n")


class Mark(NamedTuple):
    """Words that begin a part."""

    position: int
    number: int
    named: bool
    """They call it a question."""


def numbered(said: str, lower: str, announced: int, after: int) -> list[Mark]:
    """Where each numbered part begins; none, where the numbering does not hold. `lower`: the words in lower case."""
    for family in _families(said, lower, announced):
        run = _run(family, said, after)
        if 1 < len(run) <= _MOST_PARTS and _are_questions(run, said, announced):
            return run
    return []


def _families(said: str, lower: str, announced: int) -> Iterator[Sequence[Mark]]:
    """The marks of one kind, in order; the likeliest kind first. A kind that cannot count to two is left out."""
    words = _in_words(lower, announced)
    if words:
        yield words
        yield [mark for mark in words if mark.named]
    if "2" in said or "②" in said:
        yield list(_figures(said))
    if not said.isascii():
        yield list(_listed_zh(said))


def _run(marks: Sequence[Mark], said: str, after: int) -> list[Mark]:
    """The marks, if they count 1, 2, 3. A first part may go without: what stands before the second is the first."""
    run: list[Mark] = []
    for mark in marks:
        if not run and mark.named and mark.number == 2:
            begin = after_sentence(said, after) if after and after < mark.position else 0
            if not has_question_mark(said[begin : mark.position]):
                return []
            run.append(Mark(begin, 1, named=True))
        counts_on = mark.number == _NEXT and bool(run)
        if not counts_on and mark.number != len(run) + 1:
            return []
        run.append(mark)
    return run


def _are_questions(run: Sequence[Mark], said: str, announced: int) -> bool:
    """Whether the parts ask: they are called questions, as many are announced, or each one asks in its words."""
    if len(run) == announced:
        return True
    ends = [*(mark.position for mark in run[1:]), len(said)]
    return all(mark.named or _ASKS.search(said, mark.position, end) for mark, end in zip(run, ends, strict=True))


def _begins_clause(said: str, position: int) -> bool:
    """Whether a sentence or a clause begins here."""
    before = said[max(0, position - 6) : position].rstrip(" \xa0")
    return not before or before[-1] in '\n.?!:;,。？！：；，—–-”"(（'


def _in_words(lower: str, announced: int) -> list[Mark]:
    """The marks in words: those that name a question, and those that only count."""
    if not any(map(lower.__contains__, _SECONDS)):
        return []  # nothing counts without a second
    marks: dict[int, Mark] = {}
    for word in _COUNTING_ON if announced else _COUNTING:
        for position in _beginnings(lower, word):
            mark = _mark(lower, position, announced)
            if mark is not None:  # `fourth` begins with `four`, and is met twice
                marks[mark.position] = mark
    if "question " in lower:
        for found in _COUNTED.finditer(lower):
            if (start := _clause(lower, found.start())) >= 0:
                marks[start] = Mark(start, _number(found["word"]), named=True)
    return [marks[position] for position in sorted(marks)]


def _beginnings(lower: str, word: str) -> Iterator[int]:
    """Where words begin with a word."""
    position = lower.find(word)
    while position >= 0:
        if not position or not lower[position - 1].isalnum():
            yield position
        position = lower.find(word, position + len(word))


def _mark(lower: str, position: int, announced: int) -> Mark | None:
    """The mark that counts with the word at a place. A mark opens a clause: most words fall at that."""
    begin = _before(_OWNING, lower, position)
    start = _clause(lower, begin)
    if start < 0:
        return None
    owned = begin < position
    # `my second question`, `the first:`, `another question`
    named = _NAMED.match(lower, position)
    if named is not None and (owned or named["thing"] in ("question", "one")):
        number = _NUMBERS.get(named["word"], _NEXT)
        if number != _NEXT or announced:
            return Mark(start, number, named=True)
    # `first,`, `second, how`, `finally,`
    listed = None if owned else _LISTED.match(lower, position)
    return Mark(start, _NUMBERS.get(listed["word"] or listed["one"], _NEXT), named=False) if listed else None


def _clause(lower: str, position: int) -> int:
    """Where the clause that these words open begins, with the `and` before them; -1 if they open none."""
    if position and (lower[position - 1].isalnum() or lower[position - 1] in "-'’"):
        return -1
    start = _before(_JOINING, lower, position)
    return start if start < position or _begins_clause(lower, start) else -1


def _before(words: tuple[str, ...], lower: str, position: int) -> int:
    """Where one of some words begins that stands right before a place; without any, the place itself."""
    if lower.endswith(words, 0, position):
        for word in words:
            begin = position - len(word)
            if lower.endswith(word, 0, position) and not (begin and _in_word(lower[begin - 1])):
                return begin
    return position


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word, _NEXT)


def _figures(said: str) -> Iterator[Mark]:
    if not any(second in said for second in _SECOND_FIGURES):
        return
    for found in _NUMBERED.finditer(said):
        if found["number"] is None or _ends_above(said, found.start()):
            figure = found["number"] or found["bracket"]
            yield Mark(found.start(), int(figure) if figure else ord(found[0]) - ord("①") + 1, named=False)


def _ends_above(said: str, position: int) -> bool:
    """Whether a sentence, or a line, ends before this place."""
    before = said[max(0, position - 6) : position].rstrip(" \xa0")
    return not before or before[-1] in "\n.?!:;。？！：；"


def _listed_zh(said: str) -> Iterator[Mark]:
    for found in _LISTED_ZH.finditer(said):
        if not _begins_clause(said, found.start()):
            continue
        han = found["han"] or found["is"] or found["its"]
        number = HAN.index(han) + 1 if han else 1 if found["start"] else _NEXT
        yield Mark(found.start(), number, named="问题" in found[0])


def after_sentence(said: str, position: int) -> int:
    """The beginning of the sentence after a place."""
    found = _SENTENCE_END.search(said, position, position + 80)
    return found.end() if found else position
