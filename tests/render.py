"""An invented press conference, printed in the layout of each dialect.

In: a `Spec`. Out: a `Printed`: the text, and what a reader of it should get back. A value that the layout does not
print is None and is not judged. `finish` puts the odd line ends, blanks and marks on it that real pages have.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import cycle

from strategies import Spec, Speech

DISCLAIMER = (
    "In case of any discrepancy between the English and Chinese texts, the Chinese version is deemed to prevail."
)
MONTHS = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]
LABEL = "\x01"
"""Stands before a line that is a label, until `finish`."""


@dataclass(frozen=True)
class Printed:
    """A page, and what it says."""

    layout: str
    text: str
    turns: tuple[Speech, ...]
    chairs: tuple[str, ...] | None = None
    officials: tuple[str, ...] | None = None
    date: str | None = None
    city: str | None = None
    translators: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Finish:
    """What extraction and editors leave on a page."""

    line_end: str = "\n"
    mark: str = ""
    """A byte-order mark."""
    after_label: str = ""
    trailing: str = ""


def finish(printed: Printed, how: Finish) -> Printed:
    """The same page with other line ends and blanks; what it says does not change."""
    lines = []
    for line in printed.text.split("\n"):
        if line.startswith(LABEL):
            lines.append(line.removeprefix(LABEL) + how.after_label)
        else:
            lines.append(line + how.trailing if line else line)
    return Printed(**{**vars(printed), "text": how.mark + how.line_end.join(lines)})


def day_of(spec: Spec) -> str:
    return f"{MONTHS[spec.day.month - 1]} {spec.day.day}, {spec.day.year}"


def summary_of(spec: Spec) -> str:
    weekday = calendar.day_name[spec.day.weekday()]
    return (
        f"The State Council Information Office (SCIO) held a press conference in {spec.city} on {weekday} "
        f"to brief the media on {spec.topic}."
    )


def head_of(spec: Spec) -> list[str]:
    return [spec.title, f"{spec.city} | {spec.hour} {day_of(spec)}", summary_of(spec)]


def plain_roster(spec: Spec) -> list[str]:
    return [
        "Speakers",
        *[f"{p.name}, {p.post}" for p in spec.officials],
        "Chairperson",
        f"{spec.chair.name}, {spec.chair.post}",
    ]


def courteous_roster(spec: Spec) -> list[str]:
    return [
        "Speakers:",
        *[f"{p.honorific} {p.name}, {p.post}" for p in spec.officials],
        "Chairperson:",
        f"{spec.chair.honorific} {spec.chair.name}, {spec.chair.post}",
    ]


def credits_of(spec: Spec) -> list[str]:
    if not spec.translators:
        return []
    *most, last = spec.translators
    names = f"{', '.join(most)}, and {last}" if most else last
    return [f"Translated and edited by {names}. {DISCLAIMER}"]


def own_line(turns: Sequence[Speech]) -> list[str]:
    return [line for turn in turns for line in (f"{LABEL}{turn.label}:", *turn.paragraphs)]


def _printed(layout: str, spec: Spec, blocks: Sequence[str], between: str = "\n\n", **said: object) -> Printed:
    facts = {
        "turns": spec.turns,
        "chairs": (spec.chair.name,),
        "officials": tuple(p.name for p in spec.officials),
        "date": spec.day.isoformat(),
        "city": spec.city,
        "translators": spec.translators,
    }
    return Printed(layout=layout, text=between.join(blocks) + "\n", **{**facts, **said})


def spaced(spec: Spec) -> Printed:
    """A blank line between all blocks, one roster with headings, the date under its own heading."""
    return _printed(
        "spaced",
        spec,
        [*head_of(spec), *courteous_roster(spec), "Date:", day_of(spec), *own_line(spec.turns), *credits_of(spec)],
    )


def tight(spec: Spec) -> Printed:
    """No blank line anywhere."""
    return _printed(
        "tight",
        spec,
        [*head_of(spec), *courteous_roster(spec), "Date:", day_of(spec), *own_line(spec.turns), *credits_of(spec)],
        "\n",
    )


def headless(spec: Spec) -> Printed:
    """All headings lost: the roster stands between wider gaps, the date is bare."""
    groups = [
        "\n\n".join(head_of(spec)),
        "\n\n".join(f"{p.honorific} {p.name}, {p.post}" for p in spec.officials),
        f"{spec.chair.honorific} {spec.chair.name}, {spec.chair.post}",
        day_of(spec),
        "\n\n".join([*own_line(spec.turns), *credits_of(spec)]),
    ]
    return _printed("headless", spec, groups, "\n\n\n")


def doubled(spec: Spec) -> Printed:
    """Two copies of the roster: bare in the page's head, with honorifics in the transcript."""
    blocks = [
        *head_of(spec),
        *plain_roster(spec),
        "Read in Chinese",
        *courteous_roster(spec),
        "Date:",
        day_of(spec),
        *own_line(spec.turns),
        *credits_of(spec),
    ]
    return _printed("doubled", spec, blocks)


