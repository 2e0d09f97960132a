"""The stamp of a turn, in each of the places where pages print it.

In: a page whose labels were found. Out: the page with a clock time at every label, in one place; stamps that the page
has at its labels already are moved there. The facts stay: a stamp is no part of a label and no speech.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .edits import Edit, as_line, edited
from .heads import Head
from .pages import Page

_STAMP = re.compile(r"[\[(（【]?\s*\d{1,2}:\d{2}(?::\d{2})?\s*[\])）】]?\s*")
_DATED = re.compile(r"\d{4}[-./年]\d{1,2}[-./月]")
_MARKED = re.compile(r"[:：∶\]】\n]|<(?:/p|br|/h\d|/div)")
"""A label without a colon or a line of its own has no form to which a stamp could belong."""
_SECONDS = "", "", ":40"
_FIRST, _STEP = 10 * 60 + 5, 3
"""The first stamp that is made up, in minutes, and how many lie between two turns."""


def before(page: Page) -> Page | None:
    """`[10:05] Name:`"""
    return _stamped(page, "before")


def behind(page: Page) -> Page | None:
    """`Name (10:05):`"""
    return _stamped(page, "behind")


def above(page: Page) -> Page | None:
    """`10:05` on a line of its own, above the label."""
    return _stamped(page, "above")


def beside(page: Page) -> Page | None:
    """`10:05 Name:`, or `10:05名字：`."""
    return _stamped(page, "beside")


def _stamped(page: Page, where: str) -> Page | None:
    edits: list[Edit] = []
    stamps: list[str] = []
    for number, head in enumerate(page.heads):
        prefix, gap = page.before(head), page.gap(head)
        if _DATED.search(prefix + gap) or not _MARKED.search(gap):
            return None
        if where == "above" and head.inline:
            return None
        stamp = _printed(prefix) or _printed(gap) or _made_up(page, number)
        stamps.append(stamp)
        edits += _edits(page, head, stamp, where)
    if not edits:
        return None
    unsaid = tuple(stamp for stamp in stamps if stamp not in page.text)
    return page.changed(edited(page.text, edits), replace(page.facts, unsaid=unsaid))


def _made_up(page: Page, number: int) -> str:
    at = _FIRST + _STEP * number
    return f"{at // 60}:{at % 60:02}{page.pick(_SECONDS)}"


def _printed(words: str) -> str | None:
    found = re.search(r"\d{1,2}:\d{2}(?::\d{2})?", words)
    return found and found.group()


def _edits(page: Page, head: Head, stamp: str, where: str) -> list[Edit]:
    prefix, gap = page.before(head), page.gap(head)
    plain_prefix, plain_gap = _STAMP.sub("", prefix), _STAMP.sub("", gap)
    blank = "" if page.chinese else " "
    if where == "before":
        plain_prefix += f"[{stamp}]{blank}"
    elif where == "beside":
        plain_prefix += f"{stamp}{blank}"
    elif where == "behind":
        plain_gap = f"（{stamp}）{plain_gap}" if page.chinese else f" ({stamp}){plain_gap}"
    edits = [(head.line, head.start, plain_prefix), (head.end, head.body, plain_gap)]
    if where == "above":
        edits.append((head.block, head.block, as_line(page, stamp)))
    return [edit for edit in edits if page.text[edit[0] : edit[1]] != edit[2]]
