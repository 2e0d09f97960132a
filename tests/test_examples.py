"""The examples run, and print what they promise."""

from __future__ import annotations

import runpy
import subprocess
import sys
from pathlib import Path

from scio_transcripts.sources.web.limits import Limits
from web.site import Site

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


def test_archive_finds_the_transcript_among_the_records() -> None:
    lines = run("archive.py")
    assert lines[0] == "records: 2, events: 1"
    assert lines[1].startswith("2025-11-06-scio-press-conference-on-national-plan")
    assert lines[1].endswith("turns; page 1 on 2025-11-08")


def test_fetch_event_lists_who_speaks(tmp_path: Path) -> None:
    example = runpy.run_path(str(EXAMPLES / "fetch_event.py"))
    with Site() as site:
        paths = site.put_event(3)
        lines = example["speakers"](site.url(paths[0]), str(tmp_path), Limits(allow_private=True, delay=0))
    assert lines[0].startswith("3 pages in ")
    assert lines[1:] == ["  Qiu Min (chair)", "  Harbour Post (reporter)", "  Lin Dahai (official)"]


def test_every_example_is_tested() -> None:
    tested = {"archive.py", "evidence.py", "fetch_event.py", "questions.py"}
    assert {path.name for path in EXAMPLES.glob("*.py")} == tested
