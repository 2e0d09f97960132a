"""What the kernel gave, put aside until its part can be written.

In: a result with its key, in whatever process made it. Out: a file; what it holds in short. Promises: what is read
back is what was put aside, or nothing, whatever happened to the disk meanwhile. Knows nothing of parts.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import NamedTuple

import pyarrow as pa

from scio_transcripts.corpus.layout import Layout, new_file
from scio_transcripts.corpus.schema import batch_out

_HASH = 64
"""Bytes before the Arrow file: its SHA-256 in hexadecimal. So many keep what follows aligned."""


class Told(NamedTuple):
    """A result in short."""

    sources: int
    problems: int
    """How many of them cannot be read."""


@dataclass(frozen=True, slots=True)
class Results:
    """The results of one corpus that wait. Can be sent to other processes of the machine."""

    layout: Layout

    def put(self, key: str, result: pa.RecordBatch) -> Told:
        """Put a result aside."""
        sink = pa.BufferOutputStream()
        with pa.ipc.new_file(sink, batch_out()) as writer:
            writer.write_batch(result)
        data = sink.getvalue()
        # The hash says whether it is whole, so nobody waits for the disk: what is lost is made again.
        with new_file(self.layout.result(key), lasting=False) as file:
            file.write(hashlib.sha256(data).hexdigest().encode())
            file.write(data)
        return told(result)

    def read(self, key: str) -> pa.RecordBatch | None:
        """A result that was put aside; None where there is none, or it is not what it was."""
        path = self.layout.result(key)
        try:
            with pa.memory_map(str(path)) as file:
                data = file.read_buffer()
        except (OSError, pa.ArrowException):
            return None
        try:
            content = data.slice(_HASH)
            if hashlib.sha256(content).hexdigest().encode() == data.slice(0, _HASH).to_pybytes():
                opened = pa.ipc.open_file(content)
                if opened.schema.equals(batch_out()):
                    return opened.get_batch(0)
        except (pa.ArrowException, IndexError):
            pass
        path.unlink(missing_ok=True)
        return None

    def remove(self, key: str) -> None:
        """Forget a result."""
        self.layout.result(key).unlink(missing_ok=True)


def told(result: pa.RecordBatch) -> Told:
    """What a result holds."""
    sources = {uri for uris in result.column("uris").to_pylist() for uri in uris}
    return Told(sources=len(sources), problems=result.num_rows - result.column("error").null_count)
