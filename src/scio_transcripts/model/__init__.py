"""The typed document: frozen pydantic models.

In: what `document/` built, or stored JSON. Out: one `Transcript`, never changed again. Promises: every
field carries its explanation, which the JSON Schema repeats. Knows nothing of parsing.
"""

from __future__ import annotations

from scio_transcripts.model.metadata import Credits, Event, Evidence, PagePart, Pages, Place, Publication, Source
from scio_transcripts.model.people import Participant, Position
from scio_transcripts.model.speech import (
    Exchange,
    Note,
    Paragraph,
    PartAnswer,
    QuestionPart,
    Reference,
    Section,
    Turn,
)
from scio_transcripts.model.transcript import SCHEMA_VERSION, Transcript

__all__ = [
    "SCHEMA_VERSION",
    "Credits",
    "Event",
    "Evidence",
    "Exchange",
    "Note",
    "PagePart",
    "Pages",
    "Paragraph",
    "PartAnswer",
    "Participant",
    "Place",
    "Position",
    "Publication",
    "QuestionPart",
    "Reference",
    "Section",
    "Source",
    "Transcript",
    "Turn",
]
