"""What the current snapshot knows already: hashes of files that look the same, documents of pages that are the same.

In: a corpus, or none. Out: facts of its sources, and results as the kernel gave them. Promises: what it gives is what
parsing again would give, as long as the parser is the same. Knows nothing of parsing.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from scio_transcripts.corpus.layout import Layout
from scio_transcripts.corpus.manifest import Manifest, Part, read_manifest, read_part
from scio_transcripts.corpus.parser import Reader
from scio_transcripts.corpus.plan import Bundle
from scio_transcripts.corpus.reading import read_rows
from scio_transcripts.corpus.scan import Found
from scio_transcripts.corpus.schema import SOURCES
from scio_transcripts.corpus.store import document_of, opened
from scio_transcripts.errors import CorpusError

Row = dict[str, Any]
_NONE = pa.Table.from_batches([], SOURCES)


class Before:
    """The snapshot that a build begins from. What of it cannot be read is as if it were not there."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self.manifest: Manifest | None = read_manifest(layout.root)
        self.parts: dict[str, Part] = {}
        """Whole parts of the snapshot, by their base."""
        self.sources = _NONE
        if self.manifest is not None:
            for named in self.manifest.parts if self.manifest.is_of_this_version else ():
                try:
                    part = read_part(layout, named.id, named.sha256)
                except CorpusError:
                    continue
                if is_whole(layout, part):
                    self.parts[part.base] = part
            self.sources = _read(layout.root / self.manifest.sources.path)
        self._by_id = {part.id: part for part in self.parts.values()}

    @property
    def reader(self) -> str:
        """What the snapshot was read with."""
        if self.manifest is None:
            return ""
        options = self.manifest.options
        return str(
            Reader(parser=self.manifest.parser, encoding=options.get("encoding"), dialect=options.get("dialect"))
        )

    def is_current(self, planned: Sequence[str], sources: Sequence[Found], reader: str) -> bool:
        """Whether the snapshot is what a build of these parts and sources would make."""
        if self.manifest is None or not self.manifest.is_of_this_version:
            return False
        if self.reader != reader or list(self.parts) != list(planned):
            return False
        if not _is_json(self._layout.root / self.manifest.quality):
            return False
        names = ("uri", "archive", "sha256", "size", "mtime")
        columns = (self.sources[name].to_pylist() for name in (*names, "status", "error", "part"))
        then = Counter(
            (*facts, *(("read", status == "kept") if part else (status, error)))
            for *facts, status, error, part in zip(*columns, strict=True)
        )
        now = Counter(
            (
                *(getattr(source, name) for name in names),
                *(("read", source.status == "kept") if source.is_read else (source.status, source.error)),
            )
            for source in sources
        )
        return then == now

    def files(self) -> dict[str, tuple[int, int, str]]:
        """Size, time and hash of every file that was read, by its name."""
        rows = self.sources.filter(pc.is_valid(self.sources["mtime"]))
        columns = (rows[name].to_pylist() for name in ("uri", "size", "mtime", "sha256"))
        return {uri: (size, mtime, sha256) for uri, size, mtime, sha256 in zip(*columns, strict=True) if sha256}

    def pages(self, archive: str) -> list[Row]:
        """The pages of one archive."""
        rows: list[Row] = self.sources.filter(pc.equal(self.sources["archive"], archive)).to_pylist()
        return rows

    def archive(self, uri: str) -> Row | None:
        """What is known of one archive itself."""
        chosen = pc.and_(pc.equal(self.sources["uri"], uri), pc.equal(self.sources["status"], "archive"))
        rows: list[Row] = self.sources.filter(chosen).to_pylist()
        return rows[0] if rows else None

    def known(self, bundles: Sequence[Bundle]) -> dict[str, list[Row]]:
        """Of some bundles, those that the snapshot read from the very same sources, with the rows of these."""
        wanted = pa.array([bundle.key for bundle in bundles], pa.string())
        rows: dict[str, list[Row]] = {}
        for row in self.sources.filter(pc.is_in(self.sources["bundle"], wanted)).to_pylist():
            rows.setdefault(row["bundle"], []).append(row)
        return {bundle.key: rows[bundle.key] for bundle in bundles if self._is_same(bundle, rows.get(bundle.key, ()))}

    def _is_same(self, bundle: Bundle, rows: Sequence[Row]) -> bool:
        then = sorted((r["uri"], r["sha256"], r["media_type"] or "", r["charset"] or "") for r in rows)
        now = sorted((s.uri, s.sha256, s.media_type or "", s.charset or "") for s in bundle.sources)
        return then == now and {row["part"] for row in rows} <= self._by_id.keys()

    def results(self, rows: Sequence[Row]) -> Iterator[pa.RecordBatch]:
        """What the kernel gave for these sources, out of the store."""
        from scio_transcripts.corpus.kernel import Outcome, batch_of

        root = self._layout.root
        bundles: dict[str, str] = {}
        uris: dict[str, list[str]] = {}
        missing: list[Outcome] = []
        for row in rows:
            for own in row["transcripts"]:
                bundles[own] = row["bundle"]
                uris.setdefault(own, []).append(row["uri"])
            if not row["transcripts"]:
                error = row["error"] if row["status"] == "error" else None
                missing.append(Outcome(row["bundle"], [row["uri"]], error=error))
        if missing:
            yield batch_of(missing)
        for part in sorted({row["part"] for row in rows}):
            for found in self._documents(self._by_id[part], pa.array(sorted(bundles), pa.string())):
                outcomes = [
                    Outcome(bundles[own], uris[own], document_of(root, own, document), document=document)
                    for own, document in found
                ]
                yield batch_of(outcomes)

    def _documents(self, part: Part, wanted: pa.Array) -> Iterator[list[tuple[str, str]]]:
        for file in part.files:
            if file.table != "documents":
                continue
            with opened(self._layout.root / file.path, ["transcript", "document"]) as parquet:
                for group in range(parquet.num_row_groups):
                    ids = parquet.read_row_group(group, columns=["transcript"]).column(0)
                    chosen = pc.is_in(ids, wanted)
                    if pc.any(chosen).as_py():
                        rows = parquet.read_row_group(group, columns=["transcript", "document"]).filter(chosen)
                        yield list(zip(rows.column(0).to_pylist(), rows.column(1).to_pylist(), strict=True))


def is_whole(layout: Layout, part: Part) -> bool:
    """Whether the files of a part are there, as far as their sizes show."""
    try:
        return all((layout.root / file.path).stat().st_size == file.size for file in (part.sources, *part.files))
    except OSError:
        return False


def _read(path: Path) -> pa.Table:
    try:
        rows = read_rows(path)
        rows.validate(full=True)
        return rows.cast(SOURCES) if rows.schema.names == SOURCES.names else _NONE
    except (OSError, pa.ArrowException):
        return _NONE


def _is_json(path: Path) -> bool:
    """Whether a file is there and whole."""
    try:
        json.loads(path.read_bytes())
    except (OSError, ValueError):
        return False
    return True
