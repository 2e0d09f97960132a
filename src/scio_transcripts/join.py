"""Several pages as one event: which belong together, in what order, and what they disagree about.

In: what was read of each page alone. Out: the pages of one event in order, and what became of the others. Promises:
the result does not depend on the order in which named pages are given; nothing is left out without being told. Knows
nothing of speech.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from scio_transcripts.assemble import Facts, title_of
from scio_transcripts.diagnostics import Log
from scio_transcripts.sources.markup import Link
from scio_transcripts.sources.naming import Named, named, natural
from scio_transcripts.sources.text import Source

Use = Literal["read", "duplicate", "foreign"]


_LONG = 40
"""Characters of a paragraph that two pages do not share by chance."""
_MOST = 0.7
"""Share of such paragraphs that two versions of a page have in common, and at least two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRead:
    """One page, read on its own."""

    source: Source
    facts: Facts
    begins: bool
    """Whether it opens as an event does."""

    @property
    def name(self) -> str:
        """How messages name it."""
        return str(self.source.facts["uri"] or "a page without a name")

    @property
    def title(self) -> str | None:
        """Its title, as titles are compared."""
        title = title_of(self.facts)
        return " ".join(title.lower().split()) if title else None

    @property
    def ends(self) -> bool:
        """Whether it closes as an event does."""
        return bool(self.facts.credits["translators"])

    @property
    def printed_number(self) -> int | None:
        """The number that the page shows for itself."""
        return self.facts.pages.number if self.facts.pages.shown else None


@dataclass(slots=True, kw_only=True)
class Placed:
    """A page in its place, and its use."""

    page: PageRead
    number: int | None
    use: Use = "read"


def cut(source: Source, start: int) -> tuple[Source, Source]:
    """A source as two: the text before a place, and the text from it on, each with its markup."""
    before, after = source.markup, source.markup
    if source.markup is not None:
        blocks, links, original = source.markup.blocks, source.markup.links, source.markup.original
        is_above = original is not None and original.start < start
        before = replace(
            source.markup,
            blocks=tuple(b for b in blocks if b.start < start),
            links=tuple(k for k in links if k.start < start),
            original=original if is_above else None,
        )
        after = replace(
            source.markup,
            blocks=tuple(b._replace(start=b.start - start, end=b.end - start) for b in blocks if b.start >= start),
            links=tuple(_moved(k, -start) for k in links if k.start >= start),
            original=_moved(original, -start) if original is not None and not is_above else None,
        )
    return replace(source, text=source.text[:start], data=None, markup=before), replace(
        source, text=source.text[start:], data=None, markup=after
    )


def _moved(link: Link, by: int) -> Link:
    return link._replace(start=link.start + by, end=link.end + by)


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


def arrange(pages: Sequence[PageRead], log: Log) -> list[Placed]:
    """All pages of one event in order, those that are left out last. What is odd is told in the log."""
    placed = _numbered(pages)
    _leave_out_foreign(placed, log)
    placed.sort(key=_place)
    _leave_out_doubles(placed, log)
    kept = [p for p in placed if p.use == "read"]
    if len(kept) > 1:
        for p in kept:
            if p.number is None and not p.page.begins and not p.page.ends:
                log.add("G608", 0, 0, name=p.page.name)
    return kept + [p for p in placed if p.use != "read"]


def _numbered(pages: Sequence[PageRead]) -> list[Placed]:
    """Each page with its number: what its pager shows, what its name says, or what its content makes likely.

    Where the pagers would make two pages one, as the same arrows on all pages do, the names decide.
    """
    by_name = _numbers_by_name(pages)
    by_pager = [
        page.printed_number if page.printed_number is not None else number
        for page, number in zip(pages, by_name, strict=True)
    ]
    numbers = by_name if _collide(pages, by_pager) and not _collide(pages, by_name) else by_pager
    return [
        Placed(page=page, number=number if number is not None else page.facts.pages.number)
        for page, number in zip(pages, numbers, strict=True)
    ]


def _collide(pages: Sequence[PageRead], numbers: Sequence[int | None]) -> bool:
    """Whether pages that differ have one number."""
    texts: dict[int, str] = {}
    return any(
        number is not None and texts.setdefault(number, page.facts.text) != page.facts.text
        for page, number in zip(pages, numbers, strict=True)
    )


def _numbers_by_name(pages: Sequence[PageRead]) -> list[int | None]:
    """What the names say, for pages whose names differ only in a number. Some sites count from nothing or from zero."""
    families: dict[str, list[tuple[int, Named]]] = {}
    for index, page in enumerate(pages):
        if page.source.facts["uri"]:
            name = named(page.name)
            families.setdefault(_last(name), []).append((index, name))
    found: list[int | None] = [None] * len(pages)
    for family in families.values():
        if len(family) < 2:
            continue
        # `content_7.htm` is the first page of `content_7_2.htm`, and the one before `content_7_1.htm`.
        bare = 0 if any(name.number == 1 for _, name in family) else 1
        numbers = {index: bare if name.number is None else name.number for index, name in family}
        printed = {index: number for index in numbers if (number := pages[index].printed_number) is not None}
        shifts = {number - numbers[index] for index, number in printed.items()}
        shift = shifts.pop() if len(shifts) == 1 else int(0 in numbers.values())
        for index, number in numbers.items():
            found[index] = number + shift
    return found


