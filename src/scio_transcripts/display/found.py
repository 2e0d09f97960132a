"""What a search found, on a terminal: a citation, and the words in their context.

In: hits. Out: lines. Promises: every string is cleaned; where there are no colours, the words stand between asterisks.
Knows no corpus.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from scio_transcripts.display.roles import LOOKS
from scio_transcripts.display.surface import Surface, lines
from scio_transcripts.display.verdict import anchor
from scio_transcripts.display.wording import counted

if TYPE_CHECKING:
    from scio_transcripts.corpus.hits import Found, Hit
    from scio_transcripts.corpus.search import Results

HIT = "bold yellow"
_AROUND = 110
"""Characters of context on either side."""
_PARAGRAPHS = 2
"""Paragraphs of a turn that are shown."""
Span = tuple[int, int]


def hit(found: Hit, number: int, marked: bool, surface: Surface) -> Iterator[Text]:
    """One hit, with its anchor, which is to be printed without cropping. `marked`: words are told by asterisks."""
    look = LOOKS[found.citation.role]
    head = Text.assemble((look.on(surface), look.style), " ", surface.say(found.citation.text, look.style))
    yield from lines(head, surface.measure, first=f"{number:>3}  ")
    yield anchor(found.citation, "     ")
    for paragraph in found.found[:_PARAGRAPHS]:
        yield from lines(excerpt(paragraph, marked, surface), surface.measure, first="     ")
    if (more := len(found.found) - _PARAGRAPHS) > 0:
        yield Text(f"     and in {counted(more, 'more paragraph')} of this turn", "dim")
    yield Text()


def excerpt(paragraph: Found, marked: bool, surface: Surface) -> Text:
    """The words of a paragraph that were looked for, with what stands around them."""
    text, spans = paragraph.text, _near(paragraph.spans)
    begin, end = _cut(text, max(spans[0][0] - _AROUND, 0), min(spans[-1][1] + _AROUND, len(text)), spans)
    drawn = Text(end="")
    if begin:
        drawn.append(surface.sign("…", "..."))
    place = begin
    for low, high in spans:
        drawn.append_text(surface.part(text[place:low]))
        word = surface.part(text[low:high], HIT)
        drawn.append_text(Text.assemble("*", word, "*") if marked else word)
        place = high
    drawn.append_text(surface.part(text[place:end]))
    if end < len(text):
        drawn.append(surface.sign("…", "..."))
    return drawn


def _near(spans: Sequence[Span]) -> list[Span]:
    """The first words, and those that stand near the ones before them."""
    chosen = [spans[0]]
    for span in spans[1:]:
        if span[1] - spans[0][0] > 3 * _AROUND or span[0] - chosen[-1][1] > _AROUND:
            break
        chosen.append(span)
    return chosen


def _cut(text: str, begin: int, end: int, spans: Sequence[Span]) -> Span:
    """Cut between two words, where there are blanks between words."""
    while begin and begin < spans[0][0] and not text[begin - 1].isspace() and text[begin].isascii():
        begin += 1
    while end < len(text) and end > spans[-1][1] and not text[end].isspace() and text[end - 1].isascii():
        end -= 1
    return begin, end


def why_nothing(results: Results) -> str:
    """Why there is no hit, and what there is instead."""
    if results.with_all_words:
        return f"no turn holds that; {counted(results.with_all_words, 'turn')} with all of its words, apart"
    if any(sign in results.query.asked for sign in "*?"):
        return "no turn holds that; words are looked for as they are, and * and ? stand for nothing"
    return "no turn holds that"


def summary(results: Results) -> str:
    """How much was found, and how to see more."""
    shown = len(results.hits)
    if results.total is None:
        return f"{counted(shown, 'turn')}, and there may be more; --limit shows them"
    if shown < results.total:
        return f"{shown:,} of {counted(results.total, 'turn')}; --limit shows more"
    return counted(shown, "turn")
