"""Commands on a pseudo-terminal, and what a person sees there.

In: the arguments of a command and a width. Out: the status, every byte that came, and the screen in the end. Promises:
the process has the terminal as its own, so that Ctrl-C reaches it as from a keyboard; nothing waits longer than
`PATIENCE` seconds. The screen is far wider than what the process is told, so that a line that is too long shows its
length instead of being folded.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyte
from rich.cells import cell_len

PATIENCE = 60.0
ROWS = 40
_CHILD = """
import fcntl, signal, sys, termios
fcntl.ioctl(2, termios.TIOCSCTTY, 0)
signal.signal(signal.SIGINT, signal.default_int_handler)
{before}
from scio_transcripts.cli import main
main()
"""
"""Takes the terminal as its own before it runs the command."""
_DECIDES = ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "PAGER", "LESS")
"""What decides instead of the terminal."""
_OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\[\?25[lh]|\x1b\[2K|\x1b\[[0-9]*A|\r|\n")
"""Colours, the cursor hidden and shown, a line wiped, lines upwards: what bars and colours are made of."""
_STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Drawn:
    """What a command did on a terminal."""

    status: int
    raw: str
    """All that came, in its order."""
    width: int
    widest: int
    """Cells of the longest line that was ever on the screen, bars that are gone included."""
    lines: tuple[str, ...]
    """The screen in the end, without blanks at the right."""
    cursor_shown: bool

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    @property
    def too_wide(self) -> list[str]:
        """The lines of the screen that do not fit."""
        return [line for line in self.lines if cell_len(line) > self.width]

    @property
    def strange(self) -> list[str]:
        """Control characters that nobody meant."""
        return _STEERS.findall(_OURS.sub("", self.raw))


class _Wide(pyte.Screen):
    """A screen that notes how far to the right anything was ever drawn."""

    widest = 0

    def draw(self, data: str) -> None:
        super().draw(data)
        self.widest = max(self.widest, self.cursor.x)

    def line(self, number: int) -> str:
        """What stands in a line; of a character of two cells, the second one is empty."""
        row = self.buffer[number]
        return "".join(row[column].data for column in range(max(row, default=-1) + 1)).rstrip()


class Terminal:
    """A pseudo-terminal with a command on it."""

    def __init__(
        self, arguments: Sequence[str | Path], width: int, *, folder: Path, piped: bool = False, before: str = ""
    ) -> None:
        self.width = width
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, width, 0, 0))
        self.mode = termios.tcgetattr(theirs)
        kept = {name: value for name, value in os.environ.items() if name not in _DECIDES}
        self.process = subprocess.Popen(
            [sys.executable, "-c", _CHILD.format(before=before), *map(str, arguments)],
            stdin=theirs,
            stdout=subprocess.PIPE if piped else theirs,
            stderr=theirs,
            cwd=folder,
            env={**kept, "TERM": "xterm-256color", "PYTHONUTF8": "1"},
            start_new_session=True,
        )
        self._theirs = theirs  # kept open, so that its mode can be asked for in the end
        self._raw = b""

    @property
    def raw(self) -> str:
        return self._raw.decode("utf-8", "replace")

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()
        os.close(self._ours)
        os.close(self._theirs)

    def type(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def until(self, reached: Callable[[str], bool]) -> None:
        """Read until what came is enough; fails where the process ends before, or takes too long."""
        end = time.monotonic() + PATIENCE
        while not reached(self.raw):
            gone = self.process.poll() is not None
            if not self._read() and (gone or time.monotonic() > end):
                raise AssertionError(f"{'ended' if gone else 'waited'} without it; there is: {self.raw[-2000:]!r}")

    def first_line(self) -> bytes:
        """The first line that comes out of the pipe."""
        assert self.process.stdout is not None
        return self.process.stdout.readline()

    def close_pipe(self) -> None:
        """Leave, as `head -1` does."""
        assert self.process.stdout is not None
        self.process.stdout.close()

    def end(self) -> Drawn:
        """Wait until the process is gone, and look."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            self._read()
            assert time.monotonic() < end, f"it does not end; there is: {self.raw[-2000:]!r}"
        while self._read(0):
            pass
        return self._drawn()

    def is_as_before(self) -> bool:
        """Whether the terminal echoes, edits lines and sends signals as it did before."""
        return termios.tcgetattr(self._theirs) == self.mode

    def _read(self, patience: float = 0.05) -> bool:
        ready, _, _ = select.select([self._ours], [], [], patience)
        if ready:
            self._raw += os.read(self._ours, 1 << 16)
        return bool(ready)

    def _drawn(self) -> Drawn:
        raw = self.raw
        screen = _Wide(2000, raw.count("\n") + 2)
        pyte.Stream(screen).feed(raw)
        lines = [screen.line(number) for number in range(screen.lines)]
        while lines and not lines[-1]:
            del lines[-1]
        return Drawn(
            status=self.process.returncode,
            raw=raw,
            width=self.width,
            widest=screen.widest,
            lines=tuple(lines),
            cursor_shown=not screen.cursor.hidden,
        )


def drawn(arguments: Sequence[str | Path], width: int, *, folder: Path) -> Drawn:
    """Run a command to its end."""
    with Terminal(arguments, width, folder=folder) as terminal:
        return terminal.end()
