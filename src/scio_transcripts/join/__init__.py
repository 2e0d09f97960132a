"""Several pages as one event: which belong together, in what order, and what they disagree about.

In: what was read of each page alone. Out: groups, and the pages of a group in order. Knows nothing of speech.
"""

from __future__ import annotations

from scio_transcripts.join.arrange import arrange, compare
from scio_transcripts.join.doubts import tell_doubts
from scio_transcripts.join.group import group
from scio_transcripts.join.page import PageRead, Placed
from scio_transcripts.join.seen import Seen, seen_of

__all__ = ["PageRead", "Placed", "Seen", "arrange", "compare", "group", "seen_of", "tell_doubts"]
