"""Ways of saying one thing, looked for in words as cheaply as can be.

In: the patterns of some rows, in both languages. Out: whether, and how often, words hold one: anywhere, at their
beginning, at their end, or as a whole. Promises: patterns compile when words are first asked for; nearly all words cost
a few plain searches and no pattern; the caller never says which language the words are in. Knows no row.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any

from scio_transcripts.language.folding import as_printed, han, has_latin, latin
from scio_transcripts.language.literals import by_first_letter, longest, required
from scio_transcripts.language.row import Row, chinese, english
from scio_transcripts.lazy import re
from scio_transcripts.registry.script import is_chinese

_NOWHERE = "(?!)"
"""A pattern that is found nowhere."""
_LONG = 400
"""Characters from which on a speech is read around the required words alone."""
_PAYS_AFTER = 100
"""Searches after which it pays to know which words a match must hold."""
_WIDEST = 1000
"""Characters from which on a match counts as unbounded."""
_FEW = 32
"""Required words that are so many are looked for one by one only until one is found."""


class _Wording:
    """The patterns of some rows. `cased`: whether a capital letter means something."""

    def __init__(self, rows: Sequence[Row], *, cased: bool = False) -> None:
        self.rows = rows
        self.cased = cased

    @cached_property
    def _en(self) -> tuple[str, ...]:
        return english(self.rows)

    @cached_property
    def _zh(self) -> tuple[str, ...]:
        return chinese(self.rows)

    @cached_property
    def _reach(self) -> int:
        """The most characters of a match. Rows that are unbounded are refused by a test."""
        return max(map(longest, (*self._en, *self._zh)), default=0)

    def _together(self, patterns: Sequence[str], behind: str = "") -> re.Pattern[str]:
        """Some patterns as one, for words as printed; one that is found nowhere where there are none."""
        pattern = as_printed("|".join(patterns)) or _NOWHERE
        return re.compile(f"(?:{pattern}){behind}", 0 if self.cased else re.I)


class Anywhere(_Wording):
    """What may stand anywhere in the words.

    >>> row = Row("floor", ("floor",), en=("gives? the floor", "the floor is open"), zh=("请提问",))
    >>> floor = Anywhere([row])
    >>> floor.count("The floor is open. I give the floor."), floor.found_in("现在請提問。"), floor.found_in("It rose.")
    (2, True, False)
    """

    def found_in(self, words: str) -> bool:
        """Whether one stands in the words."""
        if words.isascii():
            return self._in_english.found_in(self._folded(words))
        if is_chinese(words) and self._in_chinese.found_in(han(words)):
            return True
        return has_latin(words) and self._in_english.found_in(self._folded(latin(words)))

    def count(self, words: str) -> int:
        """How many stand in the words, one behind the other."""
        if words.isascii():
            return self._in_english.count(self._folded(words))
        found = self._in_chinese.count(han(words)) if is_chinese(words) else 0
        return found + (self._in_english.count(self._folded(latin(words))) if has_latin(words) else 0)

    def _folded(self, words: str) -> str:
        # The blank stands for what is before the first word.
        return " " + (words if self.cased else words.lower())

    @cached_property
    def _in_english(self) -> _Sought:
        # What stands before a word is matched, not looked back at: such a search skips from word to word.
        return _Sought(self._en, r"\W")

    @cached_property
    def _in_chinese(self) -> _Sought:
        return _Sought(self._zh)


def said(*patterns: str) -> Anywhere:
    """English patterns that no row has yet, as one thing to look for."""
    return Anywhere([Row("said", (), en=patterns)])


class AtBeginning(_Wording):
    """What words begin with.

    >>> AtBeginning([Row("dear", ("greets",), en=("dear friends",), zh=("各位",))]).found_in("Dear friends, welcome.")
    True
    """

    def found_in(self, words: str) -> bool:
        """Whether the words begin so."""
        return (self._match_ascii if words.isascii() else self._match)(words) is not None

    @cached_property
    def _match(self) -> Callable[[str], Any]:
        return self._together(self._en + self._zh).match

    @cached_property
    def _match_ascii(self) -> Callable[[str], Any]:
        return self._together(self._en).match


class AtEnd(_Wording):
    """What words end with.

    >>> AtEnd([Row("bye", ("ends",), en=(r"good-?bye[.!]?",))]).found_in("That is all. Goodbye.")
    True
    """

    def found_in(self, words: str) -> bool:
        """Whether the words end so."""
        closing = words[-self._reach :].lower()
        for word in self._required:
            if word in closing:
                return self._search(closing) is not None
        return False

    @cached_property
    def _required(self) -> tuple[str, ...]:
        return required(map(as_printed, self._en + self._zh))

    @cached_property
    def _search(self) -> Callable[[str], Any]:
        return self._together(self._en + self._zh, "$").search


class Whole(_Wording):
    """What may be all that the words say.

    >>> next_one = Whole([Row("next", ("calls",), en=("next,? please[.!]",))])
    >>> next_one.found_in("Next, please."), next_one.found_in("Next, please. And thank you.")
    (True, False)
    """

    def found_in(self, words: str) -> bool:
        """Whether the words are one, and nothing else."""
        if len(words) > self._reach:
            return False
        if words.isascii():
            return self._match_ascii(words) is not None
        return (self._match if has_latin(words) else self._match_han)(words) is not None

    @cached_property
    def _match(self) -> Callable[[str], Any]:
        return self._together(self._en + self._zh).fullmatch

    @cached_property
    def _match_ascii(self) -> Callable[[str], Any]:
        return self._together(self._en).fullmatch

    @cached_property
    def _match_han(self) -> Callable[[str], Any]:
        # Where no letter has a small form, alternatives are told apart by their first character.
        return re.compile(as_printed("|".join(self._zh)) or _NOWHERE).fullmatch


class _Sought:
    """The patterns of one language, compiled, with what each match must hold.

    Reading that out of the patterns costs as much as a hundred searches, so it waits until it pays.
    """

    def __init__(self, patterns: tuple[str, ...], before: str = "") -> None:
        self._patterns = patterns
        compiled = re.compile(f"{before}(?:{by_first_letter(patterns) or _NOWHERE})")
        self._search, self._match, self._all = compiled.search, compiled.match, compiled.findall
        self._plain_searches = _PAYS_AFTER

    @cached_property
    def required(self) -> tuple[str, ...]:
        return required(self._patterns)

    @cached_property
    def _reach(self) -> int:
        return max(map(longest, self._patterns), default=0) + 1

    @cached_property
    def _reads_around(self) -> bool:
        return "" not in self.required and len(self.required) <= _FEW and self._reach < _WIDEST

    def count(self, plain: str) -> int:
        return len(self._all(plain)) if self._may_be_in(plain) else 0

    def found_in(self, plain: str) -> bool:
        if not self._may_be_in(plain):
            return False
        if len(plain) > _LONG and self._plain_searches <= 0 and self._reads_around:
            return self._is_around_a_word(plain)
        return self._search(plain) is not None

    def _may_be_in(self, plain: str) -> bool:
        if self._plain_searches > 0:
            self._plain_searches -= 1
            return True
        for word in self.required:  # noqa: SIM110 - any() with a generator takes three times as long
            if word in plain:
                return True
        return False

    def _is_around_a_word(self, plain: str) -> bool:
        reach = self._reach
        for word in self.required:
            place = plain.find(word)
            while place >= 0:
                begin = end = max(0, place - reach)
                # Places whose surroundings touch are read together: a word may stand there a thousand times in a row.
                while place >= 0 and place - reach <= end:
                    end = place + reach
                    place = plain.find(word, place + 1)
                if found := self._search(plain, begin, end):
                    # What is behind the part that was read may forbid it.
                    return self._match(plain, found.start()) is not None or self._search(plain) is not None
        return False
