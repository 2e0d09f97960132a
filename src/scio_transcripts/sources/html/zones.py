"""Which part of a page is the main text: decided by content, not by any site's class names.

In: the lines as drawn. Out: a zone for each. The main text is the smallest element that holds nearly all the prose of
the page and every bold label, without the links at its end; what stands above it is the head, what stands below it is
furniture. Furniture is also what its element says (`nav`, `aside`, `footer`), and what is mostly links. Promises:
prose that stands outside is a tenth of the page's at most. Knows nothing of who speaks.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.registry.chrome import is_chrome
from scio_transcripts.sources.html.element import Element
from scio_transcripts.sources.html.walk import Drawn, DrawnLine
from scio_transcripts.sources.markup import Zone

_NEARLY_ALL = 0.9
_SENTENCE_END = ".!?。！？”\"')）…"
_LABEL_END = ":：]】"
_CELLS = ("td", "dd")
_SHORTEST = 25
"""Characters of the shortest line that counts as prose."""
_MOST_LINKED = 0.6


def zones_of(drawn: Drawn) -> list[Zone]:
    """The zone of each line."""
    main = main_element(drawn)
    last = _last_of_main(drawn, main) if main else len(drawn.lines)
    zones = []
    for index, line in enumerate(drawn.lines):
        if line.furniture:
            zone = Zone.FURNITURE
        elif line.caption:
            zone = Zone.CAPTION
        elif (main is None or main.first <= index) and index < last:
            zone = Zone.MAIN
        elif main is not None and index < main.first and not _is_links(line):
            zone = Zone.HEAD
        else:
            zone = Zone.FURNITURE
        zones.append(zone)
    return zones


def main_element(drawn: Drawn) -> Element | None:
    """The smallest element with nearly all the prose; None on a page without prose."""
    lines = drawn.lines
    weights = [_weight(line) for line in lines]
    total = _sums(weights)
    labels = _sums([int(_is_bold_label(line)) for line in lines])
    body = next((e for e in drawn.elements if e.tag == "body"), drawn.elements[0])
    if not total[-1]:
        return None
    children: dict[int, list[Element]] = {}
    for element in drawn.elements:
        if element.parent is not None and element.last - element.first > 1:
            children.setdefault(id(element.parent), []).append(element)
    chosen = body
    while True:
        best = max(children.get(id(chosen), ()), key=lambda e: total[e.last] - total[e.first], default=None)
        if best is None:  # one line is never a main text, and no two children can hold nearly all of it
            return chosen
        prose = total[best.last] - total[best.first]
        kept_labels = labels[best.last] - labels[best.first] == labels[chosen.last] - labels[chosen.first]
        if prose < _NEARLY_ALL * (total[chosen.last] - total[chosen.first]) or not kept_labels:
            return chosen
        if best.tag in _CELLS and best.first > chosen.first and _ends_like_label(lines[best.first - 1]):
            return chosen  # the label stands in the cell before
        chosen = best


def _ends_like_label(line: DrawnLine) -> bool:
    return line.text[-1] in _LABEL_END and not line.furniture and not _is_links(line) and not is_chrome(line.text)


def _last_of_main(drawn: Drawn, main: Element) -> int:
    """Where the main text ends: before the links, the site's furniture, and their headings at its end."""
    last = main.last
    links = False
    while last > main.first:
        line = drawn.lines[last - 1]
        is_links = _is_links(line) and not _is_bold_label(line)
        if not (is_links or line.furniture or is_chrome(line.text) or (links and line.level)):
            break
        links = links or is_links
        last -= 1
    return last


def _sums(values: Sequence[int]) -> list[int]:
    """Running sums: the sum of a stretch is a difference."""
    sums = [0]
    for value in values:
        sums.append(sums[-1] + value)
    return sums


def _weight(line: DrawnLine) -> int:
    """Characters of prose on a line; none for furniture, links, and short lines that are no sentence."""
    text = line.text
    if line.furniture or _is_links(line) or len(text) < _SHORTEST or is_chrome(text):
        return 0
    return len(text) if text[-1] in _SENTENCE_END or len(text) > 4 * _SHORTEST else 0


def _is_links(line: DrawnLine) -> bool:
    return line.level not in (1, 2) and line.linked >= _MOST_LINKED * len(line.text)


def _is_bold_label(line: DrawnLine) -> bool:
    if not line.bold or line.furniture or line.level:
        return False
    return line.text[line.bold - 1] in ":：" or line.text[line.bold : line.bold + 1] in (":", "：")
