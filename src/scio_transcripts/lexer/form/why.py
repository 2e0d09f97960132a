"""Why each head of a page opens a turn, or does not: the decision taken apart.

In: what `choose` decided. Out: the votes of each signature, and for each head the clues that spoke with their weights,
their sum, and the reason. Promises: the clues add up to the sum; nothing that `choose` decided is decided anew. Knows
no page and no role.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scio_transcripts.lexer.form.choose import Chosen
from scio_transcripts.lexer.form.heads import Head, Signature
from scio_transcripts.lexer.form.weights import ENOUGH, WEIGHTS, Weighed

_BY_FORM = ("form", "inner", "other-form")
_REFUSED = ("field", "salutation")
_ALONE = ("known-label", "goes-on")
"""Clues that win by themselves."""


class Votes(NamedTuple):
    """What one signature got."""

    signature: Signature
    votes: float
    against: float
    trust: float | None
    """From 0 to 1, where it is the form of the page's turns; None where it is not."""


class Clue(NamedTuple):
    """One row that spoke."""

    name: str
    weight: float


class Weighing(NamedTuple):
    """One head, and what was decided about it."""

    head: Head
    opens: bool
    reason: str
    """A key of `meanings.REASONS`."""
    decided_by: tuple[str, ...]
    """The clues that made the difference; none where many together did."""
    clues: tuple[Clue, ...]
    total: float


def votes_of(chosen: Chosen) -> list[Votes]:
    """The signatures of a page, those that win first."""
    form = chosen.form
    found = [
        Votes(own, form.votes.get(own, 0), form.against.get(own, 0), form.trust.get(own))
        for own in dict.fromkeys(head.signature for head in chosen.heads)
    ]
    return sorted(found, key=lambda row: (row.trust is None, -row.votes, row.against, row.signature))


def why_each(chosen: Chosen) -> Iterator[Weighing]:
    """Every head of a page, in order."""
    for head in chosen.heads:
        opens = head.line in chosen.won
        weighed = chosen.won[head.line] if opens else chosen.lost[head.line]
        clues = _clues(weighed, chosen.form.trust.get(head.signature, 0))
        reason, decided_by = _of_winner(clues) if opens else _of_loser(head, clues, weighed.weight)
        yield Weighing(head, opens, reason, decided_by, _each_once(clues), weighed.weight)


def _clues(weighed: Weighed, trust: float) -> list[Clue]:
    """The clues in the order in which they spoke, with what each gave to the sum."""
    clues = [Clue(name, WEIGHTS.get(name, 0) + (trust if name == "form" else 0)) for name in weighed.clues]
    rest = round(weighed.weight - _sum(clues), 6)
    if rest and clues:
        # `goes-on` lifts a head to just enough, whatever else speaks.
        clues[-1] = Clue(clues[-1].name, clues[-1].weight + rest)
    return clues


def _sum(clues: Sequence[Clue]) -> float:
    return sum(clue.weight for clue in clues)


def _each_once(clues: Sequence[Clue]) -> tuple[Clue, ...]:
    """A clue that spoke twice, as `asks` does for the words and for the place, with all that it gave."""
    weights: dict[str, float] = {}
    for name, weight in clues:
        weights[name] = weights.get(name, 0) + weight
    return tuple(Clue(name, weight) for name, weight in weights.items())


def _of_winner(clues: Sequence[Clue]) -> tuple[str, tuple[str, ...]]:
    """With which step there was enough: the words, the form, or what was found out after it."""
    names = [clue.name for clue in clues]
    for name in _ALONE:
        if name in names:
            return name, (name,)
    cut = next((place for place, name in enumerate(names) if name in _BY_FORM), len(names))
    if _sum(clues[:cut]) >= ENOUGH:
        return "words", ()
    if _sum(clues[: cut + 1]) >= ENOUGH:
        return "form", ("form",)
    return "place", tuple(dict.fromkeys(names[cut + 1 :]))


def _of_loser(head: Head, clues: Sequence[Clue], total: float) -> tuple[str, tuple[str, ...]]:
    """What kept it shut: its words, one clue without which there would be enough, or that too little was there."""
    refused = tuple(name for name in _REFUSED if name in head.words.clues)
    if refused:
        return "no-speaker", refused
    if total >= ENOUGH:
        return "nobody", ()
    against = tuple(clue.name for clue in _each_once(clues) if total - min(clue.weight, 0) >= ENOUGH)
    if against:
        return "against", against
    if any(clue.name == "form" for clue in clues) and not head.refused:
        return "no-place", ()
    return "short", ()
