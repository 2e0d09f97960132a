"""Statements that many threads put to one database: each on a cursor of its own, each ended alone.

In: a database, and what is to be done with a cursor. Out: what comes of it. Promises: a statement ends soon after
Ctrl-C, at the end of its time, or when the database is closed, and no other statement does; nothing stays busy; no
error of DuckDB's gets through. Knows no tables.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from weakref import WeakSet

from scio_transcripts.corpus.database import closed, connect, faults, gone, in_one_line
from scio_transcripts.errors import ArgumentError, ScioTranscriptsError

if TYPE_CHECKING:
    import duckdb

T = TypeVar("T")
_LOOK = 0.2
"""Seconds between two looks whether Ctrl-C came: on Windows, nothing wakes a thread that waits."""
_PATIENCE = 3.0
"""Seconds that an ended statement has to let go. One that takes longer is left to itself, with its cursor."""


class SqlError(ArgumentError):
    """A statement cannot be run. `reason` says why, in one line."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SqlTimeoutError(ScioTranscriptsError, TimeoutError):
    """A statement was stopped at the end of its time. `seconds` is what it was given.

    >>> print(SqlTimeoutError(5))
    the statement was stopped after 5 seconds, its time limit; ask for less, or give it more time
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds

    def __str__(self) -> str:
        unit = "second" if self.seconds == 1 else "seconds"
        reason = f"the statement was stopped after {self.seconds:g} {unit}, its time limit"
        return f"{reason}; ask for less, or give it more time"


class Database:
    """A database of a corpus, which threads may share."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection | None = None) -> None:
        self.path = path
        self._root = connection or connect()
        self._lock = threading.Lock()
        self._own = threading.local()
        self._cursors: WeakSet[duckdb.DuckDBPyConnection] = WeakSet()
        self._closed = False

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The connection on which this thread puts frames together; no statement is run on it."""
        if self._closed:
            raise closed(self.path)
        if not hasattr(self._own, "connection"):
            self._own.connection = self.cursor()
        connection: duckdb.DuckDBPyConnection = self._own.connection
        return connection

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection to the same database, with tables of its own, for one statement. Raises `CorpusError`."""
        with self._lock:
            if self._closed:
                raise closed(self.path)
            cursor = self._root.cursor()
            self._cursors.add(cursor)
        with suppress(faults().Error):  # where the settings are locked; there, it is off from the start
            cursor.execute("SET enable_progress_bar = false")
        return cursor

    def close(self) -> None:
        """End what runs, and begin nothing more."""
        with self._lock:
            self._closed = True
            running = list(self._cursors)
        for cursor in running:
            with suppress(faults().Error):  # closed by whoever used it
                cursor.interrupt()


class Statement:
    """One cursor, and the seconds that its statement may still take; None is as many as it needs."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, seconds: float | None = None) -> None:
        if seconds is not None and not seconds > 0:
            raise SqlError(f"a time limit of {seconds:g} seconds leaves none; give more than 0")
        self.cursor = cursor
        self._seconds = seconds
        self._left = seconds

    def do(self, work: Callable[[], T]) -> T:
        """What `work` gives, which may use the cursor. It runs in another thread, so that this one can end it."""
        outcome: Future[T] = Future()
        threading.Thread(target=_settle, args=(outcome, work), daemon=True).start()
        began = time.monotonic()
        try:
            while not wait([outcome], _LOOK if self._left is None else min(self._left, _LOOK)).done:
                if self._left is not None and time.monotonic() - began >= self._left:
                    raise SqlTimeoutError(self._seconds or 0)
        except BaseException:
            self._end(outcome)
            raise
        if self._left is not None:
            self._left = max(self._left - (time.monotonic() - began), 0.001)  # rows that wait are given at once
        return outcome.result()

    def _end(self, outcome: Future[T]) -> None:
        until = time.monotonic() + _PATIENCE
        while not outcome.done() and time.monotonic() < until:  # again: it may not have begun when it was first told
            self.cursor.interrupt()
            wait([outcome], 0.05)

    def close(self) -> None:
        """Let go of the cursor."""
        with suppress(faults().Error):  # where a statement did not end in time, it is closed when that does
            self.cursor.close()


def _settle(outcome: Future[T], work: Callable[[], T]) -> None:
    try:
        outcome.set_result(work())
    except BaseException as error:
        outcome.set_exception(error)


@contextmanager
def sql_told(path: Path, *others: type[Exception]) -> Iterator[None]:
    """Tell what goes wrong with a statement: as the corpus's fault, or as the statement's, as `others` are too."""
    duckdb = faults()
    try:
        yield
    except (duckdb.InterruptException, duckdb.ConnectionException):
        raise closed(path) from None
    except duckdb.OutOfMemoryException:
        raise SqlError("the statement needs more memory than there is; ask for fewer rows or columns") from None
    except (duckdb.Error, *others) as error:
        if isinstance(error, UnicodeDecodeError) or (isinstance(error, _of_files()) and ".parquet" in str(error)):
            raise gone(path, error) from None
        raise SqlError(in_one_line(error)) from None
    except RuntimeError as error:  # as DuckDB tells Ctrl-C
        if "interrupted" in str(error).lower():
            raise KeyboardInterrupt from None
        raise


def _of_files() -> tuple[type[Exception], ...]:
    """What a damaged file ends in; none of these is what a forbidden one does."""
    duckdb = faults()
    return duckdb.IOException, duckdb.InvalidInputException, duckdb.SerializationException, duckdb.InternalException
