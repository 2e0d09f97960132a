"""`scio-transcripts verify`: whether words were said, and by whom."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from scio_transcripts.cli.exits import FAILED
from scio_transcripts.cli.inputs import DialectOption, EncodingOption, OutletsOption, read_transcript, use_outlets
from scio_transcripts.cli.rows import Format, FormatOption

EXAMPLES = "Example: scio-transcripts verify page.txt 'a map of footsteps' --speaker 'Qiao Yuanshan'"


def run(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A saved page, a folder of pages, or - .")],
    asked: Annotated[list[str], typer.Argument(metavar="WORDS...", help="Quotations, or anchors that `cite` printed.")],
    *,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who is said to have said them: a name, a label, or an id.")
    ] = None,
    form: FormatOption = Format.TEXT,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    outlets: OutletsOption = None,
) -> None:
    """Find quotations again, in this or another version of a page, or show what changed.

    Exit status: 0 if all were found; 1 if one was changed, is somebody else's, or is not there.
    """
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.cli.rows import verification_row, write_json
    from scio_transcripts.display.sheet import Sheet
    from scio_transcripts.display.verdict import verdict
    from scio_transcripts.views import verify

    use_outlets(outlets)
    page = read_transcript([file], encoding=encoding, dialect=dialect)
    found = [(one, verify(page, one, speaker=speaker)) for one in asked]
    if form is Format.JSON:
        write_json([verification_row(one, what) for one, what in found])
    else:
        console = PipeConsole()
        for one, what in found:
            console.print(Sheet(partial(verdict, one, what)))
    if not all(what.found for _, what in found):
        raise typer.Exit(FAILED)
