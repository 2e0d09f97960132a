"""A hidden folder inside of the result's folder, where pages wait until it is known what they are part of.

In: bytes by their hash; lines about captures that are not kept. Out: the same. Promises: the only names of files are
hashes; nothing of it is left behind, whatever happens; bytes that are put twice are stored once.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any


class Shelf:
    """Where pages wait. Use it as a context."""

    def __init__(self, folder: Path) -> None:
        self._home = Path(tempfile.mkdtemp(prefix=".extract-", dir=folder))
        self._lines = (self._home / "captures.jsonl").open("w+", encoding="utf-8", newline="\n")
        self.built = self._home / "built"
        """For what is written before it takes its place."""
        self.built.mkdir()

    def __enter__(self) -> Shelf:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lines.close()
        shutil.rmtree(self._home, ignore_errors=True)

    def put(self, sha256: str, data: bytes) -> None:
        """Store bytes."""
        path = self._home / sha256
        if not path.exists():
            path.write_bytes(data)

    def get(self, sha256: str) -> bytes:
        """The bytes that were stored."""
        return (self._home / sha256).read_bytes()

    def note(self, line: dict[str, Any]) -> None:
        """Keep a line about a capture."""
        self._lines.write(json.dumps(line) + "\n")

    def notes(self) -> Iterator[dict[str, Any]]:
        """The lines, in order."""
        self._lines.seek(0)
        for line in self._lines:
            yield json.loads(line)
