"""Who speaks how much: turns, paragraphs, words and characters, for each participant and each role.

In: a transcript. Out: one line a participant and one a role, and the total. Promises: the lines sum to the total, and
speech of nobody known has lines of its own. Counts what `views/words.py` counts; labels and notes are no speech.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scio_transcripts.views.words import count_characters, count_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scio_transcripts.model import Participant, Transcript, Turn
    from scio_transcripts.model.base import Role

_ROLES: tuple[Role, ...] = ("chair", "official", "reporter", "unknown")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How much was said."""

    turns: int = 0
    """Turns as printed: a label repeated for the same speaker counts again."""
    paragraphs: int = 0
    words: int = 0
    """Word segments of Unicode, or characters of Chinese: see `views.words.count_words`."""
    characters: int = 0
    """Characters as a reader sees them, without blanks: see `views.words.count_characters`."""

    def __add__(self, other: Amount) -> Amount:
        return Amount(
            turns=self.turns + other.turns,
            paragraphs=self.paragraphs + other.paragraphs,
            words=self.words + other.words,
            characters=self.characters + other.characters,
        )

    def share_of(self, total: Amount) -> float:
        """The part of the total's words, from 0 to 1; 0 where no word was said."""
        return self.words / total.words if total.words else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonShare:
    """One participant's part."""

    participant: Participant | None
    """Null for turns whose speaker the page does not name: one such line for each role."""
    role: Role
    """The participant's main role; for unnamed speakers, the role of the turns."""
    amount: Amount
    share: float
    """Of all words, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleShare:
    """One role's part, counted by the role of each turn: a spokesperson who hosts and answers counts under both."""

    role: Role
    amount: Amount
    share: float
    """Of all words, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """All parts of one transcript."""

    people: tuple[PersonShare, ...]
    """Everyone who has a turn, most words first; those whom the page does not name come last."""
    roles: tuple[RoleShare, ...]
    """Every role that has a turn: chair, official, reporter, unknown."""
    total: Amount


def shares_of(transcript: Transcript) -> Shares:
    r"""The speaking shares of a transcript, in words from 0 to 1.

    >>> from scio_transcripts import parse
    >>> page = parse("CCTV:\n\nHow many boats run? Thank you.\n\nLin Dahai:\n\nThank you. Ninety.")
    >>> shares = shares_of(page)
    >>> [(line.participant.name, line.amount.words, round(line.share, 2)) for line in shares.people]
    [('CCTV', 6, 0.67), ('Lin Dahai', 3, 0.33)]
    >>> shares.total.words
    9
    """
    amounts = [_amount(turn) for turn in transcript.turns]
    total = _sum(amounts)
    known = {person.id: person for person in transcript.participants}
    named: dict[str, list[Amount]] = {}
    unnamed: dict[Role, list[Amount]] = {}
    roles: dict[Role, list[Amount]] = {}
    for turn, amount in zip(transcript.turns, amounts, strict=True):
        roles.setdefault(turn.role, []).append(amount)
        if turn.speaker in known:
            named.setdefault(turn.speaker, []).append(amount)
        else:
            unnamed.setdefault(turn.role, []).append(amount)
    people = [_person(known[one], known[one].role, _sum(parts), total) for one, parts in named.items()]
    people.sort(key=lambda line: -line.amount.words)
    people += [_person(None, role, _sum(unnamed[role]), total) for role in _ROLES if role in unnamed]
    spoken = {role: _sum(roles[role]) for role in _ROLES if role in roles}
    return Shares(
        people=tuple(people),
        roles=tuple(RoleShare(role=r, amount=amount, share=amount.share_of(total)) for r, amount in spoken.items()),
        total=total,
    )


def _amount(turn: Turn) -> Amount:
    return Amount(
        turns=1,
        paragraphs=len(turn.paragraphs),
        words=sum(count_words(paragraph.text) for paragraph in turn.paragraphs),
        characters=sum(count_characters(paragraph.text) for paragraph in turn.paragraphs),
    )


def _sum(amounts: Iterable[Amount]) -> Amount:
    return sum(amounts, Amount())


def _person(participant: Participant | None, role: Role, amount: Amount, total: Amount) -> PersonShare:
    return PersonShare(participant=participant, role=role, amount=amount, share=amount.share_of(total))
