"""Plain text in the layout of SCIO's own English pages, which reads back to the same document.

In: transcripts. Out: title, dateline, summary, roster, labels on lines of their own, credits; several transcripts are
set apart by a form feed. Promises: read again, it gives the same turns, people, dates and credits. What it loses: where
the page printed what, and the furniture of its site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import BinaryIO

from scio_transcripts.model import Note, Participant, Transcript, Turn

_MONTHS = "January February March April May June July August September October November December".split()
_BETWEEN = "\n\f\n"
_INSIDE = frozenset({"caption", "stage", "timestamp"})
"""Notes that stand inside the speech."""


def write(transcripts: Iterable[Transcript], out: BinaryIO) -> None:
    """Write each transcript as text in UTF-8."""
    for number, transcript in enumerate(transcripts):
        out.write((_BETWEEN if number else "").encode())
        out.write(text_of(transcript).encode())


def text_of(transcript: Transcript) -> str:
    """One transcript as text.

    >>> from scio_transcripts import parse
    >>> print(text_of(parse("SCIO briefing on reeds\\n\\nReuters: Why? Thank you.")), end="")
    SCIO briefing on reeds
    <BLANKLINE>
    Reuters:
    <BLANKLINE>
    Why? Thank you.
    """
    blocks = [*_head(transcript), *_roster(transcript), *_speech(transcript), *_end(transcript)]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _head(transcript: Transcript) -> Iterator[str]:
    event, publication = transcript.event, transcript.publication
    if transcript.title:
        yield transcript.title
    if transcript.category:
        yield transcript.category
    if event.city and event.date:
        yield f"{event.city} | {_clock(event.start_time)}{day(event.date)}"
    if transcript.summary:
        yield transcript.summary
    if publication.date:
        yield f"{publication.publisher or 'China SCIO'} | {day(publication.date)}"


def day(iso: str) -> str:
    """A date as these pages print it.

    >>> day("2024-05-06")
    'May 6, 2024'
    """
    held = date.fromisoformat(iso)
    return f"{_MONTHS[held.month - 1]} {held.day}, {held.year}"


def _clock(time: str | None) -> str:
    if not time:
        return ""
    hour, minute = (int(part) for part in time.split(":"))
    half = "p.m." if hour >= 12 else "a.m."
    return f"{(hour - 1) % 12 + 1}{f':{minute:02}' if minute else ''} {half} "


def _roster(transcript: Transcript) -> Iterator[str]:
    people = [p for p in transcript.participants if p.description and p.role in ("official", "chair")]
    for heading, role in (("Speakers:", "official"), ("Chairperson:", "chair")):
        lines = [_person(p) for p in people if p.role == role]
        if lines:
            yield heading
            yield from lines
    if transcript.event.date and transcript.event.date_basis != "none":
        yield "Date:"
        yield day(transcript.event.date)


def _person(person: Participant) -> str:
    honorific = f"{person.honorific} " if person.honorific else ""
    return f"{honorific}{person.name}, {person.description}"


def _speech(transcript: Transcript) -> Iterator[str]:
    notes = [note for note in transcript.notes if note.kind in _INSIDE]
    for turn in transcript.turns:
        if turn.label is not None:
            yield f"{turn.label}:"
        yield from _blocks(turn, notes)


def _blocks(turn: Turn, notes: list[Note]) -> Iterator[str]:
    """The paragraphs of a turn, and the notes between them, in the order of the page."""
    inside = [(note.start, note.text) for note in notes if turn.start <= note.start < turn.end]
    said = [(paragraph.start, paragraph.text) for paragraph in turn.paragraphs]
    yield from (words for _, words in sorted([*inside, *said]))


def _end(transcript: Transcript) -> Iterator[str]:
    credits = transcript.credits
    if credits.translators:
        disclaimer = next((note.text for note in transcript.notes if note.kind == "disclaimer"), "")
        yield f"Translated and edited by {_listed(credits.translators)}. {disclaimer}".strip()
    if credits.editors:
        yield f"Editors: {', '.join(credits.editors)}"
    yield from (note.text for note in transcript.notes if note.kind == "pager")


def _listed(names: tuple[str, ...]) -> str:
    *most, last = names
    return f"{', '.join(most)}, and {last}" if most else last
