"""`corpus search`, `kwic`, `sql`, `stats` and `index`, as a shell runs them."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from cli.conftest import Cli
from corpus.asked_corpora import Said, corpus_of
from scio_transcripts.registry import outlets

STORE = (
    (
        date(2023, 5, 1),
        [
            Said(("When do the ferries run? \x1b[2J",), role="reporter", name="Reuters", outlet="reuters", exchange=0),
            Said(("In winter the ferries rest.", "Other boats run."), exchange=0),
        ],
    ),
    (date(2020, 5, 1), [Said(("安全第一，=cmd。",), name="林大海")]),
)


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return corpus_of(tmp_path / "store", STORE).path


def test_search_prints_a_citation_and_the_words_in_context(cli: Cli, store: Path) -> None:
    found = cli("corpus", "search", store, "ferries", "--role", "official", "--outlet", "foreign", "--since", "2023")
    assert found.status == 0
    assert "Lin Dahai, official; “Briefing 0”, 2023-05-01; turn 1, paragraph 1" in found.out
    assert "In winter the *ferries* rest." in found.out
    assert found.err == "1 turn\n"


def test_words_in_the_shells_quotation_marks_are_a_phrase(cli: Cli, store: Path) -> None:
    assert cli("corpus", "search", store, "ferries winter").status == 1
    assert "apart" in cli("corpus", "search", store, "ferries winter").err
    assert cli("corpus", "search", store, "ferries", "winter").status == 0


def test_search_cannot_steer_a_terminal(cli: Cli, store: Path) -> None:
    found = cli("corpus", "search", store, "ferries", "--role", "reporter")
    assert "\x1b" not in found.out
    assert "\\x1b[2J" in found.out


def test_search_gives_json(cli: Cli, store: Path) -> None:
    found = json.loads(cli("corpus", "search", store, "安全第一", "--format", "json").out)
    (hit,) = found["hits"]
    assert (found["total"], found["phrases"]) == (1, ["安全第一"])
    assert hit["citation"]["anchor"].startswith("scio:1;t-00000000;")
    assert hit["found"][0]["spans"] == [[0, 4]]


@pytest.mark.parametrize(
    "arguments", [["..."], ["x", "--role", "king"], ["x", "--since", "soon"], ["x", "--limit", "-1"]]
)
def test_a_wrong_search_is_told_in_one_line(cli: Cli, store: Path, arguments: list[str]) -> None:
    found = cli("corpus", "search", store, *arguments)
    assert (found.status, found.out) == (2, "")


def test_kwic_aligns_the_word(cli: Cli, store: Path) -> None:
    found = cli("corpus", "kwic", store, "ferries", "--width", "14")
    assert len({line.index("ferries") for line in found.out.splitlines()}) == 1
    assert len(found.out.splitlines()) == 2
    lines = json.loads(cli("corpus", "kwic", store, "安全", "--format", "json").out)
    assert [(line["word"], line["after"], line["date"]) for line in lines] == [("安全", "第一，=cmd。", "2020-05-01")]
    assert cli("corpus", "kwic", store, "lantern").status == 1


def test_sql_gives_rows_in_each_format(cli: Cli, store: Path) -> None:
    select = "SELECT turn, text, date, -1 AS less FROM turns WHERE year = 2020"
    row = {"turn": 0, "text": "安全第一，=cmd。", "date": "2020-05-01", "less": -1}
    assert json.loads(cli("corpus", "sql", store, select, "--format", "json").out) == [row]
    assert json.loads(cli("corpus", "sql", store, select, "--format", "jsonl").out) == row
    (read,) = csv.DictReader(io.StringIO(cli("corpus", "sql", store, select, "--format", "csv").out))
    assert read == {name: str(value) for name, value in row.items()}
    assert "安全第一" in cli("corpus", "sql", store, select).out
    nothing = cli("corpus", "sql", store, "SELECT * FROM turns WHERE false", "--format", "json")
    assert json.loads(nothing.out) == []


def test_csv_runs_no_formula(cli: Cli, store: Path) -> None:
    out = cli("corpus", "sql", store, "SELECT '=1+1' AS \"=x\", -5 AS n", "--format", "csv").out
    assert out == "'=x,n\n'=1+1,-5\n"


def test_sql_that_does_not_select_is_told_in_one_line(cli: Cli, store: Path) -> None:
    for statement in ("DROP VIEW turns", "SELECT * FROM read_text('/etc/passwd')", "SELECT 1/0 FROM nothing"):
        found = cli("corpus", "sql", store, statement)
        assert (found.status, found.out, found.err.count("\n")) == (2, "", 1)


def test_stats_count_the_corpus(cli: Cli, store: Path) -> None:
    assert "2 transcripts, 3 turns" in cli("corpus", "stats", store).out
    stats = json.loads(cli("corpus", "stats", store, "--format", "json").out)
    assert [(one["name"], one["transcripts"]) for one in stats["years"]] == [("2020", 1), ("2023", 1)]


def test_index_makes_the_index(cli: Cli, store: Path) -> None:
    assert cli("corpus", "index", store, "--jobs", "1").status == 0
    assert list((store / "index").glob("*/terms.parquet"))


def test_what_is_no_corpus_is_told_in_one_line(cli: Cli, tmp_path: Path) -> None:
    for command in (["search", "x"], ["kwic", "x"], ["sql", "SELECT 1"], ["stats"], ["index"]):
        found = cli("corpus", command[0], tmp_path, *command[1:])
        assert (found.status, found.err.count("\n")) == (1, 1)
        assert "corpus build" in found.err


def test_sql_marks_csv_where_it_is_asked_to(cli: Cli, store: Path) -> None:
    select = "SELECT text FROM turns ORDER BY ALL DESC LIMIT 1"
    plain = cli("corpus", "sql", store, select, "--format", "csv")
    assert cli("corpus", "sql", store, select, "--format", "csv", "--bom") == (0, f"\ufeff{plain.out}", "")
    for form in ("table", "json", "jsonl"):
        refused = cli("corpus", "sql", store, select, "--format", form, "--bom")
        assert refused == (2, "", f"error: --bom is for CSV and TSV; leave it out for {form}\n")


def test_sql_has_the_outlets_of_the_registry_and_of_a_file(cli: Cli, store: Path, tmp_path: Path) -> None:
    select = "SELECT o.country, count(*) AS n FROM turns JOIN outlets o ON o.id = turns.outlet GROUP BY ALL"
    try:
        assert json.loads(cli("corpus", "sql", store, select, "--format", "jsonl").out) == {"country": "GB", "n": 1}
        facts = {"id": "reuters", "name": "Reuters", "country": "JP", "kind": "agency", "ownership": "foreign-private"}
        (tmp_path / "own.jsonl").write_text(json.dumps(facts))
        found = cli("corpus", "sql", store, select, "--format", "jsonl", "--outlets", tmp_path / "own.jsonl")
        assert json.loads(found.out) == {"country": "JP", "n": 1}
        assert "'reuters' replaces the entry of the registry" in found.err
    finally:
        outlets.use()
