"""What a bracket abbreviates: `Press Bureau of the State Weaving Commission (SWC)`.

In: a body's name, or a stretch of text. Out: the name without its brackets, and which abbreviation is whose. Promises:
the letters decide; where they do not, a bracket is the body's own only where the name holds no other. Knows no body.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from scio_transcripts.lazy import re

# `(SWC)`, `(hereinafter the SWC)`, `(China SWC)`; not `(Group)`, `(vice-ministerial rank)`
BRACKET = re.compile(
    r"\s*\(+\s*(?:hereinafter )?(?:the )?"
    r"(?P<short>(?:[A-Z][a-z]{2,11} )?[A-Z][A-Za-z&.\-]{0,9}[A-Z][a-z&.\-]{0,3})\s*\)+"
)
"""An abbreviation in brackets."""
_DEFINED = re.compile(
    r"(?P<name>[A-Z][\w'’&-]*(?:,? (?:of|and|the|for|on|in|to|&|[A-Z][\w'’&-]*)){1,12})" + BRACKET.pattern
)
_SMALL = frozenset("of and the for on in to & at".split())
_INNER = re.compile(r"(?:,| of| under| at| in| from| and)(?: the)? ")
"""What stands between a body and the larger one that it belongs to."""
_ENDS = re.compile(r"\s*(?:$|[,;.]|(?:of|under|in|at|and|for)\b)")
"""What follows a bracket where the name before it is whole."""
_BODY_NOUNS = (
    "office|bureau|department|ministry|commission|committee|administration|academy|center|centre|institute|university"
    "|association|federation|council|division|agency|authority|court|procuratorate|bank|company|corporation"
    "|group|school|college|hospital|society|league|union|board|congress|foundation|government|secretariat|observatory"
)
BODY = re.compile(rf"\b(?:{_BODY_NOUNS})\b", re.I)
"""The noun of a body: `office`, `ministry`."""


def without_brackets(body: str) -> tuple[str, str | None]:
    """A body's name without abbreviations in brackets, and the one that is its own.

    >>> without_brackets("Silk Bureau (SB)")
    ('Silk Bureau', 'SB')
    >>> without_brackets("Silk Bureau of the State Weaving Commission (SWC)")
    ('Silk Bureau of the State Weaving Commission', None)
    """
    own = None
    while found := BRACKET.search(body):
        before, after = body[: found.start()], body[found.end() :]
        if own is None and _ENDS.match(after) and _is_own(before, found["short"]):
            own = found["short"]
        body = before + after
    return body, own


def _is_own(name: str, short: str) -> bool:
    """Whether an abbreviation is that of the whole name, and not of the larger body at its end."""
    words = name.split()
    if ending := _ending(words, short):
        return not _INNER.search(f"{' '.join(words[: len(words) - len(ending)])} ")
    inner = [found for found in _INNER.finditer(name) if BODY.search(name, found.end())]
    if any(_spells(name[: found.start()].split(), short) for found in _INNER.finditer(name)):
        return True
    return not inner


def is_nested(body: str) -> bool:
    """Whether a body is named as part of a larger one: `Silk Bureau of the Ministry of Looms`."""
    return any(BODY.search(body, found.end()) for found in _INNER.finditer(body))


@lru_cache(maxsize=256)
def _defined(text: str) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(text):
        if ending := _ending(match["name"].split(), match["short"]):
            found.setdefault(match["short"], " ".join(ending))
    return tuple(found.items())


def abbreviations(text: str) -> dict[str, str]:
    """What the text itself abbreviates, where the letters are those of the words.

    >>> abbreviations("The briefing of the State Weaving Commission (SWC) begins.")
    {'SWC': 'State Weaving Commission'}
    """
    return dict(_defined(text)) if "(" in text else {}


def _ending(words: Sequence[str], short: str) -> Sequence[str]:
    """The last words that an abbreviation stands for: the words before the body's name are none of it."""
    first = short[0]
    starts = (start for start, word in enumerate(words) if word[0].upper() == first and word.lower() not in _SMALL)
    return next((words[start:] for start in starts if _spells(words[start:], short)), ())


def _spells(words: Sequence[str], short: str) -> bool:
    """Whether the words' first letters are those of the abbreviation. Small words may give theirs: `MOT`, `PBOC`."""
    country, _, short = short.rpartition(" ")
    if not words or (country and words[0][:4] != country[:4]):
        return False
    if country and _spells(words[1:], short):
        return True
    letters = "".join(filter(str.isalpha, short)).upper()
    if words[0][0].upper() != letters[:1]:
        return False
    return re.fullmatch("".join(map(_initial, words)), letters) is not None


def _initial(word: str) -> str:
    first = re.escape(word[0].upper())
    if word.lower() in _SMALL:
        return f"{first}?"
    return first + "".join(f"{re.escape(part[0].upper())}?" for part in word.split("-")[1:] if part)
