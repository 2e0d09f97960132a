"""What is drawn on: how wide it is, which signs it has, and how text gets onto it.

In: strings of a transcript, and the console's options. Out: rich `Text`, one object a line. Promises: every string is
cleaned, none is read as markup, and no line is wider than asked. Knows nothing of transcripts.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from scio_transcripts.display.clean import clean, encodable, one_line
from scio_transcripts.display.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, ConsoleOptions

WIDEST = 112
"""Lines longer than this are hard to read, so a wider terminal is left empty at the right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """A console as the drawing functions see it."""

    width: int
    plain: bool
    """Only ASCII signs: the encoding is not UTF, or the terminal is a dumb one."""
    encoding: str

    @classmethod
    def of(cls, console: Console, options: ConsoleOptions) -> Surface:
        """The surface that rich offers."""
        plain = options.ascii_only or options.legacy_windows or console.is_dumb_terminal
        return cls(width=min(options.max_width, WIDEST), plain=plain, encoding=options.encoding)

    @property
    def measure(self) -> int:
        """Where lines of text end: the last two columns stay empty."""
        return max(self.width - 2, 2)

    def say(self, text: str, style: str = "") -> Text:
        """A string on one line, cleaned. With `part` and `prose`, the only way for a transcript's words onto it."""
        return Text(self._fit(one_line(text)), style=style, end="")

    def part(self, text: str, style: str = "") -> Text:
        """A part of a line, cleaned, with single blanks where it has any, at its edges too."""
        folded = one_line(text)
        before = " " if folded and text[:1].isspace() else ""
        after = " " if text[-1:].isspace() else ""
        return Text(self._fit(f"{before}{folded}{after}"), style=style, end="")

    def prose(self, text: str) -> Text:
        """A string whose printed lines stay lines."""
        return Text(self._fit("\n".join(" ".join(line.split()) for line in clean(text).split("\n"))), end="")

    def sign(self, beautiful: str, plain: str) -> str:
        """The one of two signs that this surface has."""
        return plain if self.plain else beautiful

    def heading(self, title: str, style: str = "bold") -> list[Text]:
        """A blank line, and a title in a rule across the surface."""
        stroke = self.sign("─", "-")
        margin = stroke * 2 + " "
        rest = self.width - cell_len(margin) - cell_len(title) - 1
        text = Text.assemble((title, style), " ", (stroke * rest, "dim"))
        first, *more = lines(text, self.width, first=margin, rest=" " * len(margin)) or [Text(margin)]
        first.stylize("dim", 0, len(margin))
        return [Text(), first, *more]

    def _fit(self, text: str) -> str:
        return text if self.encoding.startswith("utf") else encodable(text, self.encoding)


def lines(text: Text, width: int, *, first: str = "", rest: str | None = None) -> list[Text]:
    """Break `text` at the width. `first` goes before the first line, `rest` (or as many blanks) before the others.

    >>> [line.plain for line in lines(Text("one two three"), 9, first="- ")]
    ['- one two', '  three']
    """
    following = " " * cell_len(first) if rest is None else rest
    spans = wrap(text.plain, width - cell_len(following), width - cell_len(first))
    cuts = [offset for span in spans for offset in span]
    broken = text.divide(cuts)[1::2]  # every other piece is the blanks between two lines
    return [line(Text(first if number == 0 else following), part) for number, part in enumerate(broken)]


def line(*parts: Text | str | tuple[str, str]) -> Text:
    """One line made of parts. rich must neither break nor crop it."""
    joined = Text.assemble(*parts, no_wrap=True, overflow="ignore")
    joined.rstrip()
    return joined


def columns(cells: Sequence[tuple[Text, int]], gap: int = 2, *, right: Sequence[bool] = ()) -> list[Text]:
    """Cells side by side, each a text and its width; what does not fit goes on below in its own column.

    `right` says which of them stand at the right of their columns.
    """
    sides = [place < len(right) and right[place] for place in range(len(cells))]
    broken = [lines(text, width) for text, width in cells]
    rows = []
    for row in zip_longest(*broken):
        parts: list[Text] = []
        for part, (_, width), at_right in zip(row, cells, sides, strict=True):
            cell = part.copy() if part else Text()
            blanks = " " * (width - cell.cell_len)
            parts.append(Text.assemble(blanks, cell) if at_right else Text.assemble(cell, blanks))
            parts.append(Text(" " * gap))
        rows.append(line(*parts))
    return rows
