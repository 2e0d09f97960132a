"""A transcript's folder on the disk.

In: bytes by name. Out: files that are whole or not there. Promises: a file is replaced in one step and after its bytes
are on the disk; other bytes than before never take a page's place before the old ones have a name of their own; what an
interrupted fetch left half-written is removed; nothing is written outside; two fetches never work in it at once.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from scio_transcripts.errors import SourceError
from scio_transcripts.sources.web import manifest as names
from scio_transcripts.sources.web.manifest import Manifest

if sys.platform != "win32":
    import fcntl

_PART = ".part-"
"""Begins the name of a file that is being written."""


class FolderError(SourceError):
    """A folder or a file in it could not be used."""


class Folder:
    """One transcript's files, locked while it is open."""

    def __init__(self, root: Path, slug: str) -> None:
        self.path = root / slug
        self._root = root
        self._lock: int | None = None

    def __enter__(self) -> Self:
        with self._told(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
            inner = self.path / names.VERSIONS
            if self.path.resolve().parent != self._root.resolve() or inner.is_symlink():
                raise FolderError(str(self.path), "leads out of the folder that was chosen", "remove that link")
            self._take_lock()
            for part in self.path.glob(f"{_PART}*"):
                part.unlink()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError):  # not empty, which is how it should be
            self.path.rmdir()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def read(self, name: str) -> bytes | None:
        """A file's bytes; None where there is no such file."""
        path = self.path / name
        with self._told(path):
            try:
                return path.read_bytes()
            except FileNotFoundError:
                return None

    def write(self, name: str, data: bytes) -> None:
        """Put a file in place, in one step."""
        path = self.path / name
        if self.read(name) == data:
            return
        part = self.path / f"{_PART}{path.name}"
        with self._told(path):
            path.parent.mkdir(exist_ok=True)
            with part.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
            _settle(path.parent)

    def remove(self, name: str) -> None:
        """Remove a file, if it is there."""
        with self._told(self.path / name):
            (self.path / name).unlink(missing_ok=True)

    def manifest(self) -> Manifest | None:
        """What an earlier fetch recorded. Raises `SourceError` for a damaged record."""
        data = self.read(names.NAME)
        return None if data is None else Manifest.from_bytes(data, name=str(self.path / names.NAME))

    def _take_lock(self) -> None:
        """The lock is on the folder itself, and ends with the process, however that ends.

        Windows has none of the kind; there, two fetches into one folder are the user's to avoid.
        """
        if sys.platform != "win32":
            self._lock = os.open(self.path, os.O_RDONLY)
            try:
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                os.close(self._lock)
                self._lock = None
                raise FolderError(str(self.path), "another fetch is at work there", "wait for it to end") from None

    @staticmethod
    @contextlib.contextmanager
    def _told(path: Path) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise FolderError(str(path), f"cannot be used ({error.strerror or error})") from None


def _settle(folder: Path) -> None:
    """Make a new name last as well as the bytes under it."""
    if sys.platform != "win32":  # there, a folder cannot be opened
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
