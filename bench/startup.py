"""What a command costs before it has anything to say, as ratios to `python -c "import pydantic, rich"`.

Run: `make bench`, or `python bench/startup.py --against COMMIT` to measure the package of another commit in the same
run. Each round runs every command once; a figure is the median of the rounds' ratios, of processor time. The page is
the bundled one, 19 KB. Bytecode is there already, as it is wherever a package was installed.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from commits import REPOSITORY, unpack

ROUNDS = 9
UNIT = "import pydantic, rich"
FLOORS = {
    "python": "pass",
    "import typer": "import typer",
    "rich, one model of pydantic": "import rich, pydantic\nclass Page(pydantic.BaseModel):\n    title: str",
}
"""What nobody who uses these libraries can do without."""
COMMANDS = ("--version", "--help", "show PAGE", "parse PAGE")


def main() -> int:
    parser = argparse.ArgumentParser(description="What a command costs before it has anything to say.")
    parser.add_argument("--against", metavar="COMMIT", help="measure the package of this commit, too")
    parser.add_argument("--rounds", metavar="N", type=int, default=ROUNDS)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        trees = {"": REPOSITORY}
        if options.against:
            trees[f" at {options.against}"] = other = Path(scratch) / "other"
            if not unpack(options.against, other):
                return 2
        page = Path(scratch) / "page.txt"
        page.write_bytes((REPOSITORY / "src/scio_transcripts/samples/demo.txt").read_bytes())
        cases = {name: (REPOSITORY, ["-c", program]) for name, program in FLOORS.items()}
        for command in COMMANDS:
            arguments = ["-m", "scio_transcripts", *command.replace("PAGE", str(page)).split()]
            cases |= {f"{command}{when}": (tree, arguments) for when, tree in trees.items()}
        unit, ratios = measured(cases, Path(scratch) / "bytecode", options.rounds)
    for name, ratio in ratios.items():
        print(f"{name:36} {ratio:5.2f}")
    print(f"unit: python -c {UNIT!r}, {unit * 1000:.0f} ms of the processor")
    return 0


def measured(cases: dict[str, tuple[Path, list[str]]], bytecode: Path, rounds: int) -> tuple[float, dict[str, float]]:
    """Seconds of the unit, and the ratio to it of each case: medians. The first round only writes the bytecode."""
    units: list[float] = []
    ratios: dict[str, list[float]] = {name: [] for name in cases}
    for turn in range(rounds + 1):
        unit = seconds(REPOSITORY, ["-c", UNIT], bytecode)
        taken = {name: seconds(tree, arguments, bytecode) for name, (tree, arguments) in cases.items()}
        if turn:
            units.append(unit)
            for name, value in taken.items():
                ratios[name].append(value / unit)
    return statistics.median(units), {name: statistics.median(values) for name, values in ratios.items()}


def seconds(tree: Path, arguments: list[str], bytecode: Path) -> float:
    """Seconds of the processor that one run of Python takes, with the package of a tree."""
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONPYCACHEPREFIX": str(bytecode)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], stdout=subprocess.DEVNULL, env=environment, check=True)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return end.ru_utime + end.ru_stime - begin.ru_utime - begin.ru_stime


if __name__ == "__main__":
    sys.exit(main())
