"""From what is written to what is known: every stage of the normalizer, in order.

In: `Written` pages. Out: `Known`: kind, people, turns with their voices, event, publication, credits and notes, with
the places they were read from. Promises: what the page does not say stays unknown; what is close is told in the log.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scio_transcripts.diagnostics import Log
from scio_transcripts.dialects import Dialect
from scio_transcripts.lexer import View
from scio_transcripts.lexer.read import Written
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalizer.doubts.close_calls import explain
from scio_transcripts.normalizer.event.event import EventFacts, read_event
from scio_transcripts.normalizer.event.grounds import Grounds
from scio_transcripts.normalizer.identify import identify
from scio_transcripts.normalizer.page.credits import CreditFacts, credit_lines, read_credits
from scio_transcripts.normalizer.page.family import family_of
from scio_transcripts.normalizer.page.kind import kind_of_page
from scio_transcripts.normalizer.page.language import language_of
from scio_transcripts.normalizer.page.notes import Notes, foot_of, notes_of
from scio_transcripts.normalizer.page.pages import MAY_BE_STUBS, tell_stubs
from scio_transcripts.normalizer.page.publication import PublicationFacts, add_markup, read_publication
from scio_transcripts.normalizer.people.person import Person
from scio_transcripts.normalizer.people.references import Reference, adopt_honorifics, references_in
from scio_transcripts.normalizer.posts.organizations import posts_of
from scio_transcripts.normalizer.posts.positions import Post
from scio_transcripts.normalizer.roles.roles import Voice
from scio_transcripts.spans import Span

_SAMPLE = 2000
_SAMPLED_TURNS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the pages of one event. Places count in the view."""

    view: View
    written: Written
    kind: str
    language: str
    dialect: str
    people: Sequence[Person]
    turns: Sequence[RawTurn]
    voices: Sequence[Voice]
    references: Sequence[Reference]
    posts: Mapping[int, Sequence[Post]]
    event: EventFacts
    publication: PublicationFacts
    credits: CreditFacts
    notes: Notes


def know(written: Written, dialect: str | Dialect | None, log: Log) -> Known:
    """Settle what the pages say. `dialect` names the family of layouts, where the page's looks should not."""
    text = written.view.text
    kind, reason = kind_of_page(text, written)
    if kind != "transcript":
        written.page.turns[:] = [turn.as_prose(text) for turn in written.page.turns]
    people, turns, voices = identify(written, text, log)
    if kind != "transcript":
        turns, voices = [], []
        if written.printed:
            log.add("K701", 0, 0, kind=kind, reason=reason)
    language = _language(text, turns, log)
    explain(written, turns, voices, log)
    references = references_in(text, turns, people, log)
    adopt_honorifics(references, log)
    notes = notes_of(written, is_transcript=kind == "transcript")
    grounds = Grounds(
        text, written.head, _opening(turns), notes.prose, notes.stamps, notes.beside, notice=kind == "notice"
    )
    publication = _published(written, log)
    if kind in MAY_BE_STUBS:
        tell_stubs(written.pages, [turn.start for turn in turns], log)
    return Known(
        view=written.view,
        written=written,
        kind=kind,
        language=language,
        dialect=family_of(dialect, text, written.printed).name,
        people=people.all,
        turns=turns,
        voices=voices,
        references=references,
        posts=posts_of(people.all, text, log),
        event=read_event(grounds, publication.printed, log),
        publication=publication,
        credits=read_credits(text, credit_lines(written), notes.of("caption")),
        notes=notes,
    )


def _language(text: str, turns: Sequence[RawTurn], log: Log) -> str:
    """The language of the speech, or else of the page."""
    language = language_of(_sample(turns) or text)
    if turns and language.startswith("zh"):
        log.add("K702", turns[0].start, turns[0].end)
    return language


def _opening(turns: Sequence[RawTurn]) -> Span | None:
    """The first turn, where the page does not begin inside it."""
    return Span(turns[0].start, turns[0].end) if turns and not turns[0].continued else None


def _published(written: Written, log: Log) -> PublicationFacts:
    """When and by whom the page was published: what it prints, then what its markup says."""
    publication = read_publication(written.view.text, written.head, foot_of(written), log)
    for start, markup in written.pages:
        if markup is not None:
            add_markup(publication, markup, start, log)
    return publication


def _sample(turns: Sequence[RawTurn]) -> str:
    """Enough of the speech to tell its language."""
    return "\n".join(turn.opening[:_SAMPLE] for turn in turns[:_SAMPLED_TURNS])
