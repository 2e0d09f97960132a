"""Transcripts are found by what they say, grouped into events, and written with all their versions."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from archive.making import (
    GALLERY,
    NEWS,
    NOON,
    NOTICE,
    TITLE,
    as_html,
    each_gzipped,
    http,
    note,
    record,
    response,
    saved,
    transcript,
    wacz,
)
from scio_transcripts import Transcript
from scio_transcripts.errors import SourceError
from scio_transcripts.extract import Report, ResultError, extract
from scio_transcripts.sources.archive import Limits

AT = "http://pages.test/2024/content_782022"
SLUG = "2024-06-05-scio-press-conference-on-canal-towpaths"


def page(url: str, text: str | None = None, *, links: tuple[str, ...] = (), **options: Any) -> bytes:
    return response(as_html(transcript() if text is None else text, links=links), url, **options)


def run(folder: Path, *archives: bytes, **limits: int) -> tuple[Path, Report]:
    """Extract, and give the folder and the report."""
    paths = [saved(folder, data, f"crawl-{n}.warc.gz") for n, data in enumerate(archives)]
    return folder / "out", extract(paths, folder / "out", limits=Limits(**limits))


def rows(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "manifest.jsonl").read_text("utf-8").splitlines()]


def files(out: Path) -> list[str]:
    return sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())


def joined(out: Path, slug: str = SLUG) -> Transcript:
    return Transcript.from_json((out / slug / "transcript.json").read_bytes())


def test_an_event_is_a_folder_with_its_page_as_captured_and_its_transcript(tmp_path: Path) -> None:
    data = as_html(transcript())
    archive = record(http(data), f"{AT}.htm", payload_digest="sha1:XYZ")
    out, report = run(tmp_path, archive)
    assert files(out) == [f"{SLUG}/page-1.html", f"{SLUG}/transcript.json", "manifest.jsonl", "report.json"]
    assert (out / SLUG / "page-1.html").read_bytes() == data
    assert [turn.label for turn in joined(out).turns] == ["Mei An", "China Daily", "Lin Dahai", "Reuters", "Lin Dahai"]
    [row] = rows(out)
    assert row.pop("record_id").startswith("urn:uuid:")
    assert row == {
        "event": SLUG,
        "page": 1,
        "copy": 1,
        "version": 1,
        "file": f"{SLUG}/page-1.html",
        "kind": "transcript",
        "in_transcript": True,
        "url": f"{AT}.htm",
        "time": NOON,
        "revisit": False,
        "sha256": hashlib.sha256(data).hexdigest(),
        "size": len(data),
        "media_type": "text/html",
        "charset": "utf-8",
        "payload_digest": "sha1:XYZ",
        "cut": None,
        "archive": str(tmp_path / "crawl-0.warc.gz"),
        "member": None,
        "offset": 0,
        "within": 0,
    }
    assert (report.events, report.pages, report.versions, report.captures, report.transcripts) == (1, 1, 1, 1, 1)


def test_pages_are_found_on_any_host_and_others_are_left_out(tmp_path: Path) -> None:
    out, report = run(
        tmp_path,
        page("http://unheard-of.test/x")
        + page("http://www.scio.gov.cn/2024/content_1234.htm", NEWS)
        + note(transcript(title="Briefing on reeds"), "ftp://files.test/reeds.txt"),
    )
    assert {row["url"] for row in rows(out)} == {"http://unheard-of.test/x", "ftp://files.test/reeds.txt"}
    assert "2024-06-05-briefing-on-reeds/page-1.txt" in files(out)
    assert (report.likely, report.total("pages")) == (2, 3)


def test_the_pages_of_an_event_are_joined_in_their_order(tmp_path: Path) -> None:
    pages = [page(f"{AT}_{n}.htm" if n > 1 else f"{AT}.htm", transcript(n)) for n in (3, 1, 2)]
    out, _ = run(tmp_path, each_gzipped(pages))
    assert [row["file"] for row in rows(out)] == [f"{SLUG}/page-{n}.html" for n in (1, 2, 3)]
    text = joined(out).text
    assert text.index("number 1.") < text.index("number 2.") < text.index("number 3.")


def test_pages_of_one_event_may_lie_in_several_archives(tmp_path: Path) -> None:
    packed = wacz({"archive/data.warc.gz": each_gzipped([page(f"{AT}_2.htm", transcript(2))])})
    out, report = run(tmp_path, page(f"{AT}.htm"), packed)
    assert [(row["page"], row["member"]) for row in rows(out)] == [(1, None), (2, "archive/data.warc.gz")]
    assert list(report.archives) == [str(tmp_path / f"crawl-{n}.warc.gz") for n in (0, 1)]


def test_the_same_bytes_are_one_file_with_all_times(tmp_path: Path) -> None:
    times = ["2024-06-07T00:00:00Z", "2024-06-09T00:00:00Z", "2024-06-08T00:00:00Z"]
    out, report = run(tmp_path, b"".join(page(f"{AT}.htm", time=time) for time in times))
    assert [row["time"] for row in rows(out)] == sorted(times, reverse=True)
    assert {row["file"] for row in rows(out)} == {f"{SLUG}/page-1.html"}
    assert (report.versions, report.captures) == (1, 3)


def test_addresses_that_differ_in_scheme_port_or_fragment_are_one(tmp_path: Path) -> None:
    urls = ["http://PAGES.test/a", "https://pages.test/a", "https://pages.test:443/a#top"]
    out, report = run(tmp_path, b"".join(page(url, time=f"2024-06-0{n}T00:00:00Z") for n, url in enumerate(urls, 1)))
    assert [row["url"] for row in rows(out)] == urls[::-1]
    assert report.pages == 1


def test_different_bytes_are_versions_and_the_newest_is_read(tmp_path: Path) -> None:
    texts = {f"2024-06-1{n}T00:00:00Z": transcript(words=f"This is edition {n}.") for n in (2, 3, 1)}
    out, report = run(tmp_path, b"".join(page(f"{AT}.htm", text, time=time) for time, text in texts.items()))
    found = {row["version"]: (row["time"], row["file"], row["in_transcript"]) for row in rows(out)}
    assert found == {
        1: ("2024-06-13T00:00:00Z", f"{SLUG}/page-1.html", True),
        2: ("2024-06-12T00:00:00Z", f"{SLUG}/page-1.v2.html", False),
        3: ("2024-06-11T00:00:00Z", f"{SLUG}/page-1.v3.html", False),
    }
    for time, file, _ in found.values():
        assert (out / file).read_bytes() == as_html(texts[time])
    assert "This is edition 3." in joined(out).text
    assert (report.pages, report.versions) == (1, 3)


def test_a_version_that_came_back_is_the_newest(tmp_path: Path) -> None:
    old, new = transcript(words="Old."), transcript(words="New.")
    days = [("01", old), ("02", new), ("03", old)]
    out, _ = run(tmp_path, b"".join(page(f"{AT}.htm", text, time=f"2024-07-{day}T00:00:00Z") for day, text in days))
    assert [(row["version"], row["time"][:10]) for row in rows(out)] == [
        (1, "2024-07-03"),
        (1, "2024-07-01"),
        (2, "2024-07-02"),
    ]


def test_a_revisit_is_a_time_of_the_version_that_it_repeats(tmp_path: Path) -> None:
    revisit = record(b"", f"{AT}.htm", kind="revisit", time="2024-09-01T00:00:00Z", payload_digest="sha1:ONE")
    newer = page(f"{AT}.htm", transcript(words="Newer."), time="2024-08-01T00:00:00Z", payload_digest="sha1:TWO")
    other = record(b"", f"{AT}.htm", kind="revisit", time="2024-09-02T00:00:00Z", payload_digest="sha1:LOST")
    elsewhere = record(b"", "http://pages.test/logo", kind="revisit", payload_digest="sha1:LOGO")
    out, report = run(tmp_path, revisit + newer + other + elsewhere, page(f"{AT}.htm", payload_digest="sha1:ONE"))
    assert [(row["version"], row["time"], row["revisit"]) for row in rows(out)] == [
        (1, "2024-09-01T00:00:00Z", True),
        (1, NOON, False),
        (2, "2024-08-01T00:00:00Z", False),
    ]
    assert "The towpaths were mended." in joined(out).text
    assert [(row["kind"], row["time"]) for row in report.other_captures] == [("revisit", "2024-09-02T00:00:00Z")]


def test_a_revisit_may_refer_to_a_time_only(tmp_path: Path) -> None:
    revisit = record(
        b"",
        f"{AT}.htm",
        kind="revisit",
        time="2024-09-01T00:00:00Z",
        refers_to_target_uri=f"{AT}.htm",
        refers_to_date=NOON,
    )
    out, _ = run(tmp_path, page(f"{AT}.htm") + revisit)
    assert [row["revisit"] for row in rows(out)] == [True, False]


def test_another_kind_of_page_at_the_same_address_is_named_in_the_report(tmp_path: Path) -> None:
    out, report = run(
        tmp_path,
        page(f"{AT}.htm", NOTICE, time="2024-06-01T00:00:00Z") + page(f"{AT}.htm") + page(f"{AT}_9.htm", NEWS),
    )
    assert [row["kind"] for row in rows(out)] == ["transcript"]
    assert [(row["kind"], row["url"], row["time"]) for row in report.other_captures] == [
        ("notice", f"{AT}.htm", "2024-06-01T00:00:00Z")
    ]
    assert json.loads((out / "report.json").read_text())["other_captures"] == 1


def test_a_gallery_in_the_pager_of_a_transcript_is_kept_but_not_joined(tmp_path: Path) -> None:
    pages = page(f"{AT}.htm") + page(f"{AT}_2.htm", GALLERY) + page(f"{AT}_3.htm", transcript(3))
    alone = page("http://pages.test/2024/content_99999_2.htm", GALLERY)
    out, _ = run(tmp_path, pages + alone)
    assert [(row["page"], row["kind"], row["in_transcript"]) for row in rows(out)] == [
        (1, "transcript", True),
        (2, "gallery", False),
        (3, "transcript", True),
    ]
    assert "A canal in the morning" not in joined(out).text


def test_a_first_page_without_speech_is_found_by_its_link_to_the_second(tmp_path: Path) -> None:
    first = page(f"{AT}.htm", GALLERY, links=("/2024/content_782022_2.htm",))
    out, _ = run(tmp_path, first + page(f"{AT}_2.htm", transcript(2)))
    assert [(row["page"], row["kind"]) for row in rows(out)] == [(1, "gallery"), (2, "transcript")]


def test_pages_of_a_list_are_events_of_their_own(tmp_path: Path) -> None:
    at = "http://pages.test/node_7000"
    titles = ["Briefing on reeds", "Briefing on locks", "Briefing on boats"]
    pages = [page(f"{at}_{n}.html", transcript(title=title)) for n, title in enumerate(titles, 1)]
    out, report = run(tmp_path, b"".join(pages))
    assert report.events == 3
    assert [row["event"] for row in rows(out)] == [f"2024-06-05-briefing-on-{w}" for w in ("boats", "locks", "reeds")]


def test_copies_at_other_addresses_are_kept_and_read_once(tmp_path: Path) -> None:
    mobile = "http://pages.test/m/2024/content_782022"
    mirror = "http://mirror.test/canal.html"
    whole = transcript() + transcript(2)
    out, report = run(
        tmp_path,
        page(f"{AT}.htm")
        + page(f"{AT}_2.htm", transcript(2))
        + page(f"{mobile}.htm", transcript(words="Mobile."))
        + page(mirror, whole),
    )
    assert report.events == 1
    assert [(row["file"], row["copy"], row["in_transcript"]) for row in rows(out)] == [
        (f"{SLUG}/page-1.html", 1, True),
        (f"{SLUG}/page-2.html", 1, True),
        (f"{SLUG}/page-1.copy-2.html", 2, False),
        (f"{SLUG}/page-1.copy-3.html", 3, False),
    ]
    assert "Mobile." not in joined(out).text


def test_conferences_of_one_title_and_different_days_stay_apart(tmp_path: Path) -> None:
    title = "Regular press conference of the canal office"
    days = ["June 5, 2024", "June 6, 2024"]
    urls = ["http://pages.test/index_1.html", "http://pages.test/index_2.html"]
    pages = [page(u, transcript(title=title, day=d, published=d)) for u, d in zip(urls, days, strict=True)]
    out, report = run(tmp_path, b"".join(pages))
    assert report.events == 2
    assert [row["event"][:10] for row in rows(out)] == ["2024-06-05", "2024-06-06"]


def test_two_events_that_would_have_one_folder_get_two(tmp_path: Path) -> None:
    one, two = transcript(title="Briefing: reeds"), transcript(title="Briefing, reeds")
    out, report = run(tmp_path, page("http://pages.test/a", one) + page("http://pages.test/b", two))
    folders = {row["event"] for row in rows(out)}
    assert report.events == len(folders) == 2
    assert all(folder.startswith("2024-06-05-briefing-reeds-") for folder in folders)


@pytest.mark.parametrize(
    "title",
    ["../../../etc/briefing", "..", "briefing\\..\\x", "CON", "简" * 300, "a" * 3000, "😀", "briefing \u202egnol.txt"],
)
@pytest.mark.parametrize(
    "url", ["http://pages.test/../../../x", "file:///etc/passwd", "../../x", "C:\\x", "http://[::1"]
)
def test_no_title_or_address_leads_out_of_the_folder(tmp_path: Path, title: str, url: str) -> None:
    (tmp_path / "in").mkdir()
    out, report = run(tmp_path / "in", page(url, transcript(title=title)))
    assert report.events == 1
    assert {path.name for path in tmp_path.iterdir()} == {"in"}
    assert {path.name for path in (tmp_path / "in").iterdir()} == {"crawl-0.warc.gz", "out"}
    folder, name = rows(out)[0]["file"].split("/")
    assert name == "page-1.html"
    assert folder.startswith(("2024-06-05", "undated"))
    assert len(folder.encode()) < 100
    assert joined(out, folder).turns != ()


def test_a_run_again_gives_the_same_bytes_and_leaves_nothing_behind(tmp_path: Path) -> None:
    archive = page(f"{AT}_2.htm", transcript(2)) + page(f"{AT}.htm") + page(f"{AT}.htm", transcript(words="Newer."))
    out, _ = run(tmp_path, archive)
    before = {name: (out / name).read_bytes() for name in files(out)}
    run(tmp_path, archive)
    assert {name: (out / name).read_bytes() for name in files(out)} == before
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


def test_the_order_of_records_does_not_matter(tmp_path: Path) -> None:
    records = [page(f"{AT}_{n}.htm", transcript(n), time=f"2024-06-0{n}T00:00:00Z") for n in (1, 2, 3)]
    records += [page(f"{AT}.htm"), page("http://mirror.test/x"), page(f"{AT}_2.htm", transcript(2, words="Newer."))]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    forth, _ = run(tmp_path / "a", b"".join(records))
    back, _ = run(tmp_path / "b", b"".join(records[::-1]))
    assert files(forth) == files(back)
    for name in files(forth):
        if name.endswith((".html", "transcript.json")):
            assert (forth / name).read_bytes() == (back / name).read_bytes()


def test_an_archive_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    out, report = run(tmp_path, b"no archive\n" * 99, page(f"{AT}.htm"))
    assert len(rows(out)) == 1
    assert len(report.refused) == 1
    assert "crawl-0.warc.gz: is not a web archive" in report.refused[0]


def test_where_nothing_can_be_read_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        extract([tmp_path / "missing.warc"], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_run_that_breaks_off_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out, _ = run(tmp_path, page(f"{AT}.htm"))
    before = {name: (out / name).read_bytes() for name in files(out)}

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("scio_transcripts.extract.write_events", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run(tmp_path, page(f"{AT}.htm", transcript(words="Newer.")))
    assert {name: (out / name).read_bytes() for name in files(out)} == before
    assert sorted(path.name for path in out.iterdir()) == [SLUG, "manifest.jsonl", "report.json"]


def test_a_folder_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    archive = saved(tmp_path, page(f"{AT}.htm"))
    with pytest.raises(ResultError, match="is a file"):
        extract([archive], archive)
    with pytest.raises(ResultError, match="cannot be made"):
        extract([archive], archive / "below")
    out = tmp_path / "out"
    (tmp_path / "elsewhere").mkdir()
    out.mkdir()
    (out / SLUG).symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ResultError, match="is a link"):
        extract([archive], out)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_pages_in_other_encodings_are_found(tmp_path: Path) -> None:
    text = "国新办举行新闻发布会\n\n新华社记者：\n\n请问运河何时修好？谢谢。\n\n林大海：\n\n谢谢提问。我想是在秋天。\n"
    block = http(as_html(text).decode().encode("gb18030"), "text/html; charset=gb2312")
    out, report = run(tmp_path, record(block, "http://pages.test/zh.htm"))
    assert report.events == 1
    [row] = rows(out)
    assert row["charset"] == "gb2312"
    assert "林大海" in joined(out, row["event"]).text


def test_a_page_that_is_no_text_is_told(tmp_path: Path) -> None:
    broken = b"press conference\n\nReuters:\n\nWhy?\n\nLin Dahai:\n\n\xff\xfe\xfd\n"
    _, report = run(tmp_path, record(broken, kind="resource", media_type="text/plain"))
    assert report.total("unreadable") == 1
    assert report.events == 0


def test_a_wrong_charset_of_the_server_does_not_lose_the_page(tmp_path: Path) -> None:
    block = http(as_html(transcript(words="Réeds – mended.")), "text/html; charset=ascii")
    out, _ = run(tmp_path, record(block, f"{AT}.htm"))
    assert "Réeds – mended." in joined(out).text


def test_an_event_of_endless_pages_is_kept_but_not_joined(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scio_transcripts.extract.writing._LONGEST_EVENT", 500)
    out, report = run(tmp_path, page(f"{AT}.htm") + page(f"{AT}_2.htm", transcript(2)))
    assert report.too_long == [SLUG]
    assert files(out) == [f"{SLUG}/page-1.html", f"{SLUG}/page-2.html", "manifest.jsonl", "report.json"]
    assert [row["in_transcript"] for row in rows(out)] == [False, False]


def test_an_archive_without_transcripts_gives_an_empty_manifest(tmp_path: Path) -> None:
    out, report = run(tmp_path, page("http://pages.test/rain", NEWS))
    assert files(out) == ["manifest.jsonl", "report.json"]
    assert rows(out) == []
    assert report.events == 0


def test_the_title_is_printed_on_the_page(tmp_path: Path) -> None:
    out, _ = run(tmp_path, page(f"{AT}.htm"))
    assert joined(out).title == TITLE
