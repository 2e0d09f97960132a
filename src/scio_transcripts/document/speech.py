"""The parts of the document that grow with the text: turns, exchanges, references, notes and places.

In: what the stages concluded. Out: parts of the document. Promises: as many as the text has, and what validation would
leave in each field, for these parts are not validated (see `model.base.maker`). Decides nothing.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache

from scio_transcripts.document.facts import Facts
from scio_transcripts.exchanges import Dialogue, RawPart
from scio_transcripts.lazy import re
from scio_transcripts.lexer import View
from scio_transcripts.lexer.turns.raw import RawNote, RawTurn
from scio_transcripts.model import Exchange, Note, Paragraph, PartAnswer, Place, QuestionPart, Reference, Turn
from scio_transcripts.model.base import maker
from scio_transcripts.normalizer.roles.roles import Voice
from scio_transcripts.sources.markup import Block

_ID_WORDS = 200
"""Characters of a turn's beginning that its id is made of."""
_answers = maker(PartAnswer)
_exchanges = maker(Exchange)
_notes = maker(Note)
_paragraphs = maker(Paragraph)
_parts = maker(QuestionPart)
_places = maker(Place)
_references = maker(Reference)
_turns = maker(Turn)


def turns_of(facts: Facts, ids: Mapping[int, str]) -> tuple[Turn, ...]:
    """The turns, in reading order. `ids`: the participant's for each person."""
    view = facts.view
    starts = [start for start, _ in facts.starts]
    page = facts.starts[0][1]
    seen: dict[int, int] = {}
    built = []
    for index, (turn, voice) in enumerate(zip(facts.turns, facts.voices, strict=True)):
        label, label_end, start, paragraphs = turn.label, turn.label_end, turn.start, turn.paragraphs
        opening = paragraphs[0]["text"][:_ID_WORDS] if paragraphs else ""
        key = zlib.crc32(f"{label}\n{opening}".encode())
        times = seen[key] = seen.get(key, 0) + 1
        if len(starts) > 1:
            page = facts.starts[bisect_right(starts, start) - 1][1]
        built.append(
            {
                "id": f"t-{key:08x}" if times == 1 else f"t-{key:08x}-{times}",
                "index": index,
                "label": _folded(label if view.is_same else _printed(view, turn)) if label is not None else None,
                "label_start": start if label_end is not None else None,
                "label_end": label_end,
                "clues": turn.clues,
                "speaker": ids[id(voice.person)] if voice.person is not None else None,
                "role": voice.role,
                "paragraphs": _paragraphs(paragraphs),
                "start": start,
                "end": turn.end,
                "page": page,
                "continued": turn.continued,
            }
        )
    return _turns(built)


def _printed(view: View, turn: RawTurn) -> str:
    """A label as it stands in the untouched text: the view has it without debris."""
    words, end = r"\s+".join(map(re.escape, (turn.label or "").split())), turn.label_end or turn.start
    found = re.search(words, view.text[turn.start : end])
    return view.seen(turn.start + found.start(), turn.start + found.end()) if found else turn.label or ""


@lru_cache(maxsize=4096)
def _folded(label: str) -> str:
    return " ".join(label.split())


def exchanges_of(dialogue: Dialogue, voices: Sequence[Voice], ids: Mapping[int, str]) -> tuple[Exchange, ...]:
    """The exchanges, with the ids of who speaks in them."""
    speakers = [ids[id(voice.person)] if voice.person is not None else None for voice in voices]
    found = []
    for exchange, parts in zip(dialogue.exchanges, dialogue.parts, strict=True):
        answering = exchange.answers
        if exchange.handovers:
            handing = frozenset(exchange.handovers)
            answering = [i for i in answering if i not in handing]
        asked = exchange.questions and not exchange.relayed
        found.append(
            {
                "questions": tuple(exchange.questions),
                "answers": tuple(exchange.answers),
                "asker": speakers[exchange.questions[0]] if asked else None,
                "answerers": tuple(dict.fromkeys([speaker for i in answering if (speaker := speakers[i])])),
                "follow_ups": tuple(exchange.follow_ups),
                "handovers": tuple(exchange.handovers),
                "parts": _parts([_part(part) for part in parts]) if parts else (),
            }
        )
    return _exchanges(found)


def _part(part: RawPart) -> dict[str, object]:
    answers = [
        {
            "turn": link.turn,
            "start": link.span.start,
            "end": link.span.end,
            "said_start": link.said.start,
            "said_end": link.said.end,
        }
        for link in part.links
    ]
    return {
        "turn": part.turn,
        "number": part.number,
        "start": part.span.start,
        "end": part.span.end,
        "answers": _answers(answers),
    }


def references_of(facts: Facts, ids: Mapping[int, str]) -> tuple[Reference, ...]:
    """Everybody who is named, with the turn in which it is."""
    text = facts.view.text
    found = []
    for start, end, turn, _, person in facts.references:
        found.append(
            {
                "text": text[start:end],
                "start": start,
                "end": end,
                "turn": turn,
                "participant": ids[id(person)] if person is not None else None,
            }
        )
    return _references(found)


def notes_of(text: str, notes: Sequence[RawNote]) -> tuple[Note, ...]:
    """The notes in the order of the text."""
    return _notes(
        {"kind": kind, "text": text[start:end], "start": start, "end": end}
        for kind, start, end in sorted(notes, key=lambda note: (note.start, note.end))
    )


def places_of(blocks: Sequence[Block]) -> tuple[Place, ...]:
    """For HTML, the element behind each line."""
    return _places({"start": b.start, "end": b.end, "selector": b.selector} for b in blocks)
