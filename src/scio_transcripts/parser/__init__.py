"""Lines to turns, as written.

In: the lines of a page. Out: `Written`: roster, head, turns, notes. Promises: labels are decided by evidence
(`labels.py`), and nothing is concluded about people here.
"""

from __future__ import annotations

from scio_transcripts.parser.parse import Written, read_page

__all__ = ["Written", "read_page"]
