"""What pages print below the speech, and between its pages.

In: any page. Out: the page with a foot: a date, links to print and share, related stories, a hot line, credits; or, of
text, with the running heads and page numbers of a PDF between its lines. The facts stay: nobody says these lines.
"""

from __future__ import annotations

import re

from .above import dated
from .edits import Edit, edited, with_lines_below
from .facts import Facts, unsaid
from .pages import Page
from .script import in_script

# In English and in Chinese, each in several wordings, of which a page gets one.
PRINT = (
    (("[Print] [Close window]",), ("Print | Email | Top",), ("Print this page",)),
    (("【打印本页】 【关闭窗口】",), ("打印 | 收藏 | 返回顶部",), ("[打印文章]",)),
)
SHARE = (
    (("Share to: WeChat Weibo Email",), ("SHARE", "Facebook", "Twitter"), ("Follow us on WeChat and Weibo",)),
    (("分享到：微信 微博",), ("分享", "微信", "微博"), ("扫一扫分享到微信",)),
)
RELATED = (
    (
        ("Related stories", "Canal towns open three night markets", "Officials: lamps to stay lit all winter"),
        ("MORE NEWS", "- Tides forecast goes online", "- Lock keepers: busiest spring in years"),
        ("Read more:", "Ferry timetable changes from Monday", "Bureau answers letters from readers"),
    ),
    (
        ("相关阅读", "运河三镇开夜市", "专家：冬季灯火不熄"),
        ("相关新闻：", "· 潮汐预报上线", "· 船闸管理员：今春最忙"),
        ("延伸阅读", "渡轮下周一起调整班次", "灯彩局答复读者来信"),
    ),
)
HOT_LINE = (
    (("Hotline: 010-5550 0123",), ("Tel: +86-10-5550-0123", "E-mail: press@example.org"), ("Contact us: 5550 0123",)),
    (
        ("服务热线：010-5550 0123",),
        ("联系电话：5550 0123", "邮箱：press@example.org"),
        ("举报电话：5550 0123",),
    ),
)
CREDITS = (
    (
        ("Editor: Orrin Vale", "(Source: Lantern Bureau website)"),
        ("(Edited by Orrin Vale, Tess Marlow)",),
        ("Translated by Orrin Vale and Tess Marlow",),
    ),
    (("（责任编辑：古月明）", "来源：灯彩局网站"), ("编辑：古月明", "审核：丁一舟"), ("[责编：古月明]",)),
)
RUNNING = (
    ("RECORD OF THE PRESS CONFERENCE", "Press conference, full text", "Lantern Bureau briefing"),
    ("发布会文字记录", "新闻发布会实录", "灯彩局吹风会"),
)
_NUMBERS = "- {} -", "Page {}", "{}", "{} / 99"
"""How sheets are numbered."""
_SHEET = 400
"""How many signs a sheet has at least: few, so that short pages have several."""


def date_foot(page: Page) -> Page | None:
    """The day of publication."""
    line, facts = dated(page)
    return _below(page, (line,), facts) if facts else None


def print_links(page: Page) -> Page | None:
    return _below(page, page.pick(PRINT[page.chinese]), page.facts)


def share_links(page: Page) -> Page | None:
    return _below(page, page.pick(SHARE[page.chinese]), page.facts)


def related(page: Page) -> Page | None:
    """Headlines of other stories, one with a colon."""
    return _below(page, page.pick(RELATED[page.chinese]), page.facts)


def hot_line(page: Page) -> Page | None:
    return _below(page, page.pick(HOT_LINE[page.chinese]), page.facts)


def credits_foot(page: Page) -> Page | None:
    return _below(page, page.pick(CREDITS[page.chinese]), page.facts)


def running_heads(page: Page) -> Page | None:
    """A running head and a page number at every end of a sheet, between two paragraphs."""
    if page.html:
        return None
    head = in_script(page, page.pick(RUNNING[page.chinese]))
    form = page.pick(_NUMBERS)
    edits: list[Edit] = []
    last = 0
    for end in re.finditer(r"\n\s*", page.text):
        place = end.start()
        in_label = any(label.start < place < label.body for label in page.heads)
        if place - last < _SHEET or end.end() == len(page.text) or in_label:
            continue
        last = place
        edits.append((place, place, f"\n\n{form.format(len(edits) + 1)}\n\n{head}\n\n"))
    return page.changed(edited(page.text, edits), unsaid(page.facts, head))


def _below(page: Page, lines: tuple[str, ...], facts: Facts) -> Page | None:
    lines = tuple(in_script(page, line) for line in lines)
    if any(line in page.text for line in lines):
        return None
    return page.changed(with_lines_below(page, lines), unsaid(facts, *lines))
