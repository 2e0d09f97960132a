"""Whether any input gives another document than it did: a net below every change.

Run: `make golden`, or `python bench/golden.py`. `golden.tsv` keeps two short hashes for every input of
`golden_inputs.py`: one of the turns, one of all else. A change that should alter nothing must leave them as they are;
of one that should, every value that it alters is read first (`--against COMMIT`), and then they are renewed
(`--write`). It works in two processes. Exit status: 0 nothing differs, 1 something does, 2 wrong command line.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path
from typing import IO, Any

from commits import REPOSITORY, unpack
from golden_differences import differences
from golden_inputs import SHARED, document, inputs

TABLE = Path(__file__).with_suffix(".tsv")
HEADER = "name\tturns\trest\n"
DIGITS = 16
HOW_ON = """\
If nothing should have changed, something is wrong. If it should: read every value that differs,
    python bench/golden.py --against HEAD
and when all are as you want them, renew the hashes and commit them with the change:
    python bench/golden.py --write"""


def main() -> int:
    options = _options()
    if options.child:
        return _tell(options)
    names = [name for name in inputs() if _is_meant(name, options)]
    _tell_what_is_left_out()
    if not names:
        print(f"Nothing found: no input has {options.only!r} in its name.")
        return 1
    return _against(names, options) if options.against else _check(names, options)


def _tell_what_is_left_out() -> None:
    if not Path(SHARED).is_dir():
        print(f"There is no folder {SHARED} here: its pages are left out, only the rest is looked at.", file=sys.stderr)


def _check(names: list[str], options: argparse.Namespace) -> int:
    """Compare with the table, or write it."""
    kept, found = _kept(options.table), _hashes(names)
    judged = {name for name in kept if _is_meant(name, options)}
    apart = _apart({name: kept[name] for name in judged}, found)
    if options.write:
        rows = {**{name: hashes for name, hashes in kept.items() if name not in judged}, **found}
        _write(options.table, rows)
        print(f"Wrote {options.table.name}: {len(rows):,} inputs, {len(apart):,} of them not as before.")
        return 0
    print("".join(f"{line}\n" for line in apart), end="")
    print(f"{len(found):,} inputs, {len(apart):,} not as in {options.table.name}.")
    if apart:
        print(HOW_ON)
    return int(bool(apart))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Does any input give another document than it did?")
    work = parser.add_mutually_exclusive_group()
    work.add_argument("--write", action="store_true", help="renew the hashes")
    work.add_argument("--against", metavar="COMMIT", help="print every value that differs from what COMMIT gives")
    work.add_argument("--child", choices=("hashes", "documents"), help=argparse.SUPPRESS)
    parser.add_argument("--only", metavar="PATTERN", default="", help="inputs with this in their name; * and ? work")
    parser.add_argument("--lines", metavar="N", type=int, default=40, help="most lines an input (40; 0 for all)")
    parser.add_argument("--table", metavar="FILE", type=Path, default=TABLE, help="another table than golden.tsv")
    parser.add_argument("--tree", default=str(REPOSITORY), help=argparse.SUPPRESS)
    return parser.parse_args()


def _is_meant(name: str, options: argparse.Namespace) -> bool:
    """Whether an input is asked for, and could be here."""
    return fnmatchcase(name, f"*{options.only}*") and (Path(SHARED).is_dir() or not name.startswith(SHARED))


def _write(table: Path, rows: dict[str, str]) -> None:
    lines = "".join(f"{name}\t{hashes}\n" for name, hashes in sorted(rows.items()))
    table.write_text(HEADER + lines, "utf-8", newline="\n")


def _kept(table: Path) -> dict[str, str]:
    if not table.is_file():
        return {}
    rows = table.read_text("utf-8").removeprefix(HEADER).splitlines()
    return {name: hashes for name, _, hashes in (row.partition("\t") for row in rows)}


def _hashes(names: list[str]) -> dict[str, str]:
    """Half the names in each of two processes. Every second one, as neighbours cost about the same."""
    found: dict[str, str] = {}
    with ExitStack() as stack:
        answers = [_ask(stack, "hashes", REPOSITORY, half) for half in (names[::2], names[1::2]) if half]
        for name, hashes in (line.rstrip("\n").split("\t", 1) for answer in answers for line in answer):
            found[name] = hashes
    return dict(sorted(found.items()))


def _apart(kept: dict[str, str], found: dict[str, str]) -> list[str]:
    """A line for each input that is not as it was."""
    lines = []
    for name in sorted({*found, *kept}):
        if name not in found:
            lines.append(f"gone            {name}")
        elif name not in kept:
            lines.append(f"new             {name}")
        elif kept[name] != found[name]:
            pairs = zip(("turns", "rest"), kept[name].split("\t"), found[name].split("\t"), strict=True)
            lines.append(f"{' and '.join(part for part, old, new in pairs if old != new):15} {name}")
    return lines


def _against(names: list[str], options: argparse.Namespace) -> int:
    """The same inputs read by the package of another commit, one process each."""
    several = 0
    with ExitStack() as stack:
        other = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="golden-")))
        if not unpack(options.against, other):
            return 2
        answers = [_ask(stack, "documents", tree, names) for tree in (other, REPOSITORY)]
        for name, old, new in zip(names, *answers, strict=True):
            if old != new:
                several += 1
                _print_some(name, differences(json.loads(old), json.loads(new)), options.lines)
    print(f"{len(names):,} inputs, {several:,} of them not as at {options.against}.")
    return int(several > 0)


def _print_some(name: str, lines: Iterator[str], most: int) -> None:
    print(name)
    for line in islice(lines, most or None):
        print(f"    {line}")
    if more := sum(1 for _ in lines):
        print(f"    ... and {more:,} more (--lines 0 shows all)")


def _ask(stack: ExitStack, what: str, tree: Path, names: list[str]) -> IO[str]:
    """A process that reads inputs with the package of a tree: its answers, a line each. It ends with the stack."""
    command = [sys.executable, __file__, "--child", what, "--tree", str(tree)]
    environment = {**os.environ, "PYTHONPATH": str(tree / "src"), "PYTHONIOENCODING": "utf-8"}
    pipe = subprocess.PIPE
    child = subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8", env=environment)
    stack.callback(child.wait)
    stack.callback(child.kill)
    assert child.stdin is not None
    assert child.stdout is not None
    answers = stack.enter_context(child.stdout)
    with child.stdin as asked:
        asked.writelines(f"{name}\n" for name in names)
    return answers


def _tell(options: argparse.Namespace) -> int:
    """In a child: what the asked inputs give. It hears all names before it says the first word."""
    import scio_transcripts

    names = sys.stdin.read().splitlines()
    if not Path(scio_transcripts.__file__).is_relative_to(Path(options.tree) / "src"):
        print(f"The package of {options.tree} was asked for, and {scio_transcripts.__file__} came.", file=sys.stderr)
        return 2
    every = inputs()
    for name in names:
        found = document(every[name])
        print(f"{name}\t{_hash_line(found)}" if options.child == "hashes" else json.dumps(found), flush=True)
    return 0


def _hash_line(found: dict[str, Any]) -> str:
    turns = found.pop("turns", None)
    return f"{_hash(turns)}\t{_hash(found)}"


def _hash(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:DIGITS]


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
