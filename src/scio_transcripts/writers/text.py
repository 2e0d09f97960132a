"""Plain text in the layout of SCIO's own pages, which reads back to the same document.

In: transcripts. Out: title, dateline, summary, roster, labels on lines of their own in the form of the page's dialect,
credits; several transcripts are set apart by a form feed. Promises: an ordinary page, read again, gives the same turns,
people, dates and credits. What it loses: where the page printed what, and the furniture of its site. A page whose
words look like something else, such as speech that begins like a label, may read back otherwise.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from scio_transcripts.lazy import re
from scio_transcripts.model import Note, Paragraph, Participant, Transcript, Turn

_MONTHS = "January February March April May June July August September October November December".split()
_BETWEEN = b"\n\f\n"
_LABELS = {"markdown": "### {}:", "bracketed": "[{}]:", "scio-zh": "{}："}
"""How a dialect prints a label, where not as `Name:`."""
_HEADINGS = {"official": "Speakers:", "chair": "Chairperson:"}
_INSIDE = frozenset({"caption", "stage", "timestamp"})
"""Notes that stand inside the speech."""
_IN_BRACKETS = re.compile(r"[(（\[].*[)）\]]", re.S)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the parts of a page are printed."""

    title: str = "{}"
    label: str = "{}:"
    printed: Callable[[str], str] = str
    """What stands for words of the page."""


def write(transcripts: Iterable[Transcript], out: BinaryIO) -> None:
    """Write each transcript as text in UTF-8."""
    for number, transcript in enumerate(transcripts):
        out.write(_BETWEEN if number else b"")
        out.write(text_of(transcript).encode("utf-8", "replace"))


def text_of(transcript: Transcript, layout: Layout | None = None) -> str:
    """One transcript as text, by default in the layout of its dialect.

    >>> from scio_transcripts import parse
    >>> print(text_of(parse("SCIO briefing on reeds\\n\\nReuters: Why? Thank you.")), end="")
    SCIO briefing on reeds
    <BLANKLINE>
    Reuters:
    <BLANKLINE>
    Why? Thank you.
    """
    layout = layout or Layout(label=_LABELS.get(transcript.dialect, "{}:"))
    blocks = [*_head(transcript, layout), *_speech(transcript, layout), *map(layout.printed, _end(transcript))]
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _head(transcript: Transcript, layout: Layout) -> Iterator[str]:
    if transcript.title:
        yield layout.title.format(layout.printed(transcript.title))
    yield from map(layout.printed, (*_facts(transcript), *_roster(transcript)))


def _facts(transcript: Transcript) -> Iterator[str]:
    event, publication = transcript.event, transcript.publication
    if transcript.category:
        yield transcript.category
    if event.city and event.date:
        yield f"{event.city} | {_clock(event.start_time)}{day(event.date)}"
    elif event.date and event.start_time:
        yield f"Time: {_clock(event.start_time).strip()}, {day(event.date)}"
    if event.venue:
        yield f"Venue: {event.venue}"
    if transcript.summary:
        yield transcript.summary
    if publication.date and publication.publisher:
        yield f"{publication.publisher} | {day(publication.date)}"
    elif publication.date:
        yield f"Updated: {day(publication.date)}"


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
    people = [p for p in transcript.participants if p.description and p.role in _HEADINGS]
    for role in dict.fromkeys(p.role for p in people):  # in the order of the page
        yield _HEADINGS[role]
        yield from (_person(p) for p in people if p.role == role)
    if transcript.event.date and transcript.event.date_basis != "none":
        yield "Date:"
        yield day(transcript.event.date)


def _person(person: Participant) -> str:
    honorific = f"{person.honorific} " if person.honorific else ""
    return f"{honorific}{person.name}, {person.description}"


def _speech(transcript: Transcript, layout: Layout) -> Iterator[str]:
    for turn, parts in in_order(transcript):
        printed = [layout.printed(part.text) for part in parts]
        if turn is not None and turn.label is not None:
            label = layout.label.format(layout.printed(turn.label))
            if printed and isinstance(parts[0], Paragraph) and _IN_BRACKETS.fullmatch(parts[0].text):
                # On a line of its own it would be a stage direction, which nobody says.
                label = f"{label} {printed.pop(0)}"
            yield label
        yield from printed


def in_order(transcript: Transcript) -> Iterator[tuple[Turn | None, list[Paragraph | Note]]]:
    """Each turn with its paragraphs and the notes that stand in the speech, in the order of the page.

    A note after a turn's last words comes with that turn; those before all speech come first, with None.
    """
    notes = [note for note in transcript.notes if note.kind in _INSIDE]
    turns = transcript.turns
    ends = [turn.start for turn in turns[1:]] + [len(transcript.text) + 1] * bool(turns)
    first = bisect_left(notes, turns[0].start if turns else 0, key=_start)
    if turns and first:
        yield None, list(notes[:first])
    for turn, end in zip(turns, ends, strict=True):
        last = bisect_left(notes, end, lo=first, key=_start)
        yield turn, sorted((*notes[first:last], *turn.paragraphs), key=_start)
        first = last


def _start(part: Paragraph | Note) -> int:
    return part.start


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
