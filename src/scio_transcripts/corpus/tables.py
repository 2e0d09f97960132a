"""The tables of a corpus as views of a database, for SQL and for lazy frames.

In: a corpus. Out: a database whose views are the tables of the corpus's snapshot, with a table of the outlets of the
registry in use, and nothing besides. Promises: nobody's SQL can read another file, write one, or loosen this: reading
is limited to the files of the views, the settings are locked, and only statements that select are run. Of files by
year, only those asked for are opened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scio_transcripts.corpus.database import connect, in_one_line, quoted, reading, told
from scio_transcripts.corpus.statements import Database, SqlError, Statement, sql_told
from scio_transcripts.lazy import re

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

    from scio_transcripts.corpus.frames import Frame
    from scio_transcripts.corpus.store import Corpus

VIEWS = ("transcripts", "turns", "exchanges", "participants", "diagnostics", "documents", "sources")
"""Each but the last has the column `year` besides its own; a condition on it spares other years' files."""
OUTLETS = {
    "id": "VARCHAR",
    "name": "VARCHAR",
    "names": "VARCHAR[]",
    "country": "VARCHAR",
    "ownership": "VARCHAR",
    "kind": "VARCHAR",
    "parent": "VARCHAR",
}
"""The columns of the table `outlets`, which are those of an `Outlet`; `names` has every name that finds it."""
_OPTIONS = "hive_partitioning = true, hive_types = {'year': BIGINT}"
"""Where all rows are without a date, the year would else be text."""
_LONGEST = 100_000
_CORPUS = Path("the corpus")
_TIMES = re.compile(r"\b(?:DATE|TIME\w*)\b")
"""In the name of a type: a day, a time, or a list or structure of these."""
_TYPES = {"string": "VARCHAR", "date32[day]": "DATE", "int64": "BIGINT", "bool": "BOOLEAN"}


def database_of(corpus: Corpus, *, memory: str | None = None) -> duckdb.DuckDBPyConnection:
    """A database with the views, locked."""
    settings = {"memory_limit": memory} if memory else {}
    database = connect(temp_directory="", **settings)
    allowed: list[str] = []
    for view in VIEWS:
        paths = [path.absolute() for path in corpus.paths(view)]
        allowed += [str(path) for path in paths]
        source = reading(paths, _OPTIONS if view != "sources" else "") if paths else _nothing(view)
        with told(corpus.path):
            database.execute(f"CREATE VIEW {view} AS SELECT * FROM {source}")
        allowed += [source_path for source_path in _as_patterns(allowed) if source_path not in allowed]
    _add_outlets(database)
    database.execute(f"SET allowed_paths = [{', '.join(map(quoted, dict.fromkeys(allowed)))}]")
    database.execute("SET enable_external_access = false")
    database.execute("SET lock_configuration = true")
    return database


def _add_outlets(database: duckdb.DuckDBPyConnection) -> None:
    """The table `outlets`, as the registry in use is now."""
    from scio_transcripts.registry.outlets import outlets

    known = outlets().values()
    columns = [[getattr(outlet, name) for outlet in known] for name in OUTLETS]
    database.execute(f"CREATE TABLE outlets ({', '.join(f'{name} {kind}' for name, kind in OUTLETS.items())})")
    database.execute(f"INSERT INTO outlets SELECT {', '.join(['unnest(?)'] * len(columns))}", columns)


def frame(database: Database, statement: str, values: Sequence[Any] = (), seconds: float | None = None) -> Frame:
    """One statement that selects, as a lazy frame. Raises `SqlError` for anything else."""
    from scio_transcripts.corpus.frames import filled, frame_of

    _check(database.connection, statement)
    return frame_of(database, filled(statement, values) if values else statement, seconds)


def run_select(
    database: duckdb.DuckDBPyConnection, statement: str, *, at_once: int = 1024, timeout: float | None = None
) -> tuple[list[str], Iterator[list[tuple[Any, ...]]]]:
    """The columns of one statement that selects, and its rows, some at a time. Raises `SqlError`.

    Days and times come as DuckDB writes them: it knows infinite ones, and times of a zone need a package that it lacks.
    `timeout`: seconds that it may take, after which it is stopped with `SqlTimeoutError`.
    """
    _check(database, statement)
    running = Statement(database.cursor(), timeout)
    with sql_told(_CORPUS, UnicodeError, TypeError):  # TypeError: half a character
        names = running.do(lambda: _ask(running.cursor, statement))

    def rows() -> Iterator[list[tuple[Any, ...]]]:
        try:
            with sql_told(_CORPUS, ValueError, OverflowError):  # such as a date that Python has none for
                while some := running.do(lambda: running.cursor.fetchmany(at_once)):
                    yield some
        finally:
            running.close()

    return _apart(names), rows()


def _ask(database: duckdb.DuckDBPyConnection, statement: str) -> list[str]:
    """Run a statement with its days and times as words. Gives the names of its columns."""
    import duckdb

    bare = statement.strip().rstrip(";")
    try:
        columns = database.execute(f"DESCRIBE {bare}").fetchall()
    except duckdb.Error:  # a mistake, which is told better below, or a SHOW, whose rows are words
        columns = []
    if any(_TIMES.search(column[1]) for column in columns):
        chosen = (f"#{n}::VARCHAR" if _TIMES.search(column[1]) else f"#{n}" for n, column in enumerate(columns, 1))
        database.execute(f"SELECT {', '.join(chosen)} FROM (\n{bare}\n)")
        return [column[0] for column in columns]
    database.execute(statement)
    return [column[0] for column in database.description or ()]


def _apart(names: Sequence[str]) -> list[str]:
    """Columns by names that differ, so that none hides another.

    >>> _apart(["a", "b", "a"])
    ['a', 'b', 'a_2']
    """
    given: dict[str, int] = {}
    apart = []
    for name in names:
        given[name] = given.get(name, 0) + 1
        apart.append(name if given[name] == 1 else f"{name}_{given[name]}")
    return apart


def _check(database: duckdb.DuckDBPyConnection, statement: str) -> None:
    """Refuse what is not one statement that selects."""
    import duckdb

    if len(statement) > _LONGEST:
        raise SqlError(f"the statement has {len(statement):,} characters; at most {_LONGEST:,} are read")
    try:
        statements = database.extract_statements(statement)
    except (duckdb.Error, UnicodeError, TypeError) as error:  # TypeError: half a character
        raise SqlError(in_one_line(error)) from None
    if not statements:
        raise SqlError("there is no statement; give one SELECT")
    if len(statements) != 1:
        raise SqlError(f"there are {len(statements)} statements; give one SELECT")
    if statements[0].type != duckdb.StatementType.SELECT:
        raise SqlError(f"{statements[0].type.name} is not allowed; a corpus can only be read: give one SELECT")


def _nothing(view: str) -> str:
    """SQL for a table of this name without rows."""
    from scio_transcripts.corpus.schema import schema_of

    columns = [f"NULL::{_type(field.type)} AS {quoted_name(field.name)}" for field in schema_of(view)]
    return f"(SELECT {', '.join(columns)}, NULL::BIGINT AS year WHERE false)"


def _type(kind: pa.DataType) -> str:
    name = str(kind)
    if name.startswith("list<"):
        return _type(kind.value_type) + "[]"
    return _TYPES[name]


def quoted_name(name: str) -> str:
    """A column's name as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'


def _as_patterns(paths: Sequence[str]) -> list[str]:
    """The same paths as `reading` names them: both are looked up among those that are allowed."""
    from scio_transcripts.corpus.database import PATTERN_SIGNS

    return [path.translate(PATTERN_SIGNS) for path in paths]
