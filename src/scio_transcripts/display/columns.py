"""Rows as a table on a terminal.

In: headings and cells of text. Out: a renderable. Promises: every string is cleaned, none is read as markup; cells are
broken between words only, and numbers not at all; where the columns do not fit side by side, each row is a paragraph.
Knows nothing of what the rows mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from scio_transcripts.display.clean import encodable, one_line
from scio_transcripts.display.surface import columns, lines
from scio_transcripts.display.wrap import least_width

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

_GAP = 2
_READABLE = 16
"""Cells that a column of words has at least, if it has so many to show: a word a line is no way to read."""


def table(
    headings: Sequence[str],
    rows: Iterable[Sequence[str]],
    encoding: str,
    *,
    numbers: Sequence[bool] = (),
    heads: int = 1,
) -> RenderableType:
    """A table without lines. Columns of numbers stand at the right; `heads` cells of a row head its paragraph."""
    are_numbers = [place < len(numbers) and numbers[place] for place in range(len(headings))]
    said = [[_say(cell, encoding) for cell in row] for row in rows]
    return _Table([_say(heading, encoding) for heading in headings], said, are_numbers, heads)


class _Table:
    """A table that is laid out when the console's width is known."""

    def __init__(self, headings: list[Text], rows: list[list[Text]], numbers: list[bool], heads: int) -> None:
        self._headings = headings
        self._rows = rows
        self._numbers = numbers
        self._heads = heads

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        widths = _widths(self._headings, self._rows, self._numbers, options.max_width)
        if widths is None:
            yield from _paragraphs(self._headings, self._rows, options.max_width, self._heads)
            return
        for row in [[_bold(heading) for heading in self._headings], *self._rows]:
            yield from columns([*zip(row, widths, strict=True)], _GAP, right=self._numbers) or [Text()]


def _widths(headings: list[Text], rows: list[list[Text]], numbers: list[bool], room: int) -> list[int] | None:
    """The width of each column; None where the columns cannot stand side by side without breaking a word."""
    cells = [[heading, *(row[place] for row in rows)] for place, heading in enumerate(headings)]
    most = [max(text.cell_len for text in column) for column in cells]
    left = room - _GAP * (len(headings) - 1)
    if sum(most) <= left:
        return most
    widths = [
        width if is_number else max(min(width, _READABLE), *(least_width(text.plain) for text in column))
        for column, width, is_number in zip(cells, most, numbers, strict=True)
    ]
    left -= sum(widths)
    if left < 0:
        return None
    wanting = sorted(range(len(widths)), key=lambda place: most[place] - widths[place])
    for done, place in enumerate(wanting):  # the column that wants the least first, and what it leaves to the others
        more = min(most[place] - widths[place], left // (len(wanting) - done))
        widths[place] += more
        left -= more
    return widths


def _paragraphs(headings: list[Text], rows: list[list[Text]], room: int, heads: int) -> Iterator[Text]:
    """Each row as its first cells, and below them the others, each after its heading."""
    for number, row in enumerate(rows):
        if number:
            yield Text()
        yield from lines(_bold(Text("  ").join(row[:heads])), room, rest="  ")
        named = zip(headings[heads:], row[heads:], strict=True)
        parts = [Text.assemble((f"{heading.plain}: ", "dim"), cell) for heading, cell in named if cell]
        yield from lines(Text("; ").join(parts), room, first="  ")


def _bold(text: Text) -> Text:
    return Text(text.plain, "bold")


def _say(text: str, encoding: str) -> Text:
    return Text(encodable(one_line(text), encoding))
