"""From parts to a snapshot: ids that are unique, the list of sources, the manifest; and what may go afterwards.

In: parts, sources. Out: a manifest that is current. Promises: the manifest takes its place in one step, after all that
it names is on the disk; what the snapshot before it names stays until the next build. Knows nothing of parsing.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from scio_transcripts.corpus.index import remove_unused
from scio_transcripts.corpus.layout import FORMAT_VERSION, LOCK, MANIFEST, Layout, remove_tree
from scio_transcripts.corpus.manifest import Manifest, Named, Part, read_part, write
from scio_transcripts.corpus.parser import Reader
from scio_transcripts.corpus.parts import part_id_of, source_row, unique, write_renamed, write_table
from scio_transcripts.corpus.quality import report_of
from scio_transcripts.corpus.reading import read_rows
from scio_transcripts.corpus.scan import Found
from scio_transcripts.corpus.schema import SOURCES
from scio_transcripts.model import SCHEMA_VERSION
from scio_transcripts.writers.arrow import TABLES_VERSION

_FOLDERS = ("data", "parts", "sources", "quality")


def told_apart(layout: Layout, parts: Sequence[Part]) -> list[Part]:
    """The parts, with other ids for transcripts that have the same in several."""
    columns = [read_rows(layout.root / part.sources.path, ["transcripts"]) for part in parts]
    ids: list[list[str]] = []
    for part, column in zip(parts, columns, strict=True):
        base = {new: own for own, new in part.renamed.items()}
        found = pc.unique(pc.list_flatten(column.column(0))).to_pylist()
        ids.append(sorted({base.get(own, own) for own in found}))
    twice = {own for own, count in Counter(own for one in ids for own in one).items() if count > 1}
    taken = {own for one in ids for own in one} if twice else set()
    result = []
    for part, own_ids in zip(parts, ids, strict=True):
        wanted = {}
        for own in own_ids:
            if own in twice:
                if own in taken:
                    taken.discard(own)  # the first keeps it
                    wanted_id = own
                else:
                    wanted_id = unique([own], {*taken, own})[0] or own
                    taken.add(wanted_id)
                if wanted_id != own:
                    wanted[own] = wanted_id
        result.append(part if wanted == part.renamed else write_renamed(layout, part, wanted))
    return result


def listed(layout: Layout, parts: Sequence[Part], sources: Sequence[Found]) -> pa.Table:
    """The list of sources: what the parts say of those that were read, and the reasons for the others."""
    tables = [read_rows(layout.root / part.sources.path).cast(SOURCES) for part in parts]
    apart = [s for s in sources if not s.is_read]
    rest = [source_row(s, None) | {"status": s.status, "error": s.error} for s in apart]
    table = pa.concat_tables([SOURCES.empty_table(), *tables, pa.Table.from_pylist(rest, schema=SOURCES)])
    files = {s.uri: s for s in sources if s.archive is None}
    kept = {(s.uri, s.archive) for s in sources if s.status == "kept"}
    uris, archives = table["uri"].to_pylist(), table["archive"].to_pylist()
    mtimes = [files[u].mtime if a is None and u in files else None for u, a in zip(uris, archives, strict=True)]
    table = table.set_column(SOURCES.get_field_index("mtime"), SOURCES.field("mtime"), pa.array(mtimes, pa.int64()))
    if kept:
        status = [
            "kept" if (u, a) in kept else s for u, a, s in zip(uris, archives, table["status"].to_pylist(), strict=True)
        ]
        index = SOURCES.get_field_index("status")
        table = table.set_column(index, SOURCES.field("status"), pa.array(status, pa.string()))
    order = [(name, "ascending") for name in ("uri", "archive", "sha256", "captured", "status")]
    return table.sort_by(order).combine_chunks()


def commit(
    layout: Layout,
    parts: Sequence[Part],
    sources: pa.Table,
    *,
    inputs: Sequence[str],
    base: str,
    reader: Reader,
) -> Manifest:
    """Make these parts the current snapshot."""
    facts = (str(reader), FORMAT_VERSION, SCHEMA_VERSION, TABLES_VERSION, [part.id for part in parts], _hash(sources))
    snapshot = part_id_of(*facts)
    record = write_table(layout, layout.sources(snapshot), "sources", None, sources)
    report = json.dumps(report_of(parts, sources), ensure_ascii=False, indent=1, sort_keys=True)
    write(layout.quality(snapshot), report.encode("utf-8", "backslashreplace") + b"\n")
    manifest = Manifest(
        schema_version=SCHEMA_VERSION,
        tables_version=TABLES_VERSION,
        parser=reader.parser,
        snapshot=snapshot,
        inputs=tuple(inputs),
        base=base,
        options={"dialect": reader.dialect, "encoding": reader.encoding},
        sources=record,
        quality=layout.quality(snapshot).relative_to(layout.root).as_posix(),
        parts=tuple(_named(part) for part in parts),
    )
    write(layout.manifest, manifest.to_bytes())
    return manifest


def clear(layout: Layout, parts: Iterable[Part], *manifests: Manifest | None) -> None:
    """Remove what none of these manifests names. `parts`: those of the current one."""
    alive = {LOCK, MANIFEST}
    ids = set()
    for manifest in manifests:
        if manifest is not None:
            alive |= {manifest.sources.path, manifest.quality}
            ids |= {part.id for part in manifest.parts}
    known = {part.id: part for part in parts}
    for part_id in ids:
        alive.add(layout.part(part_id).relative_to(layout.root).as_posix())
        try:
            part = known.get(part_id) or read_part(layout, part_id)
        except Exception:
            continue
        alive |= {part.sources.path, *(file.path for file in part.files)}
    for top in _FOLDERS:
        for folder, _, names in os.walk(layout.root / top, topdown=False):
            for name in names:
                path = Path(folder, name)
                relative = path.relative_to(layout.root).as_posix()
                if relative not in alive:
                    path.unlink(missing_ok=True)
            if Path(folder) != layout.root / top and not any(Path(folder).iterdir()):
                Path(folder).rmdir()
    remove_unused(layout.root, [[part.id for part in one.parts] for one in manifests if one is not None])
    remove_tree(layout.work)


def _hash(sources: pa.Table) -> str:
    found = hashlib.sha256()
    for batch in sources.to_batches(max_chunksize=1000):
        for row in batch.to_pylist():
            found.update(repr(sorted(row.items())).encode("utf-8", "backslashreplace"))
    return found.hexdigest()


def _named(part: Part) -> Named:
    digest = hashlib.sha256(part.to_bytes()).hexdigest()
    return Named(id=part.id, sha256=digest, sources=part.sources.rows, transcripts=part.rows("transcripts"))
