"""What is damaged is told with its place, and what is sound around it is read."""

from __future__ import annotations

import gzip
import io
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.making import each_gzipped, http, record, response, saved
from scio_transcripts.errors import SourceError
from scio_transcripts.sources.archive import Limits, Tally, captures

FIRST = response(b"<p>first</p>", "http://pages.test/1", digest=True)
LAST = response(b"<p>last</p>", "http://pages.test/3", digest=True)
MIDDLE = response(b"<p>middle</p>" * 40, "http://pages.test/2")


def read(folder: Path, data: bytes, limits: Limits | None = None) -> tuple[list[bytes], list[tuple[int, int]]]:
    """What was read, and where something was damaged."""
    tally = Tally()
    found = [capture.data for capture in captures(saved(folder, data), tally=tally, limits=limits)]
    assert {trouble.kind for trouble in tally.troubles} <= {"damaged"}
    return found, [(trouble.place.offset, trouble.place.within) for trouble in tally.troubles]


SOUND = [b"<p>first</p>", b"<p>last</p>"]


@pytest.mark.parametrize("length", [0, 10, 900, 100_000, 10**18, -5, "many", ""])
def test_a_wrong_content_length_costs_one_record(tmp_path: Path, length: object) -> None:
    middle = record(http(b"<p>middle</p>" * 40), "http://pages.test/2", length=length)
    plain = FIRST + middle + LAST
    assert read(tmp_path, plain) == (SOUND, [(len(FIRST), 0)])
    assert read(tmp_path, gzip.compress(plain, mtime=0)) == (SOUND, [(0, len(FIRST))])
    first = each_gzipped([FIRST])
    assert read(tmp_path, first + each_gzipped([middle, LAST])) == (SOUND, [(len(first), 0)])


@pytest.mark.parametrize(
    "rubbish", [b"rubbish\r\n" * 10, b"\0" * 50, b"WARC/1.1\r\nWARC-Type: resp", b"WARC/9.9\r\n\r\n"]
)
def test_rubbish_between_records_is_passed_over(tmp_path: Path, rubbish: bytes) -> None:
    found, places = read(tmp_path, FIRST + rubbish + LAST)
    assert found == SOUND
    assert places == [(len(FIRST), 0)]


def test_rubbish_between_gzip_members_is_passed_over(tmp_path: Path) -> None:
    first, last = each_gzipped([FIRST]), each_gzipped([LAST])
    assert read(tmp_path, first + b"rubbish" * 30 + last) == (SOUND, [(len(first), 0)])


def test_a_member_that_was_cut_does_not_take_the_next_one_with_it(tmp_path: Path) -> None:
    first, middle, last = (each_gzipped([one]) for one in (FIRST, MIDDLE, LAST))
    for kept in range(20, len(middle) - 1, 7):
        found, places = read(tmp_path, first + middle[:kept] + last)
        assert found == SOUND
        assert places[0] == (len(first), 0)


def test_a_member_with_wrong_bytes_is_never_given(tmp_path: Path) -> None:
    first, middle, last = (each_gzipped([one]) for one in (FIRST, MIDDLE, LAST))
    for at in range(10, len(middle), 5):
        wrong = middle[:at] + bytes([middle[at] ^ 0x55]) + middle[at + 1 :]
        found, places = read(tmp_path, first + wrong + last)
        assert found == SOUND
        assert places[0] == (len(first), 0)


