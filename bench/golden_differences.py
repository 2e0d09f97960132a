"""What differs between two documents, value by value, in lines for a reader.

In: two documents as in their JSON. Out: lines such as `event.date: "2024-05-06" → null`. Lists are aligned first, so
that one entry more is one line and not a change of all that follow. Promises: no line, no difference.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

WIDTH = 150
_LEAD = 25
"""Characters shown before the place where two long texts part."""


def differences(old: Any, new: Any, path: str = "") -> Iterator[str]:
    """A line for each value that differs."""
    if old == new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*old, *new]):
            inner = f"{path}.{key}" if path else key
            if key in old and key in new:
                yield from differences(old[key], new[key], inner)
            else:
                yield f"{inner}: {_shown(old[key])} → (gone)" if key in old else f"{inner}: (new) → {_shown(new[key])}"
    elif isinstance(old, list) and isinstance(new, list):
        yield from _of_lists(old, new, path)
    else:
        yield f"{path}: {' → '.join(_parting(old, new))}"


def _of_lists(old: list[Any], new: list[Any], path: str) -> Iterator[str]:
    matcher = SequenceMatcher(None, [json.dumps(v) for v in old], [json.dumps(v) for v in new], autojunk=False)
    for what, first, last, begin, end in matcher.get_opcodes():
        if what == "replace" and last - first == end - begin:
            for offset in range(last - first):
                yield from differences(old[first + offset], new[begin + offset], f"{path}[{begin + offset}]")
        elif what != "equal":
            yield from (f"{path}[{index}]: {_shown(old[index])} → (gone)" for index in range(first, last))
            yield from (f"{path}[{index}]: (new) → {_shown(new[index])}" for index in range(begin, end))


def _shown(value: Any) -> str:
    if isinstance(value, dict) and "paragraphs" in value:
        return _turn(value)
    return _cut(json.dumps(value, ensure_ascii=False))


def _turn(turn: dict[str, Any]) -> str:
    """A turn as a person would name it."""
    words = turn["paragraphs"][0]["text"] if turn["paragraphs"] else ""
    who = f"{turn['label'] or '(no label)'} ({turn['role']}, {turn['speaker'] or 'nobody known'})"
    count = len(turn["paragraphs"])
    return _cut(f"turn {turn['index']} of {who}, {count} paragraph{'s' * (count != 1)} at {turn['start']}: {words!r}")


def _parting(old: Any, new: Any) -> tuple[str, str]:
    """Both values; of long texts, the stretch around the first character that differs."""
    if not (isinstance(old, str) and isinstance(new, str)) or max(len(old), len(new)) <= WIDTH:
        return _shown(old), _shown(new)
    pairs = enumerate(zip(old, new, strict=False))
    part = next((at for at, (one, other) in pairs if one != other), min(len(old), len(new)))
    begin = max(0, part - _LEAD)
    lead = f"(from {begin}) " if begin else ""
    return lead + _shown(old[begin : begin + WIDTH]), lead + _shown(new[begin : begin + WIDTH])


def _cut(text: str) -> str:
    return text if len(text) <= WIDTH else f"{text[: WIDTH - 1]}…"
