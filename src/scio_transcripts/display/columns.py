"""Rows as a table on a terminal.

In: headings and cells of text. Out: a renderable. Promises: every string is cleaned, none is read as markup; a narrow
terminal wraps cells. Knows nothing of what the rows mean.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from scio_transcripts.display.clean import encodable, one_line


def table(
    headings: Sequence[str], rows: Iterable[Sequence[str]], encoding: str, *, numbers: Sequence[bool] = ()
) -> Table:
    """A table without lines. Columns of numbers stand at the right."""
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for place, heading in enumerate(headings):
        is_number = place < len(numbers) and numbers[place]
        drawn.add_column(_say(heading, encoding), justify="right" if is_number else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(_say(cell, encoding) for cell in row))
    return drawn


def _say(text: str, encoding: str) -> Text:
    return Text(encodable(one_line(text), encoding))
