"""Where the labels of a page stand.

In: the text of a page, or the source of one in HTML, and the labels of its gold with the words behind them. Out: a
`Head` for each, in reading order. Promises: all of them or none, since a page of which only some heads were changed
would have two forms. Nothing of the program that is tested takes part.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_TAG = r"<[^<>]{0,200}>"
_SKIP = rf"(?:[\s\u200b\u2060\ufeff]|&nbsp;|{_TAG})*"
_GAP = rf"(?:{_TAG}|&\w{{2,6}};|[^<>&]){{0,80}}?"
_ENTITIES = {"&": "(?:&amp;|&)", "<": "(?:&lt;|<)", ">": "(?:&gt;|>)", '"': '(?:&quot;|")', "'": "(?:&#x?27;|&#39;|')"}
_BLOCK = re.compile(r"<(?:p|div|h[1-6]|li|td|section|article|blockquote)\b[^<>]*>|<br\b[^<>]*>", re.IGNORECASE)
_WORDS_BEHIND = 14
# Stamps, numbers and bullets are none.
_WORDS = re.compile(r"[^\W\d_年月日时時分]")


@dataclass(frozen=True, slots=True)
class Head:
    """Where one turn opens: the label, what stands between, and where its speech begins."""

    turn: int
    """Which turn of the gold it opens."""
    start: int
    end: int
    body: int
    line: int
    """Where its line begins, or, in HTML, its block; where it stands behind other words, the same as `start`."""
    block: int
    """In HTML, where the tag of its block begins; else the same as `line`."""
    inline: bool
    """Whether it stands behind other words."""


def find_heads(text: str, turns: Iterable[tuple[str | None, str]], *, html: bool) -> tuple[Head, ...]:
    """The heads of the labelled turns, each given as its label and its first words; none unless all are found.

    >>> find_heads("Lan Qiushi: Good morning.", [("Lan Qiushi", "Good mor")], html=False)
    (Head(turn=0, start=0, end=10, body=12, line=0, block=0, inline=False),)
    """
    heads: list[Head] = []
    place = 0
    for number, (label, starts) in enumerate(turns):
        if label is None:
            continue
        found = _find(text, label, starts, place)
        if found is None:
            return ()
        heads.append(Head(number, *found, *_line(text, found[0], html=html)))
        place = found[2]
    return tuple(heads)


def _find(text: str, label: str, starts: str, place: int) -> tuple[int, int, int] | None:
    pattern = re.compile(f"({_flexible(label)}){_GAP}(?={_flexible(starts[:_WORDS_BEHIND])})")
    found = pattern.search(text, place)
    while found is not None:
        # The label nearest to the speech is meant: the same words may stand just before it, too.
        nearer = pattern.search(text, found.start() + 1)
        if nearer is None or nearer.end() != found.end():
            break
        found = nearer
    return found and (found.start(), found.end(1), found.end())


def _flexible(words: str) -> str:
    signs = [_ENTITIES.get(sign, re.escape(sign)) for sign in re.sub(r"\s+(?:/\s+)?|[\u200b\u2060\ufeff]", "", words)]
    return _SKIP.join(signs)


def _line(text: str, place: int, *, html: bool) -> tuple[int, int, bool]:
    """Beginning of the line, of its tag, and whether other words stand before."""
    line = block = text.rfind("\n", 0, place) + 1
    if html:
        before = [found for found in _BLOCK.finditer(text, max(0, place - 600), place) if found.end() <= place]
        line = block = before[-1].end() if before else place
        if before and not before[-1].group().lower().startswith("<br"):
            block = before[-1].start()
    if _WORDS.search(re.sub(_TAG, "", text[line:place])):
        return place, place, True
    return line, block, False
