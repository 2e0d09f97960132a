"""Law 9, Form, over the pages of the shared folder: a change of form keeps what it must. Skipped where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from . import bounds
from .mutators import MUTATORS
from .pairs import Pair, all_pairs, sample, try_pairs
from .table import Count, counted, table


def counts(pairs: list[Pair]) -> dict[str, Count]:
    return counted(try_pairs(pairs))


def told(found: dict[str, Count]) -> str:
    """What a failure shows: numbers only, since some of the pages must stay unseen."""
    return "\n" + "\n".join(table(found, MUTATORS))


def test_a_few_pairs_of_all_kinds_keep_what_is_promised(shared: Path) -> None:
    found = counts(sample(all_pairs(), bounds.FEW))
    assert found["all"].pairs >= bounds.FEW // 2
    assert found["all"].kept >= bounds.LEAST_KEPT_OF_FEW, told(found)
    assert found["all"].wrong_share <= bounds.MOST_WRONG_OF_FEW, told(found)


@pytest.mark.slow
def test_five_thousand_pairs_keep_what_is_promised(shared: Path) -> None:
    found = counts(sample(all_pairs(), bounds.MANY))
    assert found["all"].pairs >= 5_000
    assert found["all"].kept >= bounds.LEAST_KEPT, told(found)
    assert found["all"].wrong_share <= bounds.MOST_WRONG, told(found)


@pytest.mark.slow
@pytest.mark.parametrize("mutator", MUTATORS)
def test_each_mutator_alone_keeps_what_is_promised(mutator: str, shared: Path) -> None:
    pairs = [pair for pair in all_pairs() if pair[1] == mutator]
    found = counts(sample(pairs, bounds.PAGES_A_MUTATOR))[mutator]
    assert found.kept >= bounds.LEAST_KEPT_BY.get(mutator, 1), told({mutator: found})
    assert found.wrong_share <= bounds.MOST_WRONG_BY.get(mutator, 0), told({mutator: found})


@pytest.mark.slow
@pytest.mark.parametrize("language", bounds.LEAST_TURNS_GLUED)
def test_pages_glued_to_one_line_keep_the_turns_that_are_promised(language: str, shared: Path) -> None:
    found = counts([pair for pair in all_pairs() if pair[1] == "page-glued"])[f"page-glued {language}"]
    assert found.turns_share >= bounds.LEAST_TURNS_GLUED[language]
