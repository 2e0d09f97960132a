"""Which pages are of one event.

In: what was read of each page alone. Out: groups. Promises: the same groups, whatever the order of named pages; linear
time. Knows nothing of speech.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.join.page import PageRead
from scio_transcripts.sources.naming import named


def group(pages: Sequence[PageRead]) -> list[list[int]]:
    """Which pages are of one event, as indices, in the order of their first page.

    Pages are of one event if their names differ only in a page number and nothing that they say differs, or if they
    have the same title and the same date of the event or of publication.
    """
    groups: list[_Group] = []
    found: dict[_Key, list[int]] = {}
    for index, page in enumerate(pages):
        seen = _Seen(page)
        near = sorted({number for key in seen.looked_for for number in found.get(key, ())})
        number = next((n for n in near if groups[n].takes(seen)), len(groups))
        if number == len(groups):
            groups.append(_Group())
        for key in groups[number].add(index, seen):
            found.setdefault(key, []).append(number)
    return [group.members for group in groups]


_Key = tuple[str, str | None, str | None]


class _Seen:
    """What grouping asks of a page, read once."""

    def __init__(self, page: PageRead) -> None:
        name = named(page.name)
        self.title = page.title
        self.day = page.facts.event.date
        self.stem = name.stem if page.source.facts["uri"] else None
        self.number = name.number
        days = (("event", self.day), ("publication", page.facts.publication.date))
        self.same = frozenset((what, self.title, day) for what, day in days if self.title and day)
        """Pages with one of these are of one event."""

    @property
    def looked_for(self) -> list[_Key]:
        """The keys of groups that may take the page."""
        keys: list[_Key] = [*self.same]
        if self.stem is not None:
            titles = ("title " + self.title, "untitled") if self.title else ("any",)
            keys += [("name", self.stem, title) for title in titles]
        return keys


class _Group:
    """The pages of one event so far. They have one title at most."""

    def __init__(self) -> None:
        self.members: list[int] = []
        self._title: str | None = None
        self._days: set[str] = set()
        self._days_untitled: set[str] = set()
        self._numbers: dict[str, set[int | None]] = {}
        self._stems: dict[_Key, set[str | None]] = {}
        """For each key, the stems of the names of the pages that have it."""

    def takes(self, seen: _Seen) -> bool:
        """Whether a page is of this event, and contradicts none of its pages."""
        if seen.title and self._title and seen.title != self._title:
            return False
        days = self._days_untitled if seen.title else self._days
        if seen.day is not None and days - {seen.day}:
            return False
        if seen.stem is None:
            return any(key in self._stems for key in seen.same)
        # Of two pages with one stem the number decides: one file given twice is two events, as it was asked for.
        return bool(self._numbers.get(seen.stem, set()) - {seen.number}) or any(
            self._stems.get(key, set()) - {seen.stem} for key in seen.same
        )

    def add(self, index: int, seen: _Seen) -> set[_Key]:
        """Take a page. Returns the keys under which the group is to be found from now on."""
        self.members.append(index)
        is_named = self._title is None and seen.title is not None
        self._title = self._title or seen.title
        if seen.day is not None:
            self._days.add(seen.day)
            if not seen.title:
                self._days_untitled.add(seen.day)
        if seen.stem is not None:
            self._numbers.setdefault(seen.stem, set()).add(seen.number)
        title = "title " + self._title if self._title else "untitled"
        stems = self._numbers if is_named else (seen.stem,) if seen.stem is not None else ()
        keys: set[_Key] = {*seen.same, *(("name", stem, which) for stem in stems for which in (title, "any"))}
        new = keys - self._stems.keys()
        for key in keys:
            self._stems.setdefault(key, set()).add(seen.stem)
        return new
