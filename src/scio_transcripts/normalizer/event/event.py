"""When and where it was held.

In: the stretches of a page that may speak of it, and its date of publication. Out: the event's facts, with the places
they were read from. Promises: the date of publication is never taken for the event's. Knows nothing of who was there.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from scio_transcripts.diagnostics import Log
from scio_transcripts.language.dates import PrintedDate, dates_in, time_in
from scio_transcripts.lazy import re
from scio_transcripts.lexer.zones.pieces import Part
from scio_transcripts.normalizer.event.event_date import read_event_date
from scio_transcripts.normalizer.event.grounds import Grounds
from scio_transcripts.normalizer.event.places import city_of, shows_event, venue_of
from scio_transcripts.normalizer.page.publication import Found
from scio_transcripts.spans import Span

_NOTICE_TIME = re.compile(r"\bat\b|\bon\b|\(|[举舉]行|召[开開]")
_SERIES_TITLE = re.compile(
    r"^(?:Press Cent(?:er|re) for (?:the )?(?P<centre>[^:]{4,80})"
    r"|(?P<prefix>\d{1,2}(?:st|nd|rd|th) [^:]{4,60}))"
    r":\s*(?=.*\b(?:press conference|briefing)\b)",
    re.I,
)
_SERIES_SPOKEN = re.compile(
    r"(?:under the theme of|themed|theme is"
    r"|series (?:of [\w ]{3,40} )?(?:on|themed|titled|entitled|called|named)"
    r"|(?:in|of|under) (?:the|a|our|this)(?: \w+){0,3} series,?)"
    r" [\"“](?P<series>[^\"”]{3,120}?)[,.]?[\"”]"
)
_OPENING = 3000
_LONGEST_WITH_TIME = 80
"""Characters of a line whose time of day is the event's, whatever stands around it."""


@dataclass(slots=True, kw_only=True)
class EventFacts:
    """What the page says about the event."""

    date: str | None = None
    basis: str = "none"
    start_time: str | None = None
    end_time: str | None = None
    city: str | None = None
    venue: str | None = None
    series: str | None = None
    evidence: list[Found] = field(default_factory=list)


def read_event(grounds: Grounds, published: PrintedDate | None, log: Log) -> EventFacts:
    """Read the event. A month and a day may take their year from `published`, the date of publication."""
    held = read_event_date(grounds, published, log)
    facts = EventFacts(date=held.date, basis=held.basis, evidence=[*held.evidence])
    _read_times(grounds, facts)
    _read_place(grounds, facts)
    _read_series(grounds, facts)
    return facts


def _read_times(grounds: Grounds, facts: EventFacts) -> None:
    head = grounds.head
    spans = [p.span for p in head.all(Part.DATELINE)]
    spans += [p.value for p in head.pieces if p.part is Part.FIELD and p.name in ("time", "date") and p.value]
    spans += grounds.sentences
    if grounds.notice:
        spans += [*(p.span for p in head.all(Part.TITLE)), *grounds.prose]
    spans += _captions_of_day(grounds, facts)
    for span in spans:
        words = grounds.read(span)
        found = time_in(words, span.start)
        if found and (len(words) < _LONGEST_WITH_TIME or _NOTICE_TIME.search(words)):
            facts.start_time, facts.end_time = found.start, found.end
            facts.evidence.append(("event.start_time", found.span, "printed"))
            if found.end:
                facts.evidence.append(("event.end_time", found.span, "printed"))
            return


def _captions_of_day(grounds: Grounds, facts: EventFacts) -> list[Span]:
    """Captions that show the event and give its very day: their hour is its own."""
    captions = [piece.span for piece in grounds.head.all(Part.CAPTION) if shows_event(piece.span.of(grounds.text))]
    return [
        span for span in captions if any(day.iso == facts.date for day in dates_in(span.of(grounds.text)) if day.iso)
    ]


def _read_place(grounds: Grounds, facts: EventFacts) -> None:
    if city := city_of(grounds.text, grounds.head, grounds.opening, grounds.prose if grounds.notice else ()):
        facts.city = city[0]
        facts.evidence.append(("event.city", city[1], city[2]))
    if venue := venue_of(grounds.text, grounds.head):
        facts.venue = venue[0]
        facts.evidence.append(("event.venue", venue[1], "printed"))


def _read_series(grounds: Grounds, facts: EventFacts) -> None:
    title = grounds.head.first(Part.TITLE)
    if title and (found := _SERIES_TITLE.match(grounds.read(title.span))):
        group = "centre" if found["centre"] else "prefix"
        start, end = found.span(group)
        facts.series = " ".join(found[group].split())
        facts.evidence.append(("event.series", Span(title.span.start + start, title.span.start + end), "printed"))
    elif spoken := _spoken_series(grounds):
        facts.series = " ".join(spoken["series"].split())
        facts.evidence.append(("event.series", Span(*spoken.span("series")), "speech"))


def _spoken_series(grounds: Grounds) -> re.Match[str] | None:
    """The series that the opening names. A plain search first: few openings name one."""
    text, opening = grounds.text, grounds.opening
    if opening is None:
        return None
    begin, end = opening.start, min(opening.end, opening.start + _OPENING)
    if text.find("theme", begin, end) < 0 and text.find("series", begin, end) < 0:
        return None
    return _SERIES_SPOKEN.search(text, begin, end)
