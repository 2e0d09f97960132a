"""Something to print that is laid out when a console asks for it, to the console's width and signs.

In: a function that draws on a `Surface`. Out: a renderable. Knows nothing of what is drawn.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scio_transcripts.display.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult


class Sheet:
    """What a drawing function gives, whatever the console."""

    def __init__(self, draw: Callable[[Surface], Iterable[RenderableType]]) -> None:
        self._draw = draw

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self._draw(Surface.of(console, options))
