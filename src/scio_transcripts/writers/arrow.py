"""Arrow tables, Arrow IPC files and Parquet: the tables of `tables.py` with types.

In: transcripts. Out: record batches, tables, or files, always with the same schema, whatever the transcripts hold.
Promises: a value that is not known is null, and so is one that its type cannot hold (a date that is none); memory
holds one batch, however many transcripts there are; the same transcripts give the same bytes. Nothing is
dictionary-typed: Parquet keeps repeated words once by itself, and readers differ in what they do with the type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache, partial
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from scio_transcripts.lazy import re
from scio_transcripts.model import SCHEMA_VERSION, Transcript
from scio_transcripts.writers.tables import SPEECH, TABLES, Row, rows_of

TABLES_VERSION = "1.1"
"""Version of the columns. It stands in each schema's metadata, beside the version of the document's names."""

ROWS_A_BATCH = 16_384
CHARACTERS_A_BATCH = 1 << 23
"""A batch ends at whichever is reached first; only one row alone can be longer."""

_TYPES: dict[str, pa.DataType] = {
    "str": pa.string(),
    "date": pa.date32(),
    "int": pa.int64(),
    "bool": pa.bool_(),
    "list": pa.list_(pa.string()),
    "list-int": pa.list_(pa.int64()),
}
# Offsets, not texts: with them `text` can be cut into its paragraphs exactly, and the file does not hold every speech
# twice. Two lists of numbers, not one of structs, which pandas would make a dict of each paragraph of.
_PLACES = {
    "paragraph_starts": ("list-int", "First character of each paragraph in the transcript's text."),
    "paragraph_ends": ("list-int", "One past the last character of each; `text` has a line feed between two."),
}
COLUMNS: dict[str, dict[str, tuple[str, str]]] = {
    table: {**columns, **(_PLACES if table == "turns" else {})} for table, columns in TABLES.items()
}
"""Each table's columns: those of `TABLES`, and the places of a turn's paragraphs."""
_SURROGATE = re.compile("[\ud800-\udfff]")


@lru_cache(maxsize=8)
def schema_of(table: str) -> pa.Schema:
    """The fixed schema of one table. Each field's metadata has its description.

    >>> str(schema_of("turns").field("date").type), schema_of("turns").field("role").metadata
    ('date32[day]', {b'description': b'Role in this turn.'})
    """
    fields = [
        pa.field(name, _TYPES[kind], metadata={"description": meaning})
        for name, (kind, meaning) in COLUMNS[table].items()
    ]
    versions = {"table": table, "schema_version": SCHEMA_VERSION, "tables_version": TABLES_VERSION}
    return pa.schema(fields, {f"scio_transcripts.{key}": value for key, value in versions.items()})


def batches_of(table: str, transcripts: Iterable[Transcript]) -> Iterator[pa.RecordBatch]:
    """One table as record batches of bounded size, in the order of the transcripts. None for no rows."""
    gathering = Gathering(table)
    for transcript in transcripts:
        yield from gathering.add(transcript)
    yield from gathering.rest()


def tables_of(transcripts: Iterable[Transcript]) -> dict[str, pa.Table]:
    """All tables, in memory, by name; the transcripts are gone through once.

    >>> from scio_transcripts import parse
    >>> tables_of([parse("Reuters:\\n\\nWhy? Thank you.")])["turns"]["name"].to_pylist()
    ['Reuters']
    """
    gatherings = {table: Gathering(table) for table in TABLES}
    batches: dict[str, list[pa.RecordBatch]] = {table: [] for table in TABLES}
    for transcript in transcripts:
        for table, gathering in gatherings.items():
            batches[table] += gathering.add(transcript)
    return {
        table: pa.Table.from_batches([*batches[table], *gathering.rest()], schema_of(table))
        for table, gathering in gatherings.items()
    }


def table_of(table: str, transcripts: Iterable[Transcript]) -> pa.Table:
    """One table, in memory."""
    return pa.Table.from_batches(batches_of(table, transcripts), schema_of(table))


class Gathering:
    """Rows of one table on their way into batches: as columns, which are cheaper to keep than rows."""

    def __init__(self, table: str) -> None:
        self.schema = schema_of(table)
        self._table = table
        self._columns: dict[str, list[Any]] = {name: [] for name in self.schema.names}
        self._long = SPEECH.get(table, ())
        self._rows = self._characters = 0

    def add(self, transcript: Transcript) -> Iterator[pa.RecordBatch]:
        """Take the rows of a transcript; give the batches that are full."""
        for row in _rows(self._table, transcript):
            for name, column in self._columns.items():
                column.append(row[name])
            self._rows += 1
            for name in self._long:
                self._characters += len(row[name])
            if self._rows >= ROWS_A_BATCH or self._characters >= CHARACTERS_A_BATCH:
                yield from self.rest()

    def rest(self) -> Iterator[pa.RecordBatch]:
        """Give what has been taken and not given, as one batch."""
        if self._rows:
            columns = [_array(self._columns[field.name], field.type) for field in self.schema]
            self._columns = {name: [] for name in self._columns}
            self._rows = self._characters = 0
            yield pa.RecordBatch.from_arrays(columns, schema=self.schema)


def arrow(table: str, transcripts: Iterable[Transcript], out: BinaryIO) -> None:
    """Write one table as an Arrow IPC file (also called Feather 2), compressed with zstd."""
    options = pa.ipc.IpcWriteOptions(compression="zstd")
    with pa.ipc.new_file(out, schema_of(table), options=options) as writer:
        for batch in batches_of(table, transcripts):
            writer.write_batch(batch)


def parquet(table: str, transcripts: Iterable[Transcript], out: BinaryIO) -> None:
    """Write one table as Parquet, compressed with zstd; a batch becomes a row group."""
    with parquet_writer(table, out) as writer:
        for batch in batches_of(table, transcripts):
            writer.write_batch(batch)


def parquet_writer(table: str, out: BinaryIO) -> pq.ParquetWriter:
    """What writes one table's batches as Parquet. Speech is never the same twice, so it gets no dictionary."""
    schema = schema_of(table)
    words = [field.name for field in schema if field.type == pa.string() and field.name not in SPEECH.get(table, ())]
    return pq.ParquetWriter(out, schema, compression="zstd", use_dictionary=words)


