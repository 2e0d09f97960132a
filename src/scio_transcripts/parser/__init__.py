"""Lines to turns, as written. Labels are decided by evidence (`labels.py`); nothing is concluded about people here."""

from __future__ import annotations

from scio_transcripts.parser.parse import Written, read_page

__all__ = ["Written", "read_page"]
