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
    connection: duckdb.DuckDBPyConnection = faults().connect(":memory:", config={**_SETTINGS, **settings})
    connection.execute("SET GLOBAL parquet_metadata_cache = true")  # no file of a corpus ever changes
    connection.execute("SET enable_progress_bar = false")
    return connection


def faults() -> Any:
    """The module that DuckDB's errors are in."""
    try:
        import duckdb
    except ImportError:
        raise MissingExtraError("corpus", "asking a corpus") from None
    return duckdb


def closed(path: Path) -> CorpusError:
    """What whoever asks a closed corpus is told."""
    return CorpusError(str(path), "is closed", "open it anew: Corpus(path)")


def gone(path: Path, error: Exception) -> CorpusError:
    """What is told where a file cannot be read."""
    reason = f"has a file that is gone or damaged ({in_one_line(error)})"
    return CorpusError(str(path), reason, "open it anew, or run: scio-transcripts corpus check")


def in_one_line(error: Exception) -> str:
    """DuckDB's message without what it draws below it."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return " ".join(lines[:2])[:300] or type(error).__name__


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell what goes wrong while a corpus is searched or counted as an error of the corpus."""
    duckdb = faults()
    try:
        yield
    except duckdb.OutOfMemoryException:
        raise CorpusError(str(path), "needs more memory than there is", "search for rarer words") from None
    except (duckdb.InterruptException, duckdb.ConnectionException):
        raise closed(path) from None
    except (duckdb.Error, UnicodeDecodeError) as error:  # a damaged file can end in any of them
        raise gone(path, error) from None
    except RuntimeError as error:  # as DuckDB tells Ctrl-C
        if "interrupted" in str(error).lower():
            raise KeyboardInterrupt from None
        raise


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
