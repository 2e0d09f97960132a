"""From a tree of elements to the lines that a browser would draw, in one traverse.

In: the root of a parsed page. Out: `Drawn`: lines in reading order as columns, what the markup says of those that are
no plain paragraphs, and the elements that hold several. What a browser does not draw (scripts, styles, templates,
hidden elements) is left out; all else is kept. Knows nothing of press conferences.

This is the hot path: most lines are plain paragraphs, and those must cost little beside the calls into the tree.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from scio_transcripts.lazy import re
from scio_transcripts.sources.html.element import Element
from scio_transcripts.sources.html.manner import AS_IS, LOOKS, Manner, Manners

_ROWS = frozenset("tr td th tbody".split())
"""What stands in a row stands on lines without blank ones between them."""
_RUN = re.compile(r" {2,}")
_SEPARATORS = re.compile(r"[\s|>»›/·•,:：\-]+")


class Mark(NamedTuple):
    """What the markup says of a line. Offsets count from its beginning."""

    furniture: bool = False
    caption: bool = False
    level: int = 0
    bold: int = 0
    """One past the last character of the bold beginning."""
    linked: int = 0
    """Characters in links, separators between links included."""
    links: tuple[tuple[int, int, str], ...] = ()


PLAIN = Mark()


class Drawn:
    """What a browser would draw: columns, an entry a line."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.elements: list[Element] = []
        """The block that holds each line."""
        self.gaps: list[bool] = []
        """Whether a blank line stands above it."""
        self.marks: dict[int, Mark] = {}
        """By number, the lines that are no plain paragraphs."""
        self.wide: list[Element] = []
        """The root, and each element with several lines, behind those that it holds."""


def draw(root: Any) -> Drawn:
    """Draw the page under `root`, a node of selectolax's lexbor tree."""
    drawn, manners, looks = Drawn(), Manners(), LOOKS
    pen, texts = _Pen(drawn, manners), drawn.texts
    element = block = Element(root.tag or "html", None, 1, 0)
    manner, counts, node = AS_IS, dict[str, int](), root.child
    after: list[Any] = []  # what comes after each open element: no recursion, so that no depth is too deep
    while node is not None or after:
        if node is None:
            pen.close(element, is_block=element is block)
            node, element, block, manner, counts = after.pop()
            continue
        tag = node.tag
        if tag == "-text":
            pen.write(node.text_content, block, manner)
        elif tag == "br":
            pen.break_line()
        else:
            counts[tag] = nth = counts.get(tag, 0) + 1  # hidden ones count, too: selectors see them
            look, attributes = looks[tag], node.attributes
            inner = manners.inside(node, look, attributes, manner) if attributes or look.says else manner
            if inner is not None:
                opened = Element(tag, element, nth, len(texts))
                if not look.block or not pen.put(node, opened, inner):
                    after.append((node.next, element, block, manner, counts))
                    block = opened if look.block else block
                    element, manner, counts, node = opened, inner, {}, node.child
                    continue
        node = node.next
    pen.close(element, is_block=True)
    return drawn


def _folded(words: str) -> str:
    """Words with white space folded as browsers do: no other than these five characters."""
    if "\n" in words or "\t" in words or "\r" in words or "\f" in words:
        words = words.replace("\n", " ").replace("\t", " ").replace("\r", " ").replace("\f", " ")
    return _RUN.sub(" ", words) if "  " in words else words


