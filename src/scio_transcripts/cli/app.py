"""The table of commands. One command is one file; only the one that is run is imported."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from scio_transcripts.cli.exits import settled
from scio_transcripts.cli.table import HELP_NAMES, Table

COMMANDS = (
    "list",
    "parse",
    "show",
    "people",
    "shares",
    "plot",
    "cite",
    "verify",
    "export",
    "check",
    "explain",
    "tokens",
    "outlets",
    "extract",
    "fetch",
    "schema",
    "demo",
    "corpus",
)
"""In the order of the help. Each is a module with `run`, whose docstring is the help, and `EXAMPLES`; or with `app`."""


class Commands(Table):
    """All commands, with one place for what goes wrong in them."""

    package = "scio_transcripts.cli"
    names = COMMANDS

    def invoke(self, ctx: Any) -> Any:
        """Run the command, and turn what the user did wrong into one line and an exit status."""
        with settled():
            return super().invoke(ctx)


app = typer.Typer(
    cls=Commands,
    context_settings=HELP_NAMES,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    epilog="Begin with: scio-transcripts demo",
)


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
