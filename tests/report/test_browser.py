"""The site in a real browser, opened from a folder: what readers do, with and without a mouse.

Skipped where playwright or a Chromium is missing. `CHROMIUM` names a browser that is not on the path.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("jinja2", reason="needs the extra 'report'")
playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
sys.path.insert(0, str(Path(__file__).parent))

from rooms import HOSTILE, ROOM, SAMPLES, with_words  # noqa: E402

from scio_transcripts.report import report  # noqa: E402
from scio_transcripts.views import cite  # noqa: E402

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
BROWSER = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
pytestmark = pytest.mark.skipif(
    BROWSER is None, reason="needs a Chromium: none is on the path, and CHROMIUM names none"
)

CONTROLS = {"button", "textbox", "searchbox", "combobox", "link", "DisclosureTriangle"}
DEMO = SAMPLES["demo.txt"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=BROWSER)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("room") / "site"
    report(ROOM, folder)
    return folder


class Tab:
    """A page that notes every complaint and every request."""

    def __init__(self, context: Any, site: Path) -> None:
        self.context = context
        self.page = context.new_page()
        self.site = site
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))
        self.page.on("request", lambda request: self.requests.append(request.url))

    def open(self, path: str) -> Any:
        self.page.goto(f"{self.site.as_uri()}/{path}")
        if path.startswith("index"):
            self.page.wait_for_function("() => /transcript/.test(document.getElementById('status').textContent)")
        return self.page

    def check(self) -> None:
        assert self.complaints == []
        own = f"{self.site.as_uri()}/"
        assert [url for url in self.requests if not url.startswith((own, "data:"))] == []

    def tree(self) -> list[tuple[str, str]]:
        """Roles and names as a screen reader gets them."""
        nodes = self.context.new_cdp_session(self.page).send("Accessibility.getFullAXTree")["nodes"]
        return [
            (node["role"]["value"], node.get("name", {}).get("value", "").strip())
            for node in nodes
            if not node.get("ignored")
        ]


@pytest.fixture
def tab(browser: Any, site: Path) -> Iterator[Tab]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme="light")
    opened = Tab(context, site)
    yield opened
    opened.check()
    context.close()


def demo_page(site: Path) -> str:
    [path] = (site / "transcripts").glob("2025-11-06*.html")
    return f"transcripts/{path.name}"


def titles(page: Any) -> list[str]:
    return page.locator("#entries .entry").all_inner_texts()


def settled(page: Any, words: str) -> None:
    """Wait until the status line says this."""
    page.wait_for_function("words => document.getElementById('status').textContent === words", arg=words)


def test_filters_narrow_the_list_and_stay_in_the_address(tab: Tab) -> None:
    page = tab.open("index.html")
    settled(page, "All 7 transcripts")
    page.select_option("#f-year", "2023")
    settled(page, "2 of 7 transcripts")
    page.select_option("#f-owner", "hk-mo-tw")
    settled(page, "1 of 7 transcripts")
    assert titles(page) == ["SCIO briefing on orchards"]
    assert "year=2023" in page.url
    page.reload()
    settled(page, "1 of 7 transcripts")
    page.click("#filters button[type=reset]")
    settled(page, "All 7 transcripts")
    page.fill("#f-outlet", "reuters")
    page.select_option("#f-language", "en")
    settled(page, "2 of 7 transcripts")
    page.fill("#f-person", "wen mo")
    settled(page, "1 of 7 transcripts")
    assert titles(page) == ["SCIO briefing on ferries"]


def test_the_list_is_sorted_as_asked(tab: Tab) -> None:
    page = tab.open("index.html")
    page.select_option("#f-language", "en")
    page.select_option("#f-sort", "oldest")
    page.wait_for_function("() => document.querySelector('#entries .entry').textContent === 'SCIO briefing on ferries'")
    assert titles(page)[1] == "SCIO briefing on kilns"
    assert len(titles(page)) == 6
    page.select_option("#f-sort", "")
    page.wait_for_function("() => document.querySelector('#entries .entry').textContent.includes('libraries')")
    page.select_option("#f-sort", "title")
    page.wait_for_function(
        "() => document.querySelector('#entries .entry').textContent.includes('briefing on ferries')"
    )
    assert titles(page) == sorted(titles(page))


def test_words_are_searched_by_who_says_them_and_in_chinese(tab: Tab) -> None:
    page = tab.open("index.html")
    page.fill("#f-words", "ferr")
    settled(page, "2 of 7 transcripts")
    page.fill("#f-words", "ninety kilns")
    settled(page, "1 of 7 transcripts")
    page.select_option("#f-by", "reporter")
    settled(page, "0 of 7 transcripts")
    page.select_option("#f-by", "official")
    settled(page, "1 of 7 transcripts")
    page.fill("#f-words", "渡船开通")
    page.select_option("#f-by", "")
    settled(page, "0 of 7 transcripts")
    page.fill("#f-words", "渡船")
    settled(page, "1 of 7 transcripts")
    page.click("#entries .entry")
    page.wait_for_selector("mark")
    assert page.locator("mark").first.inner_text() == "渡船"


def test_an_anchor_opens_what_is_folded_around_it(tab: Tab, site: Path) -> None:
    page = tab.open(demo_page(site))
    assert page.locator("details.exchange[open]").count() == 0
    assert not page.locator("#t6p2").is_visible()
    page = tab.open(demo_page(site) + "#t6p2")
    page.wait_for_selector("#t6p2", state="visible")
    assert page.locator("details.exchange[open]").count() == 1
    box = page.locator("#t6p2").bounding_box()
    assert 40 <= box["y"] < 300
    page.click("nav.contents a[href='#x3']")
    page.wait_for_selector("#x3[open]")


def test_all_exchanges_open_and_close(tab: Tab, site: Path) -> None:
    page = tab.open(demo_page(site))
    page.click("#open-all")
    assert page.locator("details.exchange:not([open])").count() == 0
    page.wait_for_function("() => document.getElementById('open-all').textContent.startsWith('Close')")
    page.click("#open-all")
    assert page.locator("details.exchange[open]").count() == 0


def test_finding_opens_the_place_and_counts(tab: Tab, site: Path) -> None:
    page = tab.open(demo_page(site))
    before = page.locator("main").inner_text()
    page.fill("#find-words", "a map of footsteps")
    page.press("#find-words", "Enter")
    page.wait_for_selector("mark[aria-current]", state="visible")
    assert page.locator("mark").all_inner_texts() == ["a map of footsteps"]
    assert page.inner_text("#find-status") == "1 of 1"
    page.press("#find-words", "Escape")
    page.wait_for_selector("mark", state="detached")
    page.click("#open-all")
    page.click("#open-all")
    assert page.locator("main").inner_text() == before
    page.fill("#find-words", "zebra.*(")
    page.wait_for_function("() => document.getElementById('find-status').textContent === 'Not found'")


def test_a_paragraph_gives_the_citation_of_cite(tab: Tab, site: Path) -> None:
    page = tab.open(demo_page(site) + "#t6p2")
    page.click("#t6p2 a.number")
    cited = cite(DEMO, DEMO.turns[6].paragraphs[1])
    assert page.inner_text("#cite-text") == cited.text
    assert page.inner_text("#cite-anchor") == str(cited.anchor)
    assert page.inner_text("#cite-link").endswith(".html#t6p2")
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0


def test_dark_is_a_switch_that_stays(tab: Tab, site: Path) -> None:
    page = tab.open("index.html")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert light != dark
    page = tab.open(demo_page(site))
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_system_chooses_dark_until_the_reader_does(browser: Any, site: Path) -> None:
    context = browser.new_context(color_scheme="dark")
    page = Tab(context, site).open("index.html")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(23, 24, 26)"
    assert page.get_by_role("button", name="Light").is_visible()
    context.close()


def test_the_keyboard_alone_reaches_filters_entries_and_paragraphs(tab: Tab) -> None:
    page = tab.open("index.html")

    def tab_to(selector: str) -> None:
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(selector)

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    tab_to("#f-words")
    page.keyboard.type("footsteps")
    settled(page, "1 of 7 transcripts")
    tab_to("#entries .entry")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1")
    page.wait_for_selector("mark[aria-current]")
    tab_to("details.exchange > summary")
    was = page.evaluate("document.activeElement.parentElement.open")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.parentElement.open") is not was
    tab_to("a.number")
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open]")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className") == "number"


@pytest.mark.parametrize("path", ["index.html", "transcript", "years/2023.html"])
def test_a_screen_reader_hears_a_name_for_every_control_and_chart(tab: Tab, site: Path, path: str) -> None:
    page = tab.open(demo_page(site) if path == "transcript" else path)
    page.evaluate("for (const box of document.querySelectorAll('details')) box.open = true")
    tree = tab.tree()
    assert [role for role, name in tree if role in CONTROLS and not name] == []
    assert [
        role for role, name in tree if role in {"figure", "image", "img", "table", "form", "region"} and not name
    ] == []
    assert ("main", "") in tree or any(role == "main" for role, _ in tree)
    if path == "index.html":
        figures = [name for role, name in tree if role == "figure"]
        assert figures == [
            "Who asked, over time",
            "What reporters ask about",
            "Speaking shares",
            "Outlets that asked most",
        ]
        assert ("searchbox", "Words") in tree
        images = [name for role, name in tree if role in {"image", "img"}]
        assert any(name.startswith("Foreign, private 5 in all") for name in images)


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
@pytest.mark.parametrize("path", ["index.html", "transcript"])
def test_nothing_is_wider_than_the_window(tab: Tab, site: Path, path: str, width: int) -> None:
    tab.page.set_viewport_size({"width": width, "height": 800})
    page = tab.open(demo_page(site) if path == "transcript" else path)
    page.evaluate("for (const box of document.querySelectorAll('details')) box.open = true")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_paper_shows_every_exchange(tab: Tab, site: Path, tmp_path: Path) -> None:
    page = tab.open(demo_page(site))
    page.pdf(path=str(tmp_path / "page.pdf"))
    assert (tmp_path / "page.pdf").stat().st_size > 50_000
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".speech p:visible").count() == page.locator(".speech p").count()
    assert page.locator("button:visible, input:visible, select:visible").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.exchange[open]").count() == 0


def test_hostile_words_stay_words_in_a_browser(browser: Any, tmp_path: Path) -> None:
    bad = "</script><script>alert(1)</script><img src=x onerror=alert(1)> \u202e\" ' javascript:alert(1) https://x.example/"
    report([with_words(DEMO, bad), *HOSTILE.values()], tmp_path / "site", title=bad)
    context = browser.new_context()
    tab = Tab(context, tmp_path / "site")
    page = tab.open("index.html")
    page.fill("#f-words", "alert")
    page.wait_for_function("() => / of /.test(document.getElementById('status').textContent)")
    assert page.locator("img, body script").count() == 0
    names = sorted(path.name for path in (tmp_path / "site" / "transcripts").iterdir())
    for name in names:
        page = tab.open(f"transcripts/{name}?find=%3Cscript%3E#t0p1")
        page.evaluate("for (const box of document.querySelectorAll('details')) box.open = true")
        assert page.locator("img, body script, iframe").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.check()
    context.close()


def test_the_index_says_what_is_missing_instead_of_failing(browser: Any, tmp_path: Path) -> None:
    report(ROOM, tmp_path / "site")
    (tmp_path / "site" / "data" / "words-0.js").unlink()
    context = browser.new_context()
    page = Tab(context, tmp_path / "site").open("index.html")
    page.fill("#f-words", "ferries")
    page.wait_for_function(
        "() => document.getElementById('status').textContent.includes('words-0.js cannot be loaded')"
    )
    context.close()


def test_a_notebook_shows_a_transcript_and_touches_nothing_around_it(browser: Any) -> None:
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.set_content(f"<body data-jp-theme-light='false'><p class='turn'>x</p>{DEMO._repr_html_()}</body>")
    assert page.evaluate("getComputedStyle(document.querySelector('p.turn')).borderLeftWidth") == "0px"
    colour = "getComputedStyle(document.querySelector('.scio-transcript b.c')).color"
    dark = page.evaluate(colour)
    page.evaluate("document.body.dataset.jpThemeLight = 'true'")
    assert page.evaluate(colour) != dark
    assert page.locator(".scio-transcript .turn").count() > 5
    context.close()
