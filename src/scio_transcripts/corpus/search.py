"""Full-text search of a corpus.

In: a corpus, a query, filters. Out: the turns that hold all words and phrases, best first, with citations and where the
words stand. Promises: the same turns as reading every text would give; a query is words, whatever is in it; work ends
once as many hits are found as were asked for. The rule of the order: docs/search.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from scio_transcripts.corpus.asked import Query, Term, query_of
from scio_transcripts.corpus.chosen import filters_of
from scio_transcripts.corpus.database import told
from scio_transcripts.corpus.hits import Hit, events_at, hit_of, paragraphs_with, rows_at
from scio_transcripts.corpus.lookup import Lookup, Order, Place

if TYPE_CHECKING:
    from scio_transcripts.corpus.store import Corpus
    from scio_transcripts.views.quotations import Style

_AT_ONCE = (24, 128, 512, 2048)
"""Turns whose texts are read at once: few at first, more where many must be read to find enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What a search found."""

    query: Query
    hits: tuple[Hit, ...]
    with_all_words: int | None
    """Turns that hold all words, wherever in the turn; null where phrases were found, which need not be counted."""
    total: int | None
    """Turns that hold all phrases; null where more may do, because no more were asked for."""

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)


def search(
    corpus: Corpus,
    query: str | Sequence[str],
    *,
    role: str | Sequence[str] | None = None,
    outlet: str | Sequence[str] | None = None,
    country: str | None = None,
    ownership: str | None = None,
    speaker: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
    order: Order = "relevance",
    limit: int | None = 20,
    style: Style = "full",
) -> Results:
    """Find turns. `docs/search.md` says what each filter means; `limit=None` gives all."""
    asked = query_of(query)
    filters = filters_of(
        role=role, outlet=outlet, country=country, ownership=ownership, speaker=speaker, since=since, until=until
    )

    def looked_up(terms: Sequence[Term]) -> closing[Lookup]:
        return closing(Lookup(corpus, terms, filters))

    with told(corpus.path), looked_up(asked.terms) as lookup:
        hits: list[Hit] = []
        read = 0
        for hit in _hits(corpus, asked, lookup.places(order), style):
            read += 1
            if hit is not None:
                hits.append(hit)
            if limit is not None and len(hits) >= limit:
                break
        total = lookup.count if asked.sure else len(hits) if read == lookup.count else None
        with_all_words = lookup.count if asked.words == asked.terms else None
        if with_all_words is None and not hits:
            with looked_up(asked.words) as apart:
                with_all_words = apart.count
        return Results(query=asked, hits=tuple(hits), with_all_words=with_all_words, total=total)


def _hits(corpus: Corpus, asked: Query, found: Iterator[Place], style: Style) -> Iterator[Hit | None]:
    """Each turn as a hit; None where its text does not hold the phrases."""
    with closing(corpus.cursor()) as database:
        for some in together(found):
            held = []
            for place, row in rows_at(database, corpus.layout, some):
                held.append((place, row, paragraphs_with(row, asked.phrases)))
            wanted = [place for place, _, paragraphs in held if paragraphs]
            events = events_at(database, corpus.layout, wanted) if wanted else {}
            for place, row, paragraphs in held:
                event = events.get(place.transcript)
                yield hit_of(place, row, event, paragraphs, style) if paragraphs and event else None


def together(found: Iterator[Place]) -> Iterator[list[Place]]:
    """Places in lists: few at first, then more."""
    step = 0
    some: list[Place] = []
    for place in found:
        some.append(place)
        if len(some) == _AT_ONCE[step]:
            yield some
            some, step = [], min(step + 1, len(_AT_ONCE) - 1)
    if some:
        yield some
