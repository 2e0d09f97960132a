"""What people and exchanges cost, beside lexing and turns.

Run: python bench/people.py. Each stage is timed inside whole parses of invented pages, each seen once, so that what one
stage prepares for another is counted where it happens. Prints the median share of a parse, and people and exchanges as
a ratio to lexing and turns: once as the stages find them, and once with the making of the document's parts on both
sides.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from invented import english

from scio_transcripts import pipeline
from scio_transcripts.document import transcript
from scio_transcripts.normalizer import known

ROUNDS = 40
SIZES = (50_000, 1_000_000)
STAGES = {
    "lexing and turns": ((pipeline, "read_pages"),),
    "people": ((known, "identify"), (known, "references_in"), (known, "adopt_honorifics")),
    "exchanges": ((pipeline, "read_dialogue"),),
    "parts for turns": ((transcript, "turns_of"),),
    "parts for people and exchanges": (
        (transcript, "participant_ids"),
        (transcript, "participants_of"),
        (transcript, "references_of"),
        (transcript, "exchanges_of"),
    ),
}


class Clock:
    """Seconds spent in each stage of one parse."""

    def __init__(self) -> None:
        self.spent = dict.fromkeys(STAGES, 0.0)

    def timed(self, stage: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, with its time noted."""

        @wraps(work)
        def run(*args: Any, **named: Any) -> Any:
            begin = time.process_time()
            try:
                return work(*args, **named)
            finally:
                self.spent[stage] += time.process_time() - begin

        return run


def measure(size: int, rounds: int) -> list[dict[str, float]]:
    """Seconds of each stage, and of the whole parse, for each round."""
    clock = Clock()
    for stage, places in STAGES.items():
        for module, name in places:
            setattr(module, name, clock.timed(stage, getattr(module, name)))
    found = []
    for text in [english(size, number) for number in range(rounds + 1)]:
        clock.spent = dict.fromkeys(STAGES, 0.0)
        begin = time.process_time()
        pipeline.parse(text)
        found.append({**clock.spent, "parse": time.process_time() - begin})
    for places in STAGES.values():
        for module, name in places:
            setattr(module, name, getattr(module, name).__wrapped__)
    return found[1:]  # the first page loads tables, and compiles patterns


def main() -> int:
    for size in SIZES:
        rounds = measure(size, max(5, ROUNDS * SIZES[0] // size))
        shares = {name: statistics.median(r[name] / r["parse"] for r in rounds) for name in STAGES}
        found, made = [], []
        for r in rounds:
            ours, theirs = r["people"] + r["exchanges"], r["lexing and turns"]
            found.append(ours / theirs)
            made.append((ours + r["parts for people and exchanges"]) / (theirs + r["parts for turns"]))
        figures = ", ".join(f"{name} {share:.0%}" for name, share in shares.items())
        print(f"{size // 1000} KB: {figures} of a parse")
        print(
            f"    people and exchanges {statistics.median(found):.2f} of lexing and turns as they are found,"
            f" {statistics.median(made):.2f} with the making of parts on both sides"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
