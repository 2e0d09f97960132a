"""DuckDB as this package uses it: a database in memory that reads Parquet files by name, and nothing else.

In: paths. Out: connections, and pieces of SQL that name files. Promises: no extension is fetched or loaded; a path is
never read as a pattern or as SQL. Knows no tables.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scio_transcripts.errors import MissingExtraError

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
    connection.execute("SET enable_progress_bar = false")
    return connection


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
