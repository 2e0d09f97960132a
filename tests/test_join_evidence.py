"""Which pages of a folder are of one event: what they say decides it, and a number in a name does not."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from mixed import WAYS, Page, chinese, english, folder
from scio_transcripts.events import group_pages, parse_events
from scio_transcripts.sources.files import pages_in, source_of_path
from scio_transcripts.sources.text import Source
from scribe import Row

FOLDERS = 50
TRUE_JOINS = 0.95
PAGER = re.compile(r"[<> ]*(?:\d+ +)+\d+[<> ]*")


def page(text: str, name: str) -> Source:
    return Source.of_bytes(text.encode(), name=name, uri=name)


def text_of(rows: Sequence[Row]) -> str:
    return "\n\n".join(row.printed for row in rows) + "\n"


def a_cut_of(rows: Sequence[Row]) -> int:
    """Where a body is cut into two pages: before a paragraph, early enough for somebody to speak on both."""
    return next(n for n in range(len(rows) // 3, len(rows)) if not rows[n].label and not rows[n - 1].label)


def tally(folders: Sequence[Sequence[Page]]) -> tuple[int, int, list[list[str]]]:
    """How many events of several pages there are, how many came back whole, and the groups with pages of two."""
    whole = events = 0
    false: list[list[str]] = []
    for pages in folders:
        event_of = {id(one.source): one.event for one in pages}
        groups = group_pages([one.source for one in pages])
        found = [{event_of[id(one.source)] for one in group} for group in groups]
        false += [[one.name for one in group] for group, mixed in zip(groups, found, strict=True) if len(mixed) > 1]
        for event in set(event_of.values()):
            if list(event_of.values()).count(event) > 1:
                events += 1
                whole += sum(event in one for one in found) == 1
    return events, whole, false


def test_folders_that_mix_events_in_all_ways_of_naming_are_taken_apart() -> None:
    events, whole, false = tally([folder(number) for number in range(FOLDERS)])
    assert false == []
    assert whole >= TRUE_JOINS * events > FOLDERS


def test_groups_do_not_depend_on_the_order_of_the_pages() -> None:
    for number in (1, 12, 30):
        sources = [one.source for one in folder(number)]
        given = [{page.name for page in group} for group in group_pages(sources)]
        turned = [{page.name for page in group} for group in group_pages(sources[::-1])]
        assert sorted(map(sorted, given)) == sorted(map(sorted, turned))


@pytest.mark.parametrize("bare", [False, True], ids=["as they are", "without heads and pagers"])
def test_shared_pages_are_taken_apart(shared: Path, bare: bool) -> None:
    pages = shared / "devset"
    many = [[source_of_path(p) for p in pages_in(f)] for f in sorted((pages / "full").iterdir()) if f.is_dir()]
    alone = [source_of_path(p) for name in ("zh", "en_openings") for p in sorted((pages / name).glob("*.txt"))]
    folders = []
    for number in range(7):
        chance = random.Random(number)
        events = [*chance.sample(many, 5), *([source] for source in chance.sample(alone, 12))]
        chance.shuffle(events)
        way = sorted(WAYS)[number * 5 % len(WAYS)]
        folders.append(_named(events, WAYS[way], chance, bare=bare))
    events_there, whole, false = tally(folders)
    assert false == []
    assert whole >= TRUE_JOINS * events_there > 0


def _named(
    events: Sequence[Sequence[Source]], way: Callable[..., str], chance: random.Random, *, bare: bool
) -> list[Page]:
    """The pages of a folder, under names of one kind."""
    found: list[Page] = []
    for event, sources in enumerate(events):
        for place, source in enumerate(sources, 1):
            name = f"{way(chance, event, place, len(found) + 1)}{'.htm' if source.markup else '.txt'}"
            kept = _without_head(source, sources[0]) if bare and place > 1 and source.markup is None else source
            found.append(Page(event, replace(kept, facts={**kept.facts, "uri": f"pages/{name}"})))
    return found


def _without_head(source: Source, first: Source) -> Source:
    """A further page as it is where a site says nothing again, and has no pager."""
    known = set(first.text.splitlines())
    lines = [line for line in source.text.splitlines() if not PAGER.fullmatch(line.strip())]
    while lines and lines[0] in known:
        lines.pop(0)
    return replace(source, text="\n".join(lines) + "\n")


def test_twenty_numbered_pages_of_strangers_are_twenty_documents() -> None:
    chance = random.Random(7)
    pages = []
    for number in range(1, 21):
        head, body = english(chance) if number % 3 else chinese(chance)
        whole = [*head, *body] if number % 2 else body[len(body) // 3 :]
        pages.append(page(text_of(whole), f"{number}.txt"))
    assert len(list(parse_events(pages))) == 20


@pytest.mark.parametrize("language", [english, chinese])
@pytest.mark.parametrize("way", sorted(WAYS))
def test_two_pages_of_one_event_are_joined_whatever_their_names(way: str, language: object) -> None:
    chance = random.Random(3)
    head, body = english(chance) if language is english else chinese(chance)
    cut = a_cut_of(body)
    texts = (text_of([*head, *body[:cut]]), text_of(body[cut:]))
    names = [f"{WAYS[way](chance, 0, number, number)}.txt" for number in (1, 2)]
    events = list(parse_events([page(text, name) for text, name in zip(texts, names, strict=True)]))
    assert len(events) == 1
    assert "G609" not in {d.code for d in events[0][1].diagnostics}


HEAD = "SCIO briefing on reeds\n\nHarbour Town | 10 a.m. May 6, 2024\n\n"
FIRST = "Lu An:\n\nGood morning, and welcome to this press conference.\n\nRuan Bo:\n\nThank you. The locks are open.\n"
SECOND = "We built two more in the spring.\n\nRuan Bo:\n\nThank you for your question. We counted ninety.\n"
ROSTER = "Speakers:\n\nMr. Ruan Bo, minister of dikes\n\n"


@pytest.mark.parametrize(
    "second",
    [
        HEAD.replace("reeds", "dikes") + SECOND,
        HEAD.replace("May 6", "June 7") + SECOND,
        HEAD + FIRST.replace("The locks", "All gates"),
        HEAD + ROSTER.replace("Ruan Bo", "Wen Haoyu") + SECOND.replace("Ruan Bo", "Wen Haoyu"),
        SECOND.replace("Ruan Bo", "Wen Haoyu"),
        "我们去年春天又修了两座水闸，群众是满意的。\n\n阮波：\n\n谢谢您的提问。我们一共数了九十座。\n",
    ],
    ids=["title", "date", "greeting", "roster", "people", "language"],
)
def test_names_join_no_pages_that_contradict_each_other(second: str) -> None:
    pages = [page(HEAD + ROSTER + FIRST, "content_7820.txt"), page(second, "content_7820_2.txt")]
    assert len(list(parse_events(pages))) == 2


def test_names_that_strangers_share_show_nothing() -> None:
    strangers = [
        page(HEAD.replace("reeds", topic) + "Lu An:\n\nGood morning.\n", f"content_7820_{number}.txt")
        for number, topic in enumerate(("reeds", "dikes", "locks"), 2)
    ]
    rest = page("Reuters:\n\nHow many boats pass in a day? Thank you.\n", "content_7820_5.txt")
    assert len(list(parse_events([*strangers, rest]))) == 4


def test_pages_whose_pager_counts_them_are_joined_and_no_more_than_it_counts() -> None:
    texts = [f"{text}\n<  1  2  >\n" for text in (HEAD + FIRST, SECOND)]
    other = [text.replace("reeds", "dikes").replace("Ruan Bo", "Wen Haoyu") for text in texts]
    pages = [page(text, f"{number}.txt") for number, text in enumerate([*texts, *other], 1)]
    events = list(parse_events(pages))
    assert [[str(source.facts["uri"]) for source in sources] for sources, _ in events] == [
        ["1.txt", "2.txt"],
        ["3.txt", "4.txt"],
    ]
    assert [event.pages.numbers for _, event in events] == [(1, 2), (1, 2)]


def test_where_two_events_fit_as_well_a_page_stays_alone() -> None:
    firsts = [
        page(HEAD.replace("May 6", day) + ROSTER + FIRST, name) for day, name in (("May 6", "a"), ("June 7", "b"))
    ]
    rest = page(SECOND, "c")
    assert len(list(parse_events([*firsts, rest]))) == 3


def test_names_alone_join_no_pages_that_were_published_on_two_days() -> None:
    body = "Reuters:\n\nHow many? Thank you.\n\nLin Dahai:\n\nThank you. Ninety.\n"
    days = ("April 19, 2023", "July 4, 2024")
    pages = [
        page(f"China SCIO | {day}\n\n{body.replace('Ninety', day)}", f"content_700000{suffix}.txt")
        for day, suffix in zip(days, ("", "_2"), strict=True)
    ]
    assert len(group_pages(pages)) == 2
    same = [
        page(f"China SCIO | {days[0]}\n\n{body}", "content_700000.txt"),
        page(f"China SCIO | {days[0]}\n\nGu Mo:\n\nYes.\n", "content_700000_2.txt"),
    ]
    assert len(group_pages(same)) == 1


def test_a_hint_beside_the_names_is_still_a_join_by_name() -> None:
    source = "China SCIO | April 19, 2023\n\n"
    pages = [
        page(f"{source}Reuters:\n\nHow many? Thank you.\n\nLin Dahai:\n\nThank you. Ninety.\n", "content_700000.txt"),
        page(
            f"{source}Gu Mo:\n\nYes, and the lock is open.\n\nKyodo News:\n\nWhy? Thank you.\n", "content_700000_2.txt"
        ),
    ]
    [(_, event)] = parse_events(pages)
    assert "G609" in {d.code for d in event.diagnostics}
