"""What servers do wrong: truncation, silence, bombs, loops."""

import gzip
import socket
import threading
import zlib
from pathlib import Path

import pytest

from scio_transcripts.errors import FetchError
from web.conftest import Fetch, visit
from web.site import PAGE, Clock, Reply, Request, Site, page


def cut_chunks(request: Request) -> None:
    Reply(b"5\r\nHello\r\n40\r\nto be contin", headers={"Transfer-Encoding": "chunked"}).send(request)


def cut_gzip(request: Request) -> None:
    body = gzip.compress(b"<p>Hello.</p>" * 500)
    Reply(body[: len(body) // 2], headers={"Content-Encoding": "gzip"}).send(request)


CUT = [Reply(b"<p>Hello", length=5000), cut_chunks, cut_gzip]


CUT_IDS = ["length", "chunks", "gzip"]


@pytest.mark.parametrize("cut", CUT, ids=CUT_IDS)
def test_a_truncated_page_is_asked_for_again(site: Site, fetch: Fetch, cut: Reply) -> None:
    site.put(PAGE, cut, b"<p>Hello, all of it.</p>")
    assert (fetch(site.url(PAGE)).folder / "page-1.html").read_bytes() == b"<p>Hello, all of it.</p>"


@pytest.mark.parametrize("cut", CUT, ids=CUT_IDS)
def test_a_page_that_stays_truncated_is_told_and_never_saved(site: Site, fetch: Fetch, cut: Reply) -> None:
    paths = site.put_event(3)
    site.put(paths[1], cut)
    result = fetch(site.url(paths[0]))
    assert result.missing == (2,)
    assert "page 2 is missing: ended before it was complete" in str(result.notices[0])
    assert sorted(path.name for path in result.folder.glob("page-*.html")) == ["page-1.html", "page-3.html"]


def test_a_connection_that_breaks_is_made_again(site: Site, clock: Clock) -> None:
    def hang_up(request: Request) -> None:
        request.connection.shutdown(socket.SHUT_RDWR)
        request.close_connection = True

    site.put(PAGE, hang_up, b"<p>Hello.</p>")
    assert visit(site.url(PAGE), clock).answer.status == 200


def test_a_server_that_is_not_there_is_told(clock: Clock) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        with pytest.raises(FetchError, match=r"the connection failed \(.*\); tried 4 times; run it again later"):
            visit(f"http://127.0.0.1:{closed.getsockname()[1]}{PAGE}", clock)
    assert clock.slept == [1.0, 2.0, 4.0]


def test_a_server_that_says_nothing_is_given_up(site: Site, clock: Clock) -> None:
    over = threading.Event()
    site.put(PAGE, lambda _: over.wait(20))
    try:
        with pytest.raises(FetchError, match="took too long"):
            visit(site.url(PAGE), clock, timeout=0.05, attempts=2)
    finally:
        over.set()
    assert site.paths == [PAGE] * 2


@pytest.mark.parametrize("part", ["headers", "body"])
def test_a_server_that_drips_is_given_up(site: Site, clock: Clock, part: str) -> None:
    def drip(request: Request) -> None:
        request.close_connection = True
        request.wfile.write(b"HTTP/1.1 200 OK\r\n" + (b"" if part == "headers" else b"Content-Length: 9999\r\n\r\n"))
        for _ in range(1000):  # far fewer will do: each takes a third of the time for all
            clock.now += 40
            request.wfile.write(b"X: y\r\n" if part == "headers" else b"x")

    site.put(PAGE, drip)
    with pytest.raises(FetchError, match=r"took too long \(5 seconds without a byte, or 120 in all\)"):
        visit(site.url(PAGE), clock, attempts=1)


def bomb(megabytes: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes)) + packer.flush()


def test_a_gzip_bomb_is_cut(site: Site, fetch: Fetch, tmp_path: Path) -> None:
    site.put(PAGE, Reply(bomb(50), headers={"Content-Encoding": "gzip"}))
    with pytest.raises(FetchError, match=r"is larger than 1,000,000 bytes; allow more with max_size"):
        fetch(site.url(PAGE), max_size=1_000_000)
    assert site.paths == [PAGE]
    assert list((tmp_path / "saved").iterdir()) == []


def test_a_bomb_within_a_bomb_is_not_opened(site: Site, clock: Clock) -> None:
    site.put(PAGE, Reply(gzip.compress(bomb(10)), headers={"Content-Encoding": "gzip, gzip"}))
    with pytest.raises(FetchError, match="came compressed as 'gzip, gzip', though only gzip was asked for"):
        visit(site.url(PAGE), clock)


@pytest.mark.parametrize("claims", [True, False])
def test_a_page_too_large_is_refused(site: Site, clock: Clock, claims: bool) -> None:
    reply = Reply(b"x" * 5001)
    chunked = Reply(b"1389\r\n" + b"x" * 5001 + b"\r\n0\r\n\r\n", headers={"Transfer-Encoding": "chunked"})
    site.put(PAGE, reply if claims else chunked)
    with pytest.raises(FetchError, match="is larger than 5,000 bytes"):
        visit(site.url(PAGE), clock, max_size=5000)


def test_gzip_is_undone(site: Site, fetch: Fetch) -> None:
    body = page(1, [])
    site.put(PAGE, Reply(gzip.compress(body[:50]) + gzip.compress(body[50:]), headers={"Content-Encoding": "gzip"}))
    assert (fetch(site.url(PAGE)).folder / "page-1.html").read_bytes() == body


def test_redirects_are_followed_and_recorded(site: Site, fetch: Fetch) -> None:
    site.put("/old.htm", Reply(status=301, headers={"Location": "/middle.htm"}))
    site.put("/middle.htm", Reply(status=307, headers={"Location": site.url(PAGE) + "#top"}))
    site.put(PAGE, page(1, [PAGE, "/content_7000_2.htm"]))
    site.put("/content_7000_2.htm", page(2, [PAGE, "/content_7000_2.htm"]))
    result = fetch(site.url("/old.htm"))
    assert result.pages[0].saved.final_url == site.url(PAGE)
    assert result.pages[0].saved.redirects == (site.url("/old.htm"), site.url("/middle.htm"))
    assert [p.number for p in result.pages] == [1, 2]


def test_a_redirect_to_another_site_is_told(site: Site, other_site: Site, fetch: Fetch) -> None:
    site.put(PAGE, Reply(status=302, headers={"Location": other_site.url(PAGE)}))
    other_site.put(PAGE, page(1, []))
    result = fetch(site.url(PAGE))
    assert str(result.notices[0]) == f"{site.url(PAGE)}: leads to another site: {other_site.url(PAGE)}"


def test_a_loop_is_told(site: Site, clock: Clock) -> None:
    site.put(PAGE, Reply(status=302, headers={"Location": "/b"}))
    site.put("/b", Reply(status=302, headers={"Location": PAGE}))
    a, b = site.url(PAGE), site.url("/b")
    with pytest.raises(FetchError, match=rf"leads in a circle \({a} -> {b} -> {a}\)"):
        visit(a, clock)
    assert site.paths == [PAGE, "/b"]


def test_redirects_have_a_limit(site: Site, clock: Clock) -> None:
    for step in range(9):
        site.put(f"/{step}", Reply(status=302, headers={"Location": f"/{step + 1}"}))
    with pytest.raises(FetchError, match=r"leads on more than 5 times \(last to .*/6\)"):
        visit(site.url("/0"), clock)
    assert site.paths == ["/0", "/1", "/2", "/3", "/4", "/5"]


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/hostname", "which has the scheme 'file'"),
        ("ftp://press.example/a", "which has the scheme 'ftp'"),
        ("http://user:secret@press.example/", "which comes with a user name or password"),
        ("http://[::bad/", "leads to what is no address"),
    ],
)
def test_a_redirect_is_checked_like_any_address(site: Site, clock: Clock, location: str, reason: str) -> None:
    site.put(PAGE, Reply(status=302, headers={"Location": location}))
    with pytest.raises(FetchError, match=reason) as raised:
        visit(site.url(PAGE), clock)
    assert "secret" not in str(raised.value)


def test_a_redirect_without_an_address_is_told(site: Site, clock: Clock) -> None:
    site.put(PAGE, Reply(status=302))
    with pytest.raises(FetchError, match="answered 302 without a new address"):
        visit(site.url(PAGE), clock)
