"""What a pattern says of itself, so that most words are refused without it.

In: patterns. Out: words of which each match holds one, the alternatives that it can begin with, the most characters of
a match. Promises: computed from the patterns alone, so that no list beside them can go stale. Knows no language.

The standard library's own reading of a pattern is used, with which `re.compile` begins. Its module is private since
`sre_parse` is deprecated; tests hold what is read here against what the patterns match.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from scio_transcripts.lazy import re

Words = frozenset[str]
_NOTHING: Words = frozenset({""})
_MOST = 24
"""Words of one set; more cost as much as the pattern."""
_LARGEST = 1000
"""Characters to which taking alternatives apart may blow a pattern up."""
_SIGNS = re.compile(r"\\.|\[\^?\]?[^\]\\]*(?:\\.[^\]\\]*)*\]|[()|]", re.S)
"""What has a meaning of its own: an escaped sign, a class, a bracket, a bar."""
_ZERO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")
_GROUPS = ("SUBPATTERN", "ATOMIC_GROUP")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


@cache
def _reading(pattern: str) -> Any:
    return import_module("re._parser").parse(pattern)


def longest(pattern: str) -> int:
    """The most characters of a match, or more than any text has where nothing bounds it.

    >>> longest("questions?"), longest("give.{0,9} floor")
    (9, 19)
    """
    return int(_reading(pattern).getwidth()[1])


def required(patterns: Iterable[str]) -> tuple[str, ...]:
    """Words, one of which stands in every match of any of the patterns; `("",)` where there are none.

    The shortest come first: they are found most often, and one is enough.

    >>> required(["(?:give|yield) the floor", "next questions?"])
    (' the floor', 'next question')
    """
    chosen = [_run(_reading(pattern)).best for pattern in patterns]
    return tuple(sorted(_shortest(frozenset().union(*chosen)), key=lambda word: (len(word), word)))


def openings(pattern: str) -> Iterator[str]:
    """The pattern as alternatives, each with a beginning of its own: `(?:next|last) one` as `next one` and `last one`.

    >>> list(openings("(?:next|last) one|please"))
    ['next one', 'last one', 'please']
    """
    for branch in _branches(pattern):
        end = _end_of_group(branch) if branch.startswith("(?:") else 0
        rest = branch[end:]
        inner = _branches(branch[3 : end - 1]) if end and rest[:1] not in tuple("?*+{") else []
        if inner and len(inner) * len(rest) <= _LARGEST:
            for opening in inner:
                yield from openings(opening + rest)
        else:
            yield branch


def by_first_letter(patterns: Iterable[str]) -> str:
    """One pattern for all, in which a word is held against those alone that begin as it does.

    >>> by_first_letter(["(?:next|last) one", "now"])
    'n(?:ext one|ow)|last one'
    """
    letters: dict[str, list[str]] = {}
    others: list[str] = []
    for opening in (opening for pattern in patterns for opening in openings(pattern)):
        if opening[0].isalpha() and opening[1:2] not in tuple("?*+{"):
            letters.setdefault(opening[0], []).append(opening[1:])
        else:
            others.append(opening)
    groups = (f"{letter}(?:{'|'.join(rest)})" if rest[1:] else letter + rest[0] for letter, rest in letters.items())
    return "|".join([*groups, *others])


class _Known(NamedTuple):
    """What is known of a part of a pattern."""

    exact: Words | None
    """All that it matches, or None where that is no short list."""
    best: Words = _NOTHING
    """Words, one of which stands in every match: the set that costs least."""


def _run(items: Any) -> _Known:
    """What is known of parts that stand side by side.

    A run is what stands without a gap. Where something has several forms, a shorter run begins behind it: ` the floor`
    is one word to look for, and `give the floor`, `yield the floor` are two.
    """
    parts = list(_parts(items))
    if len(parts) == 1:
        return parts[0]
    found: list[Words] = []
    exact: Words | None = _NOTHING
    runs = [_NOTHING]
    for part in parts:
        exact = _joined(exact, part.exact)
        if part.exact is not None and len(part.exact) == 1:
            runs = [joined for run in runs if (joined := _joined(run, part.exact))]
            continue
        found += [*runs, part.best]
        runs = [*(joined for run in runs if (joined := _joined(run, part.exact))), _NOTHING]
    return _Known(exact, min((*found, *runs), key=_cost))


def _joined(run: Words | None, exact: Words | None) -> Words | None:
    """Each word of the one with each of the other behind it, or None where they are unknown or too many."""
    if run is None or exact is None or len(run) * len(exact) > _MOST:
        return None
    if exact is _NOTHING:
        return run
    return frozenset([before + behind for before in run for behind in exact])


def _parts(items: Any) -> Iterator[_Known]:
    """What is known of each item; letters that stand side by side are one."""
    letters = ""
    for opcode, value in items.data:
        name = str(opcode)
        if name == "LITERAL":
            letters += chr(value)
        elif name not in _ZERO_WIDTH:
            if letters:
                yield _letters(letters)
                letters = ""
            yield _part(name, value)
    if letters:
        yield _letters(letters)


def _letters(letters: str) -> _Known:
    words = frozenset((letters,))
    return _Known(words, words)


def _part(name: str, value: Any) -> _Known:
    if name == "IN":
        return _Known(_in_class(value))
    if name in _GROUPS:
        return _run(value[-1] if name == "SUBPATTERN" else value)
    if name == "BRANCH":
        return _either([_run(branch) for branch in value[1]])
    if name in _REPEATS:
        least, most, items = value
        if most == 1 and not least:
            return _either([_Known(_NOTHING), _run(items)])
        if least:
            return _Known(None, _run(items).best)
    return _Known(None)


def _either(branches: Sequence[_Known]) -> _Known:
    exact: Words | None = _NOTHING - _NOTHING
    for branch in branches:
        exact = None if exact is None or branch.exact is None else exact | branch.exact
    together = _shortest(frozenset().union(*(branch.best for branch in branches)))
    return _Known(exact if exact and len(exact) <= _MOST else None, together if len(together) <= _MOST else _NOTHING)


def _in_class(signs: Sequence[Any]) -> Words | None:
    if len(signs) > 3 or any(str(name) != "LITERAL" for name, _ in signs):
        return None
    return frozenset(chr(value) for _, value in signs)


def _shortest(words: Words) -> Words:
    """A word that holds another one adds nothing to the search."""
    if len(words) == 1:
        return words
    return frozenset([w for w in words if not any(other != w and other in w for other in words)])


def _cost(words: Iterable[str]) -> float:
    """A set costs more the more words it has, and the shorter they are: short ones stand in many texts.

    A blank tells next to nothing, and a Chinese character as much as three letters.
    """
    return sum(map(_cost_of_word, words))


@cache
def _cost_of_word(word: str) -> float:
    return 1 + 50 * 0.5 ** len(word.replace(" ", "").encode())


def _branches(pattern: str) -> list[str]:
    """The alternatives of a pattern, cut at each `|` that stands in no group."""
    if "|" not in pattern:
        return [pattern]
    found, begin = [], 0
    for place, depth, sign in _depths(pattern):
        if sign == "|" and not depth:
            found.append(pattern[begin:place])
            begin = place + 1
    return [*found, pattern[begin:]]


def _end_of_group(pattern: str) -> int:
    """Where the group ends with which the pattern begins."""
    return next((place + 1 for place, depth, sign in _depths(pattern) if sign == ")" and not depth), len(pattern))


def _depths(pattern: str) -> Iterator[tuple[int, int, str]]:
    """Each bracket and each bar, where it stands, and in how many groups; a closing bracket stands outside its own."""
    depth = 0
    for found in _SIGNS.finditer(pattern):
        sign = found[0]
        if len(sign) == 1:
            depth += (sign == "(") - (sign == ")")
            yield found.start(), depth, sign
