"""Rows of the index: which turns hold a term, and which hold two terms beside each other.

In: terms of turns, in their order. Out: columns of Arrow. Promises: nothing is done row by row that Arrow does for a
column; the same terms give the same rows. Knows no files.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from scio_transcripts.corpus.words import PAIR_FACTOR, PAIR_SHIFT, PAIRS, hash_of_term, pair_term

TERMS = pa.schema(
    [
        pa.field("term", pa.string(), nullable=False),
        pa.field("base", pa.uint32(), nullable=False),
        pa.field("turns", pa.list_(pa.uint32()), nullable=False),
        pa.field("weights", pa.list_(pa.uint8()), nullable=False),
    ]
)
"""A row for a term and a stretch of turns: their numbers, counted from `base`, and the weight of the term in each
(0 for pairs)."""


def postings(ranks: pa.Array, names: pa.Array, turns: pa.Array, weights: pa.Array, base: int) -> pa.RecordBatch:
    """Rows of `TERMS` out of flat columns that are sorted by `ranks`: one for each that is there."""
    ends = pc.run_end_encode(ranks, run_end_type=pa.int32()).run_ends
    offsets = pa.concat_arrays([pa.array([0], pa.int32()), ends])
    columns = [
        names,
        pa.repeat(pa.scalar(base, pa.uint32()), len(names)),
        pa.ListArray.from_arrays(offsets, turns),
        pa.ListArray.from_arrays(offsets, weights),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=TERMS)


def uints(values: array[int], kind: pa.DataType) -> pa.Array:
    """The same numbers, in the same memory, as a column."""
    return pa.Array.from_buffers(kind, len(values), [None, pa.py_buffer(values)])


class Following:
    """Which terms come right after which, in which turns. A term is the number of its name."""

    def __init__(self) -> None:
        self._terms = array("I")
        self._ends = array("i")
        self._turns = array("Q")

    def add(self, turn: int, terms: Sequence[int]) -> None:
        """Some of a turn's terms that follow each other."""
        if terms:
            self._terms.extend(terms)
            self._ends.append(len(self._terms))
            self._turns.append(turn)

    def rows(self, names: Iterable[str], base: int) -> pa.RecordBatch:
        """As rows of `TERMS`, sorted. In Arrow's columns what `words.pair_of` does one by one."""
        hashes = pa.array(map(hash_of_term, names), pa.uint64()).take(uints(self._terms, pa.uint32()))
        count = max(len(hashes) - 1, 0)
        one = pc.multiply(hashes.slice(0, count), pa.scalar(PAIR_FACTOR, pa.uint64()))
        other = pc.multiply(hashes.slice(1), pa.scalar(PAIR_FACTOR >> 7, pa.uint64()))
        mixed = pc.shift_right(pc.add(one, other), pa.scalar(PAIR_SHIFT, pa.uint64()))
        pairs = pc.bit_wise_and(mixed, pa.scalar(PAIRS - 1, pa.uint64()))
        row = self._each(uints(array("Q", range(len(self._ends))), pa.uint64()))
        turns = self._each(uints(self._turns, pa.uint64())).slice(0, count)
        keys = pc.bit_wise_or(pc.shift_left(pairs, pa.scalar(32, pa.uint64())), turns)
        keys = keys.filter(pc.equal(row.slice(0, count), row.slice(1)))
        keys = pc.run_end_encode(keys.take(pc.sort_indices(keys)), run_end_type=pa.int32()).values
        pairs = pc.shift_right(keys, pa.scalar(32, pa.uint64()))
        turns = pc.bit_wise_and(keys, pa.scalar(0xFFFFFFFF, pa.uint64())).cast(pa.uint32())
        terms = pa.array(map(pair_term, pairs.unique().to_pylist()), pa.string())
        return postings(pairs, terms, turns, pa.repeat(pa.scalar(0, pa.uint8()), len(turns)), base)

    def _each(self, of_rows: pa.Array) -> pa.Array:
        """What is told of each row, for each of its terms."""
        return pc.run_end_decode(pa.RunEndEncodedArray.from_arrays(uints(self._ends, pa.int32()), of_rows))
