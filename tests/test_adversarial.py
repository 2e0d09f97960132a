"""Hostile texts of 25 KB and 50 KB, read in a child process: the laws hold, and neither the work nor the document
grows faster than the text.

Calls of functions are counted, because they are the same on every machine. Patterns do not show in calls; their time
is printed (`-s`), not judged, and the guard stops a child that hangs.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from checks import GROWTH
from depth import some_of
from hostile import HOSTILE, HUGE
from hostile_heads import HEADS

TESTS = Path(__file__).parent
GUARD = 120
"""Seconds after which a child counts as hanging: a hundred times what the slowest needs."""

CHILD = """
import json, sys, time
from checks import assert_lawful, assert_partition, calls_during
from hostile_heads import HOSTILE
from scio_transcripts import Transcript, parse

parse("Reuters:\\nWhy?")
for order in sys.stdin:
    name, *sizes = json.loads(order)
    rows = []
    for size in sizes:
        text = HOSTILE[name](size)
        begin = time.process_time()
        document = parse(text)
        seconds = time.process_time() - begin
        calls = calls_during(lambda: parse(text)) if size < 500_000 else 0
        written = document.to_json()
        rows.append({"characters": len(text), "seconds": seconds, "calls": calls, "written": len(written)})
        assert_partition(document.text)
        assert_lawful(document)
        assert Transcript.from_json(written) == document
    print(json.dumps(rows), flush=True)
"""


class Child:
    """A process that reads hostile texts one after the other; one that hangs or dies is replaced by the next."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None

    def read(self, name: str, *sizes: int) -> list[dict[str, float]]:
        """What the child measured for the text of that name at each size."""
        if self._process is None:
            command = [sys.executable, "-c", CHILD]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(command, cwd=TESTS, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        guard = threading.Timer(GUARD, process.kill)
        guard.start()
        try:
            process.stdin.write(json.dumps([name, *sizes]) + "\n")
            process.stdin.flush()
            answer = process.stdout.readline()
        finally:
            guard.cancel()
        if not answer:
            self._process = None
            _, errors = process.communicate()
            pytest.fail(f"{name} at {sizes} characters hangs or breaks: {errors[-3000:]}")
        rows: list[dict[str, float]] = json.loads(answer)
        return rows

    def end(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.communicate()


@pytest.fixture(scope="module")
def child() -> Iterator[Child]:
    worker = Child()
    yield worker
    worker.end()


@pytest.mark.parametrize("name", some_of(sorted(HOSTILE), 10))
def test_a_hostile_text_keeps_the_laws_and_costs_in_proportion(child: Child, name: str) -> None:
    short, long = child.read(name, 25_000, 50_000)
    slower = long["seconds"] / max(short["seconds"], 1e-9)
    print(
        f"{name}: {long['seconds'] * 1000:.0f} ms, seconds x {slower:.2f}, calls x {long['calls'] / short['calls']:.2f}"
    )
    assert long["calls"] <= GROWTH * short["calls"]
    assert long["written"] <= GROWTH * short["written"]


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted((*HUGE, *HEADS)))
def test_a_huge_text_gives_a_document(child: Child, name: str) -> None:
    """A million characters, where small constants show."""
    (row,) = child.read(name, 1_000_000)
    print(f"{name}: {row['seconds']:.2f} s")


def test_there_are_hostile_texts_enough() -> None:
    assert len(HOSTILE) >= 30
    assert HEADS.items() <= HOSTILE.items()
    assert all(generate(1000) for generate in HOSTILE.values())
