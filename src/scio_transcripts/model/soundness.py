"""What must be true of a document beyond the types of its fields: dates, places, and who points at what.

In: a document whose fields have their types. Out: nothing, or a `DocumentError` that names the first field that is
wrong. Promises: every document that the program writes passes, and whoever reads one that has passed need not fear
that a place lies outside the text, or that an index or an id leads nowhere. Knows nothing of how pages are parsed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from scio_transcripts.errors import DocumentError
from scio_transcripts.lazy import re

if TYPE_CHECKING:
    from scio_transcripts.model.speech import Exchange, Turn
    from scio_transcripts.model.transcript import Transcript

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"(?:[01]\d|2[0-4]):[0-5]\d", re.ASCII)

Fault = tuple[str, str]
"""A field, as a path, and what is wrong with it."""


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def check(document: Transcript) -> None:
    """Raise `DocumentError` for the first field that cannot be true."""
    for field, reason in _faults(document):
        raise DocumentError(field, reason)


def _faults(document: Transcript) -> Iterator[Fault]:
    yield from _times(document)
    yield from _pages(document)
    if document.source.length != len(document.text):
        yield "source.length", f"is {document.source.length}, and the text has {len(document.text)} characters"
    yield from _places(document)
    ids = [participant.id for participant in document.participants]
    yield from _twice("participants", ids)
    yield from _twice("turns", [turn.id for turn in document.turns])
    yield from _pointing(document, frozenset(ids))


def _times(document: Transcript) -> Iterator[Fault]:
    event = document.event
    for field, day in (("event.date", event.date), ("publication.date", document.publication.date)):
        if day is not None and not _is_day(day):
            yield field, f"{day!r} is no date of the calendar, such as 2024-02-29"
    for field, time in (("event.start_time", event.start_time), ("event.end_time", event.end_time)):
        if time is not None and not _TIME.fullmatch(time):
            yield field, f"{time!r} is no time, such as 09:30"


def _pages(document: Transcript) -> Iterator[Fault]:
    pages = document.pages
    if document.turns and document.kind != "transcript":
        yield "turns", f"are there, and the kind is {document.kind!r}"
    if pages.total is not None and pages.total < 1:
        yield "pages.total", f"is {pages.total}"
    for field, numbers in (("pages.numbers", pages.numbers), ("pages.missing", pages.missing)):
        if list(numbers) != sorted(set(numbers)) or (numbers and numbers[0] < 0):
            yield field, f"{list(numbers)} are not page numbers in order"


def _is_day(words: str) -> bool:
    try:
        return _DAY.fullmatch(words) is not None and bool(date.fromisoformat(words))
    except ValueError:
        return False


def _places(document: Transcript) -> Iterator[Fault]:
    """Places outside the text, or that run backwards."""
    length, text = len(document.text), document.text
    for name in ("turns", "notes", "references", "evidence", "diagnostics", "places"):
        yield from _outside(name, getattr(document, name), length)
    yield from _outside("pages.parts", document.pages.parts, length)
    for number, person in enumerate(document.participants):
        yield from _outside(f"participants[{number}].evidence", person.evidence, length)
    for number, exchange in enumerate(document.exchanges):
        parts = f"exchanges[{number}].parts"
        yield from _outside(parts, exchange.parts, length)
        for place, part in enumerate(exchange.parts):
            yield from _outside(f"{parts}[{place}].answers", part.answers, length)
            said = (answer for answer in part.answers if not 0 <= answer.said_start <= answer.said_end <= length)
            yield from ((f"{parts}[{place}].answers", _where(a.said_start, a.said_end, length)) for a in said)
    for turn in document.turns:
        yield from _outside(f"turns[{turn.index}].paragraphs", turn.paragraphs, length)
        yield from _label(turn, length)
        for place, paragraph in enumerate(turn.paragraphs):
            if text[paragraph.start : paragraph.end] != paragraph.text:
                yield f"turns[{turn.index}].paragraphs[{place}].text", "is not what the text says in its place"


def _outside(field: str, parts: Iterable[_Placed], length: int) -> Iterator[Fault]:
    for number, part in enumerate(parts):
        if not 0 <= part.start <= part.end <= length:
            yield f"{field}[{number}]", _where(part.start, part.end, length)


def _where(start: int, end: int, length: int) -> str:
    return f"the place {start} to {end} is none in a text of {length} characters"


def _label(turn: Turn, length: int) -> Iterator[Fault]:
    start, end = turn.label_start, turn.label_end
    if start is None and end is None:
        return
    if start is None or end is None or not 0 <= start <= end <= length:
        yield f"turns[{turn.index}].label_start", f"the label stands from {start} to {end}, in {length} characters"


def _twice(field: str, ids: Sequence[str]) -> Iterator[Fault]:
    if len(set(ids)) < len(ids):
        again = next(number for number, own in enumerate(ids) if own in ids[:number])
        yield f"{field}[{again}].id", f"{ids[again]!r} is the id of another one, too"


def _pointing(document: Transcript, ids: frozenset[str]) -> Iterator[Fault]:
    """Indices of no turn, and ids of nobody."""
    count = len(document.turns)
    for number, turn in enumerate(document.turns):
        if turn.index != number:
            yield f"turns[{number}].index", f"is {turn.index}, and its place is {number}"
        yield from _nobody(f"turns[{number}].speaker", [turn.speaker], ids)
    for number, exchange in enumerate(document.exchanges):
        yield from _exchange(f"exchanges[{number}]", exchange, count, ids)
    for number, section in enumerate(document.sections):
        yield from _nowhere(f"sections[{number}].first", [section.first], count)
        yield from _nowhere(f"sections[{number}].last", [section.last], count)
        if section.last < section.first:
            yield f"sections[{number}].last", f"{section.last} comes before the first turn, {section.first}"
    for number, reference in enumerate(document.references):
        yield from _nowhere(f"references[{number}].turn", [reference.turn], count)
        yield from _nobody(f"references[{number}].participant", [reference.participant], ids)


def _exchange(field: str, exchange: Exchange, count: int, ids: frozenset[str]) -> Iterator[Fault]:
    for name in ("questions", "answers", "follow_ups", "handovers"):
        yield from _nowhere(f"{field}.{name}", getattr(exchange, name), count)
    yield from _nobody(f"{field}.asker", [exchange.asker], ids)
    yield from _nobody(f"{field}.answerers", exchange.answerers, ids)
    for number, part in enumerate(exchange.parts):
        turns = [part.turn, *(answer.turn for answer in part.answers)]
        yield from _nowhere(f"{field}.parts[{number}].turn", turns, count)


def _nowhere(field: str, turns: Iterable[int], count: int) -> Iterator[Fault]:
    yield from (
        (field, f"{turn} is the index of no turn; there are {count}") for turn in turns if not 0 <= turn < count
    )


def _nobody(field: str, people: Iterable[str | None], ids: frozenset[str]) -> Iterator[Fault]:
    yield from ((field, f"{who!r} is the id of no participant") for who in people if who is not None and who not in ids)


def path_of(location: Sequence[Any]) -> str:
    """A place in JSON as a path.

    >>> path_of(("exchanges", 0, "questions", 2))
    'exchanges[0].questions[2]'
    """
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return words.removeprefix(".") or "the document"
