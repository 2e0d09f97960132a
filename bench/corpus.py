"""What a corpus costs: one core beside two, a second build beside the first, memory for N files and for ten times N.

Run: `python bench/corpus.py [--files 2000] [--size 50000] [--rounds 2] [--memory]`. Each file is another
invented event (`invented.py`). Builds on one core and on two take turns, as well as builds with one job that
may use the second core for what is not parsing; the least time of each counts: other work on the machine only adds.
Where it does much other work, time says little; then the processor seconds of all processes say more. Memory is the
sum over all processes of what each has for itself and its share of the rest (PSS), looked at five times a second.
`--memory` also builds ten times the files.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from invented import english


class Run(NamedTuple):
    """One build: seconds, seconds of processors, and megabytes at the peak."""

    seconds: float
    processors: float
    memory: float


def pages(folder: Path, count: int, size: int) -> None:
    """Make the files."""
    folder.mkdir()
    for number in range(count):
        (folder / f"event-{number:05d}.txt").write_text(english(size, number), encoding="utf-8")


def build(folder: Path, store: Path, cores: int, *options: str) -> Run:
    """Build in a process of its own, watched, on so many cores."""
    command = [sys.executable, "-m", "scio_transcripts", "corpus", "build", str(folder), "-o", str(store), *options]
    begin, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    usable = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(usable)[:cores])  # processes have that of the one that starts them
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    os.sched_setaffinity(0, usable)
    peak = 0.0
    while running.poll() is None:
        peak = max(peak, sum(map(share, family(running.pid))))
        time.sleep(0.2)
    if running.returncode:
        raise SystemExit(f"the build failed with status {running.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(time.perf_counter() - begin, used, peak)


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    found = [pid]
    for one in found:
        try:
            for task in Path(f"/proc/{one}/task").iterdir():
                found += [int(child) for child in (task / "children").read_text().split()]
        except OSError:
            continue
    return found


def share(pid: int) -> float:
    """Megabytes of a process; of what it shares, its share."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1000
    except OSError:
        pass
    return 0.0


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--files", type=int, default=2000)
    arguments.add_argument("--size", type=int, default=50_000)
    arguments.add_argument("--rounds", type=int, default=2)
    arguments.add_argument("--memory", action="store_true")
    arguments.add_argument("--folder", type=Path, default=None)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as home:
        root = Path(home)
        pages(root / "few", asked.files, asked.size)
        runs: dict[str, list[Run]] = {"one core": [], "one job": [], "two cores": []}
        for _ in range(asked.rounds):
            for name, own in runs.items():
                shutil.rmtree(root / "store", ignore_errors=True)
                options = ("--jobs", "1") if name == "one job" else ()
                own.append(last := build(root / "few", root / "store", 1 if name == "one core" else 2, *options))
                told = f"{last.seconds:.1f} s, {last.processors:.1f} s of processors, {last.memory:.0f} MB"
                print(f"{name}: {told}", flush=True)
        least = {name: min(run.seconds for run in own) for name, own in runs.items()}
        two = least.pop("two cores")
        again = min(build(root / "few", root / "store", 2).seconds for _ in range(3))
        print(f"{asked.files:,} files of {asked.size // 1000} KB: {asked.files / two:.0f} a second on two cores")
        for name, seconds in least.items():
            print(f"two cores are {seconds / two:.2f} times as fast as {name}")
        print(f"a second build takes {again / two:.1%} of the first ({again:.1f} s)", flush=True)
        if asked.memory:
            pages(root / "many", asked.files * 10, asked.size)
            many = build(root / "many", root / "large", 2)
            few = max(run.memory for run in runs["two cores"])
            print(f"memory: {few:.0f} MB for {asked.files:,} files, {many.memory:.0f} MB for ten times as many")
            print(f"{asked.files * 10 / many.seconds:.0f} files a second")
            again = build(root / "many", root / "large", 2).seconds
            print(f"a second build of these takes {again / many.seconds:.1%} of the first ({again:.1f} s)")


if __name__ == "__main__":
    main()
