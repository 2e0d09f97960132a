"""`scio-transcripts show`: a page for reading, on the terminal."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from scio_transcripts.cli.inputs import (
    DialectOption,
    EncodingOption,
    FilesArgument,
    OutletsOption,
    read_transcript,
    use_outlets,
)
from scio_transcripts.cli.rows import Format, FormatOption

if TYPE_CHECKING:
    from scio_transcripts.model import Transcript

EXAMPLES = "Example: scio-transcripts show page.txt --speaker reuters"


def run(
    files: FilesArgument,
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
    form: FormatOption = Format.TEXT,
    pager: Annotated[
        bool, typer.Option("--pager/--no-pager", help="Page through it (only where output goes to a terminal).")
    ] = True,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    outlets: OutletsOption = None,
) -> None:
    """Show an event as people read it: what it was, who took part, and what was said. Several files are its pages."""
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.terminal import show

    use_outlets(outlets)
    if not exchanges and (full or form is Format.JSON):
        option = "--full" if full else "--format"
        raise typer.BadParameter("goes with --exchanges; `parse` prints the whole event as JSON", param_hint=option)
    transcript = read_transcript(files, encoding=encoding, dialect=dialect)
    if exchanges:
        _show_exchanges(transcript, turns, speaker, form, full=full, pager=pager)
    else:
        show(transcript, console=PipeConsole(), turns=turns, speaker=speaker, pager=pager)


def _show_exchanges(
    transcript: Transcript, turns: str | None, speaker: str | None, form: Format, *, full: bool, pager: bool
) -> None:
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.cli.rows import exchange_row, write_json
    from scio_transcripts.display.exchanges import exchanges, select_exchanges
    from scio_transcripts.display.sheet import Sheet
    from scio_transcripts.display.terminal import print_view

    views = select_exchanges(transcript, turns, speaker)
    if form is Format.JSON:
        write_json([exchange_row(view) for view in views])
    else:
        sheet = Sheet(partial(exchanges, transcript, views, full=full))
        print_view(sheet, PipeConsole(), pager=pager)
