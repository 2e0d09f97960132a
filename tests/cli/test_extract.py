"""`scio-transcripts extract`: what it writes, and what it says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive.making import each_gzipped, http, note, record, saved, transcript
from cli.conftest import Cli

PAGE = note(transcript(), "http://pages.test/canal.txt")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return saved(tmp_path, each_gzipped([PAGE, record(http(b"GIF", "image/gif"))])).relative_to(tmp_path)


def test_events_are_written_and_counted(cli: Cli, archive: Path) -> None:
    result = cli("extract", archive, "-o", "out")
    assert result == (
        0,
        "",
        "2 records, 1 page of HTML or text, 1 parsed, 1 transcript\n1 event: 1 page, 1 version, 1 capture in out\n",
    )
    [row] = map(json.loads, Path("out/manifest.jsonl").read_text().splitlines())
    assert row["archive"] == "crawl.warc.gz"
    assert json.loads(Path("out", row["event"], "transcript.json").read_text())["kind"] == "transcript"


def test_damage_is_told_with_its_place_and_is_no_failure(cli: Cli, tmp_path: Path, archive: Path) -> None:
    whole = archive.read_bytes()
    saved(tmp_path, whole + each_gzipped([PAGE])[:-40])
    result = cli("extract", archive, "-o", "out")
    assert result.status == 0
    assert result.err.startswith(f"crawl.warc.gz: byte {len(whole):,}: damaged: ")
    assert "1 transcript; 1 damaged" in result.err


def test_an_archive_that_cannot_be_read_is_status_1(cli: Cli, archive: Path) -> None:
    result = cli("extract", "missing.warc", archive, "-o", "out")
    assert result.status == 1
    assert (
        result.err.splitlines()[0] == "error: missing.warc: no such file; check the spelling, or the folder you are in"
    )
    assert Path("out/manifest.jsonl").exists()
    alone = cli("extract", "missing.warc", "-o", "none")
    assert (alone.status, len(alone.err.splitlines())) == (1, 1)
    assert not Path("none").exists()


def test_a_folder_that_is_a_file_is_one_line(cli: Cli, archive: Path) -> None:
    assert cli("extract", archive, "-o", archive) == (1, "", "error: crawl.warc.gz: is a file; name a folder\n")


def test_pages_over_the_limit_are_told(cli: Cli, tmp_path: Path, archive: Path) -> None:
    saved(tmp_path, note(transcript(words="Reeds. " * 3000)))
    result = cli("extract", archive, "-o", "out", "--max-record", "0.01")
    assert "too large: 21" in result.err
    assert "0 events" in result.err


def test_many_troubles_are_cut_short(cli: Cli, tmp_path: Path, archive: Path) -> None:
    saved(tmp_path, b"rubbish\r\n".join([PAGE] * 100))
    result = cli("extract", archive, "-o", "out")
    assert "... and 79 more like these, see report.json" in result.err
    assert len(result.err.splitlines()) == 23
    assert len(json.loads(Path("out/report.json").read_text())["troubles"]) == 99


def test_what_archives_say_cannot_steer_the_terminal(cli: Cli, tmp_path: Path, archive: Path) -> None:
    saved(tmp_path, record(http(b"x", content_encoding="\x1b[2J"), "http://pages.test/\x1b[2J"))
    result = cli("extract", archive, "-o", "out")
    assert "not known here" in result.err
    assert "\x1b" not in result.err


@pytest.mark.parametrize("arguments", [["extract"], ["extract", "a.warc"], ["extract", "-o", "out"]])
def test_a_wrong_command_line_is_status_2(cli: Cli, arguments: list[str]) -> None:
    assert cli(*arguments).status == 2
