"""The lines of a printed press conference, and how a page writes their words as HTML.

In: a `Printed` and a `Dress`. Out: `Row`s that know what they are, and a `Scribe` that writes them. The noise (scripts,
comments, tags in the middle of words) is drawn from a seed, so that a failing page can be made again.
"""

from __future__ import annotations

import html
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from hypothesis import strategies as st

from render import LABEL, Printed

HASHES = re.compile(r"#+ ")
PAGER = re.compile(r"[<> ]*(?:\d+ +)+\d+[<> ]*")
ROSTER = re.compile(r"^(?:M[rs]\. )?[A-Z]\w+ [A-Z]\w+(?=, (?:[a-z]))")


@dataclass(frozen=True)
class Row:
    """One line of a printed transcript."""

    words: str
    label: int = 0
    """How many of its characters are the label, with its mark."""
    heading: int = 0
    """Of a title, 1; of a label that is a heading, 3."""
    field: bool = False
    """Whether it is a heading of the roster or over a value."""
    name: int = 0
    """How many of its characters are the name of somebody of the roster."""
    gap: int = 1
    """Blank lines above it."""

    printed: str = ""
    """The line as text has it."""
    is_speech: bool = True
    """Whether it is a label, a paragraph or a note between these; not credits, not a pager."""
    is_head: bool = False

    @property
    def is_label(self) -> bool:
        """Whether the line is nothing but a label."""
        return 0 < self.label >= len(self.words)


@dataclass(frozen=True)
class Dress:
    """How a page looks."""

    markup: str = "paragraphs"
    bold: str = "strong"
    """How labels are made bold; a key of `BOLD`."""
    bold_fields: bool = True
    bold_names: bool = False
    """Whether the names of the roster are bold, too."""
    colon: str = "inside"
    """Where a label's colon stands: inside the bold, outside, or (of labels on lines of their own) nowhere."""
    indent: str = ""
    """What stands at the beginning of each paragraph."""
    between: str = ""
    """What stands between some paragraphs; a key of `BETWEEN`."""
    meta: str = ""
    """What the head says beside the title."""
    furniture: str = "semantic"
    """A key of `FURNITURE`."""
    apart: bool = False
    """Whether title and summary stand in an element of their own."""
    upper: bool = False
    """Tags in capitals, attributes without quotes where that is allowed."""
    entities: bool = False
    noise: int = 0
    """How many of a hundred words have something put into or around them."""
    seed: int = 0


BETWEEN = {
    "": [],
    "blanks": ["<p>&nbsp;</p>", "<p><br></p>", "<p></p>"],
    "pictures": [
        '<p align="center"><img src="a.jpg" alt="Host: a picture"></p>',
        "<figure><img src='b.jpg'><figcaption>Ferries: a view of the harbor</figcaption></figure>",
    ],
    "rules": ["<hr>"],
    "links": ['<ul><li><a href="1.htm">Reuters: harbor fees may fall</a></li><li><a href="2.htm">More</a></li></ul>'],
}
METAS = (
    '<meta name="pubdate" content="2031-05-06 10:00"><meta name="author" content="Host">',
    '<meta name="description" content="Host: not drawn"><link rel="canonical" href="https://reed.example/any.html">',
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Reuters: not drawn"}</script>',
)

dresses = st.builds(
    Dress,
    bold=st.sampled_from(["strong", "b", "style", "weight", "nested", "plain"]),
    bold_fields=st.booleans(),
    bold_names=st.booleans(),
    colon=st.sampled_from(["inside", "inside", "outside", "none"]),
    indent=st.sampled_from(["", "", "&nbsp;&nbsp;", "&emsp;&emsp;", "\u3000\u3000", "\n        "]),
    between=st.sampled_from(["", "", "blanks", "pictures", "rules", "links"]),
    meta=st.sampled_from(["", *METAS]),
    furniture=st.sampled_from(["none", "semantic", "divs", "tables"]),
    apart=st.booleans(),
    upper=st.booleans(),
    entities=st.booleans(),
    noise=st.sampled_from([0, 0, 5, 30]),
    seed=st.integers(0, 999),
)
"""Any look, but for the markup."""

BOLD = {
    "strong": "<strong>{}</strong>",
    "b": "<b>{}</b>",
    "style": '<span style="font-family: Arial; font-weight: bold;">{}</span>',
    "weight": '<span style="color:#333;FONT-WEIGHT:700">{}</span>',
    "nested": '<span><font face="Arial"><strong><span>{}</span></strong></font></span>',
    "plain": "{}",
}


# --- from a printed page to rows -------------------------------------------------------------------


