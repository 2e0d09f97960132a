"""How words are drawn: what a tag and its attributes say of bold type, links, furniture, headings.

In: a node, and the manner around it. Out: the manner inside it, or None where a browser draws nothing of it. Promises:
most elements say nothing, and those share the one manner of what is around them. Knows no words.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from scio_transcripts.lazy import re

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
_CAPTIONS = frozenset(["figcaption", "caption"])
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_TELLING = frozenset(["hidden", "href", "role"])
"""Attributes beside `style` that may say how words are drawn."""
_FURNITURE_ROLES = frozenset("navigation complementary contentinfo search banner dialog menu toolbar".split())
_BOLD_STYLE = re.compile(r"font-weight\s{0,4}:\s{0,4}(?:(?P<bold>bold|[6-9]00)|(?P<plain>normal|[1-5]00))", re.I)
_HIDDEN_STYLE = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden", re.I)


class Manner(NamedTuple):
    """How words in an element are drawn."""

    bold: bool = False
    href: str | None = None
    furniture: bool = False
    caption: bool = False
    level: int = 0
    pre: bool = False


AS_IS = Manner()


class Look(NamedTuple):
    """What a tag says by itself."""

    drawn: bool
    block: bool
    says: bool
    """Whether it says how words are drawn."""
    link: bool
    header: bool
    inside: Manner
    """The manner of words in it, where none is around it."""


def _look(tag: str) -> Look:
    inside = Manner(
        bold=tag in _BOLD,
        furniture=tag in _FURNITURE,
        caption=tag in _CAPTIONS,
        level=_LEVELS.get(tag, 0),
        pre=tag == "pre",
    )
    drawn = tag not in _NOT_DRAWN
    header = tag == "header"
    return Look(drawn, tag in _BLOCKS, not drawn or header or inside != AS_IS, tag == "a", header, inside)


class _Looks(dict[str | None, Look]):
    """The looks of the tags that say anything; all others are plain. What is no element has no letter in front."""

    def __missing__(self, tag: str | None) -> Look:
        return _PLAIN if tag and tag[0].isalpha() else _NOTHING


_SILENT = (False, None)
_PLAIN = _look("span")
_NOTHING = _look("head")
LOOKS = _Looks((tag, _look(tag)) for tag in {"a"} | _BLOCKS | _NOT_DRAWN | _BOLD | _FURNITURE)


class Manners:
    """The manners of one page. Styles recur on it, and each is read once."""

    def __init__(self) -> None:
        self._styles: dict[str | None, tuple[bool, bool | None]] = {None: _SILENT}
        self._silent: set[str | None] = {None}
        """Those that say nothing. None stands for no style."""

    def inside(self, node: Any, look: Look, attributes: dict[str, str | None], around: Manner) -> Manner | None:
        """How words in an element are drawn; None where nothing of it is drawn."""
        style = attributes.get("style")
        if style in self._silent and not look.says and attributes.keys().isdisjoint(_TELLING):
            return around
        if not look.drawn or "hidden" in attributes:
            return None
        if around is AS_IS and not attributes and not look.header:
            return look.inside
        hidden, weight = self._said_by(style)
        if hidden:
            return None
        bold = around.bold or look.inside.bold if weight is None else weight
        return _joined(node, look, attributes, around, bold=bold)

    def only_words(self, node: Any, manner: Manner) -> tuple[str, Manner] | None:
        """The words in an only child that is no block and holds nothing else, however deep."""
        child = node
        while child is not None and child.next is None:
            tag = child.tag
            if tag == "-text":
                return child.text_content, manner
            look, attributes = LOOKS[tag], child.attributes
            inner = self.inside(child, look, attributes, manner) if attributes or look.says else manner
            if look.block or tag == "br" or inner is None:
                return None
            manner, child = inner, child.child
        return None

    def _said_by(self, style: str | None) -> tuple[bool, bool | None]:
        """Whether a style hides its element, and whether it makes it bold, or plain, or neither."""
        if style is None or style in self._styles:
            return self._styles[style]
        weight = _BOLD_STYLE.search(style)
        bold = weight["bold"] is not None if weight else None
        self._styles[style] = said = _HIDDEN_STYLE.search(style) is not None, bold
        if said == _SILENT:
            self._silent.add(style)
        return said


def _joined(node: Any, look: Look, attributes: dict[str, str | None], around: Manner, *, bold: bool) -> Manner:
    """The manner around an element, and what the element adds to it."""
    own = look.inside
    furniture = around.furniture or own.furniture or attributes.get("role") in _FURNITURE_ROLES
    made = Manner(
        bold,
        (attributes["href"] or "") if look.link and "href" in attributes else around.href,
        furniture or (look.header and node.css_first("h1") is None),
        around.caption or own.caption,
        own.level or around.level,
        around.pre or own.pre,
    )
    return around if made == around else made
