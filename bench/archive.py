"""How fast web archives are read, as ratios to fastwarc's bare iteration over the same records.

Run: `make bench`. The archives are made of invented pages: small records, where our work for each shows most, and pages
of the usual length. Cases are interleaved, and each figure is the median of the ratios of the rounds. `captures` gives
each page with its encodings undone; `likely` also looks at each page, as `extract` does before it parses one;
`extract` is the whole command, with one page in fifty a transcript. Times are of the processor, so that other work on
the machine disturbs less.
"""

from __future__ import annotations

import gzip
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from fastwarc.warc import ArchiveIterator

from scio_transcripts.extract import extract, may_be_transcript
from scio_transcripts.sources.archive import captures

ROUNDS = 3
SYLLABLES = "ba ke lo mi nu pa re so ti vu wen xi yo zan ching dor fel gra hul jin".split()
_WORD_MAKER = random.Random(0)
WORDS = ["".join(_WORD_MAKER.choices(SYLLABLES, k=_WORD_MAKER.randint(1, 4))) for _ in range(3000)]
"""Enough of them that pages compress about as well as real ones."""
ONE_IN = 50


def record(block: bytes, number: int, media_type: str, kind: str) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:example:{number}>\r\n"
        f"WARC-Target-URI: http://pages.example/{number}\r\nWARC-Date: 2025-11-08T09:00:00Z\r\n"
        f"Content-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def page(rng: random.Random, size: int) -> bytes:
    lines = []
    length = 0
    while length < size:
        line = " ".join(rng.choices(WORDS, k=30))
        lines.append(f'<div class="n"><a href="/{length}">{line}</a>: <p>{line}.</p></div>')
        length += len(lines[-1])
    return f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{''.join(lines)}".encode()


def write(path: Path, count: int, size: int) -> None:
    """An archive of `count` records of about `size` bytes. The transcripts in it are plain text."""
    rng = random.Random(1)
    sample = (files("scio_transcripts") / "samples" / "demo.txt").read_text("utf-8")
    with path.open("wb") as file:
        for number in range(count):
            if number % ONE_IN == 0:
                text = sample.replace("libraries", f"libraries {number}")
                one = record(text.encode(), number, "text/plain; charset=utf-8", "resource")
            else:
                one = record(page(rng, size), number, "application/http; msgtype=response", "response")
            file.write(gzip.compress(one))


def bare(path: Path) -> None:
    with path.open("rb") as file:
        for _ in ArchiveIterator(file, parse_http=False):
            pass


def all_captures(path: Path) -> None:
    for _ in captures(path):
        pass


def all_likely(path: Path) -> None:
    for capture in captures(path):
        may_be_transcript(capture.data)


def whole(path: Path) -> None:
    with tempfile.TemporaryDirectory() as out:
        extract([path], out)


CASES: dict[str, Callable[[Path], None]] = {"captures": all_captures, "likely": all_likely, "extract": whole}


def timed(case: Callable[[Path], None], path: Path) -> float:
    begin = time.process_time()
    case(path)
    return time.process_time() - begin


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:
        for count, size in ((4_000, 1_000), (600, 40_000)):
            path = Path(folder) / f"{size}.warc.gz"
            write(path, count, size)
            ratios: dict[str, list[float]] = {name: [] for name in CASES}
            rates: dict[str, list[float]] = {"bare": [], **{name: [] for name in CASES}}
            for _ in range(ROUNDS):
                for name, case in CASES.items():
                    unit = timed(bare, path)
                    took = timed(case, path)
                    ratios[name].append(took / unit)
                    rates[name].append(count / took)
                    rates["bare"].append(count / unit)
            print(f"{count:,} records of about {size:,} bytes, {path.stat().st_size / 1e6:.1f} MB compressed")
            print(f"  fastwarc alone {statistics.median(rates['bare']):>9,.0f} records a second")
            for name in CASES:
                rate, ratio = statistics.median(rates[name]), statistics.median(ratios[name])
                print(f"  {name:<14} {rate:>9,.0f} records a second, {ratio:.1f} times fastwarc's time")
    return 0


if __name__ == "__main__":
    sys.exit(main())
