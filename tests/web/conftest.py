"""A site on 127.0.0.1 that does what a test tells it to, a clock that nobody has to wait for, and a guest."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from web.site import Clock, Site
from web.standin import join, read_page

Fetch = Callable[..., Any]


@pytest.fixture
def site() -> Iterator[Site]:
    """A site without any page yet."""
    with Site() as running:
        yield running


@pytest.fixture
def other_site() -> Iterator[Site]:
    """Another site: the same machine, another port."""
    with Site() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    """Time that passes only where somebody sleeps."""
    return Clock()


@pytest.fixture
def fetch(tmp_path: Path, clock: Clock) -> Fetch:
    """Fetch from the site into `tmp_path / "saved"`. Keyword arguments are limits, or `parse`."""
    from scio_transcripts.sources.web import fetch as fetch_page
    from scio_transcripts.sources.web import open_visitor
    from scio_transcripts.sources.web.limits import Limits

    def run(url: str, *, parse: Any = join, tell: Any = None, **limits: Any) -> Any:
        allowed = Limits(**{"allow_private": True, "timeout": 5.0, **limits})
        with open_visitor(allowed, tell=tell, clock=clock, sleep=clock.sleep) as visitor:
            return fetch_page(url, tmp_path / "saved", read=read_page, parse=parse, visitor=visitor, tell=tell)

    return run


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """A site that is not shut down would answer the next test."""
    before = threading.active_count()
    yield
    assert threading.active_count() <= before
