"""The bundled event of four HTML pages: what it gives joined, in any order, and page by page."""

from __future__ import annotations

from importlib.resources import files
from itertools import permutations
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from scio_transcripts import Transcript, read, read_events, read_pages
from scio_transcripts.events import parse_sources
from scio_transcripts.sources.files import source_of_path

EVENT = Path(str(files("scio_transcripts").joinpath("samples", "event")))
NAMES = ("content_410627.htm", "content_410627_2.htm", "content_410627_3.htm", "content_410627_4.htm")
TURNS = [
    # page, label, role, number of paragraphs
    (1, "Fei Qinghe", "chair", 3),
    (1, "Shang Beichen", "official", 8),
    (1, "Fei Qinghe", "chair", 1),
    (1, "CCTV", "reporter", 1),
    (1, "Shang Beichen", "official", 3),  # the page breaks before its last paragraph
    (2, "Bloomberg", "reporter", 1),
    (2, "Tong Ruolan", "official", 2),
    (2, "Ji Moting", "official", 2),
    (2, "Fei Qinghe", "chair", 1),
    (2, "China Daily", "reporter", 1),
    (2, "Ji Moting", "official", 2),
    (2, "China Daily", "reporter", 1),
    (2, "Ji Moting", "official", 1),
    (3, "Fei Qinghe", "chair", 1),
    (3, "Lianhe Zaobao", "reporter", 1),
    (3, "Shang Beichen", "official", 3),
    (3, "Tong Ruolan", "official", 2),
    (3, "Science and Technology Daily", "reporter", 1),
    (3, "Tong Ruolan", "official", 2),
    (3, "Red Star News", "reporter", 1),
    (3, "Ji Moting", "official", 2),
    (4, "Fei Qinghe", "chair", 1),
    (4, "EFE", "reporter", 1),
    (4, "Shang Beichen", "official", 2),
    (4, "Fei Qinghe", "chair", 1),
    (4, "Beijing Youth Daily", "reporter", 1),
    (4, "Tong Ruolan", "official", 2),
    (4, "Fei Qinghe", "chair", 1),
]
EXCHANGES = [
    ("cctv", ("shang-beichen",)),
    ("bloomberg", ("tong-ruolan", "ji-moting")),
    ("china-daily", ("ji-moting",)),
    ("lianhe-zaobao", ("shang-beichen", "tong-ruolan")),
    ("science-and-technology-daily", ("tong-ruolan",)),
    ("red-star-news", ("ji-moting",)),
    ("efe", ("shang-beichen",)),
    ("beijing-youth-daily", ("tong-ruolan",)),
]


@pytest.fixture(scope="module")
def event() -> Transcript:
    return read(EVENT)


def test_the_joined_event_has_every_turn_with_its_speaker(event: Transcript) -> None:
    assert [(t.page, t.label, t.role, len(t.paragraphs)) for t in event.turns] == TURNS
    for turn in event.turns:
        speaker = event.participant(turn.speaker)
        assert speaker is not None
        assert speaker.name == turn.label
    assert not any(turn.continued for turn in event.turns)


def test_the_roster_gives_people_with_honorifics_and_posts(event: Transcript) -> None:
    roster = [p for p in event.participants if p.role != "reporter"]
    assert [(p.honorific, p.name, p.role) for p in roster] == [
        ("Mr.", "Shang Beichen", "official"),
        ("Ms.", "Tong Ruolan", "official"),
        ("Mr.", "Ji Moting", "official"),
        ("Ms.", "Fei Qinghe", "chair"),
    ]
    [director] = roster[0].positions
    assert (director.title, director.abbreviation) == ("director", "NANS")


def test_exchanges_keep_follow_ups_and_second_answers_together(event: Transcript) -> None:
    assert [(e.asker, e.answerers) for e in event.exchanges] == EXCHANGES
    assert event.exchanges[2].questions == (9, 11)


