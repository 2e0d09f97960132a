"""SCIO transcripts in English, of all eras and hosts: a roster, then labels on lines of their own. Data only."""

from __future__ import annotations

from scio_transcripts.dialects.base import Clue, Dialect

DIALECT = Dialect(
    name="scio-en",
    about="SCIO press conferences in English: labels on their own lines under a roster",
    clues=(
        Clue(weight=2, words=("State Council Information Office", "SCIO")),
        Clue(weight=1, words=("\nSpeaker", "\nChairperson")),
        Clue(weight=0.5, words=("ㄑ", "Press Room", "China.org.cn", "China SCIO", "Read in Chinese")),
        Clue(weight=2, form="own-line"),
        Clue(weight=-2, form="bracketed"),
        Clue(weight=-2, anonymous=True),
        Clue(weight=-4, han=True),
    ),
)
