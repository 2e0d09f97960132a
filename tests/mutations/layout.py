"""Lines broken and glued.

In: a page, with its labels found. Out: the page with paragraphs in two, with label and speech on one line or on two, or
all on one line. The facts stay; where all is glued, the share of the turns is what counts.
"""

from __future__ import annotations

import re

from .edits import Edit, edited
from .pages import Page

_BETWEEN_SENTENCES = re.compile(
    r"(?<=[a-z]{3}[.?!])[ \u00a0]+(?=[A-Z][a-z])|(?<=[\u4e00-\u9fff][。！？])(?=[\u4e00-\u9fff])"
)
_BREAKS = re.compile(r"</?(?:p|br|div)\b[^<>]*>|\s+|&nbsp;", re.IGNORECASE)
_COLON, _MARK = re.compile(r"[:：∶]"), re.compile(r"[:：∶\]】]")
_OPENING, _CLOSING = "“「『（(《", "”」』）)》"


def paragraphs_broken(page: Page) -> Page | None:
    """In every turn but the last, whose end is not known, one paragraph becomes two; not where all is on one line."""
    edits: list[Edit] = []
    for head, after in zip(page.heads, page.heads[1:], strict=False):
        if head.inline:
            return None
        for found in _BETWEEN_SENTENCES.finditer(page.text, head.body, after.block):
            if _is_even(page.text[head.body : found.start()]):
                edits.append((*found.span(), _new_line(page)))
                break
    return page.changed(edited(page.text, edits)) if edits else None


def label_glued(page: Page) -> Page | None:
    """Label and speech on one line."""
    edits: list[Edit] = []
    for head in page.heads:
        gap = page.text[head.end : head.body]
        if not _COLON.search(gap):
            return None
        if "\n" in gap or "<p" in gap or "<br" in gap:
            edits.append((head.end, head.body, _BREAKS.sub("", gap) + ("" if page.chinese else " ")))
    return page.changed(edited(page.text, edits)) if edits else None


def label_apart(page: Page) -> Page | None:
    """The label on a line of its own."""
    edits: list[Edit] = []
    for head in page.heads:
        gap = page.text[head.end : head.body]
        if not _COLON.search(gap) or page.before(head).strip() or head.inline:
            return None
        if "\n" not in gap and "<" not in gap:
            edits.append((head.end, head.body, gap.rstrip() + _new_line(page)))
    return page.changed(edited(page.text, edits)) if edits else None


def page_glued(page: Page) -> Page | None:
    """Everything on one line, as copied text often comes; not where only the lines show what is a label."""
    if page.html or not all(_MARK.search(page.gap(head)) for head in page.heads):
        return None
    return page.changed(re.sub(r"\s*\n\s*", " ", page.text.strip()))


def _new_line(page: Page) -> str:
    """What this page puts between two paragraphs."""
    if not page.html:
        return "\n\n"
    return "<br/><br/>" if page.text.count("<br") > page.text.count("<p") else "</p>\n<p>"


def _is_even(words: str) -> bool:
    """Whether no quotation or bracket is open."""
    return sum(map(words.count, _OPENING)) == sum(map(words.count, _CLOSING)) and words.count('"') % 2 == 0
