"""`verify` and `cite` with many events: of several pages, of folders, and of a corpus."""

import json
from pathlib import Path

import pytest

from cli.conftest import Cli

BOATS = """SCIO press conference on river boats

Beijing | 10 a.m. May 6, 2021

Reuters:

How many boats run? Thank you.

Lin Dahai:

Thank you. We counted ninety boats on the lower river. Every lock is open at night.
"""
LOCKS = """SCIO press conference on old locks

Beijing | 10 a.m. June 7, 2022

Kyodo News:

Which locks are the oldest? Thank you.

Gu Weiping:

Thank you. Every lock is open at night. The oldest one has a wooden gate.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder with pages of two events that share a sentence."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "boats.txt").write_text(BOATS, encoding="utf-8")
    (tmp_path / "pages" / "locks.txt").write_text(LOCKS, encoding="utf-8")
    return "pages"


@pytest.fixture(params=["folder", "pages", "corpus", "corpus and page"])
def given(request: pytest.FixtureRequest, cli: Cli, folder: str) -> list[str]:
    """The two events in every way in which they can be given."""
    pages = ["pages/boats.txt", "pages/locks.txt"]
    if request.param == "folder":
        return [folder]
    if request.param == "pages":
        return pages
    pytest.importorskip("duckdb", reason="needs the extra corpus")
    built = pages[:1] if request.param == "corpus and page" else pages
    assert cli("corpus", "build", *built, "-o", "store", "-j", "1").status == 0
    return ["store", *pages[len(built) :]]


def test_a_quotation_of_any_event_is_found_and_its_event_named(cli: Cli, given: list[str]) -> None:
    for words, title in (("ninety boats", "river boats"), ("has a wooden gate", "old locks")):
        result = cli("verify", *given, words)
        assert result.status == 0
        assert "in one of 2 events" in result.out
        assert title in result.out
        [row] = json.loads(cli("verify", *given, words, "--format", "json").out)
        assert [one["event"]["title"] for one in row["passages"]] == [f"SCIO press conference on {title}"]


def test_words_of_several_events_are_told_of_each(cli: Cli, given: list[str]) -> None:
    [row] = json.loads(cli("verify", *given, "Every lock is open at night.", "--format", "json").out)
    assert {one["speaker"]["name"] for one in row["passages"]} == {"Lin Dahai", "Gu Weiping"}
    [row] = json.loads(cli("verify", *given, "every lock is open", "--speaker", "Gu Weiping", "--format", "json").out)
    assert (row["found"], [one["speaker"]["name"] for one in row["passages"]]) == (True, ["Gu Weiping"])


def test_a_changed_quotation_is_compared_with_the_nearest_event(cli: Cli, given: list[str]) -> None:
    result = cli("verify", *given, "We counted eighty boats on the lower river")
    assert result.status == 1
    assert "[-eighty-] {+ninety+}" in result.out
    assert "river boats" in result.out


def test_what_nobody_said_at_any_event_is_missing(cli: Cli, given: list[str]) -> None:
    result = cli("verify", *given, "libraries will close")
    assert result.status == 1
    assert "Nothing found: nothing like it is said in any of 2 events" in result.out


def test_words_are_cited_wherever_they_stand_and_verified_again(cli: Cli, given: list[str]) -> None:
    rows = json.loads(cli("cite", *given, "--words", "lock is open", "--format", "json").out)
    assert {row["source"]["date"] for row in rows} == {"2021-05-06", "2022-06-07"}
    for row in rows:
        again = cli("verify", *given, row["anchor"])
        assert again.status == 0
        assert row["text"].split(";")[0] in " ".join(again.out.split())


def test_a_turn_by_number_needs_one_event(cli: Cli, given: list[str]) -> None:
    result = cli("cite", *given, "1")
    assert result.status == 2
    assert result.err == "error: '1': there are 2 events here; name the file of one, or use --words\n"


def test_words_that_stand_nowhere_are_not_cited(cli: Cli, given: list[str]) -> None:
    result = cli("cite", *given, "--words", "no such words")
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("Nothing found: ")


def test_a_speaker_whom_no_event_knows_is_an_error_with_a_suggestion(cli: Cli, given: list[str]) -> None:
    result = cli("verify", *given, "ninety boats", "--speaker", "Lin Dahia")
    assert (result.status, result.out) == (2, "")
    assert "nobody here is called 'Lin Dahia'; did you mean Lin Dahai?" in result.err


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (["gone", "ninety boats"], 1, "error: gone: no such file"),
        (["pages", "gone.txt", "ninety boats"], 1, "error: gone.txt: no such file"),
        (["pages", "ninety boats", "pages/locks.txt"], 2, "error: pages/locks.txt: files come before the words"),
        (["pages"], 2, "error: there is no quotation"),
    ],
)
def test_arguments_that_are_neither_pages_nor_words_are_told_in_one_line(
    cli: Cli, folder: str, arguments: list[str], status: int, told: str
) -> None:
    assert Path(folder).is_dir()
    result = cli("verify", *arguments)
    assert (result.status, result.out) == (status, "")
    assert result.err.startswith(told)
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("words", ["1/2 of the boats", "open at night.", "4/5", "是否開放/關閉，沒有說"])
def test_words_that_only_look_a_little_like_a_path_are_words(cli: Cli, folder: str, words: str) -> None:
    result = cli("verify", folder, words)
    assert "no such file" not in result.err
    assert result.out


def test_a_speaker_whom_nobody_knows_hides_not_who_says_the_words(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(
        "Reuters:\n\nHow many? Thank you.\n\nLin Dahai:\n\nThank you. We counted ninety boats.\n"
    )
    said = cli("verify", tmp_path / "page.txt", "We counted ninety boats", "--speaker", "Bob Smith")
    assert said.status == 2
    assert said.err.rstrip().endswith("; these words are said by Lin Dahai")
    never = cli("verify", tmp_path / "page.txt", "no bridge was ever painted green", "--speaker", "Bob Smith")
    assert never.err.rstrip().endswith("; nobody says these words")


def test_places_in_other_typography_are_told_apart_from_exact_ones(cli: Cli, tmp_path: Path) -> None:
    for name, words in (("a.txt", "the ferry's lamp was lit"), ("b.txt", "the ferry’s lamp was lit")):
        title = f"SCIO briefing on harbor {name[0]}\n\nBeijing | May {ord(name[0]) - 90}, 2021\n\n"
        (tmp_path / name).write_text(
            f"{title}Reuters:\n\nHow? Thank you.\n\nLin Dahai:\n\nThank you. I know that {words}.\n"
        )
    shown = cli("verify", tmp_path, "the ferry's lamp was lit").out
    assert shown.startswith("exact")
    assert "found: 2 places in 2 of 2 events" in shown
    assert shown.count("in other typography") == 1


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Nine boats", "“Nine boats …”"),
        ("boats lie", "“… boats lie …”"),
        ("here today.", "“… here today.”"),
        ("Nine boats lie here today.", "“Nine boats lie here today.”"),
    ],
)
def test_words_that_are_left_out_of_a_paragraph_show_as_an_omission(
    cli: Cli, tmp_path: Path, words: str, shown: str
) -> None:
    page = tmp_path / "boats.txt"
    page.write_text("Reuters:\n\nHow many? Thank you.\n\nLin Dahai:\n\nNine boats lie here today.\n\nSo.\n", "utf-8")
    cited = cli("cite", page, "1", "--words", words).out
    assert cited.splitlines()[0] == shown
    assert cli("verify", page, shown.strip("“”")).status == 0
