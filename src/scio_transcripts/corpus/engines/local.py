"""The engine of one machine: a pool of processes.

In: batches with their keys. Out: results, in any order. Promises: a bounded number of batches is under way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from scio_transcripts.corpus.kernel import parse_batch

if TYPE_CHECKING:
    import pyarrow as pa


def run(
    batches: Iterable[tuple[str, pa.RecordBatch]], *, jobs: int | None = None
) -> Iterator[tuple[str, pa.RecordBatch]]:
    """Parse in this process."""
    for key, batch in batches:
        yield key, parse_batch(batch)
