"""Events out of whatever a command is given: pages, folders of pages, and folders that `corpus build` wrote.

In: paths as given. Out: each event with a name to show. Promises: events come in the order of the paths; what cannot be
read is told in one line on standard error, and comes as None. Knows nothing of what is said in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from scio_transcripts.cli.exits import complain
from scio_transcripts.cli.inputs import Join, read_transcripts
from scio_transcripts.errors import CorpusError

if TYPE_CHECKING:
    from scio_transcripts.model import Transcript


def is_corpus(path: Path) -> bool:
    """Whether a path is the folder of a corpus, as `corpus build` writes it."""
    try:
        return (path / "corpus.json").is_file()
    except (OSError, ValueError):  # no name that a file can have
        return False


def events_of(
    paths: Iterable[Path],
    *,
    encoding: str | None = None,
    dialect: str | None = None,
    strict: bool = False,
    join: Join = Join.AUTO,
) -> Iterator[tuple[str, Transcript | None]]:
    """The events of pages and of corpora, in order, each with a name to show.

    The name is that of the event's first page, or in a corpus the id of the transcript. What cannot be read comes as
    None. Pages that are given one after the other are read together. Raises `MissingExtraError` where a corpus is
    given and the extra `corpus` is not installed.
    """
    for stored, some in groupby(paths, is_corpus):
        if stored:
            for path in some:
                yield from _stored(path)
        else:
            yield from read_transcripts(list(some), encoding=encoding, dialect=dialect, strict=strict, join=join)


def _stored(path: Path) -> Iterator[tuple[str, Transcript | None]]:
    """The transcripts of a corpus, by date: the store is read, not the pages."""
    from scio_transcripts.corpus import Corpus
    from scio_transcripts.corpus.store import document_of

    try:
        for own, document in Corpus(path).documents():
            yield own, document_of(path, own, document)
    except CorpusError as error:
        complain(error)
        yield str(path), None
