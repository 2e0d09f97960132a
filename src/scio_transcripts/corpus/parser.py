"""Which parser a corpus was made with.

In: the installed package. Out: its version with a fingerprint. Promises: another fingerprint for any change to the
code or the data that a document or a row depends on.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scio_transcripts._version import __version__

_APART = frozenset({"cli", "corpus", "display", "extract", "views", "samples", "__pycache__"})
"""What no document depends on; of the corpus, the kernel alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Whatever a result depends on beside the sources."""

    parser: str
    encoding: str | None = None
    dialect: str | None = None

    def __str__(self) -> str:
        return f"{self.parser} {self.encoding} {self.dialect}"


@lru_cache(maxsize=1)
def parser_version() -> str:
    """Such as `0.1.0+3f9a12cc04de`."""
    home = Path(__file__).parent.parent
    found = hashlib.sha256()
    for path in sorted([*_files(home), home / "corpus" / "kernel.py", home / "corpus" / "schema.py"]):
        found.update(path.relative_to(home).as_posix().encode() + b"\0")
        found.update(hashlib.sha256(path.read_bytes()).digest())
    return f"{__version__}+{found.hexdigest()[:12]}"


def _files(folder: Path) -> list[Path]:
    files = [p for p in folder.iterdir() if p.is_file() and p.suffix != ".pyc"]
    for inner in folder.iterdir():
        if inner.is_dir() and inner.name not in _APART:
            files += _files(inner)
    return files
