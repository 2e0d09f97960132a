"""A part of the store, made of what the kernel gave.

In: batches as the kernel gives them. Out: Parquet files by table and year, and the part's record. Promises: the same
batches give the same bytes; the record comes last, so a part with a record is whole. Knows nothing of sources beyond
their names.
"""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import groupby
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from scio_transcripts.corpus.layout import Layout, new_file, settle, sha256_of
from scio_transcripts.corpus.manifest import DataFile, Part, read_part, write
from scio_transcripts.corpus.quality import Counts
from scio_transcripts.corpus.reading import read_rows
from scio_transcripts.corpus.scan import Found
from scio_transcripts.corpus.schema import NESTED, SOURCES, TABLES, batch_out, schema_of

_DOCUMENTS_A_GROUP = 16
"""Documents of a row group: to read one, all of its group are read."""
_WRITERS = 6
"""Files that are written at the same time."""
_ROWS_A_GROUP = 16_384
_LONG = frozenset({"text", "question", "answer", "document", "message"})


def write_part(
    layout: Layout, part_id: str, batches: Iterable[pa.RecordBatch], sources: Sequence[Mapping[str, Any]]
) -> Part:
    """Write the files of a part, and its record. `sources`: a row for each, in order, as in `schema.SOURCES`."""
    table = pa.Table.from_batches(list(batches), batch_out())
    # The order of batches is that of their completion; this one is the same always. The sort is stable.
    table = table.sort_by([(name, "ascending") for name in ("date", "transcript", "bundle")])
    ids = pa.array(unique(table["transcript"].to_pylist()), pa.string())
    table = table.set_column(table.schema.get_field_index("transcript"), "transcript", ids)
    # What can be had without a copy is: the documents of a part are large.
    found = table.filter(pc.is_valid(table["document"])) if table["document"].null_count else table
    years = pc.year(found["date"]).to_pylist()
    quality = Counts()

    def tables() -> Iterator[tuple[str, int | None, pa.Table]]:
        begin = 0
        for year, same in groupby(years):  # they are in order
            rows = found.slice(begin, length := sum(1 for _ in same))
            begin += length
            for name in TABLES:
                columns = table_of(name, rows)
                quality.count(name, columns)
                yield name, year, columns

    files = _written(layout, part_id, tables())
    told = _sources_of(table, sources, part_id)
    record = write_table(layout, layout.part_sources(part_id), "sources", None, told)
    new = Part(id=part_id, base=part_id, sources=record, files=files, quality=quality.as_json())
    return _recorded(layout, new)


def write_renamed(layout: Layout, part: Part, wanted: Mapping[str, str]) -> Part:
    """Write a part anew with other ids for some of its transcripts. `wanted`: the ids of its base, and the new ones."""
    part_id = part_id_of(part.base, sorted(wanted.items())) if wanted else part.base
    if layout.part(part_id).exists():
        return read_part(layout, part_id)
    base = {new: own for own, new in part.renamed.items()}
    ids_now = {*base, *wanted}
    renamed = {own: wanted.get(base.get(own, own), base.get(own, own)) for own in ids_now}

    def tables() -> Iterator[tuple[str, int | None, pa.Table]]:
        for file in part.files:
            rows = read_rows(layout.root / file.path)
            index = rows.schema.get_field_index("transcript")
            ids = [renamed.get(own, own) for own in rows.column(index).to_pylist()]
            rows = rows.set_column(index, rows.schema.field(index), pa.array(ids, pa.string()))
            yield file.table, file.year, rows.cast(schema_of(file.table))

    files = _written(layout, part_id, tables())
    told = read_rows(layout.root / part.sources.path).to_pylist()
    for row in told:
        row |= {"part": part_id, "transcripts": sorted(renamed.get(own, own) for own in row["transcripts"])}
    rows = pa.Table.from_pylist(told, schema=SOURCES)
    record = write_table(layout, layout.part_sources(part_id), "sources", None, rows)
    new = Part(id=part_id, base=part.base, renamed=dict(wanted), sources=record, files=files, quality=part.quality)
    return _recorded(layout, new)


