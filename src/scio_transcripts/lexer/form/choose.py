"""The page's own form: which signature opens its turns, and which heads therefore do.

In: the heads of a page with their bodies. Out: the heads that open a turn, each with the clues that won, and those that
came near. Heads that are certain vote for their signature; what has no head's words votes against it. In the form that
wins, little more is needed; in another, a head must be certain by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from scio_transcripts.lexer.form.bodies import EMPTY, Body, bodies_of, leads_to
from scio_transcripts.lexer.form.dialogue import Place, is_asker, places_of
from scio_transcripts.lexer.form.heads import Head, Signature
from scio_transcripts.lexer.page.tokens import Lines

ENOUGH = 4.0
CERTAIN = 5.0
LIKELY = 2.5
WEIGHTS: Mapping[str, float] = {
    # the words
    "roster": 5,
    "anonymous": 5,
    "role-word": 4,
    "outlet": 5,
    "outlet-within": 3,
    "outlet-word": 2,
    "asker": 3,
    "described": 4,
    "titled": 3,
    "office": 2.5,
    "family": 3,
    "named-above": 2,
    "person": 2,
    "surname": 1,
    "initials": 0.5,
    "name-shaped": 0,
    "courtesy": 3,
    "act": 2,
    # against
    "prose": -4,
    "introduces-list": -5,
    "headline": -5,
    "salutation": -9,
    "field": -9,
    "ordinal": -6,
    "long": -3,
    "sentence": -4,
    "stranger": -1,
    # the speech behind it
    "opens": 2,
    "asks": 2,
    "addresses": 1,
    "no-sentence": -2.5,
    "told": -5,
    "quoted": -3,
    "begins-small": -2,
    "bare": -1,
    "bare-opens": 2,
    "no-sign": -3,
    "asks-not": -4,
    "no-dialogue": -3,
    # the place
    "recurs": 1.5,
    "takes-turns": 1.5,
    "bracketed": 1.5,
    "own-line": 2,
    "form": 2,
    "inner": -1,
    "other-form": -4,
    "plain": -3,
    "own-name": 3,
    "known-label": 3,
    "answers": 2,
    "hand-over": 2,
    "between-known": 4,
}
"""Each clue and what it weighs."""

OWN_LINE = Signature(inner=False, set_off="", mark="colon", own=True)
_SPOKEN = frozenset({"opens", "asks", "addresses", "own-name"})
_MOST_VOTES = 3
"""How often one label votes."""
_SECOND = 0.3
"""Share of the winner's votes that a second signature needs."""
_TWICE = 2
_FEW_VOICES = 2
_LEAST_BARE = 3
_SEVERAL = 3


class Weighed(NamedTuple):
    """What the scales say of one head."""

    clues: tuple[str, ...]
    weight: float
    looks: object = None

    @property
    def wins(self) -> bool:
        """Whether enough speaks for it."""
        return self.weight >= ENOUGH


@dataclass(frozen=True, slots=True)
class Form:
    """The signatures that open turns on a page, and how far they are to be trusted."""

    trust: Mapping[Signature, float]
    """Of each signature that wins: from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was decided about the heads of a page."""

    won: Mapping[int, Weighed]
    """By line, in order."""
    near: Sequence[tuple[int, Weighed]]
    form: Form


def weight_of(clues: Iterable[str]) -> float:
    """What clues weigh together."""
    return sum([WEIGHTS.get(clue, 0) for clue in clues])


def choose(lines: Lines, heads: Sequence[Head], *, roster: bool) -> Chosen:
    """Decide which heads open turns. `roster`: whether the page names its people in one."""
    counts: dict[str, int] = {}
    for head in heads:
        counts[head.words.core] = counts.get(head.words.core, 0) + 1
    plausible = frozenset(head.line for head in heads if weight_of(head.words.clues) > 0)
    bodies = bodies_of(lines, heads, plausible)
    takes_turns = _taking_turns(heads, counts)
    alone: Mapping[int, Weighed] = {
        head.line: _alone(head, bodies[head.line], head.line in takes_turns, counts, roster=roster) for head in heads
    }
    form = _form(heads, bodies, alone)
    alone = _in_dialogue(heads, alone, form)
    won: dict[int, Weighed] = {}
    near: dict[int, Weighed] = {}
    for head in heads:
        weighed = _in_form(head, alone[head.line], form)
        (won if weighed.wins and _may_win(head, weighed.clues) else near)[head.line] = weighed
    _take_known(heads, won, near, form)
    _take_led_on(heads, won, near)
    _refuse_plain(heads, won, near)
    _take_by_place(lines, heads, bodies, won, near, form, counts)
    told = [(line, w) for line, w in sorted(near.items()) if _worth_telling(w)]
    return Chosen(dict(sorted(won.items())), told, form)


