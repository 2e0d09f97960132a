"""Where the files of a corpus lie, and how they come there.

In: a corpus's folder. Out: paths; files that are whole or not there; the writer's lock. Promises: a file gets its name
in one step, after its bytes are on the disk; no name comes from a source. Knows nothing of what is in the files.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from scio_transcripts.errors import CorpusError

if sys.platform != "win32":
    import fcntl

FORMAT_VERSION = 1
"""Version of the layout on the disk. A reader refuses a newer one."""
DOCUMENTS_VERSION = "1.0"
TABLES_VERSION = "1.1"
"""What a reader reads: `model.SCHEMA_VERSION` and `writers.arrow.TABLES_VERSION`, which a test holds these to. Whoever
only searches loads neither the models nor Arrow."""
MANIFEST = "corpus.json"
LOCK = ".lock"
FOLDERS = ("data", "parts", "sources", "quality", "index", "work")
"""All that a build writes in, and clears. None may lead elsewhere."""
_MARK = b"This folder is a corpus of scio-transcripts.\n"
_TEMPORARY = ".part"
_BLOCK = 1 << 20
UNDATED = "__HIVE_DEFAULT_PARTITION__"


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of one corpus."""

    root: Path

    @property
    def manifest(self) -> Path:
        """What names everything else."""
        return self.root / MANIFEST

    def part(self, part_id: str) -> Path:
        """The record of a part: its files, with hashes and rows."""
        return self.root / "parts" / f"{part_id}.json"

    def part_sources(self, part_id: str) -> Path:
        """What became of the sources of a part."""
        return self.root / "parts" / f"{part_id}.parquet"

    def data(self, table: str, year: int | None, part_id: str) -> Path:
        """One table of one part and year."""
        return self.root / "data" / table / f"year={UNDATED if year is None else f'{year:04d}'}" / f"{part_id}.parquet"

    def sources(self, snapshot: str) -> Path:
        """The list of sources of a snapshot."""
        return self.root / "sources" / f"{snapshot}.parquet"

    def quality(self, snapshot: str) -> Path:
        """The quality report of a snapshot."""
        return self.root / "quality" / f"{snapshot}.json"

    @property
    def work(self) -> Path:
        """What a build has done and not put into a part yet."""
        return self.root / "work"

    def result(self, key: str) -> Path:
        """What the kernel gave for one batch."""
        return self.work / "results" / f"{key}.arrow"

    def page(self, sha256: str) -> Path:
        """A page of an archive that waits to be parsed."""
        return self.work / "pages" / sha256


@contextmanager
def new_file(target: Path, *, lasting: bool = True) -> Iterator[BinaryIO]:
    """A binary file that gets its name when all is in it, and on the disk if it is to be lasting."""
    target.parent.mkdir(parents=True, exist_ok=True)
    # Not the id of the process: those of another machine, which may write here too, are the same numbers.
    part = target.with_name(f".{target.name}.{secrets.token_hex(8)}{_TEMPORARY}")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            if lasting:
                os.fsync(file.fileno())
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise


def settle(folder: Path) -> None:
    """Make the names in a folder last as well as the bytes under them."""
    if sys.platform != "win32":  # there, a folder cannot be opened
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def told(path: Path | str) -> Iterator[None]:
    """Tell an error of the system as one of the corpus."""
    try:
        yield
    except OSError as error:
        name = str(error.filename) if isinstance(error.filename, str) else str(path)
        raise CorpusError(name, f"cannot be used ({error.strerror or error})") from None


@contextmanager
def writing(root: Path) -> Iterator[Layout]:
    """The layout of a corpus that only this process may change, made where it is missing.

    Raises `CorpusError` where the folder holds something else, or another process is at work there.
    """
    with told(root):
        if root.exists() and not root.is_dir():
            raise CorpusError(str(root), "is a file", "name a folder")
        made = not root.exists()
        root.mkdir(parents=True, exist_ok=True)
        for name in FOLDERS:
            if (root / name).is_symlink():
                raise CorpusError(
                    str(root / name), "is a link", "a corpus is written in place; put the folder itself there"
                )
        known = _is_ours(root / LOCK) or (root / MANIFEST).exists()
        if not known and any(root.iterdir()):
            raise CorpusError(str(root), "holds other files and no corpus", "name a new folder")
        lock = os.open(root / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if sys.platform != "win32":  # there, two builds of one corpus are the user's to avoid
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise CorpusError(str(root), "another build is at work there", "wait for it to end") from None
        if os.fstat(lock).st_size != len(_MARK):
            os.pwrite(lock, _MARK, 0) if hasattr(os, "pwrite") else os.write(lock, _MARK)
        layout = Layout(root)
        with told(root):
            remove_temporary(root)
        yield layout
    except BaseException:
        if made:
            _unmake(root)
        raise
    finally:
        os.close(lock)


def _unmake(root: Path) -> None:
    """Remove the folder of a corpus in which nothing was written."""
    with contextlib.suppress(OSError):
        if [path.name for path in root.iterdir()] == [LOCK]:
            (root / LOCK).unlink()
            root.rmdir()


def _is_ours(lock: Path) -> bool:
    """Whether a build has made this file; one that was killed may have left it empty."""
    return lock.is_file() and not lock.is_symlink() and lock.read_bytes()[: len(_MARK)] in (b"", _MARK)


def remove_temporary(root: Path) -> None:
    """Remove what an interrupted build left half-written."""
    for folder, _, names in os.walk(root):
        for name in names:
            if name.startswith(".") and name.endswith(_TEMPORARY):
                Path(folder, name).unlink(missing_ok=True)


def remove_tree(path: Path) -> None:
    """Remove a folder of the corpus with what is in it."""
    shutil.rmtree(path, ignore_errors=True)
