"""`--outlets`: outlets of the user's own, for one command."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cli.conftest import Cli
from scio_transcripts.registry import outlets

PAGE = (
    "Gu Yunliang:\n\nThe floor is open.\n\nHarbour Daily:\n\nWhy is that? Thank you.\n\nGu Yunliang:\n\nThank you. Yes."
)
HARBOUR = {"id": "harbour", "name": "Harbour Daily", "country": "CN", "kind": "newspaper", "ownership": "local-state"}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE, "utf-8")
    Path("my.jsonl").write_text(json.dumps(HARBOUR), "utf-8")
    yield
    outlets.use()


def test_a_page_is_parsed_with_them(cli: Cli) -> None:
    result = cli("parse", "page.txt", "--outlets", "my.jsonl")
    assert (result.status, result.err) == (0, "")
    assert [p["outlet"] for p in json.loads(result.out)["participants"]] == [None, "harbour"]


COMMANDS = [
    ["show", "page.txt"],
    ["check", "page.txt"],
    ["people", "page.txt"],
    ["shares", "page.txt"],
    ["cite", "page.txt", "1"],
    ["verify", "page.txt", "Why is that?"],
    ["export", "page.txt", "--to", "text"],
    ["plot", "page.txt", "-o", "page.svg"],
    ["tokens", "page.txt"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_other_commands_take_them_too_and_tell_what_they_change(cli: Cli, command: list[str]) -> None:
    Path("my.jsonl").write_text(json.dumps(HARBOUR | {"id": "reuters"}), "utf-8")
    result = cli(*command, "--outlets", "my.jsonl")
    assert (result.status, result.err) == (0, "note: my.jsonl:1: 'reuters' replaces the entry of the registry\n")


@pytest.mark.parametrize("command", ["parse", "show", "check"])
def test_a_wrong_file_is_told_in_one_line_before_anything_is_read(cli: Cli, command: str) -> None:
    Path("my.jsonl").write_text(json.dumps(HARBOUR | {"kind": "p\x1b[31maper"}), "utf-8")
    result = cli(command, "page.txt", "--outlets", "my.jsonl")
    assert (result.status, result.out) == (1, "")
    assert result.err == (
        "error: my.jsonl:1: the kind 'p\\x1b[31maper' is not known; "
        "use agency, newspaper, television, radio, online, magazine\n"
    )


def test_a_missing_file_is_told_in_one_line(cli: Cli) -> None:
    result = cli("parse", "page.txt", "--outlets", "none.csv")
    assert (result.status, result.out) == (1, "")
    assert result.err == "error: none.csv: no such file; give a file of outlets\n"


def test_who_took_part_and_what_is_cited_have_their_names(cli: Cli) -> None:
    people = json.loads(cli("people", "page.txt", "--format", "json", "--outlets", "my.jsonl").out)
    assert people[0]["participants"][1]["outlet"] == "harbour"
    assert '"harbour"' in cli("export", "page.txt", "--to", "json", "--outlets", "my.jsonl").out
