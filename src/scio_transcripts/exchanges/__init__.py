"""Who asks, who answers, and in what order the event goes.

In: the turns with their voices. Out: exchanges with their parts, and sections. Promises: links only where the words say
so; nothing is guessed from length or topic. `docs/exchanges.md` states the rules.

speeches.py     turns to speeches: one voice until it is interrupted
acts.py         what a speech does: thanks, hands over, calls for questions, answers
pairing.py      questions with their answers
parts.py        a question's parts
addressed.py    which answer addresses which part
sections.py     opening, statements, questions, closing
topics.py       the part that an answer means by its topic
unanswered.py   what a reader should know about all this
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scio_transcripts.diagnostics import Log
from scio_transcripts.exchanges.addressed import link
from scio_transcripts.exchanges.pairing import RawExchange, pair
from scio_transcripts.exchanges.parts import RawPart, parts_of
from scio_transcripts.exchanges.sections import RawSection, sections_of
from scio_transcripts.exchanges.speeches import speeches_of
from scio_transcripts.exchanges.unanswered import Cuts, tell
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalizer.roles.roles import Voice

__all__ = ["Cuts", "Dialogue", "RawExchange", "RawPart", "RawSection", "read_dialogue"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """The exchanges of a page, the parts of their questions, and the sections."""

    exchanges: Sequence[RawExchange]
    parts: Sequence[Sequence[RawPart]]
    """For each exchange."""
    sections: Sequence[RawSection]


def read_dialogue(turns: Sequence[RawTurn], voices: Sequence[Voice], cuts: Cuts, log: Log) -> Dialogue:
    """Read who speaks to whom. `cuts` says where pages are missing."""
    exchanges = pair(speeches_of(turns, voices))
    parts = [parts_of(exchange, turns, log) for exchange in exchanges]
    for exchange, own in zip(exchanges, parts, strict=True):
        if own:
            link(exchange, own, turns)
    tell(exchanges, turns, voices, cuts, log)
    return Dialogue(exchanges=exchanges, parts=parts, sections=sections_of(exchanges, turns, voices, cuts))
