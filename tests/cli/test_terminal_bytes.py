"""What commands print is safe on a terminal, and is the same as ever in a pipe and in a file."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cli.conftest import Cli
from scio_transcripts.writers import FORMATS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of its own")

STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\U000e0000-\U000e007f]")
HOSTILE = (
    "SCIO briefing on reeds\n\nReuters\u202e:\n\nWhy \x1b[2J \x9b31m \u202eolleh\u202c \x1b]52;c;aGk=\x07 "
    "\u2066x\u2069 \U000e0041\x01\x7f\u200b渡船? Thank you.\n\nLin Dahai:\n\nThank you. \x1b]8;;https://press.example\x1b\\Ninety.\n"
)
FIRST = {row.home.partition(":")[0] + row.extension: name for name, row in reversed(FORMATS.items()) if row.extension}
"""The first format of each writer and ending: the others go the same way."""
TEXTS = [name for name in FIRST.values() if not FORMATS[name].extra]


@pytest.fixture
def hostile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a page that tries to steer a terminal."""
    monkeypatch.chdir(tmp_path)
    Path("hostile.txt").write_text(HOSTILE, "utf-8")
    return "hostile.txt"


def on_terminal(*arguments: str) -> tuple[int, str]:
    """The status of a command, and all that came to a terminal that was its standard output."""
    import pty

    settings = {**os.environ, "TERM": "dumb", "NO_COLOR": "1", "COLUMNS": "200"}
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "scio_transcripts", *arguments]
    with subprocess.Popen(command, env=settings, stdout=follower, stderr=follower) as program:
        os.close(follower)
        drawn = b""
        try:
            while piece := os.read(leader, 65_536):
                drawn += piece
        except OSError:  # how Linux says that the other side has gone
            pass
        os.close(leader)
    return program.returncode, drawn.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("name", TEXTS)
def test_no_format_steers_a_terminal_and_a_pipe_gets_the_bytes(cli: Cli, hostile: str, name: str) -> None:
    status, drawn = on_terminal("export", hostile, "--to", name)
    assert status == 0
    assert not STEERS.search(drawn)
    piped = cli("export", hostile, "--to", name)
    assert cli("export", hostile, "--to", name, "-o", "out") == (0, "", piped.err)
    assert Path("out").read_bytes() == piped.out.encode()
    if FORMATS[name].media_type in ("application/json", "application/jsonl"):
        assert [json.loads(line) for line in _objects(drawn, name)] == [
            json.loads(line) for line in _objects(piped.out, name)
        ]
    else:
        assert r"\u202eolleh\u202c" in drawn  # it is shown, not left out
        assert "\u202eolleh\u202c" in piped.out


def _objects(text: str, name: str) -> list[str]:
    return [text] if name == "json" else text.splitlines()


@pytest.mark.parametrize(
    "command",
    [
        ["parse"],
        ["parse", "--format", "jsonl"],
        ["parse", "-o", "/dev/stdout"],
        ["tokens"],
        ["tokens", "--format", "jsonl"],
        ["show", "--exchanges"],
        ["show", "--turns", "0-1"],
        ["people", "--format", "json"],
        ["check", "--format", "json"],
        ["cite", "--format", "json"],
    ],
    ids=" ".join,
)
def test_no_command_steers_a_terminal(hostile: str, command: list[str]) -> None:
    name, *options = command
    status, drawn = on_terminal(name, hostile, *(["0"] if name == "cite" else []), *options)
    assert status == 0
    assert len(drawn) > 20
    assert not STEERS.search(drawn)


@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl"])
def test_no_answer_of_sql_steers_a_terminal(cli: Cli, hostile: str, form: str) -> None:
    pytest.importorskip("duckdb", reason="needs the extra corpus")
    assert cli("corpus", "build", hostile, "-o", "corpus").status == 0
    select = 'select text, text as "\x1b[2J" from turns order by turn'
    status, drawn = on_terminal("corpus", "sql", "corpus", select, "--format", form)
    assert status == 0
    assert r"\x9b31m" in drawn or r"\u009b31m" in drawn
    assert not STEERS.search(drawn)
    if form == "json":
        assert json.loads(drawn) == json.loads(cli("corpus", "sql", "corpus", select, "--format", form).out)


@pytest.mark.parametrize("name", [name for name in FIRST.values() if FORMATS[name].extra])
def test_what_is_no_text_is_refused_in_one_line(hostile: str, name: str) -> None:
    for options in ([], ["-o", "-"]):
        status, drawn = on_terminal("export", hostile, "--to", name, *options)
        assert status == 2
        (line,) = drawn.splitlines()
        assert line.startswith(f"error: {name} is not for a terminal; name a file: -o ")
