"""`scio-transcripts corpus kwic`: a word in all its contexts, one line each."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

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
    from collections.abc import Sequence

    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.corpus.kwic import Line

EXAMPLES = "Example: scio-transcripts corpus kwic corpus harbour --width 40 --sort right"


_LONGEST_WORD = 40


class Sort(StrEnum):
    """The order of the lines."""

    DATE = "date"
    LEFT = "left"
    RIGHT = "right"


def run(
    corpus: CorpusArgument,
    words: Annotated[list[str], typer.Argument(metavar="WORD", help="A word; several are a phrase.")],
    *,
    width: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=1000,
            help="Columns on either side of the word. A terminal shows what it has room for, and no more.",
        ),
    ] = None,
    sort: Annotated[
        Sort, typer.Option(help="date: the oldest first. left, right: by the words before it, or behind it.")
    ] = Sort.DATE,
    limit: Annotated[int, typer.Option("--limit", "-n", min=0, help="Most lines; 0 is all.")] = 100,
    role: RoleOption = None,
    outlet: OutletOption = None,
    country: CountryOption = None,
    ownership: OwnershipOption = None,
    speaker: SpeakerOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    form: FormatOption = Format.TEXT,
) -> None:
    """Show each place where a word or phrase stands, with the words before and behind it.

    The lines are the first ones by date, whatever order they are shown in. Exit status 1 where there is none.
    """
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.concordance import room
    from scio_transcripts.display.wording import counted

    given = filters(
        role=role, outlet=outlet, country=country, ownership=ownership, speaker=speaker, since=since, until=until
    )

    console = PipeConsole()
    cells = width or room(console.width if console.is_terminal else 160)
    # Of more than is shown, a line begins and ends with a whole word.
    more = _LONGEST_WORD if form is Format.TEXT else 0
    found = opened(corpus).kwic(words, width=cells + more, sort=sort.value, limit=limit or None, **given)
    if form is Format.JSON:
        from scio_transcripts.cli.rows import write_json

        write_json([asdict(line) | {"date": line.date.isoformat() if line.date else None} for line in found])
    else:
        _show(found, console, cells, width)
    if not found:
        nothing_found("this corpus has no such words")
        raise typer.Exit(FAILED)
    if form is Format.TEXT:
        say(counted(len(found), "line") + ("; --limit shows more" if len(found) == limit else ""))


def _show(found: Sequence[Line], console: PipeConsole, cells: int, width: int | None) -> None:
    """The lines; on a terminal, as many columns as it has."""
    from scio_transcripts.display.concordance import ALL, concordance, fitting

    beside, longest = ALL, None
    if console.is_terminal:
        cells, beside = fitting(found, console.width, width)
        longest = console.width // 2
    for parts in concordance(found, cells, beside, longest):
        console.print_line(*parts)
