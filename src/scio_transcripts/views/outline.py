"""The outline of an event: opening, statements, questions and closing, each with who speaks and the first words.

In: a transcript. Out: sections in reading order, each item with the id of its turn as an anchor. Promises: sections
follow from roles and exchanges alone, and one without speech is left out. Hand-overs between exchanges have no item.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from scio_transcripts.views.speeches import Speech, people_of, speeches_in
from scio_transcripts.views.words import first_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from scio_transcripts.model import Participant, Transcript, Turn
    from scio_transcripts.model.base import Role

SectionKind = Literal["opening", "statements", "questions", "closing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One speech of the outline; for a question, with its answers below it."""

    name: str | None
    """Who speaks: the participant's name, or else the label; null where the page has neither."""
    role: Role
    words: str
    """The first words, at most 60 characters."""
    anchor: str
    """Id of the turn: it stays the same when the page is parsed again."""
    index: int
    """Position of the turn among `Transcript.turns`, from 0."""
    page: int | None
    """Number of the page, where known."""
    items: tuple[Item, ...] = ()
    """For the first question of an exchange: follow-ups and answers, in reading order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineSection:
    """One part of the event."""

    kind: SectionKind
    """`opening`: before the first statement; `statements`: what officials say before the first question; `questions`:
    one item an exchange; `closing`: after the last exchange."""
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The whole event."""

    title: str | None
    """The title as printed."""
    sections: tuple[OutlineSection, ...]
    """Those that have speech, in reading order; none for a page without turns."""


def outline_of(transcript: Transcript) -> Outline:
    r"""The outline of a transcript.

    >>> from scio_transcripts import parse
    >>> page = parse("CCTV:\n\nHow many boats? Thank you.\n\nLin Dahai:\n\nThank you. Ninety run.")
    >>> [section] = outline_of(page).sections
    >>> section.kind, section.items[0].name, section.items[0].items[0].words
    ('questions', 'CCTV', 'Thank you. Ninety run.')
    """
    sections = (OutlineSection(kind=kind, items=tuple(items)) for kind, items in _sections(transcript))
    return Outline(title=transcript.title, sections=tuple(section for section in sections if section.items))


def _sections(transcript: Transcript) -> Iterator[tuple[SectionKind, Iterable[Item]]]:
    turns, people = transcript.turns, people_of(transcript)
    exchanged = [i for exchange in transcript.exchanges for i in (*exchange.questions, *exchange.answers)]
    asked_from = min(exchanged, default=len(turns))
    asked_to = max(exchanged, default=len(turns) - 1) + 1
    stated_from = next((t.index for t in turns[:asked_from] if t.role == "official"), asked_from)
    if not exchanged:  # the chair's last words close an event without questions
        stated_to = max((t.index + 1 for t in turns if t.role == "official"), default=len(turns))
        asked_from = asked_to = stated_to
    yield "opening", _items(turns[:stated_from], people)
    yield "statements", _items(turns[stated_from:asked_from], people)
    yield "questions", _exchanges(transcript, people)
    yield "closing", _items(turns[asked_to:], people)


def _exchanges(transcript: Transcript, people: Mapping[str, Participant]) -> Iterator[Item]:
    for exchange in transcript.exchanges:
        indices = sorted((*exchange.questions, *exchange.answers))
        first, *others = _items((transcript.turns[i] for i in indices), people)
        yield Item(
            name=first.name,
            role=first.role,
            words=first.words,
            anchor=first.anchor,
            index=first.index,
            page=first.page,
            items=tuple(others),
        )


def _items(turns: Iterable[Turn], people: Mapping[str, Participant]) -> list[Item]:
    return [_item(speech) for speech in speeches_in(turns, people)]


def _item(speech: Speech) -> Item:
    return Item(
        name=speech.name,
        role=speech.role,
        words=first_words(speech.paragraphs[0].text) if speech.paragraphs else "",
        anchor=speech.turns[0].id,
        index=speech.turns[0].index,
        page=speech.page,
    )
