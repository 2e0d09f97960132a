"""Pages by where they are: an engine whose processes read the sources themselves is given these.

In: a batch with paths and hashes. Out: the same with contents, as `kernel.parse_batch` takes it, or the names of the
sources that are no longer what they were. Promises: a content always has the hash that was planned with.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from scio_transcripts.corpus.schema import BATCH_IN

REFERENCES = pa.schema(
    [
        *BATCH_IN,
        pa.field("path", pa.binary(), metadata={"description": "Where its bytes are: a name, which need not be text."}),
        pa.field("size", pa.int64(), metadata={"description": "Their number."}),
        pa.field("sha256", pa.string(), metadata={"description": "Their SHA-256."}),
    ]
)
"""`schema.BATCH_IN` before the pages are read: `content` is null."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Sources that are no longer what they were when they were hashed."""

    uris: tuple[str, ...]


def with_content(batch: pa.RecordBatch) -> pa.RecordBatch | Changed:
    """Read the pages of a batch of `REFERENCES`."""
    places = zip(*(batch.column(name).to_pylist() for name in ("path", "size", "sha256")), strict=True)
    contents = [_content(*place) for place in places]
    uris = batch.column("uri").to_pylist()
    changed = [uri for uri, content in zip(uris, contents, strict=True) if content is None]
    if changed:
        return Changed(tuple(changed))
    columns = [pa.array(contents, pa.binary()) if name == "content" else batch.column(name) for name in BATCH_IN.names]
    return pa.RecordBatch.from_arrays(columns, schema=BATCH_IN)


def _content(path: bytes, size: int, sha256: str) -> bytes | None:
    try:
        with Path(os.fsdecode(path)).open("rb") as file:
            data = file.read(size + 1)  # a file may have grown beyond all measure
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == sha256 else None
