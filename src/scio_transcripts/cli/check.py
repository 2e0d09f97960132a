"""`scio-transcripts check`: what is odd about pages, line by line, as compilers print it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from scio_transcripts.cli.inputs import (
    DialectOption,
    EncodingOption,
    FilesArgument,
    Join,
    JoinOption,
    OutletsOption,
    read_transcripts,
    use_outlets,
)
from scio_transcripts.cli.output import output

if TYPE_CHECKING:
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.diagnostics import Diagnostic
    from scio_transcripts.model import Transcript

EXAMPLES = "Example: scio-transcripts check pages/*.txt --min-severity warning --fail-on warning"


class Severity(StrEnum):
    """How grave a diagnostic is; later ones are graver."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    def reaches(self, other: str) -> bool:
        """Whether this one is at least as grave as the other."""
        order = [severity.value for severity in Severity]
        return order.index(self.value) >= order.index(other)


class Format(StrEnum):
    """For people and compilers' friends, or for programs."""

    TEXT = "text"
    JSON = "json"


_STYLES = {Severity.INFO: "bright_blue", Severity.WARNING: "yellow", Severity.ERROR: "bold red"}


@dataclass(slots=True, kw_only=True)
class Commonness:
    """How often one code was met, and where first."""

    code: str
    severity: Severity
    place: str
    message: str
    count: int = 0
    files: int = 0


def run(
    files: FilesArgument,
    *,
    fail_on: Annotated[
        Severity, typer.Option(help="Exit with status 1 where something this grave, or graver, is found.")
    ] = Severity.ERROR,
    min_severity: Annotated[Severity, typer.Option(help="Leave out what is less grave than this.")] = Severity.INFO,
    summary: Annotated[
        bool, typer.Option("--summary", help="Rank the codes by how often they are met, each with its first place.")
    ] = False,
    form: Annotated[
        Format,
        typer.Option("--format", help="text: a finding a line, and totals. json: one object a line for each finding."),
    ] = Format.TEXT,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    outlets: OutletsOption = None,
    join: JoinOption = None,
) -> None:
    """Print what is odd about pages as file:line:col severity CODE message, and fail where it is grave.

    Pages of one event, by their names or contents, are checked together, unless told --no-join. For HTML, line and
    column count in the text that is read from the page, not in its markup; `tokens` prints that text.
    `scio-transcripts explain CODE` says what would settle it.
    """
    from scio_transcripts.cli.console import PipeConsole

    if summary and form is Format.JSON:
        raise typer.BadParameter("--summary is for reading; leave one of them out", param_hint="--format")
    use_outlets(outlets)
    console = PipeConsole()
    found: Counter[tuple[Severity, str]] = Counter()
    kept: dict[str, Commonness] = {}
    read = unread = others = 0
    joined = Join.WHOLE if join is None else Join.ALWAYS if join else Join.NEVER
    for name, transcript in read_transcripts(files, encoding=encoding, dialect=dialect, join=joined):
        if transcript is None:
            unread += 1
            continue
        count = len(transcript.pages.parts) or 1
        read += count
        others += count * (transcript.kind != "transcript")
        found.update((Severity(d.severity), d.code) for d in transcript.diagnostics)
        shown = (d for d in transcript.diagnostics if Severity(d.severity).reaches(min_severity))
        if summary:
            _count(kept, name, transcript, shown)
        elif form is Format.JSON:
            _write_diagnostics(name, transcript, shown)
        else:
            _print_diagnostics(name, transcript, shown, console)
    for number, common in enumerate(sorted(kept.values(), key=lambda common: (-common.count, common.code))):
        _print_commonness(common, console, first=number == 0)
    if read and form is Format.TEXT:
        console.print_folded((_totals(read, others, unread, found), "bold"))
    if unread or any(severity.reaches(fail_on) for severity, _ in found):
        raise typer.Exit(1)


def _print_diagnostics(
    name: str, transcript: Transcript, diagnostics: Iterable[Diagnostic], console: PipeConsole
) -> None:
    from scio_transcripts.cli.places import FilePlaces
    from scio_transcripts.display.clean import one_line

    places = FilePlaces(name, transcript)
    for diagnostic in diagnostics:
        style = _STYLES[Severity(diagnostic.severity)]
        console.print_folded(
            (f"{one_line(places.of(diagnostic.start))} ", ""),
            (f"{diagnostic.severity} {diagnostic.code}", style),
            (f" {one_line(diagnostic.message)}", ""),
            rest="    ",
        )


def _write_diagnostics(name: str, transcript: Transcript, diagnostics: Iterable[Diagnostic]) -> None:
    from scio_transcripts.cli.places import FilePlaces

    places = FilePlaces(name, transcript)
    with output(None, is_json=True) as out:
        for found in diagnostics:
            file, line, column = places.parts(found.start)
            place = {"file": file, "line": line, "column": column}
            row = {**place, "code": found.code, "severity": found.severity, "message": found.message}
            out.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")


def _count(kept: dict[str, Commonness], name: str, transcript: Transcript, diagnostics: Iterable[Diagnostic]) -> None:
    """Add one event's diagnostics to the ranking; the first of each code is its example."""
    from scio_transcripts.cli.places import FilePlaces

    met: set[str] = set()
    for diagnostic in diagnostics:
        common = kept.get(diagnostic.code)
        if common is None:
            place = FilePlaces(name, transcript).of(diagnostic.start)
            common = kept[diagnostic.code] = Commonness(
                code=diagnostic.code, severity=Severity(diagnostic.severity), place=place, message=diagnostic.message
            )
        common.count += 1
        common.files += diagnostic.code not in met
        met.add(diagnostic.code)


def _print_commonness(common: Commonness, console: PipeConsole, *, first: bool) -> None:
    from scio_transcripts.codes import CODES
    from scio_transcripts.display.clean import one_line

    if first:
        console.print_line((" times  files  severity  code  what, and the first place", "dim"))
    console.print_folded(
        (f"{common.count:>6,} {common.files:>6,}  ", ""),
        (f"{common.severity.value:<8}  {common.code}", _STYLES[common.severity]),
        (f"  {CODES[common.code].title}, ", ""),
        (f"{one_line(common.place)}: {one_line(common.message)}", "dim"),
        rest=" " * 31,
    )


def _totals(read: int, others: int, unread: int, found: Mapping[tuple[Severity, str], int]) -> str:
    """Such as `4 files read (2 no transcripts), 1 could not be; 1 error (T103), 3 warnings (L204, P502)`."""
    from scio_transcripts.display.wording import counted, listed

    totals = []
    for severity in reversed(Severity):
        codes = {code: count for (grade, code), count in sorted(found.items()) if grade is severity}
        if codes:
            totals.append(f"{counted(sum(codes.values()), severity.value)} ({listed(codes)})")
    files = f"{counted(read, 'file')} read"
    files += f" ({others:,} no transcript{'s' if others != 1 else ''})" if others else ""
    files += f", {unread:,} could not be" if unread else ""
    return f"{files}; {listed(totals) or 'nothing odd was noticed'}"
