"""Where a command's result goes: standard output, or a file that is either complete or not touched at all.

In: bytes. Promises: they are written as they are, so JSON is UTF-8 with line feeds on every platform; only a terminal
gets what could steer it written out. A file is replaced in one step, only after everything is in it, and never where
the command failed or wrote nothing. Folders are made by `folders.py`, which promises the same.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from codecs import getincrementaldecoder
from collections.abc import Iterator
from contextlib import contextmanager
from io import RawIOBase
from pathlib import Path
from types import FrameType
from typing import Any, BinaryIO, cast

from scio_transcripts.cli.exits import CommandError
from scio_transcripts.display.clean import escaped, steerless
from scio_transcripts.errors import OutputError
from scio_transcripts.folders import hidden, new_folder, resolved, told

__all__ = ["OutputError", "output", "output_folder", "refuse_terminal"]

_TERMINATED = 128 + signal.SIGTERM


def refuse_terminal(target: Path | str | None, what: str, example: str) -> None:
    """Refuse to pour what is no text over a terminal, where no target is named. A pipe may have it."""
    if str(target or "-") == "-" and sys.stdout.isatty():
        raise CommandError(f"{what} is not for a terminal; name a file: -o {example}")


@contextmanager
def output_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, which is there in the end, or not at all."""
    with _stopped_in_order(), new_folder(path) as folder:
        yield folder


@contextmanager
def output(path: Path | None, *, is_json: bool = False) -> Iterator[BinaryIO]:
    """A binary file to write the result to: standard output without a path or for `-`.

    A terminal gets what could steer it written out: as JSON's own escapes where it `is_json`.
    """
    if path is None or str(path) == "-":
        yield _cleaned(sys.stdout.buffer, is_json=is_json) if sys.stdout.isatty() else sys.stdout.buffer
        return
    with told(path):
        target = resolved(path)
        is_new = not path.exists() or path.is_file()
    if is_new:
        with _stopped_in_order(), _replaced(target, path) as file:
            yield file
    else:
        with told(path), path.open("wb") as device:  # /dev/stdout, a named pipe; a folder fails here
            yield _cleaned(device, is_json=is_json) if device.isatty() else device


def _cleaned(terminal: BinaryIO, *, is_json: bool) -> BinaryIO:
    """A terminal as a file for UTF-8. What steers it is taken out of whole characters, wherever a piece ends."""
    decoder = getincrementaldecoder("utf-8")("backslashreplace")
    written_out = escaped if is_json else steerless

    class Terminal(RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: Any, /) -> int:
            terminal.write(written_out(decoder.decode(bytes(data))).encode("utf-8", "backslashreplace"))
            return len(data)

        def flush(self) -> None:
            terminal.flush()

    return cast("BinaryIO", Terminal())


@contextmanager
def _stopped_in_order() -> Iterator[None]:
    """Let a `kill` end the command as an error would, so that nothing half-written is left behind."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise SystemExit(_TERMINATED)

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # only the main thread may ask for signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before or signal.SIG_DFL)


@contextmanager
def _replaced(target: Path, given: Path) -> Iterator[BinaryIO]:
    """A new file in the same folder, which takes the target's place in the end."""
    with told(given):
        descriptor, name = tempfile.mkstemp(prefix=hidden(target), suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with told(given):
            with os.fdopen(descriptor, "wb") as file:
                yield file
                file.flush()
                os.fsync(descriptor)
            if part.stat().st_size:
                _set_mode(part, target)
                part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _set_mode(part: Path, target: Path) -> None:
    """The mode that the target has, or that a new file gets."""
    if target.exists():
        shutil.copymode(target, part)
    else:
        mask = os.umask(0)
        os.umask(mask)
        part.chmod(0o666 & ~mask)
