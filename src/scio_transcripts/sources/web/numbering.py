"""Which links of a page lead to the other pages of the same transcript.

In: a page's address and its links. Out: page numbers with their addresses. Promises: an address of another site, of
another article or of no number is never among them; links that only look right are given apart, as doubtful. Knows
nothing of what the pages say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

import httpx

from scio_transcripts.lazy import re

_PORTS = {"http": 80, "https": 443}
_PORTS_END = 65536
# content_782022.htm, content_782022_2.html; not content_782022_20210521.htm, whose last number is a date
_NAME = re.compile(r"(?P<stem>[^/]{1,200}?)(?:_(?P<slot>\d{1,3}))?(?P<ext>\.s?html?)", re.I)
_ARTICLE = re.compile(r"\d{4}")
"""An article's name holds its number, so that name and `_2` can only be its second page."""
_LIST = re.compile(r"(?:node|list|index|default|channel)", re.I)
"""The pages of a list are of different events, though their addresses look the same: node_8021_2.htm."""
_QUERY_SLOT = re.compile(r"(?P<before>(?:^|&)(?:page|pageno|pagenum|pn|pg|p)=)(?P<slot>\d{1,3})(?=&|$)", re.I)
_SLOT_IN_LINK = re.compile(r"_\d{1,3}\.s?html?(?=[?#]|$)", re.I)
_DIGITS = re.compile(r"(\d+)")
# "2", "[2]", "第2页"; not "2nd meeting"
_NUMBER_TEXT = re.compile(r"[\s\[(（【]{0,3}(?:第\s?)?(\d{1,3})(?:\s?页)?[\s\])）】]{0,3}")
# "Next", "Next >>", "下一页", "»"; not "Next story"
_NEXT_TEXT = re.compile(r"\s{0,3}(?:next(?: page)?|[下后]一?页)?[\s>»›→]{0,6}", re.I)
_LONGEST_LINK = 2000
_MOST_LINKS = 2000
"""Of those that look like a pager's. A page with more is no page of a transcript."""


