"""`scio-transcripts corpus ...` as its users see it."""

from __future__ import annotations

import json
import signal
import time
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="needs the extra corpus")

from cli.conftest import Cli, process
from corpus.making import event, folder_of


@pytest.fixture
def store(cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    monkeypatch.chdir(tmp_path)
    folder_of(tmp_path, 4)
    Path("pages/bad\x1b[2J.txt").write_bytes(b"\0\1" * 99)
    assert cli("corpus", "build", "pages", "-o", "store", "-j", "1").status == 0
    return "store"


def test_build_says_what_it_read_and_what_it_could_not(cli: Cli, store: str) -> None:
    done = cli("corpus", "build", "pages", "-o", store, "-j", "1")
    assert (done.status, done.out) == (0, "")
    assert "store: 4 transcripts from 5 sources (1 unreadable)" in done.err
    assert "corpus quality store" in done.err


def test_build_says_how_many_pages_it_joined_into_how_many_events(
    cli: Cli, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    folder_of(tmp_path, 2)
    for page in (1, 2, 3):
        Path(f"pages/long_{page}.txt").write_text(event(50, page))
    assert "\n3 pages joined into 1 event\n" in cli("corpus", "build", "pages", "-o", "store", "-j", "1").err


def test_a_build_that_joins_nothing_says_nothing_of_it(cli: Cli, store: str) -> None:
    assert "joined" not in cli("corpus", "build", "pages", "-o", store, "-j", "1").err


def test_quality_names_what_is_wrong_without_letting_it_steer_the_terminal(cli: Cli, store: str) -> None:
    done = cli("corpus", "quality", store)
    assert done.status == 0
    assert "4 transcripts; sources: 1 error, 4 read" in done.out
    assert "\\x1b[2J.txt" in done.out
    assert "\x1b" not in done.out
    report = json.loads(cli("corpus", "quality", store, "--format", "json").out)
    assert report["transcripts"] == 4
    assert [one["uri"] for one in report["unreadable"]] == ["pages/bad\x1b[2J.txt"]
    assert sum(row["transcripts"] for row in report["coverage"]) == 4
    assert {row["year"] for row in report["coverage"]} == {2019, 2020, 2021, 2022}


def test_update_reads_what_is_new(cli: Cli, store: str) -> None:
    Path("pages/event-of-canal-000x.txt").unlink()
    assert "4 transcripts" in cli("corpus", "update", store, "-j", "1").err
    assert "3 transcripts" in cli("corpus", "update", store, "--remove", "-j", "1").err


ASKING = [
    ["diff", "store", "store"],
    ["stats", "store"],
    ["search", "store", "towpaths"],
    ["kwic", "store", "towpaths"],
    ["report", "store", "-o", "site"],
]


@pytest.mark.parametrize("arguments", ASKING, ids=lambda arguments: arguments[0])
@pytest.mark.parametrize("indexed", [True, False], ids=["indexed", "without index"])
def test_files_in_each_others_places_are_told(cli: Cli, store: str, arguments: list[str], indexed: bool) -> None:
    if arguments[0] == "report":
        pytest.importorskip("jinja2", reason="needs the extra report")
    if not indexed:
        Path(store, "index").rename("away")
    for one, other in (("documents", "turns"), ("transcripts", "exchanges")):
        for path in sorted(Path(store, "data", one).rglob("*.parquet")):
            twin = Path(store, "data", other, path.parent.name, path.name)
            path.rename("aside")
            twin.rename(path)
            Path("aside").rename(twin)
    done = cli("corpus", *arguments)
    assert done.status == 1
    assert done.out == ""
    assert "error: " in done.err
    assert "damaged" in done.err
    assert "Traceback" not in done.err


def test_stats_tell_pages_that_are_no_transcripts_apart(cli: Cli, tmp_path: Path, store: str) -> None:
    Path("pages/story.txt").write_text("SCIO to hold a press conference\n\nA press conference will be held on May 3.\n")
    cli("corpus", "build", "pages", "-o", store, "-j", "1")
    kinds = {
        one["name"]: one["transcripts"]
        for one in json.loads(cli("corpus", "stats", store, "--format", "json").out)["kinds"]
    }
    assert sum(kinds.values()) == 5
    assert kinds["transcript"] == 4
    assert cli("corpus", "stats", store).out.startswith("4 transcripts, 1 ")


def test_check_prints_a_line_for_each_fault_and_fails(cli: Cli, store: str) -> None:
    done = cli("corpus", "check", store, "-j", "1")
    assert (done.status, done.out) == (0, "")
    path = next(Path(store, "data", "turns").rglob("*.parquet"))
    path.write_bytes(path.read_bytes()[:-5])
    done = cli("corpus", "check", store, "-j", "1")
    assert done.status == 1
    assert done.out == f"{path.relative_to(store)}: its bytes are not those that were written\n"
    told = json.loads(cli("corpus", "check", store, "-j", "1", "--format", "json").out)
    assert [fault["where"] for fault in told["faults"]] == [str(path.relative_to(store))]


def test_the_old_name_of_check_works_and_tells_the_new_one(cli: Cli, store: str) -> None:
    done = cli("corpus", "verify", store, "-j", "1")
    told, sound = done.err.splitlines()
    assert (done.status, done.out) == (0, "")
    assert told == "note: `corpus verify` is now `corpus check`; the old name goes with the next release"
    assert sound == cli("corpus", "check", store, "-j", "1").err.rstrip()
    next(Path(store, "data", "turns").rglob("*.parquet")).unlink()
    assert cli("corpus", "verify", store, "-j", "1").status == 1
    assert "verify" not in cli("corpus", "--help").out


def test_diff_counts_what_changed(cli: Cli, store: str) -> None:
    path = Path("pages/event-of-canal-001x.txt")
    path.write_text(path.read_text().replace("Reuters:", "Agence France-Presse:").replace("on canal", "on\x1b canal"))
    cli("corpus", "build", "pages", "-o", "new", "-j", "1")
    done = cli("corpus", "diff", store, "new")
    assert done.status == 0
    assert "3 transcripts the same, 1 changed, 0 only in the old corpus, 0 only in the new one" in done.out
    assert "label: Reuters -> Agence France-Presse" in done.out
    assert "\\x1b canal" in done.out
    told = json.loads(cli("corpus", "diff", store, "new", "--format", "json").out)
    assert told["summary"]["changed"] == len(told["transcripts"]) == 1
    assert told["summary"]["changes"]["label"] == {"changes": 1, "transcripts": 1}


def test_sources_and_documents_can_be_asked_in_sql(cli: Cli, store: str) -> None:
    joined = "select s.uri from sources s, documents d where d.transcript = s.transcripts[1] order by 1"
    lines = cli("corpus", "sql", store, joined, "--format", "csv").out.splitlines()
    assert lines == ["uri", *(f"pages/event-of-canal-{number:03d}x.txt" for number in range(4))]
    wrong = "select error from sources where status = 'error'"
    assert "NUL" in cli("corpus", "sql", store, wrong, "--format", "csv").out


def test_words_that_changed_and_pages_of_one_corpus_are_named(cli: Cli, store: str) -> None:
    path = Path("pages/event-of-canal-001x.txt")
    path.write_text(path.read_text().replace("towpaths were mended", "towpaths were swept"))
    Path("pages/event-of-canal-000x.txt").rename("pages/event-of-canal-009x.txt")
    cli("corpus", "build", "pages", "-o", "new", "-j", "1")
    told = cli("corpus", "diff", store, "new").out
    assert (
        "words: ... The towpaths were mended. Canal 1, page ... -> ... The towpaths were swept. Canal 1, page ..."
        in told
    )
    assert told.count("only in the old corpus: ") == told.count("only in the new corpus: ") == 1
    assert "only in the old corpus: " not in cli("corpus", "diff", store, "new", "--brief").out


def test_sources_that_are_not_there_are_errors_and_cost_the_corpus_nothing(cli: Cli, store: str) -> None:
    for wrong in (["pagse/"], ["pagse", "pages/event-of-canal-000x.txt"], [store]):
        done = cli("corpus", "build", *wrong, "-o", store, "-j", "1")
        assert done.status == 1
        assert done.err.startswith("error: ")
        assert wrong[0].rstrip("/") in done.err
        assert len(done.err.splitlines()) == 1
    assert "4 transcripts" in cli("corpus", "stats", store).out
    done = cli("corpus", "build", "pages", "pages/bad\x1b[2J.txt", "missing", "-o", store, "-j", "1")
    assert done.status == 1
    errors = [line for line in done.err.splitlines() if line.startswith("error: ")]
    assert errors[0] == "error: missing: no such file; check the spelling, or the folder you are in"
    assert errors[1].startswith("error: pages/bad\\x1b[2J.txt: ")
    assert len(errors) == 2


def test_quality_names_what_was_set_aside(cli: Cli, store: str) -> None:
    Path("pages/zzz.txt").write_bytes(Path("pages/event-of-canal-000x.txt").read_bytes())
    Path("pages/event-of-canal-001x.txt").unlink()
    cli("corpus", "update", store, "-j", "1")
    out = " ".join(cli("corpus", "quality", store).out.split())
    assert "pages/zzz.txt duplicate the same bytes as pages/event-of-canal-000x.txt" in out
    assert "pages/event-of-canal-001x.txt kept is no longer there" in out


def test_folders_that_are_not_entered_are_told(cli: Cli, store: str) -> None:
    Path("pages/inner").mkdir()
    done = cli("people", "pages/")
    assert "note: pages has a folder in it, which is not read; name each, or use corpus build" in done.err
    for folder, words in ((store, "holds a corpus, not pages"), (".", "folders in it are not entered")):
        done = cli("check", folder)
        assert (done.status, done.out) == (1, "")
        assert words in done.err


@pytest.mark.parametrize(
    "line", [["parse", "--format", "jsonl"], ["export", "--to", "csv"], ["people", "--format", "json"], ["shares"]]
)
def test_what_reads_pages_reads_a_corpus(cli: Cli, store: str, line: list[str]) -> None:
    done = cli(line[0], store, *line[1:])
    assert (done.status, done.err) == (0, "")
    assert cli(line[0], "pages", *line[1:]).out.count("Reuters") == done.out.count("Reuters") > 1


def test_pages_are_not_strictly_read_out_of_a_corpus(cli: Cli, store: str) -> None:
    done = cli("parse", store, "--format", "jsonl", "--strict")
    assert (done.status, done.out) == (2, "")
    assert "a corpus holds what was read without it" in " ".join(done.err.split())


def test_mistakes_are_one_line(cli: Cli, store: str) -> None:
    for wrong, status in (
        (("build", "pages", "-o", "pages"), 1),
        (("build", "-", "-o", "x"), 2),
        (("build", "pages", "-o", "x", "--engine", "steam"), 2),
        (("check", "pages"), 1),
        (("update", "nowhere"), 1),
        (("diff", store, "nowhere"), 1),
        (("quality", "nowhere"), 1),
        (("quality", "pages/event-of-canal-000x.txt"), 1),
        (("sql", store, " "), 2),
        (("search", store, "towpaths", "--since", "2024", "--until", "2023"), 2),
    ):
        done = cli("corpus", *wrong)
        assert done.status == status, wrong
        assert done.err.startswith("error: ")
        assert len(done.err.splitlines()) == 1


def test_ctrl_c_ends_a_build_with_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder_of(tmp_path, 400)
    running = process("corpus", "build", "pages", "-o", "store", "-j", "2")
    deadline = time.monotonic() + 60
    while not Path("store/work").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate()
    assert running.returncode == 130
    assert err.decode() == "interrupted; the same command goes on from here\n"
    assert Path("store/.lock").exists()


def test_what_a_build_no_longer_names_is_told(cli: Cli, tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.txt").write_text(f"Reuters:\n\nWhy {name}? Thank you.\n\nLin Dahai:\n\nSo.\n")
    store = tmp_path / "store"
    assert cli("corpus", "build", tmp_path / "old", "-o", store, "-j", "1").status == 0
    both = cli("corpus", "build", tmp_path / "old", tmp_path / "new", "-o", store, "-j", "1")
    assert "no longer in it" not in both.err
    less = cli("corpus", "build", tmp_path / "new", "-o", store, "-j", "1")
    assert f"note: no longer in it, as it was not named: what came from {tmp_path / 'old'}" in less.err
