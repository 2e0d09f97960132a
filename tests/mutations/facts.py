"""What a page says, reduced to what must outlive a change of form.

In: a parsed document, and the gold of its page. Out: `Facts`, the values and turns that are right, which are the only
ones that a mutation is judged by. Promises: what gold does not say or what was wrong at first is never judged; the
turns that were wrong at first are kept aside, so that they count neither as lost nor as new.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from scio_transcripts import Transcript

Words = Callable[[str], str]
"""What a mutation makes of the words of a page."""

VALUES = ("kind", "event.date", "event.start_time", "publication.date")
PEOPLE = {"chairs": "chair", "officials": "official"}
UNKNOWN = ("?", ["?"])
BEGINNING = 40
"""As many signs of a turn as gold gives."""

_TELLING = 8
"""So many signs stand in one place only."""
_PINYIN = re.compile(r"(?<=[\u3400-\u9fff])\([a-zàáèéìíòóùúüāēěīńňōūǎǐǒǔǖǘǚǜ]{1,6}\)")
_INVISIBLE = re.compile(r"[\s\u200b\u2060\ufeff]+")
_NUMBER = re.compile(r"^\d{1,3}[.、)]")
_SIGNS = str.maketrans({"∶": ":", "’": "'", "‘": "'", "“": '"', "”": '"'})


def fold(words: str | None) -> str:
    """Words as they are compared: no matter which width, blanks, quotation marks and pinyin they are printed with."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC", words or "")).translate(_SIGNS).lower()
    return _PINYIN.sub("", plain).strip(".:")


def fold_label(label: str | None) -> str:
    """A label as it is compared: also no matter which number stands before it."""
    return _NUMBER.sub("", fold(label))


@dataclass(frozen=True, slots=True)
class Said:
    """One turn: who says what."""

    label: str | None
    role: str
    speaker: str | None
    """The name of the participant; for a reporter known by an outlet, the outlet as printed."""
    text: str
    """Its own words, as far as they are known."""

    def mapped(self, words: Words) -> Said:
        return replace(
            self,
            label=self.label and words(self.label),
            speaker=self.speaker and words(self.speaker),
            text=words(self.text),
        )


@dataclass(frozen=True, slots=True)
class Facts:
    """What is right on a page, and must stay right."""

    values: Mapping[str, Any]
    """Kind, dates, the names of chairs and officials: those that gold confirms."""
    turns: tuple[Said, ...]
    others: tuple[Said, ...] = ()
    """Turns that are not judged: those of the parse that gold does not confirm, and those of gold that it lacks."""
    turns_judged: bool = True
    """Whether gold says which turns there are; where not, a new one is no fault."""
    unsaid: tuple[str, ...] = ()
    """Words that a mutation put on the page, and that nobody says."""
    through: Words = field(default=str)
    """What both sides pass through before they are compared, for mutations that cannot be told word by word."""

    def mapped(self, words: Words) -> Facts:
        """The facts of a page whose words were changed alike wherever they stand."""
        people = {key: tuple(map(words, value)) for key, value in self.values.items() if key in PEOPLE}
        return replace(
            self,
            values={**self.values, **people},
            turns=tuple(said.mapped(words) for said in self.turns),
            others=tuple(said.mapped(words) for said in self.others),
        )

    def without(self, *keys: str) -> Facts:
        """The facts less some values, which the mutation may have changed rightly."""
        return replace(self, values={key: value for key, value in self.values.items() if key not in keys})


def unsaid(facts: Facts, *words: str) -> Facts:
    """The facts of a page on which these words stand as well, which nobody says."""
    return replace(facts, unsaid=tuple(dict.fromkeys([*facts.unsaid, *words])))


def turns_of(document: Transcript) -> tuple[Said, ...]:
    names = {person.id: person.name for person in document.participants}
    return tuple(
        Said(turn.label, turn.role, names.get(turn.speaker or ""), "\n".join(p.text for p in turn.paragraphs))
        for turn in document.turns
    )


def values_of(document: Transcript) -> dict[str, Any]:
    people = {
        key: tuple(person.name for person in document.participants if person.role == role)
        for key, role in PEOPLE.items()
    }
    return {
        "kind": document.kind,
        "event.date": _iso(document.event.date),
        "event.start_time": document.event.start_time,
        "publication.date": _iso(document.publication.date),
        **people,
    }


def trusted(document: Transcript) -> Facts:
    """The facts of a page without gold that is read as its makers want."""
    return Facts(values_of(document), turns_of(document))


def confirmed(document: Transcript, gold: Mapping[str, Any]) -> Facts:
    """What the document and the gold of its page agree on."""
    found = values_of(document)
    values = {key: value for key, value in found.items() if _agree(key, value, gold)}
    turns = turns_of(document)
    if gold.get("turns") is None:
        return Facts(values, (), turns, turns_judged=False)
    wanted = list(gold["turns"])
    right: list[Said] = []
    others: list[Said] = []
    for said in turns:
        want = next((want for want in wanted if _is_turn(said, want)), None)
        if want is not None:
            wanted.remove(want)
        (others if want is None else right).append(said)
    missing = [Said(want["label"], want.get("role") or "unknown", None, want["starts"]) for want in wanted]
    return Facts(values, tuple(_less(said, missing) for said in right), (*others, *missing))


def gold_value(gold: Mapping[str, Any], key: str) -> Any:
    """A value of gold, whose keys are flat or nested; "?" where it is not judged."""
    outer, _, inner = key.partition(".")
    if key in gold:
        return gold[key]
    nested = gold.get(outer)
    return nested.get(inner, "?") if inner and isinstance(nested, dict) else "?"


def _agree(key: str, value: Any, gold: Mapping[str, Any]) -> bool:
    want = gold_value(gold, key)
    if want in UNKNOWN or (want is None and key in ("kind", *PEOPLE)):
        return False
    if key in PEOPLE:
        names = [person["name"] if isinstance(person, dict) else person for person in want]
        return sorted(map(fold, names)) == sorted(map(fold, value))
    return bool(want == value)


def _is_turn(said: Said, want: Mapping[str, Any]) -> bool:
    return (
        fold(said.text).startswith(fold(want["starts"])[:BEGINNING])
        and fold(said.label) == fold(want["label"])
        and want.get("role") in (None, said.role)
        and (not want.get("speaker") or fold(want["speaker"]) == fold(said.speaker))
    )


def _less(said: Said, missing: list[Said]) -> Said:
    """The turn without the words of a turn that the parse did not see, and that it holds therefore."""
    text = said.text
    for other in missing:
        place = text.find(other.text[:_TELLING], 1)
        if place > 0 and len(other.text) >= _TELLING:
            label = text.rfind(other.label, 0, place) if other.label else -1
            text = text[: label if label > 0 else place]
    return replace(said, text=text)


def _iso(day: Any) -> str | None:
    return None if day is None else str(day)
