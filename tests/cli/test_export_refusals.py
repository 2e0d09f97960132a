"""What `export` refuses, and tells before anything is written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cli.conftest import Cli


@pytest.mark.parametrize("command", ["parse", "export"])
def test_a_folder_that_is_not_there_is_named(cli: Cli, page: str, command: str) -> None:
    result = cli(command, page, "-o", "missing/dir/x", *(["--to", "convokit"] if command == "export" else []))
    assert result.status == 1
    assert (
        result.err == f"error: {Path('missing/dir/x')}: cannot be written (there is no folder {Path('missing/dir')})\n"
    )


@pytest.mark.parametrize(
    "command",
    [
        ["export", "--to", "parquet-turns"],
        ["export", "--to", "xlsx"],
        ["export", "--to", "arrow-turns", "-o", "-"],
        ["plot"],
        ["plot", "--format", "png"],
    ],
)
def test_what_is_no_text_is_not_poured_over_a_terminal(
    cli: Cli, page: str, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    pytest.importorskip("pyarrow", reason="needs the extra data")
    pytest.importorskip("altair", reason="needs the extra plot")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    name, *options = command
    result = cli(name, page, *options)
    assert (result.status, result.out) == (2, "")
    assert "is not for a terminal; name a file: -o" in result.err
    assert len(result.err.splitlines()) == 1
