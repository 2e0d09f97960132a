"""`outlets`: search the registry, and find askers that are not in it."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.conftest import Cli
from scio_transcripts.cli.csvrows import safe_cell
from scio_transcripts.registry import outlets

CHAIR = "Gu Yunliang:\n\nThe floor is open.\n\n"


def event(*labels: str) -> bytes:
    """A page on which each label asks once."""
    asked = "".join(f"{label}:\n\nWhy is that? Thank you.\n\nGu Yunliang:\n\nThank you. Yes.\n\n" for label in labels)
    return (CHAIR + asked).encode()


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    yield
    outlets.use()


def test_a_name_gives_a_table_and_all_that_is_known_of_a_single_outlet(cli: Cli) -> None:
    result = cli("outlets", "直新闻")
    assert (result.status, result.err) == (0, "")
    header, row, *more = result.out.splitlines()
    assert header.split() == ["name", "Chinese", "country", "kind", "ownership", "parent"]
    assert row.split() == ["Zhinews", "直新闻", "CN", "online", "local-state", "shenzhen-satellite-tv"]
    assert "id: zhinews" in more
    assert "belongs to: Shenzhen Satellite TV" in more


def test_several_words_are_one_name_and_whole_names_come_first(cli: Cli) -> None:
    names = [row["name"] for row in json.loads(cli("outlets", "china", "daily", "--format", "json").out)]
    assert names[0] == "China Daily"
    assert "China Daily Online" in names


def test_a_misspelt_name_gives_the_nearest_and_says_so(cli: Cli) -> None:
    result = cli("outlets", "Xinhau News Agency")
    assert result.out.startswith("No outlet has that in its name. Nearest:\n")
    assert "Xinhua News Agency" in result.out
    (hit, *_) = json.loads(cli("outlets", "Xinhau News Agency", "--format", "json").out)
    assert (hit["id"], hit["match"], hit["score"] < 100) == ("xinhua", "near", True)


def test_filters_take_names_and_codes(cli: Cli) -> None:
    by_name = json.loads(cli("outlets", "--country", "macau", "--kind", "television", "--format", "json").out)
    by_code = json.loads(cli("outlets", "--country", "MO", "--kind", "television", "--format", "json").out)
    assert by_name == by_code
    assert {(row["country"], row["kind"], row["ownership"]) for row in by_name} == {("MO", "television", "hk-mo-tw")}
    party = json.loads(cli("outlets", "daily", "--ownership", "party", "--format", "json").out)
    assert "peoples-daily" in [row["id"] for row in party]
    assert {row["ownership"] for row in party} == {"party"}


def test_without_words_all_are_listed_and_the_csv_can_come_back(cli: Cli, tmp_path: Path) -> None:
    whole = cli("outlets", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(whole.out)))
    assert {row["id"] for row in rows} == set(outlets.outlets())
    Path("all.csv").write_text(whole.out, "utf-8")
    assert {outlet.id: outlet for outlet in outlets.load_outlets("all.csv")} == outlets.outlets()


def test_a_name_that_several_go_by_is_explained(cli: Cli) -> None:
    result = cli("outlets", "文汇报")
    assert "文汇报 stays unknown; it could be wen-wei-po, wenhui-daily: papers of Hong Kong and Shanghai" in result.out


def test_nothing_found_is_said_in_one_line(cli: Cli) -> None:
    result = cli("outlets", "nosuchoutletanywhere\x1b[2J")
    assert (result.status, result.out) == (1, "")
    assert result.err == "Nothing found: no outlet is called 'nosuchoutletanywhere\\x1b[2J'\n"
    assert json.loads(cli("outlets", "nosuchoutletanywhere", "--format", "json").out) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--kind", "paper"), "'paper' is none; use agency, newspaper"),
        (("--ownership", "state"), "'state' is none; use central-state"),
        (("--country", "Atlantis"), "no country is named 'Atlantis'"),
        (("--coverage",), "name the files to look at"),
        (("--coverage", "a.txt", "--kind", "agency"), "what is not in the registry has no country"),
    ],
)
def test_arguments_that_make_no_sense_are_told(cli: Cli, arguments: tuple[str, ...], message: str) -> None:
    result = cli("outlets", *arguments)
    assert (result.status, result.out) == (2, "")
    assert message in " ".join(result.err.replace("│", " ").split())


def test_own_outlets_are_searched_too(cli: Cli) -> None:
    entry = {"id": "reed-tv", "name": "Reed TV", "country": "CN", "kind": "television", "ownership": "local-state"}
    Path("my.jsonl").write_text(json.dumps(entry), "utf-8")
    assert cli("outlets", "reed", "tv").status == 0  # a near name
    assert cli("outlets", "reed tv", "--outlets", "my.jsonl").out.splitlines()[1].split()[0] == "Reed"


def test_coverage_ranks_the_labels_that_were_not_found_and_suggests_neighbours(cli: Cli) -> None:
    Path("a.txt").write_bytes(event("Reuters", "Q", "Harbour Daily", "Xinhau News Agency"))
    Path("b.txt").write_bytes(event("The Harbour Daily", "Harbour Daily", "CCTV"))
    result = cli("outlets", "--coverage", "a.txt", "b.txt", "--format", "json")
    report = json.loads(result.out)
    counts = {key: report[key] for key in ("questions", "known", "unlabelled", "unknown")}
    assert counts == {"questions": 7, "known": 2, "unlabelled": 1, "unknown": 4}
    first, second = report["missing"]
    assert (first["label"], first["count"], first["files"], first["first"]) == ("Harbour Daily", 3, 2, "a.txt")
    assert (second["label"], second["near"][0]["id"]) == ("Xinhau News Agency", "xinhua")
    assert all(hit["score"] < 100 for row in report["missing"] for hit in row["near"])
    table = cli("outlets", "--coverage", "a.txt", "b.txt").out
    assert table.splitlines()[1].startswith("Harbour Daily")
    assert table.endswith("7 questions: 2 by a known outlet, 1 by nobody named, 4 under 2 labels not found\n")
    rows = list(csv.reader(io.StringIO(cli("outlets", "--coverage", "a.txt", "b.txt", "--format", "csv").out)))
    assert rows[0] == ["label", "count", "files", "first", "near"]
    assert rows[1][:4] == ["Harbour Daily", "3", "2", "a.txt"]


def test_coverage_of_known_askers_says_so(cli: Cli) -> None:
    Path("a.txt").write_bytes(event("Reuters"))
    assert cli("outlets", "--coverage", "a.txt").out.endswith("none under a label not found\n")


def test_a_file_that_cannot_be_read_fails_and_does_not_stop_the_report(cli: Cli) -> None:
    Path("a.txt").write_bytes(event("Harbour Daily"))
    result = cli("outlets", "--coverage", "none.txt", "a.txt")
    assert result.status == 1
    assert result.err.startswith("error: none.txt: no such file")
    assert "Harbour Daily" in result.out


def test_labels_cannot_steer_the_terminal_nor_run_in_a_spreadsheet(cli: Cli) -> None:
    Path("a.txt").write_bytes(event("+cmd Daily\x1b[2J News", "Harbour \u202eDaily"))
    for form in ("table", "csv"):
        out = cli("outlets", "--coverage", "a.txt", "--format", form).out
        assert out.strip()
        assert "\x1b" not in out
        assert "\u202e" not in out
    cells = [safe_cell(text) for text in ("=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "\x00=1", "＝1", " =1", "a=1")]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\x00", "＝")) for cell in cells)
    assert cells[-1] == "a=1"


def test_where_no_file_could_be_read_nothing_is_summed_up(cli: Cli) -> None:
    result = cli("outlets", "--coverage", "nope.txt")
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("error: nope.txt: no such file")


def test_csv_is_marked_where_it_is_asked_to_and_comes_back_so(cli: Cli) -> None:
    plain = cli("outlets", "xinhua", "--format", "csv")
    marked = cli("outlets", "xinhua", "--format", "csv", "--bom")
    assert marked == (0, f"\ufeff{plain.out}", "")
    Path("marked.csv").write_text(marked.out, "utf-8")
    assert {one.id for one in outlets.load_outlets("marked.csv")} >= {"xinhua"}
    Path("a.txt").write_bytes(event("Harbour Daily"))
    assert cli("outlets", "--coverage", "a.txt", "--format", "csv", "--bom").out.startswith("\ufefflabel,")
    for form in ("table", "json"):
        refused = cli("outlets", "xinhua", "--format", form, "--bom")
        assert refused == (2, "", f"error: --bom is for CSV and TSV; leave it out for {form}\n")
