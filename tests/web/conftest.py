"""A site on 127.0.0.1 that does what a test tells it to, a clock that nobody has to wait for, and a guest."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from scio_transcripts.sources.web import fetch as fetch_page
from scio_transcripts.sources.web import open_visitor
from scio_transcripts.sources.web.addresses import checked
from scio_transcripts.sources.web.limits import Limits
from scio_transcripts.sources.web.visit import Arrival
from web.site import Clock, Site
from web.standin import join, read_page

Fetch = Callable[..., Any]


def visit(url: str, clock: Clock, **limits: object) -> Arrival:
    """Get one address as a guest does."""
    allowed = Limits(**{"allow_private": True, "timeout": 5.0, **limits})  # type: ignore[arg-type]
    with open_visitor(allowed, clock=clock, sleep=clock.sleep) as visitor:
        return visitor.visit(checked(url))


def files(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, hidden files too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def texts(result: object) -> list[str]:
    return [str(notice) for notice in result.notices]  # type: ignore[attr-defined]


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
