"""A transcript as rows: the columns that CSV, Arrow, Parquet and data frames share.

In: a transcript. Out: rows of `transcripts`, `turns`, `exchanges` and `participants`, with the same columns always, in
the same order. Promises: offsets are those of `Transcript.text`; an unknown value is None; lists stay lists. What is
said of an outlet comes from the registry in use, and is None for an id that it does not have. Knows no file format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from scio_transcripts.lazy import re
from scio_transcripts.model import Transcript, Turn
from scio_transcripts.registry import outlets

Row = dict[str, Any]
_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 60

_OF_OUTLET = {
    "outlet_name": ("str", "Its usual English name."),
    "outlet_country": ("str", "Where it is made, as ISO 3166 code: CN, HK, GB."),
    "outlet_ownership": ("str", "To whom it belongs: " + ", ".join(outlets.OWNERSHIPS) + "."),
    "outlet_kind": ("str", "What it is: " + ", ".join(outlets.KINDS) + "."),
}
"""What the registry says of an outlet: beside `outlet` in every table that has it."""

TABLES: dict[str, dict[str, tuple[str, str]]] = {
    "transcripts": {
        "transcript": ("str", "Id of the transcript: the event's date, the title, and the first letters of the hash."),
        "date": ("date", "Date of the event."),
        "date_basis": ("str", "How that date was found."),
        "start_time": ("str", "Local time of the beginning, HH:MM."),
        "city": ("str", "City where it was held."),
        "venue": ("str", "The hall."),
        "title": ("str", "Title as printed."),
        "kind": ("str", "What the page is."),
        "language": ("str", "Language of the speech."),
        "dialect": ("str", "Layout family."),
        "published": ("date", "Date of publication."),
        "publisher": ("str", "Publisher as printed."),
        "url": ("str", "Address of the page."),
        "n_turns": ("int", "Number of turns."),
        "n_exchanges": ("int", "Number of exchanges."),
        "n_warnings": ("int", "Number of diagnostics that are warnings or errors."),
        "complete": ("bool", "Whether all pages are there."),
        "sha256": ("str", "SHA-256 of the source."),
        "source": ("str", "Path or address of the source."),
    },
    "turns": {
        "transcript": ("str", "Id of the transcript."),
        "date": ("date", "Date of the event."),
        "turn": ("int", "Index of the turn, from 0."),
        "turn_id": ("str", "Stable id of the turn."),
        "exchange": ("int", "Index of the exchange in which it asks or answers."),
        "section": ("str", "Stretch of the event that it stands in: opening, statements, questions or closing."),
        "label": ("str", "Label as printed."),
        "speaker": ("str", "Id of the participant."),
        "name": ("str", "Name of the participant."),
        "role": ("str", "Role in this turn."),
        "outlet": ("str", "Id of the outlet."),
        **_OF_OUTLET,
        "description": ("str", "Post as printed."),
        "text": ("str", "The speech, a line a paragraph."),
        "n_paragraphs": ("int", "Number of paragraphs."),
        "page": ("int", "Page on which it begins."),
        "continued": ("bool", "Whether the page opens inside this turn."),
        "start": ("int", "First character in the text."),
        "end": ("int", "One past the last character."),
    },
    "exchanges": {
        "transcript": ("str", "Id of the transcript."),
        "date": ("date", "Date of the event."),
        "exchange": ("int", "Index of the exchange, from 0."),
        "asker": ("str", "Id of the participant who asks."),
        "asker_name": ("str", "Name of the asker as printed: mostly an outlet."),
        "outlet": ("str", "Id of the asker's outlet."),
        **_OF_OUTLET,
        "answerers": ("list", "Ids of those who answer."),
        "answerer_names": ("list", "Their names."),
        "question": ("str", "The question, a line a paragraph."),
        "answer": ("str", "The answers, a line a paragraph."),
        "question_turns": ("list-int", "Indices of the turns that ask."),
        "answer_turns": ("list-int", "Indices of the turns that answer."),
        "follow_up_turns": ("list-int", "Indices of the turns that ask again, after an answer."),
        "handover_turns": ("list-int", "Indices of the turns that only pass the floor on."),
        "n_parts": ("int", "Number of the parts that the question has; 0 where it has one."),
    },
    "participants": {
        "transcript": ("str", "Id of the transcript."),
        "date": ("date", "Date of the event."),
        "participant": ("str", "Id of the participant."),
        "name": ("str", "Full name as printed, or the outlet."),
        "family_name": ("str", "Family name, where it is known to be one."),
        "honorific": ("str", "As the page calls the person."),
        "role": ("str", "Main role."),
        "outlet": ("str", "Id of the outlet."),
        **_OF_OUTLET,
        "description": ("str", "Role line as printed."),
        "titles": ("list", "Titles of the posts; empty where the page names only the body."),
        "organizations": ("list", "Bodies of the posts, an empty string where none is named."),
        "aliases": ("list", "Other labels of the same person."),
        "n_turns": ("int", "Number of turns."),
    },
}
"""Each table's columns, with their type and what they mean."""
SPEECH = {"turns": ("text",), "exchanges": ("question", "answer")}
"""The columns that hold speech."""


def transcript_id(transcript: Transcript) -> str:
    """A readable id that stays the same for the same source: `2024-05-06-scio-briefing-on-reeds-1a2b3c4d`."""
    words = _SLUG.sub("-", (transcript.title or "").lower()).strip("-")[:_LONGEST_SLUG].strip("-")
    parts = (transcript.event.date or "undated", words, transcript.source.sha256[:8])
    return "-".join(part for part in parts if part)


