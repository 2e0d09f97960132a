"""Which pages are of one event.

In: what each page says, as `Seen`. Out: groups. Promises: the same groups, whatever the order of the pages; pages are
compared with those alone that share something with them, so time grows with the pages, not with their pairs. Knows no
claim: these are a table in `claims.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from scio_transcripts.join.claims import AGAINST, BY_NAME, ENOUGH, FOR, weigh
from scio_transcripts.join.seen import Seen
from scio_transcripts.sources.naming import natural

_EACH = 8
"""So many pages that share something are compared each with each; of more, each with so many behind it by name."""
_SHARED = ("titles", "days", "published", "officials", "totals", "texts")
_FEW_WORDS = 4
"""Paragraphs by which copies of a page find one another."""
_SURE = 7
"""With so much for it, no other group is looked for that would fit, too."""
_EVERYTHING = (*FOR, *BY_NAME, *AGAINST)


def group(pages: Sequence[Seen]) -> list[list[int]]:
    """Which pages are of one event, as indices, in the order of their first page.

    The pairs for which most speaks are joined first; then all that is known of a group speaks for and against others.
    """
    by_name = sorted(range(len(pages)), key=lambda i: (natural(_name(pages[i])), _name(pages[i])))
    found = [_Group(seen) for seen in _without_names_of_strangers([pages[i] for i in by_name])]
    pairs = [(found[a], found[b]) for a, b in _pairs([one.seen for one in found])]
    for one, other in pairs:
        one.near.add(other)
        other.near.add(one)
    pairs.sort(key=lambda pair: -weigh(_EVERYTHING, pair[0].seen, pair[1].seen))
    waiting = pairs
    while waiting:
        before = len(waiting)
        waiting = [pair for pair in waiting if not _joined(*pair)]
        if len(waiting) == before:
            break
    groups: dict[int, list[int]] = {}
    for one, index in zip(found, by_name, strict=True):
        groups.setdefault(id(one.whole), []).append(index)
    return sorted((sorted(members) for members in groups.values()), key=lambda members: members[0])


class _Group:
    """The pages of one event so far; once they are joined to others, the first of these knows of them all."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.near: set[_Group] = set()
        """Those that share something with it."""
        self._joined_to: _Group | None = None

    @property
    def whole(self) -> _Group:
        """The group that this one is part of by now."""
        one = self
        while (above := one._joined_to) is not None:
            if above._joined_to is not None:
                one._joined_to = above._joined_to  # shorter for whoever asks next
            one = above
        return one

    def take(self, other: _Group) -> None:
        """Join another group to this one."""
        self.seen |= other.seen
        other._joined_to = self
        self.near = {near.whole for near in chain(self.near, other.near)} - {self}


def _joined(a: _Group, b: _Group) -> bool:
    """Whether two pages are of one group, which they may become here."""
    one, other = a.whole, b.whole
    if one is other:
        return True
    weight = weigh(_EVERYTHING, one.seen, other.seen)
    if weight < ENOUGH or _has_rival(one, other, weight) or _has_rival(other, one, weight):
        return False
    one.take(other)
    return True


def _has_rival(one: _Group, other: _Group, weight: int) -> bool:
    """Whether as much speaks for a third group, which contradicts the second: then nothing shows which it is."""
    if weight >= _SURE:
        return False
    return any(
        weigh(_EVERYTHING, one.seen, third.seen) >= weight and weigh(AGAINST, other.seen, third.seen) <= -ENOUGH
        for third in {near.whole for near in one.near} - {one, other}
    )


def _without_names_of_strangers(pages: Sequence[Seen]) -> Iterator[Seen]:
    """A name that pages share which contradict one another shows nothing: it is how somebody counts files."""
    families: dict[str, Seen] = {}
    void: set[str] = set()
    for seen in pages:
        for stem in seen.stems:
            family = families.setdefault(stem, seen)
            if family is not seen:
                if weigh(AGAINST, family, seen) <= -ENOUGH:
                    void.add(stem)
                families[stem] = family | seen
    return (replace(seen, stems=seen.stems - void) for seen in pages)


def _pairs(pages: Sequence[Seen]) -> list[tuple[int, int]]:
    """Pages that share something, by their places. The pages come in the order of their names."""
    sharing: dict[tuple[str, object], list[int]] = {}
    for place, seen in enumerate(pages):
        for key in _keys(seen):
            sharing.setdefault(key, []).append(place)
    # The neighbours by name may share no word, and one goes on where the other ends.
    found = {(place, place + 1) for place in range(len(pages) - 1)}
    for places in sharing.values():
        for n, place in enumerate(places):
            found.update((place, other) for other in places[n + 1 : n + 1 + _EACH])
    return sorted(found)


def _keys(seen: Seen) -> Iterator[tuple[str, object]]:
    for field in _SHARED:
        yield from ((field, value) for value in getattr(seen, field))
    yield from (("stem", stem) for stem, _ in seen.numbers)
    yield from (("address", stem) for stem in chain(seen.files, seen.links))
    yield from (("words", number) for number in sorted(seen.words)[:_FEW_WORDS])


def _name(seen: Seen) -> str:
    return min(seen.names, default="")
