"""Transfer and content encodings are undone, within bounds; and what a zip claims is not believed."""

from __future__ import annotations

import gzip
import struct
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from archive.making import each_gzipped, gzip_bomb, http, record, response, saved, wacz
from scio_transcripts.errors import SourceError
from scio_transcripts.sources.archive import Limits, Tally, captures

PAGE = b"<html><p>A page that is long enough to be worth its compression. " + b"Reeds and towpaths. " * 50
CHUNKED = b"".join(
    b"%x;note=1\r\n%b\r\n" % (len(PAGE[i : i + 300]), PAGE[i : i + 300]) for i in range(0, len(PAGE), 300)
)
RAW_DEFLATE = zlib.compress(PAGE)[2:-4]


def read(folder: Path, data: bytes, **limits: int) -> tuple[list[bytes], list[str]]:
    """What was read, and what was told."""
    tally = Tally()
    found = [capture.data for capture in captures(saved(folder, data), tally=tally, limits=Limits(**limits))]
    return found, [f"{trouble.kind}: {trouble.reason}" for trouble in tally.troubles]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (PAGE, {}),
        (gzip.compress(PAGE, mtime=0), {"content_encoding": "gzip"}),
        (gzip.compress(PAGE, mtime=0), {"content_encoding": "X-GZip"}),
        (zlib.compress(PAGE), {"content_encoding": "deflate"}),
        (RAW_DEFLATE, {"content_encoding": "deflate"}),
        (brotli.compress(PAGE), {"content_encoding": "br"}),
        (brotli.compress(gzip.compress(PAGE, mtime=0)), {"content_encoding": "gzip, br"}),
        (CHUNKED + b"0\r\n\r\n", {"transfer_encoding": "chunked"}),
        (CHUNKED.replace(b"\r\n", b"\n") + b"0\n\n", {"transfer_encoding": "chunked"}),
        # crawlers that undo an encoding and keep its header
        (PAGE, {"content_encoding": "gzip"}),
        (PAGE, {"content_encoding": "br"}),
        (PAGE, {"content_encoding": "deflate"}),
        (PAGE, {"content_encoding": "zstd"}),
        (PAGE, {"transfer_encoding": "chunked"}),
        (PAGE, {"content_encoding": "identity"}),
    ],
)
def test_the_page_is_given_as_it_was_written(tmp_path: Path, body: bytes, headers: dict[str, str]) -> None:
    assert read(tmp_path, record(http(body, **headers))) == ([PAGE], [])


@pytest.mark.parametrize(
    ("body", "headers", "told"),
    [
        (
            gzip.compress(PAGE, mtime=0)[:-20],
            {"content_encoding": "gzip"},
            "damaged: the compressed content is cut short",
        ),
        (brotli.compress(PAGE)[:-20], {"content_encoding": "br"}, "damaged: the compressed content is damaged"),
        (
            b"\x28\xb5\x2f\xfd.....",
            {"content_encoding": "zstd"},
            "damaged: the content-encoding 'zstd' is not known here",
        ),
        (CHUNKED[:-50], {"transfer_encoding": "chunked"}, "damaged: the last chunk is cut short"),
        (CHUNKED, {"transfer_encoding": "chunked"}, "damaged: the chunks are cut short"),
        (PAGE, {"content_encoding": "br, br, br, br"}, "damaged: 4 content-encodings, one in the other"),
    ],
)
def test_content_that_cannot_be_had_is_told(tmp_path: Path, body: bytes, headers: dict[str, str], told: str) -> None:
    found, troubles = read(tmp_path, record(http(body, **headers)) + response(b"<p>next</p>"))
    assert found == [b"<p>next</p>"]
    assert len(troubles) == 1
    assert troubles[0].startswith(told)


