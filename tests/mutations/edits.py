"""Edits of a page's text, and lines put into it.

In: a page, and what is to stand where. Out: the new text. Promises: places are those of the text before any edit;
words of HTML are changed in its text only, never in a tag, a script or a style.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

from .pages import Page

Edit = tuple[int, int, str]
"""Begin, end, and what stands there instead."""

_MARKUP = re.compile(r"(<(script|style|title)\b.*?</\2>|<[^<>]*>)", re.DOTALL | re.IGNORECASE)
_BEFORE_END = re.compile(r"</body>", re.IGNORECASE)


def whole_word(pattern: str) -> str:
    """The pattern where no letter stands before or behind; an underscore is none.

    >>> bool(re.search(whole_word("Lan"), "break_Lan:")), bool(re.search(whole_word("Lan"), "Lantern"))
    (True, False)
    """
    return rf"(?<![^\W_])(?:{pattern})(?![^\W_])"


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits made, which must not overlap.

    >>> edited("Name: words", [(0, 0, "["), (4, 6, "]: ")])
    '[Name]: words'
    """
    parts: list[str] = []
    place = 0
    for start, end, new in sorted(edits):
        parts += text[place:start], new
        place = end
    return "".join([*parts, text[place:]])


def in_words(page: Page, change: Callable[[str], str]) -> str:
    """The text with its words changed, piece by piece between the tags of HTML."""
    if not page.html:
        return change(page.text)
    pieces: list[str] = []
    place = 0
    for markup in _MARKUP.finditer(page.text):
        pieces += change(page.text[place : markup.start()]), markup.group()
        place = markup.end()
    return "".join([*pieces, change(page.text[place:])])


def as_line(page: Page, line: str) -> str:
    """A line as it is put between others."""
    return f"<p>{html.escape(line, quote=False)}</p>\n" if page.html else f"{line}\n\n"


def with_lines_above(page: Page, place: int, lines: Iterable[str]) -> str:
    return edited(page.text, [(place, place, "".join(as_line(page, line) for line in lines))])


def with_lines_below(page: Page, lines: Iterable[str]) -> str:
    foot = "".join(as_line(page, line) for line in lines)
    if not page.html:
        return f"{page.text.rstrip()}\n\n{foot}"
    end = _BEFORE_END.search(page.text)
    place = end.start() if end else len(page.text)
    return edited(page.text, [(place, place, foot)])
