"""Folders of invented press conferences, and what a store is on the disk."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq
import pytest

from archive.making import transcript
from scio_transcripts.corpus import plan

if TYPE_CHECKING:
    from scio_transcripts.corpus import Corpus

MONTHS = ("January", "March", "May", "July", "September", "November")


def event(number: int, page: int = 1, words: str = "The towpaths were mended.") -> str:
    """A page of one of many events, each with its own title, day and words."""
    year = 2019 + number % 4
    day = f"{MONTHS[number % 6]} {number % 27 + 1}, {year}"
    title = f"SCIO press conference on canal number {number}"
    return transcript(page, title=title, day=day, published=day, words=f"{words} Canal {number}, page {page}.")


def folder_of(root: Path, count: int, name: str = "pages") -> Path:
    """A folder with a file for each event."""
    folder = root / name
    folder.mkdir()
    for number in range(count):
        (folder / f"event-of-canal-{number:03d}x.txt").write_text(event(number), encoding="utf-8")
    return folder


def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut parts after a few sources, so that a few sources make several."""
    for name, value in (("_CUT_IN", 6), ("_FEWEST", 3), ("_MOST", 20), ("_BATCH_SOURCES", 3), ("_FEW", 2)):
        monkeypatch.setattr(plan, name, value)


SMALL = "from scio_transcripts.corpus import plan\n" + "".join(
    f"plan.{name} = {value}\n"
    for name, value in (("_CUT_IN", 6), ("_FEWEST", 3), ("_MOST", 20), ("_BATCH_SOURCES", 3), ("_FEW", 2))
)
"""The same for a process of its own."""


def bytes_of(store: Path) -> dict[str, str]:
    """Every file of a store with its hash, but for the search index: how that is cut depends on what came before."""
    return {
        path.relative_to(store).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(store.rglob("*"))
        if path.is_file() and path.relative_to(store).parts[0] != "index"
    }


def sources(corpus: Corpus) -> dict[str, dict[str, Any]]:
    """What became of each source, by its name."""
    rows = pq.read_table(corpus.path / corpus.manifest.sources.path, partitioning=None).to_pylist()
    return {row["uri"]: row for row in rows}
