"""Markdown for people and for language models: a heading a turn, a list of who took part.

In: transcripts. Out: GitHub-flavoured Markdown in UTF-8, every string of the page escaped. Promises: read again, the
`markdown` dialect gives the same turns. What it loses: where the page printed what, and notes outside the speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from scio_transcripts.model import Transcript
from scio_transcripts.writers.text import day

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_BEGINS = re.compile(r"^(\s*)([#>+=-]|\d{1,9}[.)])(?=\s|$)")
_LINES = re.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]+")


def write(transcripts: Iterable[Transcript], out: BinaryIO) -> None:
    """Write each transcript; a rule stands between two."""
    for number, transcript in enumerate(transcripts):
        out.write(b"\n---\n\n" if number else b"")
        out.write("\n\n".join(_blocks(transcript)).encode() + b"\n")


def escaped(words: str) -> str:
    r"""Words of a page, on one line, that mean nothing to Markdown or HTML.

    >>> escaped("1. *All* <b>rise</b>")
    '1\\. \\*All\\* \\<b\\>rise\\</b\\>'
    """
    words = _SPECIAL.sub(r"\\\1", _LINES.sub(" ", words)).replace("&", "&amp;")
    return _BEGINS.sub(lambda found: found[1] + _shielded(found[2]), words)


def _shielded(mark: str) -> str:
    return f"{mark[:-1]}\\{mark[-1]}"


def _blocks(transcript: Transcript) -> Iterator[str]:
    yield f"# {escaped(transcript.title or 'Untitled')}"
    facts = list(_facts(transcript))
    if facts:
        yield "\n".join(facts)
    if transcript.summary:
        yield f"> {escaped(transcript.summary)}"
    people = [p for p in transcript.participants if p.role in ("chair", "official")]
    if people:
        yield "## Participants"
        yield "\n".join(
            f"- **{escaped(' '.join(filter(None, (p.honorific, p.name))))}**"
            + (f", {escaped(p.description)}" if p.description else "")
            + f" ({p.role})"
            for p in people
        )
    yield "## Transcript"
    for turn in transcript.turns:
        if turn.label is not None:
            yield f"### {escaped(turn.label)}:"
        yield from (escaped(paragraph.text) for paragraph in turn.paragraphs)
    if transcript.credits.translators:
        yield f"*Translated by {escaped(', '.join(transcript.credits.translators))}*"


def _facts(transcript: Transcript) -> Iterator[str]:
    event, published = transcript.event, transcript.publication
    if event.date:
        yield f"- Date: {day(event.date)}" + (f", {event.start_time}" if event.start_time else "")
    if event.city:
        yield f"- Place: {escaped(', '.join(filter(None, (event.venue, event.city))))}"
    if published.date or published.publisher:
        dated = [escaped(published.publisher or ""), day(published.date) if published.date else ""]
        yield f"- Published: {', '.join(filter(None, dated))}"
    if published.url:
        yield f"- Source: <{published.url.replace('>', '%3E').replace('<', '%3C')}>"
