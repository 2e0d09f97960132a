"""`scio-transcripts people`: who took part, with all that the pages say of them."""

from __future__ import annotations

from functools import partial

from scio_transcripts.cli.inputs import (
    DialectOption,
    EncodingOption,
    EventsArgument,
    JoinOption,
    OutletsOption,
    use_outlets,
)
from scio_transcripts.cli.rows import Format, FormatOption

EXAMPLES = "Example: scio-transcripts people page.txt --format json"


def run(
    files: EventsArgument,
    *,
    form: FormatOption = Format.TEXT,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    outlets: OutletsOption = None,
    join: JoinOption = None,
) -> None:
    """Show who took part: role, honorific, posts, outlet, other names, and number of turns. One list an event."""
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.cli.events import Events, heading
    from scio_transcripts.cli.rows import people_row, write_json
    from scio_transcripts.display.roster import roster
    from scio_transcripts.display.sheet import Sheet

    use_outlets(outlets)
    events = Events(files, encoding, dialect, join)
    if form is Format.JSON:
        write_json([people_row(name, transcript) for name, transcript in events])
    else:
        console = PipeConsole()
        for name, page in events:
            title = heading("Participants", name, page)
            console.print(Sheet(partial(roster, page, title=title)))
    events.settle()
