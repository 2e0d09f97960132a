"""Pages that stand in for others: known by form, told as errors, and never where somebody speaks."""

import pytest

from scio_transcripts import parse_html

ADDRESS = "https://press.example/2021/content_7820.htm"
SPEECH = "<p><b>Reuters:</b></p><p>How many boats? Thank you.</p><p><b>Ruan Boqing:</b></p><p>Thank you. Ninety.</p>"


def told(html: str) -> dict[str, str]:
    page = parse_html(html, url=ADDRESS)
    assert all(d.severity == "error" for d in page.diagnostics if d.code in ("T108", "T109"))
    return {d.code: d.message for d in page.diagnostics if d.code in ("T108", "T109")}


@pytest.mark.parametrize(
    "html",
    [
        "<script>document.cookie='seen=1';location.reload()</script>",
        "<html><head><script src='/c.js'></script></head><body></body></html>",
        "<title>One moment</title><script src=/c.js></script><h1>One moment</h1><p>Looking at your browser.</p>",
        "<div id='app'></div><script type=module src='/main.js'></script>",
        f"<p>Bitte JavaScript einschalten.</p><script>{'let a = 1;' * 20}</script><a href='/help'>Help</a>",
    ],
)
def test_a_script_instead_of_a_page_is_an_error(html: str) -> None:
    assert list(told(html)) == ["T108"]


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("0; url=/2021/content_7821.htm", "https://press.example/2021/content_7821.htm"),
        ("3;URL='https://other.example/a.htm'", "https://other.example/a.htm"),
        ("0; url=http://[bad", "http://[bad"),
        ("0;url=content_7820.htm?seen=1", "https://press.example/2021/content_7820.htm?seen=1"),
    ],
)
def test_a_page_that_only_leads_on_names_its_target(content: str, target: str) -> None:
    html = f'<meta http-equiv="Refresh" content="{content}"><p>Please wait.</p>'
    assert target in told(html)["T109"]


@pytest.mark.parametrize(
    "html",
    [
        f"{SPEECH}<script>{'let a = 1;' * 300}</script>",
        f"<meta http-equiv=refresh content='0; url=/next.htm'>{SPEECH}",
        "<p>Nothing to see.</p>",
        "<meta http-equiv=refresh content=300><p>Nothing to see.</p>",
        f"<meta http-equiv=refresh content='0; url={ADDRESS}'><p>Nothing to see.</p>",
        "<meta http-equiv=refresh content='0; url=javascript:alert(1)'><p>Nothing to see.</p>",
        "<script type='application/ld+json'>{}</script><p>Nothing to see.</p>",
        f"<p>{'Nothing to see. ' * 60}</p><script>{'let a = 1;' * 300}</script>",
        f"{''.join(f'<a href=/{n}.htm>Part {n}</a> ' for n in range(9))}<script src=/c.js></script>",
    ],
)
def test_a_page_that_says_something_is_none(html: str) -> None:
    assert told(html) == {}
