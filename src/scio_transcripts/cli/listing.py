"""What pages, folders and corpora hold, one row an event.

In: paths as given. Out: `Listed`, in the order of the paths; a corpus's by date. Promises: of a corpus, only columns
are read, never documents, so one of thousands is quick; what cannot be read is told in one line, and comes as None.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from scio_transcripts.cli.corpora import is_corpus
from scio_transcripts.cli.exits import complain
from scio_transcripts.cli.inputs import Join, read_transcripts
from scio_transcripts.errors import CorpusError

if TYPE_CHECKING:
    from scio_transcripts.model import Transcript

_COLUMNS = ["transcript", "date", "title", "kind", "n_turns", "language"]


@dataclass(frozen=True, slots=True)
class Listed:
    """One event."""

    date: str | None
    """Day of the event, `YYYY-MM-DD`."""
    title: str | None
    kind: str
    turns: int
    language: str
    files: tuple[str, ...]
    """Its pages, in order."""


def listed(paths: Sequence[Path], *, encoding: str | None, dialect: str | None, join: Join) -> Iterator[Listed | None]:
    """The events of pages and of corpora. Pages that are given one after the other are read together."""
    for stored, some in groupby(paths, is_corpus):
        if stored:
            for path in some:
                yield from _of_corpus(path)
        else:
            for name, event in read_transcripts(list(some), encoding=encoding, dialect=dialect, join=join):
                yield _of_event(name, event) if event is not None else None


def _of_event(name: str, event: Transcript) -> Listed:
    files = tuple(dict.fromkeys(part.source.uri or name for part in event.pages.parts)) or (name,)
    date = str(event.event.date) if event.event.date else None
    return Listed(date, event.title, event.kind, len(event.turns), event.language, files)


def _of_corpus(path: Path) -> Iterator[Listed | None]:
    """The transcripts of a corpus, in order of dates; those without a date last."""
    from scio_transcripts.corpus import Corpus

    try:
        corpus = Corpus(path)
        files: dict[str, list[str]] = {}
        for batch in corpus.batches("sources", ["uri", "transcripts"]):
            for uri, ids in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                for own in ids or ():
                    files.setdefault(own, []).append(uri)
        rows = [
            row
            for batch in corpus.batches("transcripts", _COLUMNS)
            for row in zip(*(batch.column(name).to_pylist() for name in _COLUMNS), strict=True)
        ]
    except CorpusError as error:
        complain(error)
        yield None
        return
    for own, date, title, kind, turns, language in sorted(rows, key=lambda row: (row[1] is None, str(row[1]), row[0])):
        pages = _in_order(files.get(own, ()))
        yield Listed(str(date) if date else None, title, kind, turns, language, pages)


def _in_order(names: Sequence[str]) -> tuple[str, ...]:
    """A corpus keeps its sources in no order of pages: names are sorted as people do."""
    from scio_transcripts.sources.naming import natural

    return tuple(sorted(names, key=lambda name: (natural(name.rpartition(".")[0]), name)))
