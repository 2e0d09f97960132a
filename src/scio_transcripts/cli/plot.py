"""`scio-transcripts plot`: charts as SVG or PNG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scio_transcripts.cli.exits import FAILED
from scio_transcripts.cli.inputs import (
    DialectOption,
    EncodingOption,
    Join,
    OutletsOption,
    read_transcripts,
    refuse_input,
    use_outlets,
)
from scio_transcripts.cli.output import output, refuse_terminal
from scio_transcripts.errors import MissingExtraError

if TYPE_CHECKING:
    from scio_transcripts.model import Transcript

EXAMPLES = "Example: scio-transcripts plot page.txt --chart shares -o shares.svg"
_MANIFEST = "corpus.json"


def _print_charts(asked: bool) -> None:
    if not asked:
        return
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.plots import CHARTS

    console = PipeConsole()
    for row in CHARTS.values():
        takes = f"  ({', '.join(f'--{option}' for option in row.options)})" if row.options else ""
        console.print_folded((f"{row.name:<12}", "bold"), (f"{row.shows}{takes}", ""), rest=" " * 12)
    raise typer.Exit


def _known_chart(name: str) -> str:
    from scio_transcripts.plots import PlotError, chart_named

    try:
        return chart_named(name).name
    except PlotError as error:
        raise typer.BadParameter(str(error)) from None


def _charts_like(incomplete: str) -> list[str]:
    from scio_transcripts.plots import CHARTS

    return [name for name in CHARTS if name.startswith(incomplete)]


def run(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILES",
            help="Saved pages as text or HTML, folders of pages, corpora, or - for standard input.",
            show_default=False,
        ),
    ],
    *,
    chart: Annotated[
        str,
        typer.Option(
            "--chart", metavar="NAME", help="One of --list.", callback=_known_chart, autocompletion=_charts_like
        ),
    ] = "shares",
    target: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="PATH", help="Write to this file, or - for standard output, which gets SVG."
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="NAME", help="svg, png, or json (Vega-Lite). Without it, the name of the file decides."
        ),
    ] = None,
    width: Annotated[int, typer.Option(metavar="PIXELS", help="Width of the chart.")] = 760,
    scale: Annotated[float, typer.Option(min=0.5, max=8, help="Dots of a PNG to a pixel of the chart.")] = 2,
    dark: Annotated[bool, typer.Option("--dark", help="Light on dark.")] = False,
    title: Annotated[str | None, typer.Option(metavar="WORDS", help="A heading of your own.")] = None,
    by: Annotated[
        str | None, typer.Option(metavar="WHAT", help="askers, timeline: count by ownership, country or outlet.")
    ] = None,
    per: Annotated[str | None, typer.Option(metavar="PERIOD", help="timeline: a bar for each year or month.")] = None,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    outlets: OutletsOption = None,
    charts: Annotated[
        bool, typer.Option("--list", help="Print the charts and exit.", callback=_print_charts, is_eager=True)
    ] = False,
) -> None:
    """Draw a chart of one transcript or of many: who speaks, who asks, when, and for how long.

    A file that cannot be read is told on standard error and does not stop the others.
    """
    from scio_transcripts.plots import chart_named, render

    row = chart_named(chart)
    chosen = {name: value for name, value in {"by": by, "per": per}.items() if value is not None}
    for name in chosen:
        if name not in row.options:
            raise typer.BadParameter(f"{chart} does not take it", param_hint=f"--{name}")
    kind = _format(form, target)
    if kind != "json":
        refuse_terminal(target, "a chart", f"{chart}.{kind}")
    _known_choices(by, per)
    _known_width(width)
    refuse_input(target, files)
    use_outlets(outlets)
    unread: list[str] = []
    transcripts = _read(files, unread, encoding=encoding, dialect=dialect)
    drawn = row.load()(transcripts, width=width, dark=dark, title=title, **chosen)
    content = render(drawn, kind, scale=scale)
    with output(target, is_json=kind == "json") as out:
        out.write(content)
    if unread:
        raise typer.Exit(FAILED)


def _format(form: str | None, target: Path | None) -> str:
    """The format that was asked for, or that the file's name says; on standard output, SVG."""
    from scio_transcripts.plots import PlotError
    from scio_transcripts.plots.saving import FORMATS, format_of

    if form is not None:
        if form not in FORMATS:
            raise typer.BadParameter(f"no such format; use {', '.join(FORMATS)}", param_hint="--format")
        return form
    if target is None or str(target) == "-":
        return "svg"
    try:
        return format_of(target.name)
    except PlotError as error:
        raise typer.BadParameter(str(error), param_hint="--output") from None


def _known_choices(by: str | None, per: str | None) -> None:
    from scio_transcripts.plots.charts.timeline import PERIODS
    from scio_transcripts.plots.headings import BY

    names = [heading.name for heading in BY]
    if by is not None and by not in names:
        raise typer.BadParameter(f"use {', '.join(names)}", param_hint="--by")
    if per is not None and per not in PERIODS:
        raise typer.BadParameter(f"use {', '.join(PERIODS)}", param_hint="--per")


def _known_width(width: int) -> None:
    from scio_transcripts.plots.frame import NARROWEST, WIDEST

    if not NARROWEST <= width <= WIDEST:
        raise typer.BadParameter(f"use {NARROWEST} to {WIDEST} pixels", param_hint="--width")


def _read(
    files: Sequence[Path], unread: list[str], *, encoding: str | None, dialect: str | None
) -> Iterator[Transcript]:
    """The transcripts of corpora, and of all other files together; names of what could not be read go to `unread`."""
    corpora = [path for path in files if (path / _MANIFEST).is_file()]
    for path in corpora:
        yield from _corpus(path)
    others = [path for path in files if path not in corpora]
    for name, transcript in read_transcripts(others, encoding=encoding, dialect=dialect, join=Join.AUTO):
        if transcript is None:
            unread.append(name)
        else:
            yield transcript


def _corpus(path: Path) -> Any:
    try:
        return import_module("scio_transcripts.corpus").Corpus(path)
    except ModuleNotFoundError:
        raise MissingExtraError("corpus", "reading a corpus") from None
