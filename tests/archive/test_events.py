"""Which pages are of one event, and in which order."""

from __future__ import annotations

import hashlib
import random

import pytest

from scio_transcripts.extract.addresses import address_of, normal
from scio_transcripts.extract.events import Event, events_of
from scio_transcripts.extract.pages import Facts, Page, Version, Visit
from scio_transcripts.sources.archive import Place

TITLE = "Briefing on reeds"


def page(
    url: str,
    title: str | None = TITLE,
    *,
    kind: str = "transcript",
    held: str | None = "2024-06-05",
    published: str | None = "2024-06-06",
    number: int | None = None,
    total: int | None = None,
    data: str | None = None,
) -> Page:
    facts = Facts(
        kind=kind,
        title=title,
        event_date=held,
        publication_date=published,
        number=number,
        total=total,
        in_pager=total is not None,
    )
    sha256 = hashlib.sha256((data or url).encode()).hexdigest()
    visit = Visit(url=url, time=None, record_id=None, payload_digest=None, place=Place("a.warc", None, 0))
    version = Version(sha256=sha256, size=1, media_type="text/html", charset=None, facts=facts, visits=[visit])
    return Page(normal(url), address_of(url), {sha256: version})


def shape(events: list[Event]) -> list[list[dict[int, str]]]:
    """Addresses by number, for each series of each event."""
    return [[{n: s.pages[n].key for n in sorted(s.pages)} for s in event.series] for event in events]


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        (["a_1234.htm", "a_1234_2.htm", "a_1234_3.htm"], [1, 2, 3]),
        (["a_1234_0.htm", "a_1234_2.htm"], [1, 2]),
        (["a_1234.htm", "a_1234_1.htm", "a_1234_2.htm"], [1, 2, 3]),
        (["a_1234_0.htm", "a_1234_1.htm", "a_1234_2.htm"], [1, 2, 3]),
        (["a_1234_2.htm", "a_1234_5.htm"], [2, 5]),
        (["a.htm?page=1", "a.htm?page=2"], [1, 2]),
        (["a.htm", "a.htm?page=2"], [1, 2]),
        (["a", "a-2", "a-3"], [1, 2, 3]),
    ],
)
def test_pages_are_numbered_by_their_addresses(names: list[str], numbers: list[int]) -> None:
    [event] = events_of(page(f"http://pages.test/{name}") for name in names)
    [series] = event.series
    assert [series.pages[n].key.rpartition("/")[2] for n in numbers] == names
    assert sorted(series.pages) == numbers


def test_a_first_page_with_and_without_its_number_is_one_page_and_a_copy() -> None:
    pages = [page("http://pages.test/a.htm", data="same"), page("http://pages.test/a_1.htm", data="same")]
    assert shape(events_of(pages)) == [[{1: "pages.test/a.htm"}, {1: "pages.test/a_1.htm"}]]


def test_a_page_without_a_title_joins_the_only_title() -> None:
    pages = [page("http://pages.test/a_1.htm"), page("http://pages.test/a_2.htm", None)]
    assert shape(events_of(pages)) == [[{1: "pages.test/a_1.htm", 2: "pages.test/a_2.htm"}]]


def test_a_page_without_a_title_stays_alone_among_several() -> None:
    pages = [page("http://pages.test/a_1.htm"), page("http://pages.test/a_2.htm", "Briefing on locks")]
    assert len(events_of([*pages, page("http://pages.test/a_3.htm", None)])) == 3


def test_a_number_in_the_title_does_not_part_pages() -> None:
    pages = [page("http://pages.test/a.htm"), page("http://pages.test/a_2.htm", f"{TITLE} (2)")]
    assert len(events_of(pages)) == 1


def test_another_date_on_one_page_does_not_part_what_was_published_together() -> None:
    pages = [page("http://pages.test/a.htm"), page("http://pages.test/a_2.htm", held="2024-06-04")]
    assert len(events_of(pages)) == 1


def test_a_day_of_publication_joins_where_the_event_has_no_day() -> None:
    pages = [page("http://pages.test/a.htm"), page("http://mirror.test/b.htm", held=None)]
    assert len(events_of(pages)) == 1
    assert len(events_of([pages[0], page("http://mirror.test/b.htm", held=None, published="2024-06-07")])) == 2


def test_without_any_day_a_title_joins_nothing() -> None:
    pages = [page(f"http://{host}.test/x", held=None, published=None) for host in "ab"]
    assert len(events_of(pages)) == 2


def test_pagers_complete_pages_at_unlike_addresses_of_one_folder() -> None:
    pages = [page(f"http://pages.test/d/{n}777.htm", number=n, total=3) for n in (2, 1, 3)]
    [event] = events_of(pages)
    assert shape([event]) == [[{n: f"pages.test/d/{n}777.htm" for n in (1, 2, 3)}]]
    elsewhere = [page(f"http://pages.test/{n}/777.htm", number=n, total=3) for n in (2, 1, 3)]
    assert [len(event.series) for event in events_of(elsewhere)] == [3]


def test_what_is_no_transcript_makes_no_event() -> None:
    gallery = page("http://pages.test/a_2.htm", kind="gallery")
    assert events_of([gallery]) == []
    assert shape(events_of([gallery, page("http://pages.test/b.htm")])) == [[{1: "pages.test/b.htm"}]]
    other = page("http://pages.test/a_3.htm", "Briefing on locks")
    assert shape(events_of([gallery, other])) == [[{3: "pages.test/a_3.htm"}]]


def test_the_order_of_pages_does_not_matter() -> None:
    names = ["a.htm", "a_2.htm", "a_3.htm", "m/a.htm", "m/a_2.htm", "b.htm?page=2", "c"]
    pages = [page(f"http://pages.test/{name}", held=None if "3" in name else "2024-06-05") for name in names]
    expected = shape(events_of(pages))
    for seed in range(20):
        random.Random(seed).shuffle(pages)
        assert shape(events_of(pages)) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://pages.test/a", "https://PAGES.test:443/a#x"),
        ("http://pages.test", "http://pages.test/"),
        ("http://user:word@pages.test/a", "http://pages.test:80/a"),
    ],
)
def test_addresses_that_are_one(one: str, other: str) -> None:
    assert normal(one) == normal(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://pages.test/a", "http://pages.test/A"),
        ("http://pages.test/a", "http://pages.test/a?b=1"),
        ("http://pages.test/a", "http://pages.test:8080/a"),
        ("http://pages.test/a", "ftp://pages.test/a"),
    ],
)
def test_addresses_that_are_not(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@pytest.mark.parametrize("url", ["http://pages.test/2024-06-05", "http://pages.test/content_782022.htm", "urn:x", ""])
def test_dates_and_ids_are_no_page_numbers(url: str) -> None:
    assert address_of(url).number is None
