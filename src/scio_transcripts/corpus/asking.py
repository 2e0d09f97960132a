"""What can be asked of an open corpus: its doors to SQL, search, keyword in context, numbers, and lazy frames.

In: an open corpus. Out: answers from its snapshot. Promises: what answers is imported when it is first asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from scio_transcripts.errors import CorpusError, MissingExtraError

if TYPE_CHECKING:
    import duckdb
    import narwhals as nw

    from scio_transcripts.corpus.kwic import Line
    from scio_transcripts.corpus.search import Results
    from scio_transcripts.corpus.segments import Segment
    from scio_transcripts.corpus.stats import Stats
    from scio_transcripts.corpus.store import Corpus


class Asking:
    """The part of `Corpus` that answers questions."""

    path: Path
    _segments: tuple[Segment, ...] | None = None
    _database: Any = None
    _searching: duckdb.DuckDBPyConnection | None = None

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

    def stats(self) -> Stats:
        """The corpus in numbers."""
        from scio_transcripts.corpus.stats import stats

        return stats(self._corpus())

    def sql(self, statement: str, parameters: Sequence[Any] = ()) -> nw.LazyFrame[Any]:
        """The result of one SELECT over the views, as a lazy frame: nothing is read before `.collect()`.

        `.collect()` gives an Arrow table, `.collect("polars")` and `.collect("pandas")` frames of these, and
        `.to_native()` DuckDB's relation. Raises `SqlError` where the statement cannot be run.
        """
        from scio_transcripts.corpus.tables import database_of, select

        try:
            import narwhals
        except ImportError:
            raise MissingExtraError("corpus", "a lazy frame") from None
        if self._database is None:
            self._database = database_of(self._corpus())
        return narwhals.from_native(select(self._database, statement, parameters))

    @property
    def transcripts(self) -> nw.LazyFrame[Any]:
        """The table of transcripts, as a lazy frame."""
        return self.sql("SELECT * FROM transcripts")

    @property
    def turns(self) -> nw.LazyFrame[Any]:
        """The table of turns, as a lazy frame."""
        return self.sql("SELECT * FROM turns")

    @property
    def exchanges(self) -> nw.LazyFrame[Any]:
        """The table of exchanges, as a lazy frame."""
        return self.sql("SELECT * FROM exchanges")

    @property
    def participants(self) -> nw.LazyFrame[Any]:
        """The table of participants, as a lazy frame."""
        return self.sql("SELECT * FROM participants")

    @property
    def diagnostics(self) -> nw.LazyFrame[Any]:
        """The table of diagnostics, as a lazy frame."""
        return self.sql("SELECT * FROM diagnostics")

    @property
    def outlets(self) -> nw.LazyFrame[Any]:
        """The outlets of the registry, as it was when this corpus was first asked, as a lazy frame."""
        return self.sql("SELECT * FROM outlets")

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection to a database in memory that remembers what it knows of files, with tables of its own."""
        from scio_transcripts.corpus.database import connect, cursor_of

        if self._searching is None:
            self._searching = connect()
        return cursor_of(self._searching)

    def _corpus(self) -> Corpus:
        return cast("Corpus", self)
