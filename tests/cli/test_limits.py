"""Where the machine gives no more: one line, status 1, and nothing half-written."""

import builtins
import errno
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cli.conftest import Cli
from scio_transcripts.sources import text

READERS = ["parse", "show", "people", "shares", "check", "tokens"]


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (MemoryError(), "the memory that this command may use is full"),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "memory"),
        (RecursionError("maximum recursion depth exceeded"), "nested too deep"),
    ],
)
def test_what_the_machine_cannot_give_is_one_line(
    cli: Cli, page: str, monkeypatch: pytest.MonkeyPatch, command: str, fault: Exception, told: str
) -> None:
    def full(*_: Any, **__: Any) -> bytes:
        raise fault

    monkeypatch.setattr(text, "bounded", full)
    result = cli(command, page)
    assert (result.status, result.out) == (1, "")
    assert told in result.err
    assert result.err.count("\n") == 1
    assert result.err.startswith("error: ")


def test_an_output_is_not_touched_where_memory_ends(cli: Cli, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: Any, **__: Any) -> bytes:
        raise MemoryError

    Path("out.json").write_text("kept")
    monkeypatch.setattr(text, "bounded", full)
    assert cli("parse", page, "-o", "out.json").status == 1
    assert Path("out.json").read_text() == "kept"
    assert sorted(path.name for path in Path().iterdir()) == ["out.json", page]


def test_a_part_of_the_program_that_cannot_be_loaded_is_one_line(
    cli: Cli, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = builtins.__import__

    def failing(name: str, *rest: Any, **more: Any) -> Any:
        if name == "scio_transcripts.cli.app":
            raise ImportError("lib.so: failed to map segment from shared object")
        return load(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", failing)
    result = cli("parse", page)
    assert result.status == 1
    assert result.err == (
        "error: a part of the program cannot be loaded (lib.so: failed to map segment from shared object)\n"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit on the memory of a process")
@pytest.mark.parametrize("name", ["large.txt", "large.html"])
@pytest.mark.parametrize("kilobytes", [40_000, 80_000, 160_000])
def test_a_process_with_little_memory_ends_in_one_line(page: str, name: str, kilobytes: int) -> None:
    Path("large.txt").write_text("Reuters:\n\nHow many boats run? Thank you.\n\n" * 200_000)
    Path("large.html").write_text("<html><p><b>Reuters:</b><p>How many boats run? Thank you.</p>" * 100_000)
    shell = f"ulimit -v {kilobytes}; exec {sys.executable} -m scio_transcripts parse {name} -o out.json"
    ended = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith("error: ")
    assert ended.stderr.count("\n") == 1
    assert sorted(path.name for path in Path().iterdir()) == ["large.html", "large.txt", page]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("command", ["parse", "export"])
def test_a_full_disk_is_one_line(cli: Cli, page: str, command: str) -> None:
    result = cli(command, page, "-o", "/dev/full", *(["--to", "text"] if command == "export" else []))
    assert result.status == 1
    assert result.err == "error: /dev/full: cannot be written (No space left on device)\n"
