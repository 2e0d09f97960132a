"""Running heads: what is printed on every sheet of paper, with the number of the sheet.

In: the lines of a text. Out: those that are page numbers, or recur beside them. Promises: a label with its colon is
never one, nor a sentence; figures alone only where they stand inside a sentence. Knows no printer: two sheets are
enough, and a line that recurs inside sentences needs no number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scio_transcripts.language.signs import caseless
from scio_transcripts.language.speech_acts import sounds_like_title
from scio_transcripts.lazy import re
from scio_transcripts.lexer.page.tokens import Kind, Lines
from scio_transcripts.lexer.zones.ledes import is_spoken

# Page 3 of 12 / p. 3 / - 3 - / 第3页 共12页 / 3/12
PAGE_NUMBER = re.compile(
    r"(?:[Pp]age|PAGE|[Pp]g?\.) ?\d{1,3}(?: ?(?:of|/) ?\d{1,3})?|[-–—] ?\d{1,3} ?[-–—]|\d{1,3} ?(?:/|of) ?\d{1,3}"
    r"|[-–—]? ?第 ?\d{1,3} ?[页頁](?:[ ，,/]{0,3}共 ?\d{1,3} ?[页頁])? ?[-–—]?"
)
LONGEST = 90
"""Characters of a line at an edge of a page."""
SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "”", '"', "…")
_ENDS = (*SENTENCE_ENDS, ":", "：", ";", "；")
_FIGURES = re.compile(r"\d{1,3}")
_DIGITS = re.compile(r"\d+")
_LONGEST_NUMBER = 20
_REACH = 3
"""Lines of a running head, above or below a page number."""
_LEAST = 2
_LEAST_UNMARKED = 3
"""Times that a line recurs which is a running head without any page number."""
_LEAST_IN_ROW = 2
"""Times that a line stands twice in a row which is what a converter left."""
_RULE = re.compile(r"[*_=~#|•·\-–— \xa0]{3,}")
"""A line that only sets off what stands above and below."""
_LEAST_TITLE = 10
_LEAST_CUT = 12
"""Characters of a line that can be the first half of a sentence."""

_Short = Sequence[tuple[int, str]]


def running_heads(lines: Lines) -> set[int]:
    r"""The page numbers of paper, and the lines that recur beside them, or inside sentences.

    >>> from scio_transcripts.lexer import lines_of
    >>> text = "We have\nFerry Office\nPage 1 of 2\nnine ferries.\nFerry Office\nPage 2 of 2"
    >>> sorted(running_heads(lines_of(text)))
    [1, 2, 4, 5]
    """
    short = [(index, words) for index, words in enumerate(lines.texts) if len(words) <= LONGEST]
    numbers = _page_numbers(lines, short)
    found = {*numbers, *_recurring_inside_sentences(lines, short), *_titled(lines, short), *_left_over(lines, short)}
    if len(numbers) >= _LEAST:
        found.update(_recurring_beside(lines, numbers))
    return found


def _page_numbers(lines: Lines, short: _Short) -> list[int]:
    """Lines that number the sheets, each one more than the one before: figures alone only inside sentences."""
    figured = [(index, words) for index, words in short if len(words) <= _LONGEST_NUMBER and _DIGITS.search(words)]
    marked = [(i, int(_DIGITS.findall(words)[0])) for i, words in figured if PAGE_NUMBER.fullmatch(words)]
    figures = [(i, int(words)) for i, words in figured if _FIGURES.fullmatch(words)]
    plain = [(i, number) for i, number in figures if _cuts_sentence(lines, i)]
    return [
        *_counting(marked, _LEAST),
        *_counting(plain, _LEAST_UNMARKED),
        *_counting([(i, number) for i, number in figures if _stands_like_others(lines, i, figures)], _LEAST),
    ]


def _stands_like_others(lines: Lines, index: int, figures: Sequence[tuple[int, int]]) -> bool:
    """Whether the line below a figure, or above it, is also the one below or above another figure."""
    for way in (-1, 1):
        beside = _beside(lines, index + way)
        if beside and any(beside == _beside(lines, other + way) for other, _ in figures if other != index):
            return True
    return False


def _beside(lines: Lines, index: int) -> str:
    return _folded(lines.texts[index]) if 0 <= index < len(lines) and _may_run(lines, index) else ""


def _first_said(lines: Lines) -> int:
    """The first line that is a label, or in which somebody speaks: above it, a title is the page's own."""
    for index, words in enumerate(lines.texts):
        if lines.kind(index) is Kind.LABEL or (words.endswith(SENTENCE_ENDS) and is_spoken(words)):
            return index
    return len(lines)


