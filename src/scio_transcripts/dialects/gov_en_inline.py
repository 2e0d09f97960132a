"""Ministries and congresses in English: labels inline, before the first words of the speech. Data only."""

from __future__ import annotations

from scio_transcripts.dialects.base import Clue, Dialect

DIALECT = Dialect(
    name="gov-en-inline",
    about="ministries, premiers and congresses in English: labels inline, often Q and A",
    clues=(
        Clue(weight=3, form="inline"),
        Clue(weight=2, anonymous=True),
        Clue(
            weight=1,
            words=(
                "egular Press Conference",
                "egular press conference",
                "Spokesperson",
                "Ministry of",
                "Meets the Press",
                "meets the press",
                "Premier",
                "NPC",
            ),
        ),
        Clue(weight=-4, han=True),
    ),
    label_weights={"inline": 1},
)
