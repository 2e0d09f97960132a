"""How each role looks: a colour, and a mark and a word for where there are no colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scio_transcripts.display.surface import Surface
    from scio_transcripts.model.base import Role


@dataclass(frozen=True, slots=True)
class Look:
    """The look of one role."""

    style: str
    mark: str
    plain_mark: str
    """The mark in ASCII."""

    def on(self, surface: Surface) -> str:
        """The mark, in signs that the surface has."""
        return surface.sign(self.mark, self.plain_mark)


LOOKS: dict[Role, Look] = {
    "chair": Look("magenta", "◆", "*"),
    "official": Look("cyan", "●", "o"),
    "reporter": Look("green", "?", "?"),
    "unknown": Look("", "○", "-"),
}
