"""Hostile texts of 25 KB and 50 KB, each in a child process: the laws hold, and work grows no faster than the text.

Calls of functions are counted, because they are the same on every machine. Patterns do not show in calls; their time
is printed (`-s`), not judged, and the guard stops a child that hangs.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from checks import GROWTH
from hostile import HOSTILE, HUGE

TESTS = Path(__file__).parent
GUARD = 120
"""Seconds after which a child counts as hanging: a hundred times what the slowest needs."""

CHILD = """
import json, sys, time
from checks import assert_lawful, assert_partition, calls_during
from hostile import HOSTILE
from scio_transcripts import Transcript, parse

generate, sizes = HOSTILE[sys.argv[1]], [int(n) for n in sys.argv[2:]]
parse("Reuters:\\nWhy?")
rows = []
for size in sizes:
    text = generate(size)
    begin = time.process_time()
    document = parse(text)
    seconds = time.process_time() - begin
    rows.append({"characters": len(text), "seconds": seconds, "calls": calls_during(lambda: parse(text))})
    assert_partition(document.text)
    assert_lawful(document)
    assert Transcript.from_json(document.to_json()) == document
print(json.dumps(rows))
"""


def run(name: str, *sizes: int) -> list[dict[str, float]]:
    """What a child measured for the text of that name at each size."""
    command = [sys.executable, "-c", CHILD, name, *map(str, sizes)]
    try:
        child = subprocess.run(command, cwd=TESTS, capture_output=True, text=True, timeout=GUARD, check=False)
    except subprocess.TimeoutExpired:
        pytest.fail(f"{name} hangs at {sizes} characters")
    assert child.returncode == 0, child.stderr[-3000:]
    return json.loads(child.stdout)


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_text_keeps_the_laws_and_costs_in_proportion(name: str) -> None:
    short, long = run(name, 25_000, 50_000)
    slower = long["seconds"] / max(short["seconds"], 1e-9)
    print(
        f"{name}: {long['seconds'] * 1000:.0f} ms, seconds x {slower:.2f}, calls x {long['calls'] / short['calls']:.2f}"
    )
    assert long["calls"] <= GROWTH * short["calls"]


@pytest.mark.parametrize("name", sorted(HUGE))
def test_a_huge_text_gives_a_document(name: str) -> None:
    """A million characters, where small constants show."""
    (row,) = run(name, 1_000_000)
    print(f"{name}: {row['seconds']:.2f} s")


def test_there_are_hostile_texts_enough() -> None:
    assert len(HOSTILE) >= 30
    assert all(generate(1000) for generate in HOSTILE.values())
