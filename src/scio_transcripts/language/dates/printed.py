"""Dates and times of these pages, in the forms that they use.

In: a text. Out: what is printed, with its place: month and day, year and weekday where they stand there. Promises: no
value that is not in the text; an impossible date is said to be one. Knows nothing of what a date is the date of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from scio_transcripts.language.dates.forms import (
    DAY_HAN,
    DAY_OF_REPUBLIC,
    DAY_PART_HAN,
    FIGURES_HAN,
    MONTH,
    MONTH_HAN,
    MONTHS,
    SPACE,
    WEEKDAY,
    WEEKDAY_HAN,
    WEEKDAY_SHORT,
    WEEKDAYS,
    YEAR,
    YEAR_HAN,
    YEAR_OF_REPUBLIC,
)
from scio_transcripts.lazy import re
from scio_transcripts.registry.script import is_han
from scio_transcripts.spans import Span

_MONTH_NUMBER = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_WEEKDAY_NUMBER = {name[:3].lower(): number for number, name in enumerate(WEEKDAYS)}
_HOURS = {w: i for i, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())}
_HOUR = "|".join(list(_HOURS)[1:])
_DATE = re.compile(
    # Every date begins with one of these: at most characters nothing else is tried.
    rf"(?=[\dJFMASOND中民十{FIGURES_HAN}])(?:"
    rf"(?P<ymd>(?P<y1>{YEAR})[-/.](?P<m1>\d{{1,2}}|[A-Z][a-z]{{2,8}})[-/.](?P<d1>\d{{1,2}})(?!\d))"
    rf"|(?P<roc>(?={DAY_OF_REPUBLIC})(?P<y6>\d{{3}})[-/.](?P<m6>\d\d)[-/.](?P<d6>\d\d))"
    rf"|(?P<mdy>(?P<m2>\d{{1,2}})/(?P<d2>\d{{1,2}})/(?P<y2>{YEAR}))"
    rf"|(?P<dmy>(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?{SPACE}(?P<m3>{MONTH})\b\.?(?:,?{SPACE}(?P<y3>{YEAR}))?)"
    rf"|(?P<word>(?P<m4>{MONTH})\.?{SPACE}?(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?![\d%:]"
    rf"|\.\d)(?:(?:{SPACE}?,{SPACE}?|{SPACE})(?P<y4>{YEAR})(?!\d))?)"
    rf"|(?P<han>(?:(?P<y5>{YEAR_HAN}|{YEAR_OF_REPUBLIC}) ?年 ?)?(?P<m5>{MONTH_HAN}) ?月 ?(?P<d5>{DAY_HAN}) ?[日号號]))"
)
_DIGIT = re.compile(r"\d|月")
_MONTHS_A_YEAR = 12
_VALUES = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0"}
_REPUBLIC = 1911
"""The year before the first of the Republic."""
_LEAST_YEAR = 1000
"""Smaller numbers of years are the Republic's."""
_NARROW = {0xFF10 + digit: str(digit) for digit in range(10)}
"""Chinese pages may print figures as wide as characters: `２０２４年`."""
# Short forms are family names as well: `Sun`, `Mon`. They count in brackets or before a date.
_WEEKDAY = re.compile(
    rf"\b(?P<long>{WEEKDAY})\b|\((?P<bracketed>{WEEKDAY_SHORT})\.?\)"
    rf"|\b(?P<short>{WEEKDAY_SHORT})[.,]{{0,2}} (?={MONTH}\.? ?\d|\d)"
    rf"|(?P<han>{WEEKDAY_HAN})"
)
_WEEKDAYS_HAN = "一二三四五六日"
_TIME = re.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})(?:[:：.](?P<minute>[0-5]\d)(?:[:：]\d{2})?)?"
    rf"{SPACE}?(?P<half>[AaPp])\.?[Mm]\b\.?"
    rf"|\b(?P<word>{_HOUR})(?: o['’]clock)?{SPACE}(?P<half2>[AaPp])\.?[Mm]\b\.?"
    rf"|\b(?P<told>\d{{1,2}}|{_HOUR})(?:[:.](?P<minute_told>[0-5]\d))?(?: o['’]clock)?"
    r" in the (?P<of_day>morning|afternoon|evening)\b"
    rf"|(?P<part24>{DAY_PART_HAN})?(?<![\d:])(?P<hour24>[01]?\d|2[0-3])[:：](?P<minute24>[0-5]\d)(?![\d:])"
    # In Chinese figures only behind a part of the day: `三点` are three points.
    rf"|(?P<part>{DAY_PART_HAN})?(?<!\d) ?(?P<hour_han>[01]?\d|2[0-3]|(?(part)[一二三四五六七八九十]{{1,3}}|(?!)))"
    r" ?[时時点點](?!间|間)(?: ?(?P<minute_han>[0-5]?\d) ?分|(?P<half_han>半))?"
)
_AFTER_NOON = frozenset("下午 午后 午後 傍晚 晚间 晚間 晚上 晚 afternoon evening".split())
_RANGE = re.compile(r"\s?(?:-|–|—|~|～|to|until|至|到)\s?")


