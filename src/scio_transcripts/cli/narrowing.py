"""Which part of an explanation is asked for: one line, one turn, the lines with some words, or all of it.

In: options, and an `Explanation`. Out: its heads, turns and lines that are asked for. Promises: what does not go
together is refused in one line before anything is read; so is, then, a line that is blank, and what is not there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from scio_transcripts.cli.exits import CommandError

if TYPE_CHECKING:
    from scio_transcripts.cli.places import FilePlaces
    from scio_transcripts.explanation import Explanation, HeadReading, LineReading, TurnReading

LineOption = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Explain only this line, counted from 1 as editors do.", show_default=False),
]
TurnOption = Annotated[
    int | None,
    typer.Option(min=0, metavar="N", help="Explain only this turn, by its number in `show`.", show_default=False),
]
FindOption = Annotated[
    str | None,
    typer.Option(metavar="WORDS", help="Explain only the lines in which these words stand.", show_default=False),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which part of an explanation is asked for: at most one of these."""

    line: int | None = None
    turn: int | None = None
    words: str | None = None

    @property
    def options(self) -> list[str]:
        """The options that ask for a part."""
        given = {"--line": self.line, "--turn": self.turn, "--find": self.words}
        return [option for option, value in given.items() if value is not None]

    def check(self, needed: str, *, explains: bool) -> None:
        """Refuse what does not go together. `needed`: the option that these belong to."""
        if self.options and not explains:
            raise typer.BadParameter(f"goes with {needed}", param_hint=self.options[0])
        if len(self.options) > 1:
            raise typer.BadParameter("each names what to explain; leave one out", param_hint=" and ".join(self.options))
        if self.words is not None and not self.words.strip():
            raise typer.BadParameter("needs words", param_hint="--find")

    def check_events(self, count: int) -> None:
        """Refuse a number that could count in several events."""
        if self.words is None and self.options and count > 1:
            raise typer.BadParameter(f"counts in one event, and these are {count}", param_hint=self.options[0])


class Part(NamedTuple):
    """A part of an explanation."""

    heads: Sequence[HeadReading] = ()
    turns: Sequence[TurnReading] = ()
    lines: Sequence[LineReading] = ()
    """Those on which nothing could open a turn, where they are asked for."""


def part_of(name: str, found: Explanation, places: FilePlaces, asked: Asked) -> Part:
    """The part of one event's explanation that is asked for."""
    if asked.turn is not None:
        return Part([head for head in found.heads if head.turn == asked.turn], [_turn(found, asked.turn)])
    if asked.words is not None:
        return _on(found, _with(found, asked.words))
    if asked.line is not None:
        return _on(found, _at(name, found, places, asked.line))
    return Part(found.heads, found.turns)


def _on(found: Explanation, lines: Sequence[LineReading]) -> Part:
    """What begins on some lines; of the others, the lines themselves."""
    starts = {line.start for line in lines}
    heads = [head for head in found.heads if head.start in starts]
    turns = [turn for turn in found.turns if any(line.start <= turn.start < line.end for line in lines)]
    explained = {head.start for head in heads}
    return Part(heads, turns, [line for line in lines if line.start not in explained])


def _turn(found: Explanation, number: int) -> TurnReading:
    count = len(found.turns)
    if number >= count:
        there = f"the turns are numbered 0 to {count - 1}" if count else "the page has no turns"
        raise CommandError(f"--turn: there is no turn {number}: {there}")
    return found.turns[number]


def _with(found: Explanation, words: str) -> list[LineReading]:
    """The lines in which words stand, whatever their case and their blanks."""
    sought, text = " ".join(words.casefold().split()), found.transcript.text
    return [line for line in found.lines if sought in " ".join(text[line.start : line.end].casefold().split())]


def _at(name: str, found: Explanation, places: FilePlaces, number: int) -> list[LineReading]:
    """What stands on a printed line: of several pages, of each that has it."""
    lines = [line for line in found.lines if places.parts(line.start)[1] == number]
    if lines:
        return lines
    last = max((places.parts(line.start)[1] for line in found.lines), default=0)
    why = "is blank" if number < last else f"is not there; the last that is not blank is {last}" if last else "is blank"
    raise CommandError(f"--line: line {number} of {name} {why}")
