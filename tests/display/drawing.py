"""Draw a transcript on a console of any kind, and read what a person would see."""

import io
import re

from rich.console import Console, RenderableType

from scio_transcripts import Transcript
from scio_transcripts.display.terminal import render

SGR = re.compile(r"\x1b\[[0-9;]*m")
"""What rich writes for colours and bold: the only escape sequence that may be there."""


def drawn(transcript: Transcript, *, width: int = 100, colour: bool = False, encoding: str = "utf-8", **options) -> str:
    """The transcript as printed on a console of this width."""
    return printed(render(transcript, **options), width=width, colour=colour, encoding=encoding)


def printed(view: RenderableType, *, width: int = 100, colour: bool = False, encoding: str = "utf-8") -> str:
    """Anything as printed on a console of this width."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding, newline="")
    console = Console(file=stream, width=width, force_terminal=colour, color_system="truecolor" if colour else None)
    console.print(view)
    stream.flush()
    return raw.getvalue().decode(encoding)
