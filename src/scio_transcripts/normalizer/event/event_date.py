"""The day on which the event was held.

In: the stretches of a page that may speak of it. Out: the date, how it was found, and where it was read. Promises: the
best evidence wins, and what disagrees with it is told; a year that is not printed beside the day comes from the page's
own evidence, with a diagnostic that says from which. Knows nothing of places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from scio_transcripts.diagnostics import Log
from scio_transcripts.language.dates import WEEKDAYS, PrintedDate, dates_in, full_date_in, weekday_in
from scio_transcripts.language.dates.forms import CLOCK, CLOCK_HAN
from scio_transcripts.lazy import re
from scio_transcripts.lexer.zones.datelines import AGENCY_DATELINE, glued_date
from scio_transcripts.lexer.zones.pieces import Part
from scio_transcripts.normalizer.event.grounds import Grounds
from scio_transcripts.normalizer.event.places import shows_event
from scio_transcripts.normalizer.page.publication import Found, bare_dates
from scio_transcripts.spans import Span

_FARTHEST = timedelta(days=200)
"""Between the event and its publication."""
_TITLE_YEAR = re.compile(r"(?<!\d)(20\d{2}|19\d{2})(?!\d|[-/]\d)")
_EARLY = re.compile(
    r"\b(?:Q[1-3]|H1|1H|half[- ]year"
    r"|first (?:quarter|half|three quarters|\w+ months)"
    r"|second quarter|third quarter)\b",
    re.I,
)
"""A period of a year that is told of within the same year."""
_TODAY = re.compile(r"\b[Tt]oday,? (?:is |on )?(?:the )?")
# `2024年6月12日新闻发布会实录`: a date in the middle of a Chinese title.
_HELD_ON_HAN = re.compile(r"[^，。：:]{0,16}(?:[发發][布佈]|[记記]者|吹[风風]|[见見]面)[会會]")
# `on May 24 (10 a.m.)`, `6月5日（星期三）下午3时`: what may stand behind the date that ends a title.
_WITH_CLOCK = re.compile(
    r"^(?: ?[(（][^()（）]{1,24}[)）]){0,2}"
    rf"(?:,? (?:at )?\d{{1,2}}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|,? {CLOCK}| ?{CLOCK_HAN})?",
    re.I,
)
# `9月29日电 ... 28日下午`: the agency wrote on the 29th, in the month in which the event was held.
_AGENCY = re.compile(
    r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日[电電讯訊][^。]{0,40}?(?<![\d月年至])(?P<held>\d{1,2})日(?![电電讯訊至])"
)
_REPORTED_HAN = re.compile(r"[ \xa0]?[电電讯訊]")
"""What stands behind the day on which a Chinese agency reported: `3月2日电`."""
_TO_COME = re.compile(r"\b(?:will|is to|are to|plans? to)\b")
_OPENING = 2000
_AFTER_TODAY = 40
_BEFORE = 60
_ELSEWHEN = re.compile(
    r"(?<!conference )(?<!briefing )"
    r"(?:\b(?:since|after|before|until|by|due|dated)(?: [a-z]+){0,3}[ (]*$"
    r"|\b(?:effective|effect|force|began|begun|beginning|hit|struck|launch\w*|adopt\w*|issu\w*|releas\w*|start\w*|implement\w*|enact\w*|approv\w*"
    r"|pass(?:ed|es)|sign(?:ed|s))\b[^.;]*$)"
)
"""Words that tie a date to something else than the event."""


class EventDate(NamedTuple):
    """The date of the event, how it was found, and where."""

    date: str | None = None
    basis: str = "none"
    evidence: tuple[Found, ...] = ()


class _Candidate(NamedTuple):
    """A date that may be the event's."""

    basis: str
    printed: PrintedDate
    sentence: str
    """The words around it, for the weekday."""
    before: str
    """The words right before it."""


class _Year(NamedTuple):
    """Where a month and a day may take their year from."""

    year: int
    basis: str
    where: Span


def read_event_date(grounds: Grounds, published: PrintedDate | None, log: Log) -> EventDate:
    """The event's date: in full where the page has one, or else a month and a day with an inferred year."""
    candidates = [*_readable(grounds, published, log)]
    full = [c for c in candidates if c.printed.iso]
    if full:
        best = full[0]
        _compare(best, [c for c in full if c.basis != best.basis and c.basis in ("label", "dateline")], log)
        for span in grounds.sentences:
            _check_weekday(_unglued(grounds.read(span)), best.printed.on(best.printed.year or 0), span, log)
        return EventDate(best.printed.iso, best.basis, (("event.date", best.printed.span, "printed"),))
    partial = next((c for c in candidates if c.basis in ("label", "summary", "dateline")), None)
    if partial is None:
        return EventDate()
    return _infer_year(partial, grounds, published, log)