class PrintedDate(NamedTuple):
    """A date as printed."""

    year: int | None
    month: int
    day: int
    span: Span
    twofold: bool = False
    """Whether day and month can be read the other way round: `05/06/2024` is of May or of June."""

    @property
    def valid(self) -> bool:
        """Whether the calendar has it (the 29th of February counts where no year is given)."""
        return self.on(self.year or 2000) is not None

    def on(self, year: int) -> date | None:
        """The date in that year, or None where the calendar has none."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None

    @property
    def iso(self) -> str | None:
        """ISO form, or None without a year, or where it can be read two ways."""
        known = self.on(self.year) if self.year and not self.twofold else None
        return known.isoformat() if known else None


def dates_in(text: str, offset: int = 0) -> Iterator[PrintedDate]:
    """Every date in `text`, in order; `offset` is added to the spans.

    >>> [d.iso for d in dates_in("二〇一二年七月二十三日, 2024 年 6 月 5 日")]
    ['2012-07-23', '2024-06-05']

    >>> [d.iso for d in dates_in("113年5月20日, 113-05-20")]
    ['2024-05-20', '2024-05-20']

    >>> [(d.year, d.month, d.day) for d in dates_in("on April 12, Updated: Jan.19, 2016")]
    [(None, 4, 12), (2016, 1, 19)]
    """
    if not _DIGIT.search(text):
        return
    text = text if text.isascii() else text.translate(_NARROW)
    for found in _DATE.finditer(text):
        # Checked here, not in the pattern: one that begins with plain characters is searched for much faster.
        before = text[found.start() - 1 : found.start()]
        if (before.isalnum() and not is_han(before) and not _is_glued_day(text, found)) or (
            before == "." and found["dmy"]
        ):
            continue
        if (printed := _read(found, offset)) is not None:
            yield printed


def _read(found: re.Match[str], offset: int) -> PrintedDate | None:
    """What a match says; None where no month has such a number."""
    number = {"ymd": "1", "mdy": "2", "dmy": "3", "word": "4", "han": "5", "roc": "6"}[found.lastgroup or _outer(found)]
    year = found[f"y{number}"]
    month, day = _month(found[f"m{number}"]), _number(found[f"d{number}"])
    if month is None and found["mdy"]:
        # `15/03/2002`: no month has that number, so that the day stands first.
        month, day = _month(found["d2"]), int(found["m2"])
    if month is None:
        return None
    return PrintedDate(
        year=_year(year) if year else None,
        month=month,
        day=day,
        span=Span(offset + found.start(), offset + found.end()),
        twofold=bool(found["mdy"]) and day <= _MONTHS_A_YEAR and day != month,
    )


def _is_glued_day(text: str, found: re.Match[str]) -> bool:
    """`Press Conference on24 February 2004`."""
    return bool(found["dmy"] and found["y3"]) and text[: found.start()].endswith(" on")


def _outer(found: re.Match[str]) -> str:
    return next(name for name in ("ymd", "mdy", "dmy", "word", "han", "roc") if found[name])


def _month(printed: str) -> int | None:
    if printed.isdigit() or is_han(printed) or printed[0] in _VALUES:
        return number if 1 <= (number := _number(printed)) <= 12 else None
    return _MONTH_NUMBER.get(printed[:3].lower())


def _year(printed: str) -> int:
    """`2024`, `二〇二四`, or a year of the Republic: `民國113`, `113`."""
    year = _number(re.sub("^.*[国國] ?", "", printed))
    return year + (_REPUBLIC if year < _LEAST_YEAR else 0)


def _number(printed: str) -> int:
    """A number in figures, in Chinese words below 200, or figure by figure: `23`, `二十三`, `廿三`, `二〇一二`."""
    if printed.isdecimal():
        return int(printed)
    hundred, _, printed = printed.rpartition("百")
    if hundred:
        return 100 * _number(hundred) + (_number(printed.lstrip("零〇○")) if printed else 0)
    tens, ten, ones = printed.replace("廿", "二十").rpartition("十")
    figures = "".join(_VALUES.get(sign, sign) for sign in ones) or "0"
    return (10 * int(_VALUES.get(tens, tens) or 1) if ten else 0) + int(figures)


def full_date_in(text: str, offset: int = 0) -> PrintedDate | None:
    """The first date with a year that the calendar has, or None."""
    return next((d for d in dates_in(text, offset) if d.iso), None)


def weekday_in(text: str) -> int | None:
    """The first weekday named in `text`, Monday being 0, or None.

    >>> weekday_in("held on Tuesday"), weekday_in("May 23 (Fri)"), weekday_in("held with Sun Qing")
    (1, 4, None)
    """
    found = _WEEKDAY.search(text)
    if found is None:
        return None
    if found["han"]:
        return _WEEKDAYS_HAN.index(found["han"][-1].replace("天", "日"))
    return _WEEKDAY_NUMBER[(found["long"] or found["bracketed"] or found["short"])[:3].lower()]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedTime:
    """A time of day, or a range, as printed."""

    start: str
    end: str | None
    span: Span


def time_in(text: str, offset: int = 0) -> PrintedTime | None:
    """The first time of day in `text`, `HH:MM`, with its end where a range is printed.

    >>> time_in("Beijing | 3 p.m. April 1, 2021").start, time_in("at three pm").start, time_in("15:00-15:40").end
    ('15:00', '15:00', '15:40')
    """
    text = text if text.isascii() else text.translate(_NARROW)
    first = _TIME.search(text)
    if first is None:
        return None
    start, end, last = _clock(first), None, first.end()
    if (joiner := _RANGE.match(text, first.end())) and (second := _TIME.match(text, joiner.end())):
        end, last = _clock(second) or None, second.end()
    return PrintedTime(start=start, end=end, span=Span(offset + first.start(), offset + last)) if start else None


def _clock(found: re.Match[str]) -> str:
    """The time in 24 hours; an hour that no day has is an empty text."""
    if found["half"] or found["half2"]:
        hour = int(found["hour"]) if found["hour"] else _HOURS[found["word"].lower()]
        half = (found["half"] or found["half2"]).lower()
        # `15 p.m.` is a slip for 15:00; midnight and noon are 12 a.m. and 12 p.m.
        hour = hour if hour > 12 else hour % 12 + (12 if half == "p" else 0)
        return _as_clock(hour, found["minute"])
    if found["told"]:
        hour = int(found["told"]) if found["told"].isdigit() else _HOURS[found["told"].lower()]
        return _as_clock(hour + _noon(hour, found["of_day"]), found["minute_told"])
    if found["hour24"]:
        hour = int(found["hour24"])
        return _as_clock(hour + _noon(hour, found["part24"]), found["minute24"])
    hour = _number(found["hour_han"])
    return _as_clock(hour + _noon(hour, found["part"]), "30" if found["half_han"] else found["minute_han"])


def _noon(hour: int, part: str | None) -> int:
    """The hours to add to an hour of the afternoon or the evening: `下午4:10` is 16:10."""
    return 12 if hour < 12 and part in _AFTER_NOON else 0


def _as_clock(hour: int, minute: str | None) -> str:
    return f"{hour:02}:{int(minute or 0):02}" if hour < 24 else ""
