"""A corpus, opened for reading.

In: its folder. Out: `Corpus`: its manifest, its files, its transcripts, its tables. Promises: reads one snapshot, the
one that was current when it was opened, whatever a build does meanwhile; opens only files that the manifest names.
Knows nothing of parsing.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scio_transcripts.corpus.asking import Asking
from scio_transcripts.corpus.layout import Layout
from scio_transcripts.corpus.manifest import DataFile, Manifest, Part, manifest_of, read_part
from scio_transcripts.errors import CorpusError, MissingExtraError

if TYPE_CHECKING:
    import pyarrow as pa

    from scio_transcripts.model import Transcript


class Corpus(Asking):
    """The transcripts of a folder that `corpus build` wrote."""

    def __init__(self, path: str | Path) -> None:
        super().__init__()
        self.path = Path(path)
        self.layout = Layout(self.path)
        manifest = manifest_of(self.path)
        manifest.refuse_other_versions(self.path)
        self.manifest: Manifest = manifest

    def __repr__(self) -> str:
        return f"Corpus({str(self.path)!r}: {len(self):,} documents)"

    def __len__(self) -> int:
        """Number of documents: transcripts, and pages that are none. `stats().kinds` tells them apart."""
        return sum(part.transcripts for part in self.manifest.parts)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts, in order, each with its files."""
        return tuple(read_part(self.layout, part.id, part.sha256) for part in self.manifest.parts)

    def files(self, table: str) -> list[DataFile]:
        """The files of one table, in order of years and parts; of `sources`, the one list."""
        self.refuse_closed()
        if table == "sources":
            return [self.manifest.sources]
        files = [file for part in self.parts for file in part.files if file.table == table]
        return sorted(files, key=lambda file: (file.year is None, file.year or 0))

    def paths(self, table: str) -> list[Path]:
        """Where these files are."""
        return [self.path / file.path for file in self.files(table)]

    def batches(self, table: str, columns: list[str] | None = None) -> Iterator[pa.RecordBatch]:
        """One table, some rows at a time, in the order of its files."""
        for path in self.paths(table):
            for batch in _batches(path, columns):
                self.refuse_closed()
                yield batch

    def transcript(self, transcript_id: str) -> Transcript:
        """The transcript with this id. Raises `CorpusError` where there is none."""
        import pyarrow.compute as pc

        year = transcript_id[:4]
        for file in self.files("documents"):
            if file.year is not None and f"{file.year:04d}" != year:
                continue  # ids begin with the date
            with opened(self.path / file.path, ["transcript", "document"]) as parquet:
                ids = parquet.read(columns=["transcript"]).column(0)
                place = pc.index(ids, transcript_id).as_py()
                if place < 0:
                    continue
                return document_of(self.path, transcript_id, _row(parquet, place))
        hint = "ids stand in the column `transcript` of every table"
        raise CorpusError(str(self.path), f"holds no transcript {transcript_id!r}", hint)

    def documents(self) -> Iterator[tuple[str, str]]:
        """Every id with its document as JSON, in order of dates and ids; those without a date last."""
        files = self.files("documents")
        for year in dict.fromkeys(file.year for file in files):
            rows = [_documents(self.path / file.path) for file in files if file.year == year]
            for _, own, document in heapq.merge(*rows, key=lambda row: row[:2]):
                self.refuse_closed()
                yield own, document

    def __iter__(self) -> Iterator[Transcript]:
        """Every transcript, in order of dates; those without a date last."""
        for own, document in self.documents():
            yield document_of(self.path, own, document)


def _documents(path: Path) -> Iterator[tuple[str, str, str]]:
    for batch in _batches(path, ["date", "transcript", "document"], rows=16):
        for date, own, document in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            yield (str(date) if date else "", own, document)


def _batches(path: Path, columns: list[str] | None, rows: int = 16_384) -> Iterator[pa.RecordBatch]:
    with opened(path, columns or ()) as parquet:
        for batch in parquet.iter_batches(batch_size=rows, columns=columns):
            batch.validate(full=True)  # whoever takes words out of it need not fear those that are none
            yield batch


@contextmanager
def opened(path: Path, columns: Sequence[str]) -> Iterator[Any]:
    """A Parquet file with these columns. Raises `CorpusError` where it is gone, damaged, or another table."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise MissingExtraError("corpus", "a corpus") from None
    try:
        with pq.ParquetFile(path) as file:
            if not set(columns) <= set(file.schema_arrow.names):
                raise pa.ArrowInvalid("is another table")
            yield file
    except (OSError, UnicodeDecodeError, pa.ArrowException) as error:
        reason = "is gone" if isinstance(error, FileNotFoundError) else "is damaged"
        raise CorpusError(str(path), reason, "open the corpus anew, or run: scio-transcripts corpus check") from None


def _row(parquet: Any, place: int) -> str:
    """The document in one row: only its row group is read."""
    for group in range(parquet.num_row_groups):
        count = parquet.metadata.row_group(group).num_rows
        if place < count:
            return str(parquet.read_row_group(group, columns=["document"]).column(0)[place].as_py())
        place -= count
    raise IndexError(place)


def document_of(root: Path, transcript_id: str, text: str) -> Transcript:
    """A document out of its JSON. Raises `CorpusError` where that is damaged."""
    from scio_transcripts.model import Transcript  # who only asks for numbers or words never needs the models

    try:
        return Transcript.from_json(text)
    except ValueError:
        reason = f"has a damaged document, {transcript_id!r}"
        raise CorpusError(str(root), reason, "run: scio-transcripts corpus check") from None
