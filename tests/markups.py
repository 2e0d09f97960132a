"""A printed press conference in the HTML of many sites.

In: rows and a `Dress`. Out: a page of HTML that says the same. What a site puts around a transcript (navigation,
players, related headlines, footers) comes in several shapes, with and without elements that say what they are.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence

from scribe import PAGER, Dress, Row, Scribe, head_and_body

# --- the main text ---------------------------------------------------------------------------------

Markup = Callable[[Sequence[Row], Scribe], str]
MARKUPS: dict[str, Markup] = {}


def markup(function: Markup) -> Markup:
    MARKUPS[function.__name__] = function
    return function


def _each(form: str, rows: Sequence[Row], scribe: Scribe) -> str:
    lines = []
    for row in rows:
        if row.heading:
            lines.append(f"<h{row.heading}>{scribe.words(row.words)}</h{row.heading}>")
        else:
            lines.append(form.format(scribe.row(row)))
            lines.append("" if row.is_label else scribe.between())
    return "\n".join(lines)


@markup
def paragraphs(rows: Sequence[Row], scribe: Scribe) -> str:
    """A `<p>` for each line."""
    return _each("<p>{}</p>", rows, scribe)


@markup
def unclosed_paragraphs(rows: Sequence[Row], scribe: Scribe) -> str:
    """A `<p>` for each line, never closed."""
    return _each("<p>{}", rows, scribe)


@markup
def styled_paragraphs(rows: Sequence[Row], scribe: Scribe) -> str:
    """Spans with styles in every paragraph, as word processors write them."""
    return _each('<p style="text-align: left;"><span style="font-size: 12pt;"><span>{}</span></span></p>', rows, scribe)


@markup
def divs(rows: Sequence[Row], scribe: Scribe) -> str:
    return _each("<div>{}</div>", rows, scribe)


@markup
def breaks(rows: Sequence[Row], scribe: Scribe) -> str:
    """One block, a line break after each line."""
    return "<div>" + "<br>".join(scribe.row(row) for row in rows) + "</div>"


@markup
def double_breaks(rows: Sequence[Row], scribe: Scribe) -> str:
    """One block, two line breaks after each line."""
    return "<p>" + "<br/><br/>".join(scribe.row(row) for row in rows) + "</p>"


@markup
def font_tables(rows: Sequence[Row], scribe: Scribe) -> str:
    """Tables for the layout and fonts for the looks."""
    inner = _each('<p><font size="3" face="Arial">{}</font></p>', rows, scribe)
    return f'<table width="600"><tbody><tr><td width="10"></td><td><font color="#000">{inner}</font></td></tr></table>'


@markup
def table_rows(rows: Sequence[Row], scribe: Scribe) -> str:
    """A row of a table for each turn: the label in one cell, the speech in the other."""
    head, body = head_and_body(rows)
    cells: list[tuple[str, list[str]]] = []
    for row in body:
        if row.label or not cells:
            speech = scribe.speech(row) if row.label else scribe.row(row)
            cells.append((scribe.label(row), [speech] if speech else []))
        else:
            cells[-1][1].append(scribe.row(row))
    table = "".join(
        f"<tr><td>{label}</td><td>{''.join(f'<p>{words}</p>' for words in speech)}</td></tr>" for label, speech in cells
    )
    return f"{paragraphs(head, scribe)}<table>{table}</table>"


@markup
def list_items(rows: Sequence[Row], scribe: Scribe) -> str:
    head, body = head_and_body(rows)
    return f"{divs(head, scribe)}<ul>{''.join(f'<li>{scribe.row(row)}</li>' for row in body)}</ul>"


@markup
def definitions(rows: Sequence[Row], scribe: Scribe) -> str:
    """Labels as terms, speech as their definitions."""
    head, body = head_and_body(rows)
    items = []
    for row in body:
        if row.is_label:
            items.append(f"<dt>{scribe.label(row)}</dt>")
        elif row.label:
            items.append(f"<dt>{scribe.label(row)}</dt><dd>{scribe.speech(row)}</dd>")
        else:
            items.append(f"<dd>{scribe.row(row)}</dd>")
    return f"{paragraphs(head, scribe)}<dl>{''.join(items)}</dl>"


@markup
def preformatted(rows: Sequence[Row], scribe: Scribe) -> str:
    return "<pre>\n" + "".join("\n" * (row.gap + 1) + scribe.row(row) for row in rows) + "\n</pre>"


@markup
def sections(rows: Sequence[Row], scribe: Scribe) -> str:
    """A section for each turn, nested divisions around each line."""
    head, body = head_and_body(rows)
    groups: list[list[Row]] = []
    for row in body:
        if row.label or not groups:
            groups.append([])
        groups[-1].append(row)
    inner = "".join(
        f"<section><div><div>{_each('<div><p>{}</p></div>', group, scribe)}</div></div></section>" for group in groups
    )
    return f"<section>{paragraphs(head, scribe)}</section>{inner}"


@markup
def deprecated(rows: Sequence[Row], scribe: Scribe) -> str:
    """Tags of the nineties."""
    return f"<center>{_each('<p align=left><font face=Arial><big>{}</big></font>', rows, scribe)}</center>"


@markup
def quotations(rows: Sequence[Row], scribe: Scribe) -> str:
    """The transcript as a quotation inside an article."""
    return f"<article><blockquote>{paragraphs(rows, scribe)}</blockquote></article>"


@markup
def headings(rows: Sequence[Row], scribe: Scribe) -> str:
    """Labels as headings."""
    return "".join(f"<h3>{scribe.row(row)}</h3>" if row.is_label else _each("<p>{}</p>", [row], scribe) for row in rows)


# --- what a site puts around it --------------------------------------------------------------------

MENU = ["Home", "Press Room", "White Papers", "About Us", "中文"]
RELATED = [
    "CCTV: boats in the fog",
    "Reuters: harbor fees may fall",
    "Host: a night on the dike",
    "Minister: new lamps for old lighthouses",
    "A winter on the reed coast",
]
RIGHTS = "Copyright © Reed Net. All rights reserved."


def _links(words: Sequence[str], form: str = "<li>{}</li>") -> str:
    return "".join(form.format(f'<a href="/{i}.html">{html.escape(w)}</a>') for i, w in enumerate(words))


FURNITURE: dict[str, tuple[str, str]] = {
    "none": ("", ""),
    "semantic": (
        f'<header><a href="/"><img src="logo.png"></a><nav><ul>{_links(MENU)}</ul></nav></header>'
        '<div role="search"><form><input value="Reuters:"><button>Search</button></form></div>'
        "<main>",
        f'<div class="share">Share: {_links(["Facebook", "Twitter"], "{} ")}</div></main>'
        f"<aside><h3>Related</h3><ul>{_links(RELATED)}</ul></aside>"
        f"<footer><p>{RIGHTS}</p><p>Contact: Reed Net, Harbour Town</p></footer>",
    ),
    "divs": (
        f'<div class="top"><div class="menu">{_links(MENU, "<span>{}</span> | ")}</div></div>'
        '<div class="player"><div>This is a modal window.</div><video><p>Reuters:</p></video></div>'
        f'<div class="crumbs">{_links(["Home", "Press Room"], "{} &gt; ")}</div><div class="page">',
        f'</div><div class="share"><span>Share:</span>{_links(["Facebook", "Twitter"], "<span>{}</span>")}</div>'
        f'<div class="more"><div>More from China SCIO</div>{_links(RELATED, "<div>{}</div>")}</div>'
        f'<div class="foot"><div>{RIGHTS}</div></div>',
    ),
    "tables": (
        f'<table><tr>{_links(MENU, "<td>{}</td>")}</tr></table><table><tr><td width="160">'
        f"{_links(RELATED[:2], '<p>{}</p>')}</td><td>",
        f"</td></tr></table><table><tr><th>Most Viewed</th></tr>{_links(RELATED, '<tr><td>{}</td></tr>')}</table>"
        f"<center><font size=1>{RIGHTS}</font></center>",
    ),
}


# --- the page --------------------------------------------------------------------------------------

_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")


def page_of(rows: Sequence[Row], dress: Dress, *, pager: str = "") -> str:
    """The rows as a whole page of HTML."""
    scribe = Scribe(dress, pre=dress.markup == "preformatted")
    pagers = [row for row in rows if PAGER.fullmatch(row.words)]
    rows = [row for row in rows if row not in pagers]
    title = next((row.words for row in rows if row.heading == 1), "")
    above = ""
    if dress.apart:
        cut = next((i for i, row in enumerate(rows) if row.field or not row.is_head), 0)
        above = f'<div class="head">{paragraphs(rows[:cut], scribe)}</div>'
        rows = rows[cut:]
    main = f'{above}<div id="main"><div>{MARKUPS[dress.markup](rows, scribe)}</div>'
    main += "".join(f"<div>{scribe.words(row.words)}</div>" for row in pagers) + pager + "</div>"
    before, after = FURNITURE[dress.furniture]
    page = (
        f'<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><title>{html.escape(title)} | Reed Net</title>'
        f"<script>var label = 'Host: not drawn';</script>{dress.meta}</head>\n"
        f"<body>\n{before}\n{main}\n{after}\n</body>\n</html>\n"
    )
    return _TAG.sub(lambda found: f"<{found[1]}{found[2].upper()}", page) if dress.upper else page
