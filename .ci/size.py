"""Checks that no function grows past 12 branches and no file past 300 lines.

In: the Python files of the repository, and `.ci/size.txt`, the list of what was larger when the rule came. Out: a line
for each fault, and status 1 where there is one. Promises: the list only shrinks. What is not on it may not pass the
limits; what is on it may not grow; and once it is smaller, the list must say so (`--shrink` writes that, never adds).

Branches are those of radon: `if`, loops, `except`, comprehensions, and each `and` and `or`. `assert` is none.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from radon.complexity import cc_visit

ROOT = Path(__file__).resolve().parents[1]
LIST = ROOT / ".ci" / "size.txt"
FOLDERS = ("src", "tests", "bench", "docs", "examples", ".ci")
MOST_BRANCHES, MOST_LINES = 12, 300
HEAD = """# What is larger than the rules allow: functions with more than 12 branches, files of more than 300 lines.
# It may only shrink: python .ci/size.py --shrink
"""


def sizes(path: Path) -> Iterator[tuple[str, int]]:
    """The name and size of whatever in a file is past its limit."""
    name, text = path.relative_to(ROOT).as_posix(), path.read_text("utf-8")
    if (lines := text.count("\n")) > MOST_LINES:
        yield name, lines
    for block in cc_visit(text, no_assert=True):
        is_function = block.letter in {"F", "M"}
        if is_function and block.complexity > MOST_BRANCHES:
            yield f"{name}:{block.fullname}", block.complexity


def listed() -> dict[str, int]:
    """The list as it is kept."""
    rows = [line.rsplit(" ", 1) for line in LIST.read_text("utf-8").splitlines() if not line.startswith("#")]
    return {name: int(size) for name, size in rows}


def faults(found: dict[str, int], allowed: dict[str, int]) -> Iterator[str]:
    """What is too large, and what the list allows without need."""
    for name, size in found.items():
        kind, most = ("branches", MOST_BRANCHES) if ":" in name else ("lines", MOST_LINES)
        if size > allowed.get(name, most):
            yield f"{name}: {size} {kind}, at most {allowed.get(name, most)} are allowed; make it smaller"
    for name, size in allowed.items():
        if (now := found.get(name, 0)) < size:
            yield f"{name}: {now or 'no longer too large'}, and the list says {size}; run python .ci/size.py --shrink"


def main() -> None:
    """Check, or shrink the list."""
    paths = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    found = dict(row for path in paths for row in sizes(path))
    allowed = listed()
    if "--shrink" in sys.argv[1:]:
        kept = {name: min(size, found[name]) for name, size in allowed.items() if name in found}
        LIST.write_text(HEAD + "".join(f"{name} {size}\n" for name, size in sorted(kept.items())), "utf-8")
        allowed = kept
    told = list(faults(found, allowed))
    sys.exit("\n".join(told) if told else 0)


if __name__ == "__main__":
    main()
