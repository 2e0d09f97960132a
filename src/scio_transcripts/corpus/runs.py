"""The index of some turns: which terms stand in which of them.

In: files of turns. Out: two Parquet files: terms and pairs of terms, sorted, each with the turns that hold it and its
weight there; and the turns with what a search filters by. Promises: memory holds the terms of one part; the same turns
give the same rows. Knows no queries and no corpus.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from scio_transcripts.corpus.postings import TERMS, Following, postings, uints
from scio_transcripts.corpus.store import opened
from scio_transcripts.corpus.words import fold, rows_of, words_in
from scio_transcripts.lazy import re
from scio_transcripts.views.words import count_words

TURNS = pa.schema(
    [
        pa.field("id", pa.uint32(), nullable=False),
        pa.field("part", pa.string(), nullable=False),
        pa.field("transcript", pa.string(), nullable=False),
        pa.field("date", pa.date32()),
        pa.field("turn", pa.int64(), nullable=False),
        pa.field("role", pa.string(), nullable=False),
        pa.field("outlet", pa.string()),
        pa.field("who", pa.string(), nullable=False),
        pa.field("words", pa.uint32(), nullable=False),
    ]
)
"""A row a turn, `id` counted from 0. `outlet` is the speaker's, or that of whoever asks in the turn's exchange; `who`
has the folded id, name and label, a line each."""
_PLACES = ["paragraph_starts", "paragraph_ends"]
_READ = ["transcript", "date", "turn", "role", "outlet", "exchange", "speaker", "name", "label", "text", *_PLACES]

TURNS_AT_ONCE = 16_384
_CHARACTERS_AT_ONCE = 6_000_000
_ROWS_A_GROUP = 20_480
_POSTINGS_A_GROUP = 400_000
"""A row group ends at whichever is reached first. To find a term, one group is read; a common word has its own."""
FULL_WEIGHT = 50
_USUAL_WORDS = 100
_SIGNS = str.maketrans(dict.fromkeys((chr(c) for c in range(128) if not chr(c).isalnum()), " "))
_FIGURE = re.compile(r"[0-9][.,][0-9]")


class TermsWriter:
    """Writes rows of `TERMS`, which come sorted, in row groups of bounded size."""

    def __init__(self, path: Path) -> None:
        self._writer = pq.ParquetWriter(
            path,
            TERMS,
            compression="zstd",
            version="2.6",
            use_dictionary=["weights.list.element"],
            column_encoding={
                "term": "DELTA_BYTE_ARRAY",
                "base": "DELTA_BINARY_PACKED",
                "turns.list.element": "DELTA_BINARY_PACKED",
            },
        )
        self._waiting: list[pa.RecordBatch] = []
        self._rows = self._postings = 0

    def __enter__(self) -> TermsWriter:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._write()
        self._writer.close()

    def add(self, batch: pa.RecordBatch) -> None:
        """Write rows, which must follow those before in order."""
        lengths = pc.list_value_length(batch.column("turns")).to_pylist()
        begin = 0
        for place, length in enumerate(lengths):
            self._rows += 1
            self._postings += length
            if self._rows >= _ROWS_A_GROUP or self._postings >= _POSTINGS_A_GROUP:
                self._waiting.append(batch.slice(begin, place + 1 - begin))
                self._write()
                begin = place + 1
        if begin < len(lengths):
            self._waiting.append(batch.slice(begin))

    def _write(self) -> None:
        if self._waiting:
            table = pa.Table.from_batches(self._waiting).combine_chunks()
            self._writer.write_table(table, row_group_size=table.num_rows)
        self._waiting = []
        self._rows = self._postings = 0


def turns_writer(path: Path) -> pq.ParquetWriter:
    """What writes rows of `TURNS`."""
    return pq.ParquetWriter(
        path, TURNS, compression="zstd", use_dictionary=["part", "transcript", "role", "outlet", "who"]
    )


def index_turns(part: str, files: Iterable[Path], terms: Path, turns: Path) -> int:
    """Index the turns of one part's files, in order. Gives their number."""
    base = 0
    blocks: list[pa.RecordBatch] = []
    with turns_writer(turns) as out:
        for batch in _batches(files):
            blocks.append(_block(batch, base))
            out.write_batch(_turns(part, batch, base))
            base += batch.num_rows
    with TermsWriter(terms) as writer:
        if blocks:
            table = pa.Table.from_batches(blocks)
            table = table if len(blocks) == 1 else table.sort_by([("term", "ascending"), ("base", "ascending")])
            for batch in table.to_batches(max_chunksize=_ROWS_A_GROUP):
                writer.add(batch)
    return base


def _batches(files: Iterable[Path]) -> Iterator[pa.RecordBatch]:
    """The turns in batches of bounded size; those of small files together."""
    waiting: list[pa.RecordBatch] = []
    count = characters = 0
    for path in files:
        askers = _askers(path)
        with opened(path, _READ) as file:
            for rows in file.iter_batches(batch_size=2048, columns=_READ):
                batch = _with_askers(rows, askers)
                waiting.append(batch)
                count += batch.num_rows
                characters += batch.column("text").nbytes
                if count >= TURNS_AT_ONCE or characters >= _CHARACTERS_AT_ONCE:
                    yield pa.concat_batches(waiting)
                    waiting, count, characters = [], 0, 0
    if waiting:
        yield pa.concat_batches(waiting)


