"""The parts of a question: `First, ... Second, ...`, `My second question is ...`, `1. ... 2. ...`, 第一 ... 第二 ...

In: the turns that ask. Out: parts in order, each with its number and its span. Promises: parts lie inside the
question's paragraphs and never overlap; an announced number that is not found is told. Knows no answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scio_transcripts.diagnostics import Log
from scio_transcripts.exchanges.marks import COUNTS, HAN, Mark, after_sentence, numbered
from scio_transcripts.exchanges.pairing import RawExchange
from scio_transcripts.exchanges.words import Words, lowered
from scio_transcripts.language.signs import has_question_mark
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.spans import Span

LONGEST_QUESTION = 20_000
_SAYS_NUMBER = re.compile(
    r"(?:\b(?:i|we)(?:['’](?:ve|d|ll))?(?: also| just| still)?"
    r"(?: have| got|(?: would)? like to (?:ask|raise)| want to ask| will ask| ask| raise)"
    rf"(?: you| also)?|(?:^|[.!:;,\n] )(?:here are|with|so)?) ?(?P<n>{'|'.join(COUNTS[1:])}|[2-9])"
    r"(?: (?!of\b)\w+){0,2}? questions\b"
    rf"|\bquestion (?:has|comes in|is in|consists of) (?P<of>{'|'.join(COUNTS[1:])}) parts\b"
    rf"|\b(?P<fold>{'|'.join(COUNTS[1:])})-part question\b"
)
_SAYS_NUMBER_ZH = re.compile(rf"(?:有|问|問|提|请教|請教)(?:您|你)?(?P<n>[两兩{HAN[1:]}2-9])[个個]小?[问問][题題]")
_ASKED_BEFORE = re.compile(r"\b(?:answered|these|those|your)\b[^.?!]{0,20}$", re.I)
_QUESTION_END = re.compile(r"[?？][\"”’')]{0,2}")
_CLOSING = re.compile(r"\s*(?:(?:[Mm]any )?[Tt]hank(?: you|s)[^.?!\n]{0,40}[.!]?|[谢謝]{2}[^。！？\n]{0,8}[。！]?)\s*$")
_LONGEST_CLOSING = 80
_BEFORE_THANKS = 10
"""Characters of that before `hank`."""
_COUNTING = ("econd", "Two", " questions", "ther question", "uestion t", "2.", "2)", "-part", " parts")
_COUNTING_HAN = ("②", "二", "两", "兩", "其次", "2）", "2、", "2．", "问题", "問題")
_GAP = " \t\n\xa0,;，；"


@dataclass(slots=True)
class RawLink:
    """An answer that addresses a part."""

    turn: int
    span: Span
    said: Span
    """The words that say so."""


@dataclass(slots=True)
class RawPart:
    """One part of a question."""

    turn: int
    number: int
    span: Span
    links: list[RawLink] = field(default_factory=list)


def parts_of(exchange: RawExchange, turns: Sequence[RawTurn], log: Log) -> list[RawPart]:
    """The parts of each question of an exchange, numbered anew for each speech that asks."""
    found: list[RawPart] = []
    for asked in exchange.asked:
        for index in asked:
            if _may_have_parts(turns[index].speech):
                words = Words.of(asked, turns)
                if len(words.said) <= LONGEST_QUESTION:
                    found += _parts_of_speech(words, log)
                break
    return found


def _may_have_parts(words: str) -> bool:
    """A quick look: whether anything in a paragraph can count."""
    return any(map(words.__contains__, _COUNTING if words.isascii() else (*_COUNTING, *_COUNTING_HAN)))


def _parts_of_speech(words: Words, log: Log) -> list[RawPart]:
    said = words.said
    lower = lowered(said)
    announced, begin, end = _announced(said, lower)
    starts = numbered(said, lower, announced, end)
    found = _cut(said, starts) if starts else _counted(said, announced, end)
    if announced and len(found) != announced:
        span = words.span(begin, end)
        log.add("E803", *span, words=said[begin:end].replace("\n", " "), found=len(found) or "none")
    parts = []
    for number, (first, last) in enumerate(found, 1):
        parts.append(RawPart(words.place(first)[0], number, words.span(first, last)))
    return parts


def _announced(said: str, lower: str) -> tuple[int, int, int]:
    """How many questions the speech says that it asks, and where it says so; nought where it does not."""
    if "questions" in lower or "part" in lower:
        for found in _SAYS_NUMBER.finditer(lower):
            word = found["n"] or found["of"] or found["fold"]
            begin = found.start() + len(found[0]) - len(found[0].lstrip(".!:;,\n "))
            if not _ASKED_BEFORE.search(said[max(0, begin - 40) : begin]):
                return (int(word) if word.isdigit() else COUNTS.index(word) + 1), begin, found.end()
    if not said.isascii() and (in_chinese := _SAYS_NUMBER_ZH.search(said)):
        word = in_chinese["n"]
        number = int(word) if word.isdigit() else 2 if word in "两兩" else HAN.index(word) + 1
        return number, *in_chinese.span()
    return 0, 0, 0


def _cut(said: str, run: Sequence[Mark]) -> list[tuple[int, int]]:
    """Each part from its mark to the next; the last one without the thanks that close it."""
    bounds = [*(mark.position for mark in run), _closing(said, run[-1].position + 1)]
    return [_trimmed(said, begin, end) for begin, end in pairwise(bounds)]


def _closing(said: str, least: int) -> int:
    """Where the thanks that close a question begin; its end without any."""
    begin = max(least, len(said) - _LONGEST_CLOSING)
    thanks = said.find("hank", begin)
    if said.isascii():
        if thanks < 0:
            return len(said)
        begin = max(begin, thanks - _BEFORE_THANKS)
    closing = _CLOSING.search(said, begin)
    return closing.start() if closing else len(said)


def _trimmed(said: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end - 1 and said[begin] in _GAP:
        begin += 1
    while end > begin + 1 and said[end - 1] in _GAP:
        end -= 1
    return begin, end


def _counted(said: str, announced: int, after: int) -> list[tuple[int, int]]:
    """As many paragraphs, or else as many sentences, with a question mark as were announced; none otherwise."""
    if not announced:
        return []
    begin = after_sentence(said, after)
    stop = _closing(said, begin)
    lines: list[tuple[int, int]] = []
    position = begin
    for line in said[begin:stop].split("\n"):
        if line.strip():
            lines.append(_trimmed(said, position, position + len(line)))
        position += len(line) + 1
    if len(lines) == announced and all(has_question_mark(said[begin:end]) for begin, end in lines):
        return lines
    if said.count("?", begin, stop) + said.count("？", begin, stop) != announced:
        return []
    ends = [found.end() for found in _QUESTION_END.finditer(said, begin, stop)]
    return [_trimmed(said, first, last) for first, last in pairwise([begin, *ends])]
