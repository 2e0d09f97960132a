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
    lost, used = _match(facts, found)
    turns = [difference for differences in lost for difference in differences]
    differences = (*_values(facts, document), *turns, *_new_turns(facts, found, used), *_spoken(facts, found))
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


def _match(facts: Facts, found: tuple[Said, ...]) -> tuple[list[list[Difference]], set[int]]:
    """For each turn that was right what is no longer, and which turns of the document were told as one of them.

    Turns may begin alike: those whose words are all the same belong together first, and in their order.
    """
    texts = [fold(facts.through(said.text)) for said in found]
    wanted = [fold(facts.through(want.text)) for want in facts.turns]
    places = _places(texts, wanted)
    lost: list[list[Difference]] = []
    for number, want in enumerate(facts.turns):
        if number in places:
            lost.append(list(_apart(facts, want, found[places[number]])))
        else:
            starts = wanted[number][:BEGINNING]
            lost.append([_lost(facts, want, found, [i for i, t in enumerate(texts) if starts in t])])
    return lost, set(places.values())


def _places(texts: list[str], wanted: list[str]) -> dict[int, int]:
    """For each turn that was right, the turn with the same words, or else the one that begins with them."""
    places: dict[int, int] = {}
    used: set[int] = set()
    for same in (str.__eq__, lambda text, words: text.startswith(words[:BEGINNING])):
        for number, words in enumerate(wanted):
            if number in places:
                continue
            place = next((i for i, text in enumerate(texts) if i not in used and same(text, words)), None)
            if place is not None:
                places[number] = place
                used.add(place)
    return places


def _lost(facts: Facts, want: Said, found: tuple[Said, ...], places: list[int]) -> Difference:
    """A turn that no turn begins with. Where its words are short and stand in several, nobody knows whose they are."""
    beginning = repr(want.text[:BEGINNING])
    if not places or (len(fold(want.text)) < TELLING and len(places) > 1):
        return Difference("turn", NULLED, f"{want.label!r} is lost: {beginning}")
    holder = found[places[0]]
    outcome = _whose(facts, want, holder)
    return Difference("turn", outcome, f"{want.label!r} stands under {holder.label!r}: {beginning}")


def _apart(facts: Facts, want: Said, got: Said) -> Iterator[Difference]:
    if fold_label(facts.through(want.label or "")) != fold_label(facts.through(got.label or "")):
        yield Difference("label", _whose(facts, want, got), f"{want.label!r} became {got.label!r}")
    if not _same(facts, want.speaker, got.speaker):
        outcome = NULLED if got.speaker is None else WRONG
        yield Difference("speaker", outcome, f"{want.label!r} was {want.speaker!r}, is {got.speaker!r}")
    if want.role != got.role:
        outcome = NULLED if got.role == "unknown" else CHANGED
        yield Difference("role", outcome, f"{want.label!r} was {want.role}, is {got.role}")


def _new_turns(facts: Facts, found: tuple[Said, ...], used: set[int]) -> Iterator[Difference]:
    """Turns that there were not: words that somebody else said, or that nobody did."""
    if not facts.turns_judged:
        return
    others = [fold(facts.through(said.text)) for said in facts.others]
    before = [(said, fold(facts.through(said.text))) for said in facts.turns]
    for place, said in enumerate(found):
        text = fold(facts.through(said.text))
        starts = text[:BEGINNING]
        if place in used or any(_is_part(text, other) for other in others):
            continue
        owner = next((owner for owner, own in before if starts and starts in own), None)
        outcome = CHANGED if owner is None else _whose(facts, owner, said)
        yield Difference("new turn", outcome, f"{said.label!r}: {said.text[:BEGINNING]!r}")


def _is_part(text: str, other: str) -> bool:
    """Whether a turn begins inside a turn that is not judged, or as one does."""
    if not text or not other:
        return text == other
    return text[:BEGINNING] in other or text.startswith(other[:BEGINNING])


def _spoken(facts: Facts, found: tuple[Said, ...]) -> Iterator[Difference]:
    for words in facts.unsaid:
        for said in found:
            if fold(words) in fold(said.text):
                yield Difference("spoken", CHANGED, f"{said.label!r} says {words!r}")
                break


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