def _may_win(head: Head, clues: Sequence[str]) -> bool:
    if "salutation" in head.words.clues or "field" in head.words.clues:
        return False
    named = "name-shaped" in clues or "initials" in clues
    opens = "opens" in clues or "own-name" in clues
    return weight_of(head.words.clues) > 0 or "takes-turns" in clues or (named and opens)


def _worth_telling(weighed: Weighed) -> bool:
    return weighed.weight > 0


def _taking_turns(heads: Sequence[Head], counts: Mapping[str, int]) -> set[int]:
    """The heads that recur, each time between others of the same signature: no heading does."""
    found: set[int] = set()
    by_signature: dict[Signature, list[Head]] = {}
    for head in heads:
        if not head.refused:
            by_signature.setdefault(head.signature, []).append(head)
    for same in by_signature.values():
        for before, head, after in zip([None, *same], same, [*same[1:], None], strict=False):
            others = [other for other in (before, after) if other is not None]
            if counts[head.words.core] > 1 and others and all(o.words.core != head.words.core for o in others):
                found.add(head.line)
    return found


def _alone(head: Head, body: Body, takes_turns: bool, counts: Mapping[str, int], *, roster: bool) -> Weighed:
    """What a head's own words, and the speech behind it, say."""
    clues = [*head.words.clues]
    if head.words.act:
        clues.append("act")
    recurs = counts[head.words.core] > 1
    if recurs:
        clues.append("recurs")
    elif roster and not {"person", "titled"}.isdisjoint(clues) and not head.signature.own:
        # The page has a roster, and this is nobody of it, met once.
        clues.append("stranger")
    if takes_turns:
        clues.append("takes-turns")
    if head.signature.set_off:
        clues.append("bracketed")
    if head.signature.own and head.signature.mark != "end":
        clues.append("own-line")
    clues += _signs(head, body)
    return Weighed(tuple(clues), weight_of(clues))


def _signs(head: Head, body: Body) -> list[str]:
    """What the speech behind a head says for or against it."""
    if body is EMPTY:
        return ["no-sentence", "no-sentence"]
    signs = [
        name
        for name, holds in (
            ("opens", body.opens),
            ("asks", body.asks),
            ("addresses", body.signs.addresses or body.signs.of_self),
            ("own-name", bool(head.words.core) and head.words.core in body.opening and not head.names),
            ("told", body.signs.tells and not body.asks),
            ("quoted", body.signs.quotes and head.signature != OWN_LINE),
            ("begins-small", body.begins_small and not head.signature.own),
        )
        if holds
    ]
    if not body.whole and not body.opens and not body.asks:
        signs.append("no-sentence")
    if head.signature.mark == "end":
        signs += _signs_of_bare(head, signs)
    return signs


def _signs_of_bare(head: Head, signs: Sequence[str]) -> list[str]:
    """Names stand alone over pictures and stories, too: over speech, somebody greets, thanks, asks or is spoken to."""
    found = ["bare"]
    if "opens" in signs:
        found.append("bare-opens")
    elif not {"asks", "addresses"}.intersection(signs):
        found.append("no-sign")
    if "asks" not in signs and not {"asker", "outlet"}.isdisjoint(head.words.clues):
        found.append("asks-not")
    return found


def _form(heads: Sequence[Head], bodies: Mapping[int, Body], alone: Mapping[int, Weighed]) -> Form:
    """Count the votes."""
    votes: dict[Signature, float] = {}
    against: dict[Signature, float] = {}
    seen: dict[tuple[Signature, str], int] = {}
    sides: dict[Signature, bool] = {}
    for head in heads:
        weighed, key = alone[head.line], (head.signature, head.words.core)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > _MOST_VOTES:
            continue
        if weighed.weight >= LIKELY and _may_win(head, weighed.clues):
            asks = is_asker(head, bodies[head.line])
            changed = sides.get(head.signature, not asks) is not asks
            sides[head.signature] = asks
            vote = 1 if weighed.weight >= CERTAIN else 0.5
            votes[head.signature] = votes.get(head.signature, 0) + vote * (1 + changed)
        elif weighed.weight <= 0 and head.words.clues:
            against[head.signature] = against.get(head.signature, 0) + 1
    # Names stand alone under pictures, too: where labels have marks, a name without one is none.
    marked = max((count for signature, count in votes.items() if signature.mark != "end"), default=0)
    votes = {s: count for s, count in votes.items() if s.mark == "colon" or _is_form(s, count, marked)}
    most = max(votes.values(), default=0)
    return Form(
        {
            signature: count / (count + against.get(signature, 0) + 1)
            for signature, count in votes.items()
            if count >= max(1, most * _SECOND)
        }
    )


