"""What the stages concluded: all that a document is made of.

Nothing here computes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scio_transcripts.lexer import View
from scio_transcripts.lexer.read import Written
from scio_transcripts.lexer.turns.raw import RawNote, RawTurn
from scio_transcripts.normalize.credits import CreditFacts
from scio_transcripts.normalize.event import EventFacts
from scio_transcripts.normalize.pages import PageFacts
from scio_transcripts.normalize.people import Person
from scio_transcripts.normalize.positions import Post
from scio_transcripts.normalize.publication import PublicationFacts
from scio_transcripts.normalize.references import Reference
from scio_transcripts.normalize.roles import Voice
from scio_transcripts.sources.markup import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the stages concluded about one page. Places count in its view, those of `blocks` and `parts` in its text."""

    view: View
    """The text, and how the stages read it."""
    kind: str
    language: str
    dialect: str
    written: Written
    people: Sequence[Person]
    turns: Sequence[RawTurn]
    voices: Sequence[Voice]
    references: Sequence[Reference]
    posts: Mapping[int, Sequence[Post]]
    event: EventFacts
    publication: PublicationFacts
    pages: PageFacts
    credits: CreditFacts
    notes: Sequence[RawNote]
    source: Mapping[str, object]
    starts: Sequence[tuple[int, int | None]] = ((0, None),)
    """Where in the text each page begins, and its number."""
    parts: Sequence[Mapping[str, object]] = ()
    """Every page that was given, where several were read together."""
    blocks: Sequence[Block] = ()
    """What HTML says of each line."""
    urls: Sequence[str] = ()
    """Addresses of the other pages."""

    @property
    def text(self) -> str:
        """The untouched text."""
        return self.view.untouched
