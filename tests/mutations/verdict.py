"""What a change of form did to what a page says.

In: the facts that a mutated page must give, and the document that it gives. Out: a `Verdict`: kept; nulled, where
values are missing and a warning says so; changed; or wrong, where words stand under another label or another person,
which is worse than all else. Promises: only facts are judged, see there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from scio_transcripts import Transcript

from .facts import BEGINNING, PEOPLE, Facts, Said, fold, fold_label, turns_of, values_of

KEPT, NULLED, CHANGED, WRONG = OUTCOMES = ("kept", "nulled", "changed", "wrong")
TELLING = 10
"""Fewer signs may stand anywhere."""

_SHORT = 12
"""Characters of words that may stand inside others."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One fact that is not as it was."""

    fact: str
    outcome: str
    """`nulled`, `changed` or `wrong`."""
    message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    outcome: str
    differences: tuple[Difference, ...]
    turns: int
    """Turns that were judged."""
    turns_kept: int
    """Those that have beginning, label and speaker as before."""


def judge(facts: Facts, document: Transcript) -> Verdict:
    found = turns_of(document)
    places = _places(facts, found)
    lost = list(_turns(facts, found, places))
    turns = [difference for differences in lost for difference in differences]
    differences = (*_values(facts, document), *turns, *_new_turns(facts, found, places), *_spoken(facts, found))
    kept = sum(all(difference.fact == "role" for difference in differences) for differences in lost)
    return Verdict(_outcome(differences, document), differences, len(facts.turns), kept)


def _outcome(differences: tuple[Difference, ...], document: Transcript) -> str:
    outcomes = {difference.outcome for difference in differences}
    if not outcomes:
        return KEPT
    if WRONG in outcomes:
        return WRONG
    told = any(diagnostic.severity != "info" for diagnostic in document.diagnostics)
    return NULLED if outcomes == {NULLED} and told else CHANGED


def _values(facts: Facts, document: Transcript) -> Iterator[Difference]:
    found = values_of(document)
    for key, value in facts.values.items():
        want, got = _plain(facts, key, value), _plain(facts, key, found[key])
        if want != got:
            missing = set(got) < set(want) if key in PEOPLE else got in (None, "unknown")
            yield Difference(key, NULLED if missing else CHANGED, f"{value!r} became {found[key]!r}")


def _plain(facts: Facts, key: str, value: Any) -> Any:
    return sorted(fold(facts.through(name)) for name in value) if key in PEOPLE else value


def _places(facts: Facts, found: tuple[Said, ...]) -> list[int | None]:
    """For each turn that was right the turn of the document that begins as it did; None where none does.

    No mutation changes the order of turns. So of all ways to pair them in order the one with the most pairs is taken,
    and of those the one with the most labels as before: many turns begin with the same thanks.
    """
    pairs = _pairs(facts, found)
    best = [[(0, 0)] * (len(found) + 1) for _ in range(len(facts.turns) + 1)]
    for row in range(len(facts.turns) - 1, -1, -1):
        for place in range(len(found) - 1, -1, -1):
            best[row][place] = max(best[row + 1][place], best[row][place + 1])
            if (row, place) in pairs:
                number, same = best[row + 1][place + 1]
                pairs[row, place] = number + 1, same + pairs[row, place][1]
                best[row][place] = max(best[row][place], pairs[row, place])
    places: list[int | None] = []
    place = 0
    for row in range(len(facts.turns)):
        wanted = best[row][place]
        # Where as much can be paired without this turn, it is the lost one.
        lost = best[row + 1][place] == wanted
        here = None if lost else next(i for i in range(place, len(found)) if pairs.get((row, i)) == wanted)
        places.append(here)
        place = place if here is None else here + 1
    return places


def _pairs(facts: Facts, found: tuple[Said, ...]) -> dict[tuple[int, int], tuple[int, int]]:
    """Which turn that was right begins as which of the document, and whether the label is the same."""
    texts = [fold(facts.through(said.text)) for said in found]
    labels = [fold_label(facts.through(said.label or "")) for said in found]
    pairs = {}
    for row, want in enumerate(facts.turns):
        starts = fold(facts.through(want.text))[:BEGINNING]
        label = fold_label(facts.through(want.label or ""))
        alike = (place for place, text in enumerate(texts) if text.startswith(starts))
        pairs.update({(row, place): (1, int(label == labels[place])) for place in alike})
    return pairs


