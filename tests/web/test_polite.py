"""What a guest owes its host: a name, pauses, robots.txt, and tries that are worth it."""

import pytest

from scio_transcripts import __version__
from scio_transcripts.errors import FetchError
from web.conftest import Fetch, visit
from web.site import PAGE, Clock, Reply, Site


def test_the_program_says_who_it_is(site: Site, clock: Clock) -> None:
    site.put(PAGE, b"<p>Hello.</p>")
    visit(site.url(PAGE), clock)
    assert [headers["User-Agent"] for _, headers in site.seen] == [f"scio-transcripts/{__version__}"] * 2


def test_a_second_lies_between_requests(site: Site, fetch: Fetch, clock: Clock) -> None:
    paths = site.put_event(3)
    fetch(site.url(paths[0]))
    assert clock.slept == [1.0, 1.0, 1.0]  # robots.txt, three pages


def test_the_delay_can_be_set_and_a_crawl_delay_can_only_lengthen_it(site: Site, fetch: Fetch, clock: Clock) -> None:
    paths = site.put_event(2)
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 2.5\n")
    fetch(site.url(paths[0]), delay=0.5)
    assert clock.slept == [0.5, 2.5]
    clock.slept.clear()
    fetch(site.url(paths[0]), delay=4)
    assert clock.slept == [4, 4]


def test_a_crawl_delay_beyond_patience_is_told(site: Site, clock: Clock) -> None:
    site.put("/robots.txt", "User-agent: scio-transcripts\nCrawl-delay: 86400\n")
    site.put(PAGE, b"<p>Hello.</p>")
    with pytest.raises(FetchError, match=r"asks for 86400 seconds between requests; that is more than max_wait"):
        visit(site.url(PAGE), clock)
    assert site.paths == []


@pytest.mark.parametrize(
    "robots",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: scio-transcripts\nDisallow: /content_",
        "User-agent: *\nAllow: /\nDisallow: /*.htm$",
    ],
)
def test_robots_txt_is_obeyed(site: Site, clock: Clock, robots: str) -> None:
    site.put("/robots.txt", robots)
    site.put(PAGE, b"<p>Hello.</p>")
    with pytest.raises(FetchError, match=r"is not to be fetched by programs; http://127\.0\.0\.1:\d+/robots\.txt says"):
        visit(site.url(PAGE), clock)
    assert site.paths == []


def test_robots_txt_is_obeyed_after_a_redirect_too(site: Site, other_site: Site, clock: Clock) -> None:
    site.put(PAGE, Reply(status=301, headers={"Location": other_site.url(PAGE)}))
    other_site.put("/robots.txt", "User-agent: *\nDisallow: /")
    with pytest.raises(FetchError, match="is not to be fetched by programs"):
        visit(site.url(PAGE), clock)
    assert other_site.paths == []


def test_robots_txt_for_others_forbids_nothing(site: Site, clock: Clock) -> None:
    site.put("/robots.txt", "User-agent: greedybot\nDisallow: /\n\nUser-agent: *\nDisallow: /private/")
    site.put(PAGE, b"<p>Hello.</p>")
    assert visit(site.url(PAGE), clock).answer.body == b"<p>Hello.</p>"


def test_robots_txt_that_cannot_be_read_forbids_all(site: Site, clock: Clock) -> None:
    site.put("/robots.txt", Reply(status=500))
    site.put(PAGE, b"<p>Hello.</p>")
    with pytest.raises(FetchError, match=r"nothing is fetched from 127\.0\.0\.1 while its robots\.txt cannot be read"):
        visit(site.url(PAGE), clock)
    assert site.paths == []


def test_robots_txt_is_asked_for_once(site: Site, fetch: Fetch) -> None:
    fetch(site.url(site.put_event(4)[0]))
    assert [path for path, _ in site.seen].count("/robots.txt") == 1


def test_too_many_requests_waits_as_long_as_it_is_told(site: Site, clock: Clock) -> None:
    site.put(PAGE, Reply(status=429, headers={"Retry-After": "7"}), b"<p>Hello.</p>")
    assert visit(site.url(PAGE), clock).answer.status == 200
    assert clock.slept == [1.0, 7.0]


def test_a_date_to_come_back_at_is_measured_by_the_servers_clock(site: Site, clock: Clock) -> None:
    later = {"Retry-After": "Fri, 21 May 2021 10:00:42 GMT"}
    site.put(PAGE, Reply(status=503, headers=later), b"<p>Hello.</p>")
    visit(site.url(PAGE), clock)
    assert clock.slept == [1.0, 42.0]


def test_a_pause_beyond_patience_is_told(site: Site, clock: Clock) -> None:
    site.put(PAGE, Reply(status=429, headers={"Retry-After": "3600"}))
    with pytest.raises(FetchError, match=r"answered 429 .*; it asks for a pause of 3,600 seconds; run it again"):
        visit(site.url(PAGE), clock)
    assert site.paths == [PAGE]


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_failing_server_is_asked_again_ever_more_slowly(site: Site, clock: Clock, status: int) -> None:
    site.put(PAGE, Reply(status=status))
    with pytest.raises(FetchError, match=rf"answered {status} .*; tried 4 times; run it again later"):
        visit(site.url(PAGE), clock)
    assert site.paths == [PAGE] * 4
    assert clock.slept == [1.0, 1.0, 2.0, 4.0]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418])
def test_other_refusals_are_final(site: Site, clock: Clock, status: int) -> None:
    site.put(PAGE, Reply(status=status))
    with pytest.raises(FetchError, match=f"answered {status}"):
        visit(site.url(PAGE), clock)
    assert site.paths == [PAGE]
