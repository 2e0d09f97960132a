"""When and where it was held, and when it was published: two dates that are never taken for one another.

In: the head, the opening, the text. Out: facts of event and publication, with the places they were read from.
Promises: a year that is not printed beside the day comes from the page's own evidence, with a diagnostic that says
from which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from scio_transcripts.diagnostics import Log
from scio_transcripts.normalize.dates import WEEKDAYS, PrintedDate, dates_in, full_date_in, time_in, weekday_in
from scio_transcripts.normalize.places import city_of, shows_event, venue_of
from scio_transcripts.normalize.publication import Found, bare_dates, read_publication
from scio_transcripts.parser.datelines import glued_date
from scio_transcripts.parser.head import Head, Part
from scio_transcripts.spans import Span

_FARTHEST = timedelta(days=200)
_TITLE_YEAR = re.compile(r"(?<!\d)(20\d{2}|19\d{2})(?!\d|[-/]\d)")
_EARLY = re.compile(
    r"\b(?:Q[1-3]|first (?:quarter|half|three quarters|\w+ months)|second quarter|third quarter|H1|1H|half[- ]year)\b",
    re.I,
)
_TODAY = re.compile(r"\b[Tt]oday,? (?:is |on )?(?:the )?")
_BEFORE = 60
_ELSEWHEN = re.compile(
    r"(?<!conference )(?<!briefing )\b(?:since|after|before|until|began|begun|beginning|hit|struck|launch\w*|adopt\w*"
    r"|issu\w*|releas\w*|start\w*|effective|dated|implement\w*|enact\w*|pass(?:ed|es)|sign(?:ed|s)|approv\w*|effect"
    r"|force|due|by)\b[^.;]*$"
)
"""Words that tie a date to something else than the event."""
_NOTICE_TIME = re.compile(r"\bat\b|\bon\b|\(")
_SERIES_TITLE = re.compile(
    r"^(?:Press Cent(?:er|re) for (?:the )?(?P<centre>[^:]{4,80})"
    r"|(?P<prefix>\d{1,2}(?:st|nd|rd|th) [^:]{4,60})):\s*(?=.*\b(?:press conference|briefing)\b)",
    re.I,
)
_SERIES_SPOKEN = re.compile(
    r"(?:under the theme of|series (?:of [\w ]{3,40} )?(?:on|themed|titled|entitled|called|named)"
    r"|themed|theme is) [\"“](?P<series>[^\"”]{3,120})[,.]?[\"”]"
)


@dataclass(slots=True, kw_only=True)
class EventFacts:
    """What the page says about event and publication."""

    date: str | None = None
    basis: str = "none"
    start_time: str | None = None
    end_time: str | None = None
    city: str | None = None
    venue: str | None = None
    series: str | None = None
    published: str | None = None
    publisher: str | None = None
    evidence: list[Found] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    basis: str
    printed: PrintedDate
    sentence: str = ""
    """The words around it, for the weekday."""
    before: str = ""
    """The words right before it."""


def read_event(
    text: str, head: Head, opening: Span | None, body: Sequence[Span], stamps: Sequence[Span], *, notice: bool, log: Log
) -> EventFacts:
    """Read event and publication. `opening` is the first speech, `body` the prose of pages without speech."""
    facts = EventFacts()
    publication = read_publication(text, head)
    facts.published, facts.publisher = publication.date, publication.publisher
    facts.evidence += publication.evidence
    _event_date(text, head, opening, body, stamps, facts, notice=notice, log=log)
    _times(text, head, body, facts, notice=notice)
    _place(text, head, opening, facts)
    _series(text, head, opening, facts)
    return facts


def _candidates(
    text: str, head: Head, opening: Span | None, body: Sequence[Span], *, notice: bool
) -> Iterator[_Candidate]:
    """Every date that may be the event's, the best evidence first."""
    for piece in head.pieces:
        if piece.part is Part.FIELD and piece.name in ("date", "time") and piece.value:
            yield from _dates(text, piece.value, "label")
    for piece in bare_dates(head)[0]:
        yield from _dates(text, piece.span, "label")
    for piece in head.all(Part.DATELINE):
        yield from _dates(text, piece.span, "dateline")
    sentences = [*head.all(Part.SUMMARY), *head.all(Part.INTRODUCTION)]
    for piece in sentences:
        yield from (c for c in _dates(text, _unglued(text, piece.span), "summary") if not _of_something_else(c))
    for piece in head.all(Part.TITLE):
        title = _unglued(text, piece.span)
        yield from (c for c in _dates(text, title, "dateline") if _dates_title(c, title))
    for piece in head.all(Part.CAPTION):
        if shows_event(piece.span.of(text)):
            yield from _dates(text, piece.span, "caption")
    if notice:
        for span in body:
            yield from (c for c in _dates(text, span, "summary") if c.printed.year)
    if opening is not None and (today := _TODAY.search(text, opening.start, min(opening.end, opening.start + 2000))):
        near = Span(today.end(), min(today.end() + 40, opening.end))
        yield from (c for c in _dates(text, near, "speech") if c.printed.year and c.printed.span.start == near.start)


