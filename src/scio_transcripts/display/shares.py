"""Speaking shares as bars, for each role and each participant.

In: `Shares`, of one event or of several. Out: lines of text at any width. Promises: every number stands beside its bar,
so that nothing is lost without colours; all bars that are drawn together have one scale, so the same share has the same
length, and the longest bar is the largest share. Counts nothing itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from scio_transcripts.display.roles import LOOKS
from scio_transcripts.display.surface import Surface, line, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scio_transcripts.model.base import Role
    from scio_transcripts.views.shares import Amount, Shares

_TABLE_FROM = 72
"""Narrower than this, the name has a line of its own."""
_NUMBERS = ("share", "words", "characters", "turns")
_WIDTHS = (8, 9, 12, 7)
_LEAST_BAR = 8
_MARGIN = 4
"""Two blanks, the mark of the role, and a blank."""
_EIGHTHS = " ▏▎▍▌▋▊▉"


class _Row(NamedTuple):
    name: Text
    role: Role
    amount: Amount
    share: float


class _Scale(NamedTuple):
    """What all bars that are drawn together have in common."""

    names: int
    """Cells of the longest name."""
    largest: float

    def part(self, share: float) -> float:
        """How much of a whole bar stands for this share."""
        return share / self.largest if self.largest else 0.0


def shares(view: Shares, surface: Surface, title: str = "Speaking shares") -> Iterator[Text]:
    """The lines: roles first, then participants, and the total."""
    yield from several_shares([(title, view)], surface)


def several_shares(views: Sequence[tuple[str, Shares]], surface: Surface) -> Iterator[Text]:
    """Those of several events, each under its title, on one scale."""
    groups = [_groups(view, surface) for _, view in views]
    rows = [row for roles, people in groups for row in (*roles, *people)]
    scale = _Scale(
        names=max((row.name.cell_len for row in rows), default=0), largest=max((row.share for row in rows), default=0.0)
    )
    for (title, view), both in zip(views, groups, strict=True):
        yield from surface.heading(surface.say(title).plain)
        if not view.total.turns:
            yield from lines(Text("Nobody speaks on this page.", "dim"), surface.measure, first="  ")
            continue
        yield _titles(scale, surface)
        for group in both:
            for row in group:
                mark = Text(LOOKS[row.role].on(surface), LOOKS[row.role].style)
                yield from _drawn(row, mark, scale, surface)
            yield Text()
        total = _Row(Text("all", "dim"), "unknown", view.total, 1.0 if view.total.words else 0.0)
        yield from _drawn(total, Text(" "), scale, surface, bar=False)


def _groups(view: Shares, surface: Surface) -> tuple[list[_Row], list[_Row]]:
    """The rows of roles and of participants."""
    roles = [_Row(Text(r.role, LOOKS[r.role].style), r.role, r.amount, r.share) for r in view.roles]
    people = []
    for p in view.people:
        unnamed = "not named" if p.role == "unknown" else f"{p.role} not named"
        name = surface.say(p.participant.name, "bold") if p.participant else Text(unnamed, "italic")
        people.append(_Row(name, p.role, p.amount, p.share))
    return roles, people


def _drawn(row: _Row, mark: Text, scale: _Scale, surface: Surface, *, bar: bool = True) -> Iterator[Text]:
    """One row: name, bar and numbers side by side, or, on a narrow surface, one below the other."""
    room, width = _room(scale, surface)
    drawn = _bar(scale.part(row.share) if bar else 0.0, width, row.role, surface)
    gap = " " * (width - drawn.cell_len)
    numbers = "".join(number.rjust(cells) for number, cells in zip(_numbers(row), _WIDTHS, strict=True))
    first, *more = lines(row.name, room) or [Text()]
    if surface.width >= _TABLE_FROM:
        yield line("  ", mark, " ", first, " " * (room - first.cell_len), "  ", drawn, gap, numbers)
        yield from (line(" " * _MARGIN, following) for following in more)
        return
    yield line("  ", mark, " ", first)
    yield from (line(" " * _MARGIN, following) for following in more)
    if surface.measure - _MARGIN - sum(_WIDTHS) >= _LEAST_BAR:
        yield line(" " * _MARGIN, drawn, gap, numbers)
    else:
        if drawn:
            yield line(" " * _MARGIN, drawn)
        yield line(_numbers_margin(surface), numbers)


def _titles(scale: _Scale, surface: Surface) -> Text:
    titles = "".join(title.rjust(cells) for title, cells in zip(_NUMBERS, _WIDTHS, strict=True))
    room, width = _room(scale, surface)
    wide = surface.width >= _TABLE_FROM
    margin = " " * (_MARGIN + room + 2 + width) if wide else _numbers_margin(surface)
    return line(margin, (titles, "dim"))


def _numbers_margin(surface: Surface) -> str:
    """What stands before the numbers on a narrow surface, so that they end where it ends."""
    return " " * (surface.measure - sum(_WIDTHS))


def _room(scale: _Scale, surface: Surface) -> tuple[int, int]:
    """The widths of names and bars: what the numbers leave."""
    left = surface.measure - _MARGIN - sum(_WIDTHS)
    if surface.width >= _TABLE_FROM:
        name = min(scale.names, (left - 2) * 3 // 5)
        return name, left - 2 - name
    whole = surface.measure - _MARGIN
    return whole, left if left >= _LEAST_BAR else whole


def _numbers(row: _Row) -> tuple[str, str, str, str]:
    amount = row.amount
    return f"{row.share:.1%}", f"{amount.words:,}", f"{amount.characters:,}", f"{amount.turns:,}"


def _bar(part: float, width: int, role: Role, surface: Surface) -> Text:
    """A bar of at most `width` columns, in eighths of a column where the signs allow it."""
    if surface.plain:
        return Text("#" * round(part * width), LOOKS[role].style)
    full, eighths = divmod(round(part * width * 8), 8)
    return Text(("█" * full + _EIGHTHS[eighths]).rstrip(), LOOKS[role].style)
