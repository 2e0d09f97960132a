"""What runs the kernel: one file an engine, one row in a table.

In: batches with their keys. Out: what the kernel gave for each, in any order. Promises: an engine changes no result.
To add one: a module here with a function `engine(address)` that gives an `Engine`, and a row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol

from scio_transcripts.errors import ArgumentError, MissingExtraError

if TYPE_CHECKING:
    import pyarrow as pa

    from scio_transcripts.corpus.references import Changed

ENGINES = {"local": "local", "ray": "ray"}
"""Name of each engine, and its module."""
_PACKAGES = {"ray": "ray"}
"""Those that need an extra of their own name, and a package of it. They know of clusters."""
Call = Callable[[Any], tuple[Any, ...]]
Aside = Callable[[str, "pa.RecordBatch"], Any]
"""Puts a result aside with its key, and says in short what it is. Can be sent to other processes of the machine."""
Between = Callable[[], Iterable[tuple[Any, ...]]]
"""Gives what there is to be done besides: functions with their arguments."""


class Engine(Protocol):
    """Runs `kernel.parse_batch` over batches."""

    @property
    def reads(self) -> bool:
        """Whether its processes read the sources themselves. Then it is given batches of `references.REFERENCES`."""

    def __call__(
        self,
        batches: Iterable[tuple[str, pa.RecordBatch]],
        aside: Aside,
        *,
        jobs: int | None = None,
        between: Between = tuple,
    ) -> Iterator[tuple[str, Any | Changed]]:
        """Each batch's key with what `aside` says of its result, in any order, every key once.

        Batches with contents are read only as far ahead as there is work for, so that memory does not grow with their
        number. What `between` gives may be done meanwhile by processes of this machine, or not: no result comes of it.
        """

    def each(self, call: Call, items: Iterable[Any], *, jobs: int | None = None) -> Iterator[tuple[Any, Any]]:
        """Items with what came of each, in any order. `call` makes of an item a function and its arguments.

        What was under way when a process died comes with an exception as its result.
        """

    def each_here(self, call: Call, items: Iterable[Any], *, jobs: int | None = None) -> Iterator[tuple[Any, Any]]:
        """As `each`, by processes of this machine, which see the folder of the corpus."""

    def close(self) -> None:
        """End what was started."""


class EngineError(ArgumentError):
    """An engine was asked for that there is not. `name` is what was asked."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"no engine named {self.name!r}; known: {', '.join(ENGINES)}"


class AddressError(ArgumentError):
    """A cluster was named for an engine that knows of none. `name` is the engine."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"the engine {self.name!r} has no cluster; leave the address out, or name the engine ray"


def check_engine(name: str, address: str | None = None) -> None:
    """Raise an error for what no engine can be; none is loaded."""
    if name not in ENGINES:
        raise EngineError(name)
    if address is not None and name not in _PACKAGES:
        raise AddressError(name)
    if name in _PACKAGES and find_spec(_PACKAGES[name]) is None:
        raise MissingExtraError(name, f"the engine {name}")


class Named:
    """The engine of that name, loaded when it is first needed: a build that finds nothing new needs none."""

    def __init__(self, name: str, address: str | None = None) -> None:
        check_engine(name, address)
        self._name = name
        self._address = address
        self._loaded: Engine | None = None

    def _engine(self) -> Engine:
        if self._loaded is None:
            loaded: Engine = import_module(f"{__name__}.{ENGINES[self._name]}").engine(self._address)
            self._loaded = loaded
        return self._loaded

    @property
    def reads(self) -> bool:
        """As `Engine.reads`."""
        return self._engine().reads

    def __call__(
        self,
        batches: Iterable[tuple[str, pa.RecordBatch]],
        aside: Aside,
        *,
        jobs: int | None = None,
        between: Between = tuple,
    ) -> Iterator[tuple[str, Any | Changed]]:
        """As `Engine`."""
        return self._engine()(batches, aside, jobs=jobs, between=between)

    def each(self, call: Call, items: Iterable[Any], *, jobs: int | None = None) -> Iterator[tuple[Any, Any]]:
        """As `Engine.each`."""
        return self._engine().each(call, items, jobs=jobs)

    def each_here(self, call: Call, items: Iterable[Any], *, jobs: int | None = None) -> Iterator[tuple[Any, Any]]:
        """As `Engine.each_here`."""
        return self._engine().each_here(call, items, jobs=jobs)

    def close(self) -> None:
        """As `Engine.close`."""
        if self._loaded is not None:
            self._loaded.close()


@contextmanager
def opened(engine: str | Engine, address: str | None = None) -> Iterator[Engine]:
    """An engine, by name or as it is. One that was named is closed at the end."""
    if not isinstance(engine, str):
        yield engine
        return
    found = Named(engine, address)
    try:
        yield found
    finally:
        found.close()
