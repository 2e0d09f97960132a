"""The speech of a transcript in the order and the parts in which the site shows it.

In: a transcript. Out: sections of blocks of turns of paragraphs, as plain values for a template. Promises: every
paragraph once, in reading order, with the numbers that `cite` takes; an exchange that other turns break up is shown in
several blocks. Makes no HTML.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from scio_transcripts.display.roles import LOOKS
from scio_transcripts.views import CitationError, cite
from scio_transcripts.views.words import first_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scio_transcripts.model import Exchange, Note, Paragraph, Participant, Transcript, Turn
    from scio_transcripts.model.base import Role

SECTIONS = {
    "opening": "Opening",
    "statements": "Statements",
    "questions": "Questions and answers",
    "closing": "Closing",
    "unknown": "Speech",
}
_SHOWN_NOTES = ("caption", "stage")
_LEAD = 150
"""Characters of a question that stand on its folded exchange."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A paragraph, or a note that stands between two."""

    text: str
    note: str
    """What kind of note; empty for a paragraph."""
    number: int
    """Of the paragraph in its turn, from 1; 0 for a note."""
    anchor: str
    """`scio:...`, which `verify` finds again; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnPart:
    """One turn."""

    index: int
    role: Role
    mark: str
    label: str
    """Empty where the page has none."""
    name: str
    """The speaker's name where the label is another; or empty."""
    remarks: tuple[str, ...]
    page: int | None
    """Where a page begins with this turn."""
    citation: str
    """The citation of its paragraphs, with `{}` for the paragraph's number; or empty."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Turns of one exchange, or of none."""

    exchange: int | None
    """Number of the exchange, from 0."""
    again: int
    """How many blocks of the same exchange came before."""
    asker: str
    lead: str
    """The first words of the question."""
    answerers: tuple[str, ...]
    follow_ups: int
    turns: tuple[TurnPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPart:
    """One part of the event."""

    number: int
    title: str
    blocks: tuple[Block, ...]


def speech_of(transcript: Transcript) -> tuple[SectionPart, ...]:
    """The whole speech in its sections."""
    return tuple(_Arranger(transcript).sections())


class _Arranger:
    """What the arranging of one transcript looks things up in."""

    def __init__(self, transcript: Transcript) -> None:
        self.transcript = transcript
        self.people = {person.id: person for person in transcript.participants}
        self.exchange_of: dict[int, int] = {}
        for number, exchange in enumerate(transcript.exchanges):
            for turn in (*exchange.questions, *exchange.answers, *exchange.handovers):
                self.exchange_of.setdefault(turn, number)
        self.notes = [note for note in transcript.notes if note.kind in _SHOWN_NOTES]
        self.starts = [note.start for note in self.notes]
        self.blocks: dict[int, int] = {}
        self.page: int | None = None

    def sections(self) -> Iterator[SectionPart]:
        """The sections; turns that no section holds come as one of their own."""
        kinds = {turn: n for n, s in enumerate(self.transcript.sections) for turn in range(s.first, s.last + 1)}
        runs = groupby(self.transcript.turns, key=lambda turn: kinds.get(turn.index))
        for count, (number, turns) in enumerate(runs):
            kind = "unknown" if number is None else self.transcript.sections[number].kind
            yield SectionPart(number=count, title=SECTIONS[kind], blocks=tuple(self._blocks(list(turns))))

    def _blocks(self, turns: list[Turn]) -> Iterator[Block]:
        for number, run in groupby(turns, key=lambda turn: self.exchange_of.get(turn.index)):
            parts = tuple(self._turn(turn) for turn in run)
            if number is None:
                yield Block(exchange=None, again=0, asker="", lead="", answerers=(), follow_ups=0, turns=parts)
            else:
                yield self._exchange(number, self.transcript.exchanges[number], parts)

    def _exchange(self, number: int, exchange: Exchange, parts: tuple[TurnPart, ...]) -> Block:
        again = self.blocks.get(number, 0)
        self.blocks[number] = again + 1
        asker = self.people.get(exchange.asker or "")
        first = next((self.transcript.turns[i] for i in exchange.questions), None)
        label = first.label if first else None
        named = (self.people[one].name for one in exchange.answerers if one in self.people)
        return Block(
            exchange=number,
            again=again,
            asker=asker.name if asker else label or "",
            lead=first_words(" ".join(p.text[: _LEAD * 2] for p in first.paragraphs[:3]), _LEAD) if first else "",
            answerers=tuple(named),
            follow_ups=len(exchange.follow_ups),
            turns=parts,
        )

    def _turn(self, turn: Turn) -> TurnPart:
        person = self.people.get(turn.speaker or "")
        remarks = ["continued from the page before"] if turn.continued else []
        if not turn.paragraphs:
            remarks.append("nothing said")
        page = turn.page if turn.page != self.page and len(self.transcript.pages.numbers) > 1 else None
        self.page = turn.page
        citation, anchor = self._cited(turn.paragraphs[0]) if turn.paragraphs else ("", "")
        return TurnPart(
            index=turn.index,
            role=turn.role,
            mark=LOOKS[turn.role].mark,
            label=turn.label or "",
            name=_other_name(person, turn.label),
            remarks=tuple(remarks),
            page=page,
            citation=citation,
            pieces=tuple(self._pieces(turn, anchor)),
        )

    def _cited(self, paragraph: Paragraph) -> tuple[str, str]:
        """What the citations of a turn's paragraphs have in common, made of its first, and the anchor of that one."""
        try:
            cited = cite(self.transcript, paragraph)
        except CitationError:  # the document was made by a program that counts otherwise
            return "", ""
        return cited.text.removesuffix("1") + "{}", str(cited.anchor)

    def _pieces(self, turn: Turn, first: str) -> Iterator[Piece]:
        """The paragraphs with the notes between them. `first` is the anchor of the first paragraph."""
        notes = self.notes[bisect_left(self.starts, turn.start) : bisect_left(self.starts, turn.end)]
        after = 0
        for number, paragraph in enumerate(turn.paragraphs, 1):
            while after < len(notes) and notes[after].start < paragraph.start:
                yield _note(notes[after])
                after += 1
            anchor = first if number == 1 else self._cited(paragraph)[1]
            yield Piece(text=paragraph.text, note="", number=number, anchor=anchor)
        yield from map(_note, notes[after:])


def place_of(transcript: Transcript, offset: int) -> tuple[str, str]:
    """The anchor on the page, and its name for readers, of what stands at an offset; empty ones where no speech is.

    >>> from scio_transcripts import parse
    >>> page = parse("Reuters:\\n\\nWhy? Thank you.")
    >>> place_of(page, page.text.index("Why"))
    ('t0p1', '0.1')
    """
    before = bisect_right(transcript.turns, offset, key=lambda turn: turn.start)
    if not before or offset >= transcript.turns[before - 1].end:
        return "", ""
    turn = transcript.turns[before - 1]
    number = bisect_right(turn.paragraphs, offset, key=lambda paragraph: paragraph.start)
    return (f"t{turn.index}p{number}", f"{turn.index}.{number}") if number else (f"t{turn.index}", str(turn.index))


def _note(note: Note) -> Piece:
    return Piece(text=" ".join(note.text.split()), note=note.kind, number=0, anchor="")


def _other_name(person: Participant | None, label: str | None) -> str:
    return person.name if person and person.name != label else ""
