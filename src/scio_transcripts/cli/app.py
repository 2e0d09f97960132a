"""The table of commands. One command is one file, which imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from scio_transcripts.cli import (
    check,
    cite,
    demo,
    explain,
    export,
    extract,
    fetch,
    outlets,
    parse,
    people,
    plot,
    schema,
    shares,
    show,
    tokens,
    verify,
)
from scio_transcripts.cli.corpus import app as corpus_app
from scio_transcripts.cli.exits import settled
from scio_transcripts.cli.prose import help_of

COMMANDS = {
    "parse": parse,
    "show": show,
    "people": people,
    "shares": shares,
    "plot": plot,
    "cite": cite,
    "verify": verify,
    "export": export,
    "check": check,
    "explain": explain,
    "tokens": tokens,
    "outlets": outlets,
    "extract": extract,
    "fetch": fetch,
    "schema": schema,
    "demo": demo,
}
"""In the order of the help. Each module has `run`, whose docstring is the help, and `EXAMPLES`."""
_HELP_NAMES = {"help_option_names": ["-h", "--help"]}


class Commands(TyperGroup):
    """All commands, with one place for what goes wrong in them."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command, and turn what the user did wrong into one line and an exit status."""
        with settled():
            return super().invoke(ctx)


app = typer.Typer(
    cls=Commands,
    context_settings=_HELP_NAMES,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    epilog="Begin with: scio-transcripts demo",
)
for _name, _command in COMMANDS.items():
    _told = {"help": help_of(_command.run), "epilog": _command.EXAMPLES}
    app.command(_name, context_settings=_HELP_NAMES, **_told)(_command.run)
app.add_typer(corpus_app, name="corpus")


def _print_version(asked: bool) -> None:
    if asked:
        from scio_transcripts._version import __version__

        typer.echo(f"scio-transcripts {__version__}")
        raise typer.Exit


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Read the press-conference transcripts of China's State Council Information Office (SCIO).

    English and Chinese pages, as text or HTML. On Chinese ones, who speaks is less certain (K702).

    Exit status: 0 for success, 1 for a file that cannot be read or does not pass, 2 for a wrong command line.
    """
