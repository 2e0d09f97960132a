"""Two invented press conferences, in English and in Chinese, that the tests of this room mutate."""

from __future__ import annotations

from typing import Any

from .pages import Page, as_html, page_of


def _gold(values: dict[str, Any], *turns: tuple[str, str, str]) -> dict[str, Any]:
    """The gold of one of them, of which kind and days are the same."""
    return {
        "kind": "transcript",
        "event.date": "2024-06-06",
        "publication.date": "2024-06-07",
        **values,
        "turns": [{"label": label, "role": role, "starts": starts} for label, role, starts in turns],
    }


ENGLISH = """\
SCIO press conference on towpaths

The State Council Information Office held a press conference on June 6, 2024 in Beijing.

Updated: June 7, 2024

Speakers:

Mr. Weng Yunzhou, director of the Towpath Bureau

Chairperson:

Qiao Mingyue, spokesperson of the SCIO

Qiao Mingyue: Good morning, everyone. Please welcome Mr. Weng. He will take your questions.

Weng Yunzhou: Thank you. The towpaths are forty kilometers long. They are open at night.

CGTN: How wide are the towpaths? Who pays for the lamps?

Weng Yunzhou: They are three meters wide. We have measured twice.

Reuters: When will the last lamp be lit?

Weng Yunzhou: In the spring. Thank you for your question.
"""

CHINESE = """\
国务院新闻办就纤道情况举行新闻发布会

2024-06-07 10:30 来源：新闻办网站

国务院新闻办公室于2024年6月6日（星期四）上午10时举行新闻发布会，请国家纤道局局长翁云舟介绍纤道情况，并答记者问。

国务院新闻办新闻局局长 乔明月：

大家上午好。今天我们请来国家纤道局局长翁云舟先生。请翁局长介绍情况。

国家纤道局局长 翁云舟：

谢谢主持人。纤道全长四十公里。夜里也开放。

新华社记者：

请问纤道有多宽？谢谢。

国家纤道局局长 翁云舟：

三米宽。我们量过两次，结果一样。

路透社记者：

请问最后一盏灯什么时候亮？

国家纤道局局长 翁云舟：

明年春天。谢谢您的提问。
"""


ENGLISH_GOLD = _gold(
    {"chairs": ["Qiao Mingyue"], "officials": ["Weng Yunzhou"], "event.start_time": None},
    ("Qiao Mingyue", "chair", "Good morning, everyone."),
    ("Weng Yunzhou", "official", "Thank you. The towpaths"),
    ("CGTN", "reporter", "How wide are the towpaths?"),
    ("Weng Yunzhou", "official", "They are three meters"),
    ("Reuters", "reporter", "When will the last lamp"),
    ("Weng Yunzhou", "official", "In the spring."),
)
CHINESE_GOLD = _gold(
    {"chairs": ["乔明月"], "officials": ["翁云舟"], "event.start_time": "10:00"},
    ("国务院新闻办新闻局局长 乔明月", "chair", "大家上午好。今天我们"),
    ("国家纤道局局长 翁云舟", "official", "谢谢主持人。纤道全长"),
    ("新华社记者", "reporter", "请问纤道有多宽？"),
    ("国家纤道局局长 翁云舟", "official", "三米宽。我们量过两次"),
    ("路透社记者", "reporter", "请问最后一盏灯"),
    ("国家纤道局局长 翁云舟", "official", "明年春天。谢谢您的"),
)


def english() -> Page:
    return page_of("english", ENGLISH, gold=ENGLISH_GOLD)


def chinese() -> Page:
    return page_of("chinese", CHINESE, gold=CHINESE_GOLD)


def english_html() -> Page:
    return page_of("english as HTML", as_html(ENGLISH), html=True, gold=ENGLISH_GOLD)


def chinese_html() -> Page:
    return page_of("chinese as HTML", as_html(CHINESE), html=True, gold=CHINESE_GOLD)
