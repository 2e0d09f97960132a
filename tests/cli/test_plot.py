"""`plot`: a chart in a file or on standard output, all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from cli.conftest import Cli

pytest.importorskip("altair", reason="needs the extra 'plot'")
pytest.importorskip("vl_convert", reason="needs the extra 'plot'")


@pytest.mark.parametrize("chart", ["shares", "flow", "exchanges", "askers", "timeline"])
def test_every_chart_goes_to_a_file(cli: Cli, page: str, chart: str) -> None:
    assert cli("plot", page, "--chart", chart, "-o", "chart.svg") == (0, "", "")
    assert ElementTree.parse("chart.svg").getroot().get("role") == "img"
    assert cli("plot", page, "--chart", chart, "-o", "chart.png", "--dark") == (0, "", "")
    assert Path("chart.png").read_bytes().startswith(b"\x89PNG")


def test_standard_output_gets_what_the_file_would(cli: Cli, page: str) -> None:
    cli("plot", page, "-o", "chart.svg", "--title", "Words", "--width", "500")
    result = cli("plot", page, "-o", "-", "--title", "Words", "--width", "500")
    assert (result.status, result.err) == (0, "")
    assert result.out.encode() == Path("chart.svg").read_bytes()
    assert ElementTree.fromstring(result.out)[0].text == "Words"


def test_the_format_can_be_told(cli: Cli, page: str) -> None:
    assert cli("plot", page, "-o", "chart.image", "--format", "png").status == 0
    assert Path("chart.image").read_bytes().startswith(b"\x89PNG")


def test_one_bad_file_does_not_stop_the_others(cli: Cli, page: str) -> None:
    result = cli("plot", "missing.txt", page, "-o", "chart.svg")
    assert result.status == 1
    assert result.err == "error: missing.txt: no such file; check the spelling, or the folder you are in\n"
    assert Path("chart.svg").exists()


def test_where_nothing_can_be_drawn_nothing_is_written(cli: Cli, page: str) -> None:
    Path("empty.txt").write_text("")
    Path("old.svg").write_text("old")
    result = cli("plot", "empty.txt", "-o", "old.svg")
    assert result.status == 1
    assert result.err.startswith("error: shares: nobody says a word in 1 document; ")
    assert len(result.err.splitlines()) == 1
    assert Path("old.svg").read_text() == "old"


@pytest.mark.parametrize(
    "wrong",
    [
        ["--chart", "pie"],
        ["-o", "chart.gif"],
        ["--format", "gif"],
        ["--width", "5"],
        ["--by", "country"],
        ["--chart", "askers", "--by", "moon"],
        ["--chart", "askers", "--per", "year"],
        ["--chart", "timeline", "--per", "day"],
        ["-o", "page.txt", "--format", "svg"],
    ],
)
def test_a_wrong_command_line_is_status_2(cli: Cli, page: str, wrong: list[str]) -> None:
    before = Path(page).read_bytes()
    assert cli("plot", page, *wrong).status == 2
    assert Path(page).read_bytes() == before


def test_the_charts_are_listed(cli: Cli) -> None:
    lines = cli("plot", "--list").out.splitlines()
    assert [line.split()[0] for line in lines] == ["shares", "flow", "exchanges", "askers", "timeline"]
