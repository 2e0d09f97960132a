"""Markdown for people and for language models: a heading a turn, the roster above.

In: transcripts. Out: CommonMark in UTF-8, in which no word of the page means anything to Markdown or HTML. Promises:
read again, an ordinary page gives the same turns and people, with the same escapes in their words. What it loses: where
the page printed what, and the furniture of its site.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from scio_transcripts.lazy import re
from scio_transcripts.model import Transcript
from scio_transcripts.writers.text import Layout, text_of

_SPECIAL = re.compile(r"[\\`*_~<\]&]")
_MEANS = {
    "<": re.compile(r"[A-Za-z/!?]"),  # a tag; `<  1  2  3` of a pager is none
    "]": re.compile(r"[(\[:]"),  # a link or its definition; `[Photo by Lu An]` is none
    "&": re.compile(r"#?[A-Za-z0-9]{1,32};"),
}
"""What must follow a character for it to mean something; the others always do."""
_BEGINS = re.compile(r"#{1,6}(?=\s|$)|>|[+-](?=\s|$)|-(?=[\s-]+$)|\d{1,9}(?=[.)](?:\s|$))|=(?==*\s*$)")
_BREAKS = re.compile(r"[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BLANKS = " \t\xa0\u3000"


def write(transcripts: Iterable[Transcript], out: BinaryIO) -> None:
    """Write each transcript; a rule stands between two."""
    for number, transcript in enumerate(transcripts):
        out.write(b"\n---\n\n" if number else b"")
        out.write(text_of(transcript, _LAYOUT).encode("utf-8", "replace"))


def escaped(words: str) -> str:
    r"""Words of a page, on one line, that mean nothing to Markdown or HTML.

    >>> escaped("1. *All* <b>rise</b> [Applause]")
    '1\\. \\*All\\* \\<b>rise\\</b> [Applause]'
    """
    words = " ".join(part.strip(_BLANKS) for part in _BREAKS.split(words)).strip(_BLANKS)
    words = _SPECIAL.sub(_shielded, words)
    if begins := _BEGINS.match(words):
        mark = begins[0]
        words = f"{mark}\\{words[len(mark) :]}" if mark.isdigit() else f"\\{words}"
    return words


def _shielded(found: re.Match[str]) -> str:
    needs = _MEANS.get(found[0])
    return f"\\{found[0]}" if needs is None or needs.match(found.string, found.end()) else found[0]


_LAYOUT = Layout(title="# {}", label="### {}:", printed=escaped)
