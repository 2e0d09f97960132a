"""A transcript on a terminal: header card, participants, turns, footer.

In: a `Transcript`. Out: a renderable that fits any width from 40 columns up, with colours where there are any and
readable without. Promises: nothing in a transcript can steer the terminal or pose as markup. Knows nothing of parsing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

from scio_transcripts.display.card import card
from scio_transcripts.display.footer import footer
from scio_transcripts.display.people import people
from scio_transcripts.display.selection import select
from scio_transcripts.display.speech import speech
from scio_transcripts.display.surface import Surface

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scio_transcripts.model import Transcript, Turn


class View:
    """What `render` gives: it is laid out when a console asks for it, to the console's width and signs."""

    def __init__(self, transcript: Transcript, turns: tuple[Turn, ...]) -> None:
        self.transcript = transcript
        self.turns = turns

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        surface = Surface.of(console, options)
        participants = self.transcript.participants
        if len(self.turns) < len(self.transcript.turns):  # of some turns, only those who speak in them
            speakers = {turn.speaker for turn in self.turns}
            participants = tuple(p for p in participants if p.id in speakers)
        yield card(self.transcript, surface)
        yield from people(participants, surface)
        if self.turns:
            yield from surface.heading("Turns")
            yield from speech(self.transcript, self.turns, surface)
        yield from footer(self.transcript, len(self.turns), surface)


def render(
    transcript: Transcript, *, turns: str | Iterable[int] | None = None, speaker: str | None = None
) -> RenderableType:
    """The transcript as something that rich can print.

    `turns` are numbers as in the document, from 0: `"3-7,9"`, `"3-"`, `"-4"`, or a collection of integers. `speaker`
    is an id, a name with or without honorific, an alias, or a label as printed; upper and lower case are one. Raises
    `SelectionError` where the transcript has no such turn or speaker.

    >>> from rich.console import Console
    >>> from scio_transcripts import parse
    >>> page = parse("Mei An:\\n\\nGood morning.\\n\\nReuters:\\n\\nWhy? Thank you.")
    >>> Console(width=60).print(render(page, speaker="reuters"))  # doctest: +ELLIPSIS
    ╭...
    """
    return View(transcript, select(transcript, turns, speaker))


def show(
    transcript: Transcript,
    *,
    console: Console | None = None,
    turns: str | Iterable[int] | None = None,
    speaker: str | None = None,
    pager: bool = False,
) -> None:
    """Print the transcript to the terminal. `turns` and `speaker` are those of `render`.

    `pager=True` lets the reader page through it, where output goes to a terminal. `console` is one of rich's; without
    it, standard output.
    """
    print_view(render(transcript, turns=turns, speaker=speaker), console or Console(highlight=False), pager=pager)


def print_view(view: RenderableType, console: Console, *, pager: bool = False) -> None:
    """Print something that was drawn, or let the reader page through it where output goes to a terminal."""
    if pager and console.file.isatty() and not console.is_dumb_terminal:
        from scio_transcripts.display.pager import PagerProgram

        with console.pager(PagerProgram(), styles=True):
            console.print(view)
    else:
        console.print(view)
