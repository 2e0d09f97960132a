"""The program as a whole: help, version, schema, closed pipes, Ctrl-C, and what is imported when."""

import json
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from typer.main import get_command

from cli.conftest import Cli, process
from scio_transcripts import __version__

COMMANDS = [
    "list",
    "parse",
    "show",
    "people",
    "shares",
    "plot",
    "cite",
    "verify",
    "check",
    "explain",
    "tokens",
    "outlets",
    "extract",
    "fetch",
    "schema",
    "demo",
]


def test_the_version_is_printed(cli: Cli) -> None:
    assert cli("--version") == (0, f"scio-transcripts {__version__}\n", "")


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(cli: Cli, command: str, flag: str) -> None:
    result = cli(command, flag)
    assert result.status == 0
    assert f"Example: scio-transcripts {command}" in result.out


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_the_help_names_every_command(cli: Cli, flag: str) -> None:
    result = cli(flag)
    assert result.status == 0
    for word in (*COMMANDS, "--version", "--install-completion", "--show-completion"):
        assert word in result.out


@pytest.mark.parametrize(
    "arguments", [["klingon"], ["parse"], ["parse", "--klingon"], ["schema", "x"], ["parse", "a", "--indent", "x"]]
)
def test_a_wrong_command_line_is_status_2_without_a_traceback(cli: Cli, arguments: list[str]) -> None:
    result = cli(*arguments)
    assert result.status == 2
    assert result.err.startswith("error: ")
    assert "\nUsage: " in result.err
    assert "\nTry: scio-transcripts" in result.err
    assert "Traceback" not in result.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "x", "--fail-on", "bad"], "--fail-on: 'bad' is none of 'info', 'warning', 'error'"),
        (["chek"], "there is no command chek; did you mean 'check'"),
        (["check", "x", "--fial-on", "info"], "there is no option --fial-on; did you mean --fail-on?"),
        (["parse"], "FILES: missing"),
        (["explain", "T101", "--format"], "--format: needs a value"),
        (["schema", "x"], "more than the command takes: x"),
        (["parse", "x", "--indent", "-3"], "--indent: must be at least 0"),
        (["parse", "x", "--indent", "many"], "--indent: must be a whole number"),
    ],
)
def test_what_is_wrong_with_a_command_line_is_told_in_one_line(cli: Cli, arguments: list[str], said: str) -> None:
    assert cli(*arguments).err.splitlines()[0].startswith(f"error: {said}")


@pytest.mark.parametrize(
    "arguments", [["parse", ""], ["show", "", "x"], ["export", "--to", "csv-turns", ""], ["parse", "x", "-o", ""]]
)
def test_an_empty_argument_is_no_folder_to_read(cli: Cli, page: str, arguments: list[str]) -> None:
    assert cli(*arguments) == (2, "", "error: an argument is empty; in a shell, so is a variable that is not set\n")


def test_the_schema_describes_every_field_of_a_document(cli: Cli, page: str) -> None:
    schema = json.loads(cli("schema").out)
    document = json.loads(cli("parse", page).out)
    assert set(schema["properties"]) == set(document)
    assert schema["properties"]["turns"]["description"] == "The speech, in reading order."


@pytest.mark.parametrize(
    "command",
    [
        ["parse", "-"],
        ["show", "-"],
        ["show", "-", "--exchanges"],
        ["people", "-"],
        ["shares", "-", "--format", "json"],
        ["cite", "-", "0"],
        ["verify", "-", "Why?"],
        ["tokens", "-"],
        ["check", "-"],
        ["check", "-", "--summary"],
    ],
)
def test_a_closed_pipe_ends_the_command_in_silence(command: list[str]) -> None:
    page = "Reuters:\n\nWhy? Thank you.\n\n" * 400
    with process(*command) as program:
        assert program.stdout is not None
        assert program.stdin is not None
        assert program.stderr is not None
        program.stdout.close()
        program.stdin.write(page.encode())
        program.stdin.close()
        assert program.stderr.read() == b""
    assert program.returncode == 141


