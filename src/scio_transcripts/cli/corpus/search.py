"""`scio-transcripts corpus search`: who said these words, where and when."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scio_transcripts.cli.corpus.asked import (
    CorpusArgument,
    CountryOption,
    OutletOption,
    OwnershipOption,
    RoleOption,
    SinceOption,
    SpeakerOption,
    UntilOption,
    filters,
    opened,
)
from scio_transcripts.cli.exits import FAILED, nothing_found, say
from scio_transcripts.cli.rows import Format, FormatOption

if TYPE_CHECKING:
    from scio_transcripts.corpus.hits import Hit
    from scio_transcripts.corpus.search import Results

EXAMPLES = "Example: scio-transcripts corpus search corpus 'new harbour' ferries --role official --outlet foreign"


class Sort(StrEnum):
    """Which comes first."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


def run(
    corpus: CorpusArgument,
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS",
            help="What must all stand in one turn. Words in the shell's quotation marks stand together: a phrase.",
        ),
    ],
    *,
    role: RoleOption = None,
    outlet: OutletOption = None,
    country: CountryOption = None,
    ownership: OwnershipOption = None,
    speaker: SpeakerOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    sort: Annotated[Sort, typer.Option(help="Which comes first.")] = Sort.RELEVANCE,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="Most turns to show; 0 is all.")] = 20,
    form: FormatOption = Format.TEXT,
) -> None:
    """Search what was said, in English and Chinese. Every hit is a turn, with a citation and the words around it.

    Case, width, accents and kinds of quotation mark do not matter. Exit status 1 where nothing is found.
    """
    from scio_transcripts.display.found import why_nothing

    given = filters(
        role=role, outlet=outlet, country=country, ownership=ownership, speaker=speaker, since=since, until=until
    )
    results = opened(corpus).search(words, order=sort.value, limit=limit or None, **given)
    if form is Format.JSON:
        from scio_transcripts.cli.rows import write_json

        write_json(_row(results))
    elif results.hits:
        _show(results)
    if not results.hits:
        nothing_found(why_nothing(results))
        raise typer.Exit(FAILED)


def _show(results: Results) -> None:
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.found import hit, summary
    from scio_transcripts.display.sheet import Sheet

    console = PipeConsole()
    marked = console.color_system is None
    for number, one in enumerate(results.hits, 1):
        console.print(Sheet(partial(hit, one, number, marked)), crop=False)
    say(summary(results))


def _row(results: Results) -> dict[str, Any]:
    return {
        "query": results.query.asked,
        "phrases": [phrase.text for phrase in results.query.phrases],
        "total": results.total,
        "with_all_words": results.with_all_words,
        "hits": [_hit(one) for one in results.hits],
    }


def _hit(one: Hit) -> dict[str, Any]:
    from scio_transcripts.cli.rows import citation_row

    return {
        "transcript": one.transcript,
        "turn": one.turn,
        "role": one.role,
        "outlet": one.outlet,
        "score": round(one.score, 6),
        "citation": citation_row(one.citation),
        "found": [asdict(paragraph) for paragraph in one.found],
    }