def with_ids(transcripts: Iterable[Transcript]) -> Iterator[tuple[str, Transcript]]:
    """Each transcript with its id, and a number behind it where the same page came before.

    >>> from scio_transcripts import parse
    >>> [own for own, _ in with_ids([parse("Why?"), parse("Why?")])]
    ['undated-5d8a995a', 'undated-5d8a995a-2']
    """
    given: dict[str, int] = {}
    for transcript in transcripts:
        own = transcript_id(transcript)
        given[own] = given.get(own, 0) + 1
        yield own if given[own] == 1 else f"{own}-{given[own]}", transcript


def rows_of(table: str, transcript: Transcript) -> Iterator[Row]:
    """The rows of one table, each with every column.

    >>> from scio_transcripts import parse
    >>> [row["name"] for row in rows_of("turns", parse("Reuters:\\n\\nWhy? Thank you."))]
    ['Reuters']
    """
    return _ROWS[table](transcript)


def speech_of(turn: Turn) -> str:
    """The speech of a turn, a line a paragraph."""
    return "\n".join(paragraph.text for paragraph in turn.paragraphs)


def _of_outlet(outlet_id: str | None) -> Row:
    """The columns of `_OF_OUTLET`."""
    found = outlets.get(outlet_id) if outlet_id is not None else None
    if found is None:
        return dict.fromkeys(_OF_OUTLET)
    values = (found.name, found.country, found.ownership, found.kind)
    return dict(zip(_OF_OUTLET, values, strict=True))


def _transcripts(transcript: Transcript) -> Iterator[Row]:
    event, published = transcript.event, transcript.publication
    yield {
        "transcript": transcript_id(transcript),
        "date": event.date,
        "date_basis": event.date_basis,
        "start_time": event.start_time,
        "city": event.city,
        "venue": event.venue,
        "title": transcript.title,
        "kind": transcript.kind,
        "language": transcript.language,
        "dialect": transcript.dialect,
        "published": published.date,
        "publisher": published.publisher,
        "url": published.url,
        "n_turns": len(transcript.turns),
        "n_exchanges": len(transcript.exchanges),
        "n_warnings": sum(d.severity != "info" for d in transcript.diagnostics),
        "complete": transcript.pages.complete,
        "sha256": transcript.source.sha256,
        "source": transcript.source.uri,
    }


def _turns(transcript: Transcript) -> Iterator[Row]:
    own, date = transcript_id(transcript), transcript.event.date
    people = {p.id: p for p in transcript.participants}
    exchanges = {
        turn: number
        for number, exchange in enumerate(transcript.exchanges)
        for turn in (*exchange.questions, *exchange.answers)
    }
    sections = {
        turn: section.kind for section in transcript.sections for turn in range(section.first, section.last + 1)
    }
    for turn in transcript.turns:
        person = people.get(turn.speaker or "")
        yield {
            "transcript": own,
            "date": date,
            "turn": turn.index,
            "turn_id": turn.id,
            "exchange": exchanges.get(turn.index),
            "section": sections.get(turn.index),
            "label": turn.label,
            "speaker": turn.speaker,
            "name": person.name if person else None,
            "role": turn.role,
            "outlet": person.outlet if person else None,
            **_of_outlet(person.outlet if person else None),
            "description": person.description if person else None,
            "text": speech_of(turn),
            "n_paragraphs": len(turn.paragraphs),
            "page": turn.page,
            "continued": turn.continued,
            "start": turn.start,
            "end": turn.end,
        }


def _exchanges(transcript: Transcript) -> Iterator[Row]:
    own, date = transcript_id(transcript), transcript.event.date
    people = {p.id: p for p in transcript.participants}
    for number, exchange in enumerate(transcript.exchanges):
        asker = people.get(exchange.asker or "")
        yield {
            "transcript": own,
            "date": date,
            "exchange": number,
            "asker": exchange.asker,
            "asker_name": asker.name if asker else None,
            "outlet": asker.outlet if asker else None,
            **_of_outlet(asker.outlet if asker else None),
            "answerers": list(exchange.answerers),
            "answerer_names": [people[a].name for a in exchange.answerers if a in people],
            "question": "\n".join(speech_of(transcript.turns[i]) for i in exchange.questions),
            "answer": "\n".join(speech_of(transcript.turns[i]) for i in exchange.answers),
            "question_turns": list(exchange.questions),
            "answer_turns": list(exchange.answers),
            "follow_up_turns": list(exchange.follow_ups),
            "handover_turns": list(exchange.handovers),
            "n_parts": len(exchange.parts),
        }


def _participants(transcript: Transcript) -> Iterator[Row]:
    own, date = transcript_id(transcript), transcript.event.date
    counts: dict[str | None, int] = {}
    for turn in transcript.turns:
        counts[turn.speaker] = counts.get(turn.speaker, 0) + 1
    for person in transcript.participants:
        yield {
            "transcript": own,
            "date": date,
            "participant": person.id,
            "name": person.name,
            "family_name": person.family_name,
            "honorific": person.honorific,
            "role": person.role,
            "outlet": person.outlet,
            **_of_outlet(person.outlet),
            "description": person.description,
            "titles": [post.title or "" for post in person.positions],
            "organizations": [post.organization or "" for post in person.positions],
            "aliases": list(person.aliases),
            "n_turns": counts.get(person.id, 0),
        }


_ROWS: dict[str, Callable[[Transcript], Iterator[Row]]] = {
    "transcripts": _transcripts,
    "turns": _turns,
    "exchanges": _exchanges,
    "participants": _participants,
}
