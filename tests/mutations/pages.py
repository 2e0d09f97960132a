"""The pages that are mutated: every page of the folder `shared` that has gold, and the repository's samples.

In: nothing but the folders. Out: names, and for a name the `Page` with its facts and heads. Every page of text comes a
second time as HTML. Promises: a page is read and parsed only when it is asked for; pages of the kept part, which those
who write rules never look at, are marked, and nothing that is printed shows their words.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, TypeVar

from scio_transcripts import Transcript, parse, parse_html

from .facts import Facts, confirmed, gold_value, trusted
from .heads import Head, find_heads

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = REPOSITORY.parent / "shared"
SAMPLES = REPOSITORY / "src/scio_transcripts/samples"
SETS = (
    "seed",
    "devset/en_openings",
    "devset/full",
    "devset/real_en",
    "devset/real_zh",
    "devset/zh",
    "cases/en",
    "cases/zh",
    "cases/field",
)
WITH_KEPT_PART = ("devset/real_en", "devset/real_zh")
AS_HTML = " as HTML"

Wording = TypeVar("Wording")
_OPENING, _CLOSING = re.compile(r"[\[【［]\s*$"), re.compile(r"\s*[\]】］]")


@dataclass(frozen=True, slots=True)
class Page:
    """A page, what is right of it, and where its labels stand."""

    name: str
    text: str = field(repr=False)
    """The text, or the source of a page in HTML."""
    html: bool
    chinese: bool
    facts: Facts = field(repr=False)
    traditional: bool = False
    """Whether it is in traditional characters."""
    heads: tuple[Head, ...] = ()
    whole: bool = False
    """Whether the first turn has a label, so that what is put above it stands above all speech."""
    variant: int = 0
    """Which of several wordings it gets, so that pages differ in what is put on them."""
    shown: bool = True
    """Whether its words may be printed: not those of the kept part."""

    def changed(self, text: str, facts: Facts | None = None) -> Page | None:
        """The page with another text; None if it is the same."""
        return None if text == self.text else replace(self, text=text, facts=facts or self.facts)

    def pick(self, wordings: Sequence[Wording]) -> Wording:
        """One of several wordings, another on other pages."""
        return wordings[self.variant % len(wordings)]

    def gap(self, head: Head) -> str:
        """What stands between a label and its speech."""
        return self.text[head.end : head.body]

    def before(self, head: Head) -> str:
        """What stands before a label on its line."""
        return self.text[head.line : head.start]

    def outer(self, head: Head) -> tuple[int, int]:
        """Where the label begins and ends with the brackets around it, if there are any."""
        opening, closing = _OPENING.search(self.before(head)), _CLOSING.match(self.gap(head))
        if opening is None or closing is None:
            return head.start, head.end
        return head.line + opening.start(), head.end + closing.end()

    def parse(self) -> Transcript:
        return parse_html(self.text) if self.html else parse(self.text)


def page_names() -> list[str]:
    """Names of all pages that are here, the same on every machine."""
    return sorted([*_gold(), *_samples()])


@cache
def load(name: str) -> Page:
    """The page of this name, parsed once as it is. An error on a page of the kept part is told by its name only."""
    plain = name.removesuffix(AS_HTML)
    source = SAMPLES / plain.removeprefix("samples/") if plain.startswith("samples/") else SHARED / plain
    text = decode(source.read_bytes())
    if name.endswith(AS_HTML):
        text = as_html(text)
    is_html = name.endswith(AS_HTML) or source.suffix in (".html", ".htm")
    gold = _gold().get(name)
    try:
        page = page_of(name, text, html=is_html, gold=gold)
    except Exception as error:
        hidden = gold is not None and is_kept(name, gold)
        raise RuntimeError(f"{type(error).__name__} for {name}") from (None if hidden else error)
    return replace(page, variant=int(hashlib.sha1(name.encode()).hexdigest(), 16) % 60)


def page_of(name: str, text: str, *, html: bool = False, gold: Mapping[str, Any] | None = None) -> Page:
    r"""A page of this text. One without gold is taken for read rightly.

    >>> page_of("made", "Lan Qiushi: Good morning.\n\nCGTN: What comes next?").facts.turns[1].label
    'CGTN'
    """
    page = Page(name, text, html, False, Facts({}, ()), shown=gold is None or not is_kept(name, gold))
    document = page.parse()
    facts = trusted(document) if gold is None else confirmed(document, gold)
    turns = _openings(document) if gold is None else _gold_openings(gold)
    heads = find_heads(text, turns, html=html)
    return replace(
        page,
        chinese=document.language.startswith("zh"),
        traditional=document.language == "zh-Hant",
        facts=facts,
        heads=heads,
        whole=bool(heads) and heads[0].turn == 0 and not heads[0].inline,
    )


def is_kept(name: str, gold: Mapping[str, Any]) -> bool:
    """Whether the page belongs to the part of its set that nobody who writes rules looks at."""
    family = hashlib.sha1(str(gold.get("family")).encode()).hexdigest()
    return name.startswith(WITH_KEPT_PART) and int(family, 16) % 3 == 0


def as_html(text: str) -> str:
    """A page of text as a plain site would give it: a `<p>` for each line."""
    lines = [f"<p>{escape(line.strip(), quote=False)}</p>" for line in text.splitlines() if line.strip()]
    return "\n".join(['<html><head><meta charset="utf-8"></head><body>', *lines, "</body></html>"])


def decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


@cache
def _gold() -> dict[str, dict[str, Any]]:
    """The gold of each page that is one file."""
    pages: dict[str, dict[str, Any]] = {}
    for name in SETS:
        lines = SHARED / name / "gold.jsonl"
        for line in lines.read_text("utf-8").splitlines() if lines.is_file() else ():
            gold = json.loads(line)
            file = _file(gold)
            if file is None or not (SHARED / name / file).is_file():
                continue
            pages[f"{name}/{file}"] = gold
            if file.endswith(".txt"):
                pages[f"{name}/{file}{AS_HTML}"] = gold
    return pages


def _file(gold: dict[str, Any]) -> str | None:
    """The file of a line of gold; None for an event of several."""
    if "file" in gold:
        file = str(gold["file"])
        return file if file.endswith((".txt", ".html", ".htm")) else f"{file}.txt"
    inputs = gold["inputs"]
    return f"{gold['folder']}/{inputs[0]}" if len(inputs) == 1 else None


def _samples() -> list[str]:
    pages = [path for path in SAMPLES.rglob("*") if path.suffix in (".txt", ".htm")]
    names = [f"samples/{path.relative_to(SAMPLES).as_posix()}" for path in pages]
    return names + [name + AS_HTML for name in names if name.endswith(".txt")]


def _gold_openings(gold: Mapping[str, Any]) -> list[tuple[str | None, str]]:
    turns = gold_value(gold, "turns")
    return [] if turns in (None, "?") else [(turn["label"], turn["starts"]) for turn in turns]


def _openings(document: Transcript) -> list[tuple[str | None, str]]:
    return [(turn.label, turn.paragraphs[0].text) for turn in document.turns if turn.paragraphs]
