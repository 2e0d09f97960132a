"""Law 9, Form, measured: every page in every other form.

Run: `make mutations`, or `python -m tests.mutations`. It prints a row for each mutator and language: how many pairs
kept everything, were nulled with a warning, changed, or gave words to a wrong person; the share of the pairs and the
share of the turns that were kept; and which facts are not as before, in how many pairs.
"""

from __future__ import annotations

import argparse
import os
import sys

from .mutators import MUTATORS
from .pairs import Trial, all_pairs, sample, try_pairs
from .table import counted, table
from .verdict import KEPT


def main() -> int:
    options = _options()
    pairs = all_pairs(folder=options.set, mutator=options.mutator)
    if options.sample:
        pairs = sample(pairs, options.sample)
    trials = list(try_pairs(pairs, processes=options.processes))
    if not trials:
        print("No pair applies: see --help for the names.", file=sys.stderr)
        return 1
    if options.show:
        for trial in trials:
            _show(trial)
    print("\n".join(table(counted(trials), MUTATORS)))
    return 0


def _show(trial: Trial) -> None:
    if trial.outcome == KEPT:
        return
    print(f"{trial.outcome:8} {trial.page}  {trial.mutator}")
    for message in trial.messages:
        print(f"         {message}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.mutations", description="Every page in every other form.")
    names = ", ".join(MUTATORS)
    parser.add_argument("--mutator", metavar="NAME", default="", help=f"only those that begin so, of {names}")
    parser.add_argument("--set", metavar="FOLDER", default="", help="only pages whose names begin so, as devset/zh")
    parser.add_argument("--show", action="store_true", help="name pairs that are not kept, with what differs")
    parser.add_argument("--sample", metavar="N", type=int, default=0, help="a fixed sample of N pairs")
    parser.add_argument("--processes", metavar="N", type=int, default=os.cpu_count() or 1, help="one for each core")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
