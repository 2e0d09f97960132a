"""The roster: lines of names and posts above the speech, in every shape these pages have.

In: the lines above the first label. Out: `RawPerson`s in reading order, every copy, and the lines that were headings.
Knows shapes only: headed or headless, one or several on a line, with or without honorifics. Who is who comes later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scio_transcripts.language import speech_acts
from scio_transcripts.lexer import Form, Kind, Line
from scio_transcripts.lexer.page.patterns import HEADING
from scio_transcripts.lexer.roster.entries import entry_with_colon, people_on, plain_person, titled_person
from scio_transcripts.lexer.roster.roster_han import is_speech, names_its_people, people_said, person_on
from scio_transcripts.lexer.turns.raw import RawPerson
from scio_transcripts.lexer.zones.bylines import is_byline
from scio_transcripts.registry.names import is_person, names_post, split_honorific
from scio_transcripts.registry.script import has_han
from scio_transcripts.spans import Span

_LONGEST_HEADING = 30
_LONGEST_POST = 160
_LONGEST_LINE = 500
_USUAL_WORDS = 2
"""Words of a name whose family name stands first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """What `roster_of` found."""

    people: tuple[RawPerson, ...]
    lines: frozenset[int]
    """Indices of the lines that are roster, headings included."""
    empty_headings: tuple[Line, ...]
    """Headings under which nobody stands."""
    last: int
    """Index of the last roster line; -1 without a roster."""


def roster_of(lines: Sequence[Line]) -> Roster:
    """Read the roster among the lines above the first label."""
    reader = _Reader(_usual_gap(lines))
    for index, line in enumerate(lines):
        if index in reader.taken:
            continue
        below = lines[index + 1] if index + 1 < len(lines) else None
        chinese = has_han(line.text)
        if line.kind is Kind.HEADING or (chinese and stands_over_people(lines, index)):
            reader.read_heading(index, line)
        elif chinese:
            reader.read_han(index, line, below)
        elif line.kind is Kind.TEXT and len(line.text) <= _LONGEST_LINE and not is_byline(line.text):
            reader.read_line(index, line, below)
        elif reader.ends_at(line):
            break
        else:
            reader.read_other(index, line)
    return reader.finish(lines)


def stands_over_people(lines: Sequence[Line], index: int) -> bool:
    """Whether a word that may be a label of speech stands over one of a list: `主持人：` over a post and a name."""
    text = lines[index].text
    found = HEADING.fullmatch(text) if len(text) <= _LONGEST_HEADING else None
    heading = _governs(found)
    if found is None or heading is None or (found["value"] or "").strip() or index + 1 == len(lines):
        return False
    below = lines[index + 2] if index + 2 < len(lines) else None
    return person_on(lines[index + 1].text, heading) is not None and not is_speech(below)


def join_rosters(rosters: Sequence[Roster], firsts: Sequence[int]) -> Roster:
    """The rosters of several pages as one, each a copy. `firsts`: the index of each page's first line."""
    if len(rosters) == 1:
        return rosters[0]
    people: list[RawPerson] = []
    lines: set[int] = set()
    last = -1
    for roster, first in zip(rosters, firsts, strict=True):
        copies = max((p.copy for p in people), default=-1) + 1
        groups = max((p.group for p in people), default=-1) + 1
        people += [p._replace(copy=p.copy + copies, group=p.group + groups) for p in roster.people]
        lines.update(index + first for index in roster.lines)
        last = max(last, roster.last + first if roster.last >= 0 else -1)
    empty = tuple(line for roster in rosters for line in roster.empty_headings)
    return Roster(people=tuple(people), lines=frozenset(lines), empty_headings=empty, last=last)


