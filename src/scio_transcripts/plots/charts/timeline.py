"""Who asked when: a row of bars for each kind of asker, a bar for each year or month, by questions.

In: many transcripts. Out: an Altair chart. Promises: the questions are those of `views.askers_of`, summed by the day of
the event; one scale for all rows, so that heights compare; events without a date are left out and counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from scio_transcripts.model import Transcript
from scio_transcripts.plots.frame import NAME, WIDTH, Frame, Row
from scio_transcripts.plots.headings import Heading, heading_named, shown_name
from scio_transcripts.plots.subject import PlotError, Subject, day_of
from scio_transcripts.plots.wording import breadth, counted, label, listed
from scio_transcripts.views.askers import askers_of

if TYPE_CHECKING:
    import altair as alt

MOST = 9
"""As many rows; the others are summed up in one."""
PERIODS = ("year", "month")
_MONTHS_SHOWN = 36
"""A longer stretch of time is shown by years."""
_STEP, _FOOT, _SMALL = 54.0, 22.0, 11.0
_Key = tuple[str | None, str]


def timeline(
    transcripts: Transcript | Iterable[Transcript],
    *,
    by: str = "ownership",
    per: str | None = None,
    width: int = WIDTH,
    dark: bool = False,
    title: str | None = None,
) -> alt.LayerChart:
    r"""How many questions who asked in each `year` or `month`, `by` ownership, country or outlet.

    Raises `PlotError` where nobody asks on a known day, and `MissingExtraError` without the extra `plot`.

    >>> from scio_transcripts import parse
    >>> page = parse("SCIO briefing\n\nBeijing | 10 a.m. July 3, 2024\n\nReuters:\n\nWhy?\n\nLin Dahai:\n\nRain.")
    >>> timeline(page, per="year").description
    'Questions by year: Foreign, private: 1 in 2024.'
    """
    heading = heading_named("timeline", by)
    if per not in (None, *PERIODS):
        raise PlotError("timeline", f"time is not counted by {label(str(per), 40)}", "use year or month")
    frame, subject = Frame("timeline", width=width, dark=dark, title=title), Subject(transcripts)
    counts = _counts(subject, heading)
    if not counts:
        raise subject.nothing("timeline", "nobody asks anything on a known day")
    months = [month for _, month in counts]
    per = per or ("month" if max(months) - min(months) < _MONTHS_SHOWN else "year")
    rows = _rows(counts, per)
    names = list(dict.fromkeys(row["name"] for row in rows))
    for row in rows:
        row["base"] = (names.index(row["name"]) + 1) * _STEP
    total = sum(row["questions"] for row in rows)
    height = len(names) * _STEP + _FOOT
    left_out = f"{counted(subject.undated, 'event')} without a date left out." if subject.undated else ""
    said = (
        f"{name}: " + ", ".join(f"{row['questions']:,} in {row['period']}" for row in rows if row["name"] == name)[:900]
        for name in names
    )
    return frame.framed(
        _layers(frame, rows, names, per, height),
        height=height,
        title="Who asked when",
        notes=[subject.line(counted(total, "question")), f"Questions by {per}, on one scale. {left_out}".rstrip()],
        description=f"Questions by {per}: {listed(said)}",
    )


def _counts(subject: Subject, heading: Heading) -> dict[tuple[_Key, int], int]:
    """Questions by asker and month, the months counted from the year 0."""
    counts: Counter[tuple[_Key, int]] = Counter()
    for transcript in subject:
        day = day_of(transcript)
        if day is not None:
            for row in heading.rows(askers_of(transcript)):
                key: _Key = (row.key, shown_name(heading.name, row))
                counts[key, day.year * 12 + day.month - 1] += row.questions
    return counts


def _rows(counts: dict[tuple[_Key, int], int], per: str) -> list[Row]:
    """A row for each bar: those who ask most first, the others together at the end, and time from left to right."""
    totals: Counter[_Key] = Counter()
    for (key, _), number in counts.items():
        totals[key] += number
    ranked = sorted(totals, key=lambda key: (-totals[key], key[0] is None, key[1]))
    own = ranked if len(ranked) <= MOST else ranked[: MOST - 1]
    others = f"{len(ranked) - len(own):,} others together"
    summed: Counter[tuple[int, str, int]] = Counter()
    for (key, month), number in counts.items():
        place, name = (own.index(key), key[1]) if key in own else (len(own), others)
        summed[place, name, month if per == "month" else month // 12] += number
    rows: list[Row] = []
    for (_, name, at), number in sorted(summed.items()):
        period = date(at // 12, at % 12 + 1, 1).isoformat()[:7] if per == "month" else str(at)
        about = f"{name}, {period}: {counted(number, 'question')}"
        rows.append({"name": name, "period": period, "at": at, "questions": number, "about": about})
    return rows


def _layers(frame: Frame, rows: list[Row], names: Sequence[str], per: str, height: float) -> list[Any]:
    alt, ink = frame.alt, frame.palette
    first, last = min(row["at"] for row in rows), max(row["at"] for row in rows)
    most = max(row["questions"] for row in rows)
    labels = min(max(breadth(name, NAME) for name in names) + 20, frame.inner * 0.4)
    span = last - first + 1
    # A lone bar as wide as the field would say more than it knows.
    room = (labels, labels + min(frame.inner - labels, span * 90.0))
    thick = max(1.0, min(36.0, (room[1] - room[0]) / span * 0.72))
    x, y = frame.across("at", (first - 0.5, last + 0.5), room), frame.down("top", height)
    totals: Counter[str] = Counter()
    for row in rows:
        totals[row["name"]] += row["questions"]
        row["top"] = row["base"] - (_STEP - 20) * row["questions"] / most
    highest = {name: max(row["questions"] for row in rows if row["name"] == name) for name in names}
    # Every bar has its number where there is room, and else the highest of its row.
    roomy = thick > breadth(f"{most:,}", _SMALL)
    told = [row for row in rows if roomy or row["questions"] == highest[row["name"]]]
    if not roomy:
        told = list({row["name"]: row for row in reversed(told)}.values())
    lanes = frame.rows(
        {"name": name, "top": (i + 1) * _STEP - 22, "base": (i + 1) * _STEP, "said": counted(totals[name], "question")}
        for i, name in enumerate(names)
    )
    down = frame.down("base", height)
    return [
        lanes.mark_rule(color=ink.faint, aria=False).encode(x=alt.value(0), x2=alt.value(room[1]), y=down),
        frame.text(lanes, 0, y, "name", limit=labels - 12),
        frame.text(lanes, 0, y, "said", dy=13, fontSize=_SMALL - 0.5, color=ink.muted),
        frame.rows(rows)
        .mark_bar(orient="vertical", size=thick, color=ink.accent)
        .encode(x=x, y=y, y2="base:Q", **frame.about()),
        frame.text(frame.rows(told), x, y, "questions", align="center", dy=-8, fontSize=_SMALL),
        frame.text(
            frame.rows(_ticks(first, last, per, room, height)),
            x,
            y,
            "period",
            align="center",
            fontSize=_SMALL,
            color=ink.muted,
        ),
    ]


def _ticks(first: int, last: int, per: str, room: tuple[float, float], height: float) -> list[Row]:
    """Years, or months with their year, as many as there is room for."""
    fit = max(1, int((room[1] - room[0]) / (58 if per == "month" else 40)))
    step = max(1, -(-(last - first + 1) // fit))
    return [
        {"at": at, "period": f"{at // 12}-{at % 12 + 1:02}" if per == "month" else str(at), "top": height - 8}
        for at in range(first, last + 1, step)
    ]
