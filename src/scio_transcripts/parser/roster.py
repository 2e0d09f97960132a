"""The roster: lines of names and posts above the speech, in every shape these pages have.

In: the lines above the first label. Out: `RawPerson`s in reading order, every copy, and the lines that were headings.
Knows shapes only: headed or headless, one or several on a line, with or without honorifics. Who is who comes later.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from scio_transcripts.lexer import Form, Kind, Line
from scio_transcripts.lexer.patterns import HEADING
from scio_transcripts.parser.raw import RawPerson
from scio_transcripts.parser.roster_han import people_said
from scio_transcripts.parser.wording_han import EVENT, HELD
from scio_transcripts.registry.han import has_han
from scio_transcripts.registry.names import is_name_shaped, is_person, names_post, split_honorific
from scio_transcripts.spans import Span

_NAME_END = re.compile(r" ?[,，(（]| from (?=the [A-Z])| - | – | — ")
_PAREN = re.compile(r" ?[(（][^()（）]{1,40}[)）]")
_NAME_WORD = re.compile(r"[^\W\d_]['’.\-\w]*")
# Without a heading a person's line has capitalised words, then a comma or the like; sentences have not.
_LIKELY = re.compile(r"[A-Z][\w.'’\-]*(?: [A-Z][\w.'’\-]*){0,6} ?(?:[,，(（]|from the |[-–—] )|(?:and|&) ")
_SPOKEN = re.compile(r"\b(?:we|I|our|us|my|you|your)\b")
"""Words of a sentence that is spoken: no post has them."""
_TRAILING = " \t\xa0.;；,，"
_BETWEEN_PEOPLE = re.compile(
    r"(?:,|;|，|；) (?:and )?(?=(?:[A-Z][\w.]* ){0,3}[A-Z][\w'’-]+ [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, ?\S)"
)
_LONGEST_LINE = 500
_LONGEST_POST = 200


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
        if has_han(line.text) and line.kind is not Kind.HEADING:
            reader.read_sentence(line)
        elif line.kind is Kind.HEADING:
            reader.read_heading(index, line)
        elif line.kind is Kind.TEXT and len(line.text) <= _LONGEST_LINE:
            reader.read_line(index, line)
        else:
            reader.read_other(index, line)
    return reader.finish()


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
        self._taken: set[int] = set()
        self._empty: list[Line] = []
        self._heading: Line | None = None
        """The last heading, as long as nobody stands under it."""
        self._governs: str | None = None
        self._group = self._copy = 0
        self._names: set[str] = set()
        """Names of this copy of the roster."""

    def read_heading(self, index: int, line: Line) -> None:
        """A heading governs the lines below it, and may have people on its own line."""
        found = HEADING.fullmatch(line.text)
        self._governs = _governs(found)
        if found is None or self._governs is None:
            return
        self._note_empty()
        self._group += 1
        value = (found["value"] or "").lstrip()
        entries = _people_on(value, self._governs) if value else ()
        if entries or not value:
            self._heading = line
            self._take(index, entries, line.end - len(value))

    def read_line(self, index: int, line: Line) -> None:
        """A line of people; one that is nobody ends what a heading governs: headlines may follow an empty heading."""
        if line.gap > self._usual_gap and self._people:
            self._group += 1
        if entries := _people_on(line.text, self._governs):
            self._take(index, entries, line.start)
        else:
            self._governs = None

    def read_other(self, index: int, line: Line) -> None:
        """A line that looks like a label may be a person with a colon before the post."""
        if entry := entry_with_colon(line, self._governs):
            self._take(index, [entry], 0)

    def read_sentence(self, line: Line) -> None:
        """A sentence in Chinese about the event names its people; the line stays what it is."""
        if EVENT.search(line.text) and HELD.search(line.text) and (people := people_said(line.text)):
            self._group += 1
            self._add(people, line.start)

    def finish(self) -> Roster:
        """The roster that was read."""
        self._note_empty()
        return Roster(
            people=tuple(self._people),
            lines=frozenset(self._taken),
            empty_headings=tuple(self._empty),
            last=max(self._taken, default=-1),
        )

    def _take(self, index: int, entries: Sequence[RawPerson], offset: int) -> None:
        """Take the people of a line; their places count from `offset`."""
        self._taken.add(index)
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


def entry_with_colon(line: Line, heading: str | None = None) -> RawPerson | None:
    """`Lin Dahai: vice minister of harbors`, a roster's line although it looks like a label with its speech."""
    looks = line.looks
    if looks.form is not Form.INLINE or looks.speech < 0:
        return None
    post = line.text[looks.speech :].rstrip(_TRAILING)
    honorific, name = split_honorific(looks.label)
    if len(post) > _LONGEST_POST or line.text.endswith((".", "?", "!")) or not is_person(name) or not names_post(post):
        return None
    if post[0].isupper() and not names_post(post.split()[0]):
        return None
    name_end = line.start + looks.label_end
    return RawPerson(
        name=name,
        name_span=Span(name_end - len(name), name_end),
        span=Span(line.start, line.end),
        honorific=honorific,
        description=post,
        heading=heading,
    )


