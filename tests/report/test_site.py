"""The site as files: what is in it, that words stay words, that nothing is asked of the network."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

pytest.importorskip("jinja2", reason="needs the extra 'report'")
sys.path.insert(0, str(Path(__file__).parent))

from rooms import HOSTILE, ROOM, SAMPLES, Page, with_words

from scio_transcripts import Transcript, parse
from scio_transcripts.errors import MissingExtraError, OutputError
from scio_transcripts.report import report, report_named
from scio_transcripts.report.search import SearchIndex
from scio_transcripts.report.words import terms_of, vocabulary_of
from scio_transcripts.views import cite

TAGS = set(
    "html head meta title link script body a header nav button div h1 h2 h3 h4 p main form label input select option "
    "datalist ol ul li noscript section figure figcaption table thead tbody tr th td caption svg rect desc span bdi "
    "details summary footer time b dl dt dd code dialog blockquote".split()
)
"""Every element that the templates make: any other comes from a transcript."""
FORBIDDEN = r"https?:|@import|url\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|fetch\("
"""What scripts and styles must not do: load from elsewhere, or make markup of words."""
BAD = (
    "</script><script>alert(1)</script><!-- \"'><img src=x onerror=alert(1)> \u202eevil\u2066 \x00\x1b[2J \ud800 "
    "\uffff {{7*7}} {% x %} javascript:x"
)


def files_of(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def pages_of(folder: Path) -> Iterator[tuple[Path, Page]]:
    for path in sorted(folder.rglob("*.html")):
        yield path, Page(path.read_text("utf-8"))


def only_page(folder: Path) -> Page:
    [path] = (folder / "transcripts").iterdir()
    return Page(path.read_text("utf-8"))


def entries_of(folder: Path, year: str) -> list[dict[str, object]]:
    text = (folder / "data" / f"entries-{year}.js").read_text("ascii")
    data = json.loads(re.fullmatch(r'readingRoom\.entries\("[^"]*",(.*)\);\n', text)[1])
    names = data["names"]
    lists = {"outlets", "countries", "ownerships", "people"}
    return [
        {
            key: [names[n] for n in value] if key in lists else value
            for key, value in zip(data["columns"], row, strict=True)
        }
        for row in data["rows"]
    ]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("room") / "site"
    report(ROOM, folder)
    return folder


def test_the_same_transcripts_give_the_same_bytes(room: Path, tmp_path: Path) -> None:
    report(iter(ROOM), tmp_path / "again")
    assert files_of(room) == files_of(tmp_path / "again")


def test_every_transcript_has_a_page_and_an_entry(room: Path) -> None:
    pages = {path.stem for path in (room / "transcripts").iterdir()}
    listed = [
        entry["name"] for file in (room / "data").glob("entries-*.js") for entry in entries_of(room, file.stem[8:])
    ]
    assert len(pages) == len(ROOM)
    assert sorted(listed) == sorted(pages)
    assert not list(room.glob(".*"))


def test_every_link_leads_to_a_file_or_an_anchor_that_is_there(room: Path) -> None:
    ids = {path.resolve(): set(page.ids()) for path, page in pages_of(room)}
    for path, page in pages_of(room):
        for link in [*page.attributes("href"), *page.attributes("src")]:
            if link.startswith("data:"):
                continue
            assert not re.match(r"[a-z]+:|//", link), link
            target, _, anchor = urljoin(path.as_uri(), link).partition("#")
            found = Path(target.removeprefix("file://"))
            assert found.is_file(), (path, link)
            if anchor:
                assert anchor in ids[found.resolve()], (path, link)


def test_ids_are_given_once_on_a_page(room: Path) -> None:
    for path, page in pages_of(room):
        assert len(page.ids()) == len(set(page.ids())), path


def test_pages_forbid_every_request_that_leaves_the_folder(room: Path) -> None:
    for _, page in pages_of(room):
        [policy] = [a["content"] for tag, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "http" not in policy
        assert not any(name.startswith("on") or name == "style" for _, a in page.elements for name in a)
    for path in [*room.glob("*.js"), *room.glob("*.css")]:
        text = path.read_text("utf-8")
        assert not re.search(
            r"https?:|@import|url\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|fetch\(", text
        ), path


@pytest.mark.parametrize("name", SAMPLES)
def test_every_paragraph_stands_once_under_its_number_with_the_anchor_of_cite(name: str, tmp_path: Path) -> None:
    transcript = SAMPLES[name]
    report([transcript], tmp_path / "site")
    page = only_page(tmp_path / "site")
    anchors = {a["id"]: a["data-anchor"] for tag, a in page.elements if tag == "p" and "data-anchor" in a}
    wanted = {
        f"t{turn.index}p{number}": str(cite(transcript, paragraph).anchor)
        for turn in transcript.turns
        for number, paragraph in enumerate(turn.paragraphs, 1)
    }
    assert anchors == wanted
    at = 0
    for words in (" ".join(p.text.split()) for turn in transcript.turns for p in turn.paragraphs):
        at = page.text.index(words, at) + len(words)
    citations = {a["id"]: a["data-citation"] for _, a in page.elements if "data-citation" in a}
    for turn in transcript.turns:
        for number, paragraph in enumerate(turn.paragraphs, 1):
            assert citations[f"t{turn.index}"].replace("{}", str(number)) == cite(transcript, paragraph).text


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_make_no_elements(name: str, tmp_path: Path) -> None:
    report([HOSTILE[name], with_words(HOSTILE[name], BAD)], tmp_path / "site")
    for path, page in pages_of(tmp_path / "site"):
        assert {tag for tag, _ in page.elements} <= TAGS, path
        assert all(tag != "script" or "src" in a for tag, a in page.elements)
        text = path.read_text("utf-8")
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", text), path
        assert not any(link.startswith("javascript") for link in page.attributes("href"))
    for path in (tmp_path / "site" / "data").iterdir():
        text = path.read_bytes()
        assert text.isascii()
        assert b"<" not in text


def test_words_that_look_like_a_template_stay_words(tmp_path: Path) -> None:
    report([with_words(ROOM[0], "{{7*7}} {% raw %}")], tmp_path / "site", title="{{7*7}} <b>")
    assert "{{7*7}} {% raw %}" in only_page(tmp_path / "site").text
    assert "{{7*7}} <b>" in Page((tmp_path / "site" / "index.html").read_text("utf-8")).text


@pytest.mark.parametrize("own", ["../../evil", "a/b", "..", "", "con", "x" * 500, "<b>", "渡船", "C:\\x", "a\x00b"])
def test_pages_stay_in_their_folder_whatever_an_id_holds(own: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    report_named([(own, ROOM[0]), (own, ROOM[1])], tmp_path / "in" / "site")
    names = [path.name for path in (tmp_path / "in" / "site" / "transcripts").iterdir()]
    assert len(names) == 2
    assert all(re.fullmatch(r"[a-z0-9-]{1,110}\.html", name) for name in names)
    assert [path.name for path in tmp_path.iterdir()] == ["in"]
    assert [path.name for path in (tmp_path / "in").iterdir()] == ["site"]


def test_a_date_that_is_none_names_no_file(tmp_path: Path) -> None:
    event = ROOM[0].event.model_copy(update={"date": "../../2024"})
    report([ROOM[0].model_copy(update={"event": event})], tmp_path / "site")
    assert [path.name for path in (tmp_path / "site" / "years").iterdir()] == ["undated.html"]


def test_only_addresses_of_the_web_are_links(tmp_path: Path) -> None:
    def at(url: str) -> Transcript:
        return ROOM[0].model_copy(update={"publication": ROOM[0].publication.model_copy(update={"url": url})})

    report_named([("a", at("javascript:alert(1)")), ("b", at("https://press.example/a?b=1&c=2"))], tmp_path / "site")
    refused = Page((tmp_path / "site" / "transcripts" / "a.html").read_text("utf-8"))
    linked = Page((tmp_path / "site" / "transcripts" / "b.html").read_text("utf-8"))
    assert "javascript:alert(1)" in refused.text
    assert not any("alert" in link for link in refused.attributes("href"))
    assert "https://press.example/a?b=1&c=2" in linked.attributes("href")


def test_entries_say_who_asks_and_who_speaks(room: Path) -> None:
    [entry] = entries_of(room, "2021")
    assert entry["outlets"] == ["Reuters"]
    assert entry["countries"] == ["United Kingdom"]
    assert entry["ownerships"] == ["foreign-private"]
    assert entry["people"] == ["Lin Dahai", "Wen Mo"]
    assert (entry["date"], entry["exchanges"]) == ("2021-07-03", 1)


def test_charts_have_names_and_their_numbers_as_tables(room: Path) -> None:
    for path, page in pages_of(room):
        ids = set(page.ids())
        figures = [a for tag, a in page.elements if tag == "figure"]
        tables = [tag for tag, _ in page.elements if tag == "table"]
        assert len(tables) == len(figures), path
        assert all(set(a["aria-labelledby"].split()) <= ids for a in figures)
        drawn = [a for tag, a in page.elements if tag == "svg" and a.get("role") == "img"]
        assert all(set(a["aria-labelledby"].split()) <= ids for a in drawn)
    assert "Foreign, private" in Page((room / "index.html").read_text("utf-8")).text


def test_years_without_transcripts_stand_as_gaps_in_charts(tmp_path: Path) -> None:
    def in_year(transcript: Transcript, year: int) -> Transcript:
        return transcript.model_copy(update={"event": transcript.event.model_copy(update={"date": f"{year}-07-03"})})

    report([in_year(ROOM[0], 2019), in_year(ROOM[1], 2022)], tmp_path / "site")
    assert "2019 2020 2021 2022 All" in " ".join(
        " ".join(Page((tmp_path / "site" / "index.html").read_text("utf-8")).words).split()
    )


def test_the_index_finds_words_by_transcript_and_role(room: Path) -> None:
    text = (room / "data" / "words-0.js").read_text("ascii")
    terms = json.loads(re.fullmatch(r"readingRoom\.block\(0,(.*)\);\n", text)[1])
    number, places = 0, {}
    for step in terms["ferries"]:
        number += step >> 4
        places[number] = step & 15
    assert places == {0: 2 | 4, 1: 2 | 4}
    assert "渡船" in terms
    assert list(terms) == sorted(terms, key=lambda term: term.encode("utf-16-be"))


def test_the_index_is_the_same_when_memory_is_written_out_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def blocks(most: int) -> dict[str, bytes]:
        monkeypatch.setattr("scio_transcripts.report.search._MOST_PLACES", most)
        scratch, out = tmp_path / f"scratch-{most}", tmp_path / f"out-{most}"
        scratch.mkdir()
        out.mkdir()
        index = SearchIndex(scratch)
        for number, transcript in enumerate(ROOM):
            index.add(number, vocabulary_of(transcript))
        firsts, topics = index.write(out, 10, len(ROOM))
        return {**files_of(out), "firsts": repr(firsts).encode(), "topics": repr(topics).encode()}

    assert blocks(1) == blocks(10**9)


def test_terms_are_small_letters_and_pairs_of_chinese_characters() -> None:
    assert terms_of("Don't: 1,240 Ｆerries; GDP增长，𠮷九十。") == [
        *("don", "t", "1", "240", "ferries", "gdp", "增长", "长", "𠮷九", "九十", "十")
    ]


def test_a_site_is_replaced_only_where_it_is_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    report(ROOM[:2], site)
    with pytest.raises(OutputError, match="not an empty folder"):
        report(ROOM[:1], site)
    report(ROOM[:1], site, replace=True)
    assert len(list((site / "transcripts").iterdir())) == 1
    (site / "report.json").unlink()
    with pytest.raises(OutputError, match="not ours to replace"):
        report(ROOM[:1], site, replace=True)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    def broken() -> Iterator[Transcript]:
        yield ROOM[0]
        raise RuntimeError

    report(ROOM[:2], tmp_path / "site")
    before = files_of(tmp_path / "site")
    with pytest.raises(RuntimeError):
        report(broken(), tmp_path / "site", replace=True)
    assert files_of(tmp_path / "site") == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_no_transcripts_give_an_empty_room(tmp_path: Path) -> None:
    site = report([], tmp_path / "site")
    assert site.transcripts == 0
    assert "0 transcripts" in Page((tmp_path / "site" / "index.html").read_text("utf-8")).text


def test_a_missing_extra_is_named_before_anything_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingExtraError, match=r"scio-transcripts\[report\]"):
        report((parse(1 / 0) for _ in "x"), tmp_path / "site")  # type: ignore[arg-type]
    assert not list(tmp_path.iterdir())
