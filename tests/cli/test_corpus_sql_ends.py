"""`corpus sql` ends when it is told to: by Ctrl-C, on a terminal and off one, and by the end of its time."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

pytest.importorskip("duckdb", reason="needs the extra corpus")

from cli.conftest import Cli, process
from corpus.asked_corpora import Said, corpus_of

HEAVY = [
    "SELECT count(*) FROM range(1000000000) a, range(100000) b",
    "SELECT sum(length(a.text || c.range::VARCHAR)) FROM turns a, range(1000000000) b, range(1000000000) c",
    "SELECT a.range FROM range(1000000) a, range(1000000) b ORDER BY hash(a.range + b.range) DESC LIMIT 3",
    "SELECT a.range FROM range(100000000) a, range(1000000) b WHERE a.range + b.range < 0",
    "WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t) SELECT max(n) FROM t",
]
BUSY = 0.3
"""Seconds of processor that a command has used when its statement runs for sure, beyond those of its start."""


@pytest.fixture
def store(tmp_path: Path) -> str:
    return str(corpus_of(tmp_path / "store", [(date(2023, 5, 1), [Said(("The ferries rest.",))])]).path)


def _seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _wait_for_work(running: subprocess.Popen[bytes]) -> None:
    """Wait until DuckDB is loaded and has worked for a while."""
    loaded = None
    until = time.monotonic() + 90
    while running.poll() is None and time.monotonic() < until:
        if loaded is None and "duckdb" in Path(f"/proc/{running.pid}/maps").read_text():
            loaded = _seconds(running.pid)
        if loaded is not None and _seconds(running.pid) - loaded > 2 + BUSY:
            return
        time.sleep(0.05)
    pytest.fail("the statement never ran")


linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks at /proc")


@linux
@pytest.mark.parametrize("statement", HEAVY)
def test_ctrl_c_ends_a_heavy_statement_at_once(store: str, statement: str) -> None:
    running = process("corpus", "sql", store, statement)
    _wait_for_work(running)
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, b"", b"interrupted; nothing was changed\n")


@linux
def test_ctrl_c_on_a_terminal_ends_a_heavy_statement_and_draws_nothing(store: str) -> None:
    import pty

    leader, follower = pty.openpty()
    running = subprocess.Popen(
        [sys.executable, "-m", "scio_transcripts", "corpus", "sql", store, HEAVY[0]],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        start_new_session=True,
        preexec_fn=_take_terminal,  # noqa: PLW1509  # no thread of this test is running
    )
    os.close(follower)
    _wait_for_work(running)
    time.sleep(2.5)  # DuckDB would draw its bar after two seconds
    os.write(leader, b"\x03")
    assert running.wait(timeout=60) == 130
    shown = os.read(leader, 10_000).decode()
    os.close(leader)
    assert shown.replace("^C", "").split("\r\n") == ["interrupted; nothing was changed", ""]


def _take_terminal() -> None:
    import fcntl
    import termios

    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


@pytest.mark.parametrize("form", ["table", "csv", "json", "jsonl"])
def test_a_time_limit_ends_a_statement_with_one_line(cli: Cli, store: str, form: str) -> None:
    done = cli("corpus", "sql", store, HEAVY[0], "--timeout", "0.5", "--format", form)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith("error: the statement was stopped after 0.5 seconds")
    assert done.err.count("\n") == 1


def test_a_time_limit_leaves_quick_statements_alone(cli: Cli, store: str) -> None:
    done = cli("corpus", "sql", store, "SELECT text FROM turns", "--timeout", "60", "--format", "csv")
    assert (done.status, done.out, done.err) == (0, "text\nThe ferries rest.\n", "")


@pytest.mark.parametrize("limit", ["0", "-3", "soon", "nan"])
def test_a_time_limit_that_is_none_is_a_wrong_command_line(cli: Cli, store: str, limit: str) -> None:
    done = cli("corpus", "sql", store, "SELECT 1", "--timeout", limit)
    assert (done.status, done.out) == (2, "")
