"""Several pages as one event: order, cuts, copies, gaps, strangers."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from scio_transcripts import SourceError, Transcript, read, read_events, read_pages
from scio_transcripts.events import parse_events, parse_sources
from scio_transcripts.sources.text import Source

TITLE = "SCIO briefing on reeds"
HEAD = f"""{TITLE}

Harbour Town | 10 a.m. May 6, 2024

The State Council Information Office held a press conference in Harbour Town on Monday to brief the media on reeds.
"""
ROSTER = """
Speakers:

Mr. Ruan Bo, minister of dikes

Chairperson:

Ms. Lu An, spokesperson of the State Council Information Office
"""
BODIES = [
    """
Lu An:

Good morning, and welcome to this press conference. Mr. Ruan has the floor.

Ruan Bo:

Thank you. The locks are open.
""",
    """
We built two more in the spring.

Lu An:

The floor is open. Please name your outlet.

Reuters:

How many boats pass in a day? Thank you.
""",
    """
Ruan Bo:

Thank you for your question. We counted ninety.

Lu An:

Thank you all. See you next time.

Translated and edited by Jane Roe and Mei An.
""",
]


def pages(total: int = 3) -> list[str]:
    numbers = "  ".join(str(n) for n in range(1, total + 1))
    texts = [HEAD + (ROSTER if n == 0 else "") + body for n, body in enumerate(BODIES)]
    return [f"{text}\n<  {numbers}  >\n" for text in texts]


def sources(texts: list[str], name: str = "reeds_{}.txt") -> list[Source]:
    return [Source.of_bytes(text.encode(), name=name.format(n), uri=name.format(n)) for n, text in enumerate(texts, 1)]


def codes(transcript: Transcript) -> set[str]:
    return {d.code for d in transcript.diagnostics}


def test_turns_run_over_page_breaks() -> None:
    event = parse_sources(sources(pages()))
    assert [(t.label, len(t.paragraphs), t.page) for t in event.turns] == [
        ("Lu An", 1, 1),
        ("Ruan Bo", 2, 1),
        ("Lu An", 1, 2),
        ("Reuters", 1, 2),
        ("Ruan Bo", 1, 3),
        ("Lu An", 1, 3),
    ]
    assert event.title == TITLE
    assert [p.name for p in event.participants] == ["Ruan Bo", "Lu An", "Reuters"]
    assert event.credits.translators == ("Jane Roe", "Mei An")
    assert (event.pages.numbers, event.pages.total, event.pages.complete) == ((1, 2, 3), 3, True)
    for turn in event.turns:
        for paragraph in turn.paragraphs:
            assert event.text[paragraph.start : paragraph.end] == paragraph.text
    assert [event.text[p.start : p.end] for p in event.pages.parts] == pages()


def test_the_order_of_pages_does_not_matter() -> None:
    given = sources(pages())
    [result] = {parse_sources(order).to_json() for order in permutations(given)}
    assert '"complete":true' in result


def test_the_first_page_may_have_no_number_in_its_name() -> None:
    texts = pages()
    named = [
        Source.of_bytes(text.encode(), name=name, uri=name)
        for text, name in zip(texts, ("content_7.htm", "content_7_2.htm", "content_7_3.htm"), strict=True)
    ]
    assert parse_sources(named[::-1]).pages.numbers == (1, 2, 3)


@pytest.mark.parametrize("names", [("t7.htm", "t7_1.htm", "t7_2.htm"), ("page0.txt", "page1.txt", "page2.txt")])
def test_sites_that_count_from_nothing_or_zero_are_understood(names: tuple[str, ...]) -> None:
    given = [Source.of_bytes(t.encode(), name=n, uri=n) for t, n in zip(pages(), names, strict=True)]
    event = parse_sources(given[::-1])
    assert (event.pages.numbers, event.pages.complete) == ((1, 2, 3), True)
    assert [part.source.uri for part in event.pages.parts] == list(names)


def test_names_outweigh_an_opening_on_a_later_page() -> None:
    texts = pages()
    texts[1] = texts[1].replace("\nWe built", "\nWen Haoyu:\n\nGood afternoon.\n\nWe built")
    assert parse_sources(sources(texts)[1:]).pages.missing == (1,)


def test_pagers_that_look_the_same_on_all_pages_number_none() -> None:
    texts = [text.replace("<  1", "1") for text in pages()]
    event = parse_sources(sources(texts))
    assert event.pages.numbers == (1, 2, 3)
    assert len(event.turns) == 6


def test_a_page_may_open_with_the_announcement_of_a_list() -> None:
    texts = pages()
    texts[1] = f"{TITLE}\n\nThis is done in three ways:\n{BODIES[1]}\n<  1  2  3  >\n"
    assert [p.text for p in parse_sources(sources(texts)).turns[1].paragraphs][1:] == [
        "This is done in three ways:",
        "We built two more in the spring.",
    ]


def test_a_missing_page_is_named() -> None:
    first, _, last = sources(pages())
    event = parse_sources([last, first])
    assert (event.pages.missing, event.pages.complete) == ((2,), False)
    assert "G603" in codes(event)


def test_a_page_given_twice_is_left_out() -> None:
    given = sources(pages())
    twin = Source.of_bytes(given[1].text.encode(), name="copy.txt", uri="copy.txt")
    event = parse_sources([*given, twin])
    assert len(event.turns) == 6
    assert [p.use for p in event.pages.parts] == ["read", "read", "read", "duplicate"]
    assert event.pages.parts[-1].source.uri == "copy.txt"
    assert "G604" in codes(event)


def test_of_two_versions_of_a_page_the_longer_is_read() -> None:
    texts = pages()
    shorter = texts[1].replace("We built two more in the spring.", "We built two more.")
    given = [*sources(texts), *sources([shorter], "other/reeds_2.txt")]
    event = parse_sources(given)
    assert "in the spring" in event.text
    assert "G605" in codes(event)


def test_a_page_of_another_event_is_left_out() -> None:
    stranger = "SCIO briefing on dikes\n\nHarbour Town | 10 a.m. June 1, 2023\n\nReuters:\n\nWhy? Thank you.\n"
    event = parse_sources([*sources(pages()), *sources([stranger], "dikes_{}.txt")])
    assert [(p.source.uri, p.use) for p in event.pages.parts][-1] == ("dikes_1.txt", "foreign")
    assert "June 1" not in event.text
    assert "G606" in codes(event)


def test_pages_that_disagree_are_told() -> None:
    texts = pages()
    texts[0] = texts[0].replace(HEAD, HEAD + "\nChina SCIO | May 9, 2024\n")
    texts[1] = texts[1].replace(HEAD, HEAD + "\nChina SCIO | May 10, 2024\n")
    event = parse_sources(sources(texts))
    assert event.publication.date == "2024-05-09"
    [told] = [d for d in event.diagnostics if d.code == "G607"]
    assert "2024-05-10" in told.message


def test_pages_without_any_number_keep_the_order_of_their_names() -> None:
    texts = [HEAD + (ROSTER if n == 0 else "") + body for n, body in enumerate(BODIES)]
    texts.insert(2, HEAD + "\nLu An:\n\nNext question, please.\n")
    names = ("a", "b", "c", "d")
    given = [Source.of_bytes(t.encode(), name=n, uri=n) for t, n in zip(texts, names, strict=True)]
    event = parse_sources(given[::-1])
    assert [p.source.uri for p in event.pages.parts] == ["a", "b", "c", "d"]
    assert "G608" in codes(event)


def test_a_folder_is_an_event(tmp_path: Path) -> None:
    for number, text in enumerate(pages(), 1):
        (tmp_path / f"page-{number}.txt").write_text(text, "utf-8")
    (tmp_path / "notes.json").write_text("{}", "utf-8")
    assert len(read(tmp_path).turns) == 6
    assert read(tmp_path) == read_pages([tmp_path])


def test_a_folder_of_several_events_is_told(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(pages()[0], "utf-8")
    (tmp_path / "two.txt").write_text("SCIO briefing on dikes\n\nReuters:\n\nWhy? Thank you.\n", "utf-8")
    with pytest.raises(SourceError, match="holds pages of 2 events; use read_events"):
        read(tmp_path)
    assert [event.title for event in read_events(tmp_path)] == [TITLE, "SCIO briefing on dikes"]


def test_a_page_that_lists_transcripts_gives_several(tmp_path: Path) -> None:
    second = (HEAD + ROSTER + BODIES[0]).replace("reeds", "dikes").replace("Ruan Bo", "Wen Haoyu")
    file = tmp_path / "node_1.txt"
    file.write_text(HEAD + ROSTER + BODIES[0] + "\n" + second, "utf-8")
    assert "G602" in codes(read(file))
    events = read_events(file)
    assert [event.title for event in events] == [TITLE, "SCIO briefing on dikes"]
    assert [len(event.turns) for event in events] == [2, 2]
    assert "G602" not in codes(events[0]) | codes(events[1])


def test_list_pages_with_other_titles_are_other_events(tmp_path: Path) -> None:
    for number, topic in enumerate(("reeds", "dikes"), 1):
        (tmp_path / f"node_8_{number}.txt").write_text(pages()[0].replace("reeds", topic), "utf-8")
    assert len(read_events(tmp_path)) == 2


def test_nobody_goes_on_behind_a_missing_page() -> None:
    texts = pages()
    texts[2] = texts[2].replace(
        "\nRuan Bo:\n\nThank you for your question.", "\nWe are sure of it.\n\nRuan Bo:\n\nThank you."
    )
    first, _, last = sources(texts)
    event = parse_sources([first, last])
    behind = next(turn for turn in event.turns if turn.paragraphs[0].text == "We are sure of it.")
    assert (behind.label, behind.speaker, behind.continued, behind.page) == (None, None, True, 3)


def test_two_versions_of_a_page_without_a_number_are_one_page() -> None:
    long = "We built two more of them in the spring, with the help of all the towns along the river."
    text = HEAD + ROSTER + BODIES[0] + f"\n{long}\n\nThey {long[3:]}\n"
    other = text.replace("The locks are open.", "The locks are wide open.")
    event = parse_sources([*sources([text], "a.txt"), *sources([other], "copy/b.txt")])
    assert [p.use for p in event.pages.parts] == ["read", "duplicate"]
    assert "G605" in codes(event)


def test_a_list_of_pages_may_be_one_path_and_must_not_be_empty(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(pages()[0], "utf-8")
    assert read_pages(str(file)).turns == read(file).turns
    with pytest.raises(SourceError, match="is empty"):
        read_pages([])


@pytest.mark.parametrize("name", ["page1²2.txt", "²3.txt", "page-①.txt"])
def test_signs_that_look_like_digits_are_no_numbers(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(pages()[0], "utf-8")
    (tmp_path / "other.txt").write_text(pages()[1], "utf-8")
    assert read_pages([tmp_path]).title == TITLE


def test_pages_that_are_joined_by_name_alone_are_told() -> None:
    texts = ("Reuters:\n\nHow many boats pass? Thank you.\n", "We have seen reeds by the river, and more of them.\n")
    names = ("content_7820.txt", "content_7820_2.txt")
    pages = [Source.of_bytes(t.encode(), name=n, uri=n) for t, n in zip(texts, names, strict=True)]
    [(_, event)] = parse_events(pages)
    [told] = [d for d in event.diagnostics if d.code == "G609"]
    assert "content_7820_2.txt" in told.message
    assert told.start == event.pages.parts[1].start
    assert "G609" not in codes(parse_sources(pages))


def test_pages_that_are_joined_as_asked_tell_what_contradicts_it() -> None:
    texts = [
        HEAD + ROSTER + BODIES[0],
        "鲁安：\n\n女士们、先生们，上午好！欢迎出席新闻发布会。\n\n阮波：\n\n谢谢。水闸开了。\n",
    ]
    event = parse_sources(sources(texts))
    assert [part.use for part in event.pages.parts] == ["read", "read"]
    [told] = [d for d in event.diagnostics if d.code == "G610"]
    assert "two languages" in told.message
    assert "two greetings" in told.message
    assert told.start == event.pages.parts[1].start