def test_ctrl_c_is_status_130_in_silence(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("scio_transcripts.cli.parse.events_of", interrupted)
    assert cli("parse", "-") == (130, "", "")


def test_json_is_utf_8_whatever_the_terminal_speaks() -> None:
    with process("parse", "-", PYTHONIOENCODING="ascii") as program:
        out, err = program.communicate("路透社记者：\n\n请问为什么？谢谢。".encode())
    assert (program.returncode, err) == (0, b"")
    assert json.loads(out.decode("utf-8"))["text"].startswith("路透社记者")


@pytest.mark.parametrize("command", ["show", "check", "tokens"])
def test_text_fits_what_the_terminal_speaks(command: str) -> None:
    with process(command, "-", PYTHONIOENCODING="ascii") as program:
        out, err = program.communicate("路透社记者：\n\n请问为什么？谢谢。\n\n某某：\n\n“是”。".encode())
    assert (program.returncode, err) == (0, b"")
    assert out.isascii()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        program = subprocess.run(
            [sys.executable, "-m", "scio_transcripts", "demo"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert program.returncode == 1
    assert program.stderr == b"error: standard output cannot be written (No space left on device)\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", [["--version"], ["-h"], ["parse", "-h"], ["schema"], ["export", "--list"]])
def test_what_is_printed_before_a_command_runs_is_told_on_a_full_disk_too(command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        program = subprocess.run(
            [sys.executable, "-m", "scio_transcripts", *command], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert program.returncode == 1
    assert program.stderr == b"error: standard output cannot be written (No space left on device)\n"


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell that closes streams")
@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("parse page.txt >&-", "standard output cannot be written"),
        ("show page.txt >&-", "standard output cannot be written"),
        ("--version >&-", "standard output cannot be written"),
        ("-h >&-", "standard output cannot be written"),
        ("parse - <&-", "standard input: cannot be read"),
        ("parse nope.txt 2>&-", ""),
        ("parse page.txt >&- 2>&-", ""),
    ],
)
def test_a_closed_stream_is_told_in_one_line(page: str, command: str, told: str) -> None:
    program = subprocess.run(
        ["sh", "-c", f'"$0" -m scio_transcripts {command}', sys.executable], capture_output=True, check=False, text=True
    )
    assert program.returncode == 1
    assert program.stderr.startswith(f"error: {told}" if told else "")
    assert program.stderr.count("\n") == bool(told)
    assert program.stdout == ""


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell that closes streams")
def test_a_closed_standard_output_does_not_matter_to_a_command_that_writes_a_file(page: str) -> None:
    command = "parse page.txt -o page.json >&-"
    program = subprocess.run(["sh", "-c", f'"$0" -m scio_transcripts {command}', sys.executable], check=False)
    assert program.returncode == 0
    assert json.loads(Path("page.json").read_text("utf-8"))["kind"] == "transcript"


@pytest.mark.skipif(sys.platform == "win32", reason="a process there is ended without being told")
def test_a_killed_command_leaves_nothing_half_written(page: str) -> None:
    with process("parse", "page.txt", "-", "--format", "jsonl", "--no-join", "-o", "page.jsonl") as program:
        assert program.stdin is not None
        for _ in range(200):
            if list(Path.cwd().glob(".page.jsonl.*.part")):
                break
            time.sleep(0.05)
        for _ in range(10):
            program.terminate()
            with suppress(subprocess.TimeoutExpired):  # Python does not see one that comes just before a read
                program.wait(5)
                break
    assert program.returncode == 143
    assert [path.name for path in Path.cwd().iterdir()] == ["page.txt"]


def modules_of(*arguments: str) -> set[str]:
    """What a command imports."""
    told = "import atexit, sys; atexit.register(lambda: print(*sys.modules, file=sys.stderr))"
    program = f"{told}; from scio_transcripts.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=True, text=True)
    return set(done.stderr.split())


def test_the_version_needs_neither_rich_nor_typer() -> None:
    assert not modules_of("--version") & {"rich.console", "typer"}


@pytest.mark.parametrize(("command", "other"), [("parse", "show"), ("show", "parse")])
def test_a_command_imports_no_other_command_and_not_what_a_page_needs_not(
    tmp_path: Path, command: str, other: str
) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Reuters:\n\nWhy? Thank you.\n", "utf-8")
    imported = modules_of(command, str(page))
    assert f"scio_transcripts.cli.{command}" in imported
    assert not imported & {f"scio_transcripts.cli.{other}", "scio_transcripts.cli.corpus", "regex", "selectolax"}


def test_every_command_of_the_tables_is_there() -> None:
    from scio_transcripts.cli import app, corpus

    for table in (app, corpus):
        group = get_command(table.app)
        assert [group.get_command(None, name).name for name in table.COMMANDS] == list(table.COMMANDS)
        assert group.get_command(None, "no-such-command") is None


def test_importing_the_commands_does_not_draw() -> None:
    program = "import sys, scio_transcripts.cli.app; print('scio_transcripts.display.terminal' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout.strip() == b"False"
