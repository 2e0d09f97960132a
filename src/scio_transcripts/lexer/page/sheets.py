"""Pages as stretches of lines, and what markup says of a line.

In: the lines of a text, and the markup of the pages that it was made of. Out: the lines with furniture named so, a
`Sheet` for each page, and which lines begin in bold. Promises: no line is added, moved or dropped. Knows nothing of
labels: boldness is handed on as evidence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from itertools import pairwise
from typing import NamedTuple

from scio_transcripts.lexer.page.tokens import PLAIN, Form, Kind, Lines, Looks
from scio_transcripts.sources.markup import Block, Markup, Zone

_SPEECH_LIKE = frozenset({Kind.TEXT, Kind.LABEL, Kind.HEADING, Kind.DATE, Kind.STAMP, Kind.COUNTER})
_HEADLINE_LIKE = frozenset({Kind.TEXT, Kind.HEADING})
_SENTENCE_END = (".", "。")
_LONGEST_HEADLINE = 30
"""Characters above which a link that ends as a sentence does is one."""
_HEAD_LINES = frozenset({Kind.LABEL})

_PLAIN = (Zone.MAIN, 0, False, 0)
"""Of most blocks of the main text, the markup says nothing."""


class Sheet(NamedTuple):
    """One page: its lines from `first` up to, not including, `last`."""

    first: int
    last: int
    main: int
    """The first line of the main text; no speech stands above it."""
    title: int = -1
    """The line of the page's top heading; -1 where no markup says."""
    follows: bool = True
    """Whether the page goes on where the one before it ends; not so behind a page that is missing."""


class Laid(NamedTuple):
    """The lines of all pages."""

    lines: Lines
    sheets: tuple[Sheet, ...]
    bold: dict[int, int]
    """For each line that begins in bold, one past its last bold character, counted from its beginning."""


def lay_out(lines: Lines, pages: Sequence[tuple[int, Markup | None]], gaps: Container[int] = ()) -> Laid:
    """Cut the lines into sheets. `pages`: where in the text each page begins, and its markup; at `gaps` begin those
    before which a page is missing."""
    sheets: list[Sheet] = []
    bold: dict[int, int] = {}
    looks: dict[int, Looks] = {}
    cuts = [0, *(bisect_left(lines.starts, start) for start, _ in pages[1:]), len(lines)]
    for (start, markup), (first, last) in zip(pages, pairwise(cuts), strict=True):
        sheet = Sheet(first, last, first, follows=start not in gaps)
        if markup is not None:
            sheet = _mark(lines, sheet, markup, start, bold, looks)
        sheets.append(sheet)
    return Laid(lines.marked_as(looks), tuple(sheets), bold)


def _mark(
    lines: Lines, sheet: Sheet, markup: Markup, offset: int, bold: dict[int, int], looks: dict[int, Looks]
) -> Sheet:
    """Give the lines of one page what its markup says: in `bold` and `looks` what differs, in the sheet the rest."""
    blocks = markup.blocks
    main, title, level = -1, -1, 7

    def drawn_by(number: int) -> range:
        """The lines of one block: those that begin behind the block before it, and before its own end."""
        above = bisect_left(lines.starts, blocks[number - 1].end + offset, *sheet[:2]) if number else sheet.first
        return range(above, bisect_left(lines.starts, blocks[number].end + offset, *sheet[:2]))

    for number, block in enumerate(blocks):
        if block.zone is Zone.MAIN and main < 0 and (drawn := drawn_by(number)):
            main = drawn[0]
        if block[2:6] == _PLAIN:
            continue
        for index in drawn_by(number):
            if 0 < block.level < min(level, 3) and block.zone is not Zone.FURNITURE:
                title, level = index, block.level
            printed = lines.marked.get(index, PLAIN)
            if (kind := _kind(printed, block, lines.texts[index])) is not printed.kind:
                looks[index] = Looks(kind)
            if block.bold and (end := block.bold + block.start + offset - lines.starts[index]) > 0:
                bold[index] = end
    return sheet._replace(main=main if main >= 0 else sheet.first, title=title)


def _may_be_headline(looks: Looks, words: str) -> bool:
    """Whether a linked line is a headline: a long one that ends as a sentence does is speech with a link."""
    if looks.kind is Kind.TEXT and words.endswith(_SENTENCE_END) and len(words) > _LONGEST_HEADLINE:
        return False
    return looks.kind in _HEADLINE_LIKE or looks.form is Form.INLINE


def _kind(looks: Looks, block: Block, words: str) -> Kind:
    """The kind that a line has where it stands."""
    if block.zone is Zone.FURNITURE:
        return Kind.CHROME if looks.kind in _SPEECH_LIKE else looks.kind
    if block.zone is Zone.CAPTION:
        return Kind.CAPTION if looks.kind in _SPEECH_LIKE else looks.kind
    if block.zone is Zone.HEAD:
        return Kind.TEXT if looks.kind in _HEAD_LINES else looks.kind
    if block.linked and not block.level and _may_be_headline(looks, words):
        return Kind.LINK  # a headline, even where it reads `Name: words` or `Host: words`
    return looks.kind
