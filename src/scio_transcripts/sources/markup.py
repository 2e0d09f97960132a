"""What a page's markup says about its text: facts beside the characters, never instead of them.

In: nothing; these are the words that HTML readers fill in and the lexer weighs. Offsets are characters of the
extracted text, half-open. Knows nothing of tags.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol


class Zone(StrEnum):
    """Where on the page a block stands."""

    HEAD = "head"
    """Above the main text: title, date, summary."""
    MAIN = "main"
    """The main text, found by content."""
    FURNITURE = "furniture"
    """Navigation, lists of links, players, share bars, footers: never speech."""
    CAPTION = "caption"
    """A picture's caption, by its element."""


class Element(Protocol):
    """An element of the page."""

    @property
    def selector(self) -> str:
        """It as a CSS selector."""


class Block(NamedTuple):
    """One line of the extracted text, and what its markup says."""

    start: int
    end: int
    zone: Zone
    bold: int
    """One past its last bold character, counted from its beginning, if it begins in bold; else 0."""
    linked: bool
    """Whether all of it is links."""
    level: int
    """Of a heading, 1 to 6; else 0."""
    element: Element
    """What holds it."""

    @property
    def selector(self) -> str:
        """The element as a CSS selector, which is put together when it is asked for."""
        return self.element.selector


class Link(NamedTuple):
    """A link in the text."""

    text: str
    href: str
    """As written, or resolved where the page's address is known."""
    start: int
    end: int


class Stub(NamedTuple):
    """A page that shows next to nothing itself: a browser would run its script, or go on."""

    target: str | None
    """Where it leads, as written, or resolved where the page's address is known; None where only its script knows."""
    shown: int
    """Characters that it shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Markup:
    """All that was read beside the text."""

    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    address: str | None = None
    """The page's own address: as given, or the one that it calls canonical."""
    published: str | None = None
    """Its date of publication in ISO form, from its metadata."""
    published_by: str = ""
    """Which metadata said so, such as `meta pubdate`."""
    page: int | None = None
    """Its number, where its pager marks it."""
    others: tuple[str, ...] = ()
    """Addresses of the other pages of the same transcript, from the pager."""
    stub: Stub | None = None
    """Where the page stands in for another one, by its form: whether somebody speaks on it is for others to say."""
    original: Link | None = None
    """The link to the Chinese original, where the page has one."""
