"""An element that may hold lines: where it stands, and how CSS finds it.

In: the parent, and its number among the siblings of its tag. Out: a selector, put together when it is asked for.
Promises: any engine of CSS reads the selector, whatever characters the tag holds, and finds this element in the page as
it was written. Knows no words.
"""

from __future__ import annotations

from scio_transcripts.lazy import re

_LONGEST_TAG = 40
_DEEPEST = 120
"""Elements below that depth, or with longer tags, get their ancestor's selector: no page needs more, and a hostile one
could."""
_PLAIN = frozenset(
    "a article b blockquote center dd div dl dt em font footer form h1 h2 h3 h4 h5 h6 header i li main nav ol p pre"
    " section span strong table tbody td th thead tr u ul".split()
)
"""Tags that stand in a selector as they are."""
_UNSAFE = re.compile(r"[^-\w]|^[0-9]|^-(?=[0-9]|$)", re.ASCII)
"""What an identifier of CSS cannot hold as it is, and beyond ASCII what some engines do not take."""


class Element:
    """An element that may hold lines, and which ones: from `first` up to, not including, `last`."""

    __slots__ = ("_depth", "_selector", "first", "last", "nth", "parent", "tag")

    def __init__(self, tag: str, parent: Element | None, nth: int, first: int) -> None:
        self.tag = tag
        self.parent = parent
        self.nth = nth
        self.first = self.last = first
        self._selector = ""

    @property
    def selector(self) -> str:
        """The element as a CSS selector."""
        if not self._selector:
            if self.parent is not None and not self.parent._selector:
                self._select_above()
            self._select()
        return self._selector

    def _select_above(self) -> None:
        """Give a selector to each element around this one that has none yet."""
        chain: list[Element] = []
        element = self.parent
        while element is not None and not element._selector:
            chain.append(element)
            element = element.parent
        for element in reversed(chain):
            element._select()

    def _select(self) -> None:
        """Put the selector together from that of the parent, which has one."""
        parent, tag = self.parent, self.tag
        own = tag if tag in ("html", "body") else f"{tag if tag in _PLAIN else identifier(tag)}:nth-of-type({self.nth})"
        if parent is None:
            self._depth = 0
            self._selector = own
            return
        self._depth = depth = parent._depth + 1
        if depth > _DEEPEST or len(tag) > _LONGEST_TAG:
            self._depth = _DEEPEST  # and so has all that it holds
            self._selector = parent._selector
        else:
            self._selector = f"{parent._selector}>{own}"


def identifier(name: str) -> str:
    r"""A name as an identifier.

    >>> print(identifier("h1"), identifier("o:p"), identifier("x<y"))
    h1 o\:p x\<y
    """
    return _UNSAFE.sub(lambda found: _escaped(found[0]), name)


def _escaped(sign: str) -> str:
    """A printed sign of ASCII by a stroke before it, anything else by its number."""
    return f"\\{sign}" if " " <= sign <= "~" and not sign.isdigit() else f"\\{ord(sign):x} "
