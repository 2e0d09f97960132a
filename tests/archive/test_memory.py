"""Archives are streamed: ten times the records, the same memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from archive.making import NEWS, each_gzipped, http, note, record, response, saved, transcript

TRANSCRIPTS = 20
PROGRAM = """
import json, re, sys, tracemalloc
from pathlib import Path
from scio_transcripts.extract import extract
from scio_transcripts.sources.archive import captures

def count():
    return sum(len(capture.data) for capture in captures(sys.argv[1]))

def write():
    return extract([sys.argv[1]], sys.argv[2]).total("records")

run = {"captures": count, "extract": write}[sys.argv[3]]
result = run()
status = Path("/proc/self/status").read_text()  # getrusage would count the parent from before exec
resident = int(re.search(r"VmHWM:\\s*(\\d+) kB", status)[1])
tracemalloc.start()  # which takes memory of its own
run()
peak = tracemalloc.get_traced_memory()[1]
print(json.dumps({"result": result, "peak": peak, "resident": resident}))
"""


def crawl(count: int) -> bytes:
    """Transcripts, the same number in every archive, among other records."""
    records = []
    for number in range(count):
        url = f"http://pages.test/{number}"
        if number < TRANSCRIPTS:
            records.append(note(transcript(title=f"Briefing on towpath {number}"), url))
        elif number % 3 == 0:
            records.append(record(http(b"\x89PNG" + b"%09d" % number * 40, "image/png"), url))
        elif number % 3 == 1:
            records.append(record(b"", url, kind="revisit", payload_digest=f"sha1:{number}"))
        else:
            records.append(response(f"<p>{NEWS} {number} reporter</p>".encode() * 5, url))
    return each_gzipped(records)


def measured(folder: Path, count: int, what: str) -> dict[str, int]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(saved(folder, crawl(count))), str(folder / f"out-{count}"), what],
        capture_output=True,
        check=True,
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
@pytest.mark.parametrize("what", ["captures", "extract"])
def test_memory_does_not_grow_with_the_archive(tmp_path: Path, what: str) -> None:
    small, large = (measured(tmp_path, count, what) for count in (400, 4_000))
    assert large["result"] > 5 * small["result"]
    assert large["peak"] < 1.25 * small["peak"]
    assert large["resident"] < 1.25 * small["resident"]
    if what == "extract":
        assert len(list((tmp_path / "out-4000").glob("*/transcript.json"))) == TRANSCRIPTS
