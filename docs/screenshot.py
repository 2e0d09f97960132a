"""Write docs/images/show.svg: what `scio-transcripts demo` looks like. Run it again when the display has changed.

In: the sample page of the package. Promises: the same code gives the same file, and the picture loads nothing from
elsewhere. Knows nothing of any page but the sample.
"""

from __future__ import annotations

import io
import re
import sys
from functools import partial
from importlib.resources import files
from pathlib import Path

from rich.console import Console

from scio_transcripts import parse
from scio_transcripts.cli.console import PipeConsole
from scio_transcripts.cli.demo import glance, go_on
from scio_transcripts.display.sheet import Sheet

TARGET = Path(__file__).parent / "images" / "show.svg"
WIDTH = 90
FONT_FROM_ELSEWHERE = re.compile(r"\s*@font-face \{.*?\}", re.S)


class Recorded(PipeConsole):
    """The console of the command, in colour and of one width, that keeps what is printed."""

    def __init__(self) -> None:
        Console.__init__(
            self,
            width=WIDTH,
            record=True,
            file=io.StringIO(),
            force_terminal=True,
            color_system="truecolor",
            highlight=False,
        )


def picture() -> str:
    """The card, the people and the first exchanges of the sample, and where to go on, as SVG."""
    page = parse(files("scio_transcripts").joinpath("samples", "demo.txt").read_text("utf-8"))
    sys.argv[0] = "scio-transcripts"  # the name that the last lines give the program
    console = Recorded()
    console.print(Sheet(partial(glance, page)))
    go_on(console)
    svg = console.export_svg(title="make demo")
    return FONT_FROM_ELSEWHERE.sub("", svg)


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(picture(), "utf-8", newline="\n")
    print(f"Wrote {TARGET}")
