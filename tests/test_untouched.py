"""Documents of pages with debris: they say what the clean page says, and every place is one of the untouched text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks import assert_lawful, assert_partition, assert_placed
from depth import examples
from render import LAYOUTS, Finish, finish
from scio_transcripts import Transcript, lex, model, parse, parse_html
from scio_transcripts.events import parse_events, parse_sources
from scio_transcripts.lexer import view_of
from scio_transcripts.model.base import Offset, Part
from scio_transcripts.sources.text import Source
from strategies import Spec, soup, specs

HAN = re.compile(r"(?<=[\u4e00-\u9fff])")

CHINESE = """国务院新闻办就芦苇收割举行新闻发布会

国务院新闻办公室于2022年5月11日（星期三）下午3时30分在芦荡厅举行新闻发布会，请国家芦苇局局长阮伯清介绍情况，并答记者问。

国务院新闻办新闻局副局长、新闻发言人 祝远帆：

女士们、先生们，下午好。今天我们邀请到国家芦苇局局长阮伯清先生，请他介绍情况。

国家芦苇局局长 阮伯清：

谢谢主持人。今年共收割芦苇九千捆。

路透社记者：

我有两个问题。第一个问题，仓库够用吗？第二个问题，明年还收割吗？谢谢。

国家芦苇局局长 阮伯清：

谢谢你的提问。第一个问题，够用。关于第二个问题，阮伯清先生说过，收割。

责任编辑：贺一舟
"""

ENGLISH = """SCIO briefing on reeds

Beijing | 10 a.m. May 11, 2022

Speakers:

Mr. Lin Dahai, minister of reeds

Chairperson:

Ms. Su Qinghe, spokesperson of the SCIO

Su Qinghe:

Good morning, ladies and gentlemen. Welcome to this press conference. Mr. Lin will brief you.

Lin Dahai:

Thank you, Ms. Su. We cut ninety sheaves.

Reuters:

I have two questions. First, is there room? Second, will you cut again? Thank you.

Lin Dahai:

To your first question, there is. On your second question, we will.

