"""Documents that every writer must cope with.

Gives: `SAMPLES`, the bundled pages; `HOSTILE`, documents with words that mean something to some format; `said`, what a
format that reads back must give again. Everything here is invented.
"""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from scio_transcripts import Exchange, Transcript, parse, parse_html

SAMPLES = {
    name: parse(files("scio_transcripts").joinpath("samples", name).read_text("utf-8"))
    for name in ("demo.txt", "demo-page-2.txt")
}
_HEAD = (
    "SCIO briefing on {title}\n\nBeijing | 10 a.m. July 3, 2024\n\nSpeakers:\n\n"
    "Mr. Lin Dahai, vice minister of {title}\n\nChairperson:\n\nMs. Wen Mo, spokesperson of the SCIO\n\n"
    "Wen Mo:\n\nGood morning, friends. Welcome to this briefing. The floor is now open.\n\n"
)
_EXCHANGE = "{label}:\n\n{words} How many ferries run in winter? Thank you.\n\nLin Dahai:\n\nThank you. {words}\n\n"


def page(words: str, label: str = "Reuters", title: str = "tides") -> Transcript:
    """A briefing in which somebody says these words."""
    return parse(_HEAD.format(title=title) + _EXCHANGE.format(words=words, label=label))


HOSTILE = {
    "empty": parse(""),
    "notice": parse(
        "SCIO to hold a press conference on reeds\n\nThe SCIO will hold a press conference on July 5, 2024."
    ),
    "markup": page('<script>alert("&amp;")</script> ]]> <!-- --> <?php ?> &lt; &#0; </seg></u>', title="<b>reeds</b>"),
    "markdown": page("# *All* _rise_ `now` [x](javascript:y) ![z](q) | --- ~~no~~\n\n1. one\n\n---\n\n> two\n\n[a]: b"),
    "formulas": page('=HYPERLINK("x")\n\n+1+1\n\n-2\n\n@SUM(A1)\n\n\t=1\n\n＝1', label="Harbour Daily"),
    "controls": page("a\x00b\x01c\x08d\x0be\x0cf\x1bg[2J\x7fh\x85i\ufffej\uffffk\ud800l\udfffm\U0001fffen"),
    "directions": page("\u202eolleh\u202c \u2066x\u2069 \u200fשלום\u200e مرحبا \u061c", label="\u202eReuters\u202c"),
    "line ends": page("one\rtwo\r\nthree\u2028four\u2029five\x1csix\x85seven\ttab"),
    "quotes": page('"\'“”‘’,;\t|\\ \\n \\" \'\'\' """ {0} %s $x', title='"quotes", \\ and {braces}'),
    "chinese": parse(
        "主持人：\n\n大家上午好。\n\n路透社记者：\n\n请问渡船何时开通？谢谢。\n\n林大海：\n\n谢谢。𠮷九十。"
    ),
    "long": page("Ninety ferries run every day. " * 3000),
    "blanks": page("a" * 20_000 + " " * 200_000 + "." + "\t" * 50_000 + "!" * 50_000 + "\xa0" * 50_000 + "?"),
    "many": parse(_HEAD.format(title="tides") + _EXCHANGE.format(words="So.", label="Reuters") * 300),
    "unlabelled": parse(
        "Q: How many?\n\nA: Ninety.\n\nQ: Why?\n\nA: Tides.\n\n(Laughter.)\n\n[Applause]\n\nQ: So?\n\nA: So."
    ),
    "html": parse_html(
        "<title>Reeds</title><h1>SCIO briefing on reeds</h1><p><b>Reuters:</b></p><p>How many &lt;b&gt;? Thank you.</p>"
        "<p><b>Lin Dahai:</b></p><p>Thank you. Ninety.</p>",
        url="https://example.com/page?a=1&b=<2>",
    ),
}
"""Parsed from hostile text: what a page can make of a document."""


def with_words(transcript: Transcript, words: str) -> Transcript:
    """A document as no parser gives it, which a program may still have made: these words in every place for words."""
    people = [
        p.model_copy(update={"name": words, "honorific": words, "description": words, "aliases": (words,)})
        for p in transcript.participants
    ]
    turns = [
        t.model_copy(
            update={"label": words, "paragraphs": [p.model_copy(update={"text": words}) for p in t.paragraphs]}
        )
        for t in transcript.turns
    ]
    return transcript.model_copy(
        update={
            "title": words,
            "summary": words,
            "category": words,
            "event": transcript.event.model_copy(update={"city": words, "venue": words}),
            "publication": transcript.publication.model_copy(update={"publisher": words, "url": words}),
            "participants": tuple(people),
            "turns": tuple(turns),
        }
    )


def said(transcript: Transcript) -> list[tuple[str | None, str, tuple[str, ...]]]:
    """The turns as they are spoken."""
    return [(t.label, t.role, tuple(p.text for p in t.paragraphs)) for t in transcript.turns]


def told(transcript: Transcript) -> dict[str, Any]:
    """What law 7 says comes back from text."""
    event, published = transcript.event, transcript.publication
    return {
        "kind": transcript.kind,
        "title": transcript.title,
        "summary": transcript.summary,
        "language": transcript.language,
        "turns": said(transcript),
        "people": [
            (p.id, p.name, p.honorific, p.role, p.description, p.outlet, p.positions) for p in transcript.participants
        ],
        "exchanges": [_asked(transcript, exchange) for exchange in transcript.exchanges],
        "sections": [section.kind for section in transcript.sections],
        "event": (event.date, event.start_time, event.city, event.venue),
        "published": (published.date, published.publisher),
        "credits": (transcript.credits.translators, transcript.credits.editors),
    }


def _asked(transcript: Transcript, exchange: Exchange) -> dict[str, Any]:
    """An exchange without places: its parts, and the answers to them, by their words."""

    def words(start: int, end: int) -> list[str]:
        return transcript.text[start:end].split()

    parts = [
        (
            (part.turn, part.number, words(part.start, part.end)),
            [(a.turn, words(a.start, a.end), words(a.said_start, a.said_end)) for a in part.answers],
        )
        for part in exchange.parts
    ]
    return {**exchange.model_dump(exclude={"parts"}), "parts": parts}
