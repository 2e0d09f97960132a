"""What pages print above the speech.

In: a page whose first turn has a label. Out: the page with a line more above it: a byline, a told lede, a date, a
breadcrumb, a picture's text. The facts stay: nobody says these lines, and who is named there takes no part. All but the
breadcrumb, which every page may have, stand right above the first label.
"""

from __future__ import annotations

from datetime import date, timedelta

from .edits import with_lines_above
from .facts import Facts, unsaid
from .pages import Page
from .script import in_script

# In English and in Chinese, each in several wordings, of which a page gets one.
BYLINE = (
    (
        "By Senior Colonel Orrin Vale, deputy director of the Lantern Bureau",
        "By Orrin Vale, Lantern Daily",
        "Orrin Vale and Tess Marlow | Lantern Daily",
        "By staff reporter Tess Marlow",
    ),
    ("本报记者 古月明 通讯员 丁一舟", "记者 古月明", "文/古月明 图/丁一舟", "灯湖日报记者 古月明 报道"),
)
LEDE = (
    (
        "The spokesperson met the press at the usual hour, spoke about recent work and answered reporters' questions.",
        "A regular press conference was held in the briefing hall. Journalists of twelve outlets attended.",
        "The spokesperson took questions on a wide range of issues at the regular briefing.",
        "Below is what was said when officials briefed the media and replied to questions.",
    ),
    (
        "发言人在例行发布会上介绍了近期工作情况，并回答了记者的提问。",
        "例行发布会在新闻发布厅举行，十二家媒体的记者出席。",
        "发言人主持了例行记者会，就有关问题答记者问。",
        "有关负责人向媒体通报情况并答问，现将内容整理如下。",
    ),
)
BREADCRUMB = (
    ("Home > Press Room > Records", "You are here: Home >> News >> Briefings", "Lantern Bureau / News / Transcripts"),
    ("首页 > 新闻发布 > 文字记录", "当前位置：首页 >> 新闻 >> 发布会", "您的位置：首页-新闻-实录"),
)
PICTURE = (
    (
        "A view of the briefing hall. [Photo by Orrin Vale]",
        "Reporters raise their hands at the press conference. (Photo/Orrin Vale)",
        "The briefing hall before the press conference. Photo: Tess Marlow",
    ),
    ("图为发布会现场。古月明 摄", "发布会现场（古月明 摄）", "图为记者举手提问。（摄影：古月明）"),
)
_MONTHS = "January February March April May June July August September October November December".split()


def byline(page: Page) -> Page | None:
    """`By Senior Colonel X, post`, or `本报记者 X`."""
    return _above_speech(page, page.pick(BYLINE[page.chinese]), _speech_only(page))


def lede(page: Page) -> Page | None:
    """What happened, told in the third person."""
    return _above_speech(page, page.pick(LEDE[page.chinese]), _speech_only(page))


def picture(page: Page) -> Page | None:
    """The text of a picture."""
    return _above_speech(page, page.pick(PICTURE[page.chinese]), _speech_only(page))


def date_line(page: Page) -> Page | None:
    """The day of publication."""
    line, facts = dated(page)
    return _above_speech(page, line, facts) if facts and line else None


def breadcrumb(page: Page) -> Page | None:
    """The way to the page, above everything."""
    line = in_script(page, page.pick(BREADCRUMB[page.chinese]))
    first = page.text.lower().find("<body")
    place = page.text.find(">", first) + 1 if page.html else 0
    return page.changed(with_lines_above(page, place, [line]), unsaid(page.facts, line))


def dated(page: Page) -> tuple[str, Facts | None]:
    """A line with the day of publication, and the facts of the page with it: None where no such day is known.

    A page that names no day of publication now does; one whose event has no year now may get it.
    """
    values = page.facts.values
    known = values.get("publication.date")
    if known is None and values.get("event.date") is None:
        return "", None
    day = date.fromisoformat(known) if known else date.fromisoformat(values["event.date"]) + timedelta(days=1)
    line = in_script(page, page.pick(_days(day, chinese=page.chinese, known=bool(known))))
    loose = [key for key in ("publication.date", "event.date") if values.get(key) is None]
    return line, unsaid(page.facts, line).without(*loose)


def _days(day: date, *, chinese: bool, known: bool) -> list[str]:
    """The day of publication in several wordings. Where the page does not know it, a bare day might be the event's."""
    bare = [f"{day} 16:48"] if known else []
    if chinese:
        printed = f"{day.year}年{day.month}月{day.day}日"
        return [f"发布时间：{printed} 16:48", f"{printed} 16:48 来源：灯彩局网站", f"更新日期：{day}", *bare]
    month = _MONTHS[day.month - 1]
    return [
        f"Updated: {month} {day.day}, {day.year} 16:48",
        f"Published on {month[:3]}. {day.day}, {day.year}",
        f"Lantern Daily | Updated: {day}",
        *bare,
    ]


def _speech_only(page: Page) -> Facts | None:
    """A notice with a lede, or a news story with a byline, might rightly become something else."""
    return page.facts if page.facts.values.get("kind") == "transcript" else None


def _above_speech(page: Page, line: str, facts: Facts | None) -> Page | None:
    line = in_script(page, line)
    if not page.whole or facts is None or line in page.text:
        return None
    return page.changed(with_lines_above(page, page.heads[0].block, [line]), unsaid(facts, line))
