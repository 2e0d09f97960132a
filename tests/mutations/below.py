"""What pages print below the speech, and between its pages.

In: any page. Out: the page with a foot: a date, links to print and share, related stories, a hot line, credits; or, of
text, with the running heads and page numbers of a PDF between its lines. The facts stay: nobody says these lines.
"""

from __future__ import annotations

import re

from .above import dated, unsaid
from .edits import Edit, edited, with_lines_below
from .facts import Facts
from .pages import Page
from .script import in_script

PRINT = ("[Print] [Close window]",), ("【打印本页】 【关闭窗口】",)
SHARE = ("Share to: WeChat Weibo Email",), ("分享到：微信 微博",)
RELATED = (
    ("Related stories", "Canal towns open three night markets", "Officials: lamps to stay lit all winter"),
    ("相关阅读", "运河三镇开夜市", "专家：冬季灯火不熄"),
)
HOT_LINE = ("Hotline: 010-5550 0123",), ("服务热线：010-5550 0123",)
CREDITS = ("Editor: Orrin Vale", "(Source: Lantern Bureau website)"), ("（责任编辑：古月明）", "来源：灯彩局网站")
RUNNING = "RECORD OF THE PRESS CONFERENCE", "发布会文字记录"
_SHEET = 400
"""How many signs a sheet has at least: few, so that short pages have several."""


def date_foot(page: Page) -> Page | None:
    """The day of publication."""
    line, facts = dated(page)
    return _below(page, (line,), facts) if facts else None


def print_links(page: Page) -> Page | None:
    return _below(page, PRINT[page.chinese], page.facts)


def share_links(page: Page) -> Page | None:
    return _below(page, SHARE[page.chinese], page.facts)


def related(page: Page) -> Page | None:
    """Headlines of other stories, one with a colon."""
    return _below(page, RELATED[page.chinese], page.facts)


def hot_line(page: Page) -> Page | None:
    return _below(page, HOT_LINE[page.chinese], page.facts)


def credits_foot(page: Page) -> Page | None:
    return _below(page, CREDITS[page.chinese], page.facts)


def running_heads(page: Page) -> Page | None:
    """A running head and a page number at every end of a sheet, between two paragraphs."""
    if page.html:
        return None
    head = in_script(page, RUNNING[page.chinese])
    edits: list[Edit] = []
    last = 0
    for end in re.finditer(r"\n\s*", page.text):
        if end.start() - last < _SHEET or end.end() == len(page.text):
            continue
        number = len(edits) + 1
        last = end.start()
        edits.append((last, last, f"\n\n- {number} -\n\n{head}\n\n"))
    numbers = [f"- {number} -" for number in range(1, len(edits) + 1)]
    return page.changed(edited(page.text, edits), unsaid(page.facts, head, *numbers))


def _below(page: Page, lines: tuple[str, ...], facts: Facts) -> Page | None:
    lines = tuple(in_script(page, line) for line in lines)
    if any(line in page.text for line in lines):
        return None
    return page.changed(with_lines_below(page, lines), unsaid(facts, *lines))
