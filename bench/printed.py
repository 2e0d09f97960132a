"""A transcript printed as a page of a site, in three kinds of HTML.

In: the text of a transcript. Out: a page that draws it, with some fifty links and the other furniture of a site around
it. Promises: headlines of the furniture are words of that page, so that no two pages share them.
"""

from __future__ import annotations

import html
from collections.abc import Callable

LONGEST_LABEL = 60
TOP = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | press.example</title>
<meta name="pubdate" content="2025-11-07"><link rel="canonical" href="http://press.example/2025/content_1.htm">
<style>p {{ margin: 0 0 15px }}</style><script>var page = {{"id": 1, "title": "Speakers:"}};</script></head><body>
<div id="menu"><ul>{menu}</ul></div><div id="wrap"><div class="left">
<div class="crumbs">You are here: <a href="/">Home</a> &gt; <a href="/pressroom/">Press Room</a></div>
<h1>{title}</h1><div class="share">Share: <a href="#">Facebook</a> <a href="#">Twitter</a></div><div id="content">
"""
BOTTOM = """</div><div class="pages"><span>1</span> <a href="content_1_2.htm">2</a></div>
</div><div class="right"><h3>Related Stories</h3><ul>{related}</ul></div></div>
<div id="footer"><p>Copyright, press.example. All rights reserved.</p></div></body></html>
"""
LINK = '<li><a href="/news/content_{n}.htm">CCTV: {words}</a></li>\n'


def strong(words: str, *, label: bool) -> str:
    """A paragraph of its own."""
    return f"<p><strong>{words}</strong></p>\n" if label else f"<p>{words}</p>\n"


def spans(words: str, *, label: bool) -> str:
    """As word processors print it."""
    if label:
        words = f'<span style="font-weight: bold;">{words}</span>'
    return f'<p style="text-indent: 2em;"><span style="font-size: 12pt;"><span>{words}</span></span></p>\n'


def breaks(words: str, *, label: bool) -> str:
    """A flow of words with line breaks."""
    return f"<b>{words}</b><br><br>\n" if label else f"{words}<br><br>\n"


MARKUPS: dict[str, Callable[..., str]] = {"p, strong": strong, "span in span": spans, "br": breaks}


def printed(text: str, markup: str) -> str:
    """A transcript as a page of a site. `markup` is a key of `MARKUPS`."""
    title, *body = [html.escape(block) for block in text.split("\n\n") if block]
    draw = MARKUPS[markup]
    drawn = "".join(draw(words, label=words[-1] in ":：" and len(words) < LONGEST_LABEL) for words in body)
    menu = "".join(f'<li><a href="/{n}/">Room {n}</a></li>' for n in range(20))
    headlines = [words[:40] for words in body if len(words) > LONGEST_LABEL][:30]
    related = "".join(LINK.format(n=n, words=words.rpartition("&")[0] or words) for n, words in enumerate(headlines))
    return TOP.format(title=title, menu=menu) + drawn + BOTTOM.format(related=related)
