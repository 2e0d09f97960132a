"""Keyword in context: each place where a word stands, with what stands before and behind it.

In: a corpus, a word or phrase, filters. Out: lines, the oldest first. Promises: every place is a line of its own, in
the order of the corpus; the context is of the same paragraph, on one line. Knows no terminal: widths are characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from scio_transcripts.corpus.asked import Phrase, Query, QueryError, phrase_of
from scio_transcripts.corpus.chosen import filters_of
from scio_transcripts.corpus.database import told
from scio_transcripts.corpus.hits import NO_EVENT, citation_of, paragraphs_with, rows_at
from scio_transcripts.corpus.lookup import Lookup, Place
from scio_transcripts.corpus.search import together
from scio_transcripts.corpus.words import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scio_transcripts.corpus.store import Corpus

Sort = Literal["date", "left", "right"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One place where the word stands."""

    before: str
    """The end of what stands before it."""
    word: str
    """As printed."""
    after: str
    """The beginning of what stands behind it."""
    transcript: str
    date: date | None
    turn: int
    paragraph: int
    """From 1."""
    start: int
    """First character of the word in `Transcript.text`."""
    end: int
    speaker: str | None
    role: str
    citation: str
    """The citation of the word, in the short style."""
    anchor: str
    """The anchor that `verify` finds again."""


def kwic(
    corpus: Corpus,
    word: str | Sequence[str],
    *,
    width: int = 60,
    sort: Sort = "date",
    limit: int | None = 100,
    role: str | Sequence[str] | None = None,
    outlet: str | Sequence[str] | None = None,
    country: str | None = None,
    ownership: str | None = None,
    speaker: str | None = None,
    since: str | date | None = None,
    until: str | date | None = None,
) -> tuple[Line, ...]:
    """The first places, by date, where a word or phrase stands, with up to `width` characters on either side.

    `sort` puts these lines in another order: by what stands behind the word (`right`), or before it (`left`), read
    from the word outwards. The filters are those of `search`.
    """
    text = word if isinstance(word, str) else " ".join(word)
    query = _one(text)
    filters = filters_of(
        role=role, outlet=outlet, country=country, ownership=ownership, speaker=speaker, since=since, until=until
    )
    with told(corpus.path), closing(Lookup(corpus, query.terms, filters)) as lookup:
        lines: list[Line] = []
        for line in _lines(corpus, query.phrases[0], lookup.places("oldest"), width):
            lines.append(line)
            if limit is not None and len(lines) >= limit:
                break
    if sort == "right":
        lines.sort(key=lambda line: fold(line.after).split())
    elif sort == "left":
        lines.sort(key=lambda line: fold(line.before)[::-1].split())
    return tuple(lines)


def _one(text: str) -> Query:
    phrase = phrase_of(text.strip('"“”'))
    if not phrase.terms or len(text) > 1000:
        raise QueryError(text, "is no word or phrase", "type one that is in the texts")
    return Query(text, (phrase,))


def _lines(corpus: Corpus, phrase: Phrase, found: Iterator[Place], width: int) -> Iterator[Line]:
    with closing(corpus.cursor()) as database:
        for some in together(found):
            for place, row in rows_at(database, corpus.layout, some):
                for paragraph in paragraphs_with(row, (phrase,)):
                    for low, high in paragraph.spans:
                        text = paragraph.text
                        cited = citation_of(place, row, NO_EVENT, paragraph, "short", (low, high))
                        yield Line(
                            before=_folded(text[max(low - 2 * width, 0) : low])[-width:] if width else "",
                            word=" ".join(text[low:high].split()),
                            after=_folded(text[high : high + 2 * width])[:width],
                            transcript=place.transcript,
                            date=place.date,
                            turn=place.turn,
                            paragraph=paragraph.paragraph,
                            start=paragraph.start + low,
                            end=paragraph.start + high,
                            speaker=row["name"] if row["name"] is not None else row["label"],
                            role=row["role"],
                            citation=cited.text,
                            anchor=str(cited.anchor),
                        )


def _folded(text: str) -> str:
    """Single blanks, also at the edges, where they part the context from the word."""
    words = " ".join(text.split())
    return f"{' ' if text[:1].isspace() else ''}{words}{' ' if words and text[-1:].isspace() else ''}"
