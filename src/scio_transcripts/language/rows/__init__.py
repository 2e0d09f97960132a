"""The rows: what people say, once, in both languages.

In: nothing. Out: the rows of all themes, each a meaning. Promises: every row has words in which it is found and words
in which it is not, in each language that it has patterns for. Knows no page and no person.
"""

from __future__ import annotations

from scio_transcripts.language.row import Row
from scio_transcripts.language.rows import answering, asking, courtesy, event, floor, labels, no_labels, telling

ROWS: tuple[Row, ...] = (
    *courtesy.ROWS,
    *floor.ROWS,
    *event.ROWS,
    *asking.ROWS,
    *answering.ROWS,
    *telling.ROWS,
    *labels.ROWS,
    *no_labels.ROWS,
)
"""All rows, by theme."""


def meaning(means: str) -> tuple[Row, ...]:
    """The rows that mean this, in order.

    >>> [row.id for row in meaning("thanks")]
    ['thanks']
    """
    return tuple(row for row in ROWS if means in row.means)
