"""What is told of pages that were joined: by their names alone, or although something on them contradicts it.

In: the pages of one event in order. Out: diagnostics, at the page that they are about. Promises: what is left out is
not looked at, for that is told elsewhere. Knows no claim: these are a table in `claims.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.diagnostics import Log
from scio_transcripts.join.claims import AGAINST, ENOUGH, FOR, holding, weigh
from scio_transcripts.join.page import Placed
from scio_transcripts.join.seen import seen_of

_REPEATED = 40
"""Characters of a paragraph that nobody says twice by chance."""
_MOST_REPEATED = 60
"""Paragraphs that two pages share at their border, at most."""
_TOLD_ELSEWHERE = frozenset({"two titles", "two dates", "one name"})


def tell_doubts(kept: Sequence[Placed], starts: Sequence[int], log: Log, *, asked: bool) -> None:
    """Compare each page with all before it. `asked`: the user said that they are of one event."""
    before = None
    for p, start in zip(kept, starts, strict=True):
        seen = seen_of(p.page)
        if before is None:
            before = seen
            continue
        against = [c for c in holding(AGAINST, before, seen) if c.weight <= -ENOUGH and c.name not in _TOLD_ELSEWHERE]
        if against:
            log.add("G610", start, start, name=p.page.name, seen=", ".join(claim.name for claim in against))
        elif not asked and weigh(FOR, before, seen) < ENOUGH:
            log.add("G609", start, start, name=p.page.name, other=kept[0].page.name)
        before |= seen
    for above, below, start in zip(kept, kept[1:], starts[1:], strict=False):
        if count := _overlap(above, below):
            log.add("G611", start, start, name=below.page.name, other=above.page.name, count=count)


def _overlap(above: Placed, below: Placed) -> int:
    """How many paragraphs at the beginning of a page stand at the end of the page before it, too."""
    ends, begins = _said(above)[-_MOST_REPEATED:], _said(below)
    places = [place for place, words in enumerate(ends) if begins and words == begins[0]]
    for place in places:
        again = ends[place:]
        if begins[: len(again)] == again and any(len(words) >= _REPEATED for words in again):
            return len(again)
    return 0


def _said(placed: Placed) -> list[str]:
    return [" ".join(p["text"].split()) for turn in placed.page.facts.turns for p in turn.paragraphs]
