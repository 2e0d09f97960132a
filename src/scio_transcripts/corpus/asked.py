"""What is looked for, as words: a query taken apart into phrases.

In: a query such as `ferries "new harbour" 安全`. Out: phrases, each with the terms under which the index has it and the
pattern that decides. Promises: whatever is typed is words, never a pattern or SQL; the pattern's time grows with the
text. Knows no index.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scio_transcripts.corpus.words import HAN, LETTER, fold, pair_of, pair_term, rows_of, runs_in
from scio_transcripts.errors import ArgumentError
from scio_transcripts.lazy import re

LONGEST = 1_000
"""Characters of a query."""
MOST_PHRASES = 20
_PIECE = re.compile(r'"([^"]*)"?|[^\s"]+')
_QUOTES = str.maketrans(dict.fromkeys("“”„‟″＂«»「」", '"'))
_IS_LETTER = re.compile(LETTER)
_TIGHT = re.compile(f"[{HAN}\u3001-\u303f\uff00-\uffef]")
"""Beside these a blank means nothing."""


class QueryError(ArgumentError):
    """A query cannot be searched for. `asked` is the query, `reason` what is wrong, `hint` what to do."""

    def __init__(self, asked: str, reason: str, hint: str) -> None:
        super().__init__(asked, reason, hint)
        self.asked = asked
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.asked[:80]!r} {self.reason}; {self.hint}"


@dataclass(frozen=True, slots=True)
class Term:
    """A row of the index to look up, or all that begin with it."""

    text: str
    begins: bool = False
    counts: bool = True
    """Whether it adds to the score of a turn, as words do, and pairs of words do not."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together. One word is a phrase too."""

    text: str
    """Folded, with single blanks."""
    terms: tuple[Term, ...]
    """All of them stand wherever the phrase does."""
    sure: bool
    """Wherever its terms stand, it stands too."""
    pattern: re.Pattern[str] = field(compare=False, repr=False)
    """Finds it in folded text."""


@dataclass(frozen=True, slots=True)
class Query:
    """What must all stand in one turn."""

    asked: str
    phrases: tuple[Phrase, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms of all phrases, each once."""
        return tuple(dict.fromkeys(term for phrase in self.phrases for term in phrase.terms))

    @property
    def words(self) -> tuple[Term, ...]:
        """The terms that are words, without those for words beside each other."""
        return tuple(term for term in self.terms if term.counts)

    @property
    def sure(self) -> bool:
        """Whether the index alone tells which turns hold all phrases."""
        return all(phrase.sure for phrase in self.phrases)


def query_of(asked: str | Sequence[str]) -> Query:
    """The query that a string is: words, and phrases in quotation marks of any kind.

    Of several strings, one with a blank and without quotation marks is a phrase, as a shell hands it on. Raises
    `QueryError` where there is no word in it, or it is far too long.

    >>> [phrase.text for phrase in query_of('Ferries, “New  Harbour” 安全').phrases]
    ['ferries', 'new harbour', '安全']
    >>> query_of("...")
    Traceback (most recent call last):
    scio_transcripts.corpus.asked.QueryError: '...' has no word in it; type words, or a phrase in quotation marks
    """
    whole = asked if isinstance(asked, str) else " ".join(asked)
    if len(whole) > LONGEST:
        raise QueryError(whole, f"has {len(whole):,} characters", f"search for at most {LONGEST:,}")
    phrases = [phrase_of(text) for text in ([*_pieces(whole)] if isinstance(asked, str) else _arguments(asked))]
    found = tuple(dict.fromkeys(phrase for phrase in phrases if phrase.terms))
    if not found:
        raise QueryError(whole, "has no word in it", "type words, or a phrase in quotation marks")
    if len(found) > MOST_PHRASES:
        raise QueryError(whole, f"has {len(found)} words and phrases", f"search for at most {MOST_PHRASES}")
    return Query(whole, found)


def _arguments(asked: Sequence[str]) -> Iterator[str]:
    for argument in asked:
        if len(argument.split()) > 1 and '"' not in argument.translate(_QUOTES):
            yield argument
        else:
            yield from _pieces(argument)


def _pieces(asked: str) -> Iterator[str]:
    """Phrases as typed; single words without the signs around them."""
    for piece in _PIECE.finditer(asked.translate(_QUOTES)):
        if piece[1] is not None:
            yield piece[1]
        else:
            word = piece[0]
            letters = [place for place, sign in enumerate(word) if sign.isalnum()]
            yield word[letters[0] : letters[-1] + 1] if letters else ""


def phrase_of(text: str) -> Phrase:
    """A phrase as the index and the texts are asked for it."""
    folded = " ".join(fold(text).split())
    words, *runs = rows_of(folded)
    terms = [Term(word) for word in words]
    pairs = [*pairwise(words)]
    for run in runs:  # the last character may begin another term where the phrase stands
        terms += [Term(term) for term in run[:-1]] or [Term(run[0], begins=True)]
        pairs += pairwise(run[:-1])
    terms += [Term(pair_term(pair_of(*pair)), counts=False) for pair in pairs]
    bare = folded.replace(" ", "") if runs else folded
    sure = words == [folded] or (not words and runs_in(folded) == [bare] and len(bare) <= 2)
    return Phrase(folded, tuple(dict.fromkeys(terms)), sure, re.compile(_pattern(folded)))


def _pattern(folded: str) -> str:
    """Finds the phrase where it begins and ends with its words and figures whole, and blanks are of any kind."""
    parts = [_border_before(folded)]
    for place, sign in enumerate(folded):
        if sign == " ":
            continue
        blank = folded[place - 1 : place] == " "
        before = folded[place - 2 if blank else place - 1] if place else ""
        if before and (_TIGHT.match(before) or _TIGHT.match(sign)):
            parts.append(r"\s*")
        elif blank:
            parts.append(r"\s+")
        parts.append(re.escape(sign))
    return "".join([*parts, _border_after(folded)])


def _border_before(folded: str) -> str:
    if re.match(r"[.,][0-9]", folded):
        return "(?<![0-9])"
    figure = "(?<![0-9][.,])" if re.match("[0-9]", folded) else ""
    return f"(?<!{LETTER}){figure}" if _IS_LETTER.match(folded) else ""


def _border_after(folded: str) -> str:
    if re.search(r"[0-9][.,]\Z", folded):
        return "(?![0-9])"
    figure = "(?![.,][0-9])" if re.search(r"[0-9]\Z", folded) else ""
    return f"(?!{LETTER}){figure}" if folded and _IS_LETTER.match(folded[-1]) else ""
