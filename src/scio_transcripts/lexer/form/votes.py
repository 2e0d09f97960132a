"""The signatures that open turns on a page: certain heads vote for theirs, what is no head votes against it.

In: heads with their clues. Out: `Form`: each signature that wins, with how far it is to be trusted. Promises: one
certain head is enough; a label votes three times at most; where nothing wins, the form is empty. Opens no turn itself.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field

from scio_transcripts.lexer.form.bodies import Body
from scio_transcripts.lexer.form.heads import Head, Signature
from scio_transcripts.lexer.form.signs import SPOKEN, is_asker
from scio_transcripts.lexer.form.weights import CERTAIN, LIKELY, Weighed, weight_of, with_clue

_MOST_VOTES = 3
"""How often one label votes."""
_SECOND = 0.3
"""Share of the winner's votes that a second signature needs."""
_TWICE = 2
_LEAST_BARE = 3
"""Votes that a signature without a colon or bold type needs."""
_FEW_VOICES = 2
_SHARE_SPOKEN = 3
_LETTERS = frozenset("Q问問")
"""No sentence begins with one of these and a blank: a single one shows that questions do."""
_NAMED_ABOVE = frozenset({"named-above", "roster"})
"""Clues of those whom the head of the page names: a page with a label or two is theirs."""
_NO_SPEAKER = frozenset({"salutation", "field"})


@dataclass(frozen=True, slots=True)
class Form:
    """The signatures that open turns on a page."""

    trust: Mapping[Signature, float]
    """How far each that wins is to be trusted: from 0 to 1."""
    votes: Mapping[Signature, float] = field(default_factory=dict)
    """All votes, those of losers, too."""
    against: Mapping[Signature, float] = field(default_factory=dict)
    """What voted against each."""

    def holds(self, signature: Signature) -> bool:
        """Whether heads of this signature open turns, at the beginning of a line or inside it."""
        return signature in self.trust or signature._replace(inner=False) in self.trust


def may_win(head: Head, clues: Sequence[str]) -> bool:
    """Whether anything in a head's words, or in its recurring, names somebody."""
    if not _NO_SPEAKER.isdisjoint(head.words.clues):
        return False
    if not {"takes-turns", "own-name", "calls-next"}.isdisjoint(clues) or weight_of(head.words.clues) > 0:
        return True
    return "opens" in clues and ("name-shaped" in clues or "initials" in clues)


def count_votes(heads: Sequence[Head], bodies: Mapping[int, Body], alone: Mapping[int, Weighed]) -> Form:
    """The form of a page. A label that takes over from the other side, asker or not, votes twice."""
    votes: dict[Signature, float] = {}
    against: dict[Signature, float] = {}
    seen: dict[tuple[Signature, str], int] = {}
    sides: dict[Signature, bool] = {}
    lettered: set[Signature] = set()
    for head in heads:
        weighed, signature, key = alone[head.line], head.signature, (head.signature, head.words.core)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > _MOST_VOTES:
            continue
        if weighed.weight >= LIKELY and may_win(head, weighed.clues):
            asks = is_asker(head, bodies[head.line])
            changed = sides.get(signature, not asks) is not asks
            sides[signature] = asks
            if head.words.core in _LETTERS:
                lettered.add(signature)
            vote = 1 if weighed.weight >= CERTAIN else 0.5
            votes[signature] = votes.get(signature, 0) + vote * (1 + changed)
        elif weighed.weight <= 0 and head.words.clues:
            against[signature] = against.get(signature, 0) + 1
    return Form(_trusted(votes, against, lettered), votes, against)


def _trusted(
    votes: Mapping[Signature, float], against: Mapping[Signature, float], lettered: Container[Signature]
) -> dict[Signature, float]:
    # Names stand alone under pictures, too: where labels have marks, a name without one is none.
    marked = max((count for signature, count in votes.items() if signature.mark != "end"), default=0)
    kept = {s: count for s, count in votes.items() if s.mark == "colon" or s in lettered or _is_form(s, count, marked)}
    least = max(1, max(kept.values(), default=0) * _SECOND)
    return {s: count / (count + against.get(s, 0) + 1) for s, count in kept.items() if count >= least}


def _is_form(signature: Signature, count: float, marked: float) -> bool:
    """Whether heads without a colon are a page's form: several, and on a page without others if nothing marks them."""
    if signature.mark == "end":
        return count >= _LEAST_BARE and count > _TWICE * marked
    return signature.mark == "bold" or count >= _LEAST_BARE


def weigh_in_dialogue(heads: Sequence[Head], alone: Mapping[int, Weighed], form: Form) -> Mapping[int, Weighed]:
    """Weigh down the heads of a page on which hardly anybody greets, thanks, asks or is spoken to: a story's.

    A page with one or two labels on lines of their own may be the middle of a speech.
    """
    strong = [h for h in heads if alone[h.line].weight >= LIKELY and (not form.trust or h.signature in form.trust)]
    few = len({head.words.core for head in strong}) <= _FEW_VOICES
    if _is_dialogue(strong, alone, few=few):
        return alone
    return {
        head.line: alone[head.line]
        if few and head.signature.own and head.signature.mark != "end"
        else with_clue(alone[head.line], "no-dialogue")
        for head in heads
    }


def _is_dialogue(strong: Sequence[Head], alone: Mapping[int, Weighed], *, few: bool) -> bool:
    spoken = [head for head in strong if not SPOKEN.isdisjoint(alone[head.line].clues)]
    if not strong or few:
        return not strong or bool(spoken) or any(not _NAMED_ABOVE.isdisjoint(h.words.clues) for h in strong)
    asked = any("asks" in alone[h.line].clues and not {"outlet", "anonymous"}.isdisjoint(h.words.clues) for h in spoken)
    return asked or len(spoken) * _SHARE_SPOKEN >= len(strong)
