"""Labels printed in other ways.

In: a page whose labels were found. Out: the page with another colon, brackets, numbers or bold letters at every label,
or with one label that occurs nowhere else. A number stays part of a label; what compares labels looks past it.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import replace

from .edits import Edit, edited
from .facts import BEGINNING, Facts, Said, fold
from .heads import Head
from .pages import Page
from .script import in_script

ASKERS = (
    ("Tern Valley Courier", "Osier Evening News", "Larch Broadcasting", "Radio Alder"),
    ("青禾山报记者", "灯湖广播记者", "南埠通讯社记者", "柳桥青年报"),
)
REMARKS = (" (holding up a chart)", " (via video link)", " (smiling)"), ("（举起图表）", "（视频连线）", "（笑）")
_COLON = re.compile(r"[:：∶]")
_OTHER_COLON = {":": "：", "：": ":", "∶": ":"}
_ENDS_IN_BOLD = re.compile(r"<(?:strong|b)\b[^<>]*>\s*$", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_FAR = 600
"""Within so many signs of the source stands the beginning of a turn, between its tags."""
_BRACKETS = re.compile(r"[\[\]【】]")
_NUMBERED = re.compile(r"(?:[QA]|问题?|答)?\d{1,2}(?:\W|$)", re.IGNORECASE)


def colon_width(page: Page) -> Page | None:
    """`Name：` for `Name:`, and the other way round."""
    edits: list[Edit] = []
    for head in page.heads:
        colon = _COLON.search(page.text, head.end, head.body)
        if colon is None:
            return None
        edits.append((*colon.span(), _OTHER_COLON[colon.group()]))
    return page.changed(edited(page.text, edits))


def bracketed(page: Page) -> Page | None:
    """`[Name]:`, or `【名字】` without a colon."""
    edits: list[Edit] = []
    for head in page.heads:
        colon = _COLON.search(page.gap(head))
        if colon is None or _BRACKETS.search(page.before(head) + page.gap(head)):
            return None
        start, end = (head.end + place for place in colon.span())
        edits.append((head.start, head.start, "【" if page.chinese else "["))
        edits.append((start, end, "】") if page.chinese else (head.end, head.end, "]"))
    return page.changed(edited(page.text, edits))


def numbered(page: Page) -> Page | None:
    """`3. Name:`, or `3、名字：`."""
    mark = "、" if page.chinese else ". "
    edits: list[Edit] = []
    for number, head in enumerate(page.heads, 1):
        label = page.text[head.start : head.end]
        if _NUMBERED.match(label) or re.search(r"\d", page.before(head)) or not _COLON.search(page.gap(head)):
            return None
        place, _ = page.outer(head)
        edits.append((place, place, f"{number}{mark}"))
    return page.changed(edited(page.text, edits))


def bold(page: Page) -> Page | None:
    """`<strong>Name</strong> words` for `Name: words`, in HTML."""
    edits: list[Edit] = []
    for head in page.heads if page.html else ():
        colon = _COLON.search(page.text, head.end, head.body)
        if colon is None:
            return None
        if _ENDS_IN_BOLD.search(page.before(head)):
            edits.append((*colon.span(), ""))
        else:
            edits += (head.start, head.start, "<strong>"), (head.end, head.end, "</strong>"), (*colon.span(), " ")
    return page.changed(edited(page.text, edits))


def unique_asker(page: Page) -> Page | None:
    """One question gets a label that occurs nowhere else, of an outlet that there is not."""
    label = in_script(page, page.pick(ASKERS[page.chinese]))
    asks = [said for said in page.facts.turns if said.role == "reporter" and said.label]
    return _with_one_label(page, asks, label, label)


def unique_remark(page: Page) -> Page | None:
    """One answer gets a label with a remark behind the name."""
    remark = in_script(page, page.pick(REMARKS[page.chinese]))
    answers = [said for said in page.facts.turns if said.role == "official" and said.label and said.speaker]
    if not answers:
        return None
    last = answers[-1]
    return _with_one_label(page, [last], f"{last.label}{remark}", last.speaker)


def _with_one_label(page: Page, turns: list[Said], label: str, speaker: str | None) -> Page | None:
    """The page with the label of one of these turns put in another way: one that recurs, if any does."""
    often = Counter(fold(said.label) for said in page.facts.turns)
    recurring = [said for said in turns if often[fold(said.label)] > 1]
    for said in [*reversed(recurring), *reversed(turns)]:
        head = _head_of(page, said)
        if head is not None:
            text = edited(page.text, [(head.start, head.end, label)])
            return page.changed(text, _instead(page.facts, said, replace(said, label=label, speaker=speaker)))
    return None


def _head_of(page: Page, said: Said) -> Head | None:
    """Where this turn opens. Many turns begin with the same thanks: its label must stand there, and all its beginning,
    and it must be the only such place.
    """
    label, starts = fold(said.label), fold(said.text)[:BEGINNING]
    heads = [
        head
        for head in page.heads
        if fold(_words(page, head.start, head.end)) == label
        and fold(_words(page, head.body, head.body + _FAR)).startswith(starts)
    ]
    return heads[0] if len(heads) == 1 else None


def _words(page: Page, start: int, end: int) -> str:
    words = page.text[start:end]
    return html.unescape(_TAG.sub("", words)) if page.html else words


def _instead(facts: Facts, old: Said, new: Said) -> Facts:
    return replace(facts, turns=tuple(new if said is old else said for said in facts.turns))
