"""The whole document.

In: what `document/` built, or the JSON that `to_json` wrote. Out: one frozen `Transcript`. Promises: JSON and back
gives an equal document. Knows nothing of parsing, and of display only the two doors that people expect on it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

from pydantic import ValidationError

from scio_transcripts.diagnostics import Diagnostic
from scio_transcripts.errors import DocumentError
from scio_transcripts.model.base import Part
from scio_transcripts.model.metadata import Credits, Event, Evidence, Pages, Place, Publication, Source
from scio_transcripts.model.people import Participant
from scio_transcripts.model.soundness import check, path_of
from scio_transcripts.model.speech import Exchange, Note, Paragraph, Reference, Section, Turn

if TYPE_CHECKING:
    from rich.console import RenderableType

SCHEMA_VERSION: Literal["1.0"] = "1.0"


_P = TypeVar("_P", bound=Part)


def _grouped(pairs: Iterable[tuple[str, _P]]) -> dict[str, tuple[_P, ...]]:
    """The parts of each key, in order."""
    groups: dict[str, list[_P]] = {}
    for key, part in pairs:
        groups.setdefault(key, []).append(part)
    return {key: tuple(parts) for key, parts in groups.items()}


class Transcript(Part):
    """One press conference, or one page of it, as one typed document.

    All `start` and `end` are half-open offsets into `text`. A null means that the page does not say.

    >>> from scio_transcripts import parse
    >>> page = parse("Mei An:\\n\\nGood morning.\\n\\nReuters:\\n\\nWhy? Thank you.")
    >>> [(turn.label, turn.role) for turn in page.turns]
    [('Mei An', 'official'), ('Reuters', 'reporter')]
    >>> first = page.turns[0].paragraphs[0]
    >>> page.text[first.start:first.end]
    'Good morning.'
    """

    schema_version: Literal["1.0"] = "1.0"
    """Version of these names."""
    kind: Literal["transcript", "notice", "gallery", "article", "unknown"]
    """What the page is. Only a `transcript` has turns."""
    language: Literal["en", "zh-Hans", "zh-Hant", "mul", "und"]
    """Language of the spoken text."""
    dialect: str
    """Name of the layout family that was recognised."""
    title: str | None
    """As printed, white space folded, nothing glued on."""
    summary: str | None
    """The abstract under the title, as printed, white space folded."""
    category: str | None
    """The page's category line, such as `Economy`."""
    event: Event
    """When and where it was held."""
    publication: Publication
    """When and by whom it was published. Never confused with the event."""
    pages: Pages
    """Which pages these are."""
    participants: tuple[Participant, ...]
    """The roster's people in their order, then everyone else who has a turn."""
    turns: tuple[Turn, ...]
    """The speech, in reading order."""
    exchanges: tuple[Exchange, ...]
    """Questions with their answers."""
    sections: tuple[Section, ...] = ()
    """Opening, statements, questions and closing, as far as the text shows them."""
    references: tuple[Reference, ...] = ()
    """Everybody who is named in the speeches, in reading order."""
    credits: Credits
    """Who translated, edited and photographed."""
    notes: tuple[Note, ...]
    """Everything on the page that is neither speech nor metadata."""
    evidence: tuple[Evidence, ...]
    """Where each value of the metadata was read. With turns and notes it covers every word of the text."""
    diagnostics: tuple[Diagnostic, ...]
    """What the parser wants a reader to know, in reading order."""
    source: Source
    """Where the text came from."""
    text: str
    """The decoded text that was read; for HTML, the text that a browser would draw."""
    places: tuple[Place, ...] = ()
    """For HTML, the element behind each line of the text, in order."""

    def participant(self, participant_id: str | None) -> Participant | None:
        """The participant with this id, or None."""
        return self._people_by_id.get(participant_id or "")

    def turns_of(self, participant_id: str) -> tuple[Turn, ...]:
        """All turns of one participant, in order."""
        return self._turns_by_speaker.get(participant_id, ())

    def evidence_for(self, field: str) -> tuple[Evidence, ...]:
        """The stretches of text behind one value, such as `event.date` or `participants.gu-yunliang.honorific`.

        What has no stretch of its own stands where the whole was read that it is part of: a person's name, outlet and
        posts where the person is named, `participants.gu-yunliang`. A value that is null or empty has none.

        >>> from scio_transcripts import parse
        >>> page = parse("Reuters:\\n\\nWhy? Thank you.\\n\\nMei An:\\n\\nSo.")
        >>> [page.text[e.start:e.end] for e in page.evidence_for("participants.reuters.outlet")]
        ['Reuters:']
        """
        if not self._value(field):
            return ()
        path = field.removesuffix("_basis")  # how a date was found is seen where it stands
        while path and path not in self._evidence_by_field:
            path = path.rpartition(".")[0]
        return self._evidence_by_field.get(path, ())

    # What is asked for each of many people is looked for once. `model_copy` leaves these behind.

    @cached_property
    def _people_by_id(self) -> dict[str, Participant]:
        return {p.id: p for p in reversed(self.participants)}

    @cached_property
    def _turns_by_speaker(self) -> dict[str, tuple[Turn, ...]]:
        return _grouped((turn.speaker, turn) for turn in self.turns if turn.speaker is not None)

    @cached_property
    def _evidence_by_field(self) -> dict[str, tuple[Evidence, ...]]:
        found = dict.fromkeys((*self.evidence, *(e for p in self.participants for e in p.evidence)))
        return _grouped((e.field, e) for e in found)

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with other values in some fields, as pydantic makes it: they are not checked."""
        copied = super().model_copy(update=update, deep=deep)
        for name in ("_people_by_id", "_turns_by_speaker", "_evidence_by_field"):
            copied.__dict__.pop(name, None)
        return copied

    def _value(self, field: str) -> object:
        """The value at a path; None where there is none. People are found by their ids."""
        value: object = self
        for name in field.split("."):
            people = value is self.participants
            value = self.participant(name) if people else dict(value).get(name) if isinstance(value, Part) else None
        return value

    def place_of(self, part: Paragraph | Note | Turn) -> Place | None:
        """Where a paragraph, a note or a turn begins in the page's HTML; None for text."""
        index = bisect_right(self.places, part.start, key=lambda place: place.start) - 1
        return self.places[index] if index >= 0 and part.start < self.places[index].end else None

    def to_json(self, *, indent: int | None = None) -> str:
        """The document as JSON. `Transcript.from_json` reads it back to an equal document."""
        return self.model_dump_json(indent=indent)

    @classmethod
    def from_json(cls, data: str | bytes) -> Transcript:
        """The document that `to_json` wrote. Raises `DocumentError` with the field for one that it did not write."""
        try:
            document = cls.model_validate_json(data)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False, include_input=False)[0]
            raise DocumentError(path_of(first["loc"]), first["msg"]) from None
        check(document)
        return document

    def show(self, **options: Any) -> None:
        """Pretty-print to the terminal. Options are those of `scio_transcripts.display.terminal.show`."""
        from scio_transcripts.display.terminal import show

        show(self, **options)

    def __repr__(self) -> str:
        """One line: the text alone would fill screens. `show()` draws the document, `model_dump()` has every field."""
        told = [repr(self.title) if self.title else "untitled", *filter(None, [self.event.date])]
        counts = f"{len(self.turns)} turns, {len(self.exchanges)} exchanges, {len(self.participants)} participants"
        return f"<Transcript {', '.join(map(str, told))}: {self.kind}, {counts}>"

    __str__ = __repr__

    def __rich__(self) -> RenderableType:
        from scio_transcripts.display.terminal import render

        return render(self)

    def _repr_html_(self) -> str:
        from scio_transcripts.display.notebook import html_of

        return html_of(self)
