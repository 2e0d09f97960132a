"""Write docs/images/show.svg: what `scio-transcripts show` looks like. Run it again when the display has changed.

In: the sample page of the package. Promises: the same code gives the same file, and the picture loads nothing from
elsewhere. Knows nothing of any page but the sample.
"""

from __future__ import annotations

import io
import re
from importlib.resources import files
from pathlib import Path

from rich.console import Console

from scio_transcripts import parse
from scio_transcripts.display.terminal import show

TARGET = Path(__file__).parent / "images" / "show.svg"
WIDTH = 100
TURNS = "0,4-8"
FONT_FROM_ELSEWHERE = re.compile(r"\s*@font-face \{.*?\}", re.S)


def picture() -> str:
    """The opening and the first exchanges of the sample, as SVG."""
    page = parse(files("scio_transcripts").joinpath("samples", "demo.txt").read_text("utf-8"))
    console = Console(width=WIDTH, record=True, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    show(page, console=console, turns=TURNS)
    svg = console.export_svg(title=f"scio-transcripts show demo.txt --turns {TURNS}")
    return FONT_FROM_ELSEWHERE.sub("", svg)


if __name__ == "__main__":
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(picture(), "utf-8", newline="\n")
    print(f"Wrote {TARGET}")