def _titled(lines: Lines, short: _Short) -> set[int]:
    """A number and a title that stand together between two paragraphs: one end of a sheet is enough to see them."""
    found: set[int] = set()
    first = -1
    for index, words in short:
        if not (PAGE_NUMBER.fullmatch(words) or _FIGURES.fullmatch(words)) or index + 1 == len(lines):
            continue
        first = _first_said(lines) if first < 0 else first
        for other in (index - 1, index + 1):
            if first < other and _may_run(lines, other) and sounds_like_title(lines.texts[other]):
                found |= {index, other}
    return found


def titles_again(lines: Lines, sheets: int) -> set[int]:
    """The title of an only page where it stands again between paragraphs: the text of a picture that is not shown."""
    if sheets > 1:
        return set()
    times = Counter(words for words in lines.texts if _LEAST_TITLE <= len(words) <= LONGEST)
    recurring = {words for words, count in times.items() if count >= _LEAST and sounds_like_title(words)}
    if not recurring:
        return set()
    first = _first_said(lines)
    titles = recurring.intersection(lines.texts[:first])
    return {i for i, words in enumerate(lines.texts) if i > first and words in titles and _may_run(lines, i)}


def _counting(numbered: Sequence[tuple[int, int]], least: int) -> list[int]:
    """The longest run of lines whose numbers go up by one, if it is long enough."""
    runs: list[list[tuple[int, int]]] = []
    for index, number in numbered:
        if runs and number == runs[-1][-1][1] + 1:
            runs[-1].append((index, number))
        else:
            runs.append([(index, number)])
    longest = max(runs, key=len, default=[])
    return [index for index, _ in longest] if len(longest) >= least else []


def _recurring_beside(lines: Lines, numbers: Sequence[int]) -> set[int]:
    """Lines that stand at one distance from most page numbers, and nothing else between."""
    found: set[int] = set()
    least = max(_LEAST, len(numbers) // 2 + 1)
    for way in (-1, 1):
        near = set(numbers)
        for _ in range(_REACH):
            beside = {index + way for index in near}
            words = {i: _folded(lines.texts[i]) for i in beside if 0 <= i < len(lines) and _may_run(lines, i)}
            counts = Counter(words.values())
            near = {i for i, folded in words.items() if counts[folded] >= least}
            found |= near
    return found


def _recurring_inside_sentences(lines: Lines, short: _Short) -> set[int]:
    """Lines that recur where a sentence goes on below them: without page numbers, this alone shows a running head."""
    places: dict[str, list[int]] = {}
    for index, words in short:
        places.setdefault(words, []).append(index)
    found: set[int] = set()
    for indices in places.values():
        if len(indices) < _LEAST_UNMARKED or not _may_run(lines, indices[0]):
            continue
        if sum(_cuts_sentence(lines, index) for index in indices) * 2 > len(indices):
            found.update(indices)
    return found


def _left_over(lines: Lines, short: _Short) -> set[int]:
    """Lines of a rule's signs alone, and words that recur, several times twice in a row: nobody speaks so."""
    rules = {index for index, words in short if _RULE.fullmatch(words)}
    in_row = Counter(words for index, words in short if index and words == lines.texts[index - 1])
    left = {words for words, times in in_row.items() if times >= _LEAST_IN_ROW and words[-1:].isalnum()}
    return rules | {index for index, words in short if words in left and _may_run(lines, index)}


def _folded(words: str) -> str:
    return _DIGITS.sub("0", words.lower())


def _cuts_sentence(lines: Lines, index: int) -> bool:
    """Whether the sentence above a line has no end, and goes on below it."""
    if not 0 < index < len(lines) - 1:
        return False
    above, below = lines.texts[index - 1], lines.texts[index + 1]
    goes_on = below[0].islower() or caseless(below[0])
    return len(above) >= _LEAST_CUT and not above.endswith(_ENDS) and bool(goes_on)


def _may_run(lines: Lines, index: int) -> bool:
    """Whether a line may be printed on every sheet: it is short, no sentence, and no label with its colon."""
    words = lines.texts[index]
    return len(words) <= LONGEST and not words.endswith(_ENDS) and lines.kind(index) is not Kind.LABEL
