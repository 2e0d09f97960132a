"""Where it was held: city and hall.

In: the head and the opening. Out: what is printed there, with its place, or None. Promises: no city is ever assumed.
Knows cities and halls by name and shape, no addresses.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scio_transcripts.language.dates.forms import DAY_HAN, MONTH, MONTH_HAN, WEEKDAY, YEAR_HAN
from scio_transcripts.lazy import re
from scio_transcripts.lexer.zones.datelines import city_behind_hall, dated_city, hall_of_dateline
from scio_transcripts.lexer.zones.pieces import Head, Part
from scio_transcripts.registry.cities import is_city
from scio_transcripts.registry.han import HAN
from scio_transcripts.registry.script import has_han
from scio_transcripts.spans import Span

_DAY = rf"(?:{WEEKDAY}(?: (?:morning|afternoon|evening))?)"
_CITY = r"(?P<city>[A-Z][\w'’.]+(?:[ -][A-Z][\w'’]+){0,2})"
_APPOSITION = (
    r"(?:, (?:the )?(?:(?:provincial )?capital (?:city )?of [^,.;]{2,50}|China"
    r"|[^,.;]{2,40} (?:[Pp]rovince|[Aa]utonomous [Rr]egion)))?"
)
_HALL_WORDS = r"(?:Hall|Cent(?:er|re)|Room|Hotel|Auditorium|Theat(?:er|re)|Building)(?: of (?:the )?[A-Z][a-z]+)?"
# A city at the sentence's end may be the topic's; the seat of the national body that holds the event is not.
_SEAT = re.compile(
    r"\b(?:State Council|SCIO|Ministry|National|China)\b[^.;]{0,120}\bh(?:eld|olds?)\b"
    r"(?:[^.;]|(?<=[A-Z][a-z]{2})\.){0,200} in (?P<city>Beijing)(?=\.?(?:\s|$))"
)
# `in Lakeside, capital of the Reed Region`: what the capital is of says that it is a city.
_CAPITAL = re.compile(
    r"\bin (?P<city>[A-Z][\w'’-]{2,20}(?: [A-Z][\w'’-]{2,20})?), (?:the )?(?:\w{2,12} )?capital (?:city )?of\b"
)
# The city follows the event, its day, or stands before the day or the topic: `a briefing in Beijing`, `Friday in
# Beijing`, `in Beijing on`.
_HELD_IN = (
    re.compile(
        rf"\b(?:conferences?|briefings?|press|media|event|interview"
        rf"|session)(?: \([^)]{{1,20}}\))?,? (?:here )?in {_CITY}"
    ),
    re.compile(rf"(?:{_DAY}|{MONTH}\.? ?\d{{1,2}}(?:, \d{{4}})?),? in {_CITY}"),
    re.compile(rf"\bin {_CITY}{_APPOSITION},? (?=(?:on |at \d|{_DAY}|{MONTH}\.? ?\d|to brief|about |regarding ))"),
    re.compile(rf"\b{_HALL_WORDS} in {_CITY}"),
    _SEAT,
    _CAPITAL,
    # `在北京举行`, `在北京人民大会堂举行`
    re.compile(
        rf"在(?P<city>[{HAN}]{{2,8}})(?:[{HAN}\d“”]{{0,24}}?)(?=[举舉]行|召[开開]|[举舉][办辦]|[会會][见見]|就)"
    ),
)
# Where an agency wrote, beside the day: `某社北京9月28日电`, `某网9月14日北京讯`, `BEIJING, May 2 (Agency) --`.
_WRITTEN_IN = (
    re.compile(rf"(?P<until>[{HAN}]{{2,12}})(?:{YEAR_HAN}年)?{MONTH_HAN}月{DAY_HAN}日[ \xa0]?[电電讯訊]"),
    re.compile(rf"{DAY_HAN}日(?P<city>[{HAN}]{{2,8}})[电電讯訊]"),
    re.compile(rf"[／/](?P<city>[{HAN}]{{2,4}})(?:[报報][导導道]|[电電讯訊])"),
    re.compile(rf"[（(【](?P<city>[{HAN}]{{2,4}})(?:[综綜]合)?[电電讯訊][】）)]"),
    re.compile(
        r"(?:^|[(（])(?P<city>[A-Z][A-Za-z'’. -]{1,30}?)"
        rf"(?:,? ?{MONTH}\.? \d{{1,2}} ?\(|[)）] ?(?=[A-Z]|[-—–])|[)）]? ?(?:--|[—–]))"
    ),
)
_LONGEST_HAN = 8
"""Characters of a city."""
_SPOKEN_IN = re.compile(rf"\b(?:press conference|briefing|interview)s?(?: [a-z]+){{0,3}} in {_CITY}")
_HALL = re.compile(
    r"\b(?:in|at) the (?P<venue>(?:[A-Z][\w'’]+ ){1,5}"
    rf"{_HALL_WORDS})"
    rf"|在(?P<venue_han>[{HAN}\d]{{0,20}}(?:厅|廳|中心|会堂|會堂|会议室|會議室|宾馆|賓館|饭店|飯店|大厦|大廈))"
    rf"(?=[，,与與会會就]|[举舉]|召)"
)
_OF_EVENT = re.compile(
    r"\b(?:conferences?|briefings?|press(?! cent)|media|questions|interview|speaks?|spoke|speaking"
    r"|present(?:s|ing|ed)|attends?|answers?|introduc\w+)\b",
    re.I,
)
_DATELINE_CITY = re.compile(r"(?P<city>[^|丨｜/]{2,40}?)[ \xa0]?[|丨｜/]")


def shows_event(caption: str) -> bool:
    """Whether a caption is about the event: a picture of a port says nothing of when and where the speakers met.

    >>> shows_event("Lin Dahai speaks in Beijing."), shows_event("Cranes load a ship in Shanghai.")
    (True, False)
    """
    return _OF_EVENT.search(caption) is not None


def city_of(text: str, head: Head, opening: Span | None, told: Sequence[Span] = ()) -> tuple[str, Span, str] | None:
    """The city, where it was read, and how it counts. `told`: the prose of a notice."""
    for piece in head.all(Part.DATELINE):
        words = piece.span.of(text)
        if city := _city_of_dateline(words, piece.name):
            start = piece.span.start + words.index(city)
            return city, Span(start, start + len(city)), "dateline"
    for patterns, how in ((_HELD_IN, None), (_WRITTEN_IN, "dateline")):
        for span, basis in _tellers(text, head, told):
            if told_city := next(_cities(text, span, patterns), None):
                return (*told_city, how or basis)
    if address := _of_address(text, head):
        return address
    if opening is not None:
        first = Span(opening.start, min(opening.end, opening.start + 1500))
        if said := next(_cities(text, first, (_SPOKEN_IN,)), None):
            return (*said, "speech")
    return None


def _city_of_dateline(words: str, name: str) -> str:
    """The city in a line of a dateline. `name`: `city` or `hall`, where nothing else stands on it."""
    if name == "city":
        return words.split(",", maxsplit=1)[0].rstrip(" .，。")
    if name == "hall":
        return city_behind_hall(words)
    found = _DATELINE_CITY.match(words)
    return found["city"].strip() if found else dated_city(words)


def _tellers(text: str, head: Head, told: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """The stretches that may tell where it was held, the best first, and how what they tell counts."""
    for part, basis in ((Part.SUMMARY, "summary"), (Part.INTRODUCTION, "summary"), (Part.CAPTION, "caption")):
        for piece in head.all(part):
            if part is not Part.CAPTION or shows_event(piece.span.of(text)):
                yield piece.span, basis
    for span in told:
        yield span, "summary"


def _of_address(text: str, head: Head) -> tuple[str, Span, str] | None:
    for piece in head.pieces:
        if piece.part is Part.FIELD and piece.name in ("address", "venue") and piece.value:
            words = piece.value.of(text).rstrip(". ")
            last = words.split(",")[-1].strip()
            if is_city(last):
                start = piece.value.start + words.rindex(last)
                return last, Span(start, start + len(last)), "address"
    return None


def _cities(text: str, span: Span, patterns: tuple[re.Pattern[str], ...]) -> Iterator[tuple[str, Span]]:
    words = span.of(text)
    for pattern in patterns:
        if pattern is _SEAT and " in Beijing" not in words:
            continue
        for found in pattern.finditer(words):
            if (place := _city_among(words, found)) is not None:
                city = words[place.start : place.end]
                # Agencies print the city of a dateline in capitals.
                city = city.title() if city.isupper() else city
                yield city, Span(span.start + place.start, span.start + place.end)


def _city_among(words: str, found: re.Match[str]) -> Span | None:
    """The longest city at the beginning of what a pattern found, or at its end where it is `until` a date."""
    groups = found.groupdict()
    if found.re is _CAPITAL:
        return Span(*found.span("city"))
    start, end = found.span("until" if "until" in groups else "city")
    name = words[start:end]
    if not has_han(name):
        parts = re.split(r"([ -])", name.rstrip(".'’"))
        lengths = [len("".join(parts[:count]).rstrip(".")) for count in range(len(parts), 0, -2)]
    else:
        lengths = list(range(min(len(name), _LONGEST_HAN), 1, -1))
    for length in lengths:
        place = Span(end - length, end) if "until" in groups else Span(start, start + length)
        if is_city(words[place.start : place.end]):
            return place
    return None


def venue_of(text: str, head: Head) -> tuple[str, Span] | None:
    """The hall, from its own heading or from a sentence of the head."""
    for piece in head.pieces:
        if piece.part is Part.FIELD and piece.name == "venue" and piece.value:
            return " ".join(piece.value.of(text).split()), piece.value
    for piece in head.all(Part.DATELINE):
        if piece.name == "hall":
            return " ".join(piece.span.of(text).split()), piece.span
        if (dated := hall_of_dateline(piece.span.of(text))) and dated["venue"]:
            start = piece.span.start
            return " ".join(dated["venue"].split()), Span(start + dated.start("venue"), start + dated.end("venue"))
    return _hall_told(text, head)


def _hall_told(text: str, head: Head) -> tuple[str, Span] | None:
    """The hall that a sentence of the head names."""
    for part in (Part.SUMMARY, Part.INTRODUCTION, Part.CAPTION):
        for piece in head.all(part):
            if found := _HALL.search(piece.span.of(text)):
                group = "venue" if found["venue"] else "venue_han"
                start, end = found.span(group)
                return " ".join(found[group].split()), Span(piece.span.start + start, piece.span.start + end)
    return None
