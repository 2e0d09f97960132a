"""What the words of labels mean, and how each meaning is looked for.

In: the words of a label as printed, in either language. Out: yes or no, or the words before what somebody does.
Promises: the answers come from the rows alone (`rows/labels.py`, `rows/no_labels.py`), and nobody says which language
the words are in. Knows no page and no person.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, Final

from scio_transcripts.language.folding import as_printed
from scio_transcripts.language.literals import required
from scio_transcripts.language.rows import meaning
from scio_transcripts.language.wording import Anywhere, AtBeginning, Whole
from scio_transcripts.lazy import re

_LONGEST_BEARER = 80


class Act(Whole):
    """What a label says that its bearer does, behind the bearer's name.

    >>> ACTS["opens"].bearer("Premier Lin's opening remarks"), ACTS["asks"].bearer("记者问"), ACTS["asks"].bearer("问")
    ('Premier Lin', '记者', None)
    """

    def bearer(self, words: str) -> str | None:
        """The words before what is done; None where nothing is."""
        small = words.lower()
        for word in self._required:
            if word in small:
                found = self._match(words)
                return found["who"].strip() or None if found else None
        return None

    def found_in(self, words: str) -> bool:
        """Whether the words are somebody and what he does."""
        return self.bearer(words) is not None

    @cached_property
    def _required(self) -> tuple[str, ...]:
        return required(map(as_printed, self._en + self._zh))

    @cached_property
    def _match(self) -> Callable[[str], Any]:
        act = as_printed("|".join(self._en + self._zh))
        return re.compile(f"(?P<who>.{{2,{_LONGEST_BEARER}}}?)(?:{act})", re.I).fullmatch


NAMELESS: Final = Whole(meaning("nameless"))
NAMELESS_ACTS: Final = {act: Whole(meaning(f"nameless-{act}")) for act in ("asks", "answers")}
PART: Final = Whole(meaning("part"))
OFFICE_LETTERS: Final = Whole(meaning("office-letters"), cased=True)
REPORTER: Final = Anywhere(meaning("reporter"))
OUTLET_ENDING: Final = Whole(meaning("outlet-ending"))
SALUTES: Final = Anywhere(meaning("salutes"))
FIELD: Final = Whole(meaning("field"))
INTRODUCES: Final = Whole(meaning("introduces"))
POINT: Final = AtBeginning(meaning("point"))
HEADLINE: Final = Anywhere(meaning("headline"), cased=True)
TOLD: Final = Anywhere(meaning("told"), cased=True)
RUNNING_TEXT: Final = Anywhere(meaning("running-text"), cased=True)
OF: Final = Anywhere(meaning("of"))
ACTS: Final = {act: Act(meaning(f"act-{act}")) for act in ("asks", "answers", "opens", "presents")}

MEANINGS: Final = {
    "nameless": NAMELESS,
    "part": PART,
    "office-letters": OFFICE_LETTERS,
    "reporter": REPORTER,
    "outlet-ending": OUTLET_ENDING,
    "salutes": SALUTES,
    "field": FIELD,
    "introduces": INTRODUCES,
    "point": POINT,
    "headline": HEADLINE,
    "told": TOLD,
    "running-text": RUNNING_TEXT,
    "of": OF,
    **{f"nameless-{act}": sought for act, sought in NAMELESS_ACTS.items()},
    **{f"act-{act}": sought for act, sought in ACTS.items()},
}
"""What rows about labels can mean."""

AGAINST: Final[Mapping[str, Whole | AtBeginning | Anywhere]] = {
    "headline": HEADLINE,
    "ordinal": POINT,
    "introduces-list": INTRODUCES,
}
"""Clues that nobody speaks, in either language."""
