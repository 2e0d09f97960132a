"""Whether a page begins as an event does, and whether it ends as one does.

In: the turns of a page. Out: yes or no. Knows no pager.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.language import speech_acts
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawTurn

_CLOSING = re.compile(
    r"\b(?:conclud|adjourn)\w*\b|\b(?:end|close)s? (?:of )?(?:today|this|our|the)\b|\b[Gg]ood-?bye\b|\bsee you\b"
    r"|到此结束|到這裡結束|再见|再見"
)
_CLOSING_WORDS = 250


def greets(turns: Sequence[RawTurn]) -> bool:
    """Whether the page begins as an event does."""
    return bool(turns) and turns[0].label is not None and speech_acts.greets(turns[0].speech)


def closes(turns: Sequence[RawTurn]) -> bool:
    """Whether the page ends as an event does: `That concludes today's press conference.`"""
    last = turns[-1].paragraphs[-1]["text"] if turns and turns[-1].paragraphs else ""
    return bool(_CLOSING.search(last, max(0, len(last) - _CLOSING_WORDS)))
