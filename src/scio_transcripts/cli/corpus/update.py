"""`scio-transcripts corpus update`: the sources of a corpus, looked at again."""

from __future__ import annotations

from typing import Annotated

import typer

from scio_transcripts.cli.corpus.build import AddressOption, CheckAllOption, EngineOption, JobsOption
from scio_transcripts.cli.corpus.progress import CorpusArgument, building, finished

EXAMPLES = "Example: scio-transcripts corpus update corpus --remove"


def run(
    corpus: CorpusArgument,
    *,
    keep: Annotated[
        bool,
        typer.Option(
            "--keep/--remove", help="Keep what was read from sources that are no longer there, or let it go with them."
        ),
    ] = True,
    jobs: JobsOption = None,
    engine: EngineOption = "local",
    address: AddressOption = None,
    check_all: CheckAllOption = False,
) -> None:
    """Look again at everything that the corpus was made of, and read what is new or has changed."""
    from scio_transcripts.corpus import update

    with building() as watch:
        updated = update(corpus, engine=engine, jobs=jobs, address=address, keep=keep, check_all=check_all, watch=watch)
    finished(updated)