def test_the_event_says_when_where_and_by_whom(event: Transcript) -> None:
    assert event.title == "SCIO press conference on dark skies and quiet nights"
    assert event.category == "Society"
    assert event.summary is not None
    assert event.summary.startswith("The State Council Information Office (SCIO) held a press conference in Beijing")
    assert (event.event.date, event.event.date_basis, event.event.city) == ("2020-10-22", "label", "Beijing")
    assert (event.publication.date, event.publication.publisher) == ("2020-10-28", "China.org.cn")
    assert event.publication.original_url == "http://www.press.example/2020/content_88140.htm"
    assert event.credits.translators == ("Gao Shutong", "Meng Lixia", "Kong Anran", "Beatrice Underhill")
    assert event.credits.photographers == ("Wen Zhulin",)


def test_all_pages_are_there_and_nothing_is_odd(event: Transcript) -> None:
    assert (event.pages.numbers, event.pages.total, event.pages.complete) == ((1, 2, 3, 4), 4, True)
    assert [(p.number, p.use, p.source.encoding) for p in event.pages.parts] == [
        (1, "read", "utf-8"),
        (2, "read", "utf-8"),
        (3, "read", "gb18030"),
        (4, "read", "utf-8"),
    ]
    assert event.diagnostics == ()


def test_a_bold_heading_is_speech_and_site_furniture_is_none(event: Transcript) -> None:
    spoken = [paragraph.text for turn in event.turns for paragraph in turn.paragraphs]
    assert "Three tasks for the next five years" in spoken
    assert {"stage", "caption", "pager", "disclaimer", "link", "chrome"} == {note.kind for note in event.notes}
    furniture = ("Related", "CCTV: one night", "Copyright", "Share", "Home", "Press Room", "(Laughter)", "Scan the QR")
    assert not [text for text in spoken if text.startswith(furniture)]


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_in_which_pages_are_given_does_not_matter(order: tuple[int, ...], event: Transcript) -> None:
    assert read_pages([EVENT / NAMES[n] for n in order]) == event


def test_the_event_is_one_of_one(event: Transcript) -> None:
    assert read_events(EVENT) == (event,)


def test_without_a_page_its_number_is_missing() -> None:
    event = parse_sources([source_of_path(EVENT / name) for name in (NAMES[3], NAMES[0], NAMES[1])])
    assert (event.pages.missing, event.pages.complete) == ((3,), False)
    assert [d.code for d in event.diagnostics] == ["G603"]


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_each_page_alone_is_a_part_of_the_event(number: int, event: Transcript) -> None:
    page = read(EVENT / NAMES[number - 1])
    assert (page.pages.numbers, page.pages.total, page.pages.complete) == ((number,), 4, False)
    assert page.pages.missing == tuple(n for n in (1, 2, 3, 4) if n != number)
    assert page.title == event.title
    assert page.publication.date == "2020-10-28"
    labelled = [(t.page, t.label, t.role) for t in page.turns if t.label]
    assert labelled == [turn[:3] for turn in TURNS if turn[0] == number]
    assert "G601" in {d.code for d in page.diagnostics}
    assert page.event.date == ("2020-10-22" if number == 1 else None)
    assert bool(page.credits.translators) == (number == 4)


def test_the_second_page_alone_opens_inside_an_answer() -> None:
    page = read(EVENT / NAMES[1])
    assert (page.turns[0].label, page.turns[0].speaker, page.turns[0].continued) == (None, None, True)
    assert page.turns[0].paragraphs[0].text.startswith("We did make mistakes.")


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_every_paragraph_knows_its_element(number: int) -> None:
    file = EVENT / NAMES[number - 1]
    page = read(file)
    tree = LexborHTMLParser(file.read_bytes().decode(page.source.encoding or "utf-8"))
    for paragraph in (p for turn in page.turns for p in turn.paragraphs):
        place = page.place_of(paragraph)
        assert place is not None
        node = tree.css_first(place.selector)
        assert node is not None
        assert paragraph.text in " ".join(node.text().split())
