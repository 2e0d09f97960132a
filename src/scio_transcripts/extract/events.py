"""Which pages belong to one event.

In: pages with their versions. Out: `Event`s with their pages numbered. The rule:

1. Pages of one **series** have the same address but for the page number, and the same title; a page without a title
   joins where there is one title only. Where they name different days for the event and were not published on one day,
   each day is a series of its own. A page that is no transcript is part of a series by this rule, but never alone.
2. Series of one **event** have the same title and the same day: that of the event, or that of publication where a page
   does not say when the event was. The series with the most pages is the one that the transcript is read from; the
   others are copies of it at other addresses. Series of single pages that lie in one folder and whose pagers show
   different numbers of the same total complete each other.

Promises: the same pages give the same events, in whatever order they came; no host is known by name. Knows nothing of
bytes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scio_transcripts.extract.pages import Page
from scio_transcripts.lazy import re

_PAGE_IN_TITLE = re.compile(
    r"\s*(?:[(\uff08\[]\s*\d{1,2}\s*(?:/\s*\d{1,2}\s*)?[)\uff09\]]|[-\u2013|]\s*page\s*\d{1,2}|\u7b2c\s*\d{1,2}\s*\u9875)\s*$",
    re.I,
)


@dataclass(slots=True)
class Series:
    """Pages that follow one another, by number."""

    stem: str
    title: str | None
    """As compared, not as printed."""
    pages: dict[int, Page]

    @property
    def transcripts(self) -> list[Page]:
        """The pages that are transcripts, in order."""
        return [self.pages[number] for number in sorted(self.pages) if self.pages[number].is_transcript]

    @property
    def event_date(self) -> str | None:
        """The first date that a page names for the event."""
        return next((date for page in self.transcripts if (date := page.best.facts.event_date)), None)

    @property
    def publication_date(self) -> str | None:
        """The first date of publication on a page."""
        return next((date for page in self.transcripts if (date := page.best.facts.publication_date)), None)


@dataclass(slots=True)
class Event:
    """One press conference: its series, the one to read first."""

    series: list[Series]

    @property
    def date(self) -> str | None:
        """The day of the event, or else of publication."""
        return next((d for s in self.series if (d := s.event_date)), None) or self.series[0].publication_date

    @property
    def title(self) -> str | None:
        """The title as printed on its first page that has one."""
        return next((t for page in self.series[0].transcripts if (t := page.best.facts.title)), None)


def events_of(pages: Iterable[Page]) -> list[Event]:
    """The events, in the order of their dates and addresses."""
    by_stem: defaultdict[str, list[Page]] = defaultdict(list)
    for page in pages:
        by_stem[page.address.stem].append(page)
    series = [one for stem in sorted(by_stem) for one in _series_of(stem, sorted(by_stem[stem], key=lambda p: p.key))]
    events = [Event(_in_order(group)) for group in _same_title_and_day(series)]
    return sorted(events, key=lambda event: (event.date or "", event.series[0].stem, event.series[0].title or ""))


def title_key(title: str | None) -> str | None:
    """A title as it is compared.

    >>> title_key("SCIO  briefing on reeds (2)") == title_key("SCIO Briefing on Reeds")
    True
    """
    folded = " ".join(_PAGE_IN_TITLE.sub("", (title or "")[:1000]).casefold().split())
    return folded or None


def _series_of(stem: str, pages: Sequence[Page]) -> list[Series]:
    """The first rule."""
    transcripts = [page for page in pages if page.is_transcript]
    titles = {title_key(page.best.facts.title) for page in transcripts}
    only_title = next(iter(titles - {None}), None) if len(titles - {None}) <= 1 else None
    groups: defaultdict[tuple[str | None, str], list[Page]] = defaultdict(list)
    several = len(titles - {None}) > 1
    for page in transcripts:
        key = title_key(page.best.facts.title) or only_title
        groups[key, page.key if key is None and several else ""].append(page)
    found: list[Series] = []
    for (title, _), group in groups.items():
        parts = _by_day(group)
        if len(parts) == 1 and title is not None:
            parts[0] += [p for p in pages if not p.is_transcript and title_key(p.best.facts.title) == title]
        for part in parts:
            found += _numbered(stem, title, part)
    return found


def _by_day(pages: Sequence[Page]) -> list[list[Page]]:
    days = {page.best.facts.event_date for page in pages} - {None}
    published = {page.best.facts.publication_date for page in pages} - {None}
    if len(days) <= 1 or len(published) == 1:
        return [list(pages)]
    parts: defaultdict[str, list[Page]] = defaultdict(list)
    for page in pages:
        parts[page.best.facts.event_date or page.key].append(page)  # without a day it could be of any: it stays alone
    return list(parts.values())


def _numbered(stem: str, title: str | None, pages: Sequence[Page]) -> list[Series]:
    """Number the pages. Two that claim one number are no series together: the later address is a copy."""
    numbers = {page.address.number: page for page in pages}
    first = numbers.get(None) or numbers.get(0)
    # Where page 1 is not the first page, numbers begin at 0: `a.htm`, `a_1.htm`, `a_2.htm`.
    from_zero = first is not None and 1 in numbers and first.best.sha256 != numbers[1].best.sha256
    series: list[Series] = []
    for page in pages:
        number = page.address.number
        if number is None:
            number = (page.best.facts.number or 1) - from_zero
        number = max(number + from_zero, 1)
        home = next((one for one in series if number not in one.pages), None)
        if home is None:
            home = Series(stem, title, {})
            series.append(home)
        home.pages[number] = page
    return [one for one in series if one.transcripts]


def _same_title_and_day(series: Iterable[Series]) -> list[list[Series]]:
    """The second rule. Those that know the day of their event come first, so that the others can find them."""
    groups: list[list[Series]] = []
    held: dict[tuple[str, str, str], list[Series]] = {}
    published: dict[tuple[str, str], list[Series]] = {}
    for one in sorted(series, key=lambda s: (s.event_date is None, s.stem, s.title or "", min(s.pages))):
        group = None
        if one.title is not None and one.event_date is not None:
            group = held.setdefault((one.title, "held", one.event_date), [])
        elif one.title is not None and one.publication_date is not None:
            group = published.get((one.title, one.publication_date))
        if group is None:
            group = []
        if not group:
            groups.append(group)
        group.append(one)
        if one.title is not None and one.publication_date is not None:
            published.setdefault((one.title, one.publication_date), group)
    return groups


def _in_order(group: Sequence[Series]) -> list[Series]:
    """The series with the most pages first; what continues it is part of it."""
    first, *others = sorted(group, key=lambda s: (-len(s.transcripts), s.stem, s.title or "", min(s.pages)))
    copies: list[Series] = []
    for other in others:
        if _continues(first, other):
            first.pages |= other.pages
        else:
            copies.append(other)
    return [first, *copies]


def _continues(first: Series, other: Series) -> bool:
    """Whether pagers show that pages at unlike addresses of one folder are of one thing."""
    if first.stem.rpartition("/")[0] != other.stem.rpartition("/")[0] or first.pages.keys() & other.pages.keys():
        return False
    facts = [page.best.facts for page in (*first.pages.values(), *other.pages.values())]
    return len({fact.total for fact in facts}) == 1 and all(fact.total and fact.number for fact in facts)
