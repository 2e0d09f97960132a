"""`scio-transcripts verify`: whether words were said, by whom, and at which events."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from scio_transcripts.cli.exits import FAILED
from scio_transcripts.cli.inputs import DialectOption, EncodingOption, JoinOption, OutletsOption, use_outlets
from scio_transcripts.cli.rows import Format, FormatOption

EXAMPLES = "Example: scio-transcripts verify page.txt 'a map of footsteps' --speaker 'Qiao Yuanshan'"


def run(
    given: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES WORDS",
            help="Saved pages, folders of pages, corpora, or -; then quotations, or anchors that `cite` printed.",
            show_default=False,
        ),
    ],
    *,
    speaker: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="Who is said to have said them: a name, also as Mr. X; an outlet; a label; an id.",
        ),
    ] = None,
    form: FormatOption = Format.TEXT,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    outlets: OutletsOption = None,
    join: JoinOption = None,
) -> None:
    """Find quotations again, in all events of the files and corpora, or show what was changed in them.

    Exit status: 0 if all were found; 1 if one was changed, is somebody else's, or is not there.
    """
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.cli.leading import parted
    from scio_transcripts.cli.quoting import findings_in
    from scio_transcripts.cli.rows import finding_row, write_json
    from scio_transcripts.display.sheet import Sheet
    from scio_transcripts.display.verdict import verdict
    from scio_transcripts.views.verification import VerificationError

    use_outlets(outlets)
    paths, asked = parted(given)
    if not asked:
        raise VerificationError("there is no quotation; give words or an anchor behind the files")
    found, read_all = findings_in(paths, asked, speaker, encoding=encoding, dialect=dialect, join=join)
    if form is Format.JSON:
        write_json([finding_row(one) for one in found])
    else:
        console = PipeConsole()
        for one in found:
            console.print(Sheet(partial(verdict, one)), crop=False)
    if not read_all or not all(one.found for one in found):
        raise typer.Exit(FAILED)
