"""Civic archives: labels as headings or in bold. Data only."""

from __future__ import annotations

from scio_transcripts.dialects.base import Clue, Dialect

DIALECT = Dialect(
    name="markdown",
    about="civic archives in Markdown: labels as headings or in bold",
    clues=(Clue(weight=5, form="markdown"),),
    label_weights={"markdown": 1},
)