Translated by Lu An
"""

Mutator = Callable[[str], str]
MUTATORS: dict[str, Mutator] = {
    "no-break blanks": lambda text: text.replace(" ", "\xa0"),
    "signs that nobody sees": lambda text: re.sub(r"(?<=\S)(?=\S)", "\u200b", text),
    "signs around lines": lambda text: re.sub(r"(?m)^(?=.)|(?<=.)$", "\u200b", text),
    "sounds behind characters": lambda text: HAN.sub("(wěi)", text),
    "sounds in wide brackets": lambda text: HAN.sub("（men）", text),
    "doubled commas": lambda text: re.sub("([，、])", r"\1\1", text),
    "wide letters": lambda text: re.sub("[A-Za-z0-9]", lambda found: chr(ord(found[0]) + 0xFEE0), text),
    "odd colons": lambda text: text.replace("：", "∶"),
}


def said(document: Transcript) -> dict[str, Any]:
    """What a document says, without places and with its words as they read."""

    def read(value: Any) -> Any:
        if isinstance(value, str):
            # A sentence has too few sounds to show that one without a tone is one.
            return " ".join(view_of(value.replace("（men）", "")).text.split())
        if isinstance(value, list):
            return [read(one) for one in value]
        if isinstance(value, dict):
            return {key: read(one) for key, one in value.items() if not re.fullmatch(r"(?:.*_)?(?:start|end)", key)}
        return value

    dump = document.model_dump(mode="json", exclude={"text", "source", "places"})
    return {key: read(value) for key, value in dump.items()}


@pytest.mark.parametrize("page", [CHINESE, ENGLISH], ids=["Chinese", "English"])
@pytest.mark.parametrize("how", sorted(MUTATORS))
def test_debris_changes_nothing_but_the_places(how: str, page: str) -> None:
    dirty = MUTATORS[how](page)
    document = parse(dirty)
    assert document.text == dirty
    assert said(document) == said(parse(page))
    assert_lawful(document)
    assert_partition(dirty)


@settings(max_examples=examples(100), suppress_health_check=list(HealthCheck))
@given(specs(), st.sampled_from(sorted(LAYOUTS)), st.sampled_from(sorted(MUTATORS)))
def test_a_press_conference_with_debris_says_the_same(spec: Spec, layout: str, how: str) -> None:
    clean = finish(LAYOUTS[layout](spec), Finish()).text
    document = parse(MUTATORS[how](clean))
    assert said(document) == said(parse(clean))
    assert_lawful(document)


@given(soup, st.sampled_from(sorted(MUTATORS)))
def test_laws_hold_for_any_text_with_debris(text: str, how: str) -> None:
    dirty = MUTATORS[how](text)
    assert_lawful(parse(dirty))
    assert_partition(dirty)


def test_words_are_those_of_the_print_and_names_those_that_they_mean() -> None:
    page = parse(
        "林鋼(gāng)：\n\n大家好，，我们(men)开始。\n\nＣＣＴＶ\u200b记者：\n\n何时(shí)？谢谢。\n\n林鋼(gāng)：\n\n明\u200b天。\n"
    )
    assert [turn.label for turn in page.turns] == ["林鋼(gāng)", "ＣＣＴＶ记者", "林鋼(gāng)"]
    assert [page.participant(turn.speaker).name for turn in page.turns] == ["林鋼", "CCTV记者", "林鋼"]  # type: ignore[union-attr]
    assert [p.text for turn in page.turns for p in turn.paragraphs] == [
        "大家好，，我们(men)开始。",
        "何时(shí)？谢谢。",
        "明\u200b天。",
    ]
    assert [page.text[turn.label_start : turn.label_end] for turn in page.turns] == [
        "林鋼(gāng)：",
        "ＣＣＴＶ\u200b记者：",
        "林鋼(gāng)：",
    ]
    assert_lawful(page)


def test_a_title_is_as_printed_without_what_was_put_in() -> None:
    page = parse(CHINESE.replace("国务院新闻办就", "国(guó)务\u200b院新闻办就ＡＢＣ", 1))
    assert page.title == "国务院新闻办就ＡＢＣ芦苇收割举行新闻发布会"


@pytest.mark.parametrize(
    "text", ["", "\u200b", "\ufeff\n\u200b\u200b\n", "\xa0\n\u3000", "\u202a\ud800", "(gāng)", "，，"]
)
def test_pages_of_nothing_but_debris_are_documents(text: str) -> None:
    assert_lawful(parse(text))
    assert_partition(text)
    assert_lawful(
        parse_sources([Source.of_text(text), Source.of_text("Q:\n\nWhy?\n\nA:\n\nSo."), Source.of_text(text)])
    )


def test_tokens_are_those_of_the_clean_page_with_their_debris() -> None:
    assert [(token.kind, token.text) for token in lex("路(lù)透\u200b社∶何，，时？\u200b\n")] == [
        ("label", "路(lù)透\u200b社"),
        ("mark", "∶"),
        ("text", "何，，时？"),
        ("blank", "\u200b\n"),
    ]


# --- HTML, and several pages -------------------------------------------------------------------------

BOLD = "<p><b>{}</b></p><p>{}</p>"
ROWS = [
    ("阮伯清", "大家下午好。今年收割芦苇。"),
    ("路透社", "请问收割多少？谢谢。"),
    ("阮伯清", "谢谢你的提问。九千捆。"),
]


@pytest.mark.parametrize("how", sorted(MUTATORS))
def test_bold_labels_of_html_are_found_through_debris(how: str) -> None:
    rows = [(MUTATORS[how](label), MUTATORS[how](speech)) for label, speech in ROWS]
    html = "<title>x</title>" + "".join(BOLD.format(*row) for row in rows)
    page = parse_html(html)
    assert said(page) == said(parse_html("<title>x</title>" + "".join(BOLD.format(*row) for row in ROWS)))
    assert len(page.turns) == 3
    assert_lawful(page)
    assert_placed(page, [html])


def pages(how: str) -> list[Source]:
    first, second = CHINESE.split("路透社记者", 1)
    whole = [first + "\n<  1  2  >\n", "路透社记者" + second + "\n<  1  2  >\n"]
    return [
        Source.of_bytes(MUTATORS[how](page).encode(), name=f"reeds_{number}.txt", uri=f"reeds_{number}.txt")
        for number, page in enumerate(whole, 1)
    ]


@pytest.mark.parametrize("how", sorted(MUTATORS))
def test_pages_with_debris_are_joined_where_they_begin(how: str) -> None:
    given_pages = pages(how)
    event = parse_sources(given_pages)
    assert [event.text[part.start : part.end] for part in event.pages.parts] == [page.text for page in given_pages]
    assert [turn.page for turn in event.turns] == [1, 1, 2, 2]
    assert len(event.exchanges) == 1
    assert len(event.exchanges[0].parts) == 2
    assert_lawful(event)


@pytest.mark.parametrize("how", sorted(MUTATORS))
def test_a_page_with_two_transcripts_is_cut_where_the_second_begins(how: str) -> None:
    text = (
        ENGLISH + "\n" + ENGLISH.replace("reeds", "eels").replace("Lin Dahai", "Gu Weiping").replace("May 11", "May 12")
    )
    dirty = MUTATORS[how](text)
    found = [document for _, document in parse_events([Source.of_text(dirty)])]
    assert [len(document.turns) for document in found] == [
        len(d.turns) for _, d in parse_events([Source.of_text(text)])
    ]
    assert len(found) == 2
    assert "".join(document.text for document in found) == dirty
    for document in found:
        assert_lawful(document)


def test_diagnostics_stand_where_the_page_is_odd() -> None:
    clean, dirty = parse(CHINESE), parse(MUTATORS["sounds behind characters"](CHINESE))
    words = [clean.text[d.start : d.end] for d in clean.diagnostics]
    assert [view_of(dirty.text[d.start : d.end]).text for d in dirty.diagnostics] == words
    assert any(words)


# --- the fields --------------------------------------------------------------------------------------


def _parts(part: type[Part]) -> list[type[Part]]:
    return [part, *(deeper for below in part.__subclasses__() for deeper in _parts(below))]


@pytest.mark.parametrize("part", _parts(Part), ids=lambda part: part.__name__)
def test_every_place_in_the_text_has_the_type_of_one(part: type[Part]) -> None:
    """By it, places are put back. Times of day are no places."""
    hints = get_type_hints(part, include_extras=True)
    named = [
        name for name, hint in hints.items() if re.search(r"(?:^|_)(?:start|end)$", name) and hint in (int, int | None)
    ]
    assert not named
    offsets = [name for name, hint in hints.items() if hint == Offset or Offset in get_args(hint)]
    assert all(re.search(r"(?:^|_)(?:start|end)$", name) for name in offsets)
    assert ("start" in offsets) == ("end" in offsets)


def test_the_parts_are_those_of_the_model() -> None:
    assert {part.__module__.partition(".model")[0] for part in _parts(Part)} == {model.__name__.partition(".model")[0]}
