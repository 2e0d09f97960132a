"""Every named pattern of the lexer matches the examples that stand above it, and not the counter-examples."""

from __future__ import annotations

import inspect
import re

import pytest

from scio_transcripts.lexer.page import patterns


def examples() -> list[tuple[str, bool, str]]:
    """`(pattern, must match, line)`, read from the comments `# + line` and `# - line` above each pattern."""
    found: list[tuple[str, bool, str]] = []
    waiting: list[tuple[bool, str]] = []
    for line in inspect.getsource(patterns).splitlines():
        if example := re.fullmatch(r"# ([+-]) (.*)", line):
            waiting.append((example[1] == "+", example[2]))
        elif name := re.match(r"([A-Z_]+) = re\.compile\(", line):
            found += [(name[1], must, text) for must, text in waiting]
            waiting = []
    assert not waiting, "examples without a pattern below them"
    return found


@pytest.mark.parametrize(("name", "must", "line"), examples())
def test_pattern_agrees_with_its_examples(name: str, must: bool, line: str) -> None:
    pattern: re.Pattern[str] = getattr(patterns, name)
    begins_only = name in {
        "PAGE_BREAK_TAG",
        "DISCLAIMER",
        "CREDIT",
        "LABEL",
        "BRACKETED",
        "MARKDOWN",
        "HOST_NAMED",
        "AGENCY_BRACKET",
    }
    matched = pattern.match(line) if begins_only else pattern.fullmatch(line)
    assert (matched is not None) is must


def test_most_patterns_have_examples() -> None:
    named = {name for name, value in vars(patterns).items() if hasattr(value, "groupindex")}
    assert named == {name for name, _, _ in examples()}
