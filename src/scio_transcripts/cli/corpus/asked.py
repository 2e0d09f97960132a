"""Arguments that the commands which ask a corpus share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scio_transcripts.cli.exits import say

if TYPE_CHECKING:
    from scio_transcripts.corpus import Corpus

CorpusArgument = Annotated[Path, typer.Argument(metavar="CORPUS", help="The folder that `corpus build` wrote.")]
RoleOption = Annotated[
    list[str] | None,
    typer.Option("--role", metavar="ROLE", help="Only words of chair, official, reporter or unknown. Can be repeated."),
]
OutletOption = Annotated[
    list[str] | None,
    typer.Option(
        "--outlet",
        metavar="NAME",
        help="Only questions of this outlet, and the answers to them: a name, an id, foreign, mainland, or a class of "
        "ownership. Can be repeated.",
    ),
]
CountryOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="The same for outlets of a country: Japan, or JP.")
]
OwnershipOption = Annotated[
    str | None, typer.Option(metavar="CLASS", help="The same for a class of ownership, such as foreign-public.")
]
SpeakerOption = Annotated[str | None, typer.Option(metavar="NAME", help="Only words of this speaker; part of a name.")]
SinceOption = Annotated[str | None, typer.Option(metavar="DAY", help="Only events from this day on: 2023, 2023-05-09.")]
UntilOption = Annotated[str | None, typer.Option(metavar="DAY", help="Only events up to the end of this day or year.")]


def opened(folder: Path) -> Corpus:
    """The corpus, with its index made where it is missing."""
    from scio_transcripts.corpus import Corpus

    corpus = Corpus(folder)
    with_index(corpus)
    return corpus


def with_index(corpus: Corpus, jobs: int | None = None, *, mend: bool = False) -> int:
    """Make the index where it is missing, and say so. Gives how many segments there are."""

    def told(done: int, total: int) -> None:
        if total > 1 and (done == total or done % 10 == 0):
            say(f"making the search index: {done:,} of {total:,} parts")

    return len(corpus.index(jobs=jobs, mend=mend, progress=told))


def filters(**given: Any) -> dict[str, Any]:
    """Those options that were given."""
    return {name: value for name, value in given.items() if value not in (None, [])}
