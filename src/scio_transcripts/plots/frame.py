"""The frame that all charts share: paper, title, a line about the subject, notes, size, and words for screen readers.

In: layers of marks whose places are pixels of the field. Out: one Altair chart that is exactly as wide as asked.
Promises: all words of the frame are cleaned and fit; the chart has a description. Knows no transcripts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from scio_transcripts.errors import MissingExtraError
from scio_transcripts.plots.subject import PlotError
from scio_transcripts.plots.theme import FONT, palette
from scio_transcripts.plots.wording import label, wrapped

if TYPE_CHECKING:
    import altair as alt

    from scio_transcripts.plots.theme import Palette

WIDTH = 760
"""Pixels of a chart, where nobody asks for more or less."""
NARROWEST, WIDEST = 320, 4000
_MARGIN = 24
_TITLE, _NOTE, _OFFSET = 19.0, 12.5, 18
NAME = 12.5
"""Size of names and numbers."""

Row = dict[str, Any]


def altair() -> Any:
    """The library. Raises `MissingExtraError` where it is not installed."""
    try:
        import altair as library
    except ImportError:
        raise MissingExtraError("plot", "drawing charts") from None
    return library


class Frame:
    """Paper of one size and colour, for layers that `framed` puts together."""

    def __init__(self, chart: str, *, width: int, dark: bool, title: str | None) -> None:
        self.alt = altair()
        if not NARROWEST <= width <= WIDEST:
            raise PlotError(
                chart, f"a width of {width} pixels cannot be drawn", f"use one from {NARROWEST} to {WIDEST}"
            )
        self.palette: Palette = palette(dark)
        self.inner = width - 2 * _MARGIN
        self._title = title

    def rows(self, rows: Iterable[Row]) -> Any:
        """Rows to draw marks from."""
        return self.alt.Chart({"values": list(rows)})  # a plain dictionary is not checked row by row

    def across(self, field: str, domain: Sequence[float], room: Sequence[float], kind: str = "linear") -> Any:
        """The place from left to right: numbers of the domain in this room, in pixels of the field."""
        scale = self.alt.Scale(domain=list(domain), range=list(room), type=kind, zero=False, nice=False)
        return self.alt.X(f"{field}:Q", scale=scale, axis=None)

    def down(self, field: str, height: float) -> Any:
        """The place from top to bottom: pixels of the field, as they are."""
        scale = self.alt.Scale(domain=[0, height], range=[0, height], zero=False, nice=False)
        return self.alt.Y(f"{field}:Q", scale=scale, axis=None)

    def text(self, rows: Any, place: Any, y: Any, field: str, **looks: Any) -> Any:
        """Words at a place: a pixel, or a channel."""
        looks = {
            "align": "left",
            "baseline": "middle",
            "font": FONT,
            "fontSize": NAME,
            "color": self.palette.ink,
            **looks,
        }
        x = self.alt.value(place) if isinstance(place, (int, float)) else place
        return rows.mark_text(aria=False, **looks).encode(x=x, y=y, text=f"{field}:N")

    def about(self) -> dict[str, Any]:
        """What a mark says to a screen reader, and where a pointer rests on it."""
        return {
            "description": self.alt.Description("about:N"),
            "tooltip": self.alt.Tooltip("about:N", title=" "),
        }

    def framed(
        self, layers: Sequence[Any], *, height: float, title: str, notes: Sequence[str], description: str
    ) -> alt.LayerChart:
        """The whole chart. A line of notes that is too long goes on below."""
        alt, ink = self.alt, self.palette
        heading = wrapped(label(self._title) if self._title is not None else title, _TITLE * 1.06, self.inner)
        below = [line for note in notes if note for line in wrapped(note, _NOTE, self.inner)]
        above = 24 * len(heading) + 18 * len(below) + (8 if below else 0) + _OFFSET
        return alt.layer(*layers).properties(
            width=self.inner,
            height=height,
            # The renderer would make room for what it takes for the extent of the marks, a pixel or two too much.
            autosize=alt.AutoSizeParams(type="none"),
            padding={"left": _MARGIN, "right": _MARGIN, "top": _MARGIN + above - 6, "bottom": _MARGIN},
            background=ink.paper,
            view=alt.ViewBackground(strokeOpacity=0),
            description=description,
            title=alt.TitleParams(
                heading or [""],
                subtitle=below,
                anchor="start",
                frame="bounds",
                offset=_OFFSET,
                font=FONT,
                fontSize=_TITLE,
                fontWeight="bold",
                lineHeight=24,
                color=ink.ink,
                subtitleFont=FONT,
                subtitleFontSize=_NOTE,
                subtitleColor=ink.muted,
                subtitleLineHeight=18,
                subtitlePadding=8,
            ),
        )


def part(chart: alt.LayerChart) -> alt.LayerChart:
    r"""The chart without its paper, so that Altair takes it as a part of another: `part(a) & part(b)`.

    >>> from scio_transcripts import parse
    >>> from scio_transcripts.plots import askers, flow
    >>> page = parse("CCTV:\n\nHow many boats run? Thank you.\n\nLin Dahai:\n\nThank you. Ninety.")
    >>> len((part(flow(page)) & part(askers(page))).vconcat)
    2
    """
    bare = chart.copy(deep=False)
    for name in ("autosize", "background", "padding"):
        bare[name] = altair().Undefined  # as if it had never been said
    return bare
