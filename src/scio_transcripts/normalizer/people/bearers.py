"""Whom a name can mean that several people have.

In: the people of a page, an honorific and a name. Out: those whom it fits. Promises: each pair is looked up once,
however often a page prints it. Guesses nobody: who asks decides what more than one of them means.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.normalizer.people.person import People, Person, contradicts

_MOST_LISTED = 6


class Bearers:
    """Whom an honorific can mean before a name of several, remembered: many other words may stand behind the name."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._namesakes: dict[tuple[str, str], Sequence[Person]] = {}
        self._families: dict[tuple[str, str], Sequence[Person]] = {}

    def of_name(self, honorific: str, name: str) -> Sequence[Person]:
        """Those of one full name."""
        key = honorific, name
        if key not in self._namesakes:
            same = self._people.namesakes(name)
            self._namesakes[key] = [p for p in same if not contradicts(honorific, p.honorific)]
        return self._namesakes[key]

    def of_family(self, honorific: str, family: str) -> Sequence[Person]:
        """Those of one family name whom the page calls so; all, where it does not say how each is called."""
        key = honorific, family
        if key not in self._families:
            same = self._people.by_family_name(family)
            stopped, knows_all = with_stop(honorific), all(p.honorific for p in same)
            so = [p for p in same if with_stop(p.honorific or "") == stopped] if knows_all else []
            self._families[key] = so or same
        return self._families[key]


def listed(rivals: Sequence[Person]) -> str:
    """The first few of those whom words could mean, and how many more there are."""
    names = sorted(p.name for p in rivals[:_MOST_LISTED])
    more = len(rivals) - len(names)
    return " or ".join([*names, f"{more} more"] if more else names)


def with_stop(honorific: str) -> str:
    """An honorific with a stop, whether or not the page prints one."""
    return honorific.rstrip(".") + "."
