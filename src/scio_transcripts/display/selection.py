"""Which turns are meant: by their numbers, by who speaks, or both.

In: a transcript, `"3-7,9"` and a name. Out: the turns, in order. Raises `SelectionError` for what is not there; never
gives something else instead. Turns are numbered as in the document, from 0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scio_transcripts.lazy import re
from scio_transcripts.views.speakers import SelectionError, called

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scio_transcripts.model import Transcript, Turn

__all__ = ["SelectionError", "select"]

_RANGE = re.compile(r"[ \t]*(?:(?P<one>[0-9]{1,9})|(?P<first>[0-9]{0,9})-(?P<last>[0-9]{0,9}))[ \t]*")


def select(transcript: Transcript, turns: str | Iterable[int] | None, speaker: str | None) -> tuple[Turn, ...]:
    """The turns that both conditions allow; a condition that is None allows all."""
    numbers = None if turns is None else set(_numbers(turns, len(transcript.turns)))
    chosen = tuple(t for t in transcript.turns if numbers is None or t.index in numbers)
    if speaker is None:
        return chosen
    who = called(transcript, speaker)
    return tuple(turn for turn in chosen if who.says(turn))


def _numbers(turns: str | Iterable[int], count: int) -> Iterable[int]:
    """The numbers asked for, each of which there is."""
    if not isinstance(turns, str):
        numbers = list(turns)
        for number in numbers:
            _check(number, str(number), count)
        return numbers
    return [number for part in turns.split(",") for number in _range(part, count)]


def _range(part: str, count: int) -> range:
    """`5`, `3-7`, `3-` or `-4`."""
    found = _RANGE.fullmatch(part)
    if found is None or part.strip() == "-":
        raise SelectionError(part, f"{part.strip()!r} is no range of turns; write 5, 3-7, 3-, -4, or 0,3-7")
    if found["one"]:
        first = last = _check(int(found["one"]), part, count)
    else:
        first = _check(int(found["first"] or 0), part, count)
        last = _check(int(found["last"] or count - 1), part, count)
    if first > last:
        raise SelectionError(part, f"the range of turns {part.strip()!r} runs backwards; write {last}-{first}")
    return range(first, last + 1)


def _check(number: int, asked: str, count: int) -> int:
    if not 0 <= number < count:
        there = f"the turns are numbered 0 to {count - 1}" if count else "the page has no turns"
        raise SelectionError(asked, f"there is no turn {number}: {there}")
    return number
