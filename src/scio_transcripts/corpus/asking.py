"""What can be asked of an open corpus: its doors to SQL, search, keyword in context, numbers, and lazy frames.

In: an open corpus. Out: answers from its snapshot. Promises: what answers is imported when it is first asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, Self, cast

from scio_transcripts.errors import CorpusError, MissingExtraError

if TYPE_CHECKING:
    import duckdb

    from scio_transcripts.corpus.check import Fault
    from scio_transcripts.corpus.frames import Frame
    from scio_transcripts.corpus.kwic import Line
    from scio_transcripts.corpus.search import Results
    from scio_transcripts.corpus.segments import Segment
    from scio_transcripts.corpus.statements import Database
    from scio_transcripts.corpus.stats import Stats
    from scio_transcripts.corpus.store import Corpus
    from scio_transcripts.views import Anchor, Citation, Finding


class Asking:
    """The part of `Corpus` that answers questions."""

    path: Path
    _segments: tuple[Segment, ...] | None = None
    _tables: Database | None = None
    """The tables as views, for SQL."""
    _searching: Database | None = None
    """What remembers files of the index, for everything else."""
    _closed = False

    def __init__(self) -> None:
        self._lock = RLock()
        """Held by the one thread that makes what all use."""

    def close(self) -> None:
        """End all that runs, in whatever thread. Whoever asks later gets `CorpusError`. `with Corpus(...)` does it."""
        self._closed = True
        for database in (self._tables, self._searching):
            if database is not None:
                database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()

    def index(
        self,
        *,
        jobs: int | None = 1,
        mend: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> tuple[Segment, ...]:
        """The search index of this snapshot, which is made where it is missing.

        `jobs`: number of processes; None is one a core, for programs that begin under `if __name__ == "__main__"`.
        `mend`: look at every byte of it, and make anew what is damaged.
        """
        with self._lock:
            self.refuse_closed()
            return self._indexed(jobs, mend, progress)

    def _indexed(
        self, jobs: int | None, mend: bool, progress: Callable[[int, int], None] | None
    ) -> tuple[Segment, ...]:
        from scio_transcripts.corpus.index import index_of, make_index, remove_damaged

        corpus = self._corpus()
        if mend:
            self._segments = self._searching = None  # nothing that it remembers of these files holds
            remove_damaged(self.path, [part.id for part in corpus.manifest.parts])
        if self._segments is None:
            self._segments = index_of(self.path, [part.id for part in corpus.manifest.parts])
        if self._segments is None:
            parts = [(part.id, part.paths(self.path, "turns")) for part in corpus.parts]
            try:
                self._segments = make_index(self.path, parts, jobs=jobs, progress=progress)
            except (OSError, ValueError) as error:  # from Arrow: either, and without a number
                if isinstance(error, OSError) and error.errno is not None:
                    reason = f"has no search index, and it cannot be made ({error.strerror or error})"
                    hint = "run where the corpus can be written: scio-transcripts corpus index"
                else:
                    reason = "has no search index, and a file that it is made of is damaged"
                    hint = "run: scio-transcripts corpus index, and if it is told again: scio-transcripts corpus check"
                raise CorpusError(str(self.path), reason, hint) from None
        return self._segments

    def search(self, query: str | Sequence[str], **options: Any) -> Results:
        """Find turns by words and phrases. Options are those of `scio_transcripts.corpus.search.search`."""
        from scio_transcripts.corpus.search import search

        return search(self._corpus(), query, **options)

    def kwic(self, word: str | Sequence[str], **options: Any) -> tuple[Line, ...]:
        """A word in its contexts. Options are those of `scio_transcripts.corpus.kwic.kwic`."""
        from scio_transcripts.corpus.kwic import kwic

        return kwic(self._corpus(), word, **options)

    def find_quotation(self, what: str | Anchor | Citation, *, speaker: str | None = None) -> Finding:
        """What became of a quotation, an anchor or a citation: all documents that have it, or the one most like it.

        As `scio_transcripts.views.verify_in`, but the index names the documents that are read: `docs/citing.md`.
        """
        from scio_transcripts.corpus.quoted import find_quotation

        return find_quotation(self._corpus(), what, speaker=speaker)

    def stats(self) -> Stats:
        """The corpus in numbers."""
        from scio_transcripts.corpus.stats import stats

        return stats(self._corpus())

    def check(self, *, jobs: int | None = 1) -> Iterator[Fault]:
        """Everything in which the corpus is not what its manifest says: every byte, row and document is looked at.

        `jobs` as in `index`. A sound corpus gives nothing.
        """
        from scio_transcripts.corpus.check import check

        self.refuse_closed()
        return check(self._corpus(), jobs=jobs)

    def sql(self, statement: str, parameters: Sequence[Any] = (), *, timeout: float | None = None) -> Frame:
        """The result of one SELECT over the views, as a lazy frame: nothing is read before `.collect()`.

        `.collect()` gives a narwhals frame over an Arrow table, `.collect("pandas")`, `.collect("polars")` and
        `.collect("pyarrow")` what these libraries have. `timeout`: seconds that a collect may take, after which its
        statement is stopped with `SqlTimeoutError`. Raises `SqlError` where the statement cannot be run.
        `.to_native()` is DuckDB's relation, which is for one thread, and whose errors are DuckDB's.
        """
        from scio_transcripts.corpus.tables import frame

        try:
            import narwhals  # noqa: F401  # told here where it is missing
        except ImportError:
            raise MissingExtraError("corpus", "a lazy frame") from None
        return frame(self._views(), statement, parameters, timeout)

    def _views(self) -> Database:
        from scio_transcripts.corpus.statements import Database
        from scio_transcripts.corpus.tables import database_of

        with self._lock:
            self.refuse_closed()
            if self._tables is None:
                self._tables = Database(self.path, database_of(self._corpus()))
            return self._tables

    @property
    def transcripts(self) -> Frame:
        """The table of transcripts, as a lazy frame."""
        return self.sql("SELECT * FROM transcripts")

    @property
    def turns(self) -> Frame:
        """The table of turns, as a lazy frame."""
        return self.sql("SELECT * FROM turns")

    @property
    def exchanges(self) -> Frame:
        """The table of exchanges, as a lazy frame."""
        return self.sql("SELECT * FROM exchanges")

    @property
    def participants(self) -> Frame:
        """The table of participants, as a lazy frame."""
        return self.sql("SELECT * FROM participants")

    @property
    def diagnostics(self) -> Frame:
        """The table of diagnostics, as a lazy frame."""
        return self.sql("SELECT * FROM diagnostics")

    @property
    def outlets(self) -> Frame:
        """The outlets of the registry, as it was when this corpus was first asked, as a lazy frame."""
        return self.sql("SELECT * FROM outlets")

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection to a database in memory that remembers what it knows of files, with tables of its own."""
        from scio_transcripts.corpus.statements import Database

        with self._lock:
            self.refuse_closed()
            if self._searching is None:
                self._searching = Database(self.path)
            return self._searching.cursor()

    def refuse_closed(self) -> None:
        """Raise `CorpusError` where the corpus is closed."""
        from scio_transcripts.corpus.database import closed

        if self._closed:
            raise closed(self.path)

    def _corpus(self) -> Corpus:
        return cast("Corpus", self)