def _askers(turns: Path) -> dict[tuple[str, int], str]:
    """The outlet that asks in each exchange, out of the file of exchanges beside one of turns."""
    path = turns.parent.parent.parent / "exchanges" / turns.parent.name / turns.name
    columns = ["transcript", "exchange", "outlet"]
    if not path.exists():
        return {}
    with opened(path, columns) as file:
        rows = file.read(columns=columns)
    values = zip(*(rows.column(name).to_pylist() for name in columns), strict=True)
    return {(transcript, exchange): outlet for transcript, exchange, outlet in values if outlet is not None}


def _with_askers(rows: pa.RecordBatch, askers: dict[tuple[str, int], str]) -> pa.RecordBatch:
    columns = zip(*(rows.column(name).to_pylist() for name in ("outlet", "transcript", "exchange")), strict=True)
    outlets = [own or askers.get((transcript, exchange)) for own, transcript, exchange in columns]
    return rows.set_column(rows.schema.get_field_index("outlet"), "outlet", pa.array(outlets, pa.string()))


def _block(rows: pa.RecordBatch, base: int) -> pa.RecordBatch:
    """The terms of some turns, and the pairs of them, as rows of `TERMS`, sorted: a pair begins with a blank."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)  # of each term, as they come
    terms, turns, weights = array("I"), array("I"), array("B")
    following = Following()
    places = zip(*(rows.column(name).to_pylist() for name in ("text", *_PLACES)), strict=True)
    for turn, (text, starts, ends) in enumerate(places):
        counted: Counter[int] = Counter()
        words = 0
        for row in _terms(text, starts, ends):
            own = array("I", map(numbers.__getitem__, row))
            following.add(turn, own)
            counted.update(own)
            words += len(own)
        terms.extend(counted)
        weights.extend(_weights(words, counted.values()))
        turns.extend([turn] * len(counted))
    names = pa.array(numbers, pa.string())
    by_name = pc.sort_indices(names)
    rank = pc.sort_indices(by_name).take(uints(terms, pa.uint32()))  # the inverse of an order is the order of it
    order = pc.sort_indices(rank)  # stable: turns stay in order
    listed = postings(
        rank.take(order),
        names.take(by_name),
        uints(turns, pa.uint32()).take(order),
        uints(weights, pa.uint8()).take(order),
        base,
    )
    return pa.concat_batches([following.rows(numbers, base), listed])


def weight_of(count: int, words: int) -> int:
    """The weight, up to 50, of a term that stands `count` times in a turn of `words` words.

    It is the factor of BM25 (k1 = 1.2, b = 0.75) with a usual length of 100 words: it grows with the count, ever more
    slowly, and is less in a long turn.

    >>> weight_of(1, 100), weight_of(3, 100), weight_of(1, 1000)
    (23, 36, 5)
    """
    rest = 1.2 * (0.25 + 0.75 * words / _USUAL_WORDS)
    return max(1, round(FULL_WEIGHT * count / (count + rest)))


@lru_cache(maxsize=4096)
def _small_weights(words: int) -> bytes:
    return bytes(weight_of(count, words) for count in range(16))


def _weights(words: int, counts: Iterable[int]) -> Iterable[int]:
    """`weight_of` for many counts, which are small but for a few."""
    small = _small_weights(words)
    return [small[count] if count < 16 else weight_of(count, words) for count in counts]


def _terms(text: str, starts: list[int], ends: list[int]) -> list[list[str]]:
    """The terms of all paragraphs in rows, by a shorter way for plain text."""
    folded = fold(text)
    if folded.isascii():
        return [words_in(folded) if _FIGURE.search(folded) else folded.translate(_SIGNS).split()]
    if len(starts) == 1:
        return rows_of(folded)
    return [row for paragraph in paragraphs_of(text, starts, ends) for row in rows_of(fold(paragraph))]


def paragraphs_of(text: str, starts: list[int], ends: list[int]) -> list[str]:
    """The paragraphs of a turn's text. Their places tell their lengths: a paragraph can have line feeds of its own.

    >>> paragraphs_of("One,\\nagain.\\nTwo.", [100, 120], [111, 124])
    ['One,\\nagain.', 'Two.']
    """
    found = []
    begin = 0
    for start, end in zip(starts, ends, strict=True):
        found.append(text[begin : begin + end - start])
        begin += end - start + 1
    return found


def _turns(part: str, batch: pa.RecordBatch, base: int) -> pa.RecordBatch:
    """Rows of `TURNS`. Words are counted as everywhere else, which is not how they are searched for."""
    rows = batch.num_rows
    named = zip(*(batch.column(name).to_pylist() for name in ("speaker", "name", "label")), strict=True)
    columns: dict[str, Any] = {name: batch.column(name) for name in ("transcript", "date", "turn", "role", "outlet")}
    columns |= {
        "id": pa.array(range(base, base + rows), pa.uint32()),
        "part": pa.repeat(pa.scalar(part), rows),
        "who": pa.array([fold("\n".join(filter(None, one))) for one in named], pa.string()),
        "words": pa.array([count_words(text) for text in batch.column("text").to_pylist()], pa.uint32()),
    }
    return pa.RecordBatch.from_arrays([columns[name] for name in TURNS.names], schema=TURNS)
