"""How one family of pages is written: data, one file each, and one detector that weighs clues for all.

No dialect knows its rivals. `register` adds one from outside the package.
"""

from __future__ import annotations

from scio_transcripts.dialects.base import Clue, Dialect, Looks
from scio_transcripts.dialects.detect import detect, known, named, register

__all__ = ["Clue", "Dialect", "Looks", "detect", "known", "named", "register"]