def rows_of(printed: Printed) -> list[Row]:
    """The lines of a printed page, with what they are."""
    starts = {f"[{t.label}]: {t.paragraphs[0]}": len(t.label) + 3 for t in printed.turns}
    starts |= {f"{t.label}: {t.paragraphs[0]}": len(t.label) + 1 for t in printed.turns}
    rows: list[Row] = []
    gap = 0
    for line in printed.text.split("\n"):
        if not line:
            gap += 1
            continue
        words = line.removeprefix(LABEL)
        level = 0
        if HASHES.match(words):
            level = 3 if words is not line else 1
            words = HASHES.sub("", words)
        label = len(words) if line.startswith(LABEL) else starts.get(words, 0)
        is_field = not label and words.rstrip(":") in ("Speakers", "Chairperson", "Date")
        is_title = words.startswith("SCIO ") and not any(row.heading for row in rows)
        person = 0 if label else next((m.end() for m in ROSTER.finditer(words)), 0)
        printed_line = line.removeprefix(LABEL)
        is_speech = not words.startswith("Translated") and not PAGER.fullmatch(words)
        rows.append(Row(words, label, level or int(is_title), is_field, person, gap, printed_line, is_speech))
        gap = 0
    first = next((i for i, row in enumerate(rows) if row.label), len(rows))
    return [replace(row, is_head=i < first) for i, row in enumerate(rows)]


def head_and_body(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows that stand above the first label of the whole transcript, and the others."""
    return [row for row in rows if row.is_head], [row for row in rows if not row.is_head]


# --- words -----------------------------------------------------------------------------------------

NOISE = [
    "<!-- {0}: not drawn --> ",
    "<script>var x = '<p>Reuters:</p>';</script>",
    "<style>p {{ color: red }}</style>",
    '<span style="display:none">Host: hidden</span>',
    '<a name="any"></a>',
    "<em></em>",
    "<wbr>",
]
AROUND = [
    "<em>{}</em>",
    '<a href="/topics/any.html">{}</a>',
    "<span>{}</span>",
    "<font size=2>{}</font>",
    "<i><u>{}</u></i>",
    "<a>{}</a>",
]
WITHIN = ["{}<sup>{}</sup>", "{}<span>{}</span>", "<em>{}</em>{}", "{}<!-- x -->{}", "{}<wbr>{}"]


class Scribe:
    """Writes words as HTML, in the manner of one page."""

    def __init__(self, dress: Dress, *, pre: bool = False) -> None:
        self._dress = dress
        self._chance = random.Random(dress.seed)
        self._pre = pre

    def words(self, words: str) -> str:
        """Words of running text."""
        pieces = [self._word(word) for word in words.split(" ")]
        joined = pieces[0]
        for before, piece in pairwise([*pieces, ""]):
            if before is pieces[-1] and not piece:
                break
            joined += self._blank() + piece
        return joined

    def row(self, row: Row) -> str:
        """A row's words, its label in the page's bold."""
        if row.field and self._dress.bold_fields:
            return self._bold(row.words)
        if row.name and self._dress.bold_names:
            return self._bold(row.words[: row.name]) + self.words(row.words[row.name :])
        if not row.label:
            return self._dress.indent + self.words(row.words)
        return self.label(row) + self.speech(row)

    def between(self) -> str:
        """What stands under some lines."""
        choice = BETWEEN[self._dress.between]
        return self._chance.choice(choice) if choice and self._chance.random() < 0.2 else ""

    def label(self, row: Row) -> str:
        """The label of a row."""
        return self._bold(row.words[: row.label], alone=row.is_label)

    def speech(self, row: Row) -> str:
        """What follows the label on its line."""
        rest = row.words[row.label :]
        return " " + self.words(rest.lstrip()) if rest else ""

    def _bold(self, words: str, *, alone: bool = False) -> str:
        form, colon = BOLD[self._dress.bold], self._dress.colon
        bare = words.removesuffix(":")
        if bare is not words and colon == "outside":
            return form.format(self._escaped(bare)) + ":"
        if alone and colon == "none" and self._dress.bold != "plain":
            return form.format(self._escaped(bare))
        return form.format(self._escaped(words))

    def _blank(self) -> str:
        if self._pre or self._chance.random() * 100 >= self._dress.noise:
            return " "
        return self._chance.choice(["\n", "\n      ", " \t ", " " + self._chance.choice(NOISE).format("Host") + " "])

    def _word(self, word: str) -> str:
        if not word or self._chance.random() * 100 >= self._dress.noise:
            return self._escaped(word)
        if len(word) > 3 and self._chance.random() < 0.5:
            cut = self._chance.randint(1, len(word) - 1)
            return self._chance.choice(WITHIN).format(self._escaped(word[:cut]), self._escaped(word[cut:]))
        return self._chance.choice(AROUND).format(self._escaped(word))

    def _escaped(self, words: str) -> str:
        if not self._dress.entities:
            return html.escape(words, quote=False)
        return "".join(
            f"&#{ord(c)};" if self._chance.random() < 0.1 else f"&#x{ord(c):X};" if not c.isascii() else html.escape(c)
            for c in words
        )
