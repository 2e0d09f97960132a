"""The mutators themselves: each changes a page as it says, and what must come of it as the page."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from .made import CHINESE, ENGLISH, ENGLISH_GOLD, chinese, chinese_html, english, english_html
from .mutators import MUTATORS
from .pages import Page, as_html, page_of
from .script import to_traditional

MADE = (english, chinese, english_html, chinese_html)
Make = Callable[[], Page]

# A mutator, a page, what the mutated page has, what it has no more.
CHANGES: list[tuple[str, Make, str, str]] = [
    ("stamp-before", english, "\n[10:11] CGTN: How", "\nCGTN"),
    ("stamp-before", chinese_html, "<p>[10:14]国家纤道局局长 翁云舟：</p>", "<p>国家纤道局局长"),
    ("stamp-behind", english, "\nCGTN (10:11): How", "CGTN:"),
    ("stamp-behind", chinese, "\n新华社记者（10:11）：\n", "记者："),
    ("stamp-above", english, "\n10:11\n\nCGTN: How", r"\(10"),
    ("stamp-above", english_html, "<p>10:11</p>\n<p>CGTN: How", r"\(10"),
    ("stamp-beside", english, "\n10:11 CGTN: How", "\nCGTN"),
    ("stamp-beside", chinese, "\n10:11新华社记者：\n", "\n新华社"),
    ("label-colon-width", english, "\nCGTN： How", "CGTN:"),
    ("label-colon-width", chinese, "\n新华社记者:\n", "记者："),
    ("label-bracketed", english, "\n[CGTN]: How", "\nCGTN"),
    ("label-bracketed", chinese, "\n【新华社记者】\n", "记者："),
    ("label-numbered", english, "\n3. CGTN: How", "\nCGTN"),
    ("label-numbered", chinese, "\n3、新华社记者：\n", "\n新华社"),
    ("label-bold", english_html, "<p><strong>CGTN</strong>  How", "CGTN:"),
    ("label-bold", chinese_html, "<p><strong>新华社记者</strong>", "记者："),
    ("label-unique-asker", english, "\nTern Valley Courier: When will the last lamp", "Reuters"),
    ("label-unique-asker", chinese, "\n青禾山报记者：\n\n请问最后一盏灯", "路透社"),
    ("label-unique-remark", english, "\nWeng Yunzhou (holding up a chart): In the spring", "Weng Yunzhou: In"),
    ("label-unique-remark", chinese, "\n国家纤道局局长 翁云舟（举起图表）：\n\n明年", "翁云舟：\n\n明年"),
    ("name-dotted", english, "Mr. A. J. Verlinde, director", "Weng"),
    ("name-dotted", chinese, "请巴里局长介绍情况", "翁"),
    ("name-particled", english, "Please welcome Mr. van der Meulen.", "Weng"),
    ("name-particled", chinese, "\n国家纤道局局长 安德·凡·德·巴里：\n", "翁"),
    ("name-with-article", english, "\nYusuf al-Karimi: Thank you.", "Weng"),
    ("name-with-article", chinese, "尤素福·阿尔-巴里先生", "翁"),
    ("name-two-families", english, "Please welcome Mr. Leung Cheng.", "Weng"),
    ("name-two-families", chinese, "请司徒局长介绍情况", "翁"),
    ("name-spaced", english, "\nOu Yi: Thank you.", "Weng"),
    ("name-spaced", chinese, "\n国家纤道局局长 江 帆：\n", "翁"),
    ("name-all-officials", english, "\nShi Wenguang: Thank you.", "Weng Y"),
    ("name-all-officials", chinese, "请石局长介绍情况", "翁"),
    ("outlets-known", english, "\nKyodo News: How", "CGTN"),
    ("outlets-known", chinese, "\n共同社记者：\n", "新华社"),
    ("outlets-invented", english, "\nSaffron Bay Times: When", "Reuters"),
    ("outlets-invented", chinese, "\n白沙晚报记者：\n", "路透社"),
    (
        "above-byline",
        english,
        "\n\nBy Senior Colonel Orrin Vale, deputy director of the Lantern Bureau\n\nQiao Mingyue: Good",
        "@",
    ),
    ("above-byline", chinese, "\n\n本报记者 古月明 通讯员 丁一舟\n\n国务院新闻办新闻局局长 乔明月：", "@"),
    ("above-lede", english_html, "answered reporters' questions.</p>\n<p>Qiao Mingyue: Good", "@"),
    ("above-lede", chinese, "并回答了记者的提问。\n\n国务院新闻办新闻局局长 乔明月：", "@"),
    ("above-date", english, "\n\nUpdated: June 7, 2024 16:48\n\nQiao Mingyue: Good", "@"),
    ("above-date", chinese, "\n\n发布时间：2024年6月7日 16:48\n\n国务院新闻办新闻局局长 乔明月：", "@"),
    ("above-breadcrumb", english_html, "<body><p>Home &gt; Press Room &gt; Records</p>", "@"),
    ("above-breadcrumb", chinese, "首页 > 新闻发布 > 文字记录\n\n国务院新闻办就", "@"),
    ("above-picture", english, "\n\nA view of the briefing hall. [Photo by Orrin Vale]\n\nQiao Mingyue: Good", "@"),
    ("below-date", english, "your question.\n\nUpdated: June 7, 2024 16:48\n", "@"),
    ("below-print", chinese, "您的提问。\n\n【打印本页】 【关闭窗口】\n", "@"),
    ("below-share", english_html, "<p>Share to: WeChat Weibo Email</p>\n</body>", "@"),
    ("below-related", english, "\n\nRelated stories\n\nCanal towns open", "@"),
    ("below-hot-line", chinese, "您的提问。\n\n服务热线：010-5550 0123\n", "@"),
    ("below-credits", english, "\n\nEditor: Orrin Vale\n\n(Source: ", "@"),
    ("running-heads", english, "\n\n- 1 -\n\nRECORD OF THE PRESS CONFERENCE\n\n", "@"),
    ("paragraphs-broken", english, "Weng Yunzhou: Thank you.\n\nThe towpaths are", "you. The"),
    ("paragraphs-broken", chinese_html, "谢谢主持人。</p>\n<p>纤道全长四十公里。夜里", "。纤道"),
    ("label-glued", chinese, "\n新华社记者：请问", "记者：\n"),
    ("label-glued", chinese_html, "<p>新华社记者：请问", "记者：<"),
    ("label-apart", english, "\nCGTN:\n\nHow", "CGTN: "),
    ("label-apart", english_html, "<p>CGTN:</p>\n<p>How", "CGTN: "),
    ("page-glued", english, "kilometers long. They are open at night. CGTN: How", "\n"),
    ("line-ends", english, "CGTN: How wide are the towpaths? Who pays for the lamps?\r\n\r\n", "[^\r]\n"),
    ("blanks-doubled", english, "\nCGTN:  How  wide", "How wide"),
    ("blanks-no-break", english, "\nCGTN:\u00a0How\u00a0wide", " "),
    ("blanks-no-break", english_html, "<p>CGTN:&nbsp;How&nbsp;wide", "How wide"),
    ("zero-width", english, "\n\u200bCGTN\u200b: How", "CGTN:"),
    ("script", chinese, "\n國家纖道局局長 翁雲舟：\n", "国"),
    ("pinyin", chinese, "\n国(guó)家纤道局局长 翁云舟：\n\n谢谢主持人", "国家"),
]


@pytest.mark.parametrize(("mutator", "make", "has", "lacks"), CHANGES)
def test_a_mutator_changes_the_page_as_it_says(mutator: str, make: Make, has: str, lacks: str) -> None:
    page = MUTATORS[mutator](make())
    assert page is not None
    assert has in page.text
    assert not re.search(lacks, page.text)


def test_every_mutator_is_shown_above() -> None:
    assert {mutator for mutator, *_ in CHANGES} == set(MUTATORS)


@pytest.mark.parametrize("make", MADE)
@pytest.mark.parametrize("mutator", MUTATORS)
def test_a_mutator_is_pure(mutator: str, make: Make) -> None:
    page = make()
    assert MUTATORS[mutator](page) == MUTATORS[mutator](make())
    assert page == make()


@pytest.mark.parametrize("make", MADE)
@pytest.mark.parametrize("mutator", [name for name in MUTATORS if name.split("-")[0] in ("above", "below", "running")])
def test_what_is_put_around_the_speech_is_said_by_nobody(mutator: str, make: Make) -> None:
    page, mutated = make(), MUTATORS[mutator](make())
    if mutated is None:
        assert mutator == "running-heads"
        return
    assert mutated.facts.turns == page.facts.turns
    assert mutated.facts.unsaid
    assert not any(words in page.text for words in mutated.facts.unsaid)


def test_a_person_is_renamed_in_all_that_must_come_of_the_page() -> None:
    mutated = MUTATORS["name-particled"](english())
    assert mutated is not None
    assert mutated.facts.values["officials"] == ("Jan van der Meulen",)
    assert [said.speaker for said in mutated.facts.turns][1::2] == ["Jan van der Meulen"] * 3
    assert mutated.facts.turns[0].text.startswith("Good morning, everyone. Please welcome Mr. van der Meulen.")


def test_a_chinese_official_is_renamed_in_labels_with_a_post() -> None:
    mutated = MUTATORS["name-spaced"](chinese())
    assert mutated is not None
    assert [said.label for said in mutated.facts.turns][1::2] == ["国家纤道局局长 江 帆"] * 3
    assert mutated.facts.values["officials"] == ("江 帆",)


def test_a_person_whose_family_name_another_has_is_left_alone() -> None:
    page = page_of("two of a name", ENGLISH.replace("Qiao Mingyue", "Weng Mingyue"))
    assert page.facts.values["chairs"] == ("Weng Mingyue",)
    assert MUTATORS["name-dotted"](page) is None


def test_outlets_are_swapped_in_labels_and_speakers() -> None:
    mutated = MUTATORS["outlets-known"](english())
    assert mutated is not None
    assert [(said.label, said.speaker) for said in mutated.facts.turns if said.role == "reporter"] == [
        ("Kyodo News", "Kyodo News"),
        ("Economic Daily", "Economic Daily"),
    ]


def test_one_label_alone_becomes_unique() -> None:
    mutated = MUTATORS["label-unique-remark"](english())
    assert mutated is not None
    assert [said.label for said in mutated.facts.turns][1::2] == [
        "Weng Yunzhou",
        "Weng Yunzhou",
        "Weng Yunzhou (holding up a chart)",
    ]
    assert {said.speaker for said in mutated.facts.turns[1::2]} == {"Weng Yunzhou"}


def test_stamps_that_a_page_has_are_moved() -> None:
    page = page_of("stamped", ENGLISH.replace("CGTN:", "[15:30] CGTN:"), gold=ENGLISH_GOLD)
    mutated = MUTATORS["stamp-behind"](page)
    assert mutated is not None
    assert "\nCGTN (15:30): How" in mutated.text
    assert "\nReuters (10:17): When" in mutated.text


@pytest.mark.parametrize("mutator", ["above-byline", "below-related", "name-spaced", "label-unique-remark"])
def test_pages_differ_in_what_is_put_on_them(mutator: str) -> None:
    texts = {variant: MUTATORS[mutator](replace(chinese(), variant=variant)) for variant in range(12)}
    assert len({page.text for page in texts.values() if page is not None}) >= 3


def test_on_a_page_in_traditional_characters_nothing_simplified_appears() -> None:
    page = page_of("traditional", to_traditional(CHINESE))
    assert page.traditional
    for mutator in ("above-lede", "below-related", "name-with-article", "outlets-invented", "label-unique-asker"):
        mutated = MUTATORS[mutator](page)
        assert mutated is not None
        assert to_traditional(mutated.text) == mutated.text


def test_numbers_and_stamps_stand_outside_of_brackets() -> None:
    page = page_of("brackets", ENGLISH.replace("CGTN:", "[CGTN]:").replace("Reuters:", "[Reuters]:"), gold=ENGLISH_GOLD)
    forms = {
        "label-numbered": "\n3. [CGTN]: How",
        "stamp-before": "\n[10:11] [CGTN]: How",
        "stamp-beside": "\n10:11 [CGTN]: How",
        "stamp-behind": "\n[CGTN] (10:11): How",
    }
    for mutator, form in forms.items():
        mutated = MUTATORS[mutator](page)
        assert mutated is not None
        assert form in mutated.text


def test_a_page_with_stamps_below_its_turns_gets_no_others() -> None:
    text = re.sub(r"([.?])\n\n(?=CGTN|Weng|Reuters)", r"\1\n\n15:30:12\n\n", ENGLISH) + "\n15:44:00\n"
    assert MUTATORS["stamp-before"](page_of("stamped below", text, gold=ENGLISH_GOLD)) is None


def test_a_page_whose_labels_only_the_lines_show_is_not_glued() -> None:
    page = page_of("no colons", ENGLISH.replace("CGTN: ", "CGTN\n\n"), gold=ENGLISH_GOLD)
    assert MUTATORS["page-glued"](page) is None


def test_a_head_in_the_middle_of_a_line_keeps_what_stands_before() -> None:
    page = page_of("glued", " ".join(ENGLISH.split()), gold=ENGLISH_GOLD)
    mutated = MUTATORS["stamp-before"](page)
    assert mutated is not None
    assert "spokesperson of the SCIO [10:05] Qiao Mingyue: Good morning, everyone." in mutated.text
    assert "at night. [10:11] CGTN: How wide" in mutated.text
    assert MUTATORS["stamp-above"](page) is None
    assert MUTATORS["above-byline"](page) is None


def test_a_person_who_would_still_be_called_by_the_old_name_is_left_alone() -> None:
    page = page_of("called", ENGLISH.replace("We have measured", "The Weng family has measured"), gold=ENGLISH_GOLD)
    assert MUTATORS["name-dotted"](page) is None


def test_a_date_is_not_judged_where_the_new_line_may_rightly_give_it() -> None:
    page = page_of("undated", ENGLISH.replace("Updated: June 7, 2024\n\n", ""))
    assert page.facts.values["publication.date"] is None
    mutated = MUTATORS["below-date"](page)
    assert mutated is not None
    assert "Updated: June 7, 2024 16:48" in mutated.text
    assert "publication.date" not in mutated.facts.values


def test_signs_that_html_writes_otherwise_are_found_again() -> None:
    gold = json.loads(json.dumps(ENGLISH_GOLD).replace("CGTN", "Lantern & Lock"))
    page = page_of("html", as_html(ENGLISH.replace("CGTN", "Lantern & Lock")), html=True, gold=gold)
    mutated = MUTATORS["label-bracketed"](page)
    assert mutated is not None
    assert "[Lantern &amp; Lock]:" in mutated.text
