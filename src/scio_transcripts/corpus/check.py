"""Whether a corpus is what its manifest says.

In: a corpus. Out: a line for each fault. Promises: looks at every byte; changes nothing; memory holds one part for each
process. Knows nothing of repair: a build makes anew what is not whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from scio_transcripts.corpus.engines.local import each
from scio_transcripts.corpus.index import damaged
from scio_transcripts.corpus.layout import Layout, sha256_of
from scio_transcripts.corpus.manifest import DataFile, Named, Part, read_part
from scio_transcripts.corpus.reading import read_rows
from scio_transcripts.corpus.schema import NESTED, SOURCES, schema_of
from scio_transcripts.corpus.store import Corpus
from scio_transcripts.errors import CorpusError
from scio_transcripts.model import Transcript

_NAMED = 5
"""Faults of one kind in one file that are named."""


class Fault(NamedTuple):
    """Something that is wrong."""

    where: str
    """A file of the corpus."""
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def check(
    corpus: Corpus, *, jobs: int | None = None, watch: Callable[[int, int], None] = lambda _done, _total: None
) -> Iterator[Fault]:
    """Everything that is wrong with a corpus, part by part."""
    root, parts = str(corpus.path), corpus.manifest.parts
    ids: dict[str, str] = {}
    told: dict[str, str] = {}
    results = (
        each(lambda named: (check_part, root, named), parts, jobs=jobs)
        if jobs != 1 and len(parts) > 1
        else ((named, check_part(root, named)) for named in parts)
    )
    found: dict[str, tuple[list[Fault], list[str]]] = {}
    for done, (named, result) in enumerate(results, 1):
        lost = Fault(f"parts/{named.id}.json", "the process that looked at this part was ended")
        found[named.id] = result if isinstance(result, tuple) else ([lost], [])
        watch(done, len(parts))
    for named in parts:
        faults, own = found.pop(named.id)
        yield from faults
        for one in own:
            if one in ids:
                yield Fault(f"parts/{named.id}.json", f"the id {one} is also in parts/{ids[one]}.json")
            ids[one] = named.id
    yield from _sources(corpus, ids, told)
    for path in damaged(corpus.path, [named.id for named in parts]):
        yield Fault(path, "is not as it was written; `corpus index` makes it anew")
    if not (corpus.path / corpus.manifest.quality).is_file():
        yield Fault(corpus.manifest.quality, "is missing")


def check_part(root: str, named: Named) -> tuple[list[Fault], list[str]]:
    """What is wrong with one part, and the ids of its transcripts."""
    layout = Layout(Path(root))
    record = layout.part(named.id).relative_to(root).as_posix()
    try:
        part = read_part(layout, named.id, named.sha256)
    except CorpusError as error:
        return [Fault(record, error.reason)], []
    faults = [fault for file in (part.sources, *part.files) for fault in _file(layout.root, file)]
    if faults:
        return faults, []
    faults += [fault for year in dict.fromkeys(file.year for file in part.files) for fault in _year(layout, part, year)]
    ids = [
        own
        for file in part.files
        if file.table == "transcripts"
        for own in read_rows(layout.root / file.path, ["transcript"])[0].to_pylist()
    ]
    if len(ids) != named.transcripts:
        faults.append(Fault(record, f"holds {len(ids):,} transcripts, and the manifest says {named.transcripts:,}"))
    return faults, ids


def _file(root: Path, file: DataFile) -> Iterator[Fault]:
    """Bytes, rows and columns of one file."""
    path = root / file.path
    try:
        if sha256_of(path) != file.sha256:
            yield Fault(file.path, "its bytes are not those that were written")
            return
        with pq.ParquetFile(path) as parquet:
            if parquet.metadata.num_rows != file.rows:
                yield Fault(file.path, f"holds {parquet.metadata.num_rows:,} rows, and its part says {file.rows:,}")
            schema = SOURCES if file.table == "sources" else schema_of(file.table)
            if not parquet.schema_arrow.equals(schema):
                yield Fault(file.path, "its columns are not those of this version")
    except FileNotFoundError:
        yield Fault(file.path, "is missing")
    except (OSError, pa.ArrowException) as error:
        yield Fault(file.path, f"cannot be read ({_first_line(error)})")


def _year(layout: Layout, part: Part, year: int | None) -> Iterator[Fault]:
    """Whether the tables of one part and year fit one another and the documents."""
    files = {file.table: file for file in part.files if file.year == year}
    rows = {table: read_rows(layout.root / file.path) for table, file in files.items() if table != "documents"}
    owners = rows["transcripts"]["transcript"]
    counts: dict[str, dict[str, int]] = {}
    for table in NESTED:
        ids = rows[table]["transcript"]
        counts[table] = {pair["values"]: pair["counts"] for pair in pc.value_counts(ids).to_pylist()}
        yield from _dangling(files[table], ids, owners)
    yield from _speakers(files["turns"], rows["turns"], rows["participants"])
    transcripts = dict(zip(owners.to_pylist(), rows["transcripts"]["date"].to_pylist(), strict=True))
    with pq.ParquetFile(layout.root / files["documents"].path) as parquet:
        for batch in parquet.iter_batches(batch_size=16):
            for own, document in zip(batch["transcript"].to_pylist(), batch["document"].to_pylist(), strict=True):
                where = files["documents"].path
                if own not in transcripts:
                    yield Fault(where, f"the document {own} is in no row of transcripts")
                    continue
                transcripts.pop(own)
                yield from _document(where, own, document, {table: counts[table].get(own, 0) for table in NESTED})
    for own in list(transcripts)[:_NAMED]:
        yield Fault(files["transcripts"].path, f"the transcript {own} has no document")


def _dangling(file: DataFile, ids: pa.ChunkedArray, owners: pa.ChunkedArray) -> Iterator[Fault]:
    """Rows of transcripts that there are not."""
    dangling = pc.unique(ids.filter(pc.invert(pc.is_in(ids, owners.combine_chunks())))).to_pylist()
    for own in dangling[:_NAMED]:
        yield Fault(file.path, f"has rows of {own}, which is in no row of transcripts")


def _speakers(file: DataFile, turns: pa.Table, people: pa.Table) -> Iterator[Fault]:
    """Turns whose speaker is no participant of their transcript."""
    known = set(zip(people["transcript"].to_pylist(), people["participant"].to_pylist(), strict=True))
    pairs = dict.fromkeys(zip(turns["transcript"].to_pylist(), turns["speaker"].to_pylist(), strict=True))
    dangling = [pair for pair in pairs if pair[1] is not None and pair not in known]
    for own, speaker in dangling[:_NAMED]:
        yield Fault(file.path, f"the speaker {speaker} of {own} is no participant")


def _document(where: str, own: str, document: str, counts: dict[str, int]) -> Iterator[Fault]:
    """Whether a document is valid, whole in itself, and has as many rows as its tables."""
    try:
        transcript = Transcript.from_json(document)
    except ValueError as error:
        yield Fault(where, f"the document {own} is not valid ({_first_line(error)})")
        return
    has = {
        "turns": len(transcript.turns),
        "exchanges": len(transcript.exchanges),
        "participants": len(transcript.participants),
        "diagnostics": len(transcript.diagnostics),
    }
    for table, count in has.items():
        if count != counts[table]:
            yield Fault(where, f"the document {own} has {count:,} {table}, and their table {counts[table]:,}")
    people = {person.id for person in transcript.participants}
    for number, exchange in enumerate(transcript.exchanges):
        turns = (*exchange.questions, *exchange.answers)
        if any(not 0 <= turn < len(transcript.turns) for turn in turns):
            yield Fault(where, f"exchange {number} of {own} names a turn that is not there")
        if {who for who in (exchange.asker, *exchange.answerers) if who is not None} - people:
            yield Fault(where, f"exchange {number} of {own} names somebody who is no participant")


def _sources(corpus: Corpus, ids: dict[str, str], told: dict[str, str]) -> Iterator[Fault]:
    """Whether the list of sources leads to transcripts that are there, and to all of them."""
    file = corpus.manifest.sources
    faults = list(_file(corpus.path, file))
    yield from faults
    if faults:
        return
    rows = read_rows(corpus.path / file.path)
    parts = {part.id for part in corpus.manifest.parts}
    for uri, part, own in zip(
        rows["uri"].to_pylist(), rows["part"].to_pylist(), rows["transcripts"].to_pylist(), strict=True
    ):
        if part is not None and part not in parts:
            yield Fault(file.path, f"{uri} is of the part {part}, which is not there")
        for one in own:
            told[one] = uri
            if ids and one not in ids:
                yield Fault(file.path, f"{uri} names the transcript {one}, which is not there")
    for one in [one for one in ids if one not in told][:_NAMED]:
        yield Fault(file.path, f"the transcript {one} has no source")


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
