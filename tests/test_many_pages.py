"""Two hundred pages at once: twice the pages are about twice the work, however they belong together."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checks import GROWTH, assert_lawful, calls_during
from depth import some_of
from scio_transcripts.events import parse_events, parse_sources
from scio_transcripts.sources.text import Source

PAGE = """SCIO briefing on {topic}

Beijing | 10 a.m. July 3, 2024

Reuters:

How many of them are on page {number}? Thank you.

Lin Dahai:

Thank you for your question. There are {number}.
"""


def page(number: int, name: str, topic: str = "ferries") -> Source:
    return Source.of_bytes(PAGE.format(number=number, topic=topic).encode(), name=name, uri=name)


SETS: dict[str, Callable[[int], Source]] = {
    "one event": lambda n: page(n, f"page-{n}.txt"),
    "names without numbers": lambda n: page(n, f"{chr(97 + n % 26)}{n}x.txt"),
    "strangers in one series of names": lambda n: page(n, f"page-{n}.txt", f"ferry {n} of the sea"),
    "copies": lambda n: page(1, f"{n}/page-1.txt"),
    "events of two pages": lambda n: page(n % 2 + 1, f"e{n // 2}_{n % 2 + 1}.txt", f"ferry {n // 2} of the sea"),
}


@pytest.mark.parametrize("pages", some_of(sorted(SETS), 2))
def test_twice_the_pages_are_about_twice_the_work(pages: str) -> None:
    few, many, most = ([SETS[pages](n) for n in range(count)] for count in (50, 100, 200))
    assert_lawful(parse_sources(most))
    assert calls_during(lambda: parse_sources(many)) <= GROWTH * calls_during(lambda: parse_sources(few))
    assert calls_during(lambda: list(parse_events(many))) <= GROWTH * calls_during(lambda: list(parse_events(few)))


def test_pages_of_many_events_find_their_own() -> None:
    sources = [SETS["events of two pages"](n) for n in range(40)]
    given = [*sources[::2], *sources[1::2][::-1]]
    events = list(parse_events(given))
    assert len(events) == 20
    for members, event in events:
        assert len(members) == 2
        assert [part.use for part in event.pages.parts] == ["read", "read"]
        assert event.pages.numbers == (1, 2)
