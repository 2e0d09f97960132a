"""What runs the kernel: one file an engine, one row in a table.

In: batches with their keys. Out: what the kernel gave for each, in any order. Promises: an engine changes no result.
To add one: a module here with a function `run(batches, *, jobs)`, and a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from scio_transcripts.errors import ArgumentError

if TYPE_CHECKING:
    import pyarrow as pa

ENGINES = {"local": "local", "ray": "ray"}
"""Name of each engine, and its module."""


class Engine(Protocol):
    """Runs `kernel.parse_batch` over batches."""

    def __call__(
        self, batches: Iterable[tuple[str, pa.RecordBatch]], *, jobs: int | None = None
    ) -> Iterator[tuple[str, pa.RecordBatch]]:
        """Each batch's key with its result, in any order, every key once.

        `batches` is read only as far ahead as there is work for, so that memory does not grow with their number.
        """


class EngineError(ArgumentError):
    """An engine was asked for that there is not. `name` is what was asked."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"no engine named {self.name!r}; known: {', '.join(ENGINES)}"


def check_engine(name: str) -> None:
    """Raise `EngineError` for a name that no engine has; nothing is loaded."""
    if name not in ENGINES or find_spec(f"{__name__}.{ENGINES[name]}") is None:
        raise EngineError(name)


def engine_named(name: str) -> Engine:
    """The engine of that name. Raises `EngineError` where there is none."""
    check_engine(name)
    engine: Engine = import_module(f"{__name__}.{ENGINES[name]}").run
    return engine
