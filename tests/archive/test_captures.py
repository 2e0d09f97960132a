"""Archives give their pages, with address, time and place."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest
from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from archive.making import NOON, each_gzipped, http, record, response, saved, wacz
from scio_transcripts.errors import SourceError
from scio_transcripts.sources.archive import Capture, Limits, Revisit, Tally, captures, visits

PAGES = [response(f"<p>{n}</p>".encode(), f"http://pages.test/{n}") for n in range(3)]


def read(path: Path, **options: int) -> tuple[list[Capture], Tally]:
    tally = Tally()
    return list(captures(path, tally=tally, limits=Limits(**options))), tally


def bodies(path: Path) -> list[bytes]:
    return [capture.data for capture in read(path)[0]]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("plain.warc", b"".join(PAGES)),
        ("each.warc.gz", each_gzipped(PAGES)),
        ("whole.warc.gz", gzip.compress(b"".join(PAGES), mtime=0)),
        ("blocks.warc.gz", b"".join(gzip.compress(b"".join(PAGES)[i : i + 100], mtime=0) for i in range(0, 2000, 100))),
        ("padded.warc.gz", each_gzipped(PAGES) + b"\0" * 1000),
        ("empty-members.warc.gz", gzip.compress(b"", mtime=0).join([b"", *map(gzip.compress, PAGES), b""])),
        ("packed.wacz", wacz({"archive/data.warc.gz": each_gzipped(PAGES), "pages/pages.jsonl": b"{}"})),
        ("packed-plain.wacz", wacz({"archive/data.warc": b"".join(PAGES)}, compression=zipfile.ZIP_DEFLATED)),
    ],
)
def test_every_form_of_archive_gives_the_same_pages(tmp_path: Path, name: str, data: bytes) -> None:
    found, tally = read(saved(tmp_path, data, name))
    assert [capture.data for capture in found] == [b"<p>0</p>", b"<p>1</p>", b"<p>2</p>"]
    assert [capture.url for capture in found] == [f"http://pages.test/{n}" for n in range(3)]
    assert {(c.time, c.media_type, c.charset) for c in found} == {(NOON, "text/html", "utf-8")}
    assert (tally.records, tally.pages, tally.troubles) == (3, 3, [])


def test_archives_of_another_writer_are_read(tmp_path: Path) -> None:
    path = tmp_path / "theirs.warc.gz"
    with path.open("wb") as file:
        for number in range(3):
            one = WarcRecord()
            one.init_headers(WarcRecordType.response)
            one.headers["WARC-Target-URI"] = f"http://pages.test/{number}"
            one.is_http = True
            one.set_bytes_content(http(f"<p>{number}</p>".encode()))
            packed = io.BytesIO()
            writer = GzipWriter(packed)
            one.write(writer, checksum_data=True)
            writer.close()
            file.write(packed.getvalue())
    assert bodies(path) == [b"<p>0</p>", b"<p>1</p>", b"<p>2</p>"]


@pytest.mark.parametrize("compressed", [False, True])
def test_a_record_is_found_again_by_its_offset(tmp_path: Path, compressed: bool) -> None:
    data = each_gzipped(PAGES) if compressed else b"".join(PAGES)
    path = saved(tmp_path, data)
    for capture in read(path)[0]:
        rest = saved(tmp_path, data[capture.place.offset :], "rest")
        assert capture.place.within == 0
        assert bodies(rest)[0] == capture.data


def test_in_a_file_compressed_as_a_whole_the_place_says_how_far_within(tmp_path: Path) -> None:
    found, _ = read(saved(tmp_path, gzip.compress(b"".join(PAGES), mtime=0)))
    assert [(c.place.offset, c.place.within) for c in found] == [(0, 0), (0, len(PAGES[0])), (0, 2 * len(PAGES[0]))]


def test_of_a_wacz_the_member_is_part_of_the_place(tmp_path: Path) -> None:
    path = saved(tmp_path, wacz({"archive/a.warc": PAGES[0], "archive/b.warc": PAGES[1], "x.warc": PAGES[2]}), "p.wacz")
    assert [(c.place.archive, c.place.member) for c in read(path)[0]] == [
        (str(path), "archive/a.warc"),
        (str(path), "archive/b.warc"),
    ]


def test_only_pages_that_were_answered_are_given(tmp_path: Path) -> None:
    records = [
        response(b"<p>kept</p>"),
        record(http(b"<p>gone</p>", status="404 Not Found")),
        record(http(b"", status="301 Moved", location="/b")),
        record(http(b"\x89PNG", "image/png")),
        record(http(b"{}", "application/json")),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request", media_type="application/http; msgtype=request"),
        record(b"software: made by hand\r\n", kind="warcinfo", media_type="application/warc-fields"),
        record(b"fetchTime: 1\r\n", kind="metadata", media_type="application/warc-fields"),
        record(b"not HTTP at all"),
        record(b"20240607\npages.test. 1 IN A 127.0.0.1\n", "dns:pages.test", media_type="text/dns"),
        record(b"plain", kind="resource", media_type="text/plain"),
        record(b"<html>typeless</html>", kind="resource", media_type="application/octet-stream"),
        record(http(b"<!DOCTYPE html>untyped", None)),
    ]
    found, tally = read(saved(tmp_path, b"".join(records)))
    assert [c.data for c in found] == [b"<p>kept</p>", b"plain", b"<html>typeless</html>", b"<!DOCTYPE html>untyped"]
    assert (tally.records, tally.pages, tally.troubles) == (len(records), 4, [])


def test_a_revisit_says_what_it_repeats(tmp_path: Path) -> None:
    path = saved(
        tmp_path,
        record(
            b"",
            kind="revisit",
            profile="http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
            payload_digest="sha1:ABC",
            refers_to_target_uri="<http://pages.test/old>",
            refers_to_date="2024-01-01T00:00:00Z",
        ),
    )
    tally = Tally()
    [revisit] = visits(path, tally=tally)
    assert isinstance(revisit, Revisit)
    assert (revisit.payload_digest, revisit.refers_to) == ("sha1:ABC", "http://pages.test/old")
    assert revisit.refers_to_time == "2024-01-01T00:00:00Z"
    assert tally.revisits == 1
    assert list(captures(path)) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024-06-07T12:00:00Z", "2024-06-07T12:00:00Z"),
        ("2024-06-07T12:00:00.123456Z", "2024-06-07T12:00:00.123456Z"),
        ("2024-06-07T20:00:00+08:00", "2024-06-07T12:00:00Z"),
        ("2024-06-07", "2024-06-07T00:00:00Z"),
        ("2024-13-45T99:00:00Z", None),
        ("yesterday", None),
    ],
)
def test_times_are_utc_or_none(tmp_path: Path, written: str, meant: str | None) -> None:
    [capture] = read(saved(tmp_path, response(b"<p>", time=written)))[0]
    assert capture.time == meant


@pytest.mark.parametrize(
    "url",
    [
        b"http://pages.test/../../../etc/passwd",
        b"file:///etc/passwd",
        b"http://pages.test/\x1b]0;owned\x07",
        b"http://pages.test/\xff\xfe\x00",
        b"http://[::1/",
        b"x" * 20_000,
    ],
)
def test_a_hostile_address_is_only_a_text(tmp_path: Path, url: bytes) -> None:
    [capture] = read(saved(tmp_path, response(b"<p>", url)))[0]
    assert capture.url == url.decode("utf-8", "replace")


def test_what_the_crawler_cut_says_so(tmp_path: Path) -> None:
    [capture] = read(saved(tmp_path, response(b"<p>cu", truncated="length")))[0]
    assert capture.cut == "length"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"hello\n" * 100, "is not a web archive"),
        (gzip.compress(b"hello\n" * 100, mtime=0), "is not a web archive"),
        (wacz({"a.txt": b"x"}), r"is a zip without archive/\*.warc.gz"),
        (wacz({"archive/a.warc": PAGES[0]})[:-30], "is a zip that was cut short"),
        (b"PK\x03\x04" + b"\0" * 100, "is a zip that was cut short"),
    ],
)
def test_what_is_no_archive_is_told(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        read(saved(tmp_path, data))


def test_files_that_cannot_be_opened_are_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no such file"):
        read(tmp_path / "missing.warc")
    with pytest.raises(SourceError, match="is a folder"):
        read(tmp_path)
    assert read(saved(tmp_path, b""))[0] == []


def test_a_missing_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "fastwarc", None)
    with pytest.raises(SourceError, match=r"install the extra warc: python -m pip install 'scio-transcripts\[warc\]'"):
        read(saved(tmp_path, b"".join(PAGES)))
