"""`show` and `demo`: a page for reading."""

import json
import sys
from pathlib import Path

import pytest

from cli.conftest import Cli
from scio_transcripts.cli import demo
from scio_transcripts.cli.console import PipeConsole

OTHER = """SCIO briefing on ferries

Beijing | May 6, 2024

Reuters:

How many boats run? Thank you.

Ruan Bo:

Ninety boats a day.
"""


def test_a_page_is_shown(cli: Cli, page: str) -> None:
    result = cli("show", page)
    assert result.status == 0
    assert "national plan for public libraries and reading" in result.out
    assert "The branch moved downstairs, and loans tripled." in " ".join(result.out.split())
    assert "\x1b" not in result.out


@pytest.mark.parametrize("turns", ["-4", "3-", "5", "3-7,9"])
def test_turns_are_chosen_by_ranges(cli: Cli, page: str, turns: str) -> None:
    result = cli("show", page, "--turns", turns)
    assert result.status == 0
    assert " of 36 turns shown" in result.out


def test_a_speaker_is_chosen_by_name(cli: Cli, page: str) -> None:
    result = cli("show", page, "--speaker", "le anqi")
    assert "This is the Heron." in result.out
    assert "Good morning, friends from the press" not in result.out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--turns", "99"], "error: there is no turn 99: the turns are numbered 0 to 35"),
        (["--turns", "7-3"], "error: the range of turns '7-3' runs backwards; write 3-7"),
        (["--turns", "x"], "error: 'x' is no range of turns; write 5, 3-7, 3-, -4, or 0,3-7"),
        (["--speaker", "bob"], "error: nobody here is called 'bob'; known: Qiao Yuanshan, Pu Chengze"),
        (
            ["--speaker", "qiao yuanshn"],
            "error: nobody here is called 'qiao yuanshn'; did you mean Qiao Yuanshan? known: ",
        ),
        (["--speaker", "pheonix"], "error: nobody here is called 'pheonix'; did you mean Phoenix TV? known: "),
    ],
)
def test_what_is_not_there_is_told_in_one_line(cli: Cli, page: str, arguments: list[str], words: str) -> None:
    result = cli("show", page, *arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(words)
    assert len(result.err.splitlines()) == 1


def test_several_events_are_shown_one_after_another(cli: Cli, page: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(OTHER)
    result = cli("show", page, "other.txt")
    assert result.status == 0
    assert "The branch moved downstairs, and loans tripled." in " ".join(result.out.split())
    assert "Ninety boats a day." in result.out


def test_of_several_events_those_are_shown_that_have_the_speaker(cli: Cli, page: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(OTHER)
    result = cli("show", page, "other.txt", "--speaker", "ruan bo")
    assert result.status == 0
    assert "Ninety boats a day." in result.out
    assert "public libraries" not in result.out
    refused = cli("show", page, "other.txt", "--speaker", "bob")
    assert (refused.status, refused.out) == (2, "")


def test_turns_are_not_chosen_by_number_from_several_events(cli: Cli, page: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(OTHER)
    result = cli("show", page, "other.txt", "--turns", "3")
    assert (result.status, result.out) == (2, "")
    assert "counts in one event, and these are 2" in result.err


def test_exchanges_of_several_events_say_where_they_are_from(cli: Cli, page: str, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(OTHER)
    rows = json.loads(cli("show", page, "other.txt", "--exchanges", "--format", "json").out)
    assert {row["file"] for row in rows} == {page, "other.txt"}


def test_a_file_that_is_missing_does_not_stop_the_others(cli: Cli, page: str) -> None:
    result = cli("show", page, "missing.txt")
    assert result.status == 1
    assert "national plan for public libraries and reading" in result.out
    assert "missing.txt" in result.err


def test_an_empty_file_is_shown_with_its_error(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = cli("show", tmp_path / "empty.txt")
    assert result.status == 0
    assert "T103" in result.out


def test_a_missing_file_is_told(cli: Cli) -> None:
    result = cli("show", "missing.txt")
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("error: missing.txt: no such file; check the spelling")


def test_the_demo_shows_card_people_two_exchanges_and_where_to_go_on(cli: Cli) -> None:
    shown = cli("demo").out
    assert "national plan for public libraries and reading" in shown
    assert "Ms. Weng Yunzhou" in shown
    assert shown.count("── Exchange") == 2
    assert "# a page of your own, saved as text or HTML\n  scio-transcripts show FILE\n" in shown


def test_the_demo_names_the_way_to_a_program_that_is_not_on_the_path(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "scio-transcripts"
    program.parent.mkdir()
    program.touch(mode=0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", [str(program), "demo"])
    console = PipeConsole()
    with console.capture() as shown:
        demo.go_on(console)
    assert f"  {Path('bin') / 'scio-transcripts'} show FILE\n" in shown.get()
    monkeypatch.setenv("PATH", str(program.parent))
    with console.capture() as shown:
        demo.go_on(console)
    assert "  scio-transcripts show FILE\n" in shown.get()


def test_the_demo_writes_its_pages_for_the_commands_to_read(cli: Cli, tmp_path: Path) -> None:
    samples = tmp_path / "samples"
    result = cli("demo", "-o", samples)
    assert result.status == 0
    assert cli("show", samples / "event").status == 0
    assert "1-4 of 4, complete" in cli("show", samples / "event").out
    assert cli("show", samples / "demo.txt").status == 0
    again = cli("demo", "-o", samples)
    assert again.status == 1
    assert "not an empty folder" in again.err


def test_the_second_demo_opens_inside_a_turn(cli: Cli) -> None:
    assert "continued from the page before" in cli("demo", "--page-2").out


def test_the_demo_of_an_event_shows_its_pages_joined(cli: Cli) -> None:
    shown = cli("demo", "--event").out
    assert "SCIO press conference on dark skies and quiet nights" in shown
    assert "1-4 of 4, complete" in shown
    assert "── Page 4 ──" in shown
    assert "Nothing odd was noticed." in shown


def test_two_samples_at_once_are_refused(cli: Cli) -> None:
    assert cli("demo", "--event", "--page-2").status == 2
