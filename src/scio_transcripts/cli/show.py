"""`scio-transcripts show`: a page for reading, on the terminal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from scio_transcripts.cli.inputs import (
    DialectOption,
    EncodingOption,
    EventsArgument,
    JoinOption,
    OutletsOption,
    use_outlets,
)
from scio_transcripts.cli.rows import Format

if TYPE_CHECKING:
    from rich.console import RenderableType

    from scio_transcripts.model import Transcript

T = TypeVar("T")
EXAMPLES = "Example: scio-transcripts show page.txt --speaker reuters"


def run(
    files: EventsArgument,
    *,
    turns: Annotated[
        str | None,
        typer.Option(metavar="RANGE", help="Only these turns, by the numbers beside them: 5, 3-7, 3-, -4, or 0,3-7."),
    ] = None,
    speaker: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only the turns of this speaker: a name, an alias, a label, or an id."),
    ] = None,
    exchanges: Annotated[
        bool, typer.Option("--exchanges", help="Show questions with their answers, the answers folded to a few lines.")
    ] = False,
    full: Annotated[bool, typer.Option("--full", help="With --exchanges: show answers in full.")] = False,
    form: Annotated[
        Format, typer.Option("--format", help="text: for reading. json: one JSON value; only with --exchanges.")
    ] = Format.TEXT,
    pager: Annotated[
        bool, typer.Option("--pager/--no-pager", help="Page through it (only where output goes to a terminal).")
    ] = True,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    outlets: OutletsOption = None,
    join: JoinOption = None,
) -> None:
    """Show events as people read them: what it was, who took part, and what was said.

    Several files are pages of one event where their names or contents say so; several events follow each other.
    """
    from rich.console import Group

    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.cli.events import Events
    from scio_transcripts.display.terminal import print_view, render

    use_outlets(outlets)
    if not exchanges and (full or form is Format.JSON):
        option = "--full" if full else "--format"
        raise typer.BadParameter("goes with --exchanges; `parse` prints the whole event as JSON", param_hint=option)
    events = Events(files, encoding, dialect, join)
    found = list(events)
    if turns is not None and len(found) > 1:
        raise typer.BadParameter(f"counts in one event, and these are {len(found)}", param_hint="--turns")
    if exchanges and form is Format.JSON:
        _write_exchanges(found, turns, speaker)
    elif found:
        draw = partial(_draw_exchanges, full=full) if exchanges else render
        views = _chosen(found, lambda page: draw(page, turns=turns, speaker=speaker))
        print_view(Group(*(view for _, view in views)), PipeConsole(), pager=pager)
    events.settle()


def _chosen(events: Sequence[tuple[str, Transcript]], choose: Callable[[Transcript], T]) -> list[tuple[str, T]]:
    """What is chosen of each event that has it. Raises `SelectionError` where none has."""
    from scio_transcripts.display.selection import SelectionError

    chosen, refused = [], None
    for name, page in events:
        try:
            chosen.append((name, choose(page)))
        except SelectionError as error:
            refused = refused or error
    if refused and not chosen:
        raise refused
    return chosen


def _draw_exchanges(
    transcript: Transcript, *, turns: str | None, speaker: str | None, full: bool = False
) -> RenderableType:
    from scio_transcripts.display.exchanges import exchanges, select_exchanges
    from scio_transcripts.display.sheet import Sheet

    return Sheet(partial(exchanges, transcript, select_exchanges(transcript, turns, speaker), full=full))


def _write_exchanges(events: Sequence[tuple[str, Transcript]], turns: str | None, speaker: str | None) -> None:
    from scio_transcripts.cli.rows import exchange_row, write_json
    from scio_transcripts.display.exchanges import select_exchanges

    chosen = _chosen(events, lambda page: select_exchanges(page, turns, speaker))
    write_json([{"file": name, **exchange_row(view)} for name, views in chosen for view in views])
