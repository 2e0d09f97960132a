"""The formats of `export` as options: which one is meant, and the list of all.

In: `--to`, and where the result goes. Out: a row of the table of formats. Promises: a mistake is one line that says
what could be meant. Knows nothing of transcripts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from scio_transcripts.cli.exits import CommandError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from scio_transcripts.writers import Format


def _print_formats(asked: bool) -> None:
    """The table of formats, a line each."""
    if not asked:
        return
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.writers import FORMATS

    console = PipeConsole()
    rows = [
        (row.name, row.extension or "folder", f"{row.keeps}{f'  (extra: {row.extra})' if row.extra else ''}")
        for row in FORMATS.values()
    ]
    if console.is_terminal:
        console.print(_table_of(rows))
    else:
        for name, kind, keeps in rows:
            console.print_line((f"{name:<22}", ""), (f"{kind:<10}", ""), (keeps, ""))
    raise typer.Exit


def _table_of(rows: Sequence[tuple[str, str, str]]) -> RenderableType:
    """The formats for a terminal, where a long cell goes on below itself."""
    from rich.table import Table

    table = Table(box=None, show_header=False, pad_edge=False)
    for style in ("bold", "dim", ""):
        table.add_column(style=style, overflow="fold", no_wrap=bool(style))
    for row in rows:
        table.add_row(*row)
    return table


def _formats_like(incomplete: str) -> list[str]:
    from scio_transcripts.writers import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


ToOption = Annotated[
    str | None,
    typer.Option(
        "--to",
        metavar="FORMAT",
        help="One of those of --list, or an ending: csv is csv-turns. Without it, the name of the output says it: "
        "turns.csv, exchanges.csv, event.xlsx.",
        autocompletion=_formats_like,
        show_default=False,
    ),
]
ListOption = Annotated[
    bool, typer.Option("--list", help="Print the formats and exit.", callback=_print_formats, is_eager=True)
]


def chosen_format(to: str | None, target: str | None, *, is_folder: bool) -> Format:
    """The format that is asked for, or that the name of the output says."""
    from scio_transcripts.writers import FORMATS, format_named, format_of

    if to is not None:
        return format_named(to)
    if target is None or target == "-":
        raise CommandError("say the format: --to FORMAT, or -o with a name such as turns.csv; --list has all formats")
    if is_folder:
        fitting = [row.name for row in FORMATS.values() if row.is_folder or row.one_only]
        raise CommandError(f"{target}: is a folder, which could be {' or '.join(fitting)}; say which with --to")
    return format_of(target)
