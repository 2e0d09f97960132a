r"""Charts of transcripts, as objects of Altair: composable, shown by notebooks, saved as SVG or PNG.

In: one transcript, or an iterable of many: `read_events(...)`, or a corpus. Out: an `altair.LayerChart`. Promises: the
numbers are those of `views`; the same input gives the same bytes; words of a page are words on the chart, never markup.
Needs the extra `plot`.

>>> from scio_transcripts import parse
>>> from scio_transcripts.plots import render, shares
>>> chart = shares(parse("CCTV:\n\nHow many boats run? Thank you.\n\nLin Dahai:\n\nThank you. Ninety."), dark=True)
>>> render(chart, "svg")[:4]
b'<svg'

Names are imported when first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scio_transcripts.lazy import door

_HOMES = {
    "CHARTS": "charts",
    "Chart": "charts",
    "PlotError": "subject",
    "askers": "charts.askers",
    "chart_named": "charts",
    "exchanges": "charts.exchanges",
    "flow": "charts.flow",
    "part": "frame",
    "render": "saving",
    "save": "saving",
    "shares": "charts.shares",
    "timeline": "charts.timeline",
}
"""Where each public name lives."""

if TYPE_CHECKING:
    from scio_transcripts.plots.charts import CHARTS, Chart, chart_named
    from scio_transcripts.plots.charts.askers import askers
    from scio_transcripts.plots.charts.exchanges import exchanges
    from scio_transcripts.plots.charts.flow import flow
    from scio_transcripts.plots.charts.shares import shares
    from scio_transcripts.plots.charts.timeline import timeline
    from scio_transcripts.plots.frame import part
    from scio_transcripts.plots.saving import render, save
    from scio_transcripts.plots.subject import PlotError

__all__ = [
    "CHARTS",
    "Chart",
    "PlotError",
    "askers",
    "chart_named",
    "exchanges",
    "flow",
    "part",
    "render",
    "save",
    "shares",
    "timeline",
]


__getattr__ = door(__name__, _HOMES)
