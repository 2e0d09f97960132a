"""rich's console as the commands use it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console, RenderableType
from rich.text import Text

from scio_transcripts.display.clean import encodable
from scio_transcripts.display.surface import lines

_WIDE = 240
"""Columns of a table that no terminal shows."""


class PipeConsole(Console):
    """A console that leaves a closed pipe to `exits.settled` and colours nothing of its own."""

    def __init__(self, *, stderr: bool = False) -> None:
        super().__init__(stderr=stderr, highlight=False, markup=False, emoji=False)

    def print_line(self, *parts: tuple[str, str]) -> None:
        """Print texts with their styles as one line, however long it is. The texts have been cleaned."""
        self.print(self._joined(parts), soft_wrap=True)

    def print_folded(self, *parts: tuple[str, str], rest: str = "  ") -> None:
        """Print texts as one line; a terminal breaks it between words, with `rest` before the lines that follow."""
        self._print_folded(self._joined(parts), rest)

    def print_parts(self, parts: Iterable[RenderableType]) -> None:
        """Print tables and lines. In a pipe each row of a table has a line of its own, for grep and the like."""
        if not self.is_terminal:
            self.width = max(self.width, _WIDE)
        for part in parts:
            if isinstance(part, Text):
                self._print_folded(part, "  ")
            else:
                self.print(part)

    def on_broken_pipe(self) -> None:
        """Let the command end as in any other pipe."""
        raise BrokenPipeError

    def _joined(self, parts: Iterable[tuple[str, str]]) -> Text:
        return Text.assemble(*((encodable(text, self.encoding), style) for text, style in parts))

    def _print_folded(self, text: Text, rest: str) -> None:
        if self.is_terminal and text.cell_len > self.width:
            margin = " " * (len(text.plain) - len(text.plain.lstrip(" ")))
            for part in lines(text, self.width, first=margin, rest=rest):
                self.print(part)
        else:
            self.print(text, soft_wrap=True)