def _written(layout: Layout, part_id: str, tables: Iterable[tuple[str, int | None, pa.Table]]) -> tuple[DataFile, ...]:
    """Write tables, each a file, several at a time: most of it is waiting for the disk."""
    with ThreadPoolExecutor(_WRITERS) as pool:
        waiting: deque[Future[DataFile]] = deque()
        files: list[DataFile] = []
        for name, year, rows in tables:
            waiting.append(pool.submit(write_table, layout, layout.data(name, year, part_id), name, year, rows))
            if len(waiting) > 2 * _WRITERS:
                files.append(waiting.popleft().result())
        files += [one.result() for one in waiting]
        list(pool.map(settle, sorted({(layout.root / file.path).parent for file in files})))
    return tuple(files)


def _recorded(layout: Layout, part: Part) -> Part:
    """Write the record of a part whose files are all there."""
    write(layout.part(part.id), part.to_bytes())
    return part


def unique(ids: Sequence[str | None], taken: Iterable[str] = ()) -> list[str | None]:
    """Ids with a number behind those that came before.

    >>> unique(["a", "a", None, "a-2"])
    ['a', 'a-2', None, 'a-2-2']
    """
    given = set(taken)
    found: list[str | None] = []
    for own in ids:
        new, number = own, 2
        while new is not None and new in given:
            new, number = f"{own}-{number}", number + 1
        if new is not None:
            given.add(new)
        found.append(new)
    return found


def table_of(name: str, rows: pa.Table) -> pa.Table:
    """One table of a corpus out of rows that the kernel gave, with the ids that stand in their column `transcript`."""
    schema = schema_of(name)
    if name == "documents":
        return rows.select(schema.names).cast(schema)
    column = rows.column(name).combine_chunks()
    ids = rows.column("transcript").combine_chunks()
    if name in NESTED:
        ids = ids.take(pc.list_parent_indices(column))
        column = pc.list_flatten(column)
    columns = dict(zip(schema.names, column.flatten(), strict=True)) | {"transcript": ids}
    return pa.Table.from_arrays([columns[field] for field in schema.names], schema=schema)


def write_table(layout: Layout, path: Path, name: str, year: int | None, rows: pa.Table) -> DataFile:
    """Write rows as one Parquet file. Long texts are never the same twice, so they get no dictionary."""
    words = [field.name for field in rows.schema if field.type == pa.string() and field.name not in _LONG]
    size = _DOCUMENTS_A_GROUP if name == "documents" else _ROWS_A_GROUP
    with (
        new_file(path) as file,
        pq.ParquetWriter(file, rows.schema, compression="zstd", use_dictionary=words) as writer,
    ):
        writer.write_table(rows, row_group_size=size)
    return DataFile(
        table=name,
        year=year,
        path=path.relative_to(layout.root).as_posix(),
        rows=rows.num_rows,
        size=path.stat().st_size,
        sha256=sha256_of(path),
    )


def part_id_of(*facts: object) -> str:
    """A part's name: the same for the same facts."""
    return hashlib.sha256(repr(facts).encode("utf-8", "backslashreplace")).hexdigest()[:24]


def _sources_of(table: pa.Table, sources: Sequence[Mapping[str, Any]], part_id: str) -> pa.Table:
    """A row for each source: the transcripts that were read from it, or why none was."""
    own: dict[str, list[str]] = {}
    errors: dict[str, str] = {}
    for uris, transcript, error in zip(
        table["uris"].to_pylist(), table["transcript"].to_pylist(), table["error"].to_pylist(), strict=True
    ):
        for uri in uris:
            if transcript is not None:
                own.setdefault(uri, []).append(transcript)
            if error is not None:
                errors[uri] = error
    rows = []
    for source in sources:
        uri = source["uri"]
        status = "error" if uri in errors else "read" if uri in own else "passed over"
        told = {"part": part_id, "transcripts": sorted(own.get(uri, [])), "status": status, "error": errors.get(uri)}
        rows.append({**source, **told})
    return pa.Table.from_pylist(rows, schema=SOURCES)


def source_row(source: Found, bundle: str | None) -> dict[str, Any]:
    """A source as the list of sources has it, before anything came of it. The time of the file is the snapshot's."""
    names = ("uri", "archive", "sha256", "size", "media_type", "charset", "captured")
    return {**{name: getattr(source, name) for name in names}, "bundle": bundle, "transcripts": []}
