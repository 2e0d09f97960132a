"""What is not the same in two documents of one source.

In: two documents. Out: changes, of the whole and of turns. Promises: a turn whose words changed is told with the words
that differ, not as one that went and one that came; time grows with the documents. Knows no corpus.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from scio_transcripts.model import Transcript, Turn
from scio_transcripts.writers.tables import speech_of

_ALIKE = 50
"""From this likeness on, of a hundred, two speeches at the same place are one that was changed."""
_COMPARED = 4_000
"""Characters of a speech that are looked at for that."""
_NEIGHBOURS = 8
"""As many turns at one place are compared with a new one."""
_SHOWN = 80
"""Characters of words that are shown."""
_AROUND = 3
"""Words shown on either side of those that differ."""


class Change(NamedTuple):
    """One thing that is not the same."""

    what: str
    """title, date, turns, label, role, speaker, and so on."""
    turn: int | None
    """Index of the turn in the newer document, or in the older one for a turn that is gone; None for no turn."""
    old: Any
    new: Any


def changes_of(old: Transcript, new: Transcript) -> Iterator[Change]:
    """What is not the same in two documents of one source."""
    facts: dict[str, Callable[[Transcript], Any]] = {
        "kind": lambda t: t.kind,
        "title": lambda t: t.title,
        "date": lambda t: t.event.date,
        "published": lambda t: t.publication.date,
        "language": lambda t: t.language,
        "dialect": lambda t: t.dialect,
        "city": lambda t: t.event.city,
        "venue": lambda t: t.event.venue,
        "pages": lambda t: list(t.pages.numbers),
        "turns": lambda t: len(t.turns),
        "exchanges": lambda t: [[list(e.questions), list(e.answers)] for e in t.exchanges],
        "participants": lambda t: [[p.name, p.role, p.outlet] for p in t.participants],
        "diagnostics": lambda t: dict(sorted(Counter(d.code for d in t.diagnostics).items())),
    }
    began = True
    for what, fact in facts.items():
        before, after = fact(old), fact(new)
        if before != after:
            began = False
            yield Change(what, None, before, after)
    for change in _turns(old, new):
        began = False
        yield change
    if old.text != new.text:
        began = False
        yield Change("text", None, len(old.text), len(new.text))
    if began:
        yield Change("details", None, None, None)


class _Gap:
    """Turns that have no match, between two that have: there a changed turn must be."""

    def __init__(self) -> None:
        self.old: list[Turn] = []
        self.new: list[Turn] = []

    def pairs(self) -> Iterator[tuple[Turn | None, Turn | None]]:
        """Each new turn with the old one that it was, and what is left of both, alone."""
        left = list(self.old)
        for turn in self.new:
            before = next((one for one in left[:_NEIGHBOURS] if _are_alike(one, turn)), None)
            if before is not None:
                left.remove(before)
            yield before, turn
        yield from ((turn, None) for turn in left)


def _turns(old: Transcript, new: Transcript) -> Iterator[Change]:
    """Turns that came or went, and what is not the same of those that stayed."""
    by_place = old.text == new.text
    names = {p.id: p.name for p in old.participants}, {p.id: p.name for p in new.participants}
    same, gaps = _matched(old.turns, new.turns, by_place)
    for before, turn in same:
        yield from _of_turn(before, turn, names)
    for gap in gaps:
        for was, is_now in gap.pairs():
            if was is not None and is_now is not None:
                yield from _of_turn(was, is_now, names)
            elif is_now is not None:
                yield Change("turn added", is_now.index, None, _shown(is_now))
            elif was is not None:
                yield Change("turn removed", was.index, _shown(was), None)


def _matched(old: Sequence[Turn], new: Sequence[Turn], by_place: bool) -> tuple[list[tuple[Turn, Turn]], list[_Gap]]:
    """Turns at the same place, or with the same words, in order; and the gaps between them."""
    waiting: dict[Any, list[Turn]] = {}
    for turn in reversed(old):
        waiting.setdefault(_key(turn, by_place), []).append(turn)
    matches: dict[int, Turn] = {}
    gaps: dict[int, _Gap] = {}
    same = []
    last = -1
    for turn in new:
        there = waiting.get(_key(turn, by_place))
        if there:
            before = there.pop()
            same.append((before, turn))
            matches[before.index] = turn
            last = before.index
        else:
            gaps.setdefault(last, _Gap()).new.append(turn)
    last = -1
    for turn in old:
        if turn.index in matches:
            last = turn.index
        else:
            gaps.setdefault(last, _Gap()).old.append(turn)
    return same, [gaps[place] for place in sorted(gaps)]


def _of_turn(old: Turn, new: Turn, names: tuple[Mapping[str, str], Mapping[str, str]]) -> Iterator[Change]:
    """What is not the same of one turn."""
    if old.label != new.label:
        yield Change("label", new.index, old.label, new.label)
    if old.role != new.role:
        yield Change("role", new.index, old.role, new.role)
    who = names[0].get(old.speaker or ""), names[1].get(new.speaker or "")
    if who[0] != who[1] or (old.speaker is None) != (new.speaker is None):
        yield Change("speaker", new.index, *who)
    words = speech_of(old).split(), speech_of(new).split()
    if words[0] != words[1]:
        yield Change("words", new.index, *_differing(*words))


def _key(turn: Turn, by_place: bool) -> Any:
    """What a turn is known by: its place where the texts are the same, or else its words."""
    if by_place:
        return turn.paragraphs[0].start if turn.paragraphs else turn.start
    return " ".join(speech_of(turn).split())


def _are_alike(old: Turn, new: Turn) -> bool:
    from rapidfuzz.fuzz import ratio

    return ratio(speech_of(old)[:_COMPARED], speech_of(new)[:_COMPARED], score_cutoff=_ALIKE) > 0


def _differing(old: Sequence[str], new: Sequence[str]) -> tuple[str, str]:
    """The words between the first and the last that differ, with some around them.

    >>> _differing("we counted ninety ferries".split(), "we counted eighty ferries".split())
    ('we counted ninety ferries', 'we counted eighty ferries')
    """
    shorter = min(len(old), len(new))
    first = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    last = next((n for n in range(shorter - first) if old[-1 - n] != new[-1 - n]), shorter - first)
    return _excerpt(old, first, last), _excerpt(new, first, last)


def _excerpt(words: Sequence[str], first: int, last: int) -> str:
    """Words but for the `first` and the `last` many, with some of these."""
    begin, end = max(0, first - _AROUND), len(words) - max(0, last - _AROUND)
    text = " ".join(words[begin:end])
    cut = len(text) > _SHOWN
    return f"{'... ' if begin else ''}{text[:_SHOWN]}{' ...' if cut or end < len(words) else ''}"


def _shown(turn: Turn) -> str:
    words = speech_of(turn)
    return f"{turn.label or 'no label'}: {words[:_SHOWN]}{'...' if len(words) > _SHOWN else ''}"