@pytest.mark.parametrize(
    ("bomb", "encoding"),
    [
        (lambda: gzip_bomb(200 << 20), "gzip"),
        (lambda: gzip.compress(gzip_bomb(200 << 20), mtime=0), "gzip, gzip"),
        (lambda: zlib.compress(bytes(100 << 20)), "deflate"),
        (lambda: brotli.compress(bytes(100 << 20), quality=3), "br"),
    ],
    ids=["gzip", "gzip in gzip", "deflate", "br"],
)
def test_a_bomb_is_told_and_costs_no_more_than_the_limit(
    tmp_path: Path, bomb: Callable[[], bytes], encoding: str
) -> None:
    path = saved(tmp_path, record(http(bomb(), content_encoding=encoding)) + response(b"<p>next</p>"))
    tally = Tally()
    tracemalloc.start()
    found = [capture.data for capture in captures(path, tally=tally, limits=Limits(record=1_000_000))]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == [b"<p>next</p>"]
    assert [trouble.kind for trouble in tally.troubles] == ["too large"]
    assert peak < 8_000_000


def test_a_page_that_is_too_large_is_not_read_into_memory(tmp_path: Path) -> None:
    path = saved(tmp_path, each_gzipped([response(b"<p>" + bytes(30 << 20)), response(b"<p>next</p>")]))
    tally = Tally()
    tracemalloc.start()
    found = [capture.data for capture in captures(path, tally=tally)]
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == [b"<p>next</p>"]
    assert [(trouble.kind, trouble.place.offset) for trouble in tally.troubles] == [("too large", 0)]
    assert peak < 8_000_000


def test_a_page_of_just_the_limit_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, response(b"<p>" + b"a" * 997), record=1000)[1] == []
    assert read(tmp_path, response(b"<p>" + b"a" * 998), record=1000)[1] != []


def test_a_member_of_a_zip_that_claims_too_much_is_told(tmp_path: Path) -> None:
    honest = each_gzipped([response(b"<p>next</p>")])
    data = wacz({"archive/a.warc": bytes(50 << 20), "archive/b.warc.gz": honest}, compression=zipfile.ZIP_DEFLATED)
    found, troubles = read(tmp_path, data)
    assert found == [b"<p>next</p>"]
    assert len(troubles) == 1
    assert "unfold to 52,428,800" in troubles[0]


def test_a_member_of_a_zip_that_holds_more_than_it_says_is_read_no_further(tmp_path: Path) -> None:
    members = {"archive/a.warc": b"".join(response(b"<p>" + b"%05d" % n) for n in range(2000)), "archive/b.warc": b""}
    data = wacz(members, compression=zipfile.ZIP_DEFLATED)
    claimed = struct.pack("<I", len(members["archive/a.warc"]))
    found, troubles = read(tmp_path, data.replace(claimed, struct.pack("<I", 5000)))
    assert len(found) < 20
    assert [trouble.partition(":")[0] for trouble in troubles] == ["damaged"]


def test_members_that_overlap_are_refused(tmp_path: Path) -> None:
    data = bytearray(wacz({f"archive/{n}.warc": response(b"<p>" * 99) for n in "abc"}))
    entries = [at for at in range(len(data)) if data.startswith(b"PK\x01\x02", at)]
    for entry in entries:  # let all be as long as the file
        struct.pack_into("<II", data, entry + 20, len(data), len(data))
    with pytest.raises(SourceError, match=r"overlap|damaged zip"):
        read(tmp_path, bytes(data))


def test_a_table_of_contents_that_is_too_long_is_refused(tmp_path: Path) -> None:
    data = wacz({f"archive/{n}.warc": b"" for n in range(200)})
    with pytest.raises(SourceError, match="table of contents"):
        read(tmp_path, data, directory=5000)


@pytest.mark.parametrize("name", ["archive/../../../x.warc", "archive//etc/x.warc", "archive/\x1b[2J.warc"])
def test_names_in_a_zip_are_no_paths(tmp_path: Path, name: str) -> None:
    (tmp_path / "in").mkdir()
    found, _ = read(tmp_path / "in", wacz({name: response(b"<p>1</p>")}))
    assert found == [b"<p>1</p>"]
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["crawl.warc.gz", "in"]


def test_wrong_members_of_a_zip_are_told_and_the_others_read(tmp_path: Path) -> None:
    good = response(b"<p>1</p>")
    data = wacz({"archive/a.warc": b"no archive\n" * 9, "archive/b.warc": good})
    assert read(tmp_path, data) == ([b"<p>1</p>"], ["unreadable: is not a web archive"])
