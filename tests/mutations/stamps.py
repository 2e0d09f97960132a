"""The stamp of a turn, in each of the places where pages print it.

In: a page whose labels were found. Out: the page with a clock time at every label, in one place; stamps that the page
has at its labels already are moved there. The facts stay: a stamp is no part of a label and no speech.
"""

from __future__ import annotations

import re

from .edits import Edit, as_line, edited
from .facts import unsaid
from .heads import Head
from .pages import Page

_STAMP = re.compile(r"[\[(（【]?\s*\d{1,2}:\d{2}(?::\d{2})?\s*[\])）】]?\s*")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
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
    if not page.heads or _has_stamps_elsewhere(page):
        return None
    edits: list[Edit] = []
    stamps: list[str] = []
    for number, head in enumerate(page.heads):
        prefix, gap = page.before(head), page.gap(head)
        if _DATED.search(prefix + gap) or not _MARKED.search(gap) or (where == "above" and head.inline):
            return None
        stamps.append(_printed(prefix) or _printed(gap) or _made_up(page, number))
        edits += _edits(page, head, stamps[-1], where)
    new = [stamp for stamp in stamps if stamp not in page.text]
    return page.changed(edited(page.text, edits), unsaid(page.facts, *new))


def _has_stamps_elsewhere(page: Page) -> bool:
    """Whether the turns have stamps already that stand neither before nor behind their labels."""
    beside = sum(len(_CLOCK.findall(page.before(head) + page.gap(head))) for head in page.heads)
    return len(_CLOCK.findall(page.text, page.heads[0].line)) - beside >= len(page.heads)


def _made_up(page: Page, number: int) -> str:
    at = _FIRST + _STEP * number
    return f"{at // 60}:{at % 60:02}{page.pick(_SECONDS)}"


def _printed(words: str) -> str | None:
    found = _CLOCK.search(words)
    return found and found.group()


def _edits(page: Page, head: Head, stamp: str, where: str) -> list[Edit]:
    """The stamp in its place, outside of brackets around the label, and no other before or behind it."""
    start, end = page.outer(head)
    before, behind = page.text[head.line : start], page.text[end : head.body]
    plain_before, plain_behind = _STAMP.sub("", before), _STAMP.sub("", behind)
    blank = "" if page.chinese else " "
    if where == "before":
        plain_before += f"[{stamp}]{blank}"
    elif where == "beside":
        # Behind digits others would be read as one number: `10:0521世纪经济报道：` no longer says when.
        plain_before += f"{stamp}{' ' if page.text[start].isdigit() else blank}"
    elif where == "behind":
        plain_behind = f"（{stamp}）{plain_behind}" if page.chinese else f" ({stamp}){plain_behind}"
    edits = [(head.line, start, plain_before), (end, head.body, plain_behind)]
    if where == "above":
        edits.append((head.block, head.block, as_line(page, stamp)))
    return [edit for edit in edits if page.text[edit[0] : edit[1]] != edit[2]]
