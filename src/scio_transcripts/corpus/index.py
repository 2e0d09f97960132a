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
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

from scio_transcripts.corpus.layout import Layout, settle
from scio_transcripts.corpus.manifest import write

INDEX_VERSION = 1
"""Of the files, and of how words are compared: one more for any change in either."""
_TOGETHER = 16
"""Segments that are merged at once. Each needs a row group in memory, some 10 MB."""
_MOST_SEGMENTS = 6
"""A search opens each; more are merged."""
_FOLDER = "index"


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
    """The index of these parts, made as far as it is missing. `progress` is told how many parts are done, and of all."""
    ids = [part for part, _ in parts]
    found = index_of(root, ids)
    if found is not None:
        return found
    (root / _FOLDER).mkdir(exist_ok=True)
    kept = _usable(root, set(ids))
    covered = {one.part for segment in kept for one in segment.parts}
    missing = [one for one in parts if one[0] not in covered]
    with tempfile.TemporaryDirectory(prefix=".making-", dir=root / _FOLDER) as scratch:
        new = []
        for done, segment in enumerate(_indexed(Path(scratch), missing, jobs), len(parts) - len(missing) + 1):
            new.append((segment, Path(scratch)))
            if progress is not None:
                progress(done, len(parts))
        segments = _arranged(root, [(segment, root / _FOLDER) for segment in kept] + new, set(ids), Path(scratch))
    settle(root / _FOLDER)
    facts = {"version": INDEX_VERSION, "segments": [asdict(one) for one in segments]}
    write(list_of(root, ids), json.dumps(facts, indent=1).encode() + b"\n")
    return segments


def index_part(part: str, files: Sequence[Path], folder: Path) -> Segment:
    """Index one part alone: its folder appears in `folder` when it is whole."""
    from scio_transcripts.corpus.runs import index_turns

    own = _key([part])
    with _new_folder(folder / own) as made:
        turns = index_turns(part, files, made / "terms.parquet", made / "turns.parquet")
    return Segment(own, (Indexed(part, 0, turns),))


def remove_unused(root: Path, snapshots: Sequence[Sequence[str]]) -> None:
    """Remove every list and segment that is not of one of these snapshots, each given as the ids of its parts.

    For a build that holds the lock, and knows which snapshots may still be read.
    """
    folder = root / _FOLDER
    lists = {list_of(root, parts) for parts in snapshots}
    used = {segment.id for path in lists for segment in _listed(path) or ()}
    for path in list(folder.iterdir()) if folder.is_dir() else []:
        if path.suffix == ".json" and path not in lists:
            path.unlink(missing_ok=True)
        elif path.is_dir() and path.name not in used and not path.name.startswith("."):
            shutil.rmtree(path, ignore_errors=True)


def _indexed(scratch: Path, parts: Sequence[Turns], jobs: int | None) -> Iterable[Segment]:
    """Each part as a segment of its own, in order, made by as many processes as there are cores."""
    workers = min(jobs or os.cpu_count() or 1, len(parts))
    if workers <= 1:
        for part, files in parts:
            yield index_part(part, files, scratch)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(index_part, *zip(*parts, strict=True), [scratch] * len(parts))


def _usable(root: Path, parts: set[str]) -> list[Segment]:
    """Segments of any earlier index that hold some of these parts, none twice; the largest first."""
    known = {
        segment.id: segment
        for path in sorted((root / _FOLDER).glob("*.json"))
        for segment in _listed(path) or ()
        if _whole(root, segment)
    }
    chosen: list[Segment] = []
    covered: set[str] = set()
    for segment in sorted(known.values(), key=lambda one: (-one.turns, one.id)):
        mine = {one.part for one in segment.parts} & parts
        if mine and not mine & covered:
            chosen.append(segment)
            covered |= mine
    return chosen


def _arranged(root: Path, given: list[tuple[Segment, Path]], parts: set[str], scratch: Path) -> tuple[Segment, ...]:
    """The segments in their places, merged where they are too many, with nothing of other parts in them."""
    whole = [one for one in given if one[1] != scratch and {i.part for i in one[0].parts} <= parts]
    others = [one for one in given if one not in whole]
    while others or len(whole) > _MOST_SEGMENTS:
        whole.sort(key=lambda one: one[0].turns)
        # A small segment is merged again with each build, a large one seldom: in all, each turn only a few times.
        while whole and len(others) < _TOGETHER and _is_small(whole, others):
            others.append(whole.pop(0))
        batch, others = others[:_TOGETHER], others[_TOGETHER:]
        whole.append((_merged(root, batch, parts), root / _FOLDER))
    return tuple(sorted((segment for segment, _ in whole), key=lambda one: one.id))


def _is_small(whole: list[tuple[Segment, Path]], others: list[tuple[Segment, Path]]) -> bool:
    return len(whole) >= _MOST_SEGMENTS or whole[0][0].turns < 2 * sum(one.turns for one, _ in others)


def _merged(root: Path, given: Sequence[tuple[Segment, Path]], parts: set[str]) -> Segment:
    """One segment of several, with these parts alone."""
    from scio_transcripts.corpus.merge import Input, Stretch, merge

    inputs, kept, place = [], [], 0
    for segment, folder in given:
        stretches = []
        for one in segment.parts:
            if one.part in parts:
                count = one.end - one.begin
                stretches.append(Stretch(begin=one.begin, end=one.end, to=place))
                kept.append(Indexed(one.part, place, place + count))
                place += count
        own = folder / segment.id
        inputs.append(Input(terms=own / "terms.parquet", turns=own / "turns.parquet", kept=stretches))
    new = Segment(_key([one.part for one in kept]), tuple(kept))
    if not _whole(root, new):
        with _new_folder(new.folder(root)) as made:
            merge(inputs, made / "terms.parquet", made / "turns.parquet")
    return new


class _new_folder:  # noqa: N801 - it reads as a function
    """A folder that gets its name when all is in it. Where another process was quicker, its own is kept."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._made = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))

    def __enter__(self) -> Path:
        return self._made

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                for path in self._made.iterdir():
                    with path.open("rb") as file:
                        os.fsync(file.fileno())
                self._made.chmod(0o755)
                try:
                    self._made.replace(self._target)
                except OSError:
                    if not self._target.is_dir():
                        raise
        finally:
            shutil.rmtree(self._made, ignore_errors=True)


def _listed(path: Path) -> tuple[Segment, ...] | None:
    try:
        facts = json.loads(path.read_bytes())
        if facts["version"] != INDEX_VERSION:
            return None
        return tuple(
            Segment(one["id"], tuple(Indexed(i["part"], i["begin"], i["end"]) for i in one["parts"]))
            for one in facts["segments"]
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None  # it can be made again


def _whole(root: Path, segment: Segment) -> bool:
    return all((segment.folder(root) / name).is_file() for name in ("terms.parquet", "turns.parquet"))


def _key(parts: Sequence[str]) -> str:
    facts = json.dumps([INDEX_VERSION, *parts])
    return hashlib.sha256(facts.encode("utf-8", "backslashreplace")).hexdigest()[:24]
