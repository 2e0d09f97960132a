"""All pages of a transcript: found, saved whole, recorded; and what happens to those that cannot be had."""

import hashlib
import json
from pathlib import Path

import pytest

import scio_transcripts
from scio_transcripts.errors import FetchError
from scio_transcripts.sources.web.limits import Limits
from web.conftest import Fetch, files, texts
from web.site import DATE, Reply, Site, page


def test_a_transcript_is_fetched_with_all_its_pages(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(5)
    result = fetch(site.url(paths[0]))
    assert site.paths == paths
    assert [p.number for p in result.pages] == [1, 2, 3, 4, 5]
    assert (result.complete, result.missing, result.new) == (True, (), (1, 2, 3, 4, 5))
    assert result.folder.name.endswith("_2021-05_21_content_782022-" + result.folder.name[-8:])
    saved = files(result.folder)
    for number, path in enumerate(paths, 1):
        assert saved[f"page-{number}.html"] == page(number, paths)
        headers = json.loads(saved[f"page-{number}.headers.json"])
        assert headers["url"] == site.url(path)
        assert ["Date", DATE] in headers["headers"]
    assert len(saved) == 12
    assert [turn.label for turn in result.transcript.turns] == [
        "Qiu Min", "Harbour Post", "Lin Dahai", "Radio North", "Lin Dahai",
    ]  # fmt: skip
    assert json.loads(saved["transcript.json"]) == json.loads(result.transcript.to_json())


def test_the_manifest_says_what_each_file_is_and_whence(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(2, etags=True)
    result = fetch(site.url(paths[0]))
    manifest = json.loads((result.folder / "manifest.json").read_bytes())
    assert manifest["url"] == site.url(paths[0])
    assert "unfinished" not in manifest
    second = manifest["pages"][1]
    body = page(2, paths)
    assert second["number"] == 2
    assert second["url"] == second["saved"]["final_url"] == site.url(paths[1])
    assert second["status"] == 200
    assert second["saved"]["sha256"] == hashlib.sha256(body).hexdigest()
    assert second["saved"]["size"] == len(body)
    assert second["saved"]["etag"].startswith('"')
    assert second["saved"]["content_type"] == "text/html; charset=utf-8"
    assert second["saved"]["retrieved"] == DATE


def test_any_page_leads_to_all_of_them_and_to_the_same_folder(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(4)
    from_third = fetch(site.url(paths[2]))
    assert site.paths == [paths[2], paths[0], paths[1], paths[3]]
    assert [p.number for p in from_third.pages] == [1, 2, 3, 4]
    assert fetch(site.url(paths[0])).folder == from_third.folder


def test_a_pager_that_leaves_pages_out_promises_those_between(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(6)
    site.put(paths[0], page(1, [paths[0], paths[1]]) + f'<a href="{paths[5]}">6</a>'.encode())
    for path in paths[1:]:
        site.put(path, b"<p>Lin Dahai:</p><p>Page " + path.encode() + b" has no pager at all.</p>")
    assert fetch(site.url(paths[0])).complete
    assert site.paths == paths


def test_pages_counted_from_zero_are_found(site: Site, fetch: Fetch) -> None:
    paths = ["/a/t20210521_4302.html", "/a/t20210521_4302_1.html", "/a/t20210521_4302_2.html"]
    for number, path in enumerate(paths, 1):
        site.put(path, page(number, paths))
    result = fetch(site.url(paths[0]))
    assert [(p.number, p.url) for p in result.pages] == [(n, site.url(path)) for n, path in enumerate(paths, 1)]
    assert result.complete


def test_other_articles_are_left_alone(site: Site, fetch: Fetch) -> None:
    site.put(
        "/2021-05/21/content_782022.htm",
        page(1, []) + b'<a href="content_782023.htm">Next</a><a href="content_782021_2.htm">2</a><a href="/">1</a>',
    )
    result = fetch(site.url("/2021-05/21/content_782022.htm"))
    assert (len(result.pages), result.complete) == (1, True)
    assert site.paths == ["/2021-05/21/content_782022.htm"]


def test_a_link_to_another_site_is_told_and_not_followed(site: Site, other_site: Site, fetch: Fetch) -> None:
    there = other_site.url("/content_782022_2.htm")
    site.put("/content_782022.htm", page(1, []) + f'<a href="{there}">2</a>'.encode())
    result = fetch(site.url("/content_782022.htm"))
    assert other_site.seen == []
    assert len(result.pages) == 1
    assert texts(result) == [
        f"{site.url('/content_782022.htm')}: a pager's link to another site was not followed: {there}"
    ]


def test_the_pages_of_a_list_are_followed_only_where_the_titles_agree(site: Site, fetch: Fetch) -> None:
    paths = ["/node_8021725.htm", "/node_8021725_2.htm", "/node_8021725_3.htm"]
    for number, path in enumerate(paths, 1):
        site.put(path, page(number, paths, title="Press conference on ferries" if number < 3 else "One on lamps"))
    result = fetch(site.url(paths[0]))
    assert [p.number for p in result.pages] == [1, 2]
    assert texts(result) == [f"{site.url(paths[2])}: was not followed: nothing shows that it is of the same event"]
    assert not (result.folder / "page-3.html").exists()
    assert result.complete


def test_without_a_parser_no_list_is_followed(site: Site, fetch: Fetch) -> None:
    paths = ["/node_8021725.htm", "/node_8021725_2.htm"]
    for number, path in enumerate(paths, 1):
        site.put(path, page(number, paths))
    result = fetch(site.url(paths[0]), parse=None)
    assert [p.number for p in result.pages] == [1]
    assert (result.transcript, (result.folder / "transcript.json").exists()) == (None, False)


def test_numbers_in_the_query_are_followed_where_the_titles_agree(site: Site, fetch: Fetch) -> None:
    paths = ["/show?id=77", "/show?id=77&page=2", "/show?id=77&page=3"]
    for number, path in enumerate(paths, 1):
        site.put(path, page(number, paths))
    assert [p.number for p in fetch(site.url(paths[0])).pages] == [1, 2, 3]


def test_a_page_missing_in_the_middle_does_not_cost_the_others(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(5)
    site.put(paths[2], Reply(b"gone", status=404))
    result = fetch(site.url(paths[0]))
    assert [p.number for p in result.pages if p.saved] == [1, 2, 4, 5]
    assert (result.missing, result.complete) == ((3,), False)
    assert texts(result) == [f"{site.url(paths[2])}: page 3 is missing: answered 404 (Not Found)"]
    assert site.paths.count(paths[2]) == 1
    assert not (result.folder / "page-3.html").exists()
    assert len(result.transcript.turns) == 4

    site.put(paths[2], page(3, paths))
    again = fetch(site.url(paths[0]))
    assert (again.missing, again.new, again.complete) == ((), (3,), True)
    assert len(again.transcript.turns) == 5


def test_nothing_is_left_behind_where_no_page_can_be_had(site: Site, fetch: Fetch, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match=r"content_1234\.htm: answered 404 \(Not Found\)$"):
        fetch(site.url("/content_1234.htm"))
    assert list((tmp_path / "saved").iterdir()) == []


def test_a_page_that_repeats_another_is_no_page(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(3)
    site.put(paths[2], page(1, paths))
    result = fetch(site.url(paths[0]))
    assert result.missing == (3,)
    assert "gives page 1 once more, byte for byte" in texts(result)[0]


def test_a_page_that_leads_to_another_is_missing(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(3)
    site.put(paths[2], Reply(status=302, headers={"Location": "/"}))
    site.put("/", b"<p>Welcome to our site.</p>")
    result = fetch(site.url(paths[0]))
    assert result.missing == (3,)
    assert f"leads to {site.url('/')} instead" in texts(result)[0]
    assert not (result.folder / "page-3.html").exists()


def test_a_page_in_another_charset_than_its_headers_say_is_saved_as_it_came(site: Site, fetch: Fetch) -> None:
    body = "<p>林大海：</p><p>谢谢。</p>".encode("gb18030")
    site.put("/content_5000.htm", Reply(body, headers={"Content-Type": "text/html; charset=iso-8859-1"}))
    result = fetch(site.url("/content_5000.htm"))
    assert (result.folder / "page-1.html").read_bytes() == body
    assert result.pages[0].saved.content_type == "text/html; charset=iso-8859-1"


def test_what_is_no_page_is_not_saved(site: Site, fetch: Fetch, tmp_path: Path) -> None:
    site.put("/content_6000.htm", Reply(b"%PDF", headers={"Content-Type": "application/pdf"}))
    with pytest.raises(FetchError, match="is application/pdf, not a page"):
        fetch(site.url("/content_6000.htm"))
    assert list((tmp_path / "saved").iterdir()) == []


def test_there_is_a_limit_to_pages(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(5)
    result = fetch(site.url(paths[0]), max_pages=3)
    assert site.paths == paths[:3]
    assert "has more than 3 pages; allow more with max_pages (--max-pages)" in texts(result)[0]
    assert not result.complete


def test_a_server_that_broke_down_is_not_asked_for_every_page(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(6)
    for path in paths[1:]:
        site.put(path, Reply(status=503))
    result = fetch(site.url(paths[0]), attempts=2)
    assert site.paths == [paths[0], *[paths[1]] * 2, *[paths[2]] * 2]
    assert result.missing == (2, 3, 4, 5, 6)
    assert "not tried, because 2 pages in a row had failed" in texts(result)[-1]


def numbered(number: int, total: int) -> bytes:
    """A page whose pager a script makes: its numbers can be read, but they are no links."""
    pager = "".join(f'<a href="javascript:go({n})">{n}</a>  ' for n in range(1, total + 1))
    return page(number, []).replace(b"</body>", f"<div><a>&lt;</a>  {pager}<a>&gt;</a></div></body>".encode())


def test_the_package_reads_and_joins_the_pages_itself(site: Site, tmp_path: Path) -> None:
    paths = site.put_event(5)
    result = scio_transcripts.fetch(site.url(paths[2]), tmp_path, limits=Limits(allow_private=True, delay=0))
    assert result.complete
    assert [turn.label for turn in result.transcript.turns] == [
        "Qiu Min", "Harbour Post", "Lin Dahai", "Radio North", "Lin Dahai",
    ]  # fmt: skip
    assert result.transcript.pages.numbers == (1, 2, 3, 4, 5)
    assert result.transcript.source.uri == site.url(paths[0])
    assert scio_transcripts.read(result.folder).turns[0].label == "Qiu Min"


def test_a_pager_made_by_a_script_is_followed_by_its_numbers(site: Site, tmp_path: Path) -> None:
    paths = site.put_event(4)
    for number, path in enumerate(paths, 1):
        site.put(path, numbered(number, 4))
    result = scio_transcripts.fetch(site.url(paths[0]), tmp_path, limits=Limits(allow_private=True, delay=0))
    assert [p.number for p in result.pages] == [1, 2, 3, 4]
    assert result.complete


def test_a_pager_that_cannot_be_followed_is_told(site: Site, tmp_path: Path) -> None:
    site.put("/show", numbered(1, 4))
    result = scio_transcripts.fetch(site.url("/show"), tmp_path, limits=Limits(allow_private=True, delay=0))
    assert texts(result) == [f"{site.url('/show')}: shows a pager of 4 pages, of which 1 could be found"]
    assert not result.complete


def test_the_charset_of_the_headers_is_a_hint(site: Site, tmp_path: Path) -> None:
    limits = Limits(allow_private=True, delay=0)
    words = "<p><b>林大海：</b></p><p>谢谢大家，今年冬天有九十艘渡轮运行。</p>"
    for path, encoding, claimed in (("/a", "gb18030", "gb2312"), ("/b", "utf-8", "iso-8859-1")):
        site.put(path, Reply(words.encode(encoding), headers={"Content-Type": f"text/html; charset={claimed}"}))
        assert "林大海" in scio_transcripts.fetch(site.url(path), tmp_path, limits=limits).transcript.text


def test_plain_text_is_read_as_such(site: Site, tmp_path: Path) -> None:
    text = b"Reuters:\n\nHow many ferries < 90 run? Thank you.\n\nLin Dahai:\n\nThank you. All <of> them.\n"
    site.put("/a.txt", Reply(text, headers={"Content-Type": "text/plain"}))
    result = scio_transcripts.fetch(site.url("/a.txt"), tmp_path, limits=Limits(allow_private=True, delay=0))
    assert "< 90" in result.transcript.text
    assert len(result.transcript.turns) == 2
