"""Which turns are meant: by their numbers, by who speaks, or both.

In: a transcript, `"3-7,9"` and a name. Out: the turns, in order. Raises `SelectionError` for what is not there; never
gives something else instead. Turns are numbered as in the document, from 0.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from scio_transcripts.errors import ArgumentError
from scio_transcripts.lazy import re

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scio_transcripts.model import Participant, Transcript, Turn

_RANGE = re.compile(r"[ \t]*(?:(?P<one>[0-9]{1,9})|(?P<first>[0-9]{0,9})-(?P<last>[0-9]{0,9}))[ \t]*")

_LONGEST_NAME = 80
_MOST_NEAR = 3
_SHORTEST_PART = 3
_ALIKE = 0.7
"""Of names: `Lin Dahai` and `Lin Dahia` are 0.89 alike, `Lin Dahai` and `Gu Weiping` 0.3."""


class SelectionError(ArgumentError):
    """Turns or a speaker were asked for that the transcript does not have.

    `asked` is what was asked for, `reason` what is wrong, `known` what there is, `near` what of it looks alike.
    """

    def __init__(self, asked: str, reason: str, known: tuple[str, ...] = (), near: tuple[str, ...] = ()) -> None:
        super().__init__(asked, reason, known, near)
        self.asked = asked
        self.reason = reason
        self.known = known
        self.near = near

    def __str__(self) -> str:
        said = self.reason + (f"; did you mean {' or '.join(self.near)}?" if self.near else ";")
        return f"{said} known: {', '.join(self.known)}" if self.known else said.removesuffix(";")


def select(transcript: Transcript, turns: str | Iterable[int] | None, speaker: str | None) -> tuple[Turn, ...]:
    """The turns that both conditions allow; a condition that is None allows all."""
    numbers = None if turns is None else set(_numbers(turns, len(transcript.turns)))
    chosen = tuple(t for t in transcript.turns if numbers is None or t.index in numbers)
    if speaker is None:
        return chosen
    asked = _folded(speaker)
    person = _person(transcript, asked, speaker)
    return tuple(t for t in chosen if (t.speaker == person.id if person else _folded(t.label or "") == asked))


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


def _person(transcript: Transcript, asked: str, speaker: str) -> Participant | None:
    """The one participant that is meant, or None where a label is that nobody is known by, such as `Q`."""
    found = [p for p in transcript.participants if asked == p.id]
    found = found or [p for p in transcript.participants if asked in _names(p)]
    if len(found) > 1:
        several = tuple(p.id for p in found)
        raise SelectionError(speaker, f"{speaker!r} could be several people; give an id", several)
    if found:
        return found[0]
    if any(_folded(t.label or "") == asked for t in transcript.turns) and asked:
        return None
    labels = {t.label: None for t in transcript.turns if t.speaker is None and t.label}
    known = (*(p.name for p in transcript.participants), *labels)
    names = {name: p.name for p in reversed(transcript.participants) for name in (p.id, *sorted(_names(p)))}
    names |= {_folded(label): label for label in labels}
    raise SelectionError(speaker, f"nobody here is called {speaker!r}", known, near(asked, names))


def near(asked: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """What looks like `asked`, nearest first, at most three. `names`: what each form stands for. Only a suggestion.

    >>> near("lin dahia", {"lin dahai": "Lin Dahai", "gu weiping": "Gu Weiping"})
    ('Lin Dahai',)
    """
    forms = [form for form in names if len(form) <= _LONGEST_NAME]
    found = get_close_matches(asked[:_LONGEST_NAME], forms, n=_MOST_NEAR, cutoff=_ALIKE)
    within = [form for form in forms if len(asked) >= _SHORTEST_PART and asked in form]
    return tuple(dict.fromkeys(names[form] for form in (*found, *within)))[:_MOST_NEAR]


def _names(person: Participant) -> set[str]:
    titled = f"{person.honorific or ''} {person.name}"
    return {_folded(name) for name in (person.name, titled, *person.aliases)}


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
