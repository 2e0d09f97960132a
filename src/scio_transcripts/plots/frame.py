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
_TITLE, _NOTE = 19.0, 12.5
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
        return self.alt.Chart(self.alt.Data(values=list(rows)))

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
        looks = {"align": "left", "baseline": "middle", "fontSize": NAME, "color": self.palette.ink, **looks}
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
        heading = label(self._title) if self._title is not None else title
        below = [line for note in notes if note for line in wrapped(note, _NOTE, self.inner)]
        chart = self.alt.layer(*layers).properties(
            width=self.inner,
            height=height,
            padding=_MARGIN,
            background=self.palette.paper,
            description=description,
            title=self.alt.TitleParams(
                wrapped(heading, _TITLE * 1.06, self.inner) or [""],
                subtitle=below,
                anchor="start",
                frame="bounds",
                offset=18,
                fontSize=_TITLE,
                fontWeight="bold",
                lineHeight=24,
                color=self.palette.ink,
                subtitleFontSize=_NOTE,
                subtitleColor=self.palette.muted,
                subtitleLineHeight=18,
                subtitlePadding=8,
            ),
        )
        return chart.configure(font=FONT, view={"stroke": None}, text={"font": FONT})
