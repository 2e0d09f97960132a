"""From a tree of elements to the lines that a browser would draw.

In: the root of a parsed page. Out: `Drawn`: lines in reading order with what their markup says, and the elements that
hold them. What a browser does not draw (scripts, styles, templates, hidden elements) is left out; all else is kept.
Knows nothing of press conferences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_BLOCKS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody"
    " td tfoot th thead tr ul".split()
)
_NOT_DRAWN = frozenset(
    "head script style noscript template svg math select option datalist textarea input iframe object embed canvas"
    " audio video map title meta link".split()
)
_BOLD = frozenset("b strong th h1 h2 h3 h4 h5 h6".split())
_FURNITURE = frozenset("nav aside footer menu dialog button".split())
_FURNITURE_ROLES = frozenset("navigation complementary contentinfo search banner dialog menu toolbar".split())
_BOLD_STYLE = re.compile(r"font-weight\s{0,4}:\s{0,4}(?:(?P<bold>bold|[6-9]00)|(?P<plain>normal|[1-5]00))", re.I)
_HIDDEN_STYLE = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden", re.I)
_FOLDED = re.compile(r"[ \t\n\r\f]+")
_SEPARATORS = re.compile(r"[\s|>»›/·•,:：\-]+")
_DEEPEST = 120
"""Elements below that depth get their ancestor's selector: no page needs more, and a hostile one could."""


@dataclass(slots=True, eq=False)
class Element:
    """An element that may hold lines, and which ones: from `first` up to, not including, `last`."""

    tag: str
    parent: Element | None
    nth: int = 1
    depth: int = 0
    first: int = 0
    last: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    _selector: str = ""

    @property
    def selector(self) -> str:
        """The element as a CSS selector."""
        chain: list[Element] = []
        element: Element | None = self
        while element is not None and not element._selector:
            chain.append(element)
            element = element.parent
        selector = element._selector if element else ""
        for element in reversed(chain):
            if element.depth <= _DEEPEST:
                own = element.tag if element.tag in ("html", "body") else f"{element.tag}:nth-of-type({element.nth})"
                selector = f"{selector}>{own}" if selector else own
            element._selector = selector
        return selector


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

    def add(self, words: str, *, bold: bool, href: str | None) -> None:
        """Append words, with white space folded as browsers do."""
        if not self.text or self.text[-1] == " ":
            words = words.lstrip(" ")
        if not words:
            return
        begin = len(self.text)
        self.text += words
        if not words.isspace():
            if bold and self.starts_bold:
                self.bold = begin + len(words.rstrip())
            self.starts_bold = self.starts_bold and bold
        if href is not None:
            self.linked += len(words)
            self.links.append((begin, begin + len(words), href))
        elif _SEPARATORS.fullmatch(words):
            self.linked += len(words)


@dataclass(frozen=True, slots=True)
class _State:
    """What an element hands down to what it holds."""

    element: Element
    block: Element
    """The nearest element that is a block."""
    bold: bool = False
    href: str | None = None
    furniture: bool = False
    caption: bool = False
    level: int = 0
    pre: bool = False


@dataclass(slots=True)
class Drawn:
    """What a browser would draw."""

    lines: list[DrawnLine] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    """Each after the one that holds it."""
    images: list[int] = field(default_factory=list)
    """For each picture, the index of the line that follows it."""


def draw(root: Any) -> Drawn:
    """Draw the page under `root`, a node of selectolax's lexbor tree."""
    drawn = Drawn()
    pen = _Pen(drawn)
    top = Element(root.tag or "html", None)
    drawn.elements.append(top)
    # A node to enter, or an element that ends: a stack instead of recursion, so that no depth is too deep.
    stack: list[tuple[Any, _State | Element]] = [(root.child, _State(top, top))]
    while stack:
        node, state = stack.pop()
        if isinstance(state, Element):
            if state.tag in _BLOCKS:
                pen.end_line(gap=state.tag not in ("tr", "td", "th", "tbody"))
            state.last = len(drawn.lines)
            continue
        if node is None:
            continue
        stack.append((node.next, state))
        tag = node.tag
        if tag == "-text":
            pen.write(node.text_content or "", state)
        elif tag == "br":
            pen.break_line()
        elif tag == "img":
            drawn.images.append(len(drawn.lines))
        elif tag and tag[0] not in "-_!" and tag not in _NOT_DRAWN:
            inner = _enter(node, tag, state, drawn)
            if inner is not None:
                if tag in _BLOCKS:
                    pen.end_line(gap=True)
                inner.element.first = len(drawn.lines)
                stack.append((None, inner.element))
                stack.append((node.child, inner))
    pen.end_line(gap=True)
    top.last = len(drawn.lines)
    return drawn


def _enter(node: Any, tag: str, state: _State, drawn: Drawn) -> _State | None:
    """What holds inside an element; None where nothing of it is drawn."""
    above = state.element
    nth = above.counts[tag] = above.counts.get(tag, 0) + 1
    attributes = node.attributes
    style = attributes.get("style") or ""
    if "hidden" in attributes or (style and _HIDDEN_STYLE.search(style)):
        return None
    element = Element(tag, above, nth, above.depth + 1)
    drawn.elements.append(element)
    bold = state.bold or tag in _BOLD
    if style and (weight := _BOLD_STYLE.search(style)):
        bold = weight["bold"] is not None
    furniture = state.furniture or tag in _FURNITURE or attributes.get("role") in _FURNITURE_ROLES
    if tag == "header":
        furniture = furniture or node.css_first("h1") is None
    return _State(
        element=element,
        block=element if tag in _BLOCKS else state.block,
        bold=bold,
        href=(attributes.get("href") or "") if tag == "a" and "href" in attributes else state.href,
        furniture=furniture,
        caption=state.caption or tag in ("figcaption", "caption"),
        level=int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else state.level,
        pre=state.pre or tag == "pre",
    )


class _Pen:
    """The line that is being drawn."""

    def __init__(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self._line: DrawnLine | None = None
        self._gap = True
        self._breaks = 0

    def write(self, words: str, state: _State) -> None:
        """Draw words where the pen is."""
        if not state.pre:
            self._write(_FOLDED.sub(" ", words), state)
            return
        for number, row in enumerate(words.splitlines()):
            if number:
                self.break_line()
            self._write(row, state)

    def _write(self, words: str, state: _State) -> None:
        if self._line is None:
            if not words or words.isspace():
                return
            self._line = DrawnLine(state.block, state.furniture, state.caption, state.level, self._gap)
        self._line.add(words, bold=state.bold, href=state.href)

    def break_line(self) -> None:
        """A line break: two of them leave a blank line."""
        self._breaks += 1
        self.end_line(gap=self._breaks > 1)

    def end_line(self, *, gap: bool) -> None:
        """Put the line down, if anything stands on it."""
        line = self._line
        if line is not None and not line.text.isspace() and line.text:
            line.text = line.text.rstrip(" ")
            line.bold = min(line.bold, len(line.text))
            self._drawn.lines.append(line)
            self._breaks = 1
            self._gap = gap
        else:
            self._gap = self._gap or gap
        self._line = None
