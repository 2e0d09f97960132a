"""From mentions to people: roster copies, sentences and labels merged by name.

In: what the parser wrote. Out: `Person`s in the page's order, each with the places it was read from. Promises: people
are merged by name, never by the wording of a post; a family name alone finds a person only where one fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from scio_transcripts.diagnostics import Log
from scio_transcripts.language.label import core, fold
from scio_transcripts.lexer.turns.raw import RawPerson
from scio_transcripts.normalizer.posts.richness import is_richer
from scio_transcripts.registry.han import family_of, plain_name, split_label
from scio_transcripts.registry.names import PARTICLES, names_post, split_honorific, split_titled, surnames
from scio_transcripts.registry.script import has_han, is_han
from scio_transcripts.spans import Span


@dataclass(slots=True, kw_only=True, eq=False)
class Person:
    """One person, or one outlet whose reporter is not named, while the page is being read."""

    name: str
    honorific: str | None = None
    role: str = "unknown"
    outlet: str | None = None
    description: str | None = None
    aliases: dict[str, None] = field(default_factory=dict)
    evidence: list[tuple[str, Span, str]] = field(default_factory=list)
    """What, where, and how it counts."""
    headings: list[str | None] = field(default_factory=list)
    copies: list[RawPerson] = field(default_factory=list)

    @property
    def family_name(self) -> str | None:
        """The first word, where it is a family name that is known; of a Chinese name, its first characters."""
        if is_han(self.name):
            return family_of(self.name) if self.role != "reporter" and not self.outlet else None
        first, _, rest = self.name.partition(" ")
        return first if rest and not self.outlet and self.role != "reporter" and fold(first) in surnames() else None

    @property
    def family_names(self) -> tuple[str, ...]:
        """The words that may be the family name: the first; the last, too, where the first is none that is known."""
        words = fold(self.name).split()
        if is_han(self.name):
            return (family,) if (family := self.family_name) else ()
        if len(words) < 2 or self.outlet:
            return ()
        return (words[0],) if words[0] in surnames() else (words[0], words[-1])

    @property
    def last_names(self) -> tuple[str, ...]:
        """What else a courtesy title may stand before: the last word, which is no family name, and its particles."""
        words = fold(self.name).split()
        if is_han(self.name) or len(words) < 2 or self.outlet or words[-1] in surnames():
            return ()
        first = next((i for i, word in enumerate(words) if word in PARTICLES), len(words) - 1)
        return tuple({words[-1], " ".join(words[first:])} - {*self.family_names})


class People:
    """Everybody on the page, found by name.

    >>> people = People()
    >>> someone = people.add(Person(name="Lin Dahai"))
    >>> people.find("lin dahai") is someone, people.by_family_name("Lin") == [someone]
    (True, True)
    """

    def __init__(self) -> None:
        self.all: list[Person] = []
        self._by_name: dict[str, Person] = {}
        self._of_name: dict[str, list[Person]] = {}
        self._by_family: dict[str, list[Person]] = {}
        self._by_last: dict[str, list[Person]] = {}
        self._namesakes: dict[str, list[Person]] = {}
        self._labels: dict[str, tuple[Person | None, str | None]] = {}

    def add(self, person: Person) -> Person:
        """Add a person whose name is new."""
        self.all.append(person)
        self._labels.clear()
        name = fold(person.name)
        self._by_name[name] = person
        self._of_name.setdefault(name, []).append(person)
        for family in person.family_names:
            self._by_family.setdefault(family, []).append(person)
        for last in person.last_names:
            self._by_last.setdefault(last, []).append(person)
        return person

    def add_namesake(self, person: Person) -> Person:
        """Add somebody whose name another person has: from now on, the name alone finds nobody."""
        name = fold(person.name)
        if (known := self._namesakes.get(name)) is None:
            known = self._namesakes[name] = [*self._of_name.get(name, ())]
        known.append(person)
        self.add(person)
        del self._by_name[name]
        return person

    def namesakes(self, name: str) -> list[Person]:
        """Everybody of this full name, where it is the name of several."""
        return self._namesakes.get(fold(name), [])

    def find(self, name: str) -> Person | None:
        """The person with this full name, or None."""
        return self._by_name.get(fold(name))

    def by_family_name(self, family: str) -> list[Person]:
        """Everybody with this family name, or whose name ends so, where it is the family name of nobody.

        >>> people = People()
        >>> people.add(Person(name="Losang Gyatso")) in people.by_family_name("Gyatso")
        True
        """
        return self._by_family.get(fold(family)) or self._by_last.get(fold(family), [])

    def families(self) -> list[tuple[str, list[Person]]]:
        """Family names as printed, with those who have them; outlets have none."""
        found: dict[str, list[Person]] = {}
        for person in self.all:
            words = person.name.split()
            if not person.outlet and len(words) > 1 and fold(words[0]) in person.family_names:
                found.setdefault(words[0], []).append(person)
        return list(found.items())

    def of_label(self, label: str) -> tuple[Person | None, str | None]:
        """The person that a label names, and the honorific that it puts before the name.

        A label may add a post (`Lin Dahai, director`), a rank or an office (`Minister Lin`).
        """
        found = self._labels.get(label)
        if found is None:
            found = self._labels[label] = self._look_up(label)
        return found

    def _look_up(self, label: str) -> tuple[Person | None, str | None]:
        read = _readings(label)
        if found := self._by_name.get(read.words):
            return found, None
        if read.honorific:
            return self._of_titled(read.honorific, read.name), read.honorific
        if found := next(filter(None, map(self._by_name.get, read.endings)), None):
            return found, None
        same = self.by_family_name(read.family) if read.family else []
        if read.family == read.words:  # no post: only somebody of the roster is called by the family name alone
            same = [*islice((person for person in same if person.copies), 2)]
        return (same[0] if len(same) == 1 else None), None

    def _of_titled(self, honorific: str, name: str) -> Person | None:
        """The one person of a name or a family name whom an honorific fits."""
        found = self._by_name.get(name)
        same = [found] if found else self.namesakes(name) or self.by_family_name(name)
        fitting = (person for person in same if not contradicts(honorific, person.honorific))
        fits = [*islice(fitting, 2)]  # two are as open as two thousand, and every new label asks
        return fits[0] if len(fits) == 1 else None


class _Readings(NamedTuple):
    """What in a label may name a person. All but the honorific are folded."""

    words: str
    """All of it, but for a post behind a comma and a role before a colon."""
    honorific: str | None
    name: str
    """What follows the honorific."""
    endings: tuple[str, ...]
    """`Foreign Minister Yang`, `Vice-Chairman of the Commission Lin Dahai`: the name stands last."""
    family: str | None
    """The last word, where a post stands before it, or nothing at all."""


_NO_POST = frozenset("reporter journalist correspondent assistant daughter son wife husband father mother".split())


def _is_post(parts: Sequence[str]) -> bool:
    """Whether the words before a name are a post of that person, and not of somebody beside him."""
    words = [part.lower() for part in parts]
    return names_post(" ".join(parts)) and words[-1] not in ("of", "to", "for", "from") and _NO_POST.isdisjoint(words)


def _is_han_label(label: str) -> bool:
    """Whether a label is Chinese: it may begin with the title of a paper."""
    return is_han(label) or (has_han(label) and bool(split_label(core(label))[0]))


@lru_cache(maxsize=4096)
def _readings(label: str) -> _Readings:
    if _is_han_label(label):
        words = plain_name(core(label))
        _, name = split_label(words)
        return _Readings(fold(words), None, fold(name), (fold(name),), None)
    post, last = split_titled(core(label))
    # `State Councilor, Minister Lin Dahai`: the first comma stands between two posts.
    words = core(label) if post else core(label).split(",")[0].strip().split(":")[-1].strip()
    honorific, name = split_honorific(words)
    parts = words.split()
    cuts = [count for count in (3, 2) if len(parts) > count and _is_post(parts[:-count])]
    endings = (*((fold(last),) if post else ()), *(fold(" ".join(parts[-count:])) for count in cuts))
    is_family = len(parts) == 1 or (len(parts) > 1 and not honorific and _is_post(parts[:-1]))
    return _Readings(fold(words), honorific, fold(name), endings, fold(parts[-1]) if is_family else None)


def merge_roster(people: People, mentions: Iterable[RawPerson], log: Log, *, basis: str = "printed") -> None:
    """Merge the copies of the roster by name.

    The first honorific counts, and the description that names and abbreviates most bodies, or else the first.
    """
    for mention in mentions:
        person = people.find(mention.name) or _of_several(people, mention)
        if person is None:
            person = people.add(Person(name=mention.name))
        elif _is_another(person, mention):
            person = people.add_namesake(Person(name=mention.name))
        person.evidence.append(("", mention.span, basis))
        person.copies.append(mention)
        person.headings.append(mention.heading)
        if mention.honorific and person.honorific is None:
            person.honorific = mention.honorific
            person.evidence.append(("honorific", _place_of_honorific(mention), basis))
        elif mention.honorific and person.honorific and _plain(mention.honorific) != _plain(person.honorific):
            log.add("P503", *mention.span, name=person.name, first=person.honorific, second=mention.honorific)
        _describe(person, mention, log)


def _place_of_honorific(mention: RawPerson) -> Span:
    """Before the name, or behind a Chinese one."""
    if is_han(mention.name):
        return Span(mention.name_span.end, mention.span.end)
    return Span(mention.span.start, mention.name_span.start)


def _of_several(people: People, mention: RawPerson) -> Person | None:
    """Who of several people of one name is mentioned."""
    same = people.namesakes(mention.name)
    return next((p for p in same if mention.honorific and not contradicts(mention.honorific, p.honorific)), None)


def _is_another(person: Person, mention: RawPerson) -> bool:
    """Whether a mention is a namesake: another courtesy title and another post. One of them alone may be a slip."""
    return (
        contradicts(mention.honorific, person.honorific)
        and bool(mention.description and person.description)
        and mention.description != person.description
    )


_SEXES = {
    **dict.fromkeys(("mr", "sir"), "he"),
    **dict.fromkeys(("ms", "mrs", "miss", "madam", "madame", "mme"), "she"),
}


def contradicts(honorific: str | None, other: str | None) -> bool:
    """Whether two courtesy titles cannot be of one person.

    >>> contradicts("Ms.", "Mr."), contradicts("Mrs.", "Ms."), contradicts("Minister", "Mr.")
    (True, False, False)
    """
    if not honorific or not other:
        return False
    one, two = _SEXES.get(honorific.rstrip(".").lower()), _SEXES.get(other.rstrip(".").lower())
    return one != two and one is not None and two is not None


def _describe(person: Person, mention: RawPerson, log: Log) -> None:
    new, old = mention.description, person.description
    if new is None or new == old:
        return
    if old is not None and " ".join(new.lower().split()) != " ".join(old.lower().split()):
        log.add("R302", *mention.span, name=person.name, first=_short(old), second=_short(new))
    if old is None or is_richer(new, old):
        person.description = " ".join(new.split())


def _plain(honorific: str) -> str:
    return honorific.replace(".", "").lower()


def _short(words: str, most: int = 80) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
