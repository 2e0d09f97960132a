"""How much of what stands behind a head is read to tell whether it is said, or told, or neither.

In: nothing. Out: two lengths. Promises: whoever asks what words are (`speech_acts`, `signs`) gives only their ends, so
that the answer takes some microseconds, however long the words are.
"""

from __future__ import annotations

from typing import Final

OPENING: Final = 200
"""Characters from the beginning of the words that are read."""
CLOSING: Final = 100
"""Characters before the end of the words that are read."""
