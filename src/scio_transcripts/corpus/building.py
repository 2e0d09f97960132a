"""Building a corpus: from sources to a snapshot.

In: files, folders, patterns, web archives. Out: a folder as `Corpus` reads it. Promises: whenever it is stopped, the
next build goes on from there; the current snapshot stays readable until the next one takes its place in one step; the
same sources give the same bytes, whatever the engine, the number of jobs and the interruptions.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scio_transcripts.corpus.before import Before
from scio_transcripts.corpus.engines import Engine, opened
from scio_transcripts.corpus.index import index_part, make_index
from scio_transcripts.corpus.layout import Layout, told, writing
from scio_transcripts.corpus.manifest import Part, manifest_of
from scio_transcripts.corpus.parser import Reader, parser_version
from scio_transcripts.corpus.plan import Planned, bundles_of, plan
from scio_transcripts.corpus.progress import Progress, Watch
from scio_transcripts.corpus.scan import Found
from scio_transcripts.corpus.snapshot import clear
from scio_transcripts.corpus.sources import sources_of
from scio_transcripts.corpus.store import Corpus
from scio_transcripts.errors import ArgumentError, CorpusError, SourceError

_ROUNDS = 3
"""How often sources are looked at again that change while they are read."""


class InputError(ArgumentError):
    """What was asked to be read makes no sense."""


def build(
    inputs: Sequence[str | Path],
    target: str | Path,
    *,
    engine: str | Engine = "local",
    jobs: int | None = None,
    address: str | None = None,
    encoding: str | None = None,
    dialect: str | None = None,
    check_all: bool = False,
    watch: Watch | None = None,
) -> Corpus:
    """Make a corpus of files, folders, patterns and web archives, or bring it up to date.

    What the corpus knows already is not parsed again. `jobs`: number of processes, by default one a core. `address`:
    of a cluster, for the engine `ray`. `check_all`: files whose size and time are what they were are hashed too. A
    source that cannot be read stops nothing: it stands in the quality report. Raises `CorpusError` where the folder
    cannot be used, or where the corpus would lose sources while one that is named is not there; and `SourceError`
    where none is there. The corpus is then as it was.
    """
    given = [os.fsdecode(one) for one in inputs]
    if not given:
        raise InputError("there is nothing to read; name files, folders, patterns or web archives")
    if "-" in given:
        raise InputError("standard input cannot be read again; name files, folders, patterns or web archives")
    if dialect is not None:
        from scio_transcripts.dialects import named

        named(dialect)
    reader = Reader(parser=parser_version(), encoding=encoding, dialect=dialect)
    with opened(engine, address) as runs, writing(Path(target)) as layout, told(target):
        _Build(layout, Before(layout), reader, watch).run(
            given, str(Path.cwd()), runs, jobs=jobs, check_all=check_all, keep=False, careful=True
        )
    return Corpus(target)


def update(
    target: str | Path,
    *,
    engine: str | Engine = "local",
    jobs: int | None = None,
    address: str | None = None,
    keep: bool = True,
    check_all: bool = False,
    watch: Watch | None = None,
) -> Corpus:
    """Look at the sources of a corpus again. `keep`: what is no longer there stays in the corpus as it was read."""
    manifest = manifest_of(Path(target))
    options = manifest.options
    reader = Reader(parser=parser_version(), encoding=options.get("encoding"), dialect=options.get("dialect"))
    with opened(engine, address) as runs, writing(Path(target)) as layout, told(target):
        before = Before(layout)
        current = before.manifest or manifest
        _Build(layout, before, reader, watch).run(
            list(current.inputs), current.base, runs, jobs=jobs, check_all=check_all, keep=keep
        )
    return Corpus(target)


class _Build:
    """One build."""

    def __init__(self, layout: Layout, before: Before, reader: Reader, watch: Watch | None) -> None:
        self._layout = layout
        self._before = before
        self._reader = reader
        self._watch = watch or (lambda _progress: None)

    def run(
        self,
        inputs: list[str],
        base: str,
        engine: Engine,
        *,
        jobs: int | None,
        check_all: bool,
        keep: bool,
        careful: bool = False,
    ) -> None:
        """From the sources to the current snapshot. `keep`: also what is gone. `careful`: nothing goes by a slip."""
        changed: set[str] = set()
        for left in reversed(range(_ROUNDS)):
            sources = sources_of(
                inputs,
                base,
                self._layout,
                self._before,
                each=engine.each,
                jobs=jobs,
                check_all=check_all,
                seen=self._seen,
            )
            if careful:
                self._refuse_loss(sources)
            for source in sources:
                if source.uri in changed and source.status == "read" and not left:
                    source.status, source.error = "error", "changes while it is read; build again when it is still"
            if keep:
                sources = self._with_kept(sources)
            planned = plan([one for one in sources if one.is_read], str(self._reader))
            if self._is_current(planned, sources, inputs, base):
                parts = list(self._before.parts.values())
                self._index(parts, engine, jobs)
                clear(self._layout, parts, self._before.manifest)
                return
            made, changed = self._made(planned, sources, engine, jobs)
            if not changed:
                break
            check_all = True
        self._commit([made[part.id] for part in planned], sources, inputs, base, engine, jobs)

    def _refuse_loss(self, sources: Sequence[Found]) -> None:
        """A source that is not there is sooner a slip, or a disk that is not there, than a wish to lose pages."""
        absent = [one for one in sources if one.is_absent]
        if not absent:
            return
        first = f"{absent[0].uri}: {absent[0].error}"
        if len(absent) == len(sources):
            raise SourceError(absent[0].uri, absent[0].error or "is not there")
        there = {(one.uri, one.archive) for one in sources}
        known = self._before.sources.select(["uri", "archive", "status"]).to_pylist()
        gone = [row for row in known if row["status"] in {"read", "kept"} and (row["uri"], row["archive"]) not in there]
        if gone:
            reason = f"would lose {len(gone):,} of its sources, such as {gone[0]['uri']}, because {first}"
            hint = "nothing was changed; to keep or remove what is gone, use: scio-transcripts corpus update"
            raise CorpusError(str(self._layout.root), reason, hint)

    def _is_current(self, planned: Sequence[Planned], sources: Sequence[Found], inputs: list[str], base: str) -> bool:
        """Whether there is nothing to do: found out without what parses and writes, which takes a while to load."""
        current = self._before.manifest
        if current is None or (list(current.inputs), current.base) != (inputs, base):
            return False
        return self._before.is_current([part.id for part in planned], sources, str(self._reader))

    def _made(
        self, planned: Sequence[Planned], sources: Sequence[Found], engine: Engine, jobs: int | None
    ) -> tuple[dict[str, Part], set[str]]:
        """The parts by base, and the sources that have changed meanwhile."""
        from scio_transcripts.corpus.work import Work

        work = Work(self._layout, self._before, self._reader, self._watch, self._indexing)
        work.problems = sum(one.status == "error" for one in sources)
        work.make(planned, engine, jobs)
        return work.parts, work.changed

    def _commit(
        self,
        parts: Sequence[Part],
        sources: Sequence[Found],
        inputs: list[str],
        base: str,
        engine: Engine,
        jobs: int | None,
    ) -> None:
        from scio_transcripts.corpus.snapshot import commit, listed, told_apart

        parts = told_apart(self._layout, parts)
        self._index(parts, engine, jobs)
        table = listed(self._layout, parts, sources)
        manifest = commit(self._layout, parts, table, inputs=inputs, base=base, reader=self._reader)
        clear(self._layout, parts, manifest, self._before.manifest)

    def _seen(self, done: int, total: int) -> None:
        self._watch(Progress("looking", done, total))

    def _with_kept(self, sources: list[Found]) -> list[Found]:
        """The sources, and those that are gone, where what was read of them can stay."""
        there = {(one.uri, one.archive) for one in sources if one.status != "error"}
        names = ("uri", "archive", "size", "mtime", "sha256", "media_type", "charset", "captured")
        gone = [
            Found(status="kept", **{name: row[name] for name in names})
            for row in self._before.sources.to_pylist()
            if row["status"] in {"read", "kept"} and (row["uri"], row["archive"]) not in there
        ]
        while gone:
            names_gone = {(one.uri, one.archive) for one in gone}
            rest = [one for one in sources if (one.uri, one.archive) not in names_gone]
            together = sorted([*rest, *gone], key=lambda one: (one.uri, one.archive or ""))
            bundles = [b for b in bundles_of([s for s in together if s.is_read]) if b.is_kept]
            known = self._before.known(bundles)
            lost = {s.uri for b in bundles if b.key not in known for s in b.sources if s.status == "kept"}
            if not lost:
                return together
            gone = [one for one in gone if one.uri not in lost]
        return sources

    def _index(self, parts: Sequence[Part], engine: Engine, jobs: int | None) -> None:
        """Make the search index of the parts, before a snapshot names them."""
        progress = Progress("indexing", total=len(parts))

        def told(done: int, _total: int) -> None:
            progress.done = done
            self._watch(progress)

        turns = [(part.id, part.paths(self._layout.root, "turns")) for part in parts]
        make_index(self._layout.root, turns, jobs=jobs, each=engine.each_here, progress=told)

    def _indexing(self, part: Part) -> tuple[Any, ...]:
        """What a process does for the search index as soon as a part is there."""
        return index_part, self._layout.root, part.id, part.paths(self._layout.root, "turns")
