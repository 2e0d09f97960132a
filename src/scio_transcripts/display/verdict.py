"""Citations, and what became of a quotation: the words of a verification, with each changed word marked.

In: `Citation`, `Verification`. Out: lines of text. Promises: `[-words-]` were quoted and are not there, `{+words+}`
are there and were not quoted: the marks stand with and without colours. Looks nothing up itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from scio_transcripts.display.surface import Surface, lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scio_transcripts.views.quotations import Citation
    from scio_transcripts.views.verification import Edit, Status, Verification

STYLES: dict[Status, str] = {
    "exact": "green",
    "typography": "green",
    "other-speaker": "yellow",
    "changed": "yellow",
    "missing": "red",
}
"""Colours of a verdict."""
_MOST_SHOWN = 5
"""Of the places where words were found."""


def citation(cited: Citation, surface: Surface) -> Iterator[Text]:
    """The words and the citation. The anchor is not broken, so it has a line of its own elsewhere."""
    yield from lines(surface.say(f"“{cited.words}”"), surface.measure)
    yield from lines(surface.say(cited.text), surface.measure, first="  ")


def verdict(asked: str, found: Verification, surface: Surface) -> Iterator[Text]:
    """What was asked, the verdict, and where the words, or words like them, stand."""
    head = Text.assemble((found.status, f"bold {STYLES[found.status]}"), "  ", surface.say(asked))
    yield from lines(head, surface.measure, rest="  ")
    yield from lines(surface.say(found.message), surface.measure, first="  ")
    if found.edits:
        yield from lines(_marked(found.edits, surface), surface.measure, first="    ")
        return
    for passage in found.passages[:_MOST_SHOWN]:
        where = f"turn {passage.turn.index}, paragraph {passage.paragraph}: "
        text = Text.assemble((where, "dim"), surface.say(passage.words))
        yield from lines(text, surface.measure, first="    ", rest="      ")


def _marked(edits: tuple[Edit, ...], surface: Surface) -> Text:
    marked = Text()
    for number, edit in enumerate(edits):
        if number and not edit.joined:
            marked.append(" ")
        if edit.kind == "same":
            marked.append(surface.say(edit.words))
        elif edit.kind == "removed":
            marked.append(surface.say(f"[-{edit.words}-]", "red"))
        else:
            marked.append(surface.say(f"{{+{edit.words}+}}", "green"))
    return marked
