"""Which part of a page is the main text: decided by content, not by any site's class names.

In: the lines as drawn. Out: a zone for each. The main text is the smallest element that holds nearly all the prose of
the page and every bold label, without the links at its end; what stands above it is the head, what stands below it is
furniture. Furniture is also what its element says (`nav`, `aside`, `footer`), and what is mostly links. Promises:
prose that stands outside is a tenth of the page's at most. Knows nothing of who speaks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from scio_transcripts.registry.chrome import chrome_among, is_chrome
from scio_transcripts.sources.html.element import Element
from scio_transcripts.sources.html.walk import PLAIN, Drawn, Mark
from scio_transcripts.sources.markup import Zone

_NEARLY_ALL = 0.9
_SENTENCE_END = frozenset(".!?。！？”\"')）…")
_COLONS = (":", "：")
_LABEL_END = frozenset(":：]】")
_CELLS = ("td", "dd")
_SHORTEST = 25
"""Characters of the shortest line that counts as prose."""
_LONG = 4 * _SHORTEST
"""Above this a line need not end as a sentence does."""
_MOST_LINKED = 0.6


def zones_of(drawn: Drawn) -> list[Zone]:
    """The zone of each line."""
    first, last, count = 0, len(drawn.texts), len(drawn.texts)
    if main := main_element(drawn):
        first, last = main.first, _last_of_main(drawn, main)
    zones = [Zone.HEAD] * first + [Zone.MAIN] * (last - first) + [Zone.FURNITURE] * (count - last)
    for index, mark in drawn.marks.items():
        if mark.furniture:
            zones[index] = Zone.FURNITURE
        elif mark.caption:
            zones[index] = Zone.CAPTION
        elif index < first and _is_links(drawn.texts[index], mark):
            zones[index] = Zone.FURNITURE
    return zones


def main_element(drawn: Drawn) -> Element | None:
    """The smallest element with nearly all the prose; None on a page without prose."""
    weights = list(accumulate(_weights(drawn), initial=0))  # running sums: that of a stretch is a difference
    if not weights[-1]:
        return None
    labels = [index for index, mark in drawn.marks.items() if _is_bold_label(drawn.texts[index], mark)]
    inner: dict[Element | None, list[Element]] = {}
    for element in drawn.wide:
        inner.setdefault(element.parent, []).append(element)
    chosen = drawn.wide[-1]
    while chosen in inner:  # one line is never a main text, and no two elements can hold nearly all of it
        best = max(inner[chosen], key=lambda element: weights[element.last] - weights[element.first])
        prose = weights[best.last] - weights[best.first]
        kept_labels = _count(labels, best) == _count(labels, chosen)
        if prose < _NEARLY_ALL * (weights[chosen.last] - weights[chosen.first]) or not kept_labels:
            break
        if best.tag in _CELLS and best.first > chosen.first and _ends_like_label(drawn, best.first - 1):
            break  # the label stands in the cell before
        chosen = best
    return chosen


def _weights(drawn: Drawn) -> list[int]:
    """Characters of prose on each line; none for furniture, links, and short lines that are no sentence."""
    ends, texts = _SENTENCE_END, drawn.texts
    weights = [
        length if (length := len(text)) > _LONG or (length >= _SHORTEST and text[-1] in ends) else 0 for text in texts
    ]
    for index in chrome_among(texts):
        weights[index] = 0
    for index, mark in drawn.marks.items():
        if mark.furniture or _is_links(texts[index], mark):
            weights[index] = 0
    return weights


def _count(places: Sequence[int], element: Element) -> int:
    """How many of these lines an element holds."""
    return bisect_left(places, element.last) - bisect_left(places, element.first)


def _ends_like_label(drawn: Drawn, index: int) -> bool:
    text, mark = drawn.texts[index], drawn.marks.get(index, PLAIN)
    return text[-1] in _LABEL_END and not mark.furniture and not _is_links(text, mark) and not is_chrome(text)


def _last_of_main(drawn: Drawn, main: Element) -> int:
    """Where the main text ends: before the links, the site's furniture, and their headings at its end."""
    last = main.last
    links = False
    while last > main.first:
        text, mark = drawn.texts[last - 1], drawn.marks.get(last - 1, PLAIN)
        is_links = _is_links(text, mark) and not _is_bold_label(text, mark)
        if not (is_links or mark.furniture or is_chrome(text) or (links and mark.level)):
            break
        links = links or is_links
        last -= 1
    return last


def _is_links(text: str, mark: Mark) -> bool:
    return mark.level not in (1, 2) and mark.linked >= _MOST_LINKED * len(text)


def _is_bold_label(text: str, mark: Mark) -> bool:
    if not mark.bold or mark.furniture or mark.level:
        return False
    return text[mark.bold - 1] in _COLONS or text[mark.bold : mark.bold + 1] in _COLONS
