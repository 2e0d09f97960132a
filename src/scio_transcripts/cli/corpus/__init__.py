"""`scio-transcripts corpus ...`: the table of its commands. One command is one file, as in `cli/app.py`."""

from __future__ import annotations

import typer

from scio_transcripts.cli.corpus import (
    build,
    check,
    diff,
    index,
    kwic,
    quality,
    report,
    search,
    sql,
    stats,
    update,
)
from scio_transcripts.cli.prose import help_of

COMMANDS = {
    "build": build,
    "update": update,
    "search": search,
    "kwic": kwic,
    "sql": sql,
    "stats": stats,
    "index": index,
    "quality": quality,
    "check": check,
    "diff": diff,
    "report": report,
}
"""In the order of the help. Each module has `run`, whose docstring is the help, and `EXAMPLES`."""
_HELP_NAMES = {"help_option_names": ["-h", "--help"]}

app = typer.Typer(
    context_settings=_HELP_NAMES,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Keep many transcripts as one corpus: build it, ask it, check it. Needs the extra 'corpus'.",
)
for _name, _command in COMMANDS.items():
    _told = {"help": help_of(_command.run), "epilog": _command.EXAMPLES}
    app.command(_name, context_settings=_HELP_NAMES, **_told)(_command.run)
app.command("verify", context_settings=_HELP_NAMES, hidden=True)(check.under_its_old_name)
