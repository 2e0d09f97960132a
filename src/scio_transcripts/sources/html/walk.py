"""From a tree of elements to the lines that a browser would draw.

In: the root of a parsed page. Out: `Drawn`: lines in reading order with what their markup says, and the elements that
hold them. What a browser does not draw (scripts, styles, templates, hidden elements) is left out; all else is kept.
Knows nothing of press conferences.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from scio_transcripts.lazy import re
from scio_transcripts.sources.html.element import Element, Manner

_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody"
    " td tfoot th thead tr ul".split()
)
_NOT_DRAWN = frozenset(
    "head script style noscript template svg math select option datalist textarea input iframe object embed canvas"
    " audio video map title meta link img".split()
)
_BOLD = frozenset("b strong th h1 h2 h3 h4 h5 h6".split())
_FURNITURE = frozenset("nav aside footer menu dialog button".split())
_FURNITURE_ROLES = frozenset("navigation complementary contentinfo search banner dialog menu toolbar".split())
_BOLD_STYLE = re.compile(r"font-weight\s{0,4}:\s{0,4}(?:(?P<bold>bold|[6-9]00)|(?P<plain>normal|[1-5]00))", re.I)
_HIDDEN_STYLE = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden", re.I)
_ROWS = frozenset("tr td th tbody".split())
"""What stands in a row stands on lines without blank ones between them."""
_RUN = re.compile(r" {2,}")
_SEPARATORS = re.compile(r"[\s|>»›/·•,:：\-]+")
_REMEMBERED = 200
"""Characters of the longest style that is remembered: styles recur, hostile ones must not stay."""


@dataclass(slots=True)
class DrawnLine:
    """One line as drawn. Offsets count from its beginning."""

    element: Element
    furniture: bool
    caption: bool
    level: int
    gap: bool
    """Whether a blank line stands above it."""
    text: str = ""
    bold: int = 0
    """One past the last character of the bold beginning."""
    linked: int = 0
    """Characters in links, separators between links included."""
    links: list[tuple[int, int, str]] = field(default_factory=list)
    starts_bold: bool = True
    pieces: list[str] = field(default_factory=list)
    """The words so far, joined by `finish`: a line may have as many pieces as the page has tags."""
    length: int = 0

    def add(self, words: str, *, bold: bool, href: str | None) -> None:
        """Append words, with white space folded as browsers do."""
        if not self.pieces or self.pieces[-1][-1] == " ":
            words = words.lstrip(" ")
        if not words:
            return
        begin = self.length
        self.pieces.append(words)
        self.length += len(words)
        if not words.isspace():
            if bold and self.starts_bold:
                self.bold = begin + len(words.rstrip())
            self.starts_bold = self.starts_bold and bold
        if href is not None:
            self.linked += len(words)
            self.links.append((begin, begin + len(words), href))
        elif _SEPARATORS.fullmatch(words):
            self.linked += len(words)

    def finish(self) -> bool:
        """Join the words. Whether anything can be seen."""
        self.text = "".join(self.pieces).rstrip(" ")
        self.bold = min(self.bold, len(self.text))
        return bool(self.text) and not self.text.isspace()


class _Look(NamedTuple):
    """What a tag says by itself."""

    tag: str
    drawn: bool
    block: bool
    says: bool
    """Whether it says how words are drawn."""
    bold: bool
    furniture: bool
    caption: bool
    level: int


@dataclass(slots=True)
class Drawn:
    """What a browser would draw."""

    lines: list[DrawnLine] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    """Each after the one that holds it."""


def draw(root: Any) -> Drawn:
    """Draw the page under `root`, a node of selectolax's lexbor tree."""
    drawn = Drawn()
    lines, elements = drawn.lines, drawn.elements
    pen = _Pen(drawn)
    top = element = Element(root.tag or "html", None)
    elements.append(top)
    node = root.child
    after: list[Any] = []  # what comes after each open element: no recursion, so that no depth is too deep
    while node is not None or after:
        if node is None:
            if element.block is None:
                pen.end_line(gap=element.tag not in _ROWS)
            element.last = len(lines)
            element = element.parent or top
            node = after.pop()
            continue
        tag = node.tag or ""
        if tag == "-text":
            pen.write(node.text_content or "", element)
        elif tag == "br":
            pen.break_line()
        elif (look := _look(tag)).drawn:
            counts = element.counts
            if counts is None:
                counts = element.counts = {}
            counts[tag] = nth = counts.get(tag, 0) + 1  # hidden ones count, too: selectors see them
            attributes = node.attributes
            manner = _manner(node, attributes, look, element.manner) if attributes or look.says else element.manner
            if manner is not None:
                block = None if look.block else element.block or element
                if look.block:
                    pen.end_line(gap=True)
                element = Element(tag, element, nth, element.depth + 1, manner, len(lines), 0, block)
                elements.append(element)
                after.append(node.next)
                node = node.child
                continue
        node = node.next
    pen.end_line(gap=True)
    top.last = len(lines)
    return drawn


