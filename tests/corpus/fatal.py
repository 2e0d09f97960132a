"""A kernel that a page can end, as a fault in a library would."""

from __future__ import annotations

import os

import pyarrow as pa

from scio_transcripts.corpus.kernel import parse_batch

FATAL = b"fatal"


def kernel(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The real one, but for one word."""
    if FATAL in batch.column("content").to_pylist():
        os._exit(9)
    return parse_batch(batch)


def same(_key: str, result: pa.RecordBatch) -> pa.RecordBatch:
    """Puts nothing aside."""
    return result
