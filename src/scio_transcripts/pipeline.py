"""`parse()`: every stage in order, on one screen.

In: a text. Out: a `Transcript`. A stage is a function from immutable facts to immutable facts, with one append-only
log beside it. Nothing here touches disk, network, clock or locale: the same input gives the same document.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scio_transcripts.assemble import Facts, assemble
from scio_transcripts.diagnostics import Log
from scio_transcripts.dialects import Dialect, PageLooks, detect, named
from scio_transcripts.errors import StrictError
from scio_transcripts.join import PageRead, Placed, arrange, compare, cut, group
from scio_transcripts.lexer import Kind, Line, lay_out, lines_of
from scio_transcripts.model import Transcript
from scio_transcripts.normalize.credits import read_credits
from scio_transcripts.normalize.event import read_event
from scio_transcripts.normalize.eventdate import Grounds
from scio_transcripts.normalize.explain import explain
from scio_transcripts.normalize.identify import identify
from scio_transcripts.normalize.kind import kind_of_page
from scio_transcripts.normalize.language import han_share, language_of
from scio_transcripts.normalize.notes import Notes, notes_of
from scio_transcripts.normalize.organizations import posts_of
from scio_transcripts.normalize.pages import read_pager, read_pagers
from scio_transcripts.normalize.publication import add_markup, read_publication
from scio_transcripts.normalize.references import adopt_honorifics, references_in
from scio_transcripts.parser import read_page, wording
from scio_transcripts.parser.clues import is_anonymous
from scio_transcripts.parser.raw import RawTurn
from scio_transcripts.sources.markup import Markup
from scio_transcripts.sources.settle import settle
from scio_transcripts.sources.text import Source
from scio_transcripts.spans import Span

_HEAD = 3000
"""Characters in which a page shows its dialect."""
_LONG_LABEL = 60
_SHORT_LABEL = 12
_SAMPLE = 2000
_SAMPLED_TURNS = 40
_BETWEEN_PAGES = "\n\n"
_MOST_TRANSCRIPTS = 100
"""On one page: lists have ten or so, and each costs a reading of what is left."""


def parse(text: str, *, dialect: str | Dialect | None = None, strict: bool = False) -> Transcript:
    """Read one page, or one whole transcript, as a typed document.

    `text` is any text: what cannot be read as a transcript gives a document without turns and diagnostics that say
    why. Content never raises. `dialect` names a layout family (see `scio_transcripts.dialects.known()`) where the
    detector should not decide. With `strict=True`, warnings and errors raise `StrictError`, which carries them.

    >>> page = parse("Reuters:\\n\\nHow many run? Thank you.\\n\\nLin Dahai:\\n\\nThank you. Ninety.")
    >>> [(turn.label, turn.role) for turn in page.turns]
    [('Reuters', 'reporter'), ('Lin Dahai', 'official')]
    """
    return parse_source(Source.of_text(text), dialect=dialect, strict=strict)


def parse_html(
    html: str | bytes,
    *,
    url: str | None = None,
    encoding: str | None = None,
    dialect: str | Dialect | None = None,
    strict: bool = False,
) -> Transcript:
    """Read one page of HTML. `transcript.text` is the text that a browser would draw.

    `url` is the page's address, against which its links are resolved. `encoding` is the encoding of bytes; without it
    a byte-order mark, the page's own declaration or the bytes' shape decide. `dialect` and `strict` as in `parse`.
    Raises `SourceError` for bytes that cannot be decoded.

    >>> page = parse_html("<p><b>Reuters</b></p><p>How many? Thank you.</p><p><b>Lin Dahai</b></p><p>Ninety.</p>")
    >>> [(turn.label, turn.role) for turn in page.turns]
    [('Reuters', 'reporter'), ('Lin Dahai', 'official')]
    """
    from scio_transcripts.sources.html import source_of_html

    source = source_of_html(html, name=url or "the page", uri=url, encoding=encoding)
    return parse_source(source, dialect=dialect, strict=strict)


def parse_source(source: Source, *, dialect: str | Dialect | None = None, strict: bool = False) -> Transcript:
    """Read what a source gave. Same promises as `parse`."""
    log = Log()
    return _finished(_read_alone(source, dialect, log), log, strict=strict)


def parse_sources(
    sources: Sequence[Source], *, dialect: str | Dialect | None = None, strict: bool = False
) -> Transcript:
    """Read the pages of one event as one transcript, whatever order they come in. Same promises as `parse`.

    `transcript.text` is the pages' texts in order, a blank line between two; `pages.parts` tells what became of each.
    """
    if not sources:
        raise ValueError("there are no pages to read")
    if len(sources) == 1:
        return parse_source(sources[0], dialect=dialect, strict=strict)
    log = Log()
    alone = [_alone(source, dialect) for source in sources]
    return _finished(_read_together(arrange(alone, log), dialect, log), log, strict=strict)


def parse_events(
    sources: Sequence[Source], *, dialect: str | Dialect | None = None, strict: bool = False
) -> Iterator[tuple[tuple[Source, ...], Transcript]]:
    """Read pages of any number of events: each event's pages, and its transcript, in the order of first pages.

    A page that holds several transcripts, as pages that list events do, counts as that many.
    """
    for members in group_sources(sources, dialect=dialect):
        yield tuple(members), parse_sources(members, dialect=dialect, strict=strict)


def group_sources(sources: Sequence[Source], *, dialect: str | Dialect | None = None) -> list[list[Source]]:
    """The pages of each event. A page with several transcripts is cut into that many."""
    alone = [page for source in sources for page in _each_of(source, dialect)]
    return [[alone[index].source for index in members] for members in group(alone)]


def _finished(facts: Facts, log: Log, *, strict: bool) -> Transcript:
    transcript = assemble(facts, log)
    if strict and (serious := [d for d in transcript.diagnostics if d.severity != "info"]):
        raise StrictError(serious)
    return transcript


def _alone(source: Source, dialect: str | Dialect | None) -> PageRead:
    """One page of several, read on its own to see where it belongs."""
    facts = _read_alone(source, dialect, Log())
    return PageRead(source=source, facts=facts, begins=_greets(facts.turns))


def _each_of(source: Source, dialect: str | Dialect | None) -> Iterator[PageRead]:
    """The transcripts of one page, one by one."""
    for _ in range(_MOST_TRANSCRIPTS):
        page = _alone(source, dialect)
        if not (others := page.facts.written.others):
            yield page
            return
        first, source = cut(source, others[0].start)
        yield _alone(first, dialect)
    yield _alone(source, dialect)


def _read_alone(source: Source, dialect: str | Dialect | None, log: Log) -> Facts:
    """One page. Its number is the one that it shows."""
    for code, said in source.remarks:
        log.add(code, 0, 0, **said)
    text = settle(source.text, log, source.data)
    draft = _read(text, [(0, source.markup)], dialect, log)
    markup = source.markup
    pagers = draft.notes.of("pager")
    ends = bool(draft.credits["translators"])
    shown = markup.page if markup else None
    pages = read_pager(text, pagers, log, begins=_greets(draft.turns), ends=ends, shown=shown)
    return draft.facts(
        pages=pages,
        starts=((0, pages.number),),
        blocks=markup.blocks if markup else (),
        urls=markup.others if markup else (),
        source={**source.facts, "length": len(text)},
    )


def _read_together(placed: Sequence[Placed], dialect: str | Dialect | None, log: Log) -> Facts:
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
    text = settle(_BETWEEN_PAGES.join(p.page.facts.text for p in kept), log)
    compare(kept, starts, log)
    pages = [(start, p.page.source.markup) for p, start in zip(kept, starts, strict=True)]
    draft = _read(text, pages, dialect, log, gaps=_gaps(kept, starts))
    numbers = [p.number for p in kept if p.number is not None]
    read = {id(p): start for p, start in zip(kept, starts, strict=True)}
    sources = [p.page.source for p in kept]
    return draft.facts(
        pages=read_pagers(draft.notes.of("pager"), text, numbers, log),
        starts=tuple((start, p.number) for p, start in zip(kept, starts, strict=True)),
        parts=[_part(p, read.get(id(p))) for p in placed],
        blocks=[
            block._replace(start=block.start + start, end=block.end + start)
            for source, start in zip(sources, starts, strict=True)
            if source.markup
            for block in source.markup.blocks
        ],
        urls=tuple(dict.fromkeys(url for s in sources if s.markup for url in s.markup.others)),
        source={**_joint(sources, text), "length": len(text)},
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """What the stages concluded before the pages were counted."""

    found: Mapping[str, Any]
    turns: Sequence[RawTurn]
    notes: Notes
    credits: Mapping[str, Sequence[str]]

    def facts(self, **more: Any) -> Facts:
        return Facts(**self.found, turns=self.turns, credits=self.credits, notes=self.notes.notes, **more)


def _read(
    text: str,
    pages: Sequence[tuple[int, Markup | None]],
    dialect: str | Dialect | None,
    log: Log,
    *,
    gaps: Container[int] = (),
) -> _Draft:
    """Every stage in order. `pages`: where each page begins, and its markup; `gaps`: see `lay_out`."""
    lines = lines_of(text)
    if not lines:
        log.add("T103", 0, len(text))
    family = _choose(dialect, text, lines)
    written = read_page(lay_out(lines, pages, gaps), family.label_weights)
    kind, reason = kind_of_page(text, written)
    people, turns, voices = identify(written, text, log)
    if kind != "transcript":
        turns, voices = [], []
        if lines:
            log.add("K701", 0, 0, kind=kind, reason=reason)
    language = language_of(_sample(turns) or text)
    if turns and language.startswith("zh"):
        log.add("K702", turns[0].start, turns[0].end)
    explain(written, turns, voices, log)
    references = references_in(text, turns, people, log)
    adopt_honorifics(references, log)
    found = notes_of(written, is_transcript=kind == "transcript")
    opening = Span(turns[0].start, turns[0].end) if turns and not turns[0].continued else None
    grounds = Grounds(text, written.head, opening, found.prose, found.stamps, notice=kind == "notice")
    publication = read_publication(text, written.head)
    for start, markup in pages:
        if markup is not None:
            add_markup(publication, markup, start, log)
    return _Draft(
        found={
            "text": text,
            "kind": kind,
            "language": language,
            "dialect": family.name,
            "written": written,
            "people": people.all,
            "voices": voices,
            "references": references,
            "posts": posts_of(people.all, text, log),
            "event": read_event(grounds, publication.printed, log),
            "publication": publication,
        },
        turns=turns,
        notes=found,
        credits=read_credits(text, written.page.credits, found.of("caption")),
    )


def _choose(dialect: str | Dialect | None, text: str, lines: Sequence[Line]) -> Dialect:
    """The dialect that was asked for, or the one that the page's looks speak for."""
    if isinstance(dialect, Dialect):
        return dialect
    if dialect is not None:
        return named(dialect)
    forms: dict[str, int] = {}
    anonymous = 0
    candidate = Kind.LABEL
    for line in lines:
        looks = line.looks if line.kind is candidate else None
        if looks is not None and looks.form is not None and len(looks.label) < _LONG_LABEL:
            forms[looks.form] = forms.get(looks.form, 0) + 1
            anonymous += len(looks.label) < _SHORT_LABEL and is_anonymous(looks.label)
    return detect(PageLooks(head=text[:_HEAD], forms=forms, anonymous=anonymous, han=han_share(text[:_HEAD])))


def _greets(turns: Sequence[RawTurn]) -> bool:
    """Whether the page begins as an event does."""
    return bool(turns) and turns[0].label is not None and bool(wording.GREETING.match(turns[0].speech))


def _sample(turns: Sequence[RawTurn]) -> str:
    """Enough of the speech to tell its language."""
    return "\n".join(turn.opening[:_SAMPLE] for turn in turns[:_SAMPLED_TURNS])
