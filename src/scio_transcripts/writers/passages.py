"""Passages for retrieval: pieces of turns of a size that an index wants, each with what a citation needs.

In: transcripts. Out: JSON Lines, a passage a line. Promises: a passage never holds words of two turns; where a turn is
split, `part`, `parts` and `continues` say so (`page_opens_inside`: the page itself lacks its beginning), and it is
split between paragraphs, or else after a sentence, or else between words; the passages of a turn, in order, hold every
word of it; a passage keeps to the size. `spans` are the places in `Transcript.text` that it was cut from. Ids stay the
same where the source does. Loses notes and evidence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from scio_transcripts.lazy import re
from scio_transcripts.model import Participant, Transcript, Turn
from scio_transcripts.registry.outlets import name_of
from scio_transcripts.writers.tables import speech_of, transcript_id
from scio_transcripts.writers.text import day

Span = tuple[int, int]
_BETWEEN = "\n\n"
_ENDS_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]{0,3}\s+|[。！？…][”’」』）]{0,3}\s*")
_LEAST_SIZE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Packing:
    """How passages are cut."""

    size: int = 1500
    """Most characters of a passage: about 350 words of English."""

    def __post_init__(self) -> None:
        if self.size < _LEAST_SIZE:
            raise ValueError(f"a passage of {self.size} characters is too small; use {_LEAST_SIZE} or more")


def write(transcripts: Iterable[Transcript], out: BinaryIO, packing: Packing | None = None) -> None:
    """Write the passages of each transcript, one JSON object a line."""
    for transcript in transcripts:
        for passage in passages_of(transcript, packing):
            line = json.dumps(passage, ensure_ascii=False)
            out.write(line.encode("utf-8", "replace") + b"\n")


def passages_of(transcript: Transcript, packing: Packing | None = None) -> Iterator[dict[str, Any]]:
    """The passages of one transcript, in reading order.

    >>> from scio_transcripts import parse
    >>> page = parse("Reuters:\\n\\nWhy? Thank you.\\n\\nLin Dahai:\\n\\nThank you. Tides.")
    >>> [(p["name"], p["text"], p["question"]) for p in passages_of(page)]
    [('Reuters', 'Why? Thank you.', None), ('Lin Dahai', 'Thank you. Tides.', 'Why? Thank you.')]
    """
    size = (packing or Packing()).size
    own = transcript_id(transcript)
    people = {p.id: p for p in transcript.participants}
    exchange_of = {i: n for n, e in enumerate(transcript.exchanges) for i in (*e.questions, *e.answers)}
    questions = _questions(transcript, size)
    for turn in transcript.turns:
        pieces = _pieces(turn, size)
        person = people.get(turn.speaker or "")
        common = {
            "role": turn.role,
            "speaker": turn.speaker,
            "name": person.name if person else turn.label,
            "description": person.description if person else None,
            "outlet": person.outlet if person else None,
            "title": transcript.title,
            "date": transcript.event.date,
            "url": transcript.publication.url,
            "exchange": exchange_of.get(turn.index),
            "question": questions.get(turn.index),
            "citation": _citation(transcript, turn, person),
        }
        for part, (text, spans) in enumerate(pieces, start=1):
            yield {
                "id": f"{transcript.source.sha256[:12]}-{turn.id}-{part}",
                "text": text,
                "transcript": own,
                "turn": turn.index,
                "turn_id": turn.id,
                "part": part,
                "parts": len(pieces),
                "continues": part < len(pieces),
                "page_opens_inside": turn.continued,
                "spans": spans,
                **common,
            }


def _questions(transcript: Transcript, size: int) -> dict[int, str]:
    """What each turn answers: the nearest question before it in its exchange. A long one is cut to the size."""
    found = {}
    for exchange in transcript.exchanges:
        asking, question = set(exchange.questions), None
        for index in sorted((*exchange.questions, *exchange.answers)):
            if index in asking:
                words = speech_of(transcript.turns[index])
                question = words if len(words) <= size else f"{words[: size - 1].rstrip()}…"
            elif question is not None:
                found[index] = question
    return found


def _citation(transcript: Transcript, turn: Turn, person: Participant | None) -> str:
    """Who, in what event, where, when, as notes in a paper have it; what is not known is left out."""
    who = " ".join(filter(None, (person.honorific, person.name))) if person else turn.label
    outlet = name_of(person.outlet) if person and person.outlet else None
    post = person.description if person else None
    event, published = transcript.event, transcript.publication
    parts = (
        who,
        post or (outlet if outlet != who else None),
        f"“{transcript.title}”" if transcript.title else None,
        published.publisher,
        event.city,
        day(event.date) if event.date else None,
        published.url,
    )
    return ", ".join(filter(None, parts))


def _pieces(turn: Turn, size: int) -> list[tuple[str, list[Span]]]:
    """Whole paragraphs packed together as far as they fit; one that is too long is cut."""
    found: list[tuple[str, list[Span]]] = []
    texts: list[str] = []
    spans: list[Span] = []
    length = 0
    for paragraph in turn.paragraphs:
        for begin, end in _cuts(paragraph.text, size):
            text = paragraph.text[begin:end]
            grown = length + len(text) + (len(_BETWEEN) if texts else 0)
            if texts and (grown > size or begin):
                found.append((_BETWEEN.join(texts), spans))
                texts, spans, grown = [], [], len(text)
            texts.append(text)
            spans.append((paragraph.start + begin, paragraph.start + end))
            length = grown
    if texts:
        found.append((_BETWEEN.join(texts), spans))
    return found


def _cuts(text: str, size: int) -> Iterator[Span]:
    """Where a paragraph is cut: nowhere, or after sentences, or between words, or within a word that is too long."""
    begin = 0
    while len(text) - begin > size:
        window = text[begin : begin + size]
        ends = [found.end() for found in _ENDS_SENTENCE.finditer(window)]
        end = ends[-1] if ends and ends[-1] > size // 4 else max(window.rfind(" ") + 1, 0) or size
        cut = begin + end
        if words := text[begin:cut].rstrip():
            yield begin, begin + len(words)
        begin = cut
    if begin < len(text):
        yield begin, len(text)