@pytest.mark.parametrize("pack", [b"".join, each_gzipped, lambda records: gzip.compress(b"".join(records), mtime=0)])
def test_an_archive_that_was_cut_gives_what_came_before(tmp_path: Path, pack: object) -> None:
    rng = random.Random(7)
    noise = [response(rng.randbytes(300).hex().encode(), f"http://pages.test/{n}") for n in range(9)]
    whole = pack(noise)  # type: ignore[operator]
    complete, _ = read(tmp_path, whole)
    assert len(complete) == 9
    for kept in range(len(whole) // 2, len(whole) - 8, 97):
        found, places = read(tmp_path, whole[:kept])
        assert found == complete[: len(found)]
        assert len(found) >= 3
        assert len(places) <= 1


def test_wrong_bytes_in_an_archive_without_compression_are_known_by_the_digest(tmp_path: Path) -> None:
    middle = response(b"<p>middle</p>", "http://pages.test/2", digest=True).replace(b"middle</p>", b"MIDDLE</p>")
    assert read(tmp_path, FIRST + middle + LAST) == (SOUND, [(len(FIRST), 0)])


@pytest.mark.parametrize("head", ["x" * 100_000, "x" * 1_000_000])
def test_an_endless_head_is_passed_over(tmp_path: Path, head: str) -> None:
    found, places = read(tmp_path, FIRST + response(b"<p>middle</p>", odd=head) + LAST)
    assert found == SOUND
    assert places == [(len(FIRST), 0)]


def test_an_endless_head_of_an_answer_is_told(tmp_path: Path) -> None:
    middle = record(http(b"<p>middle</p>", odd="x" * 100_000))
    assert read(tmp_path, FIRST + middle + LAST) == (SOUND, [(len(FIRST), 0)])


def test_a_page_that_quotes_a_record_is_one_page(tmp_path: Path) -> None:
    quoting = response(b"<pre>" + MIDDLE + b"</pre>")
    found, places = read(tmp_path, FIRST + quoting + LAST)
    assert [len(data) for data in found] == [12, len(MIDDLE) + 11, 11]
    assert places == []


def test_without_leave_to_read_again_the_run_still_ends_and_tells(tmp_path: Path) -> None:
    many = [response(b"<p>" + bytes([97 + n % 26]) * 3000, f"http://pages.test/{n}") for n in range(60)]
    broken = FIRST + record(http(b"<p>middle</p>"), length=7) + b"".join(many) + LAST
    found, places = read(tmp_path, broken, Limits(again=0))
    assert found[-1] == SOUND[1]
    assert len(found) > 20
    assert places[0] == (len(FIRST), 0)


def test_many_damaged_records_are_counted_and_a_few_named(tmp_path: Path) -> None:
    tally = Tally(kept=10)
    data = b"".join(FIRST + b"rubbish\r\n" for _ in range(50))
    assert len(list(captures(saved(tmp_path, data), tally=tally))) == 50
    assert tally.counts["damaged"] == 50
    assert len(tally.troubles) == 10


@given(st.data())
def test_any_bytes_give_pages_or_the_one_error(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    records = [FIRST, MIDDLE, LAST]
    pack = data.draw(st.sampled_from([b"".join, each_gzipped, lambda r: gzip.compress(b"".join(r), mtime=0)]))
    whole = bytearray(pack(records))
    for _ in range(data.draw(st.integers(0, 6))):
        at = data.draw(st.integers(0, len(whole) - 1))
        cut = data.draw(st.integers(0, 40))
        whole[at : at + cut] = data.draw(st.binary(max_size=40))
        if not whole:
            break
    path = tmp_path_factory.mktemp("any") / "any.warc.gz"
    path.write_bytes(whole)
    tally = Tally()
    try:
        found = list(captures(path, tally=tally))
    except SourceError:
        return
    assert len(found) <= 3


class Counted(io.BytesIO):
    """A file that counts what is read of it."""

    count = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.count += len(data)
        return data

    def peek(self, size: int, /) -> bytes:
        return self.getvalue()[:size]


@pytest.mark.parametrize(
    "piece",
    [
        b"WARC/1.0\r\nA",
        b"WARC/1.0\r\nContent-Length: 99999999999\r\nWARC-Record-ID: <a>\r\n\r\n",
        b"WARC/1.0\r\nContent-Length: 3\r\nWARC-Record-ID: <a>\r\n\r\n",
        b"\x1f\x8b\x08",
        gzip.compress(b"WARC/1.0", mtime=0)[:-9],
        gzip.compress(record(b"HTTP/1.1 200 OK\r\n\r\n", length=3), mtime=0),
    ],
    ids=["header", "too long", "too short", "gzip magic", "cut gzip", "gzip of a short record"],
)
def test_no_archive_is_read_over_and_over(monkeypatch: pytest.MonkeyPatch, piece: bytes) -> None:
    first = FIRST if piece.startswith(b"WARC") else each_gzipped([FIRST])
    file = Counted(first + piece * (400_000 // len(piece)))
    monkeypatch.setattr("scio_transcripts.sources.archive.opening._opened", lambda *_: file)
    size, again = len(file.getvalue()), 2_000_000
    list(captures("hostile.warc", limits=Limits(again=again)))
    assert file.count < 3 * (size + again)
