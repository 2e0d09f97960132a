"""Ministries and congresses in English: labels inline, before the first words of the speech."""

from __future__ import annotations

import re

from scio_transcripts.dialects.base import Clue, Dialect

DIALECT = Dialect(
    name="gov-en-inline",
    about="ministries, premiers and congresses in English: labels inline, often Q and A",
    clues=(
        Clue(weight=3, form="inline"),
        Clue(weight=2, anonymous=True),
        Clue(weight=1, head=re.compile(r"[Rr]egular [Pp]ress [Cc]onference|Spokesperson|Ministry of|Meets? the Press|Premier|NPC", re.M)),
        Clue(weight=-4, han=True),
    ),
    label_weights={"inline": 1},
)
