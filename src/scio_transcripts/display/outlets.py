"""Outlets on a terminal: a table of those that were found, one in full, and what is missing from the registry.

In: hits and reports of the registry. Out: renderables. Promises: every string is cleaned, none is read as markup; a
narrow terminal breaks cells between words. Knows nothing of files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from scio_transcripts.display.clean import encodable, one_line
from scio_transcripts.display.columns import table
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
    yield table(_HEADINGS, [_row(hit.outlet) for hit in hits], encoding)
    if len(hits) == 1 and hits[0].how != "near":
        yield from _in_full(hits[0].outlet, encoding)


def _row(outlet: Outlet) -> list[str]:
    chinese = next(iter(outlet.zh), "")
    cells = (outlet.name, chinese, outlet.country, outlet.kind, outlet.ownership, outlet.parent)
    return [cell or "" for cell in cells]


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
        headings = ("label", "times", "files", "first in", "nearest")
        rows = [
            (
                row.label,
                f"{row.count:,}",
                f"{row.sources:,}",
                row.first,
                listed(f"{hit.outlet.name} ({hit.outlet.id}, {hit.score})" for hit in row.near),
            )
            for row in report.missing
        ]
        yield table(headings, rows, encoding, numbers=(False, True, True))
        yield Text()
    left = (
        f"{report.unknown:,} under {counted(len(report.missing), 'label')}" if report.missing else "none under a label"
    )
    told = f"{report.known:,} by a known outlet, {report.unlabelled:,} by nobody named, {left} not found"
    yield _say(f"{counted(report.questions, 'question')}: {told}", encoding)


def _say(text: str, encoding: str, style: str = "") -> Text:
    return Text(encodable(one_line(text), encoding), style=style)
