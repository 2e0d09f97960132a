"""Live records, English and Chinese: the label in brackets, often with the clock time. Data only."""

from __future__ import annotations

from scio_transcripts.dialects.base import Clue, Dialect

DIALECT = Dialect(
    name="bracketed",
    about="live records: labels in brackets, often with a clock time",
    clues=(Clue(weight=5, form="bracketed"),),
    label_weights={"bracketed": 1},
)
