"""The examples run, and print what they promise."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
SAMPLES = Path(__file__).parent.parent / "src" / "scio_transcripts" / "samples"


def run(name: str, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(EXAMPLES / name), *arguments],
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return done.stdout.splitlines()


def test_questions_lists_askers_and_answers() -> None:
    lines = run("questions.py")
    assert "Xinhua News Agency:" in lines
    assert sum(not line.startswith(" ") for line in lines) >= 10
    assert run("questions.py", str(SAMPLES / "demo.txt")) == lines


def test_evidence_shows_where_the_year_comes_from() -> None:
    lines = run("evidence.py")
    assert lines[0] == "event.date = 2024-05-21 (summary+year)"
    assert any("'June 6, 2024'" in line for line in lines)
    assert any("D401" in line for line in lines)


def test_passages_carry_their_question_and_citation() -> None:
    lines = run("passages.py", "libraries")
    assert any(line.startswith("Kyodo News asked: ") for line in lines)
    assert all("SCIO press conference on national plan" in line for line in lines if line.startswith("  -- "))
    assert run("passages.py", "no such word anywhere") == [""]


def test_every_example_is_tested() -> None:
    assert {path.name for path in EXAMPLES.glob("*.py")} == {"questions.py", "evidence.py", "passages.py"}
