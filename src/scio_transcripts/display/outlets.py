"""Outlets on a terminal: a table of those that were found, one in full, and what is missing from the registry.

In: hits and reports of the registry. Out: renderables. Promises: every string is cleaned, none is read as markup; a
narrow terminal wraps cells. Knows nothing of files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from scio_transcripts.display.clean import encodable, one_line
from scio_transcripts.display.wording import counted, listed
from scio_transcripts.registry import outlets as registry

if TYPE_CHECKING:
    from rich.console import RenderableType

    from scio_transcripts.registry.outlets import Coverage, Hit, Outlet
    from scio_transcripts.registry.outlets.lookup import Shared

_HEADINGS = ("name", "Chinese", "country", "kind", "ownership", "parent")


def found(hits: Sequence[Hit], encoding: str) -> Iterator[RenderableType]:
    """A table; a single outlet is also shown in full."""
    if hits[0].how == "near":
        yield _say("No outlet has that in its name. Nearest:", encoding, "yellow")
    table = _table(_HEADINGS)
    for hit in hits:
        outlet = hit.outlet
        cells = (outlet.name, next(iter(outlet.zh), ""), outlet.country, outlet.kind, outlet.ownership, outlet.parent)
        table.add_row(*(_say(cell or "", encoding) for cell in cells))
    yield table
    if len(hits) == 1 and hits[0].how != "near":
        yield from _in_full(hits[0].outlet, encoding)


def _in_full(outlet: Outlet, encoding: str) -> Iterator[RenderableType]:
    yield Text()
    above = [parent.name for parent in registry.parents(outlet)]
    rows = {
        "id": [outlet.id],
        "also called": [*outlet.en, *outlet.zh],
        "brands": outlet.brands,
        "belongs to": [" > ".join(above)] if above else [],
        "parts": sorted(o.id for o in registry.outlets().values() if o.parent == outlet.id),
    }
    for title, values in rows.items():
        if values:
            yield Text.assemble((f"{title}: ", "dim"), _say("; ".join(values), encoding))


def shared(rules: Iterable[Shared], encoding: str) -> Iterator[RenderableType]:
    """What names that several go by mean."""
    for rule in rules:
        owner = f"means {rule.owner}" if rule.owner else "stays unknown"
        yield _say(f"{rule.name} {owner}; it could be {listed(rule.others)}: {rule.rule}", encoding, "yellow")


def missing(report: Coverage, encoding: str) -> Iterator[RenderableType]:
    """The labels that were not found, and how many were."""
    if report.missing:
        table = _table(("label", "times", "files", "first in", "nearest"))
        for row in report.missing:
            nearest = listed(f"{hit.outlet.name} ({hit.outlet.id}, {hit.score})" for hit in row.near)
            cells = (row.label, f"{row.count:,}", f"{row.sources:,}", row.first, nearest)
            table.add_row(*(_say(cell, encoding) for cell in cells))
        yield table
        yield Text()
    left = (
        f"{report.unknown:,} under {counted(len(report.missing), 'label')}" if report.missing else "none under a label"
    )
    told = f"{report.known:,} by a known outlet, {report.unlabelled:,} by nobody named, {left} not found"
    yield _say(f"{counted(report.questions, 'question')}: {told}", encoding)


def _table(headings: Sequence[str]) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for heading in headings:
        table.add_column(heading, justify="right" if heading in ("times", "files") else "left", overflow="fold")
    return table


def _say(text: str, encoding: str, style: str = "") -> Text:
    return Text(encodable(one_line(text), encoding), style=style)
