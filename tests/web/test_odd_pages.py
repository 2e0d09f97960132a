"""Links that are no addresses, and scripts or refreshes that come instead of pages."""

from pathlib import Path

import pytest

import scio_transcripts
from scio_transcripts.sources.web.limits import Limits
from web.site import Site, page

ODD_LINKS = [
    "//xn--a-ecp.example/2021-05/21/content_782022_2.htm",
    "http://xn--/content_782022_2.htm",
    "http://press.example:99999/content_782022_2.htm",
    "http://press.example:x/content_782022_2.htm",
    "http://[::1/content_782022_2.htm",
    "http://]/content_782022_2.htm",
    "http://a b.example/content_782022_2.htm",
    "http://.../content_782022_2.htm",
    "http://user:secret@press.example/content_782022_2.htm",
    "http:///content_782022_2.htm",
    "javascript:turn(2)_2.htm",
    "data:text/html,_2.htm",
    "\x01\x7f_2.htm",
    "content_782022_2.htm" + "x" * 5000,
    "http://" + "a" * 300 + ".example/content_782022_2.htm",
    "%%%_2.htm",
    "//",
    "?",
    "\ud83d_2.htm",
]


@pytest.mark.parametrize("link", ODD_LINKS)
def test_an_odd_link_never_costs_the_page_that_holds_it(site: Site, tmp_path: Path, link: str) -> None:
    paths = site.put_event(2)
    href = link.replace("\ud83d", "\ufffd").replace('"', "&quot;")
    site.put(paths[0], page(1, paths) + f'<p><a href="{href}">2</a> <a href="{href}">Next</a></p>'.encode())
    result = scio_transcripts.fetch(site.url(paths[0]), tmp_path, limits=Limits(allow_private=True, delay=0.0))
    assert result.missing == ()
    assert [p.number for p in result.pages][:2] == [1, 2]
    assert (result.folder / "page-1.html").is_file()


SCRIPT = "<html><body><script>document.cookie='seen=1';location.reload()</script></body></html>"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (SCRIPT, "is a script instead of a page"),
        ('<meta http-equiv=refresh content="0;url=/real.htm"><p>Wait.</p>', "/real.htm; fetch that address"),
    ],
)
def test_a_script_or_a_refresh_instead_of_a_page_is_an_error(
    site: Site, tmp_path: Path, body: str, reason: str
) -> None:
    path = "/2021-05/21/content_782022.htm"
    site.put(path, body)
    limits = Limits(allow_private=True, delay=0.0)
    result = scio_transcripts.fetch(site.url(path), tmp_path, limits=limits)
    assert not result.complete
    assert [reason in notice.text for notice in result.notices if notice.severity == "error"] == [True]
    assert site.paths == [path]


def test_a_script_never_takes_the_place_of_a_page_that_was_got(site: Site, tmp_path: Path) -> None:
    paths = site.put_event(2)
    limits = Limits(allow_private=True, delay=0.0)
    first = scio_transcripts.fetch(site.url(paths[0]), tmp_path, limits=limits)
    good = (first.folder / "page-1.html").read_bytes(), (first.folder / "page-2.html").read_bytes()
    for path in paths:
        site.put(path, SCRIPT)
    second = scio_transcripts.fetch(site.url(paths[0]), tmp_path, limits=limits)
    assert (second.complete, second.missing) == (False, (1, 2))
    assert ((first.folder / "page-1.html").read_bytes(), (first.folder / "page-2.html").read_bytes()) == good
    assert second.transcript is not None
    assert first.transcript is not None
    assert second.transcript.turns == first.transcript.turns


def test_a_script_instead_of_a_later_page_leaves_that_page_missing(site: Site, tmp_path: Path) -> None:
    paths = site.put_event(3)
    site.put(paths[1], SCRIPT)
    result = scio_transcripts.fetch(site.url(paths[0]), tmp_path, limits=Limits(allow_private=True, delay=0.0))
    assert result.missing == (2,)
    assert not (result.folder / "page-2.html").exists()
