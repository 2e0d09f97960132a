"""Which page of a transcript to get next.

In: addresses, and the links of the pages that were got. Out: the next page's number and address. Promises: lower
numbers first, each once; between two numbers that a pager shows lie pages, too. Touches neither network nor disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import httpx

from scio_transcripts.sources.web.numbering import PageLink, Pager, address_of, own_number, read_pager


class Search:
    """What is known of a transcript's pages so far."""

    def __init__(self, address: httpx.URL, known: Mapping[int, str]) -> None:
        self.base = address
        """Where the first answer came from: the other addresses are like this one."""
        self.tried: set[int] = set()
        self._known = dict(known)
        self._doubtful: dict[int, str] = {}
        self._from_zero: bool | None = None

    def learn(self, page: httpx.URL, links: Sequence[PageLink]) -> Pager:
        """Take in a page's links."""
        pager = read_pager(page, links, self._from_zero)
        self._from_zero = pager.from_zero
        _add(self._known, pager.pages.items())
        _add(self._doubtful, pager.doubtful.items())
        return pager

    def number_of(self, page: httpx.URL) -> int:
        """The number in a page's own address."""
        return own_number(page, self._from_zero)

    def dealt_with(self, number: int) -> None:
        """A page was got, or cannot be."""
        self.tried.add(number)

    def accept(self, number: int, url: httpx.URL) -> None:
        """A doubtful page has turned out to be one of this transcript."""
        self._known[number] = str(url)

    def forget_doubtful(self) -> None:
        """What looked like further pages is something else."""
        self._doubtful.clear()

    def is_doubtful(self, number: int) -> bool:
        """Whether only the title can say that this is a page of the transcript."""
        return number not in self._known and number in self._doubtful

    def promise(self, total: int) -> bool:
        """The text speaks of so many pages. Returns whether addresses can be made for some that were not tried."""
        unknown = {
            number: address
            for number in range(1, total + 1)
            if number not in self.tried and (address := address_of(self.base, number, self._from_zero)) is not None
        }
        _add(self._known, unknown.items())
        return bool(unknown)

    def next(self) -> tuple[int, httpx.URL] | None:
        """The lowest page that was not tried. A pager that shows `1 2 ... 13` promises those between, too."""
        last = max([*self._known, *self.tried], default=0)
        for number in range(1, last + 1):
            if number not in self.tried:
                address = self._known.get(number) or address_of(self.base, number, self._from_zero)
                if address is not None:
                    return number, httpx.URL(address)
        waiting = sorted(number for number in self._doubtful if number not in self.tried)
        return (waiting[0], httpx.URL(self._doubtful[waiting[0]])) if waiting else None

    @property
    def expected(self) -> int:
        """How many pages there seem to be so far."""
        return len(self.tried | self._known.keys())


def _add(pages: dict[int, str], found: Iterable[tuple[int, str]]) -> None:
    for number, address in found:
        pages.setdefault(number, address)
