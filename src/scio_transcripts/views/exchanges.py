"""Questions with their answers, as words and people instead of numbers of turns.

In: a transcript with its exchanges. Out: one record an exchange. Promises: every turn that the exchange names, in
reading order, and nobody that it does not name. Pairs nothing itself: that was decided when the page was read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scio_transcripts.registry.outlets import get as outlet_of
from scio_transcripts.views.speeches import Speech, people_of, speeches_in

if TYPE_CHECKING:
    from scio_transcripts.model import Participant, Transcript
    from scio_transcripts.registry.outlets import Outlet


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeView:
    """One exchange: who asks what, and who answers what."""

    index: int
    """Position among `Transcript.exchanges`, from 0."""
    asker: Participant | None
    """Who asks; null where the page does not say, as for a bare `Q`."""
    outlet: Outlet | None
    """The asker's outlet in the registry; null where it is not known."""
    questions: tuple[Speech, ...]
    """The question and any follow-up."""
    answers: tuple[Speech, ...]
    """All answers, in order; empty where nobody answers."""
    answerers: tuple[Participant, ...]
    """Who answers, each once, in the order of their first answers."""

    @property
    def speeches(self) -> tuple[Speech, ...]:
        """Questions and answers in reading order."""
        return tuple(sorted((*self.questions, *self.answers), key=lambda speech: speech.start))

    @property
    def page(self) -> int | None:
        """Number of the page on which it begins, where known."""
        return self.speeches[0].page if self.speeches else None

    @property
    def question(self) -> str:
        """The words that ask, a blank line between two paragraphs."""
        return "\n\n".join(speech.text for speech in self.questions)

    @property
    def answer(self) -> str:
        """The words that answer, a blank line between two paragraphs."""
        return "\n\n".join(speech.text for speech in self.answers)


def exchanges_of(transcript: Transcript) -> tuple[ExchangeView, ...]:
    r"""The exchanges of a transcript.

    >>> from scio_transcripts import parse
    >>> page = parse("CCTV:\n\nHow many boats? Thank you.\n\nLin Dahai:\n\nThank you. Ninety.\n\nNine at night.")
    >>> [view] = exchanges_of(page)
    >>> view.outlet.country, view.question, [person.name for person in view.answerers]
    ('CN', 'How many boats? Thank you.', ['Lin Dahai'])
    >>> view.answer
    'Thank you. Ninety.\n\nNine at night.'
    """
    people, turns = people_of(transcript), transcript.turns
    found = []
    for index, exchange in enumerate(transcript.exchanges):
        asker = people.get(exchange.asker or "")
        found.append(
            ExchangeView(
                index=index,
                asker=asker,
                outlet=outlet_of(asker.outlet) if asker and asker.outlet else None,
                questions=speeches_in((turns[i] for i in exchange.questions), people),
                answers=speeches_in((turns[i] for i in exchange.answers), people),
                answerers=tuple(people[one] for one in exchange.answerers if one in people),
            )
        )
    return tuple(found)
