"""`list`: what pages, folders and corpora hold."""

import csv
import io
import json
import random
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from cli.conftest import Cli
from mixed import english
from scio_transcripts import read_events
from test_join_evidence import a_cut_of, text_of

EVENT = """SCIO briefing on {topic}

Harbour Town | 10 a.m. May {day}, 2024

Reuters:

Why do the {topic} move? Thank you.

Mei An:

Because the wind does.
"""
CHINESE = "国新办举行芦苇养护新闻发布会\n\n路透社记者：\n\n请问芦苇为什么会动？谢谢。\n\n梅安：\n\n因为有风。\n"


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("pages")
    folder.mkdir()
    for day, topic in enumerate(("reeds", "dikes", "=locks"), 1):
        (folder / f"{topic.strip('=')}.txt").write_text(EVENT.format(topic=topic, day=day), encoding="utf-8")
    return folder


def rows(cli: Cli, *arguments: str | Path) -> list[dict[str, object]]:
    found = json.loads(cli("list", *arguments, "--format", "json").out)
    assert isinstance(found, list)
    return found


def test_each_event_is_a_row_with_what_it_is(cli: Cli, pages: Path) -> None:
    assert rows(cli, pages)[0] == {
        "date": "2024-05-02",
        "title": "SCIO briefing on dikes",
        "kind": "transcript",
        "turns": 2,
        "language": "en",
        "files": ["pages/dikes.txt"],
    }
    assert [row["title"] for row in rows(cli, pages)][1:] == ["SCIO briefing on =locks", "SCIO briefing on reeds"]


def test_the_table_ends_with_totals(cli: Cli, pages: Path) -> None:
    (pages / "notes.txt").write_text("The ferries rest in winter.\n", encoding="utf-8")
    result = cli("list", pages)
    assert result.status == 0
    assert "2024-05-02  SCIO briefing on dikes" in result.out
    assert result.out.splitlines()[-1].startswith("4 events in 4 files: 3 transcripts, 1 ")


def test_pages_of_one_event_are_one_row_and_shown_as_first_and_last(cli: Cli, tmp_path: Path) -> None:
    shutil.copytree(str(files("scio_transcripts").joinpath("samples", "event")), tmp_path / "event")
    [row] = rows(cli, tmp_path / "event")
    names = [Path(str(name)).name for name in row["files"]]  # type: ignore[attr-defined]
    assert len(names) == 4
    assert f"{names[0]} … {names[-1]}" in cli("list", tmp_path / "event").out
    assert len(rows(cli, tmp_path / "event", "--no-join")) == 4


def test_many_names_are_shown_in_few_words(cli: Cli, pages: Path) -> None:
    for number in range(1, 8):
        (pages / f"{'abcdefg'[number - 1]}.txt").write_text((pages / "reeds.txt").read_text(encoding="utf-8"))
    out = cli("list", pages).out
    assert "a.txt, b.txt, c.txt, d.txt, and 4 more" in out
    assert out.splitlines()[-1] == "3 events in 10 files: 3 transcripts"


def test_hundreds_of_numbered_strangers_stay_apart_and_true_pairs_are_found(cli: Cli, pages: Path) -> None:
    chance, texts, pairs = random.Random(7), [], []
    while len(texts) < 320:
        head, body = english(chance)
        if len(texts) % 100 == 50:
            cut = a_cut_of(body)
            pairs.append([f"{pages}/{len(texts) + number}.txt" for number in (1, 2)])
            texts += [text_of([*head, *body[:cut]]), text_of(body[cut:])]
        else:
            texts.append(text_of([*head, *body[:4]]))
    shutil.rmtree(pages)
    pages.mkdir()
    for number, text in enumerate(texts, 1):
        (pages / f"{number}.txt").write_text(text, encoding="utf-8")
    assert [row["files"] for row in rows(cli, pages) if len(row["files"]) > 1] == pairs  # type: ignore[arg-type]


def test_bundled_samples_with_names_of_one_event_are_two(cli: Cli, tmp_path: Path) -> None:
    cli("demo", "-o", tmp_path / "samples")
    assert [len(row["files"]) for row in rows(cli, tmp_path / "samples")] == [1, 1]  # type: ignore[arg-type]
    assert len(list(read_events(tmp_path / "samples"))) == 2


def test_files_folders_and_standard_input_are_taken_together(cli: Cli, pages: Path) -> None:
    Path("zh.txt").write_text(CHINESE, encoding="utf-8")
    found = cli("list", "zh.txt", pages, "-", "--format", "jsonl", stdin=EVENT.format(topic="gates", day=9).encode())
    listed = [json.loads(line) for line in found.out.splitlines()]
    assert [row["files"][0] for row in listed] == [
        "zh.txt",
        "pages/dikes.txt",
        "pages/locks.txt",
        "pages/reeds.txt",
        "standard input",
    ]
    assert listed[0]["language"] == "zh-Hans"


def test_csv_is_for_spreadsheets(cli: Cli, pages: Path) -> None:
    (pages / "sum.txt").write_text(EVENT.format(topic="gates", day=9).replace("SCIO", "=SCIO", 1), encoding="utf-8")
    out = cli("list", pages, "--format", "csv", "--bom").out
    assert out.startswith("\ufeffdate,title,kind,turns,language,files\n")
    assert all(not cell.startswith("=") for row in csv.reader(io.StringIO(out)) for cell in row)
    wrong = cli("list", pages, "--bom")
    assert (wrong.status, wrong.out) == (2, "")


def test_a_file_that_cannot_be_read_is_told_and_does_not_stop_the_others(cli: Cli, pages: Path) -> None:
    result = cli("list", "missing.txt", pages)
    assert result.status == 1
    assert result.err.startswith("error: missing.txt: ")
    assert "3 events in 3 files" in result.out


def test_folders_in_a_folder_are_told(cli: Cli, pages: Path) -> None:
    (pages / "inner").mkdir()
    result = cli("list", pages)
    assert (result.status, result.err.count("\n")) == (0, 1)
    assert "has a folder in it, which is not read" in result.err


def test_a_folder_without_pages_is_nothing_found_in_one_line(cli: Cli, pages: Path) -> None:
    Path("empty").mkdir()
    result = cli("list", "empty")
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("Nothing found: empty holds no pages; ")
    assert result.err.count("\n") == 1
    assert "3 events" in cli("list", "empty", pages).out


def test_a_corpus_is_listed_as_its_pages_are(cli: Cli, pages: Path) -> None:
    pytest.importorskip("duckdb", reason="needs the extra corpus")
    shutil.copytree(str(files("scio_transcripts").joinpath("samples", "event")), "event")
    (pages / "undated.txt").write_text(CHINESE, encoding="utf-8")
    cli("corpus", "build", pages, "event", "-o", "store", "-j", "1")
    by_date = sorted(rows(cli, pages, "event"), key=lambda row: (row["date"] is None, row["date"]))
    assert rows(cli, "store") == by_date
    (Path("store") / "corpus.json").write_text("{", encoding="utf-8")
    broken = cli("list", "store")
    assert (broken.status, broken.out, broken.err.count("\n")) == (1, "", 1)