@lru_cache(maxsize=256)
def _look(tag: str) -> _Look:
    bold, furniture, caption = tag in _BOLD, tag in _FURNITURE, tag in ("figcaption", "caption")
    level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else 0
    return _Look(
        tag=tag,
        drawn=bool(tag) and tag[0] not in "-_!" and tag not in _NOT_DRAWN,
        block=tag in _BLOCKS,
        says=bool(bold or furniture or caption or level) or tag in ("header", "pre"),
        bold=bold,
        furniture=furniture,
        caption=caption,
        level=level,
    )


def _manner(node: Any, attributes: dict[str, str | None], look: _Look, around: Manner) -> Manner | None:
    """How words in an element are drawn; None where nothing of it is drawn."""
    if "hidden" in attributes:
        return None
    bold = around.bold or look.bold
    if style := attributes.get("style"):
        hidden, weight = _remembered_style(style) if len(style) <= _REMEMBERED else _style(style)
        if hidden:
            return None
        bold = bold if weight is None else weight
    role = attributes.get("role")
    if not look.says and role is None and look.tag != "a":
        return around if bold == around.bold else around._replace(bold=bold)
    furniture = around.furniture or look.furniture or role in _FURNITURE_ROLES
    return Manner(
        bold,
        (attributes["href"] or "") if look.tag == "a" and "href" in attributes else around.href,
        furniture or (look.tag == "header" and node.css_first("h1") is None),
        around.caption or look.caption,
        look.level or around.level,
        around.pre or look.tag == "pre",
    )


def _style(style: str) -> tuple[bool, bool | None]:
    """Whether a style hides its element, and whether it makes it bold, or plain, or neither."""
    weight = _BOLD_STYLE.search(style)
    return _HIDDEN_STYLE.search(style) is not None, weight["bold"] is not None if weight else None


_remembered_style = lru_cache(maxsize=512)(_style)


def _folded(words: str) -> str:
    """Words with white space folded as browsers do: no other than these five characters."""
    for sign in "\n\t\r\f":
        if sign in words:
            words = words.replace(sign, " ")
    return _RUN.sub(" ", words) if "  " in words else words


class _Pen:
    """The line that is being drawn."""

    def __init__(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self._line: DrawnLine | None = None
        self._gap = True
        self._breaks = 0

    def write(self, words: str, element: Element) -> None:
        """Draw words where the pen is."""
        if not element.manner.pre:
            if self._line is not None or not words.isspace():
                self._write(_folded(words), element)
            return
        # The parser has made every line end a `\n`; the piece behind the last one is the beginning of a line.
        for number, row in enumerate(words.split("\n")):
            if number:
                self.break_line()
            self._write(row, element)

    def _write(self, words: str, element: Element) -> None:
        manner = element.manner
        if self._line is None:
            if not words or words.isspace():
                return
            self._line = DrawnLine(element.block or element, manner.furniture, manner.caption, manner.level, self._gap)
        self._line.add(words, bold=manner.bold, href=manner.href)

    def break_line(self) -> None:
        """A line break: two of them leave a blank line."""
        self._breaks += 1
        self.end_line(gap=self._breaks > 1)

    def end_line(self, *, gap: bool) -> None:
        """Put the line down, if anything stands on it."""
        line = self._line
        if line is not None and line.finish():
            self._drawn.lines.append(line)
            self._breaks = 1
            self._gap = gap
        else:
            self._gap = self._gap or gap
        self._line = None
