"""The headings under which askers are counted, and what their keys are called on a chart.

In: rows of `views.askers_of`. Out: names. Promises: what the registry does not know is called so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import attrgetter

from scio_transcripts.display.wording import OWNERSHIPS
from scio_transcripts.plots.subject import PlotError
from scio_transcripts.plots.wording import label
from scio_transcripts.registry.countries import countries
from scio_transcripts.views.askers import Asked, Asker


@dataclass(frozen=True, slots=True)
class Heading:
    """One way to count askers."""

    name: str
    """As `by` and the command line call it."""
    title: str
    rows: Callable[[Asked], Sequence[Asker]]


BY = (
    Heading("ownership", "Ownership", attrgetter("ownerships")),
    Heading("country", "Country or region", attrgetter("countries")),
    Heading("outlet", "Outlet", attrgetter("outlets")),
)


def heading_named(chart: str, name: str) -> Heading:
    """The heading of this name. Raises `PlotError`.

    >>> heading_named("askers", "country").title
    'Country or region'
    """
    for heading in BY:
        if heading.name == name:
            return heading
    raise PlotError(chart, f"askers are not counted by {label(name, 40)}", "use ownership, country or outlet")


def shown_name(by: str, row: Asker) -> str:
    """What a row is called.

    >>> shown_name("country", Asker(key="MO", name="MO", events=1, exchanges=1, questions=1))
    'Macao'
    """
    if row.key is None:
        return label(row.name) if row.name else "not named on the page" if by == "outlet" else "not known"
    if by == "country":
        return countries().get(row.key, ((row.key,),))[0][0]
    if by == "ownership":
        return OWNERSHIPS.get(row.key, row.key)
    return label(row.name or row.key)
