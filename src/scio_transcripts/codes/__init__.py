"""The table of diagnostics: what each code means, and what would settle it.

In: nothing. Out: rows. Promises: a code never changes its meaning and is never used again once withdrawn.
`docs/diagnostics.md` is generated from the table. Knows nothing of how pages are parsed.
"""

from __future__ import annotations

from scio_transcripts.codes import page, speech
from scio_transcripts.codes.row import Code, Severity

__all__ = ["CODES", "GROUPS", "Code", "Severity"]

GROUPS = {
    "T": "The text itself",
    "L": "Labels and turns",
    "R": "The roster",
    "D": "Dates",
    "P": "People",
    "G": "Pages",
    "E": "Exchanges",
    "K": "What the page is",
}
"""What the letter of a code says it is about."""

CODES: dict[str, Code] = {
    code: row for letter in GROUPS for code, row in {**page.CODES, **speech.CODES}.items() if code.startswith(letter)
}
"""All rows, in the order of the groups."""
