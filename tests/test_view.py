"""The view of a page: what is debris, what is none, and the way back to the untouched text."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks import GROWTH, calls_during
from scio_transcripts.lexer import View, marked_in, view_of
from scio_transcripts.lexer.view.sounds import sounds_in
from scio_transcripts.sources.html.element import Element
from scio_transcripts.sources.markup import Block, Link, Markup, Zone
from strategies import LINE_ENDS, soup

DEBRIS = {
    "signs that nobody sees": ("Wen\u200b Mo\u00ad: So\u2060me", "Wen Mo: Some"),
    "signs of direction": ("Wen \u200eMo\u202c: \u2068So\u2069", "Wen Mo: \u2068So"),
    "selectors of a variant": ("渡\ufe00口\U000e0100", "渡口"),
    "a byte-order mark": ("\ufeffWen Mo 渡", " Wen Mo 渡"),
    "signs at the end of a line": ("Wen Mo\u200b \u200b\nWhy\u200b", "Wen Mo   \nWhy "),
    "no-break and other odd blanks": ("Wen\xa0Mo\u2003at\u3000渡\u1680口", "Wen Mo at 渡 口"),
    "a hyphen that does not break": ("Vice\u2011Minister", "Vice-Minister"),
    "wide letters and figures": ("ＣＣＴＶ记者，２０２４年", "CCTV记者，2024年"),
    "variants of the colon": ("温漠∶好。记者︰何时﹕", "温漠：好。记者：何时："),
    "compatibility characters": ("\uf9f4業⼤⽔", "林業大水"),
    "sounds behind characters": ("蘆葦(wěi)長(zhǎng)高了(le)", "蘆葦長高了"),
    "sounds in wide brackets": ("蘆葦（wěi）", "蘆葦"),
    "sounds of a word": ("蘆葦(lú wěi)、渡口(dùkǒu)、西安(xī'ān)、花兒(huār)", "蘆葦、渡口、西安、花兒"),
    "sounds in parts of letters": (f"蘆葦({unicodedata.normalize('NFD', 'wěi')})", "蘆葦"),
    "sounds with print's own letters": ("蘆葦(ɡǎnɡ)舢(shɑ̄n)", "蘆葦舢"),
    "two sounds of one character": ("長(zhǎng)(cháng)", "長"),
    "sounds with signs between": ("蘆葦\u200b(w\u200běi)", "蘆葦"),
    "sounds in bopomofo": ("蘆葦(ㄨㄟˇ)的(˙ㄉㄜ)", "蘆葦的"),
    "sounds without a tone among others": ("我們(men)的(de)葦(wěi)", "我們的葦"),
    "sounds with their tones as figures": ("蘆(lu2)葦(wei3)的(de5)", "蘆葦的"),
    "doubled commas and stops": ("蘆葦，，水。。渡、、口：：好，，，", "蘆葦，水。渡、口：好，"),
    "doubled commas with a sign between": ("蘆葦，\u200b，水", "蘆葦，水"),
    "doubled variants": ("温漠∶∶好", "温漠：好"),
    "blanks doubled all over a page": ("Wen Mo  met  the  press.\nWhy  so?", "Wen Mo met the press.\nWhy so?"),
    "blanks doubled in a title": (
        "Briefing  on  the  reeds\nWe have a plan, and all of it is new to you.",
        "Briefing on the reeds\nWe have a plan, and all of it is new to you.",
    ),
}


@pytest.mark.parametrize("kind", sorted(DEBRIS))
def test_debris_is_read_through(kind: str) -> None:
    printed, read = DEBRIS[kind]
    view = view_of(printed)
    assert view.text == read
    assert not view.is_same
    assert view.printed(0, len(read)) == printed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Wen Mo:\n\nWhy?  ",
        "A briefing on reeds and on their rivers  May 5, 2024",
        "“Reeds,” he said – and “water”…",
        "温漠：好。请提问！（笑）",
        "渡口管理局(SCIO)、咖啡馆(café)、马拉加(Málaga)、贝利(Pelé)、河内(Hà Nội)",
        "我们(men)",
        "第三季度(3)、附图(a)、温漠(et al)",
        "(wěi)在行首，Wen(wěi)也是",
        "等等。。。好",
        "⁃ \ud800 \U0001f469 ﬁ ① Ⅳ",
    ],
)
def test_what_is_no_debris_stays(text: str) -> None:
    assert view_of(text) == View(text, text)
    assert view_of(text).is_same


def test_a_syllable_alone_is_a_word() -> None:
    assert sounds_in("請看(he)一次") == []


def test_sounds_are_the_syllables_of_chinese() -> None:
    read = "āi bō cuàn dēng ér fěi guǒ hěn jiǒng kuáng lüè miù nǚ ōu pīn qún rùn shuǎng tiáo wēng xué yuán zhuī".split()
    text = "".join(f"葦({sound})" for sound in read)
    assert [text[start + 1 : end - 1] for start, end in sounds_in(text)] == read
    none = "bē fí jō pōng vā xǒ wù-tang-clan bàd thé él".split()
    assert sounds_in("".join(f"葦({word})" for word in none)) == []


def test_what_is_left_out_belongs_to_what_stands_before_it() -> None:
    view = view_of("鋼(gāng)水，，好")
    assert [view.printed(place, place + 1) for place in range(4)] == ["鋼(gāng)", "水", "，，", "好"]
    assert [view.kept(place, place + 1) for place in range(4)] == ["鋼", "水", "，", "好"]
    assert view.kept(0, 4) == view.text
    assert view_of("Ｗen\u200b Ｍo∶").kept(0, 6) == "Ｗen Ｍo"
    assert [view.at(place) for place in range(len(view.untouched) + 1)] == [0, 1, 1, 1, 1, 1, 1, 1, 2, 3, 3, 4]


# --- any text, with debris ---------------------------------------------------------------------------

_pieces = st.sampled_from(
    [
        *("\u200b", "\ufeff", "\u202c", "\ufe0f", "\xa0", "\u3000", "Ａ", "２", "∶", "，", "。", "：", "\uf9f4"),
        *("(gāng)", "（men）", "(de)", "鋼", "林", "Lin", " ", "\t", ":", "(", ")", "\ud800", "\U0001f600"),
        *LINE_ENDS,
    ]
)
dirty = st.lists(_pieces | st.characters(), max_size=60).map("".join) | st.tuples(
    soup, st.lists(_pieces, max_size=8)
).map(lambda both: "".join([both[0], *both[1]]))
"""Texts with much debris, at their edges, too."""


@given(dirty)
def test_the_way_back_keeps_order_and_loses_nothing(text: str) -> None:
    view = view_of(text)
    places = [view.back(place) for place in range(len(view.text) + 1)]
    assert places[0] == 0
    assert places[-1] == len(text)
    assert all(before < after for before, after in pairwise(places))
    assert [view.at(place) for place in places] == list(range(len(places)))
    assert "".join(view.printed(place, place + 1) for place in range(len(view.text))) == text


@given(dirty)
def test_each_character_of_the_view_is_that_of_the_text_or_its_usual_form(text: str) -> None:
    view = view_of(text)
    for place, sign in enumerate(view.text):
        printed = text[view.back(place)]
        assert sign == printed or sign in " ：-" or sign == unicodedata.normalize("NFKC", printed)


@given(dirty)
def test_what_is_left_out_stands_in_order_apart_and_on_one_line(text: str) -> None:
    view = view_of(text)
    assert all(first < last for first, last in view.cuts)
    assert all(end <= start for (_, end), (start, _) in pairwise(view.cuts))
    assert not any(sign in text[first:last] for first, last in view.cuts for sign in LINE_ENDS)
    assert len(text) - sum(last - first for first, last in view.cuts) == len(view.text)


@given(dirty)
def test_a_view_has_no_debris(text: str) -> None:
    read = view_of(text).text
    again = view_of(read)
    assert again.text == read


@pytest.mark.parametrize(
    "piece",
    [
        *("葦(wěi)", "葦（men）", "葦(wei", "葦(wěi ", "(葦", "葦(wěi)(wěi)", "，", "。", "葦，，", "：：", "∶"),
        *("\u200b", "葦\u200b", "\u200b \n", " \u200b", "\u202e\u200b", "葦\u202e", "\xa0", "Ａ", "\uf9f4"),
    ],
)
def test_twice_the_debris_is_about_twice_the_work(piece: str) -> None:
    short, long = "葦" + piece * 2_000, "葦" + piece * 4_000
    view_of(short)
    assert calls_during(lambda: view_of(long)) <= GROWTH * calls_during(lambda: view_of(short))


# --- what markup says ------------------------------------------------------------------------------

P = Element("p", None, 1, 0)


def test_marks_of_a_page_are_moved_into_the_view() -> None:
    above, page = "葦(wěi)\n\n", "林\u200b漠\u200b：\u200b好\n讀(dú)原文"
    block = Block(0, 7, Zone.MAIN, 5, linked=False, level=0, element=P)
    link = Link("讀原文", "a.htm", 8, 15)
    marked = marked_in(view_of(above + page), Markup(blocks=(block,), links=(link,), original=link), len(above))
    assert view_of(above + page).text == "葦\n\n林漠：好\n讀原文"
    assert marked.blocks == (block._replace(end=4, bold=3),)
    assert marked.links == (link._replace(start=5, end=8),)
    assert marked.original == marked.links[0]


def test_marks_of_a_page_without_debris_are_its_own() -> None:
    markup = Markup(blocks=(Block(0, 4, Zone.MAIN, 4, linked=False, level=0, element=P),))
    assert marked_in(view_of("Lin 好"), markup, 0) is markup


def test_what_nobody_sees_is_not_bold() -> None:
    block = Block(0, 5, Zone.MAIN, 5, linked=False, level=0, element=P)
    marked = marked_in(view_of("\u200b林漠\u200b\u200b\n好"), Markup(blocks=(block,)), 0)
    assert marked.blocks[0].bold == 3
