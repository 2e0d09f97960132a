"""Where connections may go: public addresses only, and to hosts that can prove their name."""

import socket
import ssl
import subprocess
from pathlib import Path

import pytest

from scio_transcripts.errors import FetchError
from scio_transcripts.sources.web import connect, open_visitor
from scio_transcripts.sources.web.addresses import checked, is_public
from scio_transcripts.sources.web.limits import Limits
from scio_transcripts.sources.web.notices import Notice
from web.conftest import visit
from web.site import PAGE, Clock, Reply, Site


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
