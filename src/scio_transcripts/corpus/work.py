"""From a plan to parts: what is not there yet is parsed, and put aside piece by piece.

In: planned parts, an engine. Out: parts on the disk. Promises: what has been parsed is never parsed again after an
interruption; memory holds a few batches, however many there are; a source that changes meanwhile is told and its
part left out. Knows nothing of snapshots.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pyarrow as pa

from scio_transcripts.corpus.before import Before, is_whole
from scio_transcripts.corpus.engines import Engine
from scio_transcripts.corpus.layout import Layout
from scio_transcripts.corpus.manifest import Part, read_part
from scio_transcripts.corpus.parser import Reader
from scio_transcripts.corpus.parts import part_id_of, source_row, write_part
from scio_transcripts.corpus.plan import Bundle, Planned, facts_of, pieces
from scio_transcripts.corpus.progress import Progress, Watch
from scio_transcripts.corpus.references import REFERENCES, Changed, with_content
from scio_transcripts.corpus.results import Results, Told, told
from scio_transcripts.corpus.scan import Found
from scio_transcripts.errors import CorpusError

_BEHIND = 8
"""Results that wait to be written."""
Besides = Callable[[Part], tuple[Any, ...]]
"""Gives what a process can do with a new part while others are made: a function with its arguments."""


@dataclass(slots=True)
class _Open:
    """A part that is being made."""

    planned: Planned
    keys: list[str] = field(default_factory=list)
    left: set[str] = field(default_factory=set)
    """Keys of pieces without a result."""


class Work:
    """Makes the parts that are missing."""

    def __init__(self, layout: Layout, before: Before, reader: Reader, watch: Watch, besides: Besides) -> None:
        self._layout = layout
        self._results = Results(layout)
        self._before = before
        self._reader = reader
        self._watch = watch
        self._progress = Progress("parsing")
        self._open: dict[str, _Open] = {}
        """The part that each key is of."""
        self._under_way: deque[Future[object]] = deque()
        self._besides_of = besides
        self._new: deque[Part] = deque()
        """Parts for which there may be something to do besides."""
        self.parts: dict[str, Part] = {}
        """What is there, by base."""
        self.problems = 0
        """Sources that are known to be unreadable already."""
        self.changed: set[str] = set()
        """Sources that are no longer what they were when they were hashed."""
        self._by_reference = False

    def make(self, planned: Sequence[Planned], engine: Engine, jobs: int | None) -> None:
        """Make every part that is not there."""
        missing = []
        self._progress = Progress("parsing", total=sum(part.count for part in planned), problems=self.problems)
        for part in planned:
            if (there := self._there(part.id)) is not None:
                self.parts[part.id] = there
                self._progress.done += part.count
            else:
                missing.append(part)
        self._watch(self._progress)
        if not missing:
            return
        self._by_reference = engine.reads
        with ThreadPoolExecutor(1) as self._writer:
            # The largest first: what is left when the others are done is soon done, too.
            missing.sort(key=lambda part: -part.size)
            results = engine(self._batches(missing), self._results.put, jobs=jobs, between=self._besides)
            for key, result in results:
                if isinstance(result, Changed):
                    self.changed.update(result.uris)
                else:
                    self._settle(self._open[key], key, result)
            while self._under_way:
                self._under_way.popleft().result()

    def _besides(self) -> Iterator[tuple[Any, ...]]:
        while self._new:
            yield self._besides_of(self._new.popleft())

    def _later(self, task: Callable[..., object], *arguments: Any) -> None:
        """Write beside the parsing, one thing after the other, and not far behind."""
        self._under_way.append(self._writer.submit(task, *arguments))
        while len(self._under_way) > _BEHIND or (self._under_way and self._under_way[0].done()):
            self._under_way.popleft().result()

    def _there(self, base: str) -> Part | None:
        """A whole part that an earlier build made."""
        if base in self._before.parts:
            return self._before.parts[base]
        if self._layout.part(base).exists():
            try:
                part = read_part(self._layout, base)
            except CorpusError:
                return None
            if is_whole(self._layout, part):
                return part
        return None

    def _batches(self, planned: Sequence[Planned]) -> Iterator[tuple[str, pa.RecordBatch]]:
        """Everything that has to be parsed, in order; results that are known are put into their parts on the way."""
        for part in planned:
            rest = self._reused(part)
            opened = _Open(part)
            for number, result in enumerate(rest.results):
                opened.keys.append(key := f"{part.id}-{number}")
                self._later(self._results.put, key, result)
            waiting = [(part_id_of(str(self._reader), *map(facts_of, piece)), piece) for piece in pieces(rest.bundles)]
            opened.keys += [key for key, _ in waiting]
            opened.left = {key for key, _ in waiting}
            if not waiting:
                self._later(self._finish, opened)
            for key, piece in waiting:
                self._open[key] = opened
                if (result := self._results.read(key)) is not None:
                    self._settle(opened, key, told(result))
                elif (batch := self._batch(piece)) is not None:
                    yield key, batch

    def _reused(self, part: Planned) -> _Rest:
        """What the snapshot before knows of a part, and the bundles that it does not know."""
        same = self._before.manifest is not None and self._before.reader == str(self._reader)
        kept = [bundle for bundle in part.bundles if bundle.is_kept]
        known = self._before.known(part.bundles if same else kept)
        self._progress.done += sum(len(b.sources) for b in part.bundles if b.key in known)
        self._watch(self._progress)
        rows = [row for rows in known.values() for row in rows]
        return _Rest(self._before.results(rows), [b for b in part.bundles if b.key not in known])

    def _batch(self, piece: Sequence[Bundle]) -> pa.RecordBatch | None:
        """The pages of a piece, or where they are; None where one is not what it was."""
        sources = [(bundle, source) for bundle in piece for source in bundle.sources]
        if archived := [source for _, source in sources if source.archive is not None]:
            from scio_transcripts.corpus.archives import put_aside

            put_aside(archived, self._layout)
        rows = [
            {
                "uri": source.uri,
                "path": os.fsencode(self._place(source)),
                "size": source.size,
                "sha256": source.sha256,
                "bundle": bundle.key,
                "media_type": source.media_type,
                "charset": source.charset,
                "encoding": self._reader.encoding,
                "dialect": self._reader.dialect,
                "crawled": source.archive is not None,
            }
            for bundle, source in sources
        ]
        references = pa.RecordBatch.from_pylist(rows, schema=REFERENCES)
        if self._by_reference:
            return references
        found = with_content(references)
        if isinstance(found, Changed):
            self.changed.update(found.uris)
            return None
        return found

    def _place(self, source: Found) -> Path:
        place = Path(source.path) if source.archive is None else self._layout.page(source.sha256 or "")
        return place.absolute()

    def _settle(self, opened: _Open, key: str, result: Told) -> None:
        """A piece is done; with the last one, so is its part."""
        del self._open[key]
        opened.left.discard(key)
        self._progress.done += result.sources
        self._progress.problems += result.problems
        self._watch(self._progress)
        if not opened.left:
            self._later(self._finish, opened)

    def _finish(self, opened: _Open) -> None:
        planned = opened.planned
        batches = [batch for key in opened.keys if (batch := self._results.read(key)) is not None]
        sources = [source_row(source, bundle.key) for bundle in planned.bundles for source in bundle.sources]
        self.parts[planned.id] = part = write_part(self._layout, planned.id, batches, sources)
        self._new.append(part)
        for key in opened.keys:
            self._results.remove(key)


@dataclass(frozen=True, slots=True)
class _Rest:
    results: Iterator[pa.RecordBatch]
    bundles: list[Bundle]
