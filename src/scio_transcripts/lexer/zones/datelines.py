"""Lines of the head that date the page: datelines, source lines, and dates glued to a title or a summary.

In: one line. Out: whether it is such a line. Promises: decided by shape and words, never by a site's name. What it is
the date of is settled in `normalizer/`.
"""

from __future__ import annotations

from scio_transcripts.language.dates.forms import CLOCK, FULL_DATE, SPACE, WEEKDAY, WEEKDAY_HAN
from scio_transcripts.language.signs import words_in
from scio_transcripts.language.speech_acts import sounds_like_title
from scio_transcripts.lazy import re
from scio_transcripts.registry.cities import is_city

_DATELINE = re.compile(
    rf"(?P<city>[A-Z][\w'’. ]{{1,40}}?){SPACE}?[|丨｜/]{SPACE}?"
    rf"(?P<time>(?:\d{{1,2}}(?:[:.]\d{{2}})?{SPACE}?[ap]\.?m\.?|{CLOCK})[^|]{{0,20}}?,?{SPACE})?"
    rf"(?P<date>{FULL_DATE})\.?",
    re.I,
)
_HALL_DATELINE = re.compile(
    r"(?:The )?(?P<venue>(?:[A-Z][\w'’]+ ){1,4}(?:Hall|Cent(?:er|re)|Hotel|Auditorium)(?: of (?:the )?[A-Z]\w+)?)"
    rf",{SPACE}?(?P<date>{FULL_DATE})\.?"
)
# `Wednesday, October 9, 2019, 8:15 p.m. Harbour Office`, `（2015年10月21日）`, `12:48 p.m. EDT`
_HALF_CLOCK = rf"\d{{1,2}}(?:[:.]\d{{2}})?{SPACE}?[AaPp]\.?[Mm]\b\.?(?: (?:[A-Z]{{2,5}}|local time))?"
_DATED_PLACE = re.compile(
    rf"(?:{WEEKDAY},?{SPACE})?{FULL_DATE},?{SPACE}(?:at )?{_HALF_CLOCK},?{SPACE}{{1,8}}"
    r"(?P<venue>[A-Z][\w'’., -]{3,60})"
    rf"|[(（]{FULL_DATE}(?: ?{WEEKDAY_HAN})?[)）]|{_HALF_CLOCK}"
)
_DATED_CITY = re.compile(rf"(?P<city>[^,|丨｜\d]{{2,40}}), ?(?:{WEEKDAY},? )?{FULL_DATE}\.?")
_PLACE_PART = re.compile(r"(?:[A-Z][\w'’.-]{0,20}[ .]?){1,4}")
_HALL = re.compile(
    r"(?:The )?(?:[A-Z][\w'’.-]{0,20} (?:(?:of|and|for) (?:the )?)?){1,7}"
    r"(?:Hall|Cent(?:er|re)|Room|Hotel|Auditorium|Theat(?:er|re)|Building|Headquarters|House|Office|Palace)"
    r"|[\u4e00-\u9fff\d]{2,20}(?:[厅廳]|中心|[会會]堂|[会會][议議]室|[宾賓][馆館]|[饭飯]店|大[厦廈])"
)
AGENCY_DATELINE = re.compile(r"[ \xa0]?\([A-Z][\w .'’/-]{1,40}\)[ \xa0]?(?:-{1,2}|—|–)")
"""What stands behind a day on which an agency reported: `BEIJING, May 2 (Xinhua) -- ...`."""
LED_DATE = re.compile(rf"date[ \xa0](?P<date>{FULL_DATE})[ \xa0]", re.I)
"""The date of a page that a copy has put before its first words."""
# A source line may begin with its date: `2024-06-05 | ...`, `2024年6月5日 08:51 ...`.
_LED_BY_DATE = re.compile(rf"{FULL_DATE}(?:[ \xa0]?[|丨｜]|[ \xa0]{CLOCK}[ \xa0](?!.*[。！？.!?]$))")
_GLUED_DATE = re.compile(
    r"(?:[ \t\xa0]{0,8}(?:[|丨｜]|/,)[ \t\xa0]{0,8}"
    r"|[ \t\xa0]{2,8}"
    r"|(?<=[.!?”\x22])[ \t\xa0])"
    rf"(?P<date>{FULL_DATE})\.?"
    r"(?P<rest>(?:[ \t\xa0]{0,8}Adjust font size:)?)$"
)
_SOURCE_MARK = re.compile(
    r"Updated|Comment\(s\)|E-?mail|Adjust font size|Source|Publi(?:shed|cation)|Posted|[|丨｜]|Print\b"
    r"|来源|來源|[发發][布佈][时時]",
    re.I,
)
_DIGIT = re.compile(r"[\d年]")
_DATED = re.compile(FULL_DATE)
BYLINE = re.compile(r"By [^|丨｜:]{2,80}[|丨｜][ \xa0]?", re.I)
"""Who wrote it, above or before the source: `By A and B | CHINA DAILY | ...`."""
# `Opening Period: ...`, `Start: ...`: a field that these pages do not have, and no publication.
_OTHER_FIELD = re.compile(r"[-•· ]{0,3}(?P<name>[A-Z][A-Za-z ]{2,30}):(?!\d)")
# The date stands on the next line, or nowhere.
_UNDATED_SOURCE = re.compile(
    r".{0,30}?(?:[|丨｜] ?(?:Updated ?[:：]?)?|Updated ?[:：])"
    r"|.{0,60}(?:Comment\(s\)|Print E-?mail).{0,60}",
    re.I,
)
_SOURCE_NOISE = re.compile(
    rf"{FULL_DATE}|{CLOCK}|{WEEKDAY}|{WEEKDAY_HAN}|\bGMT\+?8?|\bBJT"
    r"|(?:[浏瀏][览覽]|[点點][击擊]|[阅閱][读讀])?(?:量|次[数數])?[:：]? ?\d{1,8} ?次"
    r"|\d+ Comment\(s\)|Print\b|E-?mail\b|Adjust font size"
    r"|Updated|Source|Published(?: on)?|Posted|Editor|\bNo\. ?\d{1,3}\b"
    r"|来源|來源|作者|[编編][辑輯]|[发發][布佈][时時][间間]|[^\W\d_]*[网網]站|https?://\S*"
    r"|[()（）]|[|丨｜:：,;、，]",
    re.I,
)
_LONGEST_GLUED = 60
_SOURCE_LONGEST = 180
_MOST_CITY_WORDS = 3
_LANDS = 2
"""Names behind a city's: of its region, and of its country."""
_MOST_WORDS = 7
"""Words of a source line besides its date and its marks."""


