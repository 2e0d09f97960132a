"""Turns of phrase that mean the same, looked for in speech as cheaply as can be.

In: the words and patterns of a table, such as those of `wording.py`. Out: whether, and how often, a speech holds one.
Promises: nearly all speeches cost a few plain searches and no pattern. Knows no page and no language but by its table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scio_transcripts.lazy import re
from scio_transcripts.registry.han import is_chinese, simplified

_LONG = 400


@dataclass(frozen=True, slots=True)
class Formulas:
    """Turns of phrase that mean the same, for text in lower case with straight apostrophes.

    Every one holds one of `words`: a plain search for them spares most speeches the pattern. Those that begin
    with a letter are grouped by it, so that a word of the speech is held against those alone that begin as it does.
    """

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    longest: int | None = None
    """More characters than any of them has, where all are short: of a long speech, only so much is read around each of
    the words."""
    han: re.Pattern[str] | None = None
    """The formulas in Chinese, in simplified characters."""

    @classmethod
    def of(cls, words: str, *formulas: str, longest: int | None = None, han: re.Pattern[str] | None = None) -> Formulas:
        """The formulas, each a pattern; `words` are cut at `|`."""
        by_letter: dict[str, list[str]] = {}
        others: list[str] = []
        for formula in formulas:
            if formula[0].isalpha() and formula[1:2] not in tuple("?*+{|"):
                by_letter.setdefault(formula[0], []).append(formula[1:])
            else:
                others.append(formula)
        branches = [*(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()), *others]
        # What stands before a word is matched, not looked back at: such a search skips from word to word.
        listed = words.split("|")
        # A word that holds another one adds nothing to the search.
        shortest = tuple(w for w in dict.fromkeys(listed) if not any(other != w and other in w for other in listed))
        return cls(shortest, re.compile(rf"\W(?:{'|'.join(branches)})"), longest, han)

    def count(self, speech: str) -> int:
        """How many of them the speech holds.

        >>> formulas = Formulas.of("floor", "the floor is open", "gives? the floor")
        >>> formulas.count("The floor is open."), formulas.count("Output rose by 3 percent.")
        (1, 0)
        """
        in_chinese = len(self.han.findall(simplified(speech))) if self.han and is_chinese(speech) else 0
        lower = speech.lower()
        if not self._may_be_in(lower):
            return in_chinese
        return len(self.pattern.findall(" " + lower.replace("’", "'"))) + in_chinese

    def found_in(self, speech: str) -> bool:
        """Whether the speech holds one."""
        if self.han and is_chinese(speech) and self.han.search(simplified(speech)):
            return True
        lower = speech.lower()
        if not self._may_be_in(lower):
            return False
        plain = " " + lower.replace("’", "'")
        if self.longest and len(plain) > _LONG:
            return self._is_around_a_word(plain, self.longest)
        return self.pattern.search(plain) is not None

    def _is_around_a_word(self, plain: str, reach: int) -> bool:
        for words in self.words:
            place = plain.find(words)
            while place >= 0:
                begin = end = max(0, place - reach)
                # Places whose surroundings touch are read together: a word may stand there a thousand times in a row.
                while place >= 0 and place - reach <= end:
                    end = place + reach
                    place = plain.find(words, place + 1)
                if self.pattern.search(plain, begin, end):
                    return True
        return False

    def _may_be_in(self, lower: str) -> bool:
        for words in self.words:  # noqa: SIM110 - any() with a generator takes three times as long
            if words in lower:
                return True
        return False


def each(words: str, rest: str) -> Iterator[str]:
    """A formula for each way to begin; `words` are cut at `|`, wherever it stands."""
    return (word + rest for word in words.split("|"))
