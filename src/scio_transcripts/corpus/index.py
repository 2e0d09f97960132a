"""The search index of a corpus: made beside its data, found by its readers.

In: the parts of a snapshot. Out: segments: immutable folders with the terms and turns of some parts, and a list that
says which segments are the index of just these parts. Promises: all of it can be removed and made again; a list appears
in one step, after its segments; segments whose parts are all still there are used again; memory is bounded; whoever
makes an index needs no lock. Knows no queries.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from scio_transcripts.corpus.layout import settle, sha256_of
from scio_transcripts.corpus.manifest import write
from scio_transcripts.errors import CorpusError

INDEX_VERSION = 2
"""Of the files, and of how words are compared: one more for any change in either."""
_TOGETHER = 16
"""Segments that are merged at once. Each needs a row group in memory, some 10 MB."""
_MOST_SEGMENTS = 6
"""A search opens each; more are merged."""
_FOLDER = "index"
_FACTS = "segment.json"
_ID = re.compile("[0-9a-f]{24}")
_FILES = ("terms.parquet", "turns.parquet", _FACTS)
_FORGOTTEN = 24 * 3600
"""Seconds after which a half-made folder belongs to nobody."""


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
        return root / _FOLDER / self.id


Turns = tuple[str, tuple[Path, ...]]
"""A part's id, and its files of turns."""


def list_of(root: Path, parts: Iterable[str]) -> Path:
    """The file that lists the segments of the index of just these parts."""
    return root / _FOLDER / f"{_key(sorted(parts))}.json"


def index_of(root: Path, parts: Sequence[str]) -> tuple[Segment, ...] | None:
    """The segments that index just these parts; None where there is no such index, or it is not whole."""
    segments = _listed(list_of(root, parts))
    return segments if segments is not None and all(_whole(root, one) for one in segments) else None


def make_index(
    root: Path,
    parts: Sequence[Turns],
    *,
    jobs: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Segment, ...]:
    """The index of these parts, made as far as it is missing, by `jobs` processes.

    `progress` is told how many parts are done, and of how many.
    """
    ids = [part for part, _ in parts]
    found = index_of(root, ids)
    if found is not None:
        return found
    (root / _FOLDER).mkdir(exist_ok=True)
    kept = _usable(root, set(ids))
    covered = {one.part for segment in kept for one in segment.parts}
    missing = [one for one in parts if one[0] not in covered]
    for done, _ in enumerate(_indexed(root, missing, jobs), len(parts) - len(missing) + 1):
        if progress is not None:
            progress(done, len(parts))
    new = [segment for part, _ in missing if (segment := _segment(root, _key([part]))) is not None]
    segments = _arranged(root, kept, new, set(ids))
    settle(root / _FOLDER)
    facts = {"version": INDEX_VERSION, "segments": [asdict(one) for one in segments]}
    write(list_of(root, ids), json.dumps(facts, indent=1).encode() + b"\n")
    return segments


def index_part(root: Path, part: str, files: Sequence[Path]) -> None:
    """Index one part alone, where that is not done: a segment of its own."""
    from scio_transcripts.corpus.runs import index_turns

    own = _key([part])
    if _segment(root, own) is None:
        with _new_folder(root / _FOLDER / own) as made:
            turns = index_turns(part, files, made / "terms.parquet", made / "turns.parquet")
            _tell(made, Segment(own, (Indexed(part, 0, turns),)))


