"""Which answer addresses which part of a question, where it says so: `As for your second question, ...`.

In: an exchange and the parts of its questions. Out: links on the parts, each with the words that say so. Promises: no
link without such words; a part that somebody else is asked to take is linked only to that somebody's answer. Knows
nothing of topics, except a question `about X` where X stands in one part alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from scio_transcripts.exchanges.pairing import RawExchange
from scio_transcripts.exchanges.parts import RawLink, RawPart
from scio_transcripts.exchanges.topics import Topics
from scio_transcripts.exchanges.words import Words, lowered
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.spans import Span

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_HAN = "一二三四五六七八九"
_ORDINAL = "|".join((*_ORDINALS, "last", "other"))
_THINGS = ("question", "part", "point", "one", "issue")
_COUNTED = {word: tuple(f"{word} {thing}" for thing in _THINGS) for word in (*_ORDINALS, "last", "other")}
_THING = f"(?:{'|'.join(_THINGS)})"
_TITLE = r"(?:Mr|Ms|Mrs|Dr|Minister|Vice Minister|Director|Deputy Director|Madam)"
_NAME = r"(?P<name{}>[A-Z][\w'’-]{{1,20}}(?: [A-Z][\w'’-]{{1,20}}){{0,3}})"
_TAKES = r"(?:answer|address|take|respond to|reply to|explain|handle|deal with|speak (?:to|on))"

# "your second question" / "on the first point" / "I'll take the first" / not: "the first question from Reuters"
_REFERS = re.compile(
    rf"\byour (?:own )?(?P<your>{_ORDINAL}) (?:question|part|point)\b"
    rf"|\b(?:on|to|as for|as to|about|regarding|concerning|for|with|answer|take|address|turning to|come to) the"
    rf" (?P<the>{_ORDINAL}) {_THING}\b(?! (?:from|by|raised by|asked by|put by|half|quarter))"
    rf"|(?:^|(?<=[.?!\n] ))(?:and )?(?P<bare>{'|'.join(_ORDINALS)}) question\b"
    r"|(?:^|(?<=[.?!] ))(?P<nth>first|second|third|fourth|fifth)(?:ly)?, [^.?!\n]{0,80}"
    r"\b(?:your question|you asked|you raised)\b",
    re.M,
)
_REFERS_ZH = re.compile(rf"第(?P<han>[{_HAN}])个(?:小)?[问問][题題]")
# "Mr. Lin will answer your second question" / "I leave the second question to Ms. Qiu"
_LEAVES = re.compile(
    rf"\b{_TITLE}\.?[ \xa0]{_NAME.format('')} (?:will|can|is going to|would|to) (?:now |then |also )?{_TAKES}"
    rf" (?:your|the) (?P<o1>{_ORDINAL})\b(?: {_THING})?"
    rf"|\b(?:leave|hand|pass|give|refer)s? (?:your|the) (?P<o2>{_ORDINAL})(?: {_THING})? (?:on |over )?to"
    rf" {_TITLE}\.?[ \xa0]{_NAME.format('2')}"
    rf"|\b{_TITLE}\.?[ \xa0]{_NAME.format('3')},? the (?P<o3>{_ORDINAL})\b(?: {_THING})?(?=[.,;])",
)
# "Mr. Lin will take the first one, and I the second."
_KEEPS = re.compile(rf"\bI(?:['’]ll| will)?(?: take)? the (?P<o>{_ORDINAL})\b")
# "I'll take both questions." / "These two questions belong together." / not: "Thank you for both questions."
_ALL = re.compile(
    r"\b(?:answer|address|take|respond to|reply to|cover) (?:both|(?:all |the |your |these )(?:two|three|four))"
    r"(?: of)?(?: your| these| the)? questions\b"
    r"|\b(?:both|two|three|four) questions\b[^.?!\n]{0,40}\btogether\b|[两三]个问题一起"
)
_AROUND = 60
"""Most characters of that on either side of `questions`."""
_SENTENCE_END = re.compile(r"[.?!。？！][\"”’')]{0,2}[ \xa0]{0,3}|\n")
_BEFORE_ORDINAL = 20
_BEHIND_ORDINAL = 130
"""Most characters of a reference on either side of its ordinal, with what may forbid it."""
_OF_YOURS = ("your question", "you asked", "you raised")
_LONGEST_ANSWER = 60_000
_MOST_REFERENCES = 40
_MOST_LEFT = _MOST_REFERENCES + 1
_LOOKED_BACK = 600
"""Most characters of a sentence that stand before a reference."""


class _Said(NamedTuple):
    """Words that say which part is addressed, or that somebody else takes it."""

    start: int
    """Where their sentence begins."""
    begin: int
    end: int
    numbers: tuple[int, ...]
    name: str | None
    """Who else takes it."""


def link(exchange: RawExchange, parts: Sequence[RawPart], turns: Sequence[RawTurn]) -> None:
    """Link each part with the answers that say that they address it."""
    if len(exchange.askers) > 1:
        # `Your second question`: whose?
        return
    begins = [asked[0] for asked in exchange.asked]
    of_speech: list[list[RawPart]] = [[] for _ in begins]
    for part in parts:
        of_speech[bisect_right(begins, part.turn) - 1].append(part)
    handing = frozenset(exchange.handovers)
    topics = Topics(turns)
    left: list[_Left] = []
    asked: list[RawPart] = []
    for index in exchange.answers:
        before, asked = asked, of_speech[bisect_right(begins, index) - 1]
        if not asked:
            continue
        left = _link_left(index, turns[index], left) if asked is before else []
        own = turns[index].label if index in handing else None
        if len(turns[index].speech) <= _LONGEST_ANSWER:
            said = _references(turns[index].speech, asked, topics, handing=own is not None)
            left = [*left, *_link_said(said, index, turns, asked, own)][-_MOST_LEFT:]


def _link_said(
    found: Sequence[_Said], index: int, turns: Sequence[RawTurn], asked: Sequence[RawPart], own: str | None
) -> Iterator[_Left]:
    """Link the parts that an answer names; those that it leaves to somebody are given back.

    `own`: the label of one who only says who takes what: he has not answered yet, not even what he keeps.
    """
    if not found:
        return
    words = Words.of([index], turns)
    bounds = sorted({said.start for said in found})
    for said in found:
        after = bisect_right(bounds, said.start)
        end = bounds[after] if after < len(bounds) else len(words.said)
        span = words.span(said.start, said.start + len(words.said[said.start : end].rstrip()))
        evidence = words.span(said.begin, said.end)
        for part in (asked[number - 1] for number in said.numbers):
            if name := said.name or own:
                yield _Left(part, name, evidence)
            elif not part.links or part.links[-1].span != span:
                part.links.append(RawLink(index, span, evidence))


class _Left(NamedTuple):
    """A part that waits for its speaker."""

    part: RawPart
    name: str
    said: Span


def _link_left(index: int, turn: RawTurn, left: list[_Left]) -> list[_Left]:
    """Link a whole answer with the parts that were left to its speaker; the others are given back."""
    if not left or not turn.paragraphs or turn.label is None:
        return left
    spoken = set(turn.label.replace(",", " ").split())
    waiting = []
    for entry in left:
        if spoken.issuperset(entry.name.replace(",", " ").split()):
            whole = Span(turn.paragraphs[0]["start"], turn.paragraphs[-1]["end"])
            entry.part.links.append(RawLink(index, whole, entry.said))
        else:
            waiting.append(entry)
    return waiting


def _references(said: str, parts: Sequence[RawPart], topics: Topics, *, handing: bool) -> list[_Said]:
    """What an answer says about parts, in order. Particular words outweigh `both questions together`.

    `handing`: the answer only says who takes what. Plain searches spare most answers the patterns.
    """
    lower = lowered(said)
    found = _by_ordinal(said, lower, len(parts), handing=handing)
    if "第" in said:
        found += _refers_zh(said, len(parts))
    if "your question" in lower:
        found += [
            _Said(_sentence(said, place.start), *place, (number,), None)
            for place, number in topics.in_one(lower, parts)
        ]
    if not found and (place := _all_together(lower)) is not None:
        found = [_Said(_sentence(said, place.start), *place, tuple(part.number for part in parts), None)]
    return sorted(found, key=lambda said: said[:3])


def _by_ordinal(said: str, lower: str, count: int, *, handing: bool) -> list[_Said]:
    """What an answer says about parts by their number; what is left to somebody else outweighs the rest."""
    if not handing and not _counts(lower, count):
        return list(_refers(lower, count)) if any(words in lower for words in _OF_YOURS) else []
    found = list(_leaves(said, count))
    taken = [(said.begin, said.end) for said in found]
    others = (*_refers(lower, count), *(_keeps(said, count) if handing else ()))
    return found + [own for own in others if all(own.end <= begin or own.begin >= end for begin, end in taken)]


def _counts(lower: str, count: int) -> bool:
    """Whether an answer to some parts names one by its number: `second question`, `other one`."""
    for word in (*_ORDINALS[:count], "last", "other"):
        if word in lower:
            for named in _COUNTED[word]:
                if named in lower:
                    return True
    return False


def _all_together(lower: str) -> Span | None:
    """Where an answer says that it takes all questions at once."""
    if "questions" not in lower and "题" not in lower:
        return None
    for word in ("questions", "个问题"):
        position = lower.find(word)
        for _ in range(_MOST_REFERENCES):
            if position < 0:
                break
            if found := _ALL.search(lower, max(0, position - _AROUND), position + len(word) + _AROUND):
                return Span(*found.span())
            position = lower.find(word, position + 1)
    return None


def _refers(said: str, count: int) -> Iterator[_Said]:
    met: list[int] = []
    for m in islice(_around_ordinals(said), _MOST_REFERENCES):
        word = m["your"] or m["the"] or m["bare"] or m["nth"]
        number = _number(word, count, met)
        if number:
            met.append(number)
            yield _Said(_sentence(said, m.start()), m.start(), m.end(), (number,), None)


def _around_ordinals(said: str) -> Iterator[re.Match[str]]:
    """What refers to a part: each such match holds an ordinal, and only what stands around one is read."""
    end = 0
    for place in sorted(place for word in _COUNTED for place in _places(said, word)):
        begin = max(end, place - _BEFORE_ORDINAL)
        for found in _REFERS.finditer(said, begin, place + _BEHIND_ORDINAL):
            end = found.end()
            yield found


def _places(said: str, word: str) -> Iterator[int]:
    place = said.find(word)
    while place >= 0:
        yield place
        place = said.find(word, place + 1)


def _keeps(said: str, count: int) -> Iterator[_Said]:
    for m in islice(_KEEPS.finditer(said), _MOST_REFERENCES):
        if number := _number(m["o"].lower(), count, []):
            yield _Said(_sentence(said, m.start()), m.start(), m.end(), (number,), None)


def _refers_zh(said: str, count: int) -> Iterator[_Said]:
    for m in islice(_REFERS_ZH.finditer(said), _MOST_REFERENCES):
        if (number := _HAN.index(m["han"]) + 1) <= count:
            yield _Said(_sentence(said, m.start()), m.start(), m.end(), (number,), None)


def _leaves(said: str, count: int) -> Iterator[_Said]:
    for m in islice(_LEAVES.finditer(said), _MOST_REFERENCES):
        name = m["name"] or m["name2"] or m["name3"]
        if number := _number((m["o1"] or m["o2"] or m["o3"]).lower(), count, []):
            yield _Said(_sentence(said, m.start()), m.start(), m.end(), (number,), name)


def _number(word: str, count: int, met: Sequence[int]) -> int:
    """Which part an ordinal means; nought where it fits none."""
    if word == "last":
        return count
    if word == "other":
        # The other of two, where the answer has named one.
        return 3 - met[-1] if count == 2 and met else 0
    number = _ORDINALS.index(word) + 1
    return number if number <= count else 0


def _sentence(said: str, position: int) -> int:
    """Where the sentence of a place begins."""
    start = max(0, position - _LOOKED_BACK)
    for found in _SENTENCE_END.finditer(said, start, position):
        before = said[max(0, found.start() - 3) : found.start()].lower().split(" ")[-1]
        if before not in ("mr", "ms", "mrs", "dr"):
            start = found.end()
    return min(start, position)
