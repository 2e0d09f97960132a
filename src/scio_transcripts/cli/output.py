"""Where a command's result goes: standard output, or a file that is either complete or not touched at all.

In: bytes. Promises: they are written as they are, so JSON is UTF-8 with line feeds on every platform; a file is
replaced in one step, only after everything is in it, and never where the command failed or wrote nothing. A folder is
made in one step too, and only where there is none.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from scio_transcripts.errors import ScioTranscriptsError

_SHOWN_OF_NAME = 40


class OutputError(ScioTranscriptsError):
    """A file could not be written. `path` is its name, `reason` what is wrong."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: cannot be written ({self.reason})"


@contextmanager
def output(path: Path | None) -> Iterator[BinaryIO]:
    """A binary file to write the result to: standard output without a path or for `-`."""
    if path is None or str(path) == "-":
        yield sys.stdout.buffer
        return
    with _told(path):
        target = _resolved(path)
        is_new = not path.exists() or path.is_file()
    if is_new:
        with _replaced(target, path) as file:
            yield file
    else:
        with _told(path), path.open("wb") as device:  # /dev/stdout, a named pipe; a folder fails here
            yield device


@contextmanager
def _replaced(target: Path, given: Path) -> Iterator[BinaryIO]:
    """A new file in the same folder, which takes the target's place in the end."""
    with _told(given):
        descriptor, name = tempfile.mkstemp(prefix=_hidden(target), suffix=".part", dir=target.parent)
    part = Path(name)
    try:
        with _told(given):
            with os.fdopen(descriptor, "wb") as file:
                yield file
                file.flush()
                os.fsync(descriptor)
            if part.stat().st_size:
                _set_mode(part, target)
                part.replace(target)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def output_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, which gets its name when all is in it. A folder with something in it is refused."""
    with _told(path):
        target = _resolved(path)
        if target.exists() and not (target.is_dir() and not any(target.iterdir())):
            raise OutputError(str(path), "it is there and not an empty folder; name a new one")
        part = Path(tempfile.mkdtemp(prefix=_hidden(target), suffix=".part", dir=target.parent))
    try:
        with _told(path):
            yield part
            for file in part.rglob("*"):
                if file.is_file():
                    with file.open("rb") as written:
                        os.fsync(written.fileno())
            mask = os.umask(0)
            os.umask(mask)
            part.chmod(0o777 & ~mask)
            if target.exists():
                target.rmdir()
            part.replace(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _resolved(path: Path) -> Path:
    """Where a path leads through links. Raises `OSError`, also for links in a circle."""
    try:
        target = path.resolve()
        circle = target.is_symlink()
    except RuntimeError:  # what a circle is before Python 3.13
        circle = True
    if circle:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def _hidden(target: Path) -> str:
    """The beginning of the name of a file that is not complete yet: short, for a name may be as long as can be."""
    return f".{target.name[:_SHOWN_OF_NAME]}."


def _set_mode(part: Path, target: Path) -> None:
    """The mode that the target has, or that a new file gets."""
    if target.exists():
        shutil.copymode(target, part)
    else:
        mask = os.umask(0)
        os.umask(mask)
        part.chmod(0o666 & ~mask)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(str(path), error.strerror or str(error)) from None
