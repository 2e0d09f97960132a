"""A corpus folder for ConvoKit: utterances, speakers and conversations as its own `Corpus.dump` lays them out.

In: transcripts. Out: `utterances.jsonl`, `speakers.json`, `conversations.json`, `corpus.json` and `index.json`, all in
ASCII, as ConvoKit opens them in the system's encoding. Promises: a conversation is a transcript, an utterance a turn.
An answer replies to the question before it, a follow-up to the answer before it. ConvoKit wants each conversation to
be one tree, so whatever opens an exchange, or stands in none, hangs on the first turn: `meta.exchange` tells which
replies the page shows. Nobody is taken for a namesake: a speaker is one of one transcript, and who is not known is one
of one turn. ConvoKit's `timestamp` is the turn's index, as pages print no times.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from scio_transcripts.model import Exchange, Transcript
from scio_transcripts.writers.tables import rows_of, speech_of, with_ids

_UTTERANCE = ("role", "label", "exchange", "start", "end")
_SPEAKER = ("name", "honorific", "role", "outlet", "description")
_CONVERSATION = ("title", "date", "city", "published", "publisher", "url", "language", "sha256")
_CORPUS = {"name": "SCIO press conferences", "made_with": "scio-transcripts"}
_TYPES = {"exchange": "int", "start": "int", "end": "int"}
"""What is no string."""


def write(transcripts: Iterable[Transcript], folder: Path) -> None:
    """Write the files into a folder that exists."""
    speakers: dict[str, Any] = {}
    conversations: dict[str, Any] = {}
    with (folder / "utterances.jsonl").open("w", encoding="ascii", newline="\n") as out:
        for own, transcript in with_ids(transcripts):
            row = next(rows_of("transcripts", transcript))
            conversations[own] = {"meta": {key: row[key] for key in _CONVERSATION}, "vectors": []}
            for utterance in _utterances(transcript, own):
                out.write(json.dumps(utterance) + "\n")
            for person in transcript.participants:
                meta = {key: getattr(person, key) for key in _SPEAKER}
                speakers[f"{own}/{person.id}"] = {"meta": meta, "vectors": []}
            for turn in transcript.turns:
                if turn.speaker is None:
                    meta = {**dict.fromkeys(_SPEAKER), "role": turn.role}
                    speakers[f"{own}/{turn.id}"] = {"meta": meta, "vectors": []}
    _dump(folder / "speakers.json", speakers)
    _dump(folder / "conversations.json", conversations)
    _dump(folder / "corpus.json", _CORPUS)
    _dump(folder / "index.json", _index())


def _utterances(transcript: Transcript, own: str) -> Iterator[dict[str, Any]]:
    exchange_of = {i: n for n, e in enumerate(transcript.exchanges) for i in (*e.questions, *e.answers)}
    replies = {i: reply for exchange in transcript.exchanges for i, reply in _replies(exchange)}
    for turn in transcript.turns:
        reply = replies.get(turn.index, 0)
        meta = {"role": turn.role, "label": turn.label, "exchange": exchange_of.get(turn.index)}
        yield {
            "id": f"{own}/{turn.id}",
            "conversation_id": own,
            "text": speech_of(turn),
            "speaker": f"{own}/{turn.speaker or turn.id}",
            "meta": {**meta, "start": turn.start, "end": turn.end},
            "reply-to": f"{own}/{transcript.turns[reply].id}" if turn.index else None,
            "timestamp": turn.index,
            "vectors": [],
        }


def _replies(exchange: Exchange) -> Iterator[tuple[int, int]]:
    """What each turn of an exchange replies to; its first question replies to nothing in it.

    >>> list(_replies(Exchange(questions=(1, 4), answers=(2, 3, 5), asker=None, answerers=())))
    [(2, 1), (3, 1), (4, 3), (5, 4)]
    """
    question: int | None = None
    answer: int | None = None
    asking = set(exchange.questions)
    for turn in sorted((*exchange.questions, *exchange.answers)):
        asks = turn in asking
        reply = (answer if answer is not None else question) if asks else question
        if reply is not None:
            yield turn, reply
        if asks:
            question = turn
        else:
            answer = turn


def _index() -> dict[str, Any]:
    """The types of the metadata, as ConvoKit names them."""
    return {
        "utterances-index": _typed(_UTTERANCE),
        "speakers-index": _typed(_SPEAKER),
        "conversations-index": _typed(_CONVERSATION),
        "overall-index": _typed(_CORPUS),
        "version": 1,
        "vectors": [],
    }


def _typed(keys: Iterable[str]) -> dict[str, list[str]]:
    return {key: [f"<class '{_TYPES.get(key, 'str')}'>"] for key in keys}


def _dump(path: Path, value: object) -> None:
    path.write_text(json.dumps(value), encoding="ascii")
