"""The table of commands. One command is one file, which imports what it needs when it runs."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from scio_transcripts.cli.check import check
from scio_transcripts.cli.demo import demo
from scio_transcripts.cli.exits import settled
from scio_transcripts.cli.parse import parse
from scio_transcripts.cli.schema import schema
from scio_transcripts.cli.show import show
from scio_transcripts.cli.tokens import tokens

HELP = {"help_option_names": ["-h", "--help"]}
COMMANDS = (parse, show, check, tokens, schema, demo)


class Commands(TyperGroup):
    """All commands, with one place for what goes wrong in them."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command, and turn what the user did wrong into one line and an exit status."""
        with settled():
            return super().invoke(ctx)


app = typer.Typer(
    cls=Commands,
    context_settings=HELP,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    epilog="Try: scio-transcripts demo",
)
for command in COMMANDS:
    app.command(context_settings=HELP, epilog=command.example, no_args_is_help=command.needs_a_file)(command.run)


def _version(asked: bool) -> None:
    if asked:
        from scio_transcripts._version import __version__

        typer.echo(f"scio-transcripts {__version__}")
        raise typer.Exit


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Read the press-conference transcripts of China's State Council Information Office.

    English or Chinese, into one typed document: who spoke, for whom, what was asked and answered.
    """