class _Pen:
    """The line that is being drawn."""

    def __init__(self, drawn: Drawn, manners: Manners) -> None:
        self._drawn = drawn
        self._manners = manners
        self._pieces: list[str] = []
        """The words so far: a line may have as many pieces as the page has tags."""
        self._block: Element
        self._manner = AS_IS
        """Of the first words."""
        self._length = self._bold = self._linked = 0
        self._starts_bold = True
        self._links: list[tuple[int, int, str]] = []
        self._gap = True
        self._breaks = 0

    def put(self, node: Any, block: Element, manner: Manner) -> bool:
        """Begin a block, and if it holds nothing but one run of words, draw it whole. Whether it does."""
        if self._pieces:
            self.end_line(gap=True)
            block.first += 1
        self._gap = True
        child = node.child
        if child is None or child.next is not None:
            return False
        if child.tag == "-text":
            words = child.text_content
        elif found := self._manners.only_words(child, manner):
            words, manner = found
        else:
            return False
        if manner.pre:
            return False
        words = _folded(words)
        if not words.isspace():
            if manner is not AS_IS or not words[0].isalnum():
                self._mark_whole(words.lstrip(" "), manner)
            self._put_down(words.strip(" "), block, gap=block.tag not in _ROWS)
        return True

    def _mark_whole(self, words: str, manner: Manner) -> None:
        """Keep what the markup says of a line that is one run of words."""
        bold, href, furniture, caption, level, _ = manner
        length = len(words)
        links = () if href is None else ((0, length, href),)
        linked = length if links or _SEPARATORS.fullmatch(words) else 0
        if linked or manner is not AS_IS:
            end = len(words.rstrip()) if bold else 0
            self._drawn.marks[len(self._drawn.texts)] = Mark(furniture, caption, level, end, linked, links)

    def _put_down(self, text: str, block: Element, *, gap: bool) -> None:
        """Add a line; `gap`: whether a blank one stands below it."""
        drawn = self._drawn
        drawn.texts.append(text)
        drawn.elements.append(block)
        drawn.gaps.append(self._gap)
        self._breaks, self._gap = 1, gap

    def close(self, element: Element, *, is_block: bool) -> None:
        """End an element that holds more than words."""
        if is_block:
            self.end_line(gap=element.tag not in _ROWS)
        element.last = len(self._drawn.texts)
        if element.last - element.first > 1 or element.parent is None:
            self._drawn.wide.append(element)

    def write(self, words: str, block: Element, manner: Manner) -> None:
        """Draw words where the pen is."""
        if not manner.pre:
            if self._pieces or not words.isspace():
                self._add(_folded(words), block, manner)
            return
        # The parser has made every line end a `\n`; the piece behind the last one is the beginning of a line.
        for number, row in enumerate(words.split("\n")):
            if number:
                self.break_line()
            self._add(row, block, manner)

    def _add(self, words: str, block: Element, manner: Manner) -> None:
        """Append words, with white space folded as browsers do."""
        pieces = self._pieces
        if not pieces:
            if words.isspace():
                return
            self._block, self._manner = block, manner
        if not pieces or pieces[-1][-1] == " ":
            words = words.lstrip(" ")
        if not words:
            return
        pieces.append(words)
        if manner is AS_IS and words[0].isalnum():
            self._starts_bold = False
        else:
            self._weigh(words, manner)
        self._length += len(words)

    def _weigh(self, words: str, manner: Manner) -> None:
        """Note what makes a line more than a plain one."""
        begin, end = self._length, self._length + len(words)
        if not words.isspace():
            if manner.bold and self._starts_bold:
                self._bold = begin + len(words.rstrip())
            self._starts_bold = self._starts_bold and manner.bold
        if manner.href is not None:
            self._linked += len(words)
            self._links.append((begin, end, manner.href))
        elif _SEPARATORS.fullmatch(words):
            self._linked += len(words)

    def break_line(self) -> None:
        """A line break: two of them leave a blank line."""
        self._breaks += 1
        self.end_line(gap=self._breaks > 1)

    def end_line(self, *, gap: bool) -> None:
        """Put the line down, if anything stands on it."""
        if not self._pieces:
            self._gap = self._gap or gap
            return
        text = "".join(self._pieces).rstrip(" ")
        if self._linked or self._bold or self._manner is not AS_IS:
            self._mark(len(text))
        self._put_down(text, self._block, gap=gap)
        self._pieces.clear()
        self._length, self._starts_bold = 0, True

    def _mark(self, length: int) -> None:
        """Keep what the markup says of the line."""
        _, _, furniture, caption, level, _ = self._manner
        bold, links = min(self._bold, length), tuple(self._links)
        self._drawn.marks[len(self._drawn.texts)] = Mark(furniture, caption, level, bold, self._linked, links)
        self._bold = self._linked = 0
        self._links.clear()