def damaged(root: Path, parts: Sequence[str]) -> Iterator[str]:
    """The files of the index of these parts, by their paths in the corpus, that are not as they were written."""
    for segment in _listed(list_of(root, parts)) or ():
        folder = segment.folder(root)
        try:
            hashes = dict(json.loads((folder / _FACTS).read_bytes())["files"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            hashes = {}
        for name in _FILES:
            path = folder / name
            if not path.is_file() or (name != _FACTS and sha256_of(path) != hashes.get(name)):
                yield path.relative_to(root).as_posix()


def remove_unused(root: Path, snapshots: Iterable[Sequence[str]]) -> None:
    """Remove every list and segment that is not of one of these snapshots, each given as the ids of its parts.

    For a build that holds the lock, and knows which snapshots may still be read.
    """
    folder = root / _FOLDER
    lists = {list_of(root, parts) for parts in snapshots}
    used = {segment.id for path in lists for segment in _listed(path) or ()}
    for path in list(folder.iterdir()) if folder.is_dir() else []:
        if path.is_file() and path not in lists:
            path.unlink(missing_ok=True)
        elif path.is_dir() and path.name not in used and not (path.name.startswith(".") and _is_fresh(path)):
            shutil.rmtree(path, ignore_errors=True)


def _is_fresh(path: Path) -> bool:
    try:
        return path.stat().st_mtime > time.time() - _FORGOTTEN
    except OSError:
        return False


def _indexed(root: Path, parts: Sequence[Turns], jobs: int | None) -> Iterator[None]:
    """Index each part, in as many processes as are wanted; in this one where there is one part."""
    if jobs == 1 or len(parts) < 2:
        for part, files in parts:
            index_part(root, part, files)
            yield
        return
    from scio_transcripts.corpus.engines.local import each  # it brings the whole parser, which no reader needs

    for _, result in each(lambda one: (index_part, root, *one), parts, jobs=jobs):
        if isinstance(result, Exception):
            reason = "a process that made the search index was ended"
            raise CorpusError(str(root), reason, "run: scio-transcripts corpus index")
        yield


def _usable(root: Path, parts: set[str]) -> list[Segment]:
    """Merged segments of any earlier index that hold some of these parts, none twice; the largest first."""
    found = [_segment(root, path.name) for path in sorted((root / _FOLDER).iterdir()) if path.is_dir()]
    known = [one for one in found if one is not None and len(one.parts) > 1]
    chosen: list[Segment] = []
    covered: set[str] = set()
    for segment in sorted(known, key=lambda one: (-one.turns, one.id)):
        mine = {one.part for one in segment.parts} & parts
        if mine and not mine & covered:
            chosen.append(segment)
            covered |= mine
    return chosen


def _arranged(root: Path, kept: Sequence[Segment], new: Sequence[Segment], parts: set[str]) -> tuple[Segment, ...]:
    """The segments merged where they are too many, with nothing of other parts in them.

    A small segment is merged again with each build, a large one seldom: in all, a turn is written a few times.
    """
    whole = [one for one in kept if {indexed.part for indexed in one.parts} <= parts]
    others = [*(one for one in kept if one not in whole), *new]
    while others or len(whole) > _MOST_SEGMENTS:
        whole.sort(key=lambda one: (one.turns, one.id))
        while whole and len(others) < _TOGETHER and (len(whole) >= _MOST_SEGMENTS or _is_small(whole[0], others)):
            others.append(whole.pop(0))
        whole.append(_merged(root, others[:_TOGETHER], parts))
        others = others[_TOGETHER:]
    return tuple(sorted(whole, key=lambda one: one.id))


def _is_small(segment: Segment, others: Sequence[Segment]) -> bool:
    return segment.turns < sum(one.turns for one in others)


def _merged(root: Path, given: Sequence[Segment], parts: set[str]) -> Segment:
    """One segment of several, with these parts alone."""
    from scio_transcripts.corpus.merge import Input, Stretch, merge

    inputs, kept, place = [], [], 0
    for segment in given:
        stretches = []
        for one in segment.parts:
            if one.part in parts:
                end = place + one.end - one.begin
                stretches.append(Stretch(begin=one.begin, end=one.end, to=place))
                kept.append(Indexed(one.part, place, end))
                place = end
        own = segment.folder(root)
        inputs.append(Input(terms=own / "terms.parquet", turns=own / "turns.parquet", kept=stretches))
    new = Segment(_key([one.part for one in kept]), tuple(kept))
    if _segment(root, new.id) is None:
        with _new_folder(new.folder(root)) as made:
            merge(inputs, made / "terms.parquet", made / "turns.parquet")
            _tell(made, new)
    return new


@contextmanager
def _new_folder(target: Path) -> Iterator[Path]:
    """A folder that gets its name when all is in it. Where another process was quicker, its own is kept."""
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
            if not all((target / name).is_file() for name in _FILES):
                shutil.rmtree(target, ignore_errors=True)  # somebody has removed some of it
                made.replace(target)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _tell(folder: Path, segment: Segment) -> None:
    hashes = {name: sha256_of(folder / name) for name in _FILES if name != _FACTS}
    facts = {"version": INDEX_VERSION, "segments": [asdict(segment)], "files": hashes}
    (folder / _FACTS).write_bytes(json.dumps(facts, indent=1).encode() + b"\n")


def _segment(root: Path, own: str) -> Segment | None:
    """The segment of this name; None where there is none, or it is not whole."""
    told = _listed(root / _FOLDER / own / _FACTS)
    return told[0] if told and told[0].id == own and _whole(root, told[0]) else None


def _listed(path: Path) -> tuple[Segment, ...] | None:
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


def _whole(root: Path, segment: Segment) -> bool:
    return all((segment.folder(root) / name).is_file() for name in _FILES)


def _key(parts: Sequence[str]) -> str:
    facts = json.dumps([INDEX_VERSION, *parts])
    return hashlib.sha256(facts.encode("utf-8", "backslashreplace")).hexdigest()[:24]
