"""Corpora for tests of what asks them: rows written as a build writes them, without any parsing.

Gives: `Said`, `corpus_of`, and `naive`, which finds by reading every text what a search should find.
"""

from __future__ import annotations

import hashlib
import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from scio_transcripts.corpus import Corpus
from scio_transcripts.corpus.asked import Query
from scio_transcripts.corpus.layout import Layout
from scio_transcripts.corpus.manifest import Manifest, Named, Part, write
from scio_transcripts.corpus.parts import part_id_of, write_table
from scio_transcripts.corpus.runs import weight_of
from scio_transcripts.corpus.schema import SOURCES, schema_of
from scio_transcripts.corpus.words import fold, terms_of
from scio_transcripts.model import SCHEMA_VERSION
from scio_transcripts.writers.arrow import TABLES_VERSION


@dataclass(frozen=True)
class Said:
    """A turn."""

    paragraphs: tuple[str, ...]
    role: str = "official"
    name: str | None = "Lin Dahai"
    outlet: str | None = None
    exchange: int | None = None


Event = tuple[date | None, Sequence[Said]]


def corpus_of(folder: Path, events: Sequence[Event], *, a_part: int = 2) -> Corpus:
    """Write these events as a corpus without an index, and open it."""
    layout = Layout(folder)
    parts = []
    for begin in range(0, len(events), a_part):
        rows = [_rows(number, *events[number]) for number in range(begin, min(begin + a_part, len(events)))]
        parts.append(_part(layout, part_id_of(begin, repr(rows)), rows))
    return _opened(layout, parts)


def _part(layout: Layout, part_id: str, rows: Sequence[dict[str, list[dict[str, Any]]]]) -> Part:
    files = []
    years = {row["date"].year if row["date"] else None for tables in rows for row in tables["transcripts"]}
    for year in sorted(years, key=lambda one: (one is None, one)):
        for table in ("transcripts", "turns", "exchanges", "participants", "diagnostics"):
            chosen = [
                row for tables in rows for row in tables.get(table, []) if (row["date"] and row["date"].year) == year
            ]
            data = pa.Table.from_pylist(chosen, schema=schema_of(table))
            files.append(write_table(layout, layout.data(table, year, part_id), table, year, data))
    sources = write_table(layout, layout.part_sources(part_id), "sources", None, SOURCES.empty_table())
    part = Part(id=part_id, base=part_id, sources=sources, files=tuple(files))
    write(layout.part(part_id), part.to_bytes())
    return part


def _opened(layout: Layout, parts: Sequence[Part]) -> Corpus:
    named = [
        Named(
            id=part.id,
            sha256=hashlib.sha256(part.to_bytes()).hexdigest(),
            sources=0,
            transcripts=part.rows("transcripts"),
        )
        for part in parts
    ]
    manifest = Manifest(
        schema_version=SCHEMA_VERSION,
        tables_version=TABLES_VERSION,
        parser="test",
        snapshot="test",
        inputs=(),
        base="",
        sources=write_table(layout, layout.sources("test"), "sources", None, SOURCES.empty_table()),
        quality="quality/none.json",
        parts=tuple(named),
    )
    write(layout.manifest, manifest.to_bytes())
    return Corpus(layout.root)


def _rows(number: int, day: date | None, turns: Sequence[Said]) -> dict[str, list[dict[str, Any]]]:
    own = f"{day or 'undated'}-event-{number:03}"
    rows, place = [], 0
    for index, said in enumerate(turns):
        starts, ends = [], []
        for paragraph in said.paragraphs:
            starts.append(place)
            ends.append(place + len(paragraph))
            place = ends[-1] + 2
        rows.append(
            {
                "transcript": own,
                "date": day,
                "turn": index,
                "turn_id": f"t-{index:08x}",
                "exchange": said.exchange,
                "label": said.name,
                "speaker": said.name and said.name.lower().replace(" ", "-"),
                "name": said.name,
                "role": said.role,
                "outlet": said.outlet,
                "text": "\n".join(said.paragraphs),
                "n_paragraphs": len(said.paragraphs),
                "continued": False,
                "start": 0,
                "end": place,
                "paragraph_starts": starts,
                "paragraph_ends": ends,
            }
        )
    asked = {said.exchange: said.outlet for said in turns if said.exchange is not None and said.outlet}
    exchanges = [
        {"transcript": own, "date": day, "exchange": exchange, "outlet": outlet, "question": "", "answer": ""}
        for exchange, outlet in asked.items()
    ]
    event = {"transcript": own, "date": day, "title": f"Briefing {number}", "kind": "transcript", "dialect": "generic"}
    return {"transcripts": [{**event, "language": "en"}], "turns": rows, "exchanges": exchanges}


