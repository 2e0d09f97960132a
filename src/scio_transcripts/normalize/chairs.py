"""Who of the roster chairs: by a heading, a post, a place in the roster, or opening words.

In: the people of the roster and the turns as written. Out: the roles of these people. Promises: a heading outweighs
everything; without one, several clues must come together, and are told. Knows no label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scio_transcripts.diagnostics import Log
from scio_transcripts.language import speech_acts
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalize.people import People, Person
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
    weights = [_chair_weight(p, layout, turns[0].speech if p is opens else None) for p in roster]
    headed = any(weight >= _HEADED for weight, _ in weights)
    best = max((weight for weight, _ in weights), default=0)
    for person, (weight, why) in zip(roster, weights, strict=True):
        if weight < (_HEADED if headed else max(best, _ENOUGH)):
            person.role = "official"
            continue
        person.role = "chair"
        if "heading" not in why:
            log.add("R303", *person.copies[0].span, name=person.name, clues=", ".join(why))
        person.evidence.append(("role", person.copies[-1].span, "+".join(why)))


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


def _chair_weight(person: Person, layout: _Layout, opening: str | None) -> tuple[int, list[str]]:
    """What speaks for a chair. `opening` is the first speech of the page, where it is this person's."""
    clues: list[tuple[str, int]] = []
    copies, several = person.copies, layout.people > 1
    post = (person.description or "").lower()
    press = is_press_post(post)
    # A heading over several people has lost the next one: then only a press post counts.
    headed = any(c.heading == "chair" and (press or layout.group_sizes[c.group] == 1) for c in copies)
    if headed:
        clues.append(("heading", _HEADED))
    if press:
        clues.append(("post", 2))
        if _SPOKES.search(person.description or ""):
            clues.append(("spokesperson", 1))
    if several and any(layout.last_of_copy[c.copy] == c.span for c in copies):
        clues.append(("last of the roster", 1))
    if several and "speakers" not in person.headings and any(layout.group_sizes[c.group] == 1 for c in copies):
        clues.append(("stands apart", 1))
    if opening is not None and speech_acts.greets(opening):
        clues.append(("speaks first", 1))
    if opening is not None and not headed and speech_acts.chair_words(opening[:_OPENING]):
        clues.append(("opens", 2))
    speaks = "speakers" in person.headings and "chair" not in person.headings
    return sum(weight for _, weight in clues) - 2 * speaks, [clue for clue, _ in clues]
