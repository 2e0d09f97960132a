"""Citations: who said something, in what role, where and when, for people and for programs.

In: a transcript and a paragraph or span of its speech. Out: a `Citation`: the words, one line for a footnote, and an
anchor that `views/verification.py` finds again. Promises: a citation says only what the page says; what the page does
not say is left out, but for the date, whose absence is told.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from scio_transcripts.errors import ArgumentError
from scio_transcripts.registry.outlets import name_of
from scio_transcripts.views.anchors import Anchor, hash_of
from scio_transcripts.views.folding import Folded

if TYPE_CHECKING:
    from scio_transcripts.model import Paragraph, Transcript, Turn
    from scio_transcripts.model.base import Role

Style = Literal["full", "short"]
"""`full`: all that finds the page again, for a footnote. `short`: who, when and which paragraph, for brackets."""


class CitationError(ArgumentError):
    """No citation can be made of this. `asked` is what was asked for, `reason` what is wrong."""

    def __init__(self, asked: str, reason: str) -> None:
        super().__init__(asked, reason)
        self.asked = asked
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.asked}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Words of a transcript, and where they come from. Null means that the page does not say."""

    words: str
    """The words as printed."""
    text: str
    """The citation for people, in the style asked for."""
    anchor: Anchor
    """The citation for programs; `str(anchor)` can be pasted."""
    speaker: str | None
    """The person's name, or the outlet where the reporter is not named, or else the label as printed."""
    role: Role
    """In what role the words are spoken."""
    post: str | None
    """The post as the page prints it; for reporters, the outlet's name where it is not the speaker's."""
    event: str | None
    """Title of the event."""
    date: str | None
    """ISO date of the event."""
    city: str | None
    publisher: str | None
    published: str | None
    """ISO date of publication."""
    url: str | None
    page: int | None
    """Number of the page, where known."""
    turn: int
    """Position of the turn among `Transcript.turns`, from 0."""
    paragraph: int
    """Number of the paragraph in the turn, from 1."""
    start: int
    """First character in `Transcript.text`."""
    end: int
    """One past the last character in `Transcript.text`."""


def cite(transcript: Transcript, where: Paragraph | tuple[int, int], *, style: Style = "full") -> Citation:
    r"""Cite a paragraph, or a stretch of one given as offsets into `transcript.text`.

    Blanks around a stretch are left out. Raises `CitationError` for a stretch without words or that is not speech of
    one paragraph.

    >>> from scio_transcripts import parse
    >>> page = parse("SCIO briefing on boats\n\nReuters:\n\nWhy? Thank you.\n\nLin Dahai:\n\nThank you. Ninety run.")
    >>> citation = cite(page, page.turns[1].paragraphs[0], style="short")
    >>> citation.text
    'Lin Dahai, no date, turn 1, paragraph 1'
    >>> str(citation.anchor)
    'scio:1;t-eb9463e9;lin-dahai;p1;c0-22;sha256:64d7a5a96e8cba9303e754a5a508e15f'
    """
    start, end = where if isinstance(where, tuple) else (where.start, where.end)
    turn, number, paragraph = _standing(transcript, start, end)
    speaker = transcript.participant(turn.speaker)
    source = Source(
        turn_id=turn.id,
        turn=turn.index,
        speaker=turn.speaker,
        name=speaker.name if speaker else turn.label,
        role=turn.role,
        outlet=speaker.outlet if speaker else None,
        description=speaker.description if speaker else None,
        page=turn.page,
        event=transcript.title,
        date=transcript.event.date,
        city=transcript.event.city,
        publisher=transcript.publication.publisher,
        published=transcript.publication.date,
        url=transcript.publication.url,
    )
    span = (start - paragraph.start, end - paragraph.start)
    citation = cited(source, number, paragraph.text, paragraph.start, span, style)
    if isinstance(where, tuple) and citation.anchor.start == citation.anchor.end:
        raise CitationError(f"characters {start} to {end}", "there are no words")
    return citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is known of a turn and its event, be it of a transcript or of the rows of a corpus."""

    turn_id: str
    turn: int
    speaker: str | None
    name: str | None
    role: Role
    outlet: str | None
    description: str | None
    page: int | None
    event: str | None
    date: str | None
    city: str | None
    publisher: str | None
    published: str | None
    url: str | None


def cited(source: Source, paragraph: int, text: str, offset: int, span: tuple[int, int], style: Style) -> Citation:
    """The citation of a stretch of a paragraph: the one place where citations are made.

    `paragraph` is its number, `text` its words, `offset` its first character in `Transcript.text`, and `span` the
    stretch in its words.
    """
    folded = Folded(text)
    low, high = span
    first, last = folded.offset(low), folded.offset(high)
    while first < last and folded.text[first] == " ":
        first += 1
    while last > first and folded.text[last - 1] == " ":
        last -= 1
    if first < last:
        low, high = folded.span(first, last)
    post = source.description or (name_of(source.outlet) if source.outlet else None)
    citation = Citation(
        words=text[low:high],
        text="",
        anchor=Anchor(
            turn=source.turn_id,
            speaker=source.speaker,
            paragraph=paragraph,
            start=first,
            end=last,
            hash=hash_of(folded.text[first:last]),
        ),
        speaker=source.name,
        role=source.role,
        post=post if post != source.name else None,
        event=source.event,
        date=source.date,
        city=source.city,
        publisher=source.publisher,
        published=source.published,
        url=source.url,
        page=source.page,
        turn=source.turn,
        paragraph=paragraph,
        start=offset + low,
        end=offset + high,
    )
    return replace(citation, text=_short(citation) if style == "short" else _full(citation))


def _standing(transcript: Transcript, start: int, end: int) -> tuple[Turn, int, Paragraph]:
    """The turn, number and paragraph in which a stretch stands."""
    before = bisect_right(transcript.turns, start, key=lambda turn: turn.start)
    if before and start <= end:
        turn = transcript.turns[before - 1]
        for number, paragraph in enumerate(turn.paragraphs, 1):
            if paragraph.start <= start and end <= paragraph.end:
                return turn, number, paragraph
    raise CitationError(f"characters {start} to {end}", "they are not speech of one paragraph; cite each by itself")


def _full(citation: Citation) -> str:
    """All that finds the page again, in the order of a footnote."""
    name = citation.speaker or "a speaker whom the page does not name"
    role = citation.role if citation.role != "unknown" else None
    published = _joined(f"by {citation.publisher}" if citation.publisher else None, citation.published)
    parts = (
        _joined(name, citation.post or role),
        _joined(f"“{citation.event}”" if citation.event else None, citation.city, citation.date or "no date"),
        f"published {published}" if published else None,
        citation.url,
        _joined(_page(citation), f"turn {citation.turn}", f"paragraph {citation.paragraph}"),
    )
    return " ".join("; ".join(part for part in parts if part).split())


def _short(citation: Citation) -> str:
    name = citation.speaker or "speaker not named"
    place = _joined(_page(citation), f"turn {citation.turn}", f"paragraph {citation.paragraph}")
    return " ".join(_joined(name, citation.date or "no date", place).split())


def _page(citation: Citation) -> str | None:
    return f"page {citation.page}" if citation.page is not None else None


def _joined(*parts: str | None) -> str:
    return ", ".join(part for part in parts if part)