def _rows(table: str, transcript: Transcript) -> Iterator[Row]:
    if table != "turns":
        yield from rows_of(table, transcript)
        return
    for row, turn in zip(rows_of(table, transcript), transcript.turns, strict=True):
        row["paragraph_starts"] = [paragraph.start for paragraph in turn.paragraphs]
        row["paragraph_ends"] = [paragraph.end for paragraph in turn.paragraphs]
        yield row


def _array(values: list[Any], kind: pa.DataType) -> pa.Array:
    """A column. What does not fit is looked for only once something does not."""
    if kind == pa.date32():
        return pa.array([_day(value) for value in values], kind)
    try:
        return pa.array(values, kind)
    except (pa.ArrowException, OverflowError, UnicodeError):
        return pa.array([_fitting(value) for value in values], kind)


@lru_cache(maxsize=1024)
def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None


def _fitting(value: Any) -> Any:
    """A value that its type holds: a lone surrogate becomes U+FFFD, a number beyond 64 bits null."""
    if isinstance(value, list):
        return [_fitting(one) for one in value]
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        return None
    return value


_Write = Callable[[Iterable[Transcript], BinaryIO], None]
arrow_turns: _Write = partial(arrow, "turns")
arrow_exchanges: _Write = partial(arrow, "exchanges")
arrow_participants: _Write = partial(arrow, "participants")
arrow_transcripts: _Write = partial(arrow, "transcripts")
parquet_turns: _Write = partial(parquet, "turns")
parquet_exchanges: _Write = partial(parquet, "exchanges")
parquet_participants: _Write = partial(parquet, "participants")
parquet_transcripts: _Write = partial(parquet, "transcripts")
