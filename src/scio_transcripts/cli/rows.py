"""Views as JSON: plain objects with names that other programs can rely on.

In: views of a transcript. Out: dictionaries, and one JSON text on standard output. Promises: UTF-8 with a line feed at
the end; what is null in a view is null here. Offsets are those of `Transcript.text`.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scio_transcripts.cli.output import output

if TYPE_CHECKING:
    from scio_transcripts.model import Participant, Transcript
    from scio_transcripts.views import Citation, ExchangeView, Finding, InEvent, Passage, Shares, Speech

Row = dict[str, Any]


class Format(StrEnum):
    """For people, or for programs."""

    TEXT = "text"
    JSON = "json"


FormatOption = Annotated[
    Format, typer.Option("--format", help="text: for reading. json: one JSON value with the same facts.")
]


def write_json(value: Any) -> None:
    """Write one JSON value to standard output. Half a character, which UTF-8 cannot store, becomes an escape."""
    with output(None, is_json=True) as out:
        out.write(json.dumps(value, ensure_ascii=False, indent=2).encode("utf-8", "backslashreplace") + b"\n")


def exchange_row(view: ExchangeView) -> Row:
    """One exchange with its words."""
    return {
        "index": view.index,
        "page": view.page,
        "asker": _who(view.asker),
        "outlet": asdict(view.outlet) if view.outlet else None,
        "answerers": [_who(person) for person in view.answerers],
        "questions": [_speech(speech) for speech in view.questions],
        "answers": [_speech(speech) for speech in view.answers],
    }


def _speech(speech: Speech) -> Row:
    return {
        "speaker": _who(speech.speaker),
        "label": speech.label,
        "role": speech.role,
        "turns": [turn.index for turn in speech.turns],
        "page": speech.page,
        "paragraphs": [{"text": p.text, "start": p.start, "end": p.end} for p in speech.paragraphs],
    }


def _who(person: Participant | None) -> Row | None:
    return {"id": person.id, "name": person.name} if person else None


def people_row(name: str, transcript: Transcript) -> Row:
    """Everybody who took part in one event, with their turns."""
    turns = Counter(turn.speaker for turn in transcript.turns)
    return {
        "file": name,
        "title": transcript.title,
        "participants": [
            {**p.model_dump(mode="json", exclude={"evidence"}), "turns": turns[p.id]} for p in transcript.participants
        ],
        "turns_not_named": turns[None],
    }


def shares_row(name: str, transcript: Transcript, shares: Shares) -> Row:
    """The speaking shares of one event."""
    return {
        "file": name,
        "title": transcript.title,
        "participants": [
            {"participant": _who(p.participant), "role": p.role, **asdict(p.amount), "share": p.share}
            for p in shares.people
        ],
        "roles": [{"role": r.role, **asdict(r.amount), "share": r.share} for r in shares.roles],
        "total": asdict(shares.total),
    }


def citation_row(citation: Citation) -> Row:
    """One citation, its anchor as a string."""
    return {**asdict(citation), "anchor": str(citation.anchor)}


def finding_row(found: Finding) -> Row:
    """What became of one quotation or anchor, in all events."""
    first = found.events[0].verification if found.events else None
    return {
        "asked": found.asked,
        "found": found.found,
        "status": found.status,
        "message": found.message,
        "events": found.looked_at,
        "passages": [_passage(one, passage) for one in found.events for passage in one.verification.passages],
        "similarity": first.similarity if first else None,
        "edits": [{"kind": edit.kind, "words": edit.words} for edit in first.edits] if first else [],
    }


def _passage(one: InEvent, passage: Passage) -> Row:
    cited = one.citations(passage)
    return {
        "event": event_row(one.name, one.transcript),
        "words": passage.words,
        "speaker": _who(passage.speaker),
        "turn": passage.turn.index,
        "turn_id": passage.turn.id,
        "paragraph": passage.paragraph,
        "start": passage.start,
        "end": passage.end,
        "citation": cited[0].text if cited else None,
        "anchors": [str(citation.anchor) for citation in cited],
    }


def event_row(name: str | None, transcript: Transcript) -> Row:
    """Which event something is from. `name`: of its first file, or its id in a corpus."""
    return {"name": name, "title": transcript.title, "date": transcript.event.date}