def tagged(spec: Spec) -> Printed:
    """Page-break tags glued to every second label."""
    lines = own_line(spec.turns)
    labels = [i for i, line in enumerate(lines) if line.startswith(LABEL)]
    for i in labels[::2]:
        lines[i] = f"{LABEL}_ueditor_page_break_tag_{lines[i].removeprefix(LABEL)}"
    return _printed(
        "tagged", spec, [*head_of(spec), *courteous_roster(spec), "Date:", day_of(spec), *lines, *credits_of(spec)]
    )


def illustrated(spec: Spec) -> Printed:
    """Captions and stage directions on lines of their own inside the speeches."""
    lines = own_line(spec.turns)
    notes = cycle(["[Photo by Lu An/China SCIO]", "(Laughter.)", "A ferry in winter. [Photo by Lu An/China SCIO]"])
    ends = [
        i for i, line in enumerate(lines) if i and not line.startswith(LABEL) and not lines[i - 1].startswith(LABEL)
    ]
    for i in reversed(ends):
        lines.insert(i, next(notes))
    blocks = [*head_of(spec), *courteous_roster(spec), "Date:", day_of(spec), *lines, *credits_of(spec)]
    return _printed("illustrated", spec, blocks)


def continuation(spec: Spec) -> Printed:
    """A later page of a transcript: title and summary again, then straight into a question. No roster, no opening."""
    turns = spec.turns[3:]
    published = spec.day + timedelta(days=9)
    summary = (
        f"{summary_of(spec).rstrip('.')}.  {calendar.month_name[published.month]} {published.day}, {published.year}"
    )
    summary = re.sub(r" on \w+day ", f" on {MONTHS[spec.day.month - 1]} {spec.day.day} ", summary, count=1)
    blocks = ["ㄑ Press Room", spec.title, summary, *own_line(turns), *credits_of(spec), "<  1  2  3"]
    return _printed("continuation", spec, blocks, turns=turns, officials=None)


def inline(spec: Spec) -> Printed:
    """`Name: text`, below a roster."""
    lines = [line for t in spec.turns for line in (f"{t.label}: {t.paragraphs[0]}", *t.paragraphs[1:])]
    return _printed(
        "inline", spec, [*head_of(spec), *courteous_roster(spec), "Date:", day_of(spec), *lines, *credits_of(spec)]
    )


def questions_and_answers(spec: Spec) -> Printed:
    """`Q:` and `A:` of a spokesperson's regular press conference."""
    spokesperson = spec.officials[0]
    turns: list[Speech] = []
    for turn in spec.turns:
        if turn.role == "reporter":
            turns.append(Speech("Q", "reporter", turn.paragraphs))
        elif turn.role == "official" and turns and turns[-1].role == "reporter":
            turns.append(Speech("A", "official", turn.paragraphs))
    month = calendar.month_name[spec.day.month]
    day = f"{month} {spec.day.day}, {spec.day.year}"
    title = f"Foreign Ministry Spokesperson {spokesperson.name}'s Regular Press Conference on {day}"
    lines = [line for t in turns for line in (f"{t.label}: {t.paragraphs[0]}", *t.paragraphs[1:])]
    return _printed(
        "questions_and_answers",
        spec,
        [title, *lines],
        turns=tuple(turns),
        chairs=None,
        officials=(spokesperson.name,),
        city=None,
        translators=None,
    )


def bracketed(spec: Spec) -> Printed:
    """`[Name]: text` of a live record."""
    lines = [line for t in spec.turns for line in (f"[{t.label}]: {t.paragraphs[0]}", *t.paragraphs[1:])]
    return _printed("bracketed", spec, [*head_of(spec), *courteous_roster(spec), *lines], translators=None)


def timed(spec: Spec) -> Printed:
    """`[Name] (Month D,YYYY HH:MM:SS)` of a live record, the speech below."""
    lines = []
    for i, turn in enumerate(spec.turns):
        clock = (datetime.combine(spec.day, time(10)) + timedelta(seconds=73 * i)).time()
        lines += [
            f"{LABEL}[{turn.label}] ({calendar.month_name[spec.day.month]} {spec.day.day},{spec.day.year} {clock})",
            *turn.paragraphs,
        ]
    return _printed("timed", spec, [*head_of(spec), *courteous_roster(spec), *lines], translators=None)


def markdown(spec: Spec) -> Printed:
    """`### Name:` of a civic archive."""
    lines = [line for t in spec.turns for line in (f"{LABEL}### {t.label}:", *t.paragraphs)]
    return _printed(
        "markdown", spec, [f"# {spec.title}", *head_of(spec)[1:], *courteous_roster(spec), *lines], translators=None
    )


LAYOUTS: dict[str, Callable[[Spec], Printed]] = {
    layout.__name__: layout
    for layout in (
        spaced,
        tight,
        headless,
        doubled,
        tagged,
        illustrated,
        continuation,
        inline,
        questions_and_answers,
        bracketed,
        timed,
        markdown,
    )
}