class PageLink(Protocol):
    """A link as a page has it: `href` as written."""

    @property
    def text(self) -> str: ...
    @property
    def href(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Place:
    """A page's file name, taken apart: content_782022_2.htm is slot 2 of content_782022."""

    folder: str
    stem: str
    ext: str
    slot: int | None

    @property
    def sure(self) -> bool:
        """Whether the name alone says that another slot is another page of the same article."""
        return bool(_ARTICLE.search(self.stem)) and not _LIST.match(self.stem)

    @property
    def whole(self) -> str:
        """The path that all pages share."""
        return self.folder + self.stem

    def at(self, slot: int | None) -> str:
        """The path of another page."""
        return f"{self.whole}{'' if slot is None else f'_{slot}'}{self.ext}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """What a page's links say about the other pages."""

    pages: dict[int, str] = field(default_factory=dict)
    """Addresses by page number, where name and number leave no doubt."""
    doubtful: dict[int, str] = field(default_factory=dict)
    """Addresses that may as well be those of other events: to be followed only where the titles agree."""
    elsewhere: tuple[str, ...] = ()
    """Links that look like the pager's but lead to another site."""
    from_zero: bool | None = None
    """Whether the second page is called `_1`. None where the links do not show it."""


def place_of(url: httpx.URL) -> Place | None:
    """A page's file name, taken apart; None where it is no such name.

    >>> place = place_of(httpx.URL("https://press.example/2021-05/21/content_782022_2.htm"))
    >>> place.slot, place.sure, place.at(None)
    (2, True, '/2021-05/21/content_782022.htm')
    """
    folder, _, name = url.path.rpartition("/")
    found = _NAME.fullmatch(name)
    if not found:
        return None
    slot = found["slot"]
    return Place(f"{folder}/", found["stem"], found["ext"], None if slot is None else int(slot))


def site_of(url: httpx.URL) -> tuple[str, int]:
    """What must stay the same for two addresses to be of one site. http and https are the same site.

    >>> site_of(httpx.URL("http://www.press.example/a")) == site_of(httpx.URL("https://press.example/b"))
    True
    """
    port = url.port or _PORTS.get(url.scheme, 0)
    return url.host.removeprefix("www."), 0 if port == _PORTS.get(url.scheme) else port


def number_of(slot: int | None, from_zero: bool | None) -> int:
    """The page number that a slot stands for: no slot, `_0` and usually `_1` are the first page."""
    return max(1, (slot or 0) + bool(from_zero)) if slot else 1


def own_number(url: httpx.URL, from_zero: bool | None) -> int:
    """The page number in an address; 1 where it has none.

    >>> own_number(httpx.URL("https://press.example/content_782022_3.htm"), None)
    3
    """
    place = place_of(url)
    if place is not None and place.slot is not None:
        return number_of(place.slot, from_zero)
    found = _QUERY_SLOT.search(url.query.decode("ascii", "replace"))
    return number_of(int(found["slot"]), from_zero) if found else 1


def address_of(url: httpx.URL, number: int, from_zero: bool | None) -> str | None:
    """The address of another page, made from the pattern; None where the name has none that is sure.

    >>> address_of(httpx.URL("https://press.example/content_782022_3.htm"), 2, None)
    'https://press.example/content_782022_2.htm'
    """
    place = place_of(url)
    if place is None or not place.sure:
        return None
    return str(url.copy_with(path=place.at(None if number == 1 else number - bool(from_zero))))


def read_pager(page: httpx.URL, links: Iterable[PageLink], from_zero: bool | None = None) -> Pager:
    """The other pages that a page links to. `from_zero` is what an earlier page has shown.

    >>> from types import SimpleNamespace as Link
    >>> links = [Link(text="2", href="content_782022_2.htm"), Link(text="Next", href="/2021/content_782023.htm")]
    >>> read_pager(httpx.URL("https://press.example/2021/content_782022.htm"), links).pages
    {2: 'https://press.example/2021/content_782022_2.htm'}
    """
    place = place_of(page)
    sure = place is not None and place.sure
    found: list[_Candidate] = []
    elsewhere: list[str] = []
    for candidate in _candidates(page, links):
        if site_of(candidate.url) == site_of(page):
            slots = _slots(page, candidate.url)
            found += [candidate.at(*slots)] if slots is not None else []
        elif candidate.turns:
            elsewhere.append(str(candidate.url))
    from_zero = _counts_from_zero(found) if from_zero is None else from_zero
    numbered: dict[int, str] = {}
    for candidate in found:
        number, own = number_of(candidate.slot, from_zero), number_of(candidate.own, from_zero)
        if number != own and (sure or candidate.fits(number, own)):
            numbered.setdefault(number, str(candidate.url))
    return Pager(
        pages=numbered if sure else {},
        doubtful={} if sure else numbered,
        elsewhere=tuple(dict.fromkeys(elsewhere)),
        from_zero=from_zero,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A link that may be the pager's."""

    url: httpx.URL
    number: int | None
    """What its text says."""
    is_next: bool
    slot: int | None = None
    own: int | None = None
    """The slot of the page that it stands on."""

    @property
    def turns(self) -> bool:
        return self.is_next or self.number is not None

    def at(self, own: int | None, slot: int | None) -> _Candidate:
        return _Candidate(url=self.url, number=self.number, is_next=self.is_next, slot=slot, own=own)

    def fits(self, number: int, own: int) -> bool:
        """Whether its text says the page that its address says."""
        return self.number == number if self.number is not None else self.is_next and number == own + 1


def _candidates(page: httpx.URL, links: Iterable[PageLink]) -> Iterator[_Candidate]:
    """Links by text or by name. Cheap tests first: a page can hold a hundred thousand links."""
    seen = 0
    for link in links:
        text, href = link.text, link.href.strip()
        if len(href) > _LONGEST_LINK or not href:
            continue
        numbered = _NUMBER_TEXT.fullmatch(text) if len(text) < 20 else None
        is_next = bool(text.strip()) and len(text) < 20 and bool(_NEXT_TEXT.fullmatch(text))
        if not numbered and not is_next and not _SLOT_IN_LINK.search(href):
            continue
        seen += 1
        if seen > _MOST_LINKS:
            return
        url = _page_at(page, href)
        if url is not None:
            yield _Candidate(url=url, number=int(numbered[1]) if numbered else None, is_next=is_next)


def _page_at(page: httpx.URL, href: str) -> httpx.URL | None:
    """Where a link leads; None for what no page can be at. A page can hold anything as a link."""
    try:
        url = page.join(href).copy_with(fragment=None)
        is_page = url.scheme in _PORTS and url.host and not url.userinfo and 0 < (url.port or 1) < _PORTS_END
    except (httpx.InvalidURL, ValueError):  # the second also for hosts that are no names of the internet
        return None
    return url if is_page else None


def _slots(page: httpx.URL, other: httpx.URL) -> tuple[int | None, int | None] | None:
    """The numbers in which two addresses differ; None where they differ in something else."""
    here, there = place_of(page), place_of(other)
    if here and there and here.whole == there.whole and page.query == other.query:
        return here.slot, there.slot
    if page.path == other.path:
        return _query_slots(page.query.decode("ascii", "replace"), other.query.decode("ascii", "replace"))
    own, its = _DIGITS.split(_tail(page)), _DIGITS.split(_tail(other))
    if len(own) != len(its):
        return None
    [*differences] = [(a, b) for a, b in zip(own, its, strict=True) if a != b]
    if len(differences) != 1 or not all(part.isdecimal() and len(part) <= 3 for part in differences[0]):
        return None
    return int(differences[0][0]), int(differences[0][1])


def _query_slots(own: str, its: str) -> tuple[int | None, int | None] | None:
    here, there = _QUERY_SLOT.search(own), _QUERY_SLOT.search(its)
    if _QUERY_SLOT.sub("", own).strip("&") != _QUERY_SLOT.sub("", its).strip("&"):
        return None
    return int(here["slot"]) if here else None, int(there["slot"]) if there else None


def _tail(url: httpx.URL) -> str:
    return url.raw_path.decode("ascii", "replace")


def _counts_from_zero(found: Iterable[_Candidate]) -> bool | None:
    """Whether the second page is `_1`: a link that says 2 leads there, or `Next` on the first page does."""
    verdict = None
    for candidate in found:
        slot = candidate.slot
        if not slot:
            continue
        if candidate.number == slot:
            return False
        if candidate.number == slot + 1 or (candidate.is_next and slot == 1 and not candidate.own):
            verdict = True
    return verdict