def _dates(text: str, span: Span, basis: str) -> Iterator[_Candidate]:
    sentence = span.of(text)
    for printed in dates_in(sentence, span.start):
        start = printed.span.start - span.start
        before = sentence[max(0, start - _BEFORE) : start]
        yield _Candidate(basis=basis, printed=printed, sentence=sentence, before=before)


def _of_something_else(candidate: _Candidate) -> bool:
    """Whether the words before the date say that it is another's: `since the reform began on July 1`."""
    return _ELSEWHEN.search(candidate.before) is not None


def _dates_title(candidate: _Candidate, title: Span) -> bool:
    """Whether a date in a title is the event's: it begins or ends the title, and is not a law's or a campaign's."""
    start, end = candidate.printed.span
    rest = candidate.sentence[end - title.start :].strip(" .)")
    return (start == title.start or not rest) and not _of_something_else(candidate)


def _unglued(text: str, span: Span) -> Span:
    glued = glued_date(span.of(text))
    return Span(span.start, span.start + glued.start()) if glued else span


def _event_date(
    text: str,
    head: Head,
    opening: Span | None,
    body: Sequence[Span],
    stamps: Sequence[Span],
    facts: EventFacts,
    *,
    notice: bool,
    log: Log,
) -> None:
    candidates = []
    for candidate in _candidates(text, head, opening, body, notice=notice):
        if candidate.printed.valid:
            candidates.append(candidate)
        else:
            log.add("D405", *candidate.printed.span, printed=candidate.printed.span.of(text))
    full = [c for c in candidates if c.printed.iso]
    if full:
        best = full[0]
        facts.date, facts.basis = best.printed.iso, best.basis
        facts.evidence.append(("event.date", best.printed.span, "printed"))
        _compare(best, [c for c in full[1:] if c.basis != best.basis and c.basis in ("label", "dateline")], log)
        _check_weekday(head, text, best.printed.on(best.printed.year or 0), log)
        return
    partial = next((c for c in candidates if c.basis in ("summary", "dateline")), None)
    if partial is None or notice:
        return
    _infer_year(text, head, partial, stamps, facts, log)


def _compare(best: _Candidate, others: Sequence[_Candidate], log: Log) -> None:
    for other in others:
        if other.printed.iso != best.printed.iso:
            log.add(
                "D403",
                *other.printed.span,
                first=best.printed.iso,
                first_basis=best.basis,
                second=other.printed.iso,
                second_basis=other.basis,
            )
            return