def _readable(grounds: Grounds, published: PrintedDate | None, log: Log) -> Iterator[_Candidate]:
    """The candidates that the calendar has and that can be read one way; the others are told."""
    for candidate in _candidates(grounds):
        if _is_day_of_report(candidate, grounds, published):
            continue
        printed = candidate.printed
        if printed.valid and not printed.twofold:
            yield candidate
        else:
            log.add("D408" if printed.twofold else "D405", *printed.span, printed=grounds.read(printed.span))


def _candidates(grounds: Grounds) -> Iterator[_Candidate]:
    """Every date that may be the event's, the best evidence first."""
    text, head = grounds.text, grounds.head
    for piece in head.pieces:
        if piece.part is Part.FIELD and piece.name in ("date", "time") and piece.value:
            yield from _dates(text, piece.value, "label")
    for piece in bare_dates(head)[0]:
        yield from _dates(text, piece.span, "label")
    for piece in head.all(Part.DATELINE):
        yield from _dates(text, piece.span, "dateline")
    for span in grounds.sentences:
        sentence = _without_glued(text, span)
        yield from (c for c in _dates(text, sentence, "summary") if not _of_something_else(c))
    for piece in head.all(Part.TITLE):
        title = _without_glued(text, piece.span)
        yield from (c for c in _dates(text, title, "dateline") if _dates_title(c, title))
    yield from _weaker_candidates(grounds)


def _weaker_candidates(grounds: Grounds) -> Iterator[_Candidate]:
    """Dates in captions, in the prose of a notice, and after `today` in the opening."""
    text, opening = grounds.text, grounds.opening
    for piece in grounds.head.all(Part.CAPTION):
        if shows_event(piece.span.of(text)):
            yield from _dates(text, piece.span, "caption")
    for span in grounds.prose if grounds.notice else ():
        yield from (c for c in _dates(text, span, "summary") if c.printed.year)
    if opening is not None and (said := _after_today(text, opening)) is not None:
        near = Span(said, min(said + _AFTER_TODAY, opening.end))
        yield from (c for c in _dates(text, near, "speech") if c.printed.year and c.printed.span.start == near.start)
    if (stamped := grounds.stamped) is not None:
        yield from _dates(text, stamped.span, "label")


def _is_day_of_report(candidate: _Candidate, grounds: Grounds, published: PrintedDate | None) -> bool:
    """Whether a date says when it was reported: the page's own, or an agency's unless the weekday agrees."""
    if candidate.basis not in ("summary", "caption"):
        return False
    if candidate.before.strip().lower() == "date":
        return True
    if _REPORTED_HAN.match(grounds.text, candidate.printed.span.end):
        return _names_another_day(candidate)
    if not AGENCY_DATELINE.match(grounds.text, candidate.printed.span.end):
        return False
    year = candidate.printed.year or (published.year if published else None)
    day, weekday = candidate.printed.on(year) if year else None, weekday_in(candidate.sentence)
    return day is None or day.weekday() != weekday or _TO_COME.search(candidate.sentence) is not None


def _names_another_day(candidate: _Candidate) -> bool:
    """Whether the sentence of an agency's day goes on to name another; else `今天上午` is that of the report."""
    days = [(printed.month, printed.day) for printed in dates_in(candidate.sentence)]
    return any(day != (candidate.printed.month, candidate.printed.day) for day in days)


def _after_today(text: str, opening: Span) -> int | None:
    """Where the opening goes on after its first `today`. A plain search first: few openings say it."""
    begin, end = opening.start, min(opening.end, opening.start + _OPENING)
    found = _TODAY.search(text, begin, end) if text.find("oday", begin, end) >= 0 else None
    return found.end() if found else None


