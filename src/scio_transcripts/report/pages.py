"""One transcript as the facts of its page.

In: a transcript, its shares, askers and words. Out: plain values for the template `transcript.html`. Promises: what the
transcript does not say has no row. Makes no HTML.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from scio_transcripts.display.footer import NOTE_WORDS
from scio_transcripts.display.roles import LOOKS
from scio_transcripts.display.wording import BASES, LANGUAGES, OWNERSHIPS, counted, long_date, which_pages
from scio_transcripts.registry.outlets import get as outlet_of
from scio_transcripts.report.charts import Bar, Bars
from scio_transcripts.report.names import LANGUAGE_TAGS, country_name, link_of
from scio_transcripts.report.speech import place_of, speech_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scio_transcripts.model import Participant, Transcript
    from scio_transcripts.report.words import Vocabulary
    from scio_transcripts.views import Shares

_MOST_BARS = 12
_SEVERITIES = {"error": "Error", "warning": "Warning", "info": "Note"}
_WITHOUT_TURNS = {
    "transcript": "Nobody speaks on this page.",
    "notice": "The page gives notice of a coming event: there is no speech on it.",
    "gallery": "The page is a gallery of pictures: there is no speech on it.",
    "article": "The page is an article: there is no speech on it.",
    "unknown": "The page was not recognized as a transcript.",
}


def facts_of(transcript: Transcript, shares: Shares, vocabulary: Vocabulary) -> dict[str, Any]:
    """Everything that the page of one transcript says."""
    sections = speech_of(transcript)
    return {
        "lang": LANGUAGE_TAGS.get(transcript.language, ""),
        "title": transcript.title or "(no title)",
        "summary": transcript.summary or "",
        "when": _when(transcript),
        "date": transcript.event.date or "",
        "place": ", ".join(part for part in (transcript.event.venue, transcript.event.city) if part),
        "facts": list(_facts(transcript)),
        "people": [_person(person, shares) for person in transcript.participants],
        "sections": sections,
        "no_speech": "" if transcript.turns else _WITHOUT_TURNS[transcript.kind],
        "n_exchanges": len(transcript.exchanges),
        "charts_here": list(_charts(shares, vocabulary)),
        "credits": list(_credits(transcript)),
        "notes": _notes(transcript),
        "diagnostics": _diagnostics(transcript),
        "citation": _citation(transcript),
        "source": transcript.source,
    }


def _when(transcript: Transcript) -> str:
    event = transcript.event
    if event.date is None:
        return "The page does not say when"
    hours = "–".join(time for time in (event.start_time, event.end_time) if time)
    return long_date(event.date) + (f", {hours}" if hours else "")


def _facts(transcript: Transcript) -> Iterator[tuple[str, str, str]]:
    """Rows of name, words and address; an empty address for none."""
    event, publication = transcript.event, transcript.publication
    if basis := BASES[event.date_basis]:
        yield "Date read", basis, ""
    if event.series:
        yield "Series", event.series, ""
    if transcript.category:
        yield "Category", transcript.category, ""
    day = long_date(publication.date) if publication.date else None
    if published := " by ".join(part for part in (day, publication.publisher) if part):
        yield "Published", published, ""
    if publication.url:
        yield "Address", publication.url, link_of(publication.url) or ""
    if publication.original_url:
        yield "Chinese original", publication.original_url, link_of(publication.original_url) or ""
    if pages := which_pages(transcript.pages):
        complete = {None: "", True: ", complete", False: ", in part"}[transcript.pages.complete]
        yield "Pages", pages + complete, ""
    kind = "not recognized" if transcript.kind == "unknown" else transcript.kind
    language = f" in {LANGUAGES[transcript.language]}" if transcript.language in LANGUAGES else ""
    yield "Kind", f"{kind}{language}, {transcript.dialect} layout", ""


def _person(person: Participant, shares: Shares) -> dict[str, Any]:
    outlet = outlet_of(person.outlet) if person.outlet else None
    amount = next((line for line in shares.people if line.participant is person), None)
    known = f"{country_name(outlet.country)} · {OWNERSHIPS.get(outlet.ownership, outlet.ownership)}" if outlet else ""
    return {
        "name": person.name,
        "honorific": person.honorific or "",
        "role": person.role,
        "mark": LOOKS[person.role].mark,
        "description": person.description or (outlet.name if outlet and outlet.name != person.name else ""),
        "outlet": known,
        "turns": amount.amount.turns if amount else 0,
        "share": amount.share if amount else 0.0,
    }


def _charts(shares: Shares, vocabulary: Vocabulary) -> Iterator[Bars]:
    if shares.total.words:
        yield Bars(
            id="shares-roles",
            title="Speaking shares by role",
            note=f"Of {shares.total.words:,} words; a Chinese character counts as a word.",
            heads=("Role", "Words", "Share"),
            rows=tuple(
                Bar(LOOKS[line.role].mark, line.role, line.amount.words, line.share, line.role) for line in shares.roles
            ),
            of_whole=True,
        )
        lines = shares.people[:_MOST_BARS]
        more = len(shares.people) - len(lines)
        yield Bars(
            id="shares-people",
            title="Speaking shares by speaker",
            note=f"The {_MOST_BARS} who say most; {counted(more, 'other')} left out." if more else "",
            heads=("Speaker", "Words", "Share"),
            rows=tuple(
                Bar(
                    LOOKS[line.role].mark,
                    line.participant.name if line.participant else f"{line.role}, not named",
                    line.amount.words,
                    line.share,
                    line.role,
                )
                for line in lines
            ),
            of_whole=True,
        )
    topics = vocabulary.topics(_MOST_BARS)
    if topics:
        yield Bars(
            id="topics",
            title="Most frequent words",
            note="Small words, numbers and courtesies are left out; of Chinese, pairs of characters are counted.",
            heads=("Word", "Times"),
            rows=tuple(Bar("", word, count, count / topics[0][1], "") for word, count in topics),
        )


def _credits(transcript: Transcript) -> Iterator[tuple[str, str]]:
    given = transcript.credits
    rows = [("Translated by", given.translators), ("Edited by", given.editors), ("Photos by", given.photographers)]
    if given.translators == given.editors:
        rows[:2] = [("Translated and edited by", given.translators)]
    yield from ((what, ", ".join(names)) for what, names in rows if names)


def _notes(transcript: Transcript) -> str:
    kinds = Counter(note.kind for note in transcript.notes if note.kind not in ("caption", "stage"))
    return ", ".join(counted(number, *NOTE_WORDS[kind]) for kind, number in kinds.items())


def _diagnostics(transcript: Transcript) -> list[dict[str, str]]:
    rows = []
    for severity, word in _SEVERITIES.items():
        for found in transcript.diagnostics:
            if found.severity == severity:
                anchor, where = place_of(transcript, found.start)
                rows.append(
                    {
                        "severity": severity,
                        "word": word,
                        "code": found.code,
                        "message": found.message,
                        "anchor": anchor,
                        "where": where,
                    }
                )
    return rows


def _citation(transcript: Transcript) -> str:
    """The whole transcript in one line."""
    event, publication = transcript.event, transcript.publication
    head = [f"“{transcript.title}”" if transcript.title else "Transcript without a title", event.city or ""]
    head.append(event.date or "no date")
    by = f"by {publication.publisher}" if publication.publisher else ""
    published = ", ".join(part for part in (by, publication.date or "") if part)
    parts = (", ".join(part for part in head if part), f"published {published}" if published else "")
    return " ".join("; ".join(part for part in (*parts, publication.url or "") if part).split())
