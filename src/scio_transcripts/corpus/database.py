"""DuckDB as this package uses it: a database in memory that reads Parquet files by name, and nothing else.

In: paths. Out: connections, and pieces of SQL that name files. Promises: no extension is fetched or loaded; a path is
never read as a pattern or as SQL. Knows no tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scio_transcripts.errors import CorpusError, MissingExtraError

if TYPE_CHECKING:
    import duckdb

_SETTINGS: dict[str, Any] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "python_enable_replacements": False,
}
PATTERN_SIGNS = str.maketrans({"*": "[*]", "?": "[?]", "[": "[[]"})


def connect(**settings: Any) -> duckdb.DuckDBPyConnection:
    """A new database in memory."""
    try:
        import duckdb
    except ImportError:
        raise MissingExtraError("corpus", "asking a corpus") from None
    connection = duckdb.connect(":memory:", config={**_SETTINGS, **settings})
    connection.execute("SET GLOBAL parquet_metadata_cache = true")  # no file of a corpus ever changes
    connection.execute("SET enable_progress_bar = false")
    return connection


def cursor_of(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Another connection to the same database, with tables of its own."""
    cursor = connection.cursor()
    cursor.execute("SET enable_progress_bar = false")
    return cursor


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell a file that cannot be read as an error of the corpus."""
    try:
        import duckdb
    except ImportError:
        raise MissingExtraError("corpus", "asking a corpus") from None
    try:
        yield
    except duckdb.OutOfMemoryException:
        raise CorpusError(str(path), "needs more memory than there is", "search for rarer words") from None
    except duckdb.InterruptException:
        raise
    except (duckdb.Error, UnicodeDecodeError) as error:  # a damaged file can end in any of them
        reason = f"has a file that is gone or damaged ({' '.join(str(error).split())[:200]})"
        raise CorpusError(str(path), reason, "open it anew, or run: scio-transcripts corpus check") from None


def quoted(text: str) -> str:
    """A string as SQL writes it.

    >>> quoted("it's")
    "'it''s'"
    """
    return "'" + text.replace("'", "''") + "'"


def reading(paths: Iterable[Path], options: str = "") -> str:
    """`read_parquet` of these files, of which there is at least one."""
    files = ", ".join(quoted(str(path).translate(PATTERN_SIGNS)) for path in paths)
    return f"read_parquet([{files}]{', ' if options else ''}{options})"
