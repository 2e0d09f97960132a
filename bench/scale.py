"""Rates from which docs/scale.md works out a crawl: how quickly records are passed over, and transcripts parsed.

Run: `python bench/scale.py`. Seconds are of the processor, the least of the rounds, on one core. Records are those of
`bench/archive.py`, 40 KB each and none of them a transcript; a transcript is the bundled event, 19 KB, as text.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import pyarrow as pa

from archive import all_captures, all_likely, write
from scio_transcripts.corpus.kernel import parse_batch

ROUNDS = 3
RECORDS, SIZE = 400, 40_000
PAGES = 16


def least(case: Callable[[], object]) -> float:
    """The least seconds of the processor that a case took."""
    taken = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        case()
        taken.append(time.process_time() - begin)
    return min(taken)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "pages.warc.gz"
        write(archive, RECORDS, SIZE)
        packed = archive.stat().st_size / 1e6
        for name, case in (("read and checked", all_captures), ("and looked at", all_likely)):
            seconds = least(lambda case=case: case(archive))  # type: ignore[misc]
            print(f"{name:<20} {RECORDS / seconds:>8,.0f} records/s {packed / seconds:>8.1f} MB/s compressed")
    demo = (files("scio_transcripts") / "samples" / "demo.txt").read_text("utf-8")
    pages = [demo.replace("libraries", f"libraries {number}").encode() for number in range(PAGES)]
    uris = [f"{number}.txt" for number in range(PAGES)]
    seconds = least(lambda: parse_batch(pa.RecordBatch.from_pydict({"uri": uris, "content": pages})))
    print(
        f"{'parsed into rows':<20} {PAGES / seconds:>8.1f} pages/s {sum(map(len, pages)) / seconds / 1e6:>10.2f} MB/s"
    )


if __name__ == "__main__":
    main()
