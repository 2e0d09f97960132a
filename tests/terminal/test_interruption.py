"""Ctrl-C while a command works, and a reader who leaves: the command ends at once and gives back the terminal."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from terminal.commands import CASES, Case
from terminal.screen import Terminal
from terminal.test_drawing import remove_made
from web.site import Request, Site

CTRL_C = "\x03"
WORKING = {
    "corpus build many -o made -j 2": "parsing",
    "corpus update grown -j 1": "parsing",
    "corpus check wide -j 1": "checking",
    "corpus report wide -o made": "writing",
    "extract busy.warc.gz -o made": "reading",
    "parse many --format jsonl": "{",
    "people many": "canal",
}
"""Commands that take a while, each with what stands on the screen when it works."""
WAITS = """
import io

class Told(io.TextIOWrapper):
    @property
    def buffer(self):
        print("it waits", flush=True)
        return super().buffer

sys.stdin = Told(io.FileIO(0, closefd=False))
"""
"""Says when standard input is about to be read."""
FEW = ("show", "check", "tokens", "outlets", "parse", "corpus search", "corpus kwic")
"""Commands whose pipe is closed in every run; the others' in the slow ones."""


def assert_ended(terminal: Terminal) -> None:
    """It ends with the status of Ctrl-C, without a traceback, and the terminal is as it was."""
    terminal.type(CTRL_C)
    seen = terminal.end()
    assert (seen.status, seen.cursor_shown) == (130, True), seen.text
    assert "Traceback" not in seen.raw
    assert terminal.is_as_before()
    assert not any("━" in line for line in seen.lines)


@pytest.mark.parametrize("line", WORKING)
def test_ctrl_c_ends_a_command_that_works(line: str, place: Path) -> None:
    try:
        with Terminal(line.split(), 80, folder=place) as terminal:
            terminal.until(lambda raw: WORKING[line] in raw)
            assert_ended(terminal)
        assert not (place / "made" / "index.html").exists()
    finally:
        remove_made(place)


def test_ctrl_c_ends_a_command_that_waits_for_words(place: Path) -> None:
    with Terminal(["show", "-"], 80, folder=place, before=WAITS) as terminal:
        terminal.until(lambda raw: "waits" in raw)
        time.sleep(0.5)  # a signal that comes just before the read is seen only after it
        assert_ended(terminal)


def test_ctrl_c_ends_a_fetch_and_says_how_to_go_on(tmp_path: Path) -> None:
    reached, over = threading.Event(), threading.Event()

    def stall(request: Request) -> None:
        reached.set()
        over.wait(60)
        request.close_connection = True

    with Site() as site:
        paths = site.put_event(2)
        site.put(paths[1], stall)
        line = ["fetch", site.url(paths[0]), "-o", "saved", "--allow-private", "--delay", "0"]
        try:
            with Terminal(line, 60, folder=tmp_path) as terminal:
                terminal.until(lambda raw: reached.is_set() and "1/2" in raw)
                assert_ended(terminal)
                assert "interrupted; the same command goes on from here" in terminal.raw
        finally:
            over.set()


def assert_leaves_quietly(case: Case, place: Path) -> None:
    """The reader takes one line and goes; nothing is said of it on the terminal."""
    try:
        with Terminal(case.arguments, 80, folder=place, piped=True) as terminal:
            assert terminal.first_line()
            terminal.close_pipe()
            seen = terminal.end()
        assert seen.status in (case.status, 141), seen.text
        for sign in ("Traceback", "Exception ignored", "BrokenPipe", "Errno"):
            assert sign not in seen.raw
    finally:
        remove_made(place)


PIPED = [case for case in CASES if case.status == 0 and case.name not in ("extract", "plot", "corpus build")]
"""Those that write to standard output."""
FIRST = [next(case for case in PIPED if case.name == name) for name in FEW]


@pytest.mark.parametrize("case", FIRST, ids=lambda case: case.line)
def test_a_reader_may_leave(case: Case, place: Path) -> None:
    assert_leaves_quietly(case, place)


SILENT = ("corpus update", "corpus index", "corpus check", "corpus report")


@pytest.mark.slow
@pytest.mark.parametrize(
    "case", [case for case in PIPED if case not in FIRST and case.name not in SILENT], ids=lambda case: case.line
)
def test_a_reader_may_leave_any_command(case: Case, place: Path) -> None:
    assert_leaves_quietly(case, place)
