"""An element that may hold lines: where it stands, how words in it are drawn, and how CSS finds it.

In: the parent, and its number among the siblings of its tag. Out: a selector. Promises: any engine of CSS reads the
selector, whatever characters the tag holds, and finds this element in the page as it was written. Knows no words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from scio_transcripts.lazy import re

_LONGEST_TAG = 40
_DEEPEST = 120
"""Elements below that depth, or with longer tags, get their ancestor's selector: no page needs more, and a hostile one
could."""
_UNSAFE = re.compile(r"[^-\w]|^[0-9]|^-(?=[0-9]|$)", re.ASCII)
"""What an identifier of CSS cannot hold as it is, and beyond ASCII what some engines do not take."""


class Manner(NamedTuple):
    """How words in an element are drawn. Most elements have that of the one around them."""

    bold: bool = False
    href: str | None = None
    furniture: bool = False
    caption: bool = False
    level: int = 0
    pre: bool = False


AS_IS = Manner()


@dataclass(slots=True, eq=False)
class Element:
    """An element that may hold lines, and which ones: from `first` up to, not including, `last`."""

    tag: str
    parent: Element | None
    nth: int = 1
    depth: int = 0
    manner: Manner = AS_IS
    first: int = 0
    last: int = 0
    block: Element | None = None
    """The nearest element around it that is a block; None where it is one."""
    counts: dict[str, int] | None = None
    """How many children of each tag it has so far; most elements have none."""
    _selector: str = ""
    _is_end: bool = False
    """Whether it has its ancestor's selector, and so has all that it holds."""

    @property
    def selector(self) -> str:
        """The element as a CSS selector."""
        chain: list[Element] = []
        element: Element | None = self
        while element is not None and not element._selector:
            chain.append(element)
            element = element.parent
        selector, is_end = (element._selector, element._is_end) if element else ("", False)
        for element in reversed(chain):
            is_end = is_end or element.depth > _DEEPEST or len(element.tag) > _LONGEST_TAG
            if not is_end:
                is_only = element.tag in ("html", "body")
                own = element.tag if is_only else f"{identifier(element.tag)}:nth-of-type({element.nth})"
                selector = f"{selector}>{own}" if selector else own
            element._selector, element._is_end = selector, is_end
        return selector


def identifier(name: str) -> str:
    r"""A name as an identifier.

    >>> print(identifier("h1"), identifier("o:p"), identifier("x<y"))
    h1 o\:p x\<y
    """
    return _UNSAFE.sub(lambda found: _escaped(found[0]), name)


def _escaped(sign: str) -> str:
    """A printed sign of ASCII by a stroke before it, anything else by its number."""
    return f"\\{sign}" if " " <= sign <= "~" and not sign.isdigit() else f"\\{ord(sign):x} "