def _governs(found: re.Match[str] | None) -> str | None:
    if found is None:
        return None
    return next((name for name in ("speakers", "chair") if found[name]), None)


def _usual_gap(lines: Sequence[Line]) -> int:
    """The usual number of blank lines between lines: a wider gap separates groups."""
    gaps = sorted(line.gap for line in lines[1:])
    return gaps[len(gaps) // 2] if gaps else 0


@lru_cache(maxsize=1024)
def _people_on(text: str, heading: str | None) -> tuple[RawPerson, ...]:
    """Everybody on one line, or nobody where one part of it is no person. Every page of an event prints its roster."""
    if has_han(text):
        return tuple(person._replace(heading=person.heading or heading) for person in people_said(text))
    ways = [[Span(0, len(text))]]
    if text.count(",") > 2:
        ways.insert(0, _split_commas(text))
    if ";" in text or "；" in text:
        ways.insert(0, _split(text, ";；"))
    for pieces in ways:
        found = tuple(p for piece in pieces if (p := _person(piece.of(text), piece.start, heading)))
        if found and len(found) == len(pieces):
            return found
    return ()


def _split(text: str, marks: str) -> list[Span]:
    pieces, start = [], 0
    for i, char in enumerate(text):
        if char in marks:
            pieces.append(Span(start, i))
            start = i + 1
    pieces.append(Span(start, len(text)))
    return [p for p in pieces if p.of(text).strip(_TRAILING)]


def _split_commas(text: str) -> list[Span]:
    """Cut before each name that is followed by a post: the comma also stands between name and post."""
    cuts = [m for m in _BETWEEN_PEOPLE.finditer(text) if _begins_with_person(text[m.end() :])]
    if not cuts:
        return []
    starts = [0, *(m.end() for m in cuts)]
    ends = [*(m.start() for m in cuts), len(text)]
    return [Span(s, e) for s, e in zip(starts, ends, strict=True)]


def _begins_with_person(text: str) -> bool:
    head = text.split(",", 1)[0]
    honorific, name = split_honorific(head)
    return bool(honorific and is_name_shaped(name)) or is_person(name)


def _person(piece: str, offset: int, heading: str | None) -> RawPerson | None:
    """One `Name, role`, or None. Under a heading a name alone is enough."""
    if heading is None and not _LIKELY.match(piece):
        return None
    text = piece.strip(_TRAILING)
    lead = len(piece) - len(piece.lstrip(_TRAILING))
    for joiner in ("and ", "& "):
        if text.startswith(joiner):
            text, lead = text[len(joiner) :], lead + len(joiner)
    if not text or not text[0].isalpha():
        return None
    cut = _NAME_END.search(text, 0, 80)
    head = text[: cut.start()] if cut else text
    honorific, name = split_honorific(head)
    if len(name) > 60 or not _may_be_name(name):
        return None
    rest = text[len(head) :]
    if paren := _PAREN.match(rest):
        rest = rest[paren.end() :]
    role = rest.removeprefix(" ").lstrip(",，-–— ").strip(_TRAILING) or None
    if not _convincing(name, honorific, role, heading):
        return None
    start = offset + lead
    name_start = start + len(head) - len(name)
    return RawPerson(
        name=" ".join(name.split()),
        name_span=Span(name_start, name_start + len(name)),
        honorific=honorific,
        description=role,
        span=Span(start, start + len(text)),
        heading=heading,
    )


def _may_be_name(name: str) -> bool:
    parts = name.split()
    return 1 <= len(parts) <= 4 and all(p[0].isupper() and _NAME_WORD.fullmatch(p) for p in parts)


def _convincing(name: str, honorific: str | None, role: str | None, heading: str | None) -> bool:
    """Whether enough speaks for a person: a post, an honorific, a known family name, a heading."""
    if role is None:
        return heading is not None and (honorific is not None or is_person(name))
    if role[-1:] in "?!" or _SPOKEN.search(role):
        return False
    if is_person(name):
        return names_post(role) or heading is not None
    if honorific:
        return names_post(role)
    return names_post(role) and (heading is not None or is_name_shaped(name)) and not names_post(name)
