"""国新办 and sister bodies in Chinese. Data only."""

from __future__ import annotations

from scio_transcripts.dialects.base import Clue, Dialect

DIALECT = Dialect(
    name="scio-zh",
    about="SCIO and sister bodies in Chinese",
    clues=(Clue(weight=4, han=True), Clue(weight=-1, form="markdown"), Clue(weight=-2, form="bracketed")),
)
