"""rich's console as the commands use it."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from scio_transcripts.display.clean import encodable


class PipeConsole(Console):
    """A console on standard output that leaves a closed pipe to `exits.settled` and colours nothing of its own."""

    def __init__(self) -> None:
        super().__init__(highlight=False, markup=False, emoji=False)

    def print_line(self, *parts: tuple[str, str]) -> None:
        """Print texts with their styles as one line, however long it is. The texts have been cleaned."""
        fitted = [(encodable(text, self.encoding), style) for text, style in parts]
        self.print(Text.assemble(*fitted), soft_wrap=True)

    def on_broken_pipe(self) -> None:
        """Let the command end as in any other pipe."""
        raise BrokenPipeError
