"""`scio-transcripts shares`: who speaks how much."""

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

EXAMPLES = "Example: scio-transcripts shares page.txt"


def run(
    files: EventsArgument,
    *,
    form: FormatOption = Format.TEXT,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    outlets: OutletsOption = None,
    join: JoinOption = None,
) -> None:
    """Show who speaks how much, by role and by participant: share of all words, words, characters, turns.

    In Chinese, each character counts as a word.
    """
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.cli.events import Events, heading
    from scio_transcripts.cli.rows import shares_row, write_json
    from scio_transcripts.display.shares import several_shares
    from scio_transcripts.display.sheet import Sheet
    from scio_transcripts.views import shares_of

    use_outlets(outlets)
    events = Events(files, encoding, dialect, join)
    if form is Format.JSON:
        write_json([shares_row(name, page, shares_of(page)) for name, page in events])
    else:
        views = [(heading("Speaking shares", name, page), shares_of(page)) for name, page in events]
        PipeConsole().print(Sheet(partial(several_shares, views)))
    events.settle()
