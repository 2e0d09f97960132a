"""What a reader should know about the exchanges: questions without an answer, answers without a question.

In: the exchanges, and where pages are missing. Out: entries in the log, nothing else. Promises: a question that the end
of a page cuts off, where another page is known to follow, is not told, nor an answer that begins such a page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scio_transcripts.diagnostics import Log
from scio_transcripts.exchanges.pairing import RawExchange
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalizer.page.pages import PageFacts
from scio_transcripts.normalizer.roles.roles import Voice

_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """Where pages of the event are known to be missing."""

    begin: bool = False
    """Before the first turn."""
    end: bool = False
    """After the last."""
    gaps: tuple[int, ...] = ()
    """Offsets of pages whose page before is missing, in order."""

    @classmethod
    def of(cls, pages: PageFacts, starts: Sequence[tuple[int, int | None]]) -> Cuts:
        """The cuts of some pages. `starts`: where each begins, and its number.

        >>> Cuts.of(PageFacts(number=2, total=3, numbers=(2,)), [(0, 2)])
        Cuts(begin=True, end=True, gaps=())
        """
        total, numbers = pages.total or 0, pages.numbers
        gaps = []
        for (_, before), (start, number) in pairwise(starts):
            if before is not None and number is not None and number > before + 1:
                gaps.append(start)
        return cls(
            begin=numbers[0] > 1 if numbers else total > 1,
            end=total > 1 and (not numbers or numbers[-1] < total),
            gaps=tuple(gaps),
        )

    def between(self, start: int, end: int) -> bool:
        """Whether a page is missing between two offsets."""
        place = bisect_right(self.gaps, start)
        return place < len(self.gaps) and self.gaps[place] <= end


def tell(
    exchanges: Sequence[RawExchange], turns: Sequence[RawTurn], voices: Sequence[Voice], cuts: Cuts, log: Log
) -> None:
    """Tell which exchanges lack a side."""
    for number, exchange in enumerate(exchanges):
        if not exchange.questions:
            _tell_answer(exchange.answers[0], turns, cuts, log, first=number == 0)
            continue
        asked = turns[exchange.questions[0]]
        if not exchange.answered:
            _tell_question(exchange, turns, voices, cuts, log)
        if len(exchange.askers) > 1:
            log.add("E804", asked.start, asked.end, count=len(exchange.askers), asker=_named(asked))


def _named(turn: RawTurn) -> str:
    return repr(turn.label) if turn.label else "somebody without a label"


def _tell_question(
    exchange: RawExchange, turns: Sequence[RawTurn], voices: Sequence[Voice], cuts: Cuts, log: Log
) -> None:
    """A question behind which the text ends was cut off. Any other may have lost the label of its answer."""
    asked = turns[exchange.questions[0]]
    is_last = exchange.questions[-1] + 1 == len(turns) and len(exchange.askers) == 1
    if is_last and any(voice.role in ("official", "chair") for voice in voices):
        if not cuts.end:
            log.add("E805", asked.start, asked.end, asker=_named(asked))
    elif reason := _unanswered(exchange, turns, voices, cuts):
        log.add("E801", asked.start, asked.end, asker=_named(asked), reason=reason)


def _unanswered(exchange: RawExchange, turns: Sequence[RawTurn], voices: Sequence[Voice], cuts: Cuts) -> str | None:
    """Why a question has no answer; None where the end of a page cuts the answer off."""
    last = max((*exchange.questions[-1:], *exchange.answers[-1:], *exchange.handovers[-1:]))
    if last + 1 == len(turns):
        return None if cuts.end else "the text ends there"
    if cuts.between(turns[last].start, turns[last + 1].start):
        return None
    if exchange.answers:
        return "it is only handed on"
    return "another question follows" if voices[last + 1].role == "reporter" else "the event goes on without one"


def _tell_answer(index: int, turns: Sequence[RawTurn], cuts: Cuts, log: Log, *, first: bool) -> None:
    turn = turns[index]
    if (first and cuts.begin) or (index and cuts.between(turns[index - 1].start, turn.start)):
        return
    log.add("E802", turn.start, turn.end, label=turn.label or "", start_words=" ".join(turn.opening[:_SHOWN].split()))
