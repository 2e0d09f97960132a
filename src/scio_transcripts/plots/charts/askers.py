"""Who asked: a bar for each outlet, country or kind of owner, by questions.

In: one transcript or many. Out: an Altair chart. Promises: the numbers are those of `views.askers_of`. Questions are
drawn, not exchanges, because only they sum up: two outlets can ask in one exchange.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from scio_transcripts.model import Transcript
from scio_transcripts.plots.bars import Bar, Group, grouped_bars
from scio_transcripts.plots.frame import WIDTH, Frame
from scio_transcripts.plots.headings import BY, heading_named, shown_name
from scio_transcripts.plots.subject import Subject
from scio_transcripts.plots.theme import SHAPES
from scio_transcripts.plots.wording import counted, listed, percent
from scio_transcripts.views.askers import Asked, Asker, askers_of

if TYPE_CHECKING:
    import altair as alt

MOST = 25
"""As many lines under each heading."""


def askers(
    transcripts: Transcript | Iterable[Transcript],
    *,
    by: str | None = None,
    width: int = WIDTH,
    dark: bool = False,
    title: str | None = None,
) -> alt.LayerChart:
    r"""Who asked how many questions, `by` outlet, country or ownership; without it, under all three headings.

    Raises `PlotError` where nobody asks, and `MissingExtraError` without the extra `plot`.

    >>> from scio_transcripts import parse
    >>> page = parse("CCTV:\n\nHow many? Thank you.\n\nLin Dahai:\n\nThank you. Ninety.\n\nReuters:\n\nWhy? Thank you.")
    >>> askers(page, by="country").description
    'Questions asked: China 1; United Kingdom 1.'
    """
    frame, subject = Frame("askers", width=width, dark=dark, title=title), Subject(transcripts)
    headings = [heading_named("askers", by)] if by else BY
    asked = askers_of(subject)
    if not asked.total.questions:
        raise subject.nothing("askers", "nobody asks anything")
    groups = [
        Group(
            heading=heading.title,
            aside="in events" if subject.events > 1 else "",
            shape=SHAPES["reporter"],
            colour=frame.palette.roles["reporter"],
            bars=_bars(heading.name, heading.rows(asked), asked, subject.events),
        )
        for heading in headings
    ]
    layers, height = grouped_bars(frame, groups)
    notes = [
        subject.line(counted(asked.total.questions, "question"), counted(asked.total.exchanges, "exchange")),
        _note(groups),
    ]
    about = listed((bar.about for group in groups for bar in group.bars), 3 * MOST + 6)
    return frame.framed(layers, height=height, title="Who asked", notes=notes, description=f"Questions asked: {about}")


def _bars(by: str, rows: Sequence[Asker], asked: Asked, events: int) -> Sequence[Bar]:
    ranked = sorted(rows, key=lambda row: -row.questions)  # rows of as many stay in the order of the view
    own = ranked if len(ranked) <= MOST + 1 else ranked[:MOST]
    bars = [
        _bar(
            shown_name(by, row),
            row.questions,
            asked,
            aside=f"{row.events:,}" if events > 1 else "",
            outlined=row.key is None,
            facts={"key": row.key, "exchanges": row.exchanges, "events": row.events},
        )
        for row in own
    ]
    rest = ranked[len(own) :]
    if rest:
        number = sum(row.questions for row in rest)
        bars.append(_bar(f"{len(rest):,} others together", number, asked, aside="", outlined=True))
    return bars


def _bar(
    name: str,
    questions: int,
    asked: Asked,
    *,
    aside: str,
    outlined: bool,
    facts: dict[str, str | int | None] | None = None,
) -> Bar:
    return Bar(
        name=name,
        value=questions,
        number=f"{questions:,} · {percent(questions / asked.total.questions)}",
        aside=aside,
        about=f"{name} {questions:,}",
        outlined=outlined,
        facts={"questions": questions, **(facts or {})},
    )


def _note(groups: Sequence[Group]) -> str:
    if any(bar.outlined for group in groups for bar in group.bars):
        return "Outlined: several together, or not known to the registry of outlets."
    return ""
