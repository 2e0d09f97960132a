"""Nesting without end, cut to what browsers allow.

In: the characters of a page. Out: the same, or without the tags that nest deeper than any page does: for each tag, a
parser of HTML looks at all the elements that are open, so that depth costs the square of its length. Promises: no
word is dropped, and a page that is not too deep is not touched. Knows no element but those that need no end.
"""

from __future__ import annotations

from itertools import accumulate

from scio_transcripts.lazy import re

_DEEPEST = 512
"""As in browsers."""
_FEW_TAGS = 4000
"""Pages with no more tags cost little, however deep they are."""
_UNCLOSED = frozenset(
    "area base br col embed hr img input link meta param source track wbr"
    " html head body p li dd dt td th tr tbody thead tfoot colgroup option optgroup rp rt"
    " a b big code em font i nobr s small strike strong tt u".split()
)
"""Elements without an end, those whose end may be left out, and those of type, whose end sloppy pages leave out: they
cost no look at what is open."""
_TAGS = re.compile(
    r"<!--.*?(?=-->|\Z)"
    r"|<(?:script|style)\b.*?(?:</(?:script|style)[^<>]{0,40}>?|\Z)"
    r"|<(?P<end>/?)(?P<tag>[a-z][a-z0-9]{0,20})(?P<rest>[^<>]{0,400}>?)",
    re.I | re.S,
)

_NAMES = re.compile(
    r"<(?:!--.*?(?:-->|\Z)|(?:script|style)\b.*?(?:</(?:script|style)[^<>]{0,40}>?|\Z)|(/?[a-z][a-z0-9]{0,20}))",
    re.I | re.S,
)
"""The names of the same tags, and nothing for what else these are."""


def shallow(html: str) -> str:
    """The page without the tags that nest too deep.

    >>> shallow("<div><p>Why?</p></div>")
    '<div><p>Why?</p></div>'
    """
    if html.count("<") <= _FEW_TAGS or _deepest(html) <= _DEEPEST:
        return html
    depth = dropped = 0

    def keep(found: re.Match[str]) -> str:
        nonlocal depth, dropped
        tag = found["tag"]
        if tag is None or tag.lower() in _UNCLOSED or found["rest"].endswith("/>"):
            return found[0]
        if not found["end"]:
            if depth >= _DEEPEST:
                dropped += 1
                return ""
            depth += 1
        elif dropped:
            dropped -= 1
            return ""
        else:
            depth = max(0, depth - 1)
        return found[0]

    return _TAGS.sub(keep, html)


def _deepest(html: str) -> int:
    """How deep the page nests at most: a bound, which costs little beside a look at each tag."""
    depths = list(accumulate(map(_Steps().__getitem__, _NAMES.findall(html)), initial=0))
    return max(depths) - min(depths)


class _Steps(dict[str, int]):
    """How much deeper what stands behind a tag is: one by a name, one less by a name with a stroke before it."""

    def __missing__(self, name: str) -> int:
        tag = name.removeprefix("/").lower()
        self[name] = step = 0 if not tag or tag in _UNCLOSED else 1 if name[0] != "/" else -1
        return step