class _Reader:
    """The roster so far, and the heading that governs the next line."""

    def __init__(self, usual_gap: int) -> None:
        self._usual_gap = usual_gap
        self._people: list[RawPerson] = []
        self.taken: set[int] = set()
        self._empty: list[Line] = []
        self._heading: Line | None = None
        """The last heading, as long as nobody stands under it."""
        self._governs: str | None = None
        self._group = self._copy = 0
        self._names: set[str] = set()
        """Names of this copy of the roster."""
        self._perhaps: list[tuple[int, Line, RawPerson]] = []
        """Lines below one of the group's people that are people, too, if another stands below them."""

    def read_heading(self, index: int, line: Line) -> None:
        """A heading governs the lines below it, and may have people on its own line."""
        found = HEADING.fullmatch(line.text)
        self._governs = _governs(found)
        if found is None or self._governs is None:
            return
        self._note_empty()
        self._group += 1
        value = (found["value"] or "").lstrip()
        entries = _people_beside(value, self._governs) if value else ()
        if entries or not value:
            self._heading = line
            self._take(index, entries, line.end - len(value))

    def read_line(self, index: int, line: Line, below: Line | None) -> None:
        """A line of people; one that is nobody ends what a heading governs: headlines may follow an empty heading."""
        if line.gap > self._usual_gap and self._people:
            self._group += 1
            self._perhaps.clear()
        follows = index - 1 in self.taken or any(rank == index - 1 for rank, _, _ in self._perhaps)
        if entries := people_on(line.text, self._governs):
            if follows:
                self._take_those_between()
            self._take(index, self._with_post(index, line, entries, below), line.start)
        elif follows and line.gap <= self._usual_gap and (person := plain_person(line.text, self._governs)):
            self._perhaps.append((index, line, person))
        else:
            self._governs = None

    def _with_post(
        self, index: int, line: Line, entries: Sequence[RawPerson], below: Line | None
    ) -> Sequence[RawPerson]:
        """The people of a line; under a heading, the post of one alone may stand on the line below."""
        if not self._governs or below is None or not _is_post_of(entries, below):
            return entries
        self.taken.add(index + 1)
        post = " ".join(below.text.rstrip(" ,;").split())
        return [entries[0]._replace(description=post, span=Span(0, below.end - line.start))]

    def _take_those_between(self) -> None:
        for index, line, person in self._perhaps:
            self._take(index, [person], line.start)
        self._perhaps.clear()

    def ends_at(self, line: Line) -> bool:
        """Whether somebody speaks here: what is said below names people as well, and is no roster."""
        looks = line.looks
        if looks.form is not Form.INLINE or looks.speech < 0 or entry_with_colon(line) is not None:
            return False
        return bool(self._people) and (
            split_honorific(looks.label)[1] in self._names or speech_acts.opens_speech(line.text[looks.speech :])
        )

    def read_other(self, index: int, line: Line) -> None:
        """A line that looks like a label may be a person with a colon before the post."""
        if entry := entry_with_colon(line, self._governs):
            self._take(index, [entry], 0)

    def read_han(self, index: int, line: Line, below: Line | None) -> None:
        """A line in Chinese: somebody of a list, unless speech stands below it, or a sentence."""
        person = person_on(line.text, self._governs) if self._governs and not is_speech(below) else None
        if person:
            self._take(index, [person], line.start)
            return
        self._governs = None
        self.read_sentence(line)

    def read_sentence(self, line: Line) -> None:
        """A sentence in Chinese about the event names its people; the line stays what it is."""
        if names_its_people(line.text) and (people := people_said(line.text)):
            # Sentences have no layout: title and lede are one group of one copy. Whoever chairs does so alone.
            self._names.clear()
            for person in people:
                self._group += person.heading == "chair"
                self._add([person], line.start)
                self._group += person.heading == "chair"

    def finish(self, lines: Sequence[Line]) -> Roster:
        """The roster that was read."""
        self._note_empty()
        for person in [person for person in self._people if _goes_on_behind_name(person, lines)]:
            self._people.remove(person)
            self.taken -= {i for i, line in enumerate(lines) if line.start <= person.span.start < line.end}
        return Roster(
            people=tuple(self._people),
            lines=frozenset(self.taken),
            empty_headings=tuple(self._empty),
            last=max(self.taken, default=-1),
        )

    def _take(self, index: int, entries: Sequence[RawPerson], offset: int) -> None:
        """Take the people of a line; their places count from `offset`."""
        self.taken.add(index)
        self._add(entries, offset)

    def _add(self, entries: Sequence[RawPerson], offset: int) -> None:
        for person in entries:
            self._heading = None
            if person.name in self._names:
                self._copy += 1
                self._names.clear()
            self._names.add(person.name)
            name, name_span, span, honorific, description, heading, _, _ = person
            name_span, span = name_span.moved(offset), span.moved(offset)
            here = RawPerson(name, name_span, span, honorific, description, heading, self._group, self._copy)
            self._people.append(here)

    def _note_empty(self) -> None:
        if self._heading is not None:
            self._empty.append(self._heading)
        self._heading = None


def _is_post_of(entries: Sequence[RawPerson], below: Line) -> bool:
    """Whether a line is the post of the one person above it, who has none."""
    words = below.text
    if len(entries) != 1 or entries[0].description or below.gap or len(words) > _LONGEST_POST:
        return False
    return names_post(words) and not is_person(words) and not words.endswith((".", ":", "?"))


def _people_beside(value: str, heading: str) -> Sequence[RawPerson]:
    """The people on a heading's own line: a list of them, or one with the post before or behind the name."""
    if person := person_on(value, heading):
        return (person,)
    return people_on(value, heading) or titled_person(value, heading)


def _governs(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    return next((name for name in ("speakers", "chair") if found[name]), None)


def _goes_on_behind_name(person: RawPerson, lines: Sequence[Line]) -> bool:
    """Whether a name is that of another line with a word behind it: no entry, but `Lin Dahai` and what is said."""
    parts = person.name.split()
    name = " ".join(parts[:2])
    if len(parts) <= _USUAL_WORDS or person.honorific or not is_person(name):
        return False
    alone = re.compile(rf"\b{re.escape(name)}(?=['’]s |[,.;:]| [a-z]|$)")
    return any(alone.search(line.text) for line in lines)


def _usual_gap(lines: Sequence[Line]) -> int:
    """The usual number of blank lines between lines: a wider gap separates groups."""
    gaps = sorted(line.gap for line in lines[1:])
    return gaps[len(gaps) // 2] if gaps else 0