def _dates(text: str, span: Span, basis: str) -> Iterator[_Candidate]:
    sentence = span.of(text)
    agency = _AGENCY.search(sentence) if basis == "summary" and not sentence.isascii() else None
    if agency and int(agency["held"]) <= int(agency["day"]):
        place = Span(span.start + agency.start("held"), span.start + agency.end())
        held = PrintedDate(None, int(agency["month"]), int(agency["held"]), place)
        yield _Candidate(basis, held, sentence, "")
    for printed in dates_in(sentence, span.start):
        if agency and agency.start() <= printed.span.start - span.start < agency.end():
            continue
        start = printed.span.start - span.start
        yield _Candidate(basis, printed, sentence, sentence[max(0, start - _BEFORE) : start])


def _of_something_else(candidate: _Candidate) -> bool:
    """Whether the words before the date say that it is another's: `since the reform began on July 1`."""
    return _ELSEWHEN.search(candidate.before) is not None


def _dates_title(candidate: _Candidate, title: Span) -> bool:
    """Whether a date in a title is the event's: it begins or ends the title, and is not a law's or a campaign's."""
    start, end = candidate.printed.span
    rest = _WITH_CLOCK.sub("", candidate.sentence[end - title.start :]).strip(" .)）")
    inside = _HELD_ON_HAN.match(candidate.sentence, end - title.start) is not None and bool(candidate.printed.year)
    return (start == title.start or not rest or inside) and not _of_something_else(candidate)


def _unglued(sentence: str) -> str:
    """The words without the date of publication that is glued to their end."""
    glued = glued_date(sentence)
    return sentence[: glued.start()] if glued else sentence


def _without_glued(text: str, span: Span) -> Span:
    return Span(span.start, span.start + len(_unglued(span.of(text))))


def _compare(best: _Candidate, others: Sequence[_Candidate], log: Log) -> None:
    """Tell of the first date that disagrees."""
    other = next((c for c in others if c.printed.iso != best.printed.iso), None)
    if other is None:
        return
    first, second = best.printed.iso, other.printed.iso
    log.add("D403", *other.printed.span, first=first, first_basis=best.basis, second=second, second_basis=other.basis)


def _check_weekday(sentence: str, known: date | None, span: Span, log: Log) -> None:
    """Tell where the weekday in a sentence is not the date's."""
    weekday = weekday_in(sentence)
    if known and weekday is not None and known.weekday() != weekday:
        actual = WEEKDAYS[known.weekday()]
        log.add("D402", *span, weekday=WEEKDAYS[weekday], date=known.isoformat(), actual=actual)


def _infer_year(partial: _Candidate, grounds: Grounds, published: PrintedDate | None, log: Log) -> EventDate:
    """A month and a day take their year from a time-stamp of that day, the publication, or the title's period."""
    printed = partial.printed
    shown = grounds.read(printed.span)
    found = (
        _of_stamps(printed, grounds)
        or _of_publication(printed, published, to_come=grounds.notice)
        or _of_title(grounds)
    )
    known = printed.on(found.year) if found else None
    if found is None or known is None:
        log.add("D404", *printed.span, printed=shown)
        return EventDate()
    _check_weekday(_unglued(partial.sentence), known, printed.span, log)
    log.add("D401", *printed.span, printed=shown, year=found.year, basis=found.basis)
    evidence = (("event.date", printed.span, "printed"), ("event.date", found.where, f"year from {found.basis}"))
    return EventDate(known.isoformat(), "summary+year", evidence)


def _of_stamps(printed: PrintedDate, grounds: Grounds) -> _Year | None:
    for stamp in (*grounds.stamps, *grounds.beside):
        full = full_date_in(grounds.read(stamp), stamp.start)
        if full and full.year and (full.month, full.day) == (printed.month, printed.day):
            return _Year(full.year, "a time-stamp", full.span)
    return None


def _of_publication(printed: PrintedDate, published: PrintedDate | None, *, to_come: bool) -> _Year | None:
    """The year in which the day lies nearest to the publication: before it, or behind that of a notice."""
    day = published.on(published.year) if published and published.year else None
    if published is None or day is None:
        return None
    sign = -1 if to_come else 1
    for year in (day.year, day.year - sign):
        held = printed.on(year)
        if held and timedelta(0) <= sign * (day - held) <= _FARTHEST:
            return _Year(year, "the date of publication", published.span)
    return None


def _of_title(grounds: Grounds) -> _Year | None:
    title = grounds.head.first(Part.TITLE)
    words = grounds.read(title.span) if title else ""
    found = _TITLE_YEAR.search(words)
    if title is None or found is None or not _EARLY.search(words):
        return None
    start = title.span.start
    return _Year(int(found[1]), "the period in the title", Span(start + found.start(), start + found.end()))
