"""Which patterns, rules and clues matter: each is switched off in turn, and what then reads differently is counted.

Run: `make weights`, or `python bench/weights.py [--only WORD] [--most N] [--all]`. A first pass over the inputs of
`golden_inputs.py` notes which pattern finds anything in which; then each is switched off, and those inputs are read
again, at most `--most` of a set and until one of the set gives other values. It takes 10 to 20 minutes of one core.

The table says for each how many inputs it spoke in, and which sets notice that it is gone. What speaks nowhere is
carried for nothing or not tested yet; what speaks but is never missed says what others say as well; what only the
repository's own cases miss is protected by nothing but them. A row whose pattern fills an empty cell stays, with its
`yes` and `no`: it is unproven, not wrong.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from golden_inputs import SHARED, Give, inputs
from switch import Switch
from switches import forget, switches

from scio_transcripts import read

MOST = 25
"""Inputs of one set that are read again for one switch."""
SETS = {
    f"{SHARED}/seed": "seed",
    f"{SHARED}/devset/full": "full",
    f"{SHARED}/devset/en_openings": "openings",
    f"{SHARED}/devset/zh": "zh",
    f"{SHARED}/devset/real": "real forms",
    f"{SHARED}/cases": "cases",
    f"{SHARED}": "archive",
    "tests/cases": "own cases",
    "src": "samples",
}
"""The sets, by how the names of their inputs begin; texts made to be hostile protect nobody's values."""
OWN = frozenset({"own cases", "samples"})
_NEEDED = "others miss them"
HEAD = f"{'inputs':>6}  {'missed by':34} switch"


def main() -> int:
    options = _options()
    every = _every(options.also)
    off_and_on = [switch for switch in switches() if options.only in switch.name]
    if not off_and_on:
        print(f"Nothing has {options.only!r} in its name.", file=sys.stderr)
        return 1
    counts = _try(off_and_on, every, options)
    print("\n" + "\n".join(f"{count:5} {verdict}" for verdict, count in counts.most_common()))
    return 0


def _try(off_and_on: Sequence[Switch], every: Mapping[str, Give], options: argparse.Namespace) -> Counter[str]:
    """Switch each off in turn and print what is missed; how often each verdict was given."""
    before = _read_all(every, off_and_on)
    counts: Counter[str] = Counter()
    print(HEAD)
    for switch in off_and_on:
        missed = _missed(switch, every, before, options.most)
        verdict = _verdict(switch, missed)
        counts[verdict] += 1
        if options.all or verdict != _NEEDED:
            print(f"{len(switch.spoke):6}  {', '.join(missed) or '-':34} {switch.name}", flush=True)
    return counts


def _every(also: Sequence[Path]) -> dict[str, Give]:
    """The inputs of the sets, and the pages of further folders."""
    every = {name: give for name, give in inputs().items() if name.startswith(tuple(SETS))}
    if not any(name.startswith(SHARED) for name in every):
        print(
            f"There is no folder {SHARED} here: only the repository's own cases can notice anything.", file=sys.stderr
        )
    every.update((str(path), partial(read, path)) for folder in also for path in sorted(folder.glob("*.txt")))
    return every


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What is missed when a pattern, a rule or a clue is switched off?")
    parser.add_argument("--only", metavar="WORD", default="", help="switches with this in their name")
    parser.add_argument("--most", metavar="N", type=int, default=MOST, help=f"inputs of a set to read again ({MOST})")
    parser.add_argument("--all", action="store_true", help="print those, too, that other sets than our own cases miss")
    parser.add_argument(
        "--also", metavar="FOLDER", type=Path, nargs="*", default=[], help="more sets of pages, as text"
    )
    return parser.parse_args()


def _set_of(name: str) -> str:
    return next((own for begins, own in SETS.items() if name.startswith(begins)), Path(name).parent.name)


def _read_all(every: Mapping[str, Give], off_and_on: Sequence[Switch]) -> dict[str, str]:
    """The values of each input as things are, while each switch notes where it speaks."""
    before = {}
    for switch in off_and_on:
        switch.listen()
    for name, give in every.items():
        before[name] = values(give)
        for switch in off_and_on:
            switch.note(name)
    for switch in off_and_on:
        switch.deafen()
    return before


def _missed(switch: Switch, every: Mapping[str, Give], before: Mapping[str, str], most: int) -> list[str]:
    """The sets of which an input gives other values without it."""
    of_set: dict[str, list[str]] = {}
    for name in switch.spoke:
        of_set.setdefault(_set_of(name), []).append(name)
    missed = []
    with switch.off():
        forget()
        for own, names in of_set.items():
            step = max(1, len(names) // most)
            if any(values(every[name]) != before[name] for name in names[::step][:most]):
                missed.append(own)
    forget()
    return missed


def _verdict(switch: Switch, missed: Sequence[str]) -> str:
    if not switch.spoke:
        return "speak nowhere"
    if not missed:
        return "speak, and nobody misses them"
    return "only our own cases miss them" if OWN.issuperset(missed) else _NEEDED


def values(give: Give) -> str:
    """A hash of what a reader takes from a document: neither hints nor clues nor evidence."""
    try:
        found = repr(list(_values(give())))
    except Exception as error:  # some inputs are no pages, and some stages cannot do without what is switched off
        found = repr(error)
    return hashlib.sha256(found.encode("utf-8", "surrogatepass")).hexdigest()


def _values(page: Any) -> Iterator[object]:
    yield page.kind, page.language, page.title, page.event, page.publication, page.credits
    for person in page.participants:
        yield person.name, person.role, person.honorific, person.outlet, person.description, person.positions
    for turn in page.turns:
        yield turn.label, turn.speaker, turn.role, turn.start, len(turn.paragraphs)
    for exchange in page.exchanges:
        yield exchange.questions, exchange.answers, exchange.handovers, exchange.follow_ups, exchange.parts
    yield from ((note.kind, note.start, note.end) for note in page.notes)
    yield from ((reference.start, reference.participant) for reference in page.references)
    yield page.pages, page.sections, [d.code for d in page.diagnostics if d.severity != "info"]


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