def is_dateline(text: str) -> bool:
    """Whether the line gives city and date, as `Beijing | 10 a.m. July 27, 2023`.

    >>> is_dateline("Beijing | 10 a.m. July 27, 2023"), is_dateline("China SCIO | October 23, 2023")
    (True, False)
    >>> is_dateline("Vienna, 16 March 2007"), is_dateline("Harbour Daily, 16 March 2007")
    (True, False)
    """
    if _DIGIT.search(text) is None:
        return False
    if hall_of_dateline(text) or _DATED_PLACE.fullmatch(text):
        return True
    if dated_city(text):
        return True
    found = _DATELINE.fullmatch(text)
    return found is not None and bool(found["time"] or is_city(found["city"]))


def dated_city(text: str) -> str:
    """The city of a line that is a city and a day, as `Vienna, 16 March 2007`, or nothing."""
    found = _DATED_CITY.fullmatch(text)
    return found["city"] if found and is_city(found["city"]) else ""


def hall_of_dateline(text: str) -> re.Match[str] | None:
    """The hall and the day of a line such as `The Great Hall of the People, March 15, 2017`, or None."""
    return _HALL_DATELINE.fullmatch(text) or _DATED_PLACE.fullmatch(text)


def is_city_line(text: str) -> bool:
    """Whether a line is a city, with its land or not: beside a date it says where the event was held.

    >>> is_city_line("Ankara, Turkey"), is_city_line("Washington, D.C.,"), is_city_line("Beijing opens a canal")
    (True, True, False)
    """
    city, *rest = [part.strip() for part in text.rstrip(" .,，。").split(",")]
    return is_city(city.rstrip(".")) and len(rest) <= _LANDS and all(_PLACE_PART.fullmatch(part) for part in rest)


def is_hall_line(text: str) -> bool:
    """Whether a line is a hall, with its city or not: beside a date it says where the event was held.

    >>> is_hall_line("Harbour House Briefing Room"), is_hall_line("Lantern Agency Headquarters Vienna")
    (True, True)
    >>> is_hall_line("We met in the briefing room")
    False
    """
    return _HALL.fullmatch(text) is not None or city_behind_hall(text) != ""


def city_behind_hall(text: str) -> str:
    """The city at the end of a line that is a hall with its city, or nothing."""
    parts = text.rstrip(" .,").split(" ")
    for count in range(1, min(_MOST_CITY_WORDS, len(parts) - 1) + 1):
        city, hall = " ".join(parts[-count:]), " ".join(parts[:-count]).rstrip(",")
        if is_city(city) and _HALL.fullmatch(hall):
            return city
    return ""


def is_source(text: str) -> bool:
    """A date with little beside it but the words of a source line."""
    if len(text) > _SOURCE_LONGEST:
        return False
    if is_undated(text):
        return bool(_UNDATED_SOURCE.fullmatch(text))
    text = BYLINE.sub("", text, count=1)
    left = _SOURCE_NOISE.sub(" ", text).split()
    marked = bool(_SOURCE_MARK.search(text))
    if (other := _OTHER_FIELD.match(text)) and not _SOURCE_MARK.search(other["name"]):
        return False
    count = sum(map(words_in, left))
    if _LED_BY_DATE.match(text):
        return count <= _MOST_WORDS
    return count <= (_MOST_WORDS if marked else 3) and not sounds_like_title(" ".join(left))


def is_undated(text: str) -> bool:
    """Whether a source line leaves its date to another line."""
    return _DIGIT.search(text) is None or _DATED.search(text) is None


def glued_date(text: str) -> re.Match[str] | None:
    """A publication date glued to the end of a title or a summary, or None."""
    if not (text[-1:].isdigit() or text[-2:-1].isdigit() or text.endswith(":")):
        return None
    return _GLUED_DATE.search(text, max(0, len(text) - _LONGEST_GLUED))