# --- the naive scan ---------------------------------------------------------------------------------


def naive(events: Sequence[Event], query: Query) -> list[tuple[str, int]]:
    """Transcript and turn of each turn that holds all phrases, in the order that docs/search.md promises."""
    turns = [
        (f"{day or 'undated'}-event-{number:03}", index, day, said)
        for number, (day, said_there) in enumerate(events)
        for index, said in enumerate(said_there)
    ]
    counts = {key: _counted(said) for key, said in ((row[:2], row[3]) for row in turns)}
    rarity = {}
    terms = [term for term in query.terms if term.counts]
    for term in terms:
        held = sum(_count(counts[row[:2]], term.text, term.begins) > 0 for row in turns)
        rarity[term] = math.log(1 + (len(turns) - held + 0.5) / (held + 0.5))
    found = []
    for transcript, index, day, said in turns:
        if all(any(holds(paragraph, phrase.text) for paragraph in said.paragraphs) for phrase in query.phrases):
            mine = counts[transcript, index]
            weights = {t: _weight(mine, t.text, t.begins) for t in terms}
            score = math.fsum(rarity[t] * weight for t, weight in weights.items())
            found.append((-round(score, 9), -(day.toordinal() if day else 0), transcript, index))
    return [(transcript, index) for _, _, transcript, index in sorted(found)]


def _counted(said: Said) -> dict[str, int]:
    counts: dict[str, int] = {}
    for paragraph in said.paragraphs:
        for term in terms_of(fold(paragraph)):
            counts[term] = counts.get(term, 0) + 1
    return counts


def _count(counts: dict[str, int], term: str, begins: bool) -> int:
    return sum(n for own, n in counts.items() if own == term or (begins and own.startswith(term)))


def _weight(counts: dict[str, int], term: str, begins: bool) -> int:
    words = sum(counts.values())
    return min(50, sum(weight_of(n, words) for own, n in counts.items() if own == term or (begins and own[0] == term)))


def holds(paragraph: str, phrase: str) -> bool:
    """Whether a phrase stands in a paragraph: character by character, no word or figure cut."""
    text, wanted = squeezed(paragraph), squeezed(phrase)
    for start in range(len(text) - len(wanted) + 1):
        end = start + len(wanted)
        if text[start:end] == wanted and not _joined(text, start) and not _joined(text, end):
            return True
    return False


def squeezed(text: str) -> str:
    """Folded one character at a time; single blanks, and none beside Chinese characters."""
    folded = "".join(map(_plain, text))
    words = folded.split()
    result = words[0] if words else ""
    for word in words[1:]:
        result += word if _is_han(result[-1]) or _is_han(word[0]) else f" {word}"
    return result


def _plain(character: str) -> str:
    for signs, plain in (("‘’", "'"), ("“”", '"'), ("–—", "-"), ("\u00ad\u200b\u202e", "")):
        if character in signs:
            return plain
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(c for c in decomposed if not "\u0300" <= c <= "\u036f").casefold()


def _is_han(character: str) -> bool:
    return "\u3001" <= character <= "\u9fff"


def _joined(text: str, place: int) -> bool:
    """Whether the characters on both sides of a place are of one word or figure."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if before.isalnum() and after.isalnum():
        return not _is_han(before) and not _is_han(after)
    if before in ".," and place > 1:
        return text[place - 2] in "0123456789" and after in "0123456789"
    return before in "0123456789" and after in ".," and text[place + 1 : place + 2] in [*"0123456789"]


def keys(hits: Iterable[Any]) -> list[tuple[str, int]]:
    """Transcript and turn of each hit."""
    return [(hit.transcript, hit.turn) for hit in hits]
