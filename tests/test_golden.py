"""The net below every change, `bench/golden.py`: that it is whole, and that it tells what slips through."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from conftest import REPOSITORY
from scio_transcripts import parse

BENCH = REPOSITORY / "bench"
ONE_CASE = "tests/hostile.py: pages"


def golden(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BENCH / "golden.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def differences(monkeypatch: pytest.MonkeyPatch) -> Callable[[Any, Any], list[str]]:
    monkeypatch.syspath_prepend(BENCH)
    from golden_differences import differences

    return lambda old, new: list(differences(old, new))


def test_every_input_gives_the_document_that_the_table_keeps() -> None:
    done = golden()
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split()[0].replace(",", "")) >= 600


def test_an_input_that_differs_is_named_with_what_to_do(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    assert golden("--write", "--table", table, "--only", ONE_CASE).returncode == 0
    assert golden("--table", table, "--only", ONE_CASE).returncode == 0
    header, row, *more = table.read_text("utf-8").splitlines()
    name, turns, rest = row.split("\t")
    assert len(turns) == len(rest) == 16
    table.write_text("\n".join([header, f"{name}\t{'0' * 16}\t{rest}", *more]) + "\n", "utf-8")
    done = golden("--table", table, "--only", ONE_CASE)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0].split(maxsplit=1) == ["turns", name]
    assert "--write" in done.stdout


def test_inputs_that_came_or_went_are_differences(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text("name\tturns\trest\ntests/hostile.py: pages of yore\t0\t0\n", "utf-8")
    done = golden("--table", table, "--only", ONE_CASE)
    told = [line.split(maxsplit=1) for line in done.stdout.splitlines()]
    assert ["new", "tests/hostile.py: pages"] in told
    assert ["gone", "tests/hostile.py: pages of yore"] in told


def test_renewing_some_leaves_the_other_rows_as_they_are(tmp_path: Path) -> None:
    table = tmp_path / "table.tsv"
    table.write_text("name\tturns\trest\ntests/hostile.py: words\t1\t2\n", "utf-8")
    golden("--write", "--table", table, "--only", ONE_CASE)
    assert "tests/hostile.py: words\t1\t2\n" in table.read_text("utf-8")


def test_an_unknown_commit_is_said_to_be_unknown() -> None:
    done = golden("--against", "no-such-commit", "--only", ONE_CASE)
    assert done.returncode == 2
    assert "no-such-commit" in done.stderr


def test_the_table_holds_no_path_of_a_machine() -> None:
    names = [line.split("\t")[0] for line in (BENCH / "golden.tsv").read_text("utf-8").splitlines()[1:]]
    assert names == sorted(set(names))
    assert not [name for name in names if not name.startswith(("../shared/", "src/", "tests/"))]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({"a": {"b": 1}}, {"a": {"b": 2}}, ["a.b: 1 → 2"]),
        ({"a": 1}, {"b": 1}, ["a: 1 → (gone)", "b: (new) → 1"]),
        ({"a": [1, 2, 3]}, {"a": [0, 1, 2, 3]}, ["a[0]: (new) → 0"]),
        ({"a": [1, 2, 3]}, {"a": [1, 3]}, ["a[1]: 2 → (gone)"]),
        ({"a": [{"b": 1, "c": 2}]}, {"a": [{"b": 1, "c": 3}]}, ["a[0].c: 2 → 3"]),
        ({"a": ["b"]}, {"a": ["b"]}, []),
        ({"a": None}, {"a": []}, ["a: null → []"]),
        ({"error": "x"}, {"turns": []}, ['error: "x" → (gone)', "turns: (new) → []"]),
    ],
)
def test_each_value_that_differs_is_a_line(
    differences: Callable[[Any, Any], list[str]], old: Any, new: Any, told: list[str]
) -> None:
    assert differences(old, new) == told


def test_long_texts_are_shown_where_they_part(differences: Callable[[Any, Any], list[str]]) -> None:
    [line] = differences({"text": "ferry " * 500 + "north"}, {"text": "ferry " * 500 + "south"})
    assert "north" in line
    assert "south" in line
    assert len(line) < 400


def test_a_turn_is_told_as_a_person_would_name_it(differences: Callable[[Any, Any], list[str]]) -> None:
    page = parse("Reuters:\n\nWhy? Thank you.\n\nLu An:\n\nSo it is.")
    turns = json.loads(page.to_json())["turns"]
    assert differences(turns, turns[:1]) == [
        "[1]: turn 1 of Lu An (official, lu-an), 1 paragraph at 27: 'So it is.' → (gone)"
    ]
