"""`scio-transcripts extract`: the transcripts in web archives."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scio_transcripts.cli.exits import complain, say

if TYPE_CHECKING:
    from scio_transcripts.extract.report import Report

EXAMPLES = "Example: scio-transcripts extract crawl/*.warc.gz -o out"

_TOLD = 20
"""Troubles of an archive that are printed; the report has more of them."""


def run(
    archives: Annotated[
        list[Path],
        typer.Argument(metavar="ARCHIVES", help="Web archives: .warc, .warc.gz or .wacz.", show_default=False),
    ],
    *,
    out: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FOLDER", help="Write here; the folder is made where it is missing."),
    ],
    max_record: Annotated[
        float, typer.Option(min=0.01, max=1000, metavar="MB", help="Leave out pages that are larger, unfolded.")
    ] = 20,
) -> None:
    """Find the transcripts in web archives, and write each event with its pages, versions and times of capture.

    Pages are found by what they say, never by their host. What is damaged is told and passed over.
    """
    from scio_transcripts.cli.bars import bar
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.wording import counted
    from scio_transcripts.extract import extract
    from scio_transcripts.sources.archive import Limits

    limits = Limits(record=int(max_record * 1_000_000))
    with bar(PipeConsole(stderr=True)) as show:

        def watch(report: Report) -> None:
            found = counted(report.transcripts, "transcript")
            show("reading archives", len(report.archives) - 1, len(archives), found)

        report = extract(archives, out, limits=limits, watch=watch)
    for reason in report.refused:
        complain(reason)
    for line in [*_troubles(report), *_summary(report, out)]:
        say(line)
    if report.refused:
        raise typer.Exit(1)


def _troubles(report: Report) -> list[str]:
    lines = []
    for tally in report.archives.values():
        lines += [str(trouble) for trouble in tally.troubles[:_TOLD]]
        if (more := sum(tally.counts.values()) - _TOLD) > 0:
            lines.append(f"... and {more:,} more like these, see report.json")
    return lines + [f"{event}: its pages are too long to be joined" for event in report.too_long]


def _summary(report: Report, out: Path) -> list[str]:
    """Such as `1,200 records, 300 pages of HTML or text, 14 parsed; 3 events with 9 pages in out`."""
    from scio_transcripts.display.wording import counted

    read = (
        f"{counted(report.total('records'), 'record')}, {counted(report.total('pages'), 'page')} of HTML or text, "
        f"{report.likely:,} parsed, {counted(report.transcripts, 'transcript')}"
    )
    bad = ", ".join(
        f"{count:,} {kind}" for kind in ("damaged", "too large", "unreadable") if (count := report.total(kind))
    )
    kept = (
        f"{counted(report.events, 'event')}: {counted(report.pages, 'page')}, {counted(report.versions, 'version')}, "
        f"{counted(report.captures, 'capture')} in {out}"
    )
    return [read + (f"; {bad}" if bad else ""), kept]
