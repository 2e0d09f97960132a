"""Any other text with labels: the choice where nothing speaks for a family. Data only."""

from __future__ import annotations

from scio_transcripts.dialects.base import Clue, Dialect

DIALECT = Dialect(name="generic", about="any other text with labels", clues=(Clue(weight=1.2),))
