"""Everything that was concluded, put together as one `Transcript`.

In: the stages' results. Out: the document, validated once, top down. Promises: ids made of content, so that they
survive another parse. Decides nothing: it gives ids, indices and order, and knows no page.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from scio_transcripts.diagnostics import Log
from scio_transcripts.model import Transcript
from scio_transcripts.normalize.credits import kind_of_credit
from scio_transcripts.normalize.event import EventFacts
from scio_transcripts.normalize.exchanges import Cuts, Dialogue, RawPart, read_dialogue
from scio_transcripts.normalize.pages import PageFacts
from scio_transcripts.normalize.people import Person
from scio_transcripts.normalize.positions import Post
from scio_transcripts.normalize.publication import PublicationFacts
from scio_transcripts.normalize.references import Reference
from scio_transcripts.normalize.roles import Voice
from scio_transcripts.parser import Written
from scio_transcripts.parser.datelines import glued_date
from scio_transcripts.parser.pieces import Part, Piece
from scio_transcripts.parser.raw import RawNote, RawTurn
from scio_transcripts.sources.markup import Block
from scio_transcripts.spans import Span

_ID_WORDS = 200
"""Characters of a turn's beginning that its id is made of."""
_NOT_SLUG = re.compile(r"[^\w]+")
_LEADING_MARK = re.compile(r"[•·●▪■◆ \t\xa0]*(?:#{1,6} +)?")
"""Bullets, and the number signs of Markdown's headings: a page's layout, not its words."""
_FIELD_PATHS: Mapping[str, str] = {
    "date": "event.date",
    "time": "event.start_time",
    "venue": "event.venue",
    "address": "event.venue",
    "topic": "title",
    "published": "publication.date",
    "publisher": "publication.publisher",
    "other": "publication",
    "speakers": "participants",
    "chair": "participants",
}
_PART_PATHS: Mapping[Part, str] = {
    Part.TITLE: "title",
    Part.CATEGORY: "category",
    Part.SUMMARY: "summary",
    Part.INTRODUCTION: "participants",
    Part.DATELINE: "event",
    Part.SOURCE: "publication",
    Part.EVENT_DATE: "event.date",
    Part.ROSTER: "participants",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the stages concluded about one page."""

    text: str
    kind: str
    language: str
    dialect: str
    written: Written
    people: Sequence[Person]
    turns: Sequence[RawTurn]
    voices: Sequence[Voice]
    references: Sequence[Reference]
    posts: Mapping[int, Sequence[Post]]
    event: EventFacts
    publication: PublicationFacts
    pages: PageFacts
    credits: Mapping[str, Sequence[str]]
    notes: Sequence[RawNote]
    source: Mapping[str, object]
    starts: Sequence[tuple[int, int | None]] = ((0, None),)
    """Where in the text each page begins, and its number."""
    parts: Sequence[Mapping[str, object]] = ()
    """Every page that was given, where several were read together."""
    blocks: Sequence[Block] = ()
    """What HTML says of each line."""
    urls: Sequence[str] = ()
    """Addresses of the other pages."""


def assemble(facts: Facts, log: Log) -> Transcript:
    """Build the document."""
    text, head = facts.text, facts.written.head
    ids = participant_ids(facts.people)
    turns = _turns(facts, ids)
    dialogue = read_dialogue(facts.turns, facts.voices, Cuts.of(facts.pages, facts.starts), log)
    return Transcript.model_validate(
        {
            "kind": facts.kind,
            "language": facts.language,
            "dialect": facts.dialect,
            "title": title_of(facts),
            "summary": _value(text, head.first(Part.SUMMARY)),
            "category": _value(text, head.first(Part.CATEGORY)),
            "event": _event(facts.event),
            "publication": _publication(facts.publication),
            "pages": _pages(facts),
            "participants": [_participant(p, ids[id(p)], facts.posts[id(p)]) for p in facts.people],
            "turns": turns,
            "exchanges": _exchanges(dialogue, turns),
            "sections": [section._asdict() for section in dialogue.sections],
            "references": _references(facts, ids),
            "credits": {kind: list(names) for kind, names in facts.credits.items()},
            "notes": _notes(text, facts.notes),
            "evidence": _evidence(facts),
            "diagnostics": log.sorted(),
            "source": facts.source,
            "text": text,
            "places": [{"start": b.start, "end": b.end, "selector": b.selector} for b in facts.blocks],
        }
    )


def title_of(facts: Facts) -> str | None:
    """The title, as the document has it."""
    return _value(facts.text, facts.written.head.first(Part.TITLE))


def participant_ids(people: Sequence[Person]) -> dict[int, str]:
    """A slug of the name for each person, with a number where two share one."""
    used: dict[str, int] = {}
    ids: dict[int, str] = {}
    for person in people:
        slug = _NOT_SLUG.sub("-", person.name.lower().replace("'", "").replace("’", "")).strip("-_") or "unnamed"
        used[slug] = used.get(slug, 0) + 1
        ids[id(person)] = slug if used[slug] == 1 else f"{slug}-{used[slug]}"
    return ids


def _value(text: str, piece: Piece | None) -> str | None:
    """The words of a piece, white space folded, without what is glued on."""
    if piece is None:
        return None
    words = _LEADING_MARK.sub("", piece.span.of(text), count=1)
    if glued := glued_date(words):
        words = words[: glued.start()]
    return " ".join(words.split()).rstrip(" |/,") or None


def _turns(facts: Facts, ids: Mapping[int, str]) -> list[dict[str, Any]]:
    starts = [start for start, _ in facts.starts]
    seen: dict[int, int] = {}
    built = []
    for index, (turn, voice) in enumerate(zip(facts.turns, facts.voices, strict=True)):
        label, label_end = turn.label, turn.label_end
        key = zlib.crc32(f"{label}\n{turn.opening[:_ID_WORDS]}".encode())
        times = seen[key] = seen.get(key, 0) + 1
        built.append(
            {
                "id": f"t-{key:08x}" if times == 1 else f"t-{key:08x}-{times}",
                "index": index,
                "label": _folded(label) if label is not None else None,
                "label_start": turn.start if label_end is not None else None,
                "label_end": label_end,
                "clues": turn.clues,
                "speaker": ids[id(voice.person)] if voice.person is not None else None,
                "role": voice.role,
                "paragraphs": turn.paragraphs,
                "start": turn.start,
                "end": turn.end,
                "page": facts.starts[bisect_right(starts, turn.start) - 1][1],
                "continued": turn.continued,
            }
        )
    return built


@lru_cache(maxsize=4096)
def _folded(label: str) -> str:
    return " ".join(label.split())


def _participant(person: Person, participant_id: str, posts: Sequence[Post]) -> dict[str, Any]:
    path = f"participants.{participant_id}"
    return {
        "id": participant_id,
        "name": person.name,
        "family_name": person.family_name,
        "honorific": person.honorific,
        "role": person.role,
        "outlet": person.outlet,
        "description": person.description,
        "positions": posts,
        "aliases": list(person.aliases),
        "evidence": [
            {"field": f"{path}.{what}" if what else path, "start": span.start, "end": span.end, "basis": basis}
            for what, span, basis in person.evidence
        ],
    }


def _event(facts: EventFacts) -> dict[str, object]:
    return {
        "date": facts.date,
        "date_basis": facts.basis,
        "start_time": facts.start_time,
        "end_time": facts.end_time,
        "city": facts.city,
        "venue": facts.venue,
        "series": facts.series,
    }


def _publication(facts: PublicationFacts) -> dict[str, object]:
    return {
        "date": facts.date,
        "publisher": facts.publisher,
        "url": facts.url,
        "original_url": facts.original_url,
    }


def _pages(facts: Facts) -> dict[str, object]:
    pages = facts.pages
    return {
        "numbers": pages.numbers,
        "total": pages.total,
        "complete": False if pages.missing else None if pages.total is None else pages.total == len(pages.numbers),
        "missing": pages.missing,
        "urls": facts.urls,
        "parts": facts.parts,
    }


def _exchanges(dialogue: Dialogue, turns: Sequence[Mapping[str, Any]]) -> list[dict[str, object]]:
    speakers = [turn["speaker"] for turn in turns]
    found = []
    for exchange, parts in zip(dialogue.exchanges, dialogue.parts, strict=True):
        handing = frozenset(exchange.handovers)
        answering = [i for i in exchange.answers if i not in handing]
        asked = exchange.questions and not exchange.relayed
        found.append(
            {
                "questions": exchange.questions,
                "answers": exchange.answers,
                "asker": speakers[exchange.questions[0]] if asked else None,
                "answerers": list(dict.fromkeys(speakers[i] for i in answering if speakers[i])),
                "follow_ups": exchange.follow_ups,
                "handovers": exchange.handovers,
                "parts": [_part(part) for part in parts],
            }
        )
    return found


def _part(part: RawPart) -> dict[str, object]:
    return {
        "turn": part.turn,
        "number": part.number,
        "start": part.span.start,
        "end": part.span.end,
        "answers": [
            {
                "turn": a.turn,
                "start": a.span.start,
                "end": a.span.end,
                "said_start": a.said.start,
                "said_end": a.said.end,
            }
            for a in part.links
        ],
    }


def _references(facts: Facts, ids: Mapping[int, str]) -> list[dict[str, object]]:
    starts = [turn.start for turn in facts.turns]
    return [
        {
            "text": facts.text[span.start : span.end],
            "start": span.start,
            "end": span.end,
            "turn": bisect_right(starts, span.start) - 1,
            "participant": ids[id(person)] if person is not None else None,
        }
        for _, _, span, person in facts.references
    ]


def _notes(text: str, notes: Sequence[RawNote]) -> list[dict[str, object]]:
    """The notes in the order of the text."""
    return [
        {"kind": note.kind, "text": text[note.start : note.end], "start": note.start, "end": note.end}
        for note in sorted(notes, key=lambda note: (note.start, note.end))
    ]


def _evidence(facts: Facts) -> list[dict[str, object]]:
    """Where the metadata was read: every piece of the head, every credit, and what the event's facts name."""
    found: list[tuple[str, Span, str]] = [*facts.event.evidence, *facts.publication.evidence]
    head = facts.written.head
    for pieces, basis in ((head.pieces, "printed"), (head.repeated, "repeated")):
        for piece in pieces:
            if piece.part is Part.FIELD:
                found.append((_FIELD_PATHS[piece.name], piece.span, basis))
            elif piece.part in _PART_PATHS:
                found.append((_PART_PATHS[piece.part], piece.span, basis))
    found += [
        (f"credits.{kind_of_credit(span.of(facts.text))}", span, "printed") for span in facts.written.page.credits
    ]
    if facts.credits["photographers"]:
        found += [("credits.photographers", Span(s, e), "printed") for kind, s, e in facts.notes if kind == "caption"]
    if facts.pages.span is not None:
        found.append(("pages.total", facts.pages.span, "printed"))
    found.sort(key=lambda f: (f[1], f[0], f[2]))
    return [{"field": path, "start": span.start, "end": span.end, "basis": basis} for path, span, basis in found]
