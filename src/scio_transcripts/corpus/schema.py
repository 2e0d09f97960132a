"""The columns of a corpus: its tables, its list of sources, and what goes into the kernel and comes out.

In: the name of a table. Out: its fixed Arrow schema. Promises: the tables that other writers make too have the same
columns here. Knows nothing of files.
"""

from __future__ import annotations

from functools import lru_cache

import pyarrow as pa

from scio_transcripts.model import SCHEMA_VERSION
from scio_transcripts.writers.arrow import COLUMNS, TABLES_VERSION
from scio_transcripts.writers.arrow import schema_of as written_schema

_DOCUMENTS = [
    ("transcript", pa.string(), "Id of the transcript."),
    ("date", pa.date32(), "Date of the event."),
    ("document", pa.string(), "The whole document as JSON."),
]
_DIAGNOSTICS = [
    ("transcript", pa.string(), "Id of the transcript."),
    ("date", pa.date32(), "Date of the event."),
    ("code", pa.string(), "Code of the diagnostic."),
    ("severity", pa.string(), "error, warning or info."),
    ("message", pa.string(), "What was seen and what was decided."),
    ("start", pa.int64(), "First character it is about."),
    ("end", pa.int64(), "One past the last character."),
]
_OWN = {"diagnostics": _DIAGNOSTICS, "documents": _DOCUMENTS}
TABLES = (*COLUMNS, *_OWN)
"""Every table of a corpus, by name."""
NESTED = ("turns", "exchanges", "participants", "diagnostics")
"""The tables that have many rows for one transcript."""

BATCH_IN = pa.schema(
    [
        pa.field("uri", pa.string(), metadata={"description": "Path or address of the page."}),
        pa.field("content", pa.binary(), metadata={"description": "Its bytes."}),
        pa.field("bundle", pa.string(), metadata={"description": "Pages with the same word are looked at together."}),
        pa.field("media_type", pa.string(), metadata={"description": "For pages of an archive, what the server said."}),
        pa.field("charset", pa.string(), metadata={"description": "The charset that the server named."}),
        pa.field("encoding", pa.string(), metadata={"description": "The encoding, where it is known."}),
        pa.field("dialect", pa.string(), metadata={"description": "The layout family, where it is known."}),
        pa.field("crawled", pa.bool_(), metadata={"description": "Whether only transcripts are wanted."}),
    ]
)
"""What `kernel.parse_batch` takes. Only `uri` and `content` are needed."""
SOURCES = pa.schema(
    [
        pa.field("uri", pa.string(), metadata={"description": "Path or address of the page."}),
        pa.field("archive", pa.string(), metadata={"description": "The archive that holds it, or null."}),
        pa.field("sha256", pa.string(), metadata={"description": "SHA-256 of its bytes."}),
        pa.field("size", pa.int64(), metadata={"description": "Their number."}),
        pa.field("mtime", pa.int64(), metadata={"description": "When the file was changed last, in nanoseconds."}),
        pa.field("media_type", pa.string(), metadata={"description": "What the server said, in an archive."}),
        pa.field("charset", pa.string(), metadata={"description": "The charset that the server named."}),
        pa.field("captured", pa.string(), metadata={"description": "When it was captured, in an archive."}),
        pa.field(
            "bundle", pa.string(), metadata={"description": "Sources that were looked at together have the same."}
        ),
        pa.field("part", pa.string(), metadata={"description": "The part that it went into, or null."}),
        pa.field("transcripts", pa.list_(pa.string()), metadata={"description": "Ids of what was read from it."}),
        pa.field(
            "status", pa.string(), metadata={"description": "read, archive, duplicate, passed over, kept or error."}
        ),
        pa.field("error", pa.string(), metadata={"description": "Why it could not be read, or was passed over."}),
    ]
)
"""The list of sources."""


@lru_cache(maxsize=16)
def schema_of(table: str) -> pa.Schema:
    """The fixed schema of one table of a corpus.

    >>> schema_of("diagnostics").names[:3]
    ['transcript', 'date', 'code']
    """
    if table in COLUMNS:
        return written_schema(table)
    fields = [pa.field(name, kind, metadata={"description": meaning}) for name, kind, meaning in _OWN[table]]
    versions = {"table": table, "schema_version": SCHEMA_VERSION, "tables_version": TABLES_VERSION}
    return pa.schema(fields, {f"scio_transcripts.{key}": value for key, value in versions.items()})


@lru_cache(maxsize=1)
def batch_out() -> pa.Schema:
    """What `kernel.parse_batch` gives: a row for each transcript, and one for each page that gave none."""
    row = pa.struct(list(schema_of("transcripts")))
    return pa.schema(
        [
            pa.field("bundle", pa.string()),
            pa.field("uris", pa.list_(pa.string())),
            pa.field("error", pa.string()),
            pa.field("transcript", pa.string()),
            pa.field("date", pa.date32()),
            pa.field("document", pa.string()),
            pa.field("transcripts", row),
            *(pa.field(table, pa.list_(pa.struct(list(schema_of(table))))) for table in NESTED),
        ]
    )
