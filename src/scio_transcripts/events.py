"""Several pages: grouped into events, each event's pages put in order and read as one text.

In: sources in any order. Out: one `Transcript` for each event. Promises: each page is read once on its own, and what
several pages say is read together before anything is decided. Knows no stage of the pipeline but the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scio_transcripts.diagnostics import Log
from scio_transcripts.dialects import Dialect
from scio_transcripts.document import Facts
from scio_transcripts.join import PageRead, Placed, arrange, compare, group, seen_of, tell_doubts
from scio_transcripts.lexer import view_of
from scio_transcripts.model import Transcript
from scio_transcripts.normalizer.page.ends import closes, greets
from scio_transcripts.normalizer.page.pages import read_pagers
from scio_transcripts.pipeline import finished, read_alone, read_view
from scio_transcripts.sources.cut import cut
from scio_transcripts.sources.settle import settle
from scio_transcripts.sources.text import Source

_BETWEEN_PAGES = "\n\n"
_MOST_TRANSCRIPTS = 100
"""On one page: lists have ten or so, and each costs a reading of what is left."""


def parse_sources(
    sources: Sequence[Source], *, dialect: str | Dialect | None = None, strict: bool = False
) -> Transcript:
    """Read the pages of one event as one transcript, whatever order they come in. Same promises as `parse`.

    `transcript.text` is the pages' texts in order, a blank line between two; `pages.parts` tells what became of each.
    """
    if not sources:
        raise ValueError("there are no pages to read")
    return parse_pages(read_alone_each(sources, dialect=dialect), dialect=dialect, strict=strict, asked=True)


def parse_events(
    sources: Sequence[Source], *, dialect: str | Dialect | None = None, strict: bool = False
) -> Iterator[tuple[tuple[Source, ...], Transcript]]:
    """Read pages of any number of events: each event's pages, and its transcript, in the order of first pages.

    A page that holds several transcripts, as pages that list events do, counts as that many.
    """
    for pages in group_pages(sources, dialect=dialect):
        yield tuple(page.source for page in pages), parse_pages(pages, dialect=dialect, strict=strict)


def group_pages(
    sources: Sequence[Source], *, dialect: str | Dialect | None = None, whole: bool = False
) -> list[list[PageRead]]:
    """The pages of each event, read on their own. A page with several transcripts is cut into that many.

    With `whole`, it stays one, of which only the first transcript is read.
    """
    if whole:
        alone = read_alone_each(sources, dialect=dialect)
    else:
        alone = [page for source in sources for page in _each_of(source, dialect)]
    return [[alone[index] for index in members] for members in group([seen_of(page) for page in alone])]


def read_alone_each(sources: Sequence[Source], *, dialect: str | Dialect | None = None) -> list[PageRead]:
    """Each page, read on its own to see where it belongs. What a page lists beside its first transcript stays uncut."""
    return [_alone(source, dialect) for source in sources]


def parse_pages(
    pages: Sequence[PageRead], *, dialect: str | Dialect | None = None, strict: bool = False, asked: bool = False
) -> Transcript:
    """The transcript of one event from pages that were read on their own. One page needs no second reading.

    `asked`: whoever gave the pages said that they are of one event.
    """
    facts, log = facts_of(pages, dialect=dialect, asked=asked)
    return finished(facts, log, strict=strict)


def facts_of(
    pages: Sequence[PageRead], *, dialect: str | Dialect | None = None, asked: bool = False
) -> tuple[Facts, Log]:
    """What the stages concluded about one event, and what they noticed: all that its transcript is made of."""
    if len(pages) == 1:
        return pages[0].facts, pages[0].log
    log = Log()
    return _read_together(arrange(pages, log), dialect, log, asked=asked), log


def _alone(source: Source, dialect: str | Dialect | None) -> PageRead:
    """One page, read on its own to see where it belongs."""
    log = Log()
    facts = read_alone(source, dialect, log)
    return PageRead(source=source, facts=facts, log=log, begins=greets(facts.turns), closes=closes(facts.turns))


def _each_of(source: Source, dialect: str | Dialect | None) -> Iterator[PageRead]:
    """The transcripts of one page, one by one."""
    for _ in range(_MOST_TRANSCRIPTS):
        page = _alone(source, dialect)
        if not (others := page.facts.written.others):
            yield page
            return
        first, source = cut(source, page.facts.view.back(others[0].start))
        yield _alone(first, dialect)
    yield _alone(source, dialect)


def _read_together(placed: Sequence[Placed], dialect: str | Dialect | None, log: Log, *, asked: bool) -> Facts:
    """The pages of one event, in order."""
    kept = [p for p in placed if p.use == "read"]
    starts: list[int] = []
    position = 0
    for p in kept:
        starts.append(position)
        position += len(p.page.facts.text) + len(_BETWEEN_PAGES)
    for p, start in zip(kept, starts, strict=True):
        for code, said in p.page.source.remarks:
            log.add(code, start, start, **said)
    view = view_of(settle(_BETWEEN_PAGES.join(p.page.facts.text for p in kept), log))
    compare(kept, starts, log)
    tell_doubts(kept, starts, log, asked=asked)
    pages = [(start, p.page.source.markup) for p, start in zip(kept, starts, strict=True)]
    in_view = log.through(view.back)
    known = read_view(view, pages, dialect, in_view, gaps=_gaps(kept, starts))
    numbers = [p.number for p in kept if p.number is not None]
    read = {id(p): start for p, start in zip(kept, starts, strict=True)}
    sources = [p.page.source for p in kept]
    return Facts.of(
        known,
        pages=read_pagers(known.notes.of("pager"), view.text, numbers, in_view),
        starts=tuple((view.at(start), p.number) for p, start in zip(kept, starts, strict=True)),
        parts=[_part(p, read.get(id(p))) for p in placed],
        blocks=[
            block._replace(start=block.start + start, end=block.end + start)
            for source, start in zip(sources, starts, strict=True)
            if source.markup
            for block in source.markup.blocks
        ],
        urls=tuple(dict.fromkeys(url for s in sources if s.markup for url in s.markup.others)),
        source={**_joint(sources, view.untouched), "length": len(view.untouched)},
    )


def _gaps(kept: Sequence[Placed], starts: Sequence[int]) -> frozenset[int]:
    """The starts of the pages before which one is missing, or may be: nobody's speech goes on there."""
    return frozenset(
        start
        for before, after, start in zip(kept, kept[1:], starts[1:], strict=False)
        if (before.number is None) != (after.number is None)
        or (before.number is not None and after.number is not None and after.number != before.number + 1)
    )


def _part(placed: Placed, start: int | None) -> dict[str, object]:
    length = len(placed.page.facts.text)
    return {
        "number": placed.number,
        "use": placed.use,
        "start": start or 0,
        "end": (start or 0) + (length if start is not None else 0),
        "source": {**placed.page.source.facts, "length": length},
    }


def _joint(sources: Sequence[Source], text: str) -> dict[str, object]:
    """What several sources are as one: what is the same for all, and the first one's address."""
    facts = [source.facts for source in sources]
    return {
        "uri": facts[0]["uri"],
        "media_type": facts[0]["media_type"],
        "encoding": facts[0]["encoding"] if len({f["encoding"] for f in facts}) == 1 else None,
        "sha256": Source.of_text(text).facts["sha256"],
    }
