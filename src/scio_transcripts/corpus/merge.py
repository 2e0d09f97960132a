"""Several indexes as one.

In: files that `runs.py` wrote, each with the stretches of turns to keep and their new places. Out: the same two files.
Promises: memory holds a row group of each file, however large they are; the same files give the same bytes. Knows no
corpus.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from scio_transcripts.corpus.postings import TERMS
from scio_transcripts.corpus.runs import TURNS, TermsWriter, turns_writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Turns of one part within an index: `begin` to before `end`, and where the first goes in the new index."""

    begin: int
    end: int
    to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """An index to merge, and what is kept of it."""

    terms: Path
    turns: Path
    kept: Sequence[Stretch]


def merge(inputs: Sequence[Input], terms: Path, turns: Path) -> None:
    """Write what is kept of all inputs as one index. New places must be in the order of inputs and stretches."""
    pa.default_memory_pool().release_unused()  # what this process did before may have kept much
    with ThreadPoolExecutor(1) as pool:
        copied = pool.submit(_copy_turns, inputs, turns)
        with ExitStack() as opened, TermsWriter(terms) as writer, ThreadPoolExecutor(1) as beside:
            cursors = [_Cursor(opened.enter_context(pq.ParquetFile(one.terms)), one.kept) for one in inputs]
            written: Future[None] | None = None
            for batch in _in_order(cursors):
                if written is not None:
                    written.result()
                written = beside.submit(writer.add, batch)
            if written is not None:
                written.result()
        copied.result()


class _Cursor:
    """One file's rows, a row group at a time."""

    def __init__(self, file: pq.ParquetFile, kept: Sequence[Stretch]) -> None:
        self._file = file
        self._kept = kept
        self._next = 0
        self.rows: pa.Table = TERMS.empty_table()
        self.last: str | None = None
        self.advance()

    def advance(self) -> None:
        """Go on to the next row group that has anything to keep."""
        self.last = None
        while self._next < self._file.num_row_groups:
            group = self._file.read_row_group(self._next).combine_chunks()
            self._next += 1
            self.last = group.column("term")[-1].as_py()
            self.rows = self._moved(group)
            return

    def upto(self, boundary: str) -> pa.Table:
        """Take the rows with terms up to and with this one."""
        column = self.rows.column("term")
        low, high = 0, len(column)
        while low < high:
            middle = (low + high) // 2
            if column[middle].as_py().encode() <= boundary.encode():
                low = middle + 1
            else:
                high = middle
        taken, self.rows = self.rows.slice(0, low), self.rows.slice(low)
        return taken

    def _moved(self, rows: pa.Table) -> pa.Table:
        """The rows of kept stretches, with their new bases."""
        old = rows.column("base")
        tables = []
        for stretch in self._kept:
            inside = pc.and_(pc.greater_equal(old, stretch.begin), pc.less(old, stretch.end))
            kept = rows.filter(inside)
            if kept.num_rows:
                base = pc.add(kept.column("base").cast(pa.int64()), stretch.to - stretch.begin).cast(pa.uint32())
                tables.append(kept.set_column(1, TERMS.field("base"), base))
        if not tables:
            return TERMS.empty_table()
        together = pa.concat_tables(tables)
        return together if len(tables) == 1 else _sorted(together)


def _in_order(cursors: Sequence[_Cursor]) -> Iterator[pa.RecordBatch]:
    """All rows by term. What is up to the nearest end of a loaded group cannot be preceded any more.

    Rows of one term are mostly, but not always, in order of place: a term can go on in the next group of one file.
    """
    live = [cursor for cursor in cursors if cursor.last is not None]
    while live:
        boundary = min((cursor.last or "" for cursor in live), key=str.encode)
        taken = pa.concat_tables([cursor.upto(boundary) for cursor in live])
        for cursor in live:
            if cursor.last == boundary:
                cursor.advance()
        live = [cursor for cursor in live if cursor.last is not None]
        yield from _sorted(taken).combine_chunks().to_batches()


def _sorted(rows: pa.Table) -> pa.Table:
    return rows.sort_by([("term", "ascending"), ("base", "ascending")])


def _copy_turns(inputs: Sequence[Input], turns: Path) -> None:
    with turns_writer(turns) as out:
        for one in inputs:
            _copy(one, out)


def _copy(one: Input, out: pq.ParquetWriter) -> None:
    moved: Mapping[int, int] = {stretch.begin: stretch.to - stretch.begin for stretch in one.kept}
    with pq.ParquetFile(one.turns) as file:
        for stretch in one.kept:
            for batch in file.iter_batches(batch_size=65_536):
                first = batch.column("id")[0].as_py()
                begin = max(stretch.begin - first, 0)
                kept = batch.slice(begin, max(min(stretch.end - first, batch.num_rows) - begin, 0))
                if kept.num_rows:
                    ids = pc.add(kept.column("id").cast(pa.int64()), moved[stretch.begin]).cast(pa.uint32())
                    out.write_batch(kept.set_column(0, TURNS.field("id"), ids))
