"""Pairs of a page and a mutator, tried.

In: which pages and which mutators. Out: a `Trial` for each pair that applies, in the order of the names. Promises: the
same on every machine and for any number of processes; the words of kept pages are not in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from .mutators import MUTATORS
from .pages import Page, load, page_names
from .verdict import Verdict, judge

Pair = tuple[str, str]
"""The name of a page and that of a mutator."""


@dataclass(frozen=True, slots=True)
class Trial:
    page: str
    mutator: str
    chinese: bool
    shown: bool
    outcome: str
    facts: tuple[str, ...]
    """Kinds of facts that are not as they were, each once."""
    messages: tuple[str, ...]
    """What differs, in words; empty for pages that are not shown."""
    turns: int
    turns_kept: int


def all_pairs(*, folder: str = "", mutator: str = "") -> list[Pair]:
    """Pairs of pages whose names begin so, and of mutators whose names do."""
    mutators = [name for name in MUTATORS if name.startswith(mutator)]
    return [(page, name) for page in page_names() if page.startswith(folder) for name in mutators]


def sample(pairs: Iterable[Pair], number: int) -> list[Pair]:
    """So many pairs, always the same ones, in the order of the pages."""
    by_chance = sorted(pairs, key=lambda pair: hashlib.sha1("\t".join(pair).encode()).digest())
    return sorted(by_chance[:number])


def try_pairs(pairs: Iterable[Pair], *, processes: int = 1) -> Iterator[Trial]:
    """The trials of all pairs that apply."""
    work: dict[str, list[str]] = {}
    for page, mutator in pairs:
        work.setdefault(page, []).append(mutator)
    if processes == 1:
        for item in work.items():
            yield from _try_page(item)
        return
    with ProcessPoolExecutor(processes) as pool:
        for trials in pool.map(_try_page, work.items(), chunksize=4):
            yield from trials


def try_mutator(page: Page, mutator: str) -> Trial | None:
    """One pair; None where the mutator does not apply. An error is told by the names of the pair only."""
    try:
        mutated = MUTATORS[mutator](page)
        verdict = None if mutated is None else judge(mutated.facts, mutated.parse())
    except Exception as error:
        raise RuntimeError(f"{type(error).__name__} for {page.name}, {mutator}") from (error if page.shown else None)
    return None if verdict is None else _trial(page, mutator, verdict)


def _trial(page: Page, mutator: str, verdict: Verdict) -> Trial:
    return Trial(
        page=page.name,
        mutator=mutator,
        chinese=page.chinese,
        shown=page.shown,
        outcome=verdict.outcome,
        facts=tuple(dict.fromkeys(difference.fact for difference in verdict.differences)),
        messages=tuple(f"{d.outcome} {d.fact}: {d.message}" for d in verdict.differences) if page.shown else (),
        turns=verdict.turns,
        turns_kept=verdict.turns_kept,
    )


def _try_page(work: tuple[str, list[str]]) -> list[Trial]:
    name, mutators = work
    page = load(name)
    return [trial for mutator in mutators if (trial := try_mutator(page, mutator)) is not None]
