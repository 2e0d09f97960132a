"""What the registry of outlets costs: to load in a fresh process, and to ask.

Run: `make bench`, or `python bench/registry.py [--json]`. Loading is measured in child processes, each of which also
measures L, the bare pass of the pinned pattern over 50 KB (`bench/parse.py`), so that machines compare; medians of the
rounds. `use` is what a file of the user's own costs. Asking is measured here, per label, with caches empty.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from invented import english

ROUNDS = 9
HERE = Path(__file__).parent
CHILD = """
import json, sys, time
sys.path.insert(0, sys.argv[1])
from parse import unit
text = sys.stdin.read()
passes = []
for _ in range(9):
    begin = time.perf_counter()
    unit(text)
    passes.append(time.perf_counter() - begin)
L = sorted(passes)[4]
begin = time.perf_counter()
from scio_transcripts.registry import outlets
imported = time.perf_counter()
outlets.find("Harbour Daily")
loaded = time.perf_counter()
outlets.find("Phoenix TV")
found = time.perf_counter()
outlets.outlets()
built = time.perf_counter()
print(json.dumps({"L": L, "import": imported - begin, "first find": loaded - imported,
                  "first outlet": found - loaded, "all outlets": built - found}))
"""


def children() -> dict[str, float]:
    """Medians in milliseconds of what fresh processes measure, and of their ratios to L."""
    rounds: list[dict[str, float]] = []
    text = english(50_000, 1)
    for _ in range(ROUNDS):
        command = [sys.executable, "-c", CHILD, str(HERE)]
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
        rounds.append(json.loads(done.stdout))
    figures = {}
    for name in rounds[0]:
        figures[f"{name} ms"] = statistics.median(one[name] for one in rounds) * 1000
        figures[f"{name} L"] = statistics.median(one[name] / one["L"] for one in rounds)
    return figures


def per_call(ask: Callable[[str], object], labels: list[str]) -> float:
    """Microseconds a label."""
    begin = time.perf_counter()
    for label in labels:
        ask(label)
    return (time.perf_counter() - begin) / len(labels) * 1e6


def asking() -> dict[str, float]:
    """Microseconds a label, each label new to the caches."""
    from scio_transcripts.registry import outlets
    from scio_transcripts.registry.outlets import near, resolve

    known = [name for outlet in outlets.outlets().values() for name in outlet.names][:2000]
    unknown = [f"Harbour {number} Daily" for number in range(2000)]
    near("Reuters")
    return {
        "find, known": per_call(outlets.find.__wrapped__, known),
        "find, unknown": per_call(outlets.find.__wrapped__, unknown),
        "resolve, known": per_call(resolve, known),
        "resolve, with a reporter": per_call(resolve, [f"Jane Roe with {name}" for name in known[:500]]),
        "resolve, unknown": per_call(resolve, unknown[:500]),
        "near, unknown": per_call(near, unknown[:100]),
    }


def main() -> int:
    loading, asked = children(), asking()
    for name in ("import", "first find", "first outlet", "all outlets"):
        print(f"{name:26} {loading[f'{name} ms']:8.2f} ms {loading[f'{name} L']:8.2f} L")
    print(f"{'L at 50 KB':26} {loading['L ms']:8.2f} ms")
    for name, micros in asked.items():
        print(f"{name:26} {micros:8.1f} µs a label")
    if "--json" in sys.argv:
        print(json.dumps({"loading": loading, "asking": asked}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
