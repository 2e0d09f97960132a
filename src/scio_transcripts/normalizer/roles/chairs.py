"""Who of the roster chairs: by a heading, a post, a place in the roster, or opening words.

In: the people of the roster and the turns as written. Out: the roles of these people. Promises: a heading outweighs
everything; without one, several clues must come together, and are told. Knows no label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from scio_transcripts.diagnostics import Log
from scio_transcripts.language import speech_acts
from scio_transcripts.language.scale import Row, Scale
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalizer.people.person import People, Person
from scio_transcripts.registry.han import simplified
from scio_transcripts.spans import Span

PRESS_POSTS = tuple(
    (
        "state council information office|(scio)|the scio|scio spokes|information office of the state council"
        "|press bureau|information bureau|publicity bureau|press center|press centre|international press"
        "|国务院新闻办|国新办"
    ).split("|")
)
"""Posts of those who chair, in lower case: the offices that hold the conferences."""
_SPOKES = re.compile(r"\bspokes(?:person|man|woman)\b|\bmoderator\b|\bhost\b|发言人|發言人", re.I)
_HEADED = 4
"""Weight of a chair's heading; without one, `_ENOUGH` must come together."""
_ENOUGH = 3
_OPENING = 2400
"""Characters of the first speech that are read for a chair's formulas."""


def pick_chairs(people: People, turns: Sequence[RawTurn], log: Log) -> None:
    """Settle who of the roster chairs; everybody else of the roster is an official."""
    roster = [p for p in people.all if p.copies]
    layout = _Layout.of(roster)
    opens = people.of_label(turns[0].label)[0] if turns and turns[0].label and len(roster) > 1 else None
    weighed = [ROSTER_CHAIR.weigh(_Seen(p, layout, turns[0].speech if p is opens else "")) for p in roster]
    best = max((weighing.weight for weighing in weighed), default=0)
    least = _HEADED if best >= _HEADED else max(best, _ENOUGH)
    for person, (weight, why) in zip(roster, weighed, strict=True):
        if weight < least:
            person.role = "official"
            continue
        person.role = "chair"
        if "heading" not in why:
            log.add("R303", *person.copies[0].span, name=person.name, clues=", ".join(why))
        person.evidence.append(("role", person.copies[-1].span, "+".join(why)))


def names_spokesperson(words: str) -> bool:
    """Whether words name somebody who speaks for a body.

    >>> names_spokesperson("Aron Wells, Official Spokesperson"), names_spokesperson("渡口局发言人林大海")
    (True, True)
    """
    return _SPOKES.search(words) is not None


def is_press_post(post: str) -> bool:
    plain = simplified(post.lower())
    return any(words in plain for words in PRESS_POSTS)


@dataclass(frozen=True, slots=True)
class _Layout:
    """How the roster's entries stand together."""

    people: int
    group_sizes: Counter[int]
    last_of_copy: dict[int, Span]

    @classmethod
    def of(cls, roster: Sequence[Person]) -> _Layout:
        copies = [copy for person in roster for copy in person.copies]
        last: dict[int, Span] = {}
        for copy in copies:
            last[copy.copy] = max(copy.span, last.get(copy.copy, copy.span))
        return cls(len(roster), Counter(copy.group for copy in copies), last)


class _Seen(NamedTuple):
    """One of the roster, how the roster is laid out, and the first speech of the page, where it is his."""

    person: Person
    layout: _Layout
    opening: str

    @property
    def is_press(self) -> bool:
        return is_press_post((self.person.description or "").lower())

    @property
    def is_headed(self) -> bool:
        """A heading over several people has lost the next one: then only a press post counts."""
        headed = [copy for copy in self.person.copies if copy.heading == "chair"]
        return any(self.is_press or self.layout.group_sizes[copy.group] == 1 for copy in headed)

    @property
    def is_last(self) -> bool:
        copies = self.person.copies
        return self.layout.people > 1 and any(self.layout.last_of_copy[copy.copy] == copy.span for copy in copies)

    @property
    def stands_apart(self) -> bool:
        if self.layout.people == 1 or "speakers" in self.person.headings:
            return False
        return any(self.layout.group_sizes[copy.group] == 1 for copy in self.person.copies)

    @property
    def is_speaker(self) -> bool:
        return "speakers" in self.person.headings and "chair" not in self.person.headings


ROSTER_CHAIR: Final[Scale[_Seen]] = Scale(
    Row("heading", _HEADED, lambda s: s.is_headed),
    Row("post", 2, lambda s: s.is_press),
    Row("spokesperson", 1, lambda s: s.is_press and _SPOKES.search(s.person.description or "") is not None),
    Row("last of the roster", 1, lambda s: s.is_last),
    Row("stands apart", 1, lambda s: s.stands_apart),
    Row("speaks first", 1, lambda s: speech_acts.greets(s.opening)),
    Row("opens", 2, lambda s: not s.is_headed and speech_acts.chairs(s.opening[:_OPENING])),
    Row("heading of speakers", -2, lambda s: s.is_speaker),
)
"""What speaks for one of the roster as the chair."""
