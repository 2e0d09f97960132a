"""What HTML costs on top of text: `parse_html()` of a page beside `parse()` of the transcript that was printed on it.

Run: `make bench`. The transcripts are those of `parse.py`, printed as pages of three kinds, with the furniture of a
site around them. The two cases take turns, and each figure is the median of the ratios of the rounds,
in processor time, which other work on the machine disturbs less. Aim: 3 at most.
"""

from __future__ import annotations

import html
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from parse import SIZES, transcript

ROUNDS = 9
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
LINK = '<li><a href="/news/content_{n}.htm">CCTV: the story with the number {n}</a></li>\n'


def blocks(text: str) -> list[tuple[bool, str]]:
    """The paragraphs of a transcript, each with whether it is a label or a heading."""
    found = [block.strip() for block in text.split("\n\n") if block.strip()]
    return [(block.endswith(":") and len(block) < LONGEST_LABEL, block) for block in found]


def strong(label: bool, words: str) -> str:
    """A paragraph of its own."""
    return f"<p><strong>{words}</strong></p>\n" if label else f"<p>{words}</p>\n"


def spans(label: bool, words: str) -> str:
    """As word processors print it."""
    if label:
        words = f'<span style="font-weight: bold;">{words}</span>'
    return f'<p style="text-indent: 2em;"><span style="font-size: 12pt;"><span>{words}</span></span></p>\n'


def breaks(label: bool, words: str) -> str:
    """A flow of words with line breaks."""
    return f"<b>{words}</b><br><br>\n" if label else f"{words}<br><br>\n"


MARKUPS: dict[str, Callable[[bool, str], str]] = {"p, strong": strong, "span in span": spans, "br": breaks}


def page(text: str, markup: Callable[[bool, str], str]) -> str:
    """A transcript as a page of a site."""
    title, *body = blocks(text)
    drawn = "".join(markup(label, html.escape(words).replace("\n", "<br>")) for label, words in body)
    menu = "".join(f'<li><a href="/{n}/">Room {n}</a></li>' for n in range(20))
    related = "".join(LINK.format(n=n) for n in range(30))
    return TOP.format(title=html.escape(title[1]), menu=menu) + drawn + BOTTOM.format(related=related)


def ratio(rounds: Sequence[tuple[float, float]]) -> float:
    """The median of what the second costs in units of the first."""
    return statistics.median(second / first for first, second in rounds)


def timed(case: Callable[[str], object], text: str) -> float:
    begin = time.process_time()
    case(text)
    return time.process_time() - begin


def main() -> int:
    from scio_transcripts import parse, parse_html

    results: dict[str, float] = {}
    for size in SIZES:
        text = transcript(size)
        for name, markup in MARKUPS.items():
            drawn = page(text, markup)
            rounds = [(timed(parse, text), timed(parse_html, drawn)) for _ in range(ROUNDS)]
            results[f"{size // 1000} KB as HTML, {name}"] = ratio(rounds)
    for name, figure in results.items():
        print(f"{name:36} {figure:.2f} times its text")
    if "--json" in sys.argv:
        print(json.dumps(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
