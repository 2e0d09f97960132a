"""The words of turns that a search found, with citations.

In: places of turns, and the query. Out: `Hit`s: the turn, its citation, the paragraphs that hold the words and where in
them. Promises: only what the texts themselves hold is a hit; a citation says what `views.cite` says of the same
paragraph; memory holds some turns at a time. Knows no index.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from scio_transcripts.corpus.asked import Phrase
from scio_transcripts.corpus.database import reading
from scio_transcripts.corpus.layout import Layout
from scio_transcripts.corpus.lookup import Place
from scio_transcripts.corpus.words import fold, places
from scio_transcripts.views.quotations import Citation, Source, Style, cited

if TYPE_CHECKING:
    import duckdb

_TURN = (
    "transcript, turn, turn_id, label, speaker, name, role, outlet, description, text, page, paragraph_starts, "
    "paragraph_ends"
)
_EVENT = "transcript, title, city, publisher, published, url"
NO_EVENT = dict.fromkeys(_EVENT.split(", "))
"""What short citations need of a transcript: nothing but its date."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A paragraph that holds words that were looked for."""

    paragraph: int
    """Its number in the turn, from 1."""
    text: str
    start: int
    """First character in `Transcript.text`."""
    spans: tuple[Span, ...]
    """Where the words stand in `text`: in order, none within another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A turn that holds what was looked for."""

    transcript: str
    """Id of the transcript."""
    turn: int
    """Index of the turn."""
    role: str
    outlet: str | None
    """Id of the speaker's outlet."""
    score: float
    citation: Citation
    """Of the first paragraph that holds the words."""
    found: tuple[Found, ...]
    """The paragraphs that hold the words, in order."""


def rows_at(
    database: duckdb.DuckDBPyConnection, layout: Layout, chosen: Sequence[Place]
) -> Iterator[tuple[Place, dict[str, Any]]]:
    """The row of each turn, in the order of the places. Only the files that hold them are read."""
    files = dict.fromkeys(_file(layout, "turns", place) for place in chosen)
    rows = _by_key(database, _TURN, list(files), "transcript, turn", chosen)
    for place in chosen:
        yield place, rows[place.transcript, place.turn]


def events_at(
    database: duckdb.DuckDBPyConnection, layout: Layout, chosen: Sequence[Place]
) -> dict[str, dict[str, Any]]:
    """What citations need of each transcript, by its id."""
    files = dict.fromkeys(_file(layout, "transcripts", place) for place in chosen)
    sql = f"SELECT {_EVENT} FROM {reading(files)} WHERE list_contains(?::VARCHAR[], transcript)"
    found = database.execute(sql, [list({place.transcript for place in chosen})])
    names = [column[0] for column in found.description]
    return {row[0]: dict(zip(names, row, strict=True)) for row in found.fetchall()}


def _by_key(
    database: duckdb.DuckDBPyConnection, columns: str, files: list[Any], key: str, chosen: Sequence[Place]
) -> dict[tuple[str, int], dict[str, Any]]:
    found = database.execute(
        f"SELECT {columns} FROM {reading(files)} "
        f"JOIN (SELECT unnest(?::VARCHAR[]) AS transcript, unnest(?::BIGINT[]) AS turn) USING ({key})",
        [[place.transcript for place in chosen], [place.turn for place in chosen]],
    )
    names = [column[0] for column in found.description]
    return {(row[0], row[1]): dict(zip(names, row, strict=True)) for row in found.fetchall()}


def _file(layout: Layout, table: str, place: Place) -> Any:
    return layout.data(table, place.date.year if place.date else None, place.part)


def find_in(text: str, phrases: Sequence[Phrase]) -> dict[Phrase, list[Span]]:
    """Where each phrase stands in a paragraph, as spans of its characters."""
    folded = fold(text)
    spans: dict[Phrase, list[Span]] = {}
    back: list[int] | None = None
    for phrase in phrases:
        for match in phrase.pattern.finditer(folded):
            back = back if back is not None else places(text)
            spans.setdefault(phrase, []).append((back[match.start()], back[match.end() - 1] + 1))
    return spans


def paragraphs_with(row: dict[str, Any], phrases: Sequence[Phrase]) -> tuple[Found, ...]:
    """The paragraphs of a turn that hold phrases, if all of them stand in the turn; else none."""
    found: list[Found] = []
    missing = set(phrases)
    begin = 0
    for number, (start, end) in enumerate(zip(row["paragraph_starts"], row["paragraph_ends"], strict=True), 1):
        text = row["text"][begin : begin + end - start]
        begin += end - start + 1
        spans = find_in(text, phrases)
        missing -= spans.keys()
        if spans:
            joined = tuple(_joined(sorted(span for some in spans.values() for span in some)))
            found.append(Found(paragraph=number, text=text, start=start, spans=joined))
    return () if missing else tuple(found)


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Spans in order, those that overlap as one."""
    begin, end = spans[0]
    for low, high in spans[1:]:
        if low >= end:
            yield begin, end
            begin = low
        end = max(end, high) if low < end else high
    yield begin, end


def hit_of(place: Place, row: dict[str, Any], event: dict[str, Any], found: tuple[Found, ...], style: Style) -> Hit:
    """A turn as it is shown."""
    return Hit(
        transcript=place.transcript,
        turn=place.turn,
        role=row["role"],
        outlet=row["outlet"],
        score=place.score,
        citation=citation_of(place, row, event, found[0], style),
        found=found,
    )


def citation_of(
    place: Place, row: dict[str, Any], event: dict[str, Any], found: Found, style: Style, span: Span | None = None
) -> Citation:
    """What `views.cite` gives for the paragraph, or for a stretch of it, made of the rows of the corpus."""
    source = Source(
        turn_id=row["turn_id"],
        turn=place.turn,
        speaker=row["speaker"],
        name=row["name"] if row["name"] is not None else row["label"],
        role=row["role"],
        outlet=row["outlet"],
        description=row["description"],
        page=row["page"],
        event=event["title"],
        date=_iso(place.date),
        city=event["city"],
        publisher=event["publisher"],
        published=_iso(event["published"]),
        url=event["url"],
    )
    return cited(source, found.paragraph, found.text, found.start, span or (0, len(found.text)), style)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