def _in_dialogue(heads: Sequence[Head], alone: Mapping[int, Weighed], form: Form) -> Mapping[int, Weighed]:
    """Weigh down the heads of a page on which hardly anybody greets, thanks, asks or is spoken to: a story's.

    A page with one or two labels on lines of their own may be the middle of a speech.
    """
    strong = [h for h in heads if alone[h.line].weight >= LIKELY and (h.signature in form.trust or not form.trust)]
    spoken = sum(1 for head in strong if not _SPOKEN.isdisjoint(alone[head.line].clues))
    voices = {head.words.core for head in strong}
    few = len(voices) <= _FEW_VOICES
    if not strong or (spoken if few else spoken * 3 >= len(strong)):
        return alone
    return {
        head.line: weighed
        if few and head.signature.own and head.signature.mark != "end"
        else Weighed((*weighed.clues, "no-dialogue"), weighed.weight + WEIGHTS["no-dialogue"])
        for head in heads
        for weighed in [alone[head.line]]
    }


def _is_form(signature: Signature, count: float, marked: float) -> bool:
    """Whether heads without a colon are a page's form: several, and on a page without others if nothing marks them."""
    if signature.mark == "end":
        return count >= _LEAST_BARE and count > _TWICE * marked
    return signature.mark == "bold" or count >= _LEAST_BARE


def _in_form(head: Head, weighed: Weighed, form: Form) -> Weighed:
    """What its form adds."""
    if head.signature in form.trust:
        return Weighed((*weighed.clues, "form"), weighed.weight + WEIGHTS["form"] + form.trust[head.signature])
    if head.signature._replace(inner=False) in form.trust:
        return Weighed((*weighed.clues, "inner"), weighed.weight + WEIGHTS["inner"])
    if any(signature.mark != "blank" for signature in form.trust) and not head.signature.set_off:
        return Weighed((*weighed.clues, "other-form"), weighed.weight + WEIGHTS["other-form"])
    return weighed


def _take_known(heads: Sequence[Head], won: dict[int, Weighed], near: dict[int, Weighed], form: Form) -> None:
    """What is a label once is one wherever it stands in the form."""
    known = {words for head in heads if head.line in won for words in (head.words.core, head.words.name)}
    for head in heads:
        if head.line in near and (head.words.name or head.words.core) in known and not head.refused:
            before = near[head.line]
            again = Weighed((*before.clues, "known-label"), before.weight + WEIGHTS["known-label"])
            if again.wins or (head.signature._replace(inner=False) in form.trust and before.weight > 0):
                won[head.line] = again
                del near[head.line]


def _take_led_on(heads: Sequence[Head], won: dict[int, Weighed], near: dict[int, Weighed]) -> None:
    """A head of several lines is one: `主持人：` above a post and a name."""
    for above, below in pairwise(heads):
        if above.line in won and below.line in near and leads_to(above, below) and not below.refused:
            won[below.line] = Weighed((*near[below.line].clues, "goes-on"), ENOUGH)
            del near[below.line]


def _refuse_plain(heads: Sequence[Head], won: dict[int, Weighed], near: dict[int, Weighed]) -> None:
    """Where labels are bold, words in plain type need more to be one."""
    plain = [head.line for head in heads if head.line in won and not head.bold]
    if not plain or len(won) - len(plain) < max(_SEVERAL, len(plain)):
        return
    for line in plain:
        again = Weighed((*won[line].clues, "plain"), won[line].weight + WEIGHTS["plain"])
        if not again.wins:
            near[line] = again
            del won[line]


def _take_by_place(
    lines: Lines,
    heads: Sequence[Head],
    bodies: Mapping[int, Body],
    won: dict[int, Weighed],
    near: dict[int, Weighed],
    form: Form,
    counts: Mapping[str, int],
) -> None:
    """Unknown words in the page's form open a turn if they have a place in the dialogue."""
    for place in places_of(lines, heads, bodies, won, near, form.trust, counts):
        before = near[place.line]
        again = Weighed((*before.clues, *place.why), before.weight + weight_of(place.why))
        if again.wins:
            won[place.line] = again
            del near[place.line]


_ = Place
