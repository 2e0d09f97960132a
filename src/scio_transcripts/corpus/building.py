"""Building a corpus: from sources to a snapshot.

In: files and folders. Out: a folder as `Corpus` reads it. Promises: whenever it is stopped, the next build goes on
from there; the current snapshot stays readable until the next one takes its place in one step.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from scio_transcripts.corpus.engines import engine_named
from scio_transcripts.corpus.layout import Layout, told, writing
from scio_transcripts.corpus.manifest import Manifest, Named, Part, read_part, write
from scio_transcripts.corpus.parser import parser_version
from scio_transcripts.corpus.parts import part_id_of, write_part, write_table
from scio_transcripts.corpus.plan import Bundle, Planned, plan
from scio_transcripts.corpus.scan import Found, look
from scio_transcripts.corpus.schema import BATCH_IN, SOURCES
from scio_transcripts.corpus.store import Corpus
from scio_transcripts.model import SCHEMA_VERSION
from scio_transcripts.writers.arrow import TABLES_VERSION


def build(
    inputs: Sequence[str | Path], target: str | Path, *, engine: str = "local", jobs: int | None = None
) -> Corpus:
    """Make a corpus of files, folders and patterns, or bring it up to date."""
    root = Path(target)
    with writing(root) as layout, told(root):
        sources = look([str(one) for one in inputs], str(Path.cwd()))
        for source in sources:
            if source.status == "read":
                source.sha256 = hashlib.sha256(Path(source.path).read_bytes()).hexdigest()
        parts = plan([s for s in sources if s.status == "read"], parser_version())
        done = [_part(layout, part, engine, jobs) for part in parts]
        rows = [row for part in done for row in pq.read_table(root / part.sources.path, partitioning=None).to_pylist()]
        rows += [_row(s, "") | {"status": s.status, "error": s.error} for s in sources if s.status != "read"]
        rows.sort(key=lambda row: row["uri"])
        snapshot = part_id_of(parser_version(), rows)
        listed = write_table(
            layout, layout.sources(snapshot), "sources", None, pa.Table.from_pylist(rows, schema=SOURCES)
        )
        write(layout.quality(snapshot), json.dumps({}).encode())
        manifest = Manifest(
            schema_version=SCHEMA_VERSION,
            tables_version=TABLES_VERSION,
            parser=parser_version(),
            snapshot=snapshot,
            inputs=tuple(str(one) for one in inputs),
            base=str(Path.cwd()),
            sources=listed,
            quality=layout.quality(snapshot).relative_to(root).as_posix(),
            parts=tuple(_named(layout, part) for part in done),
        )
        write(layout.manifest, manifest.to_bytes())
    return Corpus(root)


def update(target: str | Path) -> Corpus:
    """Look at the sources of a corpus again."""
    manifest = Corpus(target).manifest
    return build([os.path.join(manifest.base, one) for one in manifest.inputs], target)  # noqa: PTH118


def _part(layout: Layout, planned: Planned, engine: str, jobs: int | None) -> Part:
    if layout.part(planned.id).exists():
        return read_part(layout, planned.id)
    batches = ((str(number), _batch(bundles)) for number, bundles in enumerate(planned.batches()))
    results = dict(engine_named(engine)(batches, jobs=jobs))
    sources = [_row(source, bundle.key) for bundle in planned.bundles for source in bundle.sources]
    return write_part(layout, planned.id, [results[key] for key in sorted(results, key=int)], sources)


def _row(source: Found, bundle: str) -> dict[str, object]:
    return {
        "uri": source.uri,
        "archive": source.archive,
        "sha256": source.sha256,
        "size": source.size,
        "bundle": bundle,
        "transcripts": [],
    }


def _batch(bundles: Sequence[Bundle]) -> pa.RecordBatch:
    def rows() -> Iterator[dict[str, object]]:
        for bundle in bundles:
            for source in bundle.sources:
                yield {"uri": source.uri, "content": Path(source.path).read_bytes(), "bundle": bundle.key}

    return pa.RecordBatch.from_pylist(list(rows()), schema=BATCH_IN)


def _named(layout: Layout, part: Part) -> Named:
    digest = hashlib.sha256(layout.part(part.id).read_bytes()).hexdigest()
    return Named(id=part.id, sha256=digest, sources=part.sources.rows, transcripts=part.rows("transcripts"))
