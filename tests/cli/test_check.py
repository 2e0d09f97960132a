"""`check`: findings as compilers print them, and a status that a script can use."""

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from cli.conftest import Cli
from scio_transcripts import parse, read
from scio_transcripts.cli.places import Places

ODD = "SCIO press conference on ferries\n\nReuters:\n\nWhy? Thank you.\n\nReuters:\n\nZhang Xuezzz:\n\nBecause \x01."


@pytest.fixture
def odd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A page about which there are infos and nothing graver."""
    monkeypatch.chdir(tmp_path)
    Path("odd.txt").write_bytes(ODD.encode())
    assert {d.severity for d in parse(ODD).diagnostics} == {"info"}
    return "odd.txt"


def test_findings_have_file_line_column_severity_code_and_message(cli: Cli, odd: str) -> None:
    result = cli("check", odd)
    line, column = Places(ODD).of(ODD.index("\x01"))
    assert f"odd.txt:{line}:{column} info T102 1 control character(s)" in result.out
    *findings, summary = result.out.splitlines()
    assert all(re.match(r"odd\.txt:\d+:\d+ info [A-Z]\d{3} \S", finding) for finding in findings)
    assert summary.startswith("1 file read; ")
    assert result.status == 0


def test_for_html_lines_are_those_of_the_text_that_is_read(cli: Cli, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><body>\n\n\n<p>Reuters:</p>\n\n\n<p>Zhang Xuezzz:</p><p>Because.</p></body></html>", "utf-8")
    assert read(page).text == "Reuters:\n\nZhang Xuezzz:\n\nBecause.\n"
    out = cli("check", page).out
    assert f"{page}:1:1 info L205 nothing is said under the label 'Reuters'" in out


@pytest.mark.parametrize(("grade", "status"), [("info", 1), ("warning", 0), ("error", 0)])
def test_the_status_depends_on_what_is_grave_enough(cli: Cli, odd: str, grade: str, status: int) -> None:
    assert cli("check", odd, "--fail-on", grade).status == status


def test_less_grave_findings_can_be_left_out_and_are_still_counted(cli: Cli, odd: str) -> None:
    result = cli("check", odd, "--min-severity", "warning", "--fail-on", "info")
    assert len(result.out.splitlines()) == 1
    assert "(T102" in result.out or ", T102" in result.out
    assert result.status == 1


def test_pages_of_an_event_are_checked_together_each_in_its_own_file(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    event = files("scio_transcripts").joinpath("samples", "event")
    for number in (1, 3, 4):
        name = "content_410627.htm" if number == 1 else f"content_410627_{number}.htm"
        Path(name).write_bytes(event.joinpath(name).read_bytes())
    Path("content_410627_4.htm").write_bytes(Path("content_410627_4.htm").read_bytes().replace(b"</body>", b"\x01"))
    out = cli("check", ".").out
    assert "warning G603" in out
    assert re.search(r"^content_410627_4\.htm:\d+:\d+ info T102 ", out, re.M)
    assert out.splitlines()[-1].startswith("3 files read; ")
    assert "G603" not in cli("check", ".", "--no-join").out


def test_of_a_page_with_several_transcripts_the_lines_are_those_of_the_file(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    first, second = (
        f"SCIO briefing on {what}\n\nHarbour Town | 10 a.m. May {day}, 2024\n\n"
        f"The State Council Information Office held a press conference there to brief the media on {what}.\n\n"
        f"Speakers:\n\nMr. {name}, minister of {what}\n\n{name}:\n\nThank you. The locks are open.\n\n"
        for what, day, name in (("reeds", 6, "Ruan Bo"), ("dikes", 7, "Wen Haoyu"))
    )
    Path("list.txt").write_text(first + second)
    line = first.count("\n") + 1
    assert re.search(rf"^list\.txt:{line}:1 \w+ G602 ", cli("check", "list.txt").out, re.M)


def test_an_empty_file_fails(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.txt").touch()
    result = cli("check", "empty.txt")
    assert result.status == 1
    assert result.out.splitlines() == [
        "empty.txt:1:1 error T103 the text is empty or blank; there is nothing to read, and the document has no turns",
        "1 file read (1 no transcript); 1 error (T103)",
    ]


def test_a_file_that_cannot_be_read_fails_and_does_not_stop_the_others(cli: Cli, odd: str) -> None:
    result = cli("check", "missing.txt", odd)
    assert result.status == 1
    assert result.err.startswith("error: missing.txt: no such file")
    assert "odd.txt:" in result.out
    assert "1 file read, 1 could not be; " in result.out


def test_a_file_name_cannot_steer_the_terminal(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = "page\x1b[31m.txt"
    Path(name).touch()
    result = cli("check", name, name + "?")
    assert "\x1b" not in result.out + result.err
    assert r"page\x1b[31m.txt:1:1 error T103" in result.out
    assert r"page\x1b[31m.txt?: no such file" in result.err


def test_a_summary_ranks_the_codes_with_their_first_places(cli: Cli, odd: str) -> None:
    for name, asked in (("a.txt", b"Why"), ("b.txt", b"Who")):
        Path(name).write_bytes(b"Reuters:\n\n" + asked + b" \x01? Thank you.\n")
    Path("empty.txt").touch()
    result = cli("check", "a.txt", odd, "b.txt", "empty.txt", "--summary")
    head, *rows, totals = result.out.splitlines()
    assert head.split()[:4] == ["times", "files", "severity", "code"]
    assert rows[0].split()[:4] == ["3", "3", "info", "T102"]
    line, column = Places("Reuters:\n\nWhy \x01").of(len("Reuters:\n\nWhy "))
    assert f"control characters, a.txt:{line}:{column}: 1 control character(s)" in rows[0]
    counts = [int(row.split()[0]) for row in rows]
    assert counts == sorted(counts, reverse=True)
    assert sum(row.split()[3] == "T103" for row in rows) == 1
    assert totals.startswith("4 files read (1 no transcript); 1 error (T103)")
    assert result.status == 1


def test_a_summary_leaves_out_what_is_less_grave(cli: Cli, odd: str) -> None:
    result = cli("check", odd, "--summary", "--min-severity", "warning")
    assert len(result.out.splitlines()) == 1
    assert result.status == 0


def test_a_summary_cannot_steer_the_terminal(cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = "page\x1b[31m.txt"
    Path(name).write_bytes(b"Reuters:\n\nWhy? Thank you.\n\nZhang \x1b[2JXue:\n\n")
    assert "\x1b" not in cli("check", name, "--summary").out


def test_lines_and_columns_are_those_of_an_editor() -> None:
    places = Places("a\nb\r\nc\rd\fe\u2028f")
    assert [places.of(offset) for offset in (0, 2, 5, 7, 9, 11)] == [(1, 1), (2, 1), (3, 1), (4, 1), (4, 3), (4, 5)]
    assert Places("").of(0) == (1, 1)


def test_findings_as_json_are_an_object_a_line(cli: Cli, odd: str) -> None:
    result = cli("check", odd, "--format", "json")
    rows = [json.loads(line) for line in result.out.splitlines()]
    assert {tuple(row) for row in rows} == {("file", "line", "column", "code", "severity", "message")}
    line, column = Places(ODD).of(ODD.index("\x01"))
    [control] = [row for row in rows if row["code"] == "T102"]
    assert (control["file"], control["line"], control["column"], control["severity"]) == (odd, line, column, "info")
    assert cli("check", odd, "--format", "json", "--min-severity", "error") == (0, "", "")
    assert cli("check", odd, "--format", "json", "--summary").status == 2


def test_where_nothing_was_read_nothing_is_summed_up(cli: Cli) -> None:
    result = cli("check", "nope.txt")
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("error: nope.txt: no such file")
