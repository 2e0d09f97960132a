"""What the stages concluded: all that a document is made of.

Nothing here computes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from scio_transcripts.normalizer.known import Known
from scio_transcripts.normalizer.page.pages import PageFacts
from scio_transcripts.sources.markup import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts(Known):
    """What is known of an event, and of its pages. Those of `blocks` and `parts` count in the untouched text."""

    pages: PageFacts
    source: Mapping[str, object]
    starts: Sequence[tuple[int, int | None]] = ((0, None),)
    """Where in the view each page begins, and its number."""
    parts: Sequence[Mapping[str, object]] = ()
    """Every page that was given, where several were read together."""
    blocks: Sequence[Block] = ()
    """What HTML says of each line."""
    urls: Sequence[str] = ()
    """Addresses of the other pages."""

    @classmethod
    def of(cls, known: Known, **more: Any) -> Facts:
        """What is known, with what is known of the pages."""
        return cls(**{field.name: getattr(known, field.name) for field in fields(known)}, **more)

    @property
    def text(self) -> str:
        """The untouched text."""
        return self.view.untouched
