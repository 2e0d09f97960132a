"""Every named pattern of the lexer matches the examples that stand above it, and not the counter-examples."""

from __future__ import annotations

import inspect
import re
from types import ModuleType

import pytest

from scio_transcripts.lexer.page import marks, patterns

MODULES = (marks, patterns)
BEGINS_ONLY = frozenset(
    "PAGE_BREAK_TAG DISCLAIMER CREDIT LABEL BRACKETED MARKDOWN NUMBERED_OPENER BEHIND_PART AGENCY_BRACKET".split()
)
"""What may stand at the beginning of a longer line."""


def examples(module: ModuleType) -> list[tuple[str, bool, str]]:
    """`(pattern, must match, line)`, read from the comments `# + line` and `# - line` above each pattern."""
    found: list[tuple[str, bool, str]] = []
    waiting: list[tuple[bool, str]] = []
    for line in inspect.getsource(module).splitlines():
        if example := re.fullmatch(r"# ([+-]) (.*)", line):
            waiting.append((example[1] == "+", example[2]))
        elif name := re.match(r"([A-Z_]+) = re\.compile\(", line):
            found += [(name[1], must, text) for must, text in waiting]
            waiting = []
    assert not waiting, "examples without a pattern below them"
    return found


@pytest.mark.parametrize(
    ("module", "name", "must", "line"),
    [(module, *example) for module in MODULES for example in examples(module)],
)
def test_pattern_agrees_with_its_examples(module: ModuleType, name: str, must: bool, line: str) -> None:
    pattern: re.Pattern[str] = getattr(module, name)
    matched = pattern.match(line) if name in BEGINS_ONLY else pattern.fullmatch(line)
    assert (matched is not None) is must


@pytest.mark.parametrize("module", MODULES)
def test_every_pattern_has_examples(module: ModuleType) -> None:
    named = {name for name, value in vars(module).items() if hasattr(value, "groupindex")}
    assert named == {name for name, _, _ in examples(module)}
