"""Questions with their answers, from the order of roles.

In: the turns' roles and speakers. Out: exchanges as indices of turns. Promises: a hand-over by the chair stands in
none; a follow-up by the same asker belongs to the exchange that it follows. Reads no words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class RawExchange:
    """One exchange, as indices of turns."""

    questions: list[int] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)


def pair(roles: Sequence[str], askers: Sequence[str | None]) -> list[RawExchange]:
    """Pair questions and answers.

    >>> [(e.questions, e.answers) for e in pair(["chair", "reporter", "official", "chair"], [None] * 4)]
    [([1], [2])]
    """
    found: list[RawExchange] = []
    current: RawExchange | None = None
    handed_over = False
    for i, role in enumerate(roles):
        if role == "reporter":
            follow_up = (
                current is not None
                and current.answers
                and askers[i] is not None
                and askers[i] == askers[current.questions[0]]
                and not handed_over
            )
            if current is None or (current.answers and not follow_up):
                current = RawExchange()
                found.append(current)
            current.questions.append(i)
            handed_over = False
        elif role == "official" and current is not None:
            current.answers.append(i)
            handed_over = False
        elif role == "chair":
            handed_over = bool(current and current.answers)
    return found
