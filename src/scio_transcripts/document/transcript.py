"""The document, put together; its metadata is made here.

In: `Facts`. Out: one `Transcript`. Promises: speech and people are taken as they were made beside this file, everything
else is validated. Decides nothing: it gives ids and order.
"""

from __future__ import annotations

from collections.abc import Mapping

from scio_transcripts.diagnostics import Log
from scio_transcripts.document.facts import Facts
from scio_transcripts.document.people import evidence_of, participant_ids, participants_of
from scio_transcripts.document.speech import exchanges_of, notes_of, places_of, references_of, turns_of
from scio_transcripts.document.untouched import untouched
from scio_transcripts.exchanges import Dialogue
from scio_transcripts.language import credits
from scio_transcripts.lazy import re
from scio_transcripts.lexer import View
from scio_transcripts.lexer.zones.datelines import glued_date
from scio_transcripts.lexer.zones.pieces import Part, Piece
from scio_transcripts.model import Evidence, Transcript
from scio_transcripts.normalizer.event.event import EventFacts
from scio_transcripts.normalizer.page.publication import PublicationFacts
from scio_transcripts.spans import Span

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


def make_document(facts: Facts, dialogue: Dialogue, log: Log) -> Transcript:
    """The document of an event."""
    view, head = facts.view, facts.written.head
    ids = participant_ids(facts.people)
    turns = turns_of(facts, ids)
    return Transcript.model_validate(
        {
            "kind": facts.kind,
            "language": facts.language,
            "dialect": facts.dialect,
            "title": title_of(facts),
            "summary": _value(view, head.first(Part.SUMMARY)),
            "category": _value(view, head.first(Part.CATEGORY)),
            "event": _event(facts.event),
            "publication": _publication(facts.publication),
            "pages": _pages(facts),
            "participants": untouched(participants_of(facts.people, ids, facts.posts), view),
            "turns": untouched(turns, view),
            "exchanges": untouched(exchanges_of(dialogue, facts.voices, ids), view),
            "sections": [section._asdict() for section in dialogue.sections],
            "references": untouched(references_of(facts, ids), view),
            "credits": facts.credits.names,
            "notes": untouched(notes_of(view.text, facts.notes.notes), view),
            "evidence": untouched(_evidence(facts), view),
            "diagnostics": log.sorted(),
            "source": facts.source,
            "text": facts.text,
            "places": places_of(facts.blocks),
        }
    )


def title_of(facts: Facts) -> str | None:
    """The title, as the document has it."""
    return _value(facts.view, facts.written.head.first(Part.TITLE))


def _value(view: View, piece: Piece | None) -> str | None:
    """The words of a piece as printed, white space folded, without debris and what is glued on."""
    if piece is None:
        return None
    words = piece.span.of(view.text)
    begins = found.end() if (found := _LEADING_MARK.match(words)) else 0
    glued = glued_date(words[begins:])
    ends = begins + glued.start() if glued else len(words)
    start = piece.span.start
    return " ".join(view.kept(start + begins, start + ends).split()).rstrip(" |/,") or None


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


def _evidence(facts: Facts) -> tuple[Evidence, ...]:
    """Where the metadata was read: every piece of the head, every credit, and what the event's facts name."""
    view = facts.view
    found: list[tuple[str, Span, str]] = [
        *facts.event.evidence,
        *facts.publication.evidence,
        *facts.credits.evidence,
    ]
    head = facts.written.head
    for pieces, basis in ((head.pieces, "printed"), (head.repeated, "repeated")):
        for piece in pieces:
            if piece.part is Part.FIELD:
                found.append((_FIELD_PATHS[piece.name], piece.span, basis))
            elif piece.part in _PART_PATHS:
                found.append((_PART_PATHS[piece.part], piece.span, basis))
    found += [
        (f"credits.{credits.kind_of(span.of(view.text))}", span, "printed") for span in facts.written.page.credits
    ]
    if facts.pages.span is not None:
        found.append(("pages.total", facts.pages.span, "printed"))
        if facts.pages.numbers:
            found.append(("pages.numbers", facts.pages.span, "printed" if facts.pages.shown else "first or last page"))
    return evidence_of(sorted(found, key=lambda f: (f[1], f[0], f[2])))
