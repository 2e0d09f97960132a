"""A quotation as writers print it: with words left out where they say so, and with edges of their own.

In: the words of a quotation, folded. Out: its parts, between which words were left out (`...`, `[...]`, `……`), and
where they stand in a text, in order, in one speech. Promises: what a writer may change at the edges of a quotation is
all that may differ: the case of the first letter, a letter in brackets (`[t]he`), the quotation marks around it, and a
comma or a full stop at its end. Knows nothing of transcripts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from scio_transcripts.lazy import regex
from scio_transcripts.views.letters import LIKE, Letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_DOTS = r"(?:(?:\.\s?){2,8}\.|⋯+|。{3,8})"
_OMISSION = regex.compile(rf"\s*(?:[\[(（【［]\s*{_DOTS}\s*[\])）】］]|{_DOTS})\s*")
# `[t]he`: the letter may have had the other case.
_OTHER_CASE = regex.compile(r"(?<![\p{L}\p{N}\]])\[(\p{L})\](?=\p{L})")
_SIC = regex.compile(r"\s?[\[【（(](?:sic!?|原文如此)[\]】）)]")
_BLANKS_AND_MARKS = frozenset(" \"'“”")
_LAST_SIGNS = frozenset(",.")
"""A writer ends a quotation with either, whatever stands there."""
_MOST_CHAINS = 10_000
"""Places of the first part that are looked at where words are left out."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a quotation in a row."""

    letters: Letters
    free: frozenset[int]
    """Letters that may have the other case."""

    @property
    def text(self) -> str:
        """The words, without the brackets around single letters."""
        return self.letters.text


class Stretch(NamedTuple):
    """Where words stand in a text."""

    start: int
    end: int


def parts_of(folded: str) -> tuple[Part, ...]:
    """The parts of a quotation; more than one where it says that words are left out.

    >>> [part.text for part in parts_of("[T]he path ... never ends [...]")]
    ['The path', 'never ends']
    """
    return tuple(part for words in _OMISSION.split(folded) if (part := _part(words)).letters.plain)


def _part(words: str) -> Part:
    text = _OTHER_CASE.sub(r"\1", words)
    letters = Letters(text)
    gone = 0
    free = {0}
    for found in _OTHER_CASE.finditer(words):
        free.add(letters.index(found.start() - gone))
        gone += 2
    return Part(letters, frozenset(free))


def readings_of(folded: str) -> Iterator[tuple[Part, ...]]:
    """The ways to read a quotation: with its dots as printed, and as marks of what is left out."""
    whole = _part(folded)
    if whole.letters.plain:
        yield (whole,)
    told = _SIC.sub("", folded)
    if told != folded and (plain := _part(told)).letters.plain:
        yield (plain,)
    if _OMISSION.search(told) and (parts := parts_of(told)):
        yield parts


def standing(parts: Sequence[Part], text: Letters, cuts: Callable[[int], bool]) -> Iterator[Stretch]:
    """Where the parts stand in order, in one line of a text. `cuts`: whether a word goes on across a place."""
    before: Stretch | None = None
    for chain in _chains(parts, text, cuts):
        if before is not None and chain.end != before.end:
            yield before
        before = chain  # of those with one end, the one that begins last leaves out the least
    if before is not None:
        yield before


def _chains(parts: Sequence[Part], text: Letters, cuts: Callable[[int], bool]) -> Iterator[Stretch]:
    first, *others = parts
    for number, (_, begin) in enumerate(places(first, text, cuts)):
        last, stop = begin, text.plain.find("\n", text.index(begin.start))
        for part in others:
            found = next(places(part, text, cuts, text.index(last.end), stop if stop >= 0 else None), None)
            if found is None:
                break
            last = found[1]
        else:
            yield Stretch(begin.start, last.end)
        if number > _MOST_CHAINS:
            return


def places(
    part: Part, text: Letters, cuts: Callable[[int], bool], start: int = 0, end: int | None = None
) -> Iterator[tuple[int, Stretch]]:
    """Where one part stands, from one letter of a text to before another: its first letter there, and the stretch."""
    for at in text.occurrences(part.letters, part.free, start, end):
        stretch = _edged(part.letters, text, at)
        if stretch is not None and not cuts(stretch.start) and not cuts(stretch.end):
            yield at, stretch


def _edged(quoted: Letters, text: Letters, at: int) -> Stretch | None:
    """The letters with the signs that are quoted around them; None where other signs stand there."""
    count = len(quoted.plain)
    start, end = text.place(at), text.place(at + count - 1) + 1
    before = _taken(quoted.between(0)[::-1], text.text[:start][-_FAR:][::-1])
    after = _taken(quoted.between(count), text.text[end : end + _FAR])
    return None if before is None or after is None else Stretch(start - before, end + after)


_FAR = 40
"""Signs around a quotation that are compared with those in a text."""


def _taken(quoted: str, printed: str) -> int | None:
    """How many of the signs beside a stretch belong to it, seen from its edge; None where others are quoted."""
    taken = place = 0
    signs = [sign for sign in quoted.translate(LIKE) if sign not in _BLANKS_AND_MARKS]
    for number, sign in enumerate(signs):
        while place < len(printed) and printed[place].translate(LIKE) in _BLANKS_AND_MARKS:
            place += 1
        if place < len(printed) and printed[place].translate(LIKE) == sign:
            place += 1
            taken = place
        elif sign in _LAST_SIGNS and number == len(signs) - 1:
            break
        else:
            return None
    return taken
