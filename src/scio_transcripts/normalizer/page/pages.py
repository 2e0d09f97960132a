"""Which page of how many: from the pager, and from what only a first or a last page has.

In: the pagers' places, and two facts about the page. Out: its number and the total, or None. Promises: no number that
the page does not show. Knows no address.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scio_transcripts.diagnostics import Log
from scio_transcripts.lazy import re
from scio_transcripts.sources.markup import Markup
from scio_transcripts.spans import Span

_NUMBER = re.compile(r"\d{1,3}")
MAY_BE_STUBS = frozenset({"transcript", "article", "unknown"})
"""Kinds of documents whose pages may stand in for others: a notice or a gallery says what it is for."""
_BACK = re.compile(r"<|«|‹|Prev|上一页|首页", re.I)
_ON = re.compile(r">|»|›|Next|下一页|尾页", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What the pager shows."""

    number: int | None = None
    shown: bool = False
    """Whether the pager shows the number; else it is what a first or a last page has that tells."""
    total: int | None = None
    numbers: tuple[int, ...] = ()
    """The numbers of all pages that were read."""
    missing: tuple[int, ...] = ()
    span: Span | None = None


def read_pager(
    text: str,
    pagers: Sequence[Span],
    log: Log,
    *,
    begins: bool,
    ends: bool,
    closes: bool = False,
    shown: int | None = None,
) -> PageFacts:
    """Read the pager of one page. `shown` is its number where markup says so; `begins` and `ends`: the page has what
    only the first, or only the last page has; `closes`: its last words are those that close an event.

    >>> read_pager("<  1  2  3", [Span(0, 10)], Log(), begins=False, ends=True).number
    3

    A pager that stops without an arrow may be cut off, so that something else must show that the page is the last.

    >>> read_pager("<  1  2  3", [Span(0, 10)], Log(), begins=False, ends=False).number
    """
    for span in pagers:
        words = span.of(text)
        total = _total(words)
        if not total:
            continue
        printed = shown or _number_by_arrows(words, total, may_be_last=ends or closes)
        number = printed or _number_by_ends(total, begins=begins, ends=ends)
        log.add("G601", *span, total=total, which=f"page {number}" if number else "one of them")
        numbers = (number,) if number else ()
        missing = tuple(n for n in range(1, total + 1) if number not in (None, n))
        return PageFacts(
            number=number, shown=printed is not None, total=total, numbers=numbers, missing=missing, span=span
        )
    return PageFacts(number=shown, shown=shown is not None, numbers=(shown,) if shown else ())


def _total(words: str) -> int:
    """How many pages a pager counts; nought where it does not count from one."""
    counted = [int(number) for number in _NUMBER.findall(words)]
    total = max(counted, default=0)
    return total if total > 1 and counted[0] == 1 else 0


def _number_by_arrows(words: str, total: int, *, may_be_last: bool) -> int | None:
    """The arrow that leads nowhere is left out: no `>` on the last page, no `<` on the first."""
    back, on = _BACK.search(words) is not None, _ON.search(words) is not None
    if back and not on and may_be_last:
        return total
    return 1 if on and not back else None


def _number_by_ends(total: int, *, begins: bool, ends: bool) -> int | None:
    """The first page, or the last, where the page has what only that one has."""
    if begins == ends:
        return None
    return 1 if begins else total


def read_pagers(pagers: Sequence[Span], text: str, numbers: Sequence[int], log: Log) -> PageFacts:
    """The pagers of several pages that were read together. `numbers` are those of the pages, as far as known."""
    counted = [(max((int(n) for n in _NUMBER.findall(span.of(text))), default=0), span) for span in pagers]
    total, span = max(counted, key=lambda c: c[0], default=(0, None))
    present = tuple(sorted(set(numbers)))
    known = total if total > 1 else max(present, default=0)
    missing = tuple(n for n in range(1, known + 1) if n not in present) if present else ()
    if missing:
        start, end = span or Span(0, 0)
        log.add("G603", start, end, count=len(missing), total=known, numbers=", ".join(map(str, missing)))
    return PageFacts(
        number=None, total=total if total > 1 else None, numbers=present, missing=missing, span=span if total else None
    )


def tell_stubs(pages: Sequence[tuple[int, Markup | None]], turns: Sequence[int], log: Log) -> None:
    """Tell of pages that stand in for others by their form, unless somebody begins to speak on them.

    `pages`: where each begins, and its markup; `turns`: where each begins, in order.
    """
    for number, (start, markup) in enumerate(pages):
        stub = markup.stub if markup is not None else None
        end = pages[number + 1][0] if number + 1 < len(pages) else None
        speaks = any(start <= turn and (end is None or turn < end) for turn in turns) if stub else True
        if stub is None or speaks:
            continue
        if stub.target is None:
            log.add("T108", start, start, count=stub.shown)
        else:
            log.add("T109", start, start, count=stub.shown, target=stub.target)
