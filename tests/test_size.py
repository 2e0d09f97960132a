"""The list of what is too large only shrinks."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

pytest.importorskip("radon", reason="needs the extra dev")

CHECK = runpy.run_path(str(Path(__file__).parents[1] / ".ci" / "size.py"))
NAME = "src/ferries.py:Ferry.depart"


@pytest.mark.parametrize(
    ("found", "allowed", "told"),
    [
        ({NAME: 13}, {}, f"{NAME}: 13 branches, at most 12 are allowed; make it smaller"),
        ({NAME: 16}, {NAME: 15}, f"{NAME}: 16 branches, at most 15 are allowed; make it smaller"),
        ({"src/ferries.py": 301}, {}, "src/ferries.py: 301 lines, at most 300 are allowed; make it smaller"),
        ({NAME: 14}, {NAME: 15}, f"{NAME}: 14, and the list says 15; run python .ci/size.py --shrink"),
        ({}, {NAME: 15}, f"{NAME}: no longer too large, and the list says 15; run python .ci/size.py --shrink"),
    ],
)
def test_what_grew_or_is_listed_without_need_is_told(found: dict[str, int], allowed: dict[str, int], told: str) -> None:
    assert list(CHECK["faults"](found, allowed)) == [told]


def test_what_is_as_large_as_the_list_says_passes() -> None:
    assert not list(CHECK["faults"]({NAME: 15}, {NAME: 15}))


def test_and_and_or_are_branches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ferries.py"
    path.write_text("def depart(a):\n    return " + " or ".join(["a"] * 13) + "\n\n\ndef dock(a):\n    return a\n")
    monkeypatch.setitem(CHECK["sizes"].__globals__, "ROOT", tmp_path)
    assert list(CHECK["sizes"](path)) == [("ferries.py:depart", 13)]
