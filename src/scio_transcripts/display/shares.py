"""Speaking shares as bars, for each role and each participant.

In: `Shares`. Out: lines of text at any width. Promises: every number stands beside its bar, so that nothing is lost
without colours; the longest bar is the largest share of its group. Counts nothing itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from scio_transcripts.display.roles import LOOKS
from scio_transcripts.display.surface import Surface, line, lines
from scio_transcripts.display.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scio_transcripts.model.base import Role
    from scio_transcripts.views.shares import Amount, Shares

_TABLE_FROM = 72
"""Narrower than this, the numbers go below the name."""
_NUMBERS = ("share", "words", "characters", "turns")
_WIDTHS = (8, 9, 12, 7)
_NARROW_BAR = 10
_EIGHTHS = " ▏▎▍▌▋▊▉"


class _Row(NamedTuple):
    name: Text
    role: Role
    amount: Amount
    share: float


def shares(view: Shares, surface: Surface, title: str = "Speaking shares") -> Iterator[Text]:
    """The lines: roles first, then participants, and the total."""
    yield from surface.heading(surface.say(title).plain)
    if not view.total.turns:
        yield from lines(Text("Nobody speaks on this page.", "dim"), surface.measure, first="  ")
        return
    roles = [_Row(Text(r.role, LOOKS[r.role].style), r.role, r.amount, r.share) for r in view.roles]
    people = [
        _Row(
            surface.say(p.participant.name, "bold")
            if p.participant
            else Text("not named" if p.role == "unknown" else f"{p.role} not named", "italic"),
            p.role,
            p.amount,
            p.share,
        )
        for p in view.people
    ]
    total = _Row(Text("all", "dim"), "unknown", view.total, 1.0 if view.total.words else 0.0)
    widest = max(row.name.cell_len for row in (*roles, *people))
    if surface.width >= _TABLE_FROM:
        yield _titles(widest, surface)
    for group in (roles, people):
        yield from _group(group, widest, surface)
        yield Text()
    yield from _group([total], widest, surface, bars=False)


def _group(rows: Sequence[_Row], widest: int, surface: Surface, *, bars: bool = True) -> Iterator[Text]:
    largest = max((row.share for row in rows), default=0.0)
    for row in rows:
        part = row.share / largest if largest and bars else 0.0
        mark = Text(LOOKS[row.role].on(surface) if bars else " ", LOOKS[row.role].style)
        if surface.width < _TABLE_FROM:
            yield from _stacked(row, mark, part, surface)
        else:
            yield from _table_row(row, mark, part, widest, surface)


def _table_row(row: _Row, mark: Text, part: float, widest: int, surface: Surface) -> Iterator[Text]:
    room, width = _room(widest, surface)
    first, *more = lines(row.name, room) or [Text()]
    bar = _bar(part, width, row.role, surface)
    numbers = "".join(number.rjust(cells) for number, cells in zip(_numbers(row), _WIDTHS, strict=True))
    gaps = " " * (room - first.cell_len), " " * (width - bar.cell_len)
    yield line("  ", mark, " ", first, gaps[0], "  ", bar, gaps[1], numbers)
    for following in more:
        yield line("    ", following)


def _titles(widest: int, surface: Surface) -> Text:
    titles = "".join(title.rjust(cells) for title, cells in zip(_NUMBERS, _WIDTHS, strict=True))
    return line(" " * (6 + sum(_room(widest, surface))), (titles, "dim"))


def _room(widest: int, surface: Surface) -> tuple[int, int]:
    """The widths of names and bars: what the numbers leave."""
    left = surface.measure - 6 - sum(_WIDTHS)
    name = min(widest, left * 3 // 5)
    return name, left - name


def _stacked(row: _Row, mark: Text, part: float, surface: Surface) -> Iterator[Text]:
    for number, drawn in enumerate(lines(row.name, surface.measure - 4) or [Text()]):
        yield line("  ", mark if number == 0 else " ", " ", drawn)
    bar = _bar(part, _NARROW_BAR, row.role, surface)
    share, words, characters, _ = _numbers(row)
    numbers = f"{share}, {words} words, {characters} characters, {counted(row.amount.turns, 'turn')}"
    first, *more = lines(Text(numbers), surface.measure - _NARROW_BAR - 6)
    yield line("    ", bar, " " * (_NARROW_BAR - bar.cell_len + 2), first)
    for following in more:
        yield line(" " * (_NARROW_BAR + 6), following)


def _numbers(row: _Row) -> tuple[str, str, str, str]:
    amount = row.amount
    return f"{row.share:.1%}", f"{amount.words:,}", f"{amount.characters:,}", f"{amount.turns:,}"


def _bar(part: float, width: int, role: Role, surface: Surface) -> Text:
    """A bar of at most `width` columns, in eighths of a column where the signs allow it."""
    if surface.plain:
        return Text("#" * round(part * width), LOOKS[role].style)
    full, eighths = divmod(round(part * width * 8), 8)
    return Text(("█" * full + _EIGHTHS[eighths]).rstrip(), LOOKS[role].style)