def _turns(facts: Facts, found: tuple[Said, ...], places: list[int | None]) -> Iterator[list[Difference]]:
    """For each turn that was right what is no longer."""
    for row, (want, place) in enumerate(zip(facts.turns, places, strict=True)):
        if place is not None:
            yield list(_apart(facts, want, found[place]))
            continue
        start = max([i for i in places[:row] if i is not None], default=0)
        end = min([i for i in places[row:] if i is not None], default=len(found))
        yield [_lost(facts, want, found[start:end])]


def _lost(facts: Facts, want: Said, between: tuple[Said, ...]) -> Difference:
    """A turn that no turn begins with, and those that stand where it stood: it went to one of them, or away."""
    starts = fold(facts.through(want.text))[:BEGINNING]
    holders = [said for said in between if starts in fold(facts.through(said.text))]
    beginning = repr(want.text[:BEGINNING])
    if not holders or (len(fold(want.text)) < TELLING and len(holders) > 1):
        return Difference("turn", NULLED, f"{want.label!r} is lost: {beginning}")
    outcome = _whose(facts, want, holders[0])
    return Difference("turn", outcome, f"{want.label!r} stands under {holders[0].label!r}: {beginning}")


def _apart(facts: Facts, want: Said, got: Said) -> Iterator[Difference]:
    if fold_label(facts.through(want.label or "")) != fold_label(facts.through(got.label or "")):
        yield Difference("label", _whose(facts, want, got), f"{want.label!r} became {got.label!r}")
    if not _same(facts, want.speaker, got.speaker):
        outcome = NULLED if got.speaker is None else WRONG
        yield Difference("speaker", outcome, f"{want.label!r} was {want.speaker!r}, is {got.speaker!r}")
    if want.role != got.role:
        outcome = NULLED if got.role == "unknown" else CHANGED
        yield Difference("role", outcome, f"{want.label!r} was {want.role}, is {got.role}")


def _new_turns(facts: Facts, found: tuple[Said, ...], places: list[int | None]) -> Iterator[Difference]:
    """Turns that there were not: words that somebody else said, or that nobody did."""
    if not facts.turns_judged:
        return
    others = [fold(facts.through(said.text)) for said in facts.others]
    before = [(said, fold(facts.through(said.text))) for said in facts.turns]
    for place, said in enumerate(found):
        text = fold(facts.through(said.text))
        starts = text[:BEGINNING]
        if place in places or any(_is_part(text, other) for other in others):
            continue
        above = sum(at is not None and at < place for at in places)
        owner = _owner(starts, before[:above], before[above:])
        outcome = CHANGED if owner is None else _whose(facts, owner, said)
        yield Difference("new turn", outcome, f"{said.label!r}: {said.text[:BEGINNING]!r}")


def _owner(starts: str, above: list[tuple[Said, str]], below: list[tuple[Said, str]]) -> Said | None:
    """Who said these words: of several the nearest that began above, before those below."""
    return next((owner for owner, own in (*reversed(above), *below) if starts and starts in own), None)


def _is_part(text: str, other: str) -> bool:
    """Whether a turn begins inside a turn that is not judged, or as one does."""
    if not text or not other:
        return text == other
    return text[:BEGINNING] in other or text.startswith(other[:BEGINNING])


def _spoken(facts: Facts, found: tuple[Said, ...]) -> Iterator[Difference]:
    for words in facts.unsaid:
        for said in found:
            if _says(said.text, words):
                yield Difference("spoken", CHANGED, f"{said.label!r} says {words!r}")
                break


def _says(text: str, words: str) -> bool:
    """Whether a speech holds words. `SHARE` is said where it stands so: most speeches have it in small letters."""
    return words in text if len(words) < _SHORT else fold(words) in fold(text)


def _whose(facts: Facts, want: Said, got: Said) -> str:
    """How the words of one stand under the head of the other: wrong if it is somebody else."""
    if got.label is None and got.speaker is None:
        return NULLED
    label, other = fold_label(facts.through(want.label or "")), fold_label(facts.through(got.label or ""))
    another = bool(label and other) and label not in other and other not in label
    return WRONG if another or (got.speaker is not None and not _same(facts, want.speaker, got.speaker)) else CHANGED


def _same(facts: Facts, want: str | None, got: str | None) -> bool:
    one, other = fold(facts.through(want or "")), fold(facts.through(got or ""))
    # An outlet as printed may have "reporter" behind it.
    return one == other or bool(one and other and (one in other or other in one))
