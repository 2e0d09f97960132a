"""Break a text into lines, in English and in Chinese.

In: a text and a width in terminal cells. Out: the span of each line, without the blanks around it. Promises: no line
is wider than the width (at least 2), no character but white space is left out, and no line begins with `，` or ends
with `（` unless it must. Knows nothing of styles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

from scio_transcripts.lazy import re
from scio_transcripts.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# Between two of these a line may break; everything else breaks at white space only.
_HAN = "\u2e80-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_OPENS = "（【《〈「『〔［｛“‘"
_CLOSES = "，。、；：？！）】》〉」』〕］｝％…—”’·,.;:?!)%\\]"
_JOINS = "\u0300-\u036f\u200d\ufe00-\ufe0f"
# White space as Unicode has it, without the four control characters that `\s` takes for it.
_BLANKS = r"\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# A straight quotation mark closes before a blank, a mark or the end, and opens elsewhere.
# 他说：“好。” gives 他 | 说： | “好。”; a number stays with its measure word: 增 | 长 | 8.5个
_UNIT = re.compile(
    rf"[{_OPENS}\"']*+(?:[{_HAN}][{_JOINS}]*+|[^{_BLANKS}{_HAN}]++(?:(?<=[0-9])[\u4e00-\u9fff])?+)?+[{_CLOSES}]*+"
    rf"(?:[\"'](?=[{_BLANKS}{_CLOSES}]|\Z)[{_CLOSES}]*+)?+[{_BLANKS}]*+"
)


def wrap(text: str, width: int, first: int | None = None) -> list[Span]:
    """The lines of `text` at this width, the first one at another where it is given.

    A line feed always breaks; an empty text has no lines.

    >>> [span.of("Good morning, friends") for span in wrap("Good morning, friends", 14)]
    ['Good morning,', 'friends']
    >>> [span.of("大家好，欢迎。") for span in wrap("大家好，欢迎。", 6)]
    ['大家', '好，欢', '迎。']
    """
    lines: list[Span] = []
    width = max(2, width)
    now = width if first is None else max(2, first)
    for printed in re.finditer(r"[^\n]+", text):
        units = _units(text, printed.start(), printed.end(), min(now, width))
        lines += _fill(text, units, now if not lines else width, width)
    return lines


def least_width(text: str) -> int:
    """Cells of the longest piece of `text` that `wrap` breaks only where it must.

    >>> least_width("a county library"), least_width("安全第一。")
    (7, 4)
    """
    return max((cells for _, _, cells in _units(text, 0, len(text), len(text) * 2)), default=0)


def _units(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int, int]]:
    """What may not be broken, each as its start, its end without the blanks after it, and its width."""
    while start < end:
        found = _UNIT.match(text, start, end)
        stop = found.end() if found and found.end() > start else start + 1
        letters = start + len(text[start:stop].rstrip())
        cells = cell_len(text[start:letters])
        if cells > width:
            yield from _pieces(text, start, letters, width)
        else:
            yield start, letters, cells
        start = stop


def _pieces(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int, int]]:
    """A unit wider than a line, such as an address, cut behind a hyphen that stands late, or else where it must be."""
    if not text[start:end].isascii():
        for piece in chop_cells(text[start:end], width):
            yield start, start + len(piece), cell_len(piece)
            start += len(piece)
        return
    while end - start > width:
        hyphen = text.rfind("-", start + width // 2, start + width)
        stop = hyphen + 1 if hyphen > 0 else start + width
        yield start, stop, stop - start
        start = stop
    yield start, end, end - start


def _fill(text: str, units: Iterator[tuple[int, int, int]], width: int, others: int) -> Iterator[Span]:
    """Lay the units out, as many a line as fit: `width` is that of the first line."""
    begin = end = -1
    used = 0
    for start, letters, cells in units:
        if letters == start:  # nothing but blanks
            continue
        gap = cell_len(text[end:start]) if begin >= 0 else 0
        if begin >= 0 and used + gap + cells > width:
            yield Span(begin, end)
            begin, width = -1, others
        if begin < 0:
            begin, used, gap = start, 0, 0
        used += gap + cells
        end = letters
    if begin >= 0:
        yield Span(begin, end)
