"""rich's console as the commands use it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.text import Text

from scio_transcripts.display.clean import encodable

_WIDE = 240
"""Columns of a table that no terminal shows."""


class PipeConsole(Console):
    """A console on standard output that leaves a closed pipe to `exits.settled` and colours nothing of its own."""

    def __init__(self) -> None:
        super().__init__(highlight=False, markup=False, emoji=False)

    def print_line(self, *parts: tuple[str, str]) -> None:
        """Print texts with their styles as one line, however long it is. The texts have been cleaned."""
        fitted = [(encodable(text, self.encoding), style) for text, style in parts]
        self.print(Text.assemble(*fitted), soft_wrap=True)

    def print_parts(self, parts: Iterable[RenderableType]) -> None:
        """Print tables and lines. In a pipe each row of a table has a line of its own, for grep and the like."""
        if not self.is_terminal:
            self.width = max(self.width, _WIDE)
        for part in parts:
            self.print(part, soft_wrap=isinstance(part, Text))

    def on_broken_pipe(self) -> None:
        """Let the command end as in any other pipe."""
        raise BrokenPipeError
