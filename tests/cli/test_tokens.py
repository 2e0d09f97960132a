"""`tokens`: one token a line, and joined they are the page."""

import json
from pathlib import Path

import pytest

from cli.conftest import Cli
from scio_transcripts import read


def test_a_token_is_its_place_kind_and_content(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Reuters:\nWhy?")
    lines = [line.split(maxsplit=2) for line in cli("tokens", tmp_path / "page.txt").out.splitlines()]
    assert lines == [
        ["0-7", "label", "'Reuters'"],
        ["7-8", "mark", "':'"],
        ["8-9", "blank", r"'\n'"],
        ["9-13", "text", "'Why?'"],
    ]


def test_jsonl_joined_is_the_page(cli: Cli, page: str) -> None:
    rows = [json.loads(line) for line in cli("tokens", page, "--format", "jsonl").out.splitlines()]
    assert "".join(row["text"] for row in rows) == Path(page).read_text("utf-8")
    assert all(row["end"] - row["start"] == len(row["text"]) for row in rows)


def test_the_tokens_of_html_are_those_of_its_text(cli: Cli, tmp_path: Path) -> None:
    html = "<html><body><p><b>路透社记者：</b></p><p>Why &amp; when?</p><script>x</script></body></html>"
    (tmp_path / "page.htm").write_bytes(html.encode("gb18030"))
    result = cli("tokens", tmp_path / "page.htm", "--encoding", "gb18030", "--format", "jsonl")
    rows = [json.loads(line) for line in result.out.splitlines()]
    assert "".join(row["text"] for row in rows) == "路透社记者：\n\nWhy & when?\n" == read(tmp_path / "page.htm").text
    assert [row["kind"] for row in rows] == ["label", "mark", "blank", "text", "blank"]


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_what_steers_a_terminal_is_written_out(cli: Cli, tmp_path: Path, form: str) -> None:
    (tmp_path / "page.txt").write_text("Reuters:\n\x1b[2J\u202e\x9b[/red]", "utf-8")
    result = cli("tokens", tmp_path / "page.txt", "--format", form)
    assert result.status == 0
    assert "\x1b" not in result.out
    if form == "text":
        assert r"'\x1b[2J\u202e\x9b[/red]'" in result.out


def test_half_a_character_is_escaped_in_json(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_bytes("half \ud800".encode("utf-7", "surrogatepass"))
    result = cli("tokens", tmp_path / "page.txt", "--format", "jsonl", "--encoding", "utf-7")
    assert result.status == 0
    assert all(json.loads(line) for line in result.out.splitlines())


def test_an_empty_page_has_no_tokens(cli: Cli) -> None:
    assert cli("tokens", "-", stdin=b"") == (0, "", "")
