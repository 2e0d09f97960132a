"""How one family of pages is written: data, one file each, and one detector that weighs clues for all.

In: the looks of a page. Out: its dialect. Promises: a dialect is data only. No dialect knows its rivals, and
`register` adds one from outside the package.
"""

from __future__ import annotations

from scio_transcripts.dialects.base import Clue, Dialect, PageLooks
from scio_transcripts.dialects.detect import detect, known, named, register

__all__ = ["Clue", "Dialect", "PageLooks", "detect", "known", "named", "register"]