def _infer_year(
    text: str, head: Head, partial: _Candidate, stamps: Sequence[Span], facts: EventFacts, log: Log
) -> None:
    """A month and a day take their year from a time-stamp of that day, the publication, or the title's period."""
    printed = partial.printed
    year, basis, where = None, "", printed.span
    for stamp in stamps:
        full = full_date_in(stamp.of(text), stamp.start)
        if full and (full.month, full.day) == (printed.month, printed.day):
            year, basis, where = full.year, "a time-stamp", full.span
            break
    published = date.fromisoformat(facts.published) if facts.published else None
    if year is None and published:
        near = [
            d
            for y in (published.year, published.year - 1)
            if (d := printed.on(y)) and timedelta(0) <= published - d <= _FARTHEST
        ]
        if near:
            year, basis = near[0].year, "the date of publication"
            where = next(span for path, span, _ in facts.evidence if path == "publication.date")
    title = head.first(Part.TITLE)
    if (
        year is None
        and title
        and (named := _TITLE_YEAR.search(title.span.of(text)))
        and _EARLY.search(title.span.of(text))
    ):
        year, basis = int(named[1]), "the period in the title"
        where = Span(title.span.start + named.start(), title.span.start + named.end())
    shown = printed.span.of(text)
    known = printed.on(year) if year else None
    if known is None:
        log.add("D404", *printed.span, printed=shown)
        return
    weekday = weekday_in(_unglued_words(partial.sentence))
    if weekday is not None and known.weekday() != weekday:
        log.add(
            "D402", *printed.span, weekday=WEEKDAYS[weekday], date=known.isoformat(), actual=WEEKDAYS[known.weekday()]
        )
    facts.date, facts.basis = known.isoformat(), "summary+year"
    facts.evidence += [("event.date", printed.span, "printed"), ("event.date", where, f"year from {basis}")]
    log.add("D401", *printed.span, printed=shown, year=year, basis=basis)


def _unglued_words(sentence: str) -> str:
    glued = glued_date(sentence)
    return sentence[: glued.start()] if glued else sentence


def _check_weekday(head: Head, text: str, known: date | None, log: Log) -> None:
    for piece in (*head.all(Part.SUMMARY), *head.all(Part.INTRODUCTION)):
        weekday = weekday_in(_unglued_words(piece.span.of(text)))
        if known and weekday is not None and known.weekday() != weekday:
            log.add(
                "D402", *piece.span, weekday=WEEKDAYS[weekday], date=known.isoformat(), actual=WEEKDAYS[known.weekday()]
            )


def _times(text: str, head: Head, body: Sequence[Span], facts: EventFacts, *, notice: bool) -> None:
    spans = [p.span for p in head.all(Part.DATELINE)]
    spans += [p.value for p in head.pieces if p.part is Part.FIELD and p.name in ("time", "date") and p.value]
    spans += [p.span for p in (*head.all(Part.SUMMARY), *head.all(Part.INTRODUCTION))]
    if notice:
        spans += [p.span for p in head.all(Part.TITLE)] + list(body)
    for span in spans:
        words = span.of(text)
        found = time_in(words, span.start)
        if found and (len(words) < 80 or _NOTICE_TIME.search(words)):
            facts.start_time, facts.end_time = found.start, found.end
            facts.evidence.append(("event.start_time", found.span, "printed"))
            if found.end:
                facts.evidence.append(("event.end_time", found.span, "printed"))
            return


def _place(text: str, head: Head, opening: Span | None, facts: EventFacts) -> None:
    if city := city_of(text, head, opening):
        facts.city = city[0]
        facts.evidence.append(("event.city", city[1], city[2]))
    if venue := venue_of(text, head):
        facts.venue = venue[0]
        facts.evidence.append(("event.venue", venue[1], "printed"))


def _names_series(text: str, opening: Span) -> bool:
    """A plain search first: few openings name a series."""
    end = min(opening.end, opening.start + 3000)
    return text.find("theme", opening.start, end) >= 0 or text.find("series", opening.start, end) >= 0


def _series(text: str, head: Head, opening: Span | None, facts: EventFacts) -> None:
    title = head.first(Part.TITLE)
    found = _SERIES_TITLE.match(title.span.of(text)) if title else None
    if title and found:
        group = "centre" if found["centre"] else "prefix"
        facts.series = " ".join(found[group].split())
        facts.evidence.append(
            (
                "event.series",
                Span(title.span.start + found.start(group), title.span.start + found.end(group)),
                "printed",
            )
        )
    elif (
        opening is not None
        and _names_series(text, opening)
        and (spoken := _SERIES_SPOKEN.search(text, opening.start, min(opening.end, opening.start + 3000)))
    ):
        facts.series = " ".join(spoken["series"].split())
        facts.evidence.append(("event.series", Span(*spoken.span("series")), "speech"))