def _last(name: Named) -> str:
    """A stem without its folder: copies of one page lie in several."""
    return name.stem.rpartition("/")[2]


def _place(placed: Placed) -> tuple[float, tuple[tuple[int, int, str], ...]]:
    """Where a page stands: by number; without one, an opening first, an ending last, the others before the last."""
    page = placed.page
    if placed.number is not None:
        rank = float(placed.number)
    elif page.begins:
        rank = 0.0
    else:
        rank = float("inf") if page.ends else 1e9
    return rank, natural(page.name)


def _leave_out_foreign(placed: Sequence[Placed], log: Log) -> None:
    """Leave out what is of another event: a title, or a date, that most of the pages do not have."""
    titles = Counter(p.page.title for p in placed if p.page.title)
    dates = Counter(p.page.facts.event.date for p in placed if p.page.facts.event.date)
    title = min(titles, key=lambda t: (-titles[t], t), default=None)
    date = min(dates, key=lambda d: (-dates[d], d), default=None)
    labels = Counter(label for p in placed for label in _labels(p))
    for p in placed:
        own, day = p.page.title, p.page.facts.event.date
        if own and title and own != title and not _shares_people(p, placed, title):
            p.use = "foreign"
            log.add("G606", 0, 0, name=p.page.name, reason=f"its title is {title_of(p.page.facts)!r}")
        elif not own and day and date and day != date:
            p.use = "foreign"
            log.add("G606", 0, 0, name=p.page.name, reason=f"its event was held on {day}, not on {date}")
        elif not own and not day and p.number is None and _speaks_of_others(p, labels):
            p.use = "foreign"
            log.add("G606", 0, 0, name=p.page.name, reason="it has no title, and nobody of the others speaks on it")


def _speaks_of_others(p: Placed, counts: Mapping[str, int]) -> bool:
    """Whether a page has labels, and none of them stands on another page. `counts`: pages by label."""
    own = _labels(p)
    return bool(own) and all(counts[label] == 1 for label in own)


def _labels(p: Placed) -> set[str]:
    people = {person.name for person in p.page.facts.people}
    return people | {turn.label for turn in p.page.facts.turns if turn.label is not None}


def _shares_people(p: Placed, placed: Sequence[Placed], title: str) -> bool:
    """Whether a page with a title of its own has the date and the people of the others: one event, titled twice."""
    day, people = p.page.facts.event.date, _people(p)
    return day is not None and any(
        other.page.title == title and other.page.facts.event.date == day and people & _people(other) for other in placed
    )


def _people(p: Placed) -> set[str]:
    return {person.name for person in p.page.facts.people if person.role in ("chair", "official")}


def _leave_out_doubles(placed: Sequence[Placed], log: Log) -> None:
    """Leave out what is given twice: the same text, or another version of the same number."""
    texts: dict[str, Placed] = {}
    numbers: dict[int, Placed] = {}
    lines: dict[str, Placed] = {}
    for p in sorted((p for p in placed if p.use == "read"), key=lambda p: (-len(p.page.facts.text), _place(p))):
        text = p.page.facts.text
        if (same := texts.get(text)) is not None:
            p.use = "duplicate"
            log.add("G604", 0, 0, name=p.page.name, other=same.page.name)
        elif p.number is not None and (other := numbers.get(p.number)) is not None:
            p.use = "duplicate"
            log.add("G605", 0, 0, name=p.page.name, other=other.page.name)
        elif (alike := _version(p, lines)) is not None:
            p.use = "duplicate"
            log.add("G605", 0, 0, name=p.page.name, other=alike.page.name)
        else:
            texts[text] = p
            if p.number is not None:
                numbers[p.number] = p
            else:
                lines.update(dict.fromkeys(_long_lines(p), p))


def _version(p: Placed, known: Mapping[str, Placed]) -> Placed | None:
    """Another page without a number that says nearly the same: most of the long lines are its lines, too.

    `known`: each long line of such pages, with its page.
    """
    own = _long_lines(p)
    shared = Counter(id(known[line]) for line in own if line in known)
    if p.number is not None or not shared or max(shared.values()) <= max(1, _MOST * len(own)):
        return None
    return next(known[line] for line in sorted(own) if line in known and shared[id(known[line])] > _MOST * len(own))


def _long_lines(p: Placed) -> set[str]:
    """What is said on a page, without the head, which all pages of an event share."""
    said = (paragraph["text"] for turn in p.page.facts.turns for paragraph in turn.paragraphs)
    return {words for words in said if len(words) >= _LONG}


def compare(kept: Sequence[Placed], starts: Sequence[int], log: Log) -> None:
    """Tell what the pages disagree about, at the page that disagrees."""
    for field, read in (
        ("event's date", lambda f: f.event.date),
        ("date of publication", lambda f: f.publication.date),
        ("title", title_of),
        ("city", lambda f: f.event.city),
        ("number of pages", lambda f: f.pages.total),
    ):
        first = None
        for p, start in zip(kept, starts, strict=True):
            value = read(p.page.facts)
            if value is None:
                continue
            if first is None:
                first = value
            elif value != first:
                log.add("G607", start, start, field=field, first=first, name=p.page.name, second=value)
                break
