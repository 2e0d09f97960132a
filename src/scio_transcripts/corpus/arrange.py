"""Which segments of a search index are merged, and with which.

In: the parts of an index, segments that there are. Out: few segments with just these parts. Promises: the same segments
give the same ones; nothing that is merged in one round needs another of it, so they can be made at the same time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from scio_transcripts.corpus.segments import FOLDER, Indexed, Segment, key_of, new_folder, segment_of, tell

_TOGETHER = 16
"""Segments that are merged at once. Each needs a row group in memory, some 10 MB."""
_MOST = 6
"""A search opens each; more are merged."""
_AT_A_TIME = 3
"""So many merges new segments are spread over where they are many, for as many processes to share."""
_WORTH_A_MERGE = 4
Run = Callable[[Callable[[Any], tuple[Any, ...]], Sequence[Any]], Iterable[Any]]
"""Calls a function for each item, and gives what came of them in any order."""


def arranged(
    root: Path, kept: Sequence[Segment], new: Sequence[Segment], parts: set[str], run: Run
) -> tuple[Segment, ...]:
    """The segments merged where they are too many, with nothing of other parts in them.

    A small segment is merged again with each build, a large one seldom: in all, a turn is written a few times.
    """
    whole = [one for one in kept if {indexed.part for indexed in one.parts} <= parts]
    others = [*(one for one in kept if one not in whole), *new]
    while others or len(whole) > _MOST:
        whole.sort(key=lambda one: (one.turns, one.id))
        while whole and len(others) < _TOGETHER and (len(whole) >= _MOST or _is_small(whole[0], others)):
            others.append(whole.pop(0))
        whole += run(lambda group: (merged, root, group, parts), _groups(others, _MOST - len(whole)))
        others = []
    return tuple(sorted(whole, key=lambda one: one.id))


def _groups(segments: Sequence[Segment], room: int) -> list[Sequence[Segment]]:
    """Segments that are merged with one another, about as many in each group."""
    count = -(-len(segments) // _TOGETHER)
    spread = min(_AT_A_TIME, len(segments) // _WORTH_A_MERGE)
    if spread <= room:
        count = max(count, spread)
    cuts = [len(segments) * number // count for number in range(count + 1)]
    return [segments[begin:end] for begin, end in pairwise(cuts)]


def usable(root: Path, parts: set[str]) -> list[Segment]:
    """Merged segments of any earlier index that hold some of these parts, none twice; the largest first."""
    found = [segment_of(root, path.name) for path in sorted((root / FOLDER).iterdir()) if path.is_dir()]
    known = [one for one in found if one is not None and len(one.parts) > 1]
    chosen: list[Segment] = []
    covered: set[str] = set()
    for segment in sorted(known, key=lambda one: (-one.turns, one.id)):
        mine = {one.part for one in segment.parts} & parts
        if mine and not mine & covered:
            chosen.append(segment)
            covered |= mine
    return chosen


def _is_small(segment: Segment, others: Sequence[Segment]) -> bool:
    return segment.turns < sum(one.turns for one in others)


def merged(root: Path, given: Sequence[Segment], parts: set[str]) -> Segment:
    """One segment of several, with these parts alone."""
    from scio_transcripts.corpus.merge import Input, Stretch, merge

    inputs, kept, place = [], [], 0
    for segment in given:
        stretches = []
        for one in segment.parts:
            if one.part in parts:
                end = place + one.end - one.begin
                stretches.append(Stretch(begin=one.begin, end=one.end, to=place))
                kept.append(Indexed(one.part, place, end))
                place = end
        own = segment.folder(root)
        inputs.append(Input(terms=own / "terms.parquet", turns=own / "turns.parquet", kept=stretches))
    new = Segment(key_of([one.part for one in kept]), tuple(kept))
    if segment_of(root, new.id) is None:
        with new_folder(new.folder(root)) as made:
            merge(inputs, made / "terms.parquet", made / "turns.parquet")
            tell(made, new)
    return new
