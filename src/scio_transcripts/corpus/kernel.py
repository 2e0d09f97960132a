"""The whole work of a corpus as one plain function from an Arrow batch to an Arrow batch.

In: pages as bytes (`schema.BATCH_IN`). Out: documents with their rows, nested, and errors (`schema.batch_out()`).
Promises: the same batch gives the same result in any process of any engine; nothing outside is read or changed; it
never raises for what a page holds. The id of a transcript is that of its content: whoever puts results together tells
the same content from two addresses apart. Knows nothing of files, parts or engines.

>>> import pyarrow as pa
>>> pages = pa.RecordBatch.from_pydict({"uri": ["a.txt"], "content": [b"Reuters:\\n\\nWhy? Thank you."]})
>>> parse_batch(pages).column("turns")[0].as_py()[0]["name"]
'Reuters'
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import pyarrow as pa

from scio_transcripts.corpus.schema import BATCH_IN, NESTED, batch_out, schema_of
from scio_transcripts.errors import ScioTranscriptsError
from scio_transcripts.events import group_pages, parse_pages
from scio_transcripts.model import Transcript
from scio_transcripts.sources.files import source_of_bytes
from scio_transcripts.sources.html import source_of_html
from scio_transcripts.sources.text import Source
from scio_transcripts.writers.arrow import tables_of
from scio_transcripts.writers.tables import transcript_id

_LONE = "backslashreplace"


@dataclass(slots=True)
class Outcome:
    """What became of some pages: a document, an error, or neither where they are not wanted."""

    bundle: str
    uris: list[str]
    transcript: Transcript | None = None
    error: str | None = None
    document: str | None = None
    """The transcript as JSON, where it is at hand."""


def parse_batch(batch: pa.RecordBatch) -> pa.RecordBatch:
    """Parse pages. Pages with the same `bundle` are grouped into events, as `read_events` does; others stay alone."""
    bundles: dict[str, list[dict[str, Any]]] = {}
    for number, row in enumerate(_rows(batch)):
        key = row["bundle"]
        bundles.setdefault(f"b{key}" if key is not None else f"#{number}", []).append(row)
    return batch_of([outcome for rows in bundles.values() for outcome in _parsed(rows)])


def batch_of(outcomes: Sequence[Outcome]) -> pa.RecordBatch:
    """Documents and errors as a batch with their rows."""
    documents = [one for one in outcomes if one.transcript is not None]
    transcripts = [one.transcript for one in documents if one.transcript is not None]
    ids = [transcript_id(transcript) for transcript in transcripts]
    tables = tables_of(transcripts)
    dates = tables["transcripts"].column("date").combine_chunks()
    diagnostics = _diagnostics(transcripts, ids, dates)
    counts = {
        "turns": [len(t.turns) for t in transcripts],
        "exchanges": [len(t.exchanges) for t in transcripts],
        "participants": [len(t.participants) for t in transcripts],
        "diagnostics": [len(t.diagnostics) for t in transcripts],
    }
    places = iter(range(len(documents)))
    # A page without a document takes the row None, which stays null in every column that is about a document.
    order = pa.array([None if one.transcript is None else next(places) for one in outcomes], pa.int64())
    columns: dict[str, pa.Array] = {
        "bundle": pa.array([one.bundle for one in outcomes], pa.string()),
        "uris": pa.array([one.uris for one in outcomes], pa.list_(pa.string())),
        "error": pa.array([one.error for one in outcomes], pa.string()),
        "transcript": pa.array(ids, pa.string()).take(order),
        "date": dates.take(order) if transcripts else pa.nulls(len(order), pa.date32()),
        "document": pa.array([one.document or _json(one.transcript) for one in documents], pa.string()).take(order),
        "transcripts": _structs(tables["transcripts"], "transcripts").take(order),
    }
    for table in NESTED:
        rows = diagnostics if table == "diagnostics" else tables[table]
        offsets = pa.array([0, *accumulate(counts[table])], pa.int32())
        structs = _structs(rows, table)
        columns[table] = pa.ListArray.from_arrays(offsets, structs, type=batch_out().field(table).type).take(order)
    return pa.RecordBatch.from_arrays([columns[name] for name in batch_out().names], schema=batch_out())


def _rows(batch: pa.RecordBatch) -> list[dict[str, Any]]:
    """The pages as rows with every column that a batch may have."""
    given = set(batch.schema.names)
    columns = {
        name: batch.column(name).to_pylist() if name in given else [None] * batch.num_rows for name in BATCH_IN.names
    }
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _parsed(rows: Sequence[dict[str, Any]]) -> Iterator[Outcome]:
    """What becomes of the pages of one bundle."""
    sources: list[Source] = []
    bundle = rows[0]["bundle"] or rows[0]["uri"]
    for row in rows:
        try:
            sources.append(_source(row))
        except (ScioTranscriptsError, UnicodeError) as error:
            reason = getattr(error, "reason", None) or str(error)
            yield Outcome(bundle, [row["uri"]], error=_clean(reason))
    if not sources:
        return
    try:
        yield from list(_events(bundle, sources, rows[0]))
    except Exception as error:  # one page never stops a run, not even one that shows a mistake of ours
        if len(rows) > 1:
            for row in rows:
                yield from _parsed([row])
        else:
            yield Outcome(bundle, [rows[0]["uri"]], error=_clean(f"cannot be parsed ({type(error).__name__}: {error})"))


def _events(bundle: str, sources: Sequence[Source], row: dict[str, Any]) -> Iterator[Outcome]:
    for pages in group_pages(sources, dialect=row["dialect"]):
        uris = list(dict.fromkeys(str(page.source.facts["uri"]) for page in pages))
        transcript = parse_pages(pages, dialect=row["dialect"])
        if row["crawled"] and transcript.kind != "transcript":
            yield Outcome(bundle, uris)
        else:
            yield Outcome(bundle, uris, transcript)


def _source(row: dict[str, Any]) -> Source:
    data, uri, kind = row["content"] or b"", row["uri"], row["media_type"]
    if kind in {"text/html", "application/xhtml+xml"}:
        return source_of_html(data, name=uri, uri=uri, encoding=row["encoding"], charset=row["charset"])
    return source_of_bytes(data, name=uri, uri=uri, encoding=row["encoding"])


def _structs(rows: pa.Table, table: str) -> pa.StructArray:
    schema = schema_of(table)
    return pa.StructArray.from_arrays(
        [rows.column(name).combine_chunks() for name in schema.names], fields=list(schema)
    )


def _diagnostics(transcripts: Sequence[Transcript], ids: Sequence[str], dates: pa.Array) -> pa.Table:
    found = [(number, d) for number, transcript in enumerate(transcripts) for d in transcript.diagnostics]
    owners = pa.array([number for number, _ in found], pa.int64())
    columns = [
        pa.array(ids, pa.string()).take(owners) if ids else pa.nulls(0, pa.string()),
        dates.take(owners) if len(dates) else pa.nulls(len(found), pa.date32()),
        pa.array([d.code for _, d in found], pa.string()),
        pa.array([d.severity for _, d in found], pa.string()),
        pa.array([_clean(d.message) for _, d in found], pa.string()),
        pa.array([d.start for _, d in found], pa.int64()),
        pa.array([d.end for _, d in found], pa.int64()),
    ]
    return pa.Table.from_arrays(columns, schema=schema_of("diagnostics"))


def _json(transcript: Transcript | None) -> str:
    return _clean(transcript.to_json()) if transcript is not None else ""


def _clean(text: str) -> str:
    """A text without halves of characters, which Arrow cannot hold."""
    return text.encode("utf-8", _LONE).decode("utf-8")
