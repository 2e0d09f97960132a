"""HTML to a `Source`: the text that a browser would draw, and beside it what the markup says.

In: bytes or characters of a page. Out: a `Source` whose text holds one line for each line drawn, blank lines between
blocks, and whose `markup` knows each line's place. Promises: everything that is drawn is in the text, once and in
order. Knows nothing of press conferences.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import accumulate, chain
from operator import add, sub

from scio_transcripts.errors import SourceError
from scio_transcripts.lazy import re
from scio_transcripts.sources.encodings import Decoded, Remark, decode
from scio_transcripts.sources.html import facts
from scio_transcripts.sources.html.depth import shallow
from scio_transcripts.sources.html.hidden import unclosed
from scio_transcripts.sources.html.stub import stub_of
from scio_transcripts.sources.html.walk import Drawn, draw
from scio_transcripts.sources.html.zones import zones_of
from scio_transcripts.sources.markup import Block, Link, Markup
from scio_transcripts.sources.text import Source

_LARGEST = 50_000_000
"""Bytes of the largest page that is read."""
_TREE = 40
"""Bytes of memory for each character that a tree may take: a page takes 18."""
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w:.-]{2,40})""", re.I)
_XML_CHARSET = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s{0,4}=\s{0,4}["']([\w:.-]{2,40})""", re.I)
_LOOKED_AT = 4096
_LOOKS_LIKE_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,3}(?:<!doctype html|<html|<head|<body|<meta|<title)",
    re.I | re.S,
)
_NULL = re.compile(r"&#(?:0{1,8}|x0{1,8})(?![0-9a-f]);?", re.I)
_MARKUP = re.compile(r"<(?:p|div|br|table|span|strong|h[1-6]|b|font|a)\b[^<>]{0,400}>", re.I)
_ENOUGH_MARKUP = 5


def looks_like_html(text: str) -> bool:
    """Whether a text is HTML: it begins like a page, or is full of tags.

    >>> looks_like_html("<!DOCTYPE html><p>Why?"), looks_like_html("a < b, as they say")
    (True, False)
    """
    head = text[: 2 * _LOOKED_AT].lstrip("\ufeff")
    if _LOOKS_LIKE_HTML.match(head):
        return True
    return head.lstrip()[:1] == "<" and sum(1 for _ in _MARKUP.finditer(head)) >= _ENOUGH_MARKUP


def declared_charset(data: bytes) -> str | None:
    """The encoding that the page declares for itself, as written."""
    found = _CHARSET.search(data[:_LOOKED_AT]) or _XML_CHARSET.match(data[:_LOOKED_AT])
    return found[1].decode("ascii", "replace") if found else None


def source_of_html(
    data: bytes | str, *, name: str, uri: str | None = None, encoding: str | None = None, charset: str | None = None
) -> Source:
    """Read a page of HTML.

    `uri` is where it was read from: links are resolved against it. `encoding` is the caller's order, `charset` what a
    server declared. Raises `SourceError` for what cannot be decoded.
    """
    if len(data) > _LARGEST:
        raise SourceError(name, f"is too large for a page ({len(data):,} bytes)", f"the limit is {_LARGEST:,}")
    if isinstance(data, str):
        digest = hashlib.sha256(data.encode("utf-8", "surrogatepass")).hexdigest()
        decoded, shown = Decoded(data, ""), None
    else:
        digest = hashlib.sha256(data).hexdigest()
        decoded = decode(data, name=name, encoding=encoding, declared=charset or declared_charset(data))
        shown = decoded.encoding
    text, markup = extract(decoded.text, address=uri)
    known = {"uri": uri, "media_type": "text/html", "encoding": shown, "sha256": digest}
    return Source(text, known, markup=markup, remarks=(*decoded.remarks, *_nulls(decoded.text), *_hidden(decoded.text)))


def _nulls(html: str) -> Iterator[Remark]:
    """What is told of NUL, which no tree of HTML can hold, whether it stands there or is written as a reference."""
    count = html.count("\0") + (sum(1 for _ in _NULL.finditer(html)) if "&#" in html else 0)
    if count:
        yield "T102", {"count": count, "decision": "each is NUL and was replaced by U+FFFD, as browsers do"}


def _hidden(html: str) -> Iterator[Remark]:
    """What is told of text that markup hides which is never closed: browsers do not draw it, either."""
    if found := unclosed(html):
        yield "T110", {"opening": found.opening, "count": found.hidden}


def extract(html: str, *, address: str | None = None) -> tuple[str, Markup]:
    """The text of a page, and what its markup says. Offsets count in that text."""
    from selectolax.lexbor import LexborHTMLParser

    readable = shallow(_readable(html))
    bytes(_TREE * len(readable))  # the parser crashes where memory ends inside of it; here, it is an error
    tree = LexborHTMLParser(readable)
    if tree.root is None:
        return "", Markup(address=address)
    base = facts.resolved(address, None) if address and "://" in address else None
    own = facts.own_address(tree, base)
    drawn = draw(tree.root)
    text, starts, blocks = _assembled(drawn)
    links = list(_links(drawn, starts, own))
    pager = facts.read_pager(blocks, links, text, own)
    printed = facts.published(tree)
    markup = Markup(
        blocks=tuple(blocks),
        links=tuple(links),
        address=own,
        published=printed.date if printed else None,
        published_by=printed.said_by if printed else "",
        page=pager.page,
        others=pager.others,
        stub=stub_of(tree, len(text), len(links), own),
        original=facts.original(blocks, links),
    )
    return text, markup


def _readable(html: str) -> str:
    """The page without what parsers cannot take: halves of characters are no UTF-8, and NUL ends a text for some."""
    try:
        html.encode()
    except UnicodeEncodeError:
        html = html.encode("utf-8", "replace").decode()
    return html.replace("\0", "\ufffd")


def _assembled(drawn: Drawn) -> tuple[str, list[int], list[Block]]:
    """The lines as one text, where each begins, and a block for each."""
    texts = drawn.texts
    if not texts:
        return "", [], []
    between = ["\n\n" if gap else "\n" for gap in drawn.gaps]
    between[0] = ""
    text = "".join(chain.from_iterable(zip(between, texts, strict=True)))
    lengths = list(map(len, texts))
    ends = list(accumulate(map(add, map(len, between), lengths)))
    starts = list(map(sub, ends, lengths))
    bold, linked, levels = [0] * len(texts), [False] * len(texts), [0] * len(texts)
    for index, mark in drawn.marks.items():
        bold[index], levels[index] = mark.bold, mark.level
        linked[index] = bool(mark.links) and mark.linked >= lengths[index]
    columns = zip(starts, ends, zones_of(drawn), bold, linked, levels, drawn.elements, strict=True)
    return f"{text}\n", starts, list(map(Block._make, columns))


def _links(drawn: Drawn, starts: list[int], base: str | None) -> Iterator[Link]:
    """The links that lead to a page, in the order of the text."""
    for index, mark in drawn.marks.items():
        position, text = starts[index], drawn.texts[index]
        for start, stop, href in mark.links:
            if address := facts.resolved(href, base):
                words = text[start:stop]
                yield Link(words.strip(), address, position + start, position + start + len(words.rstrip()))
