"""Which heads open turns: in the page's form little is needed, in another a head must be certain by itself.

In: the heads of a page. Out: `Chosen`: those that open a turn, each with the clues that won, those that came near, and
the form. Promises: what is a label once is one wherever it stands in the form; unknown words open a turn only if they
have a place in the dialogue. Knows no role.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from scio_transcripts.lexer.form.bodies import Body, bodies_of, leads_to
from scio_transcripts.lexer.form.dialogue import places_of
from scio_transcripts.lexer.form.heads import Head
from scio_transcripts.lexer.form.signs import SPOKEN, weigh_alone
from scio_transcripts.lexer.form.votes import Form, count_votes, may_win, weigh_in_dialogue
from scio_transcripts.lexer.form.weights import ENOUGH, Weighed, weight_of, with_clue
from scio_transcripts.lexer.page.tokens import Lines
from scio_transcripts.lexer.zones.ledes import is_told

__all__ = ["Chosen", "Weighed", "choose", "weight_of"]

_SEVERAL = 3
_NAMES = frozenset({"person", "titled", "name-shaped", "roster", "family", "surname", "initials"})
"""Clues of labels that are somebody's name."""
_SHOWN = SPOKEN | {"recurs"}
"""What makes a label in brackets certain by itself."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was decided about the heads of a page."""

    won: Mapping[int, Weighed]
    """By line, in order."""
    near: Sequence[tuple[int, Weighed]]
    form: Form
    heads: Sequence[Head] = ()
    """All that were weighed."""
    lost: Mapping[int, Weighed] = field(default_factory=dict)
    """Those that opened no turn."""


class _Scales:
    """The heads of a page on the way: those that won, and those that are open."""

    def __init__(self, heads: Sequence[Head], form: Form) -> None:
        self.heads = heads
        self.form = form
        self.won: dict[int, Weighed] = {}
        self.open: dict[int, Weighed] = {}

    def put(self, line: int, weighed: Weighed, *, wins: bool) -> None:
        """Say of a head how it stands."""
        (self.won if wins else self.open)[line] = weighed
        (self.open if wins else self.won).pop(line, None)


def choose(lines: Lines, heads: Sequence[Head], *, roster: bool) -> Chosen:
    """Decide which heads open turns. `roster`: whether the page names its people in one."""
    counts: dict[str, int] = {}
    for head in heads:
        counts[head.words.core] = counts.get(head.words.core, 0) + 1
    bodies = bodies_of(lines, heads, frozenset(head.line for head in heads if weight_of(head.words.clues) > 0))
    alone: Mapping[int, Weighed] = weigh_alone(heads, bodies, counts, roster=roster)
    form = count_votes(heads, bodies, alone)
    alone = weigh_in_dialogue(heads, alone, form)
    scales = _Scales(heads, form)
    for head in heads:
        weighed = _in_form(head, alone[head.line], form)
        scales.put(head.line, weighed, wins=weighed.wins and may_win(head, weighed.clues))
    _take_known(scales)
    _take_led_on(scales)
    _refuse_plain(scales)
    _take_by_place(lines, bodies, scales)
    _leave_webcasters(bodies, scales)
    near = [(line, weighed) for line, weighed in sorted(scales.open.items()) if weighed.weight > 0]
    return Chosen(dict(sorted(scales.won.items())), near, form, heads, scales.open)


def _in_form(head: Head, weighed: Weighed, form: Form) -> Weighed:
    """What its form adds."""
    if head.signature in form.trust:
        return with_clue(weighed, "form", form.trust[head.signature])
    if form.holds(head.signature):
        return with_clue(weighed, "inner")
    shown = head.signature.set_off and not _SHOWN.isdisjoint(weighed.clues)
    certain = shown or "post-below" in weighed.clues
    if not certain and any(signature.mark != "blank" for signature in form.trust):
        return with_clue(weighed, "other-form")
    return weighed


def _take_known(scales: _Scales) -> None:
    """What is a label once is one wherever it stands in the form; without a mark, over speech alone."""
    won = [head for head in scales.heads if head.line in scales.won]
    known = {words for head in won for words in (head.words.core, head.words.name)}
    names = {head.words.core for head in filter(_is_name, won)}
    for head in scales.heads:
        before = scales.open.get(head.line)
        if before is not None and "no-sign" not in before.clues and _is_known(head, known, names):
            again = with_clue(before, "known-label")
            if again.wins or _is_in_form(head, before, scales.form):
                scales.put(head.line, again, wins=True)


def _is_name(head: Head) -> bool:
    return not _NAMES.isdisjoint(head.words.clues)


def _is_known(head: Head, known: Container[str], names: Collection[str]) -> bool:
    """Whether a label is known, or a name whose last word is, or is that of a known one: `Jane Roe`, then `Roe`."""
    first, _, last = head.words.core.rpartition(" ")
    if head.refused:
        return False
    if (head.words.name or head.words.core) in known:
        return True
    if not _is_name(head):
        return False
    return last in known if first else any(name.endswith(f" {last}") for name in names)


def _is_in_form(head: Head, weighed: Weighed, form: Form) -> bool:
    """Whether a head has the page's form, and more for it than against it."""
    return weighed.weight > 0 and form.holds(head.signature)


def _take_led_on(scales: _Scales) -> None:
    """A head of several lines is one: `主持人：` above a post and a name."""
    for above, below in pairwise(scales.heads):
        if above.line in scales.won and below.line in scales.open and leads_to(above, below) and not below.refused:
            before = scales.open[below.line]
            scales.put(below.line, Weighed((*before.clues, "goes-on"), ENOUGH), wins=True)


def _refuse_plain(scales: _Scales) -> None:
    """Where labels are bold, words in plain type need more to be one."""
    plain = [head.line for head in scales.heads if head.line in scales.won and not head.bold]
    if not plain or len(scales.won) - len(plain) < max(_SEVERAL, len(plain)):
        return
    for line in plain:
        again = with_clue(scales.won[line], "plain")
        scales.put(line, again, wins=again.wins)


def _leave_webcasters(bodies: Mapping[int, Body], scales: _Scales) -> None:
    """Above the first who speaks, an outlet that tells of the event is the one that reports it live.

    Further down its words would go to somebody else, and where nobody else speaks it begins a story.
    """
    told = list(takewhile(lambda line: _is_webcaster(scales.won[line], bodies[line]), sorted(scales.won)))
    others = (weighed for line, weighed in scales.won.items() if line not in told)
    for line in told if any(not SPOKEN.isdisjoint(weighed.clues) for weighed in others) else ():
        scales.put(line, with_clue(scales.won[line], "webcaster"), wins=False)


def _is_webcaster(weighed: Weighed, body: Body) -> bool:
    return "outlet" in weighed.clues and SPOKEN.isdisjoint(weighed.clues) and is_told(body.opening)


def _take_by_place(lines: Lines, bodies: Mapping[int, Body], scales: _Scales) -> None:
    """Unknown words in the page's form open a turn if they have a place in the dialogue."""
    asked = [head for head in scales.heads if head.line in scales.open and scales.form.holds(head.signature)]
    for place in places_of(lines, scales.heads, asked, bodies, scales.won):
        before = scales.open[place.line]
        again = Weighed((*before.clues, *place.why), before.weight + weight_of(place.why))
        scales.put(place.line, again, wins=again.wins)
