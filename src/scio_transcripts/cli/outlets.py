"""`scio-transcripts outlets`: search the registry of news outlets, and find what is missing from it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scio_transcripts.cli.csvrows import BomOption, as_csv, mark_of
from scio_transcripts.cli.exits import nothing_found
from scio_transcripts.cli.inputs import DialectOption, EncodingOption, OutletsOption, read_transcripts, use_outlets
from scio_transcripts.cli.output import output

if TYPE_CHECKING:
    from scio_transcripts.model import Transcript
    from scio_transcripts.registry.outlets import Asked, Coverage, Hit

EXAMPLES = """Example: scio-transcripts outlets shenzhen --kind television

Or: scio-transcripts outlets --coverage pages/*.txt"""

_FIELDS = ("id", "name", "en", "zh", "country", "kind", "ownership", "parent", "brands")


class Format(StrEnum):
    """A table for people, JSON, or CSV for spreadsheets and `--outlets`."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def run(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help="Part of a name, in any language; with --coverage, files."),
    ] = None,
    *,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Tell which labels of askers in these files are not in the registry.")
    ] = False,
    form: Annotated[
        Format, typer.Option("--format", help="table: for reading. json: one object. csv: for spreadsheets.")
    ] = Format.TABLE,
    country: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only of this country or region: a name, or a code such as HK.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(metavar="KIND", help="Only of this kind: agency, newspaper, television, radio, online, magazine."),
    ] = None,
    ownership: Annotated[
        str | None, typer.Option(metavar="CLASS", help="Only of this class, such as local-state; see docs/outlets.md.")
    ] = None,
    bom: BomOption = False,
    outlets: OutletsOption = None,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
) -> None:
    """Search the news outlets that are known, or (--coverage) find askers in files that are not."""
    filters = _filters(country, kind, ownership)
    mark = mark_of(bom, form=form, takes_one=form is Format.CSV)
    use_outlets(outlets)
    if not coverage:
        _print_found(" ".join(words or ()), filters, form, mark)
        return
    if not words:
        raise typer.BadParameter("name the files to look at: outlets --coverage page.txt", param_hint="FILES")
    if any(filters.values()):
        raise typer.BadParameter(
            "what is not in the registry has no country, kind or ownership", param_hint="--coverage"
        )
    unread: list[str] = []
    read: list[str] = []
    asked = [*_asked([Path(word) for word in words], read, unread, encoding=encoding, dialect=dialect)]
    if read:
        _print_missing(asked, form, mark)
    if unread:
        raise typer.Exit(1)


def _filters(country: str | None, kind: str | None, ownership: str | None) -> dict[str, str | None]:
    """The filters in the words of the registry."""
    from scio_transcripts.registry.countries import code_of
    from scio_transcripts.registry.outlets import KINDS, OWNERSHIPS

    code = code_of(country) if country is not None else None
    if country is not None and code is None:
        raise typer.BadParameter(
            f"no country is named {country!r}; use a name such as Japan or a code such as JP", param_hint="--country"
        )
    for value, table, option in ((kind, KINDS, "--kind"), (ownership, OWNERSHIPS, "--ownership")):
        if value is not None and value not in table:
            raise typer.BadParameter(f"{value!r} is none; use {', '.join(table)}", param_hint=option)
    return {"country": code, "kind": kind, "ownership": ownership}


def _print_found(words: str, filters: dict[str, str | None], form: Format, mark: bytes) -> None:
    from scio_transcripts.registry import outlets

    hits = outlets.search(words, outlets.select(**filters))
    shared = [rule for rule in outlets.shared_names() if words and outlets.fold(rule.name) == outlets.fold(words)]
    if form is Format.TABLE:
        from scio_transcripts.cli.console import PipeConsole
        from scio_transcripts.display import outlets as display

        console = PipeConsole()
        if hits:
            console.print_parts(display.found(hits, console.encoding))
        console.print_parts(display.shared(shared, console.encoding))
    else:
        with output(None, is_json=form is Format.JSON) as out:
            out.write(_json([_row(hit) for hit in hits]) if form is Format.JSON else mark + _csv(hits))
    if not hits and not shared:
        nothing_found(f"no outlet is called {words!r}" if words else "no outlet is like that")
        raise typer.Exit(1)


def _row(hit: Hit) -> dict[str, Any]:
    row = {field: getattr(hit.outlet, field) for field in _FIELDS}
    return {**row, "match": hit.how, "matched": hit.name, "score": hit.score}


def _csv(hits: Sequence[Hit]) -> bytes:
    """The fields of the registry alone, so that the file can come back with `--outlets`."""
    values = ([getattr(hit.outlet, field) for field in _FIELDS] for hit in hits)
    return as_csv(_FIELDS, ([("; ".join(v) if isinstance(v, tuple) else v) for v in row] for row in values))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace") + b"\n"


def _asked(
    paths: Sequence[Path], read: list[str], unread: list[str], *, encoding: str | None, dialect: str | None
) -> Iterator[Asked]:
    """Each question of the files. Those that cannot be read are told; the names of all are noted."""
    for name, transcript in read_transcripts(paths, encoding=encoding, dialect=dialect):
        if transcript is None:
            unread.append(name)
        else:
            read.append(name)
            yield from _questions(name, transcript)


def _questions(name: str, transcript: Transcript) -> Iterator[Asked]:
    from scio_transcripts.registry.outlets import Asked

    people = {person.id: person for person in transcript.participants}
    for turn in transcript.turns:
        if turn.role == "reporter":
            person = people.get(turn.speaker) if turn.speaker else None
            yield Asked(label=turn.label if person else None, outlet=person.outlet if person else None, source=name)


def _print_missing(asked: Sequence[Asked], form: Format, mark: bytes) -> None:
    from scio_transcripts.registry.outlets import coverage_of

    report = coverage_of(asked)
    if form is Format.TABLE:
        from scio_transcripts.cli.console import PipeConsole
        from scio_transcripts.display import outlets as display

        console = PipeConsole()
        console.print_parts(display.missing(report, console.encoding))
        return
    with output(None, is_json=form is Format.JSON) as out:
        out.write(_missing_json(report) if form is Format.JSON else mark + _missing_csv(report))


def _missing_json(report: Coverage) -> bytes:
    rows = [
        {
            "label": row.label,
            "count": row.count,
            "files": row.sources,
            "first": row.first,
            "near": [{"id": hit.outlet.id, "name": hit.name, "score": hit.score} for hit in row.near],
        }
        for row in report.missing
    ]
    counts = {"questions": report.questions, "known": report.known, "unlabelled": report.unlabelled}
    return _json({**counts, "unknown": report.unknown, "missing": rows})


def _missing_csv(report: Coverage) -> bytes:
    header = ("label", "count", "files", "first", "near")
    rows = ((r.label, r.count, r.sources, r.first, "; ".join(h.outlet.id for h in r.near)) for r in report.missing)
    return as_csv(header, rows)
