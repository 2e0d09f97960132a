"""`scio-transcripts corpus ...`: the table of its commands. One command is one file, as in `cli/app.py`."""

from __future__ import annotations

import typer

from scio_transcripts.cli.table import HELP_NAMES, Table

COMMANDS = (
    "build",
    "update",
    "search",
    "kwic",
    "sql",
    "stats",
    "index",
    "quality",
    "check",
    "diff",
    "report",
    "verify",
)
"""In the order of the help. Each is a module with `run`, whose docstring is the help, and `EXAMPLES`."""


class Commands(Table):
    """All commands that ask or make a corpus."""

    package = "scio_transcripts.cli.corpus"
    names = COMMANDS


app = typer.Typer(
    cls=Commands,
    context_settings=HELP_NAMES,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def about() -> None:
    """Keep many transcripts as one corpus: build it, ask it, check it. Needs the extra 'corpus'."""
