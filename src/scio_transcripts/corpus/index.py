"""The search index of a corpus: made beside its data, found by its readers.

In: the parts of a snapshot. Out: segments: immutable folders with the terms and turns of some parts, and a list that
says which segments are the index of just these parts. Promises: all of it can be removed and made again; a list appears
in one step, after its segments; segments whose parts are all still there are used again; memory is bounded; whoever
makes an index needs no lock. Knows no queries.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from scio_transcripts.corpus.arrange import arranged, usable
from scio_transcripts.corpus.layout import settle, sha256_of
from scio_transcripts.corpus.manifest import write
from scio_transcripts.corpus.segments import (
    FACTS,
    FILES,
    FOLDER,
    INDEX_VERSION,
    Indexed,
    Segment,
    is_whole,
    key_of,
    listed,
    new_folder,
    segment_of,
    tell,
)
from scio_transcripts.errors import CorpusError

_FORGOTTEN = 24 * 3600
"""Seconds after which a half-made folder belongs to nobody."""
Turns = tuple[str, tuple[Path, ...]]
"""A part's id, and its files of turns."""
Call = Callable[[Any], tuple[Any, ...]]
Each = Callable[..., Iterator[tuple[Any, Any]]]
"""As `Engine.each_here`."""


def list_of(root: Path, parts: Iterable[str]) -> Path:
    """The file that lists the segments of the index of just these parts."""
    return root / FOLDER / f"{key_of(sorted(parts))}.json"


def index_of(root: Path, parts: Sequence[str]) -> tuple[Segment, ...] | None:
    """The segments that index just these parts; None where there is no such index, or it is not whole."""
    segments = listed(list_of(root, parts))
    return segments if segments is not None and all(is_whole(root, one) for one in segments) else None


def make_index(
    root: Path,
    parts: Sequence[Turns],
    *,
    jobs: int | None = None,
    each: Each | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[Segment, ...]:
    """The index of these parts, made as far as it is missing, by `jobs` processes: those of `each`, or its own.

    `progress` is told how many parts are done, and of how many.
    """
    ids = [part for part, _ in parts]
    found = index_of(root, ids)
    if found is not None:
        return found
    (root / FOLDER).mkdir(exist_ok=True)
    kept = usable(root, set(ids))
    covered = {one.part for segment in kept for one in segment.parts}
    missing = [one for one in parts if one[0] not in covered]
    rest = [one for one in missing if segment_of(root, key_of([one[0]])) is None]
    run = partial(_results, root, jobs, each)
    rest.sort(key=lambda one: -sum(file.stat().st_size for file in one[1]))  # the largest first: all end together
    for done, _ in enumerate(run(lambda one: (index_part, root, *one), rest), len(parts) - len(rest) + 1):
        if progress is not None:
            progress(done, len(parts))
    new = [_made(root, part) for part, _ in missing]
    segments = arranged(root, kept, new, set(ids), run)
    settle(root / FOLDER)
    facts = {"version": INDEX_VERSION, "segments": [asdict(one) for one in segments]}
    write(list_of(root, ids), json.dumps(facts, indent=1).encode() + b"\n")
    return segments


def _made(root: Path, part: str) -> Segment:
    segment = segment_of(root, key_of([part]))
    if segment is None:
        reason = "some of its search index was removed while it was made"
        raise CorpusError(str(root), reason, "run: scio-transcripts corpus index")
    return segment


def index_part(root: Path, part: str, files: Sequence[Path]) -> None:
    """Index one part alone, where that is not done: a segment of its own."""
    from scio_transcripts.corpus.runs import index_turns

    own = key_of([part])
    if segment_of(root, own) is None:
        with new_folder(root / FOLDER / own) as made:
            turns = index_turns(part, files, made / "terms.parquet", made / "turns.parquet")
            tell(made, Segment(own, (Indexed(part, 0, turns),)))


def damaged(root: Path, parts: Sequence[str]) -> Iterator[str]:
    """The files of the index of these parts, by their paths in the corpus, that are not as they were written."""
    for segment in listed(list_of(root, parts)) or ():
        if segment_of(root, segment.id) != segment:
            yield (segment.folder(root) / FACTS).relative_to(root).as_posix()
        else:
            for path in _damaged(segment.folder(root)):
                yield path.relative_to(root).as_posix()


def _damaged(folder: Path) -> Iterator[Path]:
    """The files of one segment that have not the hashes that it names."""
    try:
        hashes = dict(json.loads((folder / FACTS).read_bytes())["files"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        hashes = {}
    for name in FILES:
        if name != FACTS and sha256_of(folder / name) != hashes.get(name):
            yield folder / name


def remove_damaged(root: Path, parts: Sequence[str]) -> None:
    """Remove every segment that is not as it was written: those of these parts, and those that they can be made of."""
    for name in list(damaged(root, parts)):
        shutil.rmtree((root / name).parent, ignore_errors=True)
    for path in list((root / FOLDER).glob("[0-9a-f]*/")):
        if segment_of(root, path.name) is None or any(_damaged(path)):
            shutil.rmtree(path, ignore_errors=True)


def remove_unused(root: Path, snapshots: Iterable[Sequence[str]]) -> None:
    """Remove every list and segment that is not of one of these snapshots, each given as the ids of its parts.

    For a build that holds the lock, and knows which snapshots may still be read.
    """
    folder = root / FOLDER
    lists = {list_of(root, parts) for parts in snapshots}
    used = {segment.id for path in lists for segment in listed(path) or ()}
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


def _results(root: Path, jobs: int | None, each: Each | None, call: Call, items: Sequence[Any]) -> Iterator[Any]:
    """Call a function for each item, in as many processes as are wanted; in this one where there is one item."""
    if jobs == 1 or len(items) < 2:
        for item in items:
            function, *arguments = call(item)
            yield function(*arguments)
        return
    if each is None:
        from scio_transcripts.corpus.engines import local  # it brings the whole parser, which no reader needs

        each = local.each
    for _, result in each(call, items, jobs=jobs):
        if isinstance(result, Exception):
            reason = "a process that made the search index was ended"
            raise CorpusError(str(root), reason, "run: scio-transcripts corpus index")
        yield result
