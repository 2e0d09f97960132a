"""The examples run, and print what they promise."""

from __future__ import annotations

import runpy
import shutil
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


def test_passages_carry_their_question_and_citation() -> None:
    lines = run("passages.py", "libraries")
    assert any(line.startswith("Kyodo News asked: ") for line in lines)
    assert all("SCIO press conference on national plan" in line for line in lines if line.startswith("  -- "))
    assert run("passages.py", "no such word anywhere") == [""]


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


def test_pages_lists_questions_with_page_and_selector() -> None:
    title, *lines = run("pages.py")
    assert title == "SCIO press conference on dark skies and quiet nights, 2020-10-22"
    outlets = [line for line in lines if not line.startswith(" ")]
    assert outlets[:3] == ["CCTV:", "Bloomberg:", "China Daily:"]
    questions = [line.strip() for line in lines if line.startswith(" ")]
    assert len(questions) == len(outlets) + 1  # one outlet follows up
    assert all(question.startswith("page ") and " html>body>" in question for question in questions)
    assert run("pages.py", str(SAMPLES / "event")) == [title, *lines]


def test_events_is_a_table_of_events_with_missing_pages(tmp_path: Path) -> None:
    heading, *rows = run("events.py")
    assert heading.split() == ["date", "turns", "pages", "missing", "noticed", "title"]
    assert [row.split()[:2] for row in rows] == [["2024-05-21", "9"], ["2025-11-06", "36"], ["2020-10-22", "28"]]
    assert [row.split()[2:6] for row in rows[:2]] == [["1", "of", "3", "?"], ["1", "of", "?", "?"]]
    for name in ("content_410627_2.htm", "content_410627_4.htm"):
        shutil.copy(SAMPLES / "event" / name, tmp_path)
    [row] = run("events.py", str(tmp_path), str(SAMPLES / "demo.txt"))[1:-1]
    assert "2 of 4     1, 3      1 G603" in row


def test_who_asks_counts_outlets_by_country_and_owner() -> None:
    lines = run("who_asks.py")
    assert lines[0] == "11 exchanges in 1 event"
    assert "  54.5%    6  CN" in lines
    assert "by owner" in lines
    assert run("who_asks.py", str(SAMPLES / "demo.txt")) == lines


def test_every_example_is_tested() -> None:
    tested = set("archive events evidence fetch_event pages passages questions who_asks".split())
    assert {path.stem for path in EXAMPLES.glob("*.py")} == tested
