"""The tables of a corpus as lazy frames that threads may share.

In: a database and a statement. Out: `Frame`, which is a lazy frame of narwhals. Promises: frames of one corpus can be
joined, whichever thread made them; each `collect` is a statement of its own; errors are this package's or narwhals'.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

import duckdb
import narwhals

from scio_transcripts.corpus.statements import Database, SqlError, Statement, sql_told
from scio_transcripts.errors import ArgumentError, MissingExtraError

_BACKENDS = ("pandas", "polars", "pyarrow")


class BackendError(ArgumentError):
    """A kind of frame was asked for that there is none of. `name` is what was asked."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return f"no frames of {self.name!r}; collect() takes {', '.join(_BACKENDS)}, or nothing for narwhals' own"


class Frame(narwhals.LazyFrame):  # type: ignore[misc]  # narwhals is not installed where types are checked
    """A lazy frame over the tables of a corpus. Nothing is read before `collect`.

    DuckDB's relation within belongs to the thread that made it; any other uses one of its own, made of the same SQL.
    """

    _database: Database | None = None
    _seconds: float | None = None
    _sql = ""
    _home: Any = None
    """The connection that the relation is on."""

    @property
    def _compliant_frame(self) -> Any:
        if self._database is None or self._database.connection is self._home:
            return self._relation
        return narwhals.from_native(self._database.connection.sql(self._sql))._compliant_frame

    @_compliant_frame.setter
    def _compliant_frame(self, relation: Any) -> None:
        self._relation = relation

    def _with_compliant(self, df: Any) -> Any:
        made = super()._with_compliant(df)
        return made._of(self._database, self._seconds) if self._database is not None else made

    def _of(self, database: Database, seconds: float | None) -> Frame:
        self._sql = self.to_native().sql_query()
        self._database, self._seconds, self._home = database, seconds, database.connection
        return self

    def collect(self, backend: Any = None, *, timeout: float | None = None, **options: Any) -> Any:
        """Run it. Gives a frame of narwhals over Arrow; for "pandas", "polars" or "pyarrow" a frame of these.

        `timeout`: seconds after which it is stopped with `SqlTimeoutError`; without it, those that `sql` was given.
        """
        if self._database is None:
            return super().collect(backend, **options)
        name, path = _name_of(backend), self._database.path
        statement = Statement(self._database.cursor(), timeout if timeout is not None else self._seconds)
        try:
            with sql_told(path):
                found = statement.do(
                    lambda: narwhals.from_native(statement.cursor.sql(self._sql)).collect(name, **options)
                )
        except ModuleNotFoundError as error:
            raise MissingExtraError(name or error.name or "corpus", f'collect("{name}")') from None
        finally:
            statement.close()
        return found if name is None else found.to_native()


def _name_of(backend: Any) -> str | None:
    """The name of a backend that is given as a name, a module, or as narwhals has it."""
    if backend is None:
        return None
    name = str(getattr(backend, "__name__", getattr(backend, "value", backend))).lower()
    if name not in _BACKENDS:
        raise BackendError(name)
    return name


def _guarded(method: Any) -> Any:
    """A method of a frame whose errors are told."""

    @functools.wraps(method)
    def guarded(self: Frame, *arguments: Any, **options: Any) -> Any:
        if self._database is None:
            return method(self, *arguments, **options)
        with sql_told(self._database.path):
            return method(self, *arguments, **options)

    return guarded


for _name in dir(narwhals.LazyFrame):
    if (not _name.startswith("_") or _name == "__repr__") and _name not in vars(Frame):
        _method = getattr(narwhals.LazyFrame, _name)
        if callable(_method):
            setattr(Frame, _name, _guarded(_method))


def frame_of(database: Database, statement: str, seconds: float | None = None) -> Frame:
    """The rows of a statement that selects, as a lazy frame."""
    with sql_told(database.path, UnicodeError, TypeError):  # TypeError: half a character
        relation = narwhals.from_native(database.connection.sql(statement))._compliant_frame
        return Frame(relation, level="lazy")._of(database, seconds)


def filled(statement: str, values: Sequence[Any]) -> str:
    """A statement with its values written in where it has `?` or `$1`, as DuckDB writes them.

    >>> filled("SELECT '?' WHERE a = ? AND b = ?", ["it's", 2])
    "SELECT '?' WHERE a = 'it''s' AND b = 2"
    """
    written = statement.encode()
    tokens = [place for place, kind in duckdb.tokenize(statement) if kind == duckdb.token_type.operator]  # in bytes
    marks: list[tuple[int, int, int]] = []
    for place in tokens:
        if written[place : place + 1] == b"?":
            marks.append((place, place + 1, len(marks)))
        elif written[place : place + 1] == b"$" and (digits := _digits(written, place + 1)):
            marks.append((place, place + 1 + len(digits), int(digits) - 1))
    wanted = max((number + 1 for _, _, number in marks), default=0)
    if wanted != len(values):
        raise SqlError(f"the statement has {wanted} places for values, and {len(values)} are given")
    for start, end, number in reversed(marks):
        written = written[:start] + _literal(values[number]) + written[end:]
    return written.decode()


def _digits(written: bytes, start: int) -> bytes:
    rest = written[start : start + 5]
    return rest[: len(rest) - len(rest.lstrip(b"0123456789"))]


def _literal(value: Any) -> bytes:
    try:
        return str(duckdb.ConstantExpression(value)).encode()
    except (duckdb.Error, TypeError, UnicodeError) as error:
        raise SqlError(f"a value of the type {type(value).__name__} cannot be used ({error})") from None
