"""What a page leaves open that hides all text below it: a comment, a script, a style.

In: a page's HTML. Out: what is left open, and how many characters of text stand below. Promises: one pass. Says
nothing where no markup of a page stands below, such as in a script at the very end.
"""

from __future__ import annotations

from typing import NamedTuple

from scio_transcripts.lazy import re

_NAMES = "script style textarea title xmp iframe noembed noframes".split()
"""Elements in which nothing but their own end is markup."""
_OPENS = re.compile(rf"<!--(?!-?>)|<(?P<name>{'|'.join(_NAMES)})\b[^<>]*>", re.I)
_CLOSES = {"": re.compile("-->"), **{name: re.compile(f"</{name}", re.I) for name in _NAMES}}
_TEXT = re.compile(r"<(?:p|div|br|td|h[1-6]|li|article|section)\b", re.I)
_TAG = re.compile(r"<[^<>]{0,2000}>")


class Unclosed(NamedTuple):
    """Markup that no page closes, and what it hides."""

    opening: str
    """As printed, such as `<script>`."""
    hidden: int
    """Characters of text from the first paragraph below it on, without tags and white space."""


def unclosed(html: str) -> Unclosed | None:
    """The markup that is never closed, where the text of a page stands below it.

    >>> unclosed("<p>Why?<script>let a = 1<p>So.</p>"), unclosed("<p>Why?</p><!-- So. --><p>Yes.")
    (Unclosed(opening='<script>', hidden=3), None)
    """
    place = 0
    while found := _OPENS.search(html, place):
        close = _CLOSES[(found["name"] or "").lower()].search(html, found.end())
        if close is None:
            below = html[found.end() :]
            first = _TEXT.search(below)
            hidden = len("".join(_TAG.sub(" ", below[first.start() :]).split())) if first else 0
            return Unclosed(found[0], hidden) if hidden else None
        place = close.end()
    return None
