"""Segments: the immutable folders of a search index.

In: what is in one. Out: a folder with its name. Promises: a segment appears in one step, whole, with the hashes of its
files; whatever is no segment of this version is none. Knows not what its files say.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from scio_transcripts.corpus.layout import sha256_of
from scio_transcripts.lazy import re

INDEX_VERSION = 2
"""Of the files, and of how words are compared: one more for any change in either."""
FOLDER = "index"
FACTS = "segment.json"
FILES = ("terms.parquet", "turns.parquet", FACTS)
_ID = re.compile("[0-9a-f]{24}")


@dataclass(frozen=True, slots=True)
class Indexed:
    """The turns of one part within a segment."""

    part: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """An index of some parts."""

    id: str
    parts: tuple[Indexed, ...]

    @property
    def turns(self) -> int:
        """How many turns it holds."""
        return self.parts[-1].end if self.parts else 0

    def folder(self, root: Path) -> Path:
        """Where its files are."""
        return root / FOLDER / self.id


@contextmanager
def new_folder(target: Path) -> Iterator[Path]:
    """A folder that gets its name when all is in it. Where another process was quicker, its own is kept."""
    target.parent.mkdir(exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        yield made
        for path in made.iterdir():
            with path.open("rb") as file:
                os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        made.chmod(0o777 & ~mask)
        try:
            made.replace(target)
        except OSError:
            if segment_of(target.parent.parent, target.name) is None:
                shutil.rmtree(target, ignore_errors=True)  # some of it was removed or damaged
                made.replace(target)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def tell(folder: Path, segment: Segment) -> None:
    hashes = {name: sha256_of(folder / name) for name in FILES if name != FACTS}
    facts = {"version": INDEX_VERSION, "segments": [asdict(segment)], "files": hashes}
    (folder / FACTS).write_bytes(json.dumps(facts, indent=1).encode() + b"\n")


def segment_of(root: Path, own: str) -> Segment | None:
    """The segment of this name; None where there is none, or it is not whole."""
    told = listed(root / FOLDER / own / FACTS)
    return told[0] if told and told[0].id == own and is_whole(root, told[0]) else None


def listed(path: Path) -> tuple[Segment, ...] | None:
    try:
        facts = json.loads(path.read_bytes())
        if facts["version"] != INDEX_VERSION:
            return None
        if not all(_ID.fullmatch(one["id"]) for one in facts["segments"]):
            return None
        return tuple(
            Segment(one["id"], tuple(Indexed(i["part"], i["begin"], i["end"]) for i in one["parts"]))
            for one in facts["segments"]
        )
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None  # it can be made again


def is_whole(root: Path, segment: Segment) -> bool:
    return all((segment.folder(root) / name).is_file() for name in FILES)


def key_of(parts: Sequence[str]) -> str:
    facts = json.dumps([INDEX_VERSION, *parts])
    return hashlib.sha256(facts.encode("utf-8", "backslashreplace")).hexdigest()[:24]
