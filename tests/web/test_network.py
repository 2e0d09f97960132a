"""What servers do wrong, and what they ask for: truncation, bombs, loops, pauses, robots.txt, private addresses."""

import gzip
import socket
import ssl
import subprocess
import threading
import zlib
from pathlib import Path

import pytest

from scio_transcripts import __version__
from scio_transcripts.errors import FetchError
from scio_transcripts.sources.web import connect, open_visitor
from scio_transcripts.sources.web.addresses import checked, is_public
from scio_transcripts.sources.web.limits import Limits
from scio_transcripts.sources.web.notices import Notice
from scio_transcripts.sources.web.visit import Arrival
from web.conftest import Fetch
from web.site import Clock, Reply, Request, Site, page

PAGE = "/content_7000.htm"


def visit(url: str, clock: Clock, **limits: object) -> Arrival:
    allowed = Limits(**{"allow_private": True, "timeout": 5.0, **limits})  # type: ignore[arg-type]
    with open_visitor(allowed, clock=clock, sleep=clock.sleep) as visitor:
        return visitor.visit(checked(url))


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


@pytest.mark.parametrize(
    "host",
    "127.0.0.1 localhost 127.1 2130706433 0x7f.0.0.1 0.0.0.0 [::1] [::ffff:127.0.0.1] 10.1.2.3 192.168.0.1 "
    "169.254.169.254 [fe80::1] 224.0.0.1 [ff02::1] 100.64.0.1 [64:ff9b::7f00:1]".split(),
)
def test_private_addresses_are_refused(site: Site, clock: Clock, host: str) -> None:
    with pytest.raises(FetchError) as raised:
        visit(f"http://{host}:{site.port}{PAGE}", clock, allow_private=False)
    told = str(raised.value)
    assert ", an address of this machine or a private network" in told or "no host named" in told
    assert site.seen == []


def test_what_was_checked_is_what_is_connected_to(site: Site, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that gives a public address first and a private one later gets no further."""
    answers = [["127.0.0.2"], ["127.0.0.1"]]
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return answers[min(len(asked), 2) - 1]

    monkeypatch.setattr(connect, "is_public", lambda address: address == "127.0.0.2")
    with (
        open_visitor(Limits(attempts=2), clock=clock, sleep=clock.sleep, resolve=rebinding) as visitor,
        pytest.raises(FetchError, match=r"leads to 127\.0\.0\.1, an address of this machine"),
    ):
        visitor.visit(checked(f"http://press.example:{site.port}{PAGE}"))
    assert asked == ["press.example"] * 2
    assert site.seen == []


def test_a_redirect_to_a_private_address_is_refused(site: Site, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the site itself counts as public, and another name of the same machine does not."""
    names = {"press.example": ["127.0.0.1"], "inside.example": ["10.0.0.1"]}
    site.put(PAGE, Reply(status=302, headers={"Location": f"http://inside.example:{site.port}/secret"}))
    monkeypatch.setattr(connect, "is_public", lambda address: address == "127.0.0.1" or is_public(address))
    with (
        open_visitor(Limits(), clock=clock, sleep=clock.sleep, resolve=lambda host, _: names[host]) as visitor,
        pytest.raises(FetchError, match=r"inside\.example.*leads to 10\.0\.0\.1, an address of"),
    ):
        visitor.visit(checked(f"http://press.example:{site.port}{PAGE}"))
    assert site.paths == [PAGE]


def test_a_name_is_resolved_once_for_a_connection(site: Site, clock: Clock) -> None:
    asked: list[str] = []

    def counted(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    site.put(PAGE, b"<p>Hello.</p>")
    limits = Limits(allow_private=True)
    with open_visitor(limits, clock=clock, sleep=clock.sleep, resolve=counted) as visitor:
        visitor.visit(checked(f"http://press.example:{site.port}{PAGE}"))
        visitor.visit(checked(f"http://press.example:{site.port}{PAGE}"))
    assert asked == ["press.example"]
    assert site.headers_of(PAGE)["Host"] == f"press.example:{site.port}"


def test_the_next_address_is_tried_where_one_fails(site: Site, clock: Clock) -> None:
    site.put(PAGE, b"<p>Hello.</p>")
    limits = Limits(allow_private=True, attempts=1)
    both = lambda *_: ["::1", "127.0.0.1"]  # noqa: E731 # a table of one row
    with open_visitor(limits, clock=clock, sleep=clock.sleep, resolve=both) as visitor:
        assert visitor.visit(checked(f"http://press.example:{site.port}{PAGE}")).answer.status == 200


def test_an_unknown_host_is_told_at_once(clock: Clock) -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    with (
        open_visitor(clock=clock, sleep=clock.sleep, resolve=unknown) as visitor,
        pytest.raises(FetchError, match=r"no host named press\.example was found; check the spelling"),
    ):
        visitor.visit(checked("https://press.example/"))
    assert clock.slept == []


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("press.example/a.htm", "has no scheme; give one that begins with https:// or http://"),
        ("file:///etc/hostname", "has the scheme 'file'"),
        ("javascript:alert(1)", "has the scheme 'javascript'"),
        ("http://", "names no host"),
        ("http:///a.htm", "names no host"),
        ("https://user:secret@press.example/", "comes with a user name or password"),
        ("http://press.example/\x00", "is not an address"),
        ("http://press.example:99999/", "is not an address"),
        ("http://press.example/" + "a" * 3000, "is longer than 2,000 characters"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(address: str, reason: str) -> None:
    with pytest.raises(FetchError) as raised:
        checked(address)
    assert reason in str(raised.value)
    assert "secret" not in str(raised.value)


@pytest.fixture
def secure(site: Site, tmp_path: Path) -> str:
    """The site behind a certificate that nobody has reason to trust."""
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    command += ["-days", "2", "-subj", "/CN=somebody.example", "-keyout", str(key), "-out", str(certificate)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (FileNotFoundError, subprocess.CalledProcessError):
        pytest.skip("needs openssl to make a certificate")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    site.secure(context)
    return f"https://127.0.0.1:{site.port}"


def test_a_broken_certificate_is_refused(site: Site, secure: str, clock: Clock) -> None:
    with pytest.raises(FetchError, match=r"the certificate of 127\.0\.0\.1 cannot be trusted .*--insecure-host 127"):
        visit(secure + PAGE, clock)
    assert site.seen == []
    assert clock.slept == []


def test_one_host_can_be_excepted_and_is_told_each_time(site: Site, secure: str, clock: Clock) -> None:
    site.put(PAGE, b"<p>Hello.</p>")
    told: list[Notice] = []
    limits = Limits(allow_private=True, insecure_hosts=frozenset({"127.0.0.1"}))
    with open_visitor(limits, clock=clock, sleep=clock.sleep, tell=told.append) as visitor:
        assert visitor.visit(checked(secure + PAGE)).answer.body == b"<p>Hello.</p>"
        with pytest.raises(FetchError, match=r"the certificate of localhost cannot be trusted"):
            visitor.visit(checked(secure.replace("127.0.0.1", "localhost") + PAGE))
    assert [str(notice) for notice in told] == [
        f"{secure}{path}: the certificate of 127.0.0.1 is not checked, as asked for" for path in ("/robots.txt", PAGE)
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        {"insecure_hosts": {"https://press.example"}},
        {"delay": -1},
        {"max_pages": 0},
        {"timeout": float("nan")},
        {"max_redirects": 99},
        {"max_size": -5},
    ],
)
def test_limits_that_make_no_sense_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Limits(**wrong)  # type: ignore[arg-type]
