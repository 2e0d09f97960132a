"""Quotations in whatever a command is given: pages, folders, and corpora.

In: paths and quotations. Out: a `Finding` for each. Promises: pages are read once for all quotations; in a corpus the
index names the documents that are read. Draws nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from scio_transcripts.cli.corpora import events_of, is_corpus
from scio_transcripts.cli.exits import FAILED
from scio_transcripts.cli.inputs import joining

if TYPE_CHECKING:
    from scio_transcripts.views.everywhere import Finding, Gathering


def findings_in(
    paths: Sequence[Path],
    asked: Sequence[str],
    speaker: str | None,
    *,
    encoding: str | None,
    dialect: str | None,
    join: bool | None = None,
) -> tuple[list[Finding], bool]:
    """What became of each quotation, and whether all could be read. Where nothing could, the command has failed."""
    from scio_transcripts.views.everywhere import Gathering
    from scio_transcripts.views.passages import Spoken

    gatherings = [Gathering(one, speaker) for one in asked]
    read = failed = 0
    for stored, some in groupby(paths, is_corpus):
        if stored:
            for path in some:
                _look_through(path, asked, gatherings)
                read += 1
            continue
        for name, transcript in events_of(some, encoding=encoding, dialect=dialect, join=joining(join)):
            if transcript is None:
                failed += 1
                continue
            read += 1
            spoken = Spoken(transcript)
            for gathering in gatherings:
                gathering.look(name, spoken)
    if not read:
        raise typer.Exit(FAILED)
    return [gathering.settled() for gathering in gatherings], not failed


def _look_through(path: Path, asked: Sequence[str], gatherings: Sequence[Gathering]) -> None:
    from scio_transcripts.cli.corpus.asked import opened
    from scio_transcripts.corpus.quoted import look_through

    corpus = opened(path)
    for one, gathering in zip(asked, gatherings, strict=True):
        look_through(corpus, one, gathering)
