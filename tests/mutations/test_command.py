"""`python -m tests.mutations`, and what it may print."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest

from .made import english
from .mutators import MUTATORS
from .pages import REPOSITORY, Page, is_kept, page_names, page_of
from .pairs import all_pairs, sample, try_mutator, try_pairs


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "tests.mutations", "--processes", "1", *arguments]
    return subprocess.run(line, cwd=REPOSITORY, capture_output=True, text=True, check=False)


def test_a_row_for_each_mutator_and_language_is_printed() -> None:
    done = command("--set", "samples/demo", "--mutator", "line-ends")
    assert done.returncode == 0, done.stderr
    head, *rows = done.stdout.splitlines()
    assert head.split()[:6] == ["mutator", "pairs", "kept", "nulled", "changed", "wrong"]
    assert rows[0].split()[:2] == ["line-ends", "en"]
    assert rows[-1].split()[0] == "all"


def test_pairs_that_are_not_kept_are_shown_with_what_differs() -> None:
    page = english()
    other = replace(page, facts=replace(page.facts, unsaid=("three meters wide",)))
    trial = try_mutator(other, "line-ends")
    assert trial is not None
    assert trial.messages == ("changed spoken: 'Weng Yunzhou' says 'three meters wide'",)


def test_nothing_found_is_told_and_is_a_failure() -> None:
    done = command("--set", "nowhere")
    assert done.returncode == 1
    assert "No pair applies" in done.stderr


def test_words_of_pages_of_the_kept_part_are_never_told() -> None:
    gold = {"family": next(f"site {n}" for n in range(99) if is_kept("devset/real_en/1.txt", {"family": f"site {n}"}))}
    page = page_of("devset/real_en/1.txt", english().text, gold={**gold, "kind": "article"})
    assert not page.shown
    trial = try_mutator(replace(page, facts=replace(page.facts, unsaid=("three meters wide",))), "line-ends")
    assert trial is not None
    assert trial.facts == ("spoken",)
    assert trial.messages == ()


def test_an_error_on_a_page_of_the_kept_part_tells_the_pair_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(page: Page) -> Page:
        raise ValueError(page.text)

    monkeypatch.setitem(MUTATORS, "line-ends", fail)
    with pytest.raises(RuntimeError) as told:
        try_mutator(replace(english(), shown=False), "line-ends")
    assert str(told.value) == "ValueError for english, line-ends"
    assert told.value.__cause__ is None
    assert told.value.__suppress_context__
    assert "three meters" not in repr(english())


def test_other_sets_have_no_kept_part() -> None:
    families = [{"family": f"site {number}"} for number in range(30)]
    assert not any(is_kept("devset/zh/01.txt", family) for family in families)
    assert 0 < sum(is_kept("devset/real_zh/01.txt", family) for family in families) < 30


def test_the_samples_of_the_repository_are_among_the_pages_in_both_forms() -> None:
    names = page_names()
    assert {"samples/demo.txt", "samples/demo.txt as HTML", "samples/event/content_410627.htm"} <= set(names)


def test_a_sample_is_the_same_whatever_the_order_of_the_pairs() -> None:
    pairs = all_pairs(folder="samples")
    assert sample(pairs, 7) == sample(reversed(pairs), 7)
    assert len(sample(pairs, 7)) == 7


def test_two_processes_find_what_one_does() -> None:
    pairs = all_pairs(folder="samples/demo", mutator="line-ends")
    assert list(try_pairs(pairs, processes=2)) == list(try_pairs(pairs))
