"""Folders that are either complete or not there at all.

In: the name of a folder. Out: a hidden folder beside it to fill, which gets the name in one step when all is in it.
Promises: what was there is never touched where the filling fails, and a folder with something in it is refused, unless
the caller names a file by which it knows a folder of its own.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scio_transcripts.errors import OutputError

_SHOWN_OF_NAME = 40


@contextmanager
def new_folder(path: Path, *, replaces: str | None = None) -> Iterator[Path]:
    """A folder to fill. `replaces` is a file that an older folder of the same kind holds, which then gives way."""
    with told(path):
        target = resolved(path)
        _check(path, target, replaces)
        part = Path(tempfile.mkdtemp(prefix=hidden(target), suffix=".part", dir=target.parent))
    try:
        with told(path):
            yield part
            _settle(part)
            if target.exists() and any(target.iterdir()):
                _take_place(part, target)
            else:
                if target.exists():
                    target.rmdir()
                part.replace(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the system refuses into an `OutputError` with the name that was given."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        reason = error.strerror or str(error)
        if isinstance(error, FileNotFoundError) and not path.parent.exists():
            reason = f"there is no folder {path.parent}"
        raise OutputError(str(path), reason) from None


def resolved(path: Path) -> Path:
    """Where a path leads through links. Raises `OSError`, also for links in a circle."""
    try:
        target = path.resolve()
        circle = target.is_symlink()
    except RuntimeError:  # what a circle is before Python 3.13
        circle = True
    if circle:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    return target


def hidden(target: Path) -> str:
    """The beginning of the name of what is not complete yet: short, for a name may be as long as can be."""
    return f".{target.name[:_SHOWN_OF_NAME]}."


def _check(path: Path, target: Path, replaces: str | None) -> None:
    """Refuse what is not to be written over."""
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    if replaces is None or not target.is_dir():
        raise OutputError(str(path), "it is there and not an empty folder; name a new one")
    if not (target / replaces).is_file():
        raise OutputError(str(path), f"it holds no {replaces}, so it is not ours to replace; name a new folder")


def _settle(part: Path) -> None:
    """All bytes to the disk, and the mode that a new folder gets."""
    for file in part.rglob("*"):
        if file.is_file():
            with file.open("rb") as written:
                os.fsync(written.fileno())
    mask = os.umask(0)
    os.umask(mask)
    part.chmod(0o777 & ~mask)


def _take_place(part: Path, target: Path) -> None:
    """Put the new folder where the old one is, which is moved aside for the moment."""
    old = Path(tempfile.mkdtemp(prefix=hidden(target), suffix=".old", dir=target.parent))
    target.replace(old / target.name)
    try:
        part.replace(target)
    except OSError:
        (old / target.name).replace(target)
        old.rmdir()
        raise
    shutil.rmtree(old, ignore_errors=True)
