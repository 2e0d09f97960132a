"""Consecutive turns of one speaker as one speech.

In: a transcript. Out: speeches in reading order. Promises: turns are joined only where the page names the same person
for both, side by side and in the same role: two `Q` in a row may be two people, and stay two. Nothing is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from scio_transcripts.model import Paragraph, Participant, Transcript, Turn
    from scio_transcripts.model.base import Role


@dataclass(frozen=True, kw_only=True)
class Speech:
    """What one speaker says before another voice is heard."""

    speaker: Participant | None
    """Null where the page does not say who it is."""
    turns: tuple[Turn, ...]
    """At least one, in reading order."""

    @property
    def role(self) -> Role:
        """In what role the words are spoken."""
        return self.turns[0].role

    @property
    def label(self) -> str | None:
        """The first label as printed."""
        return self.turns[0].label

    @property
    def name(self) -> str | None:
        """Who speaks: the participant's name, or else the label as printed."""
        return self.speaker.name if self.speaker else self.label

    @property
    def page(self) -> int | None:
        """Number of the page on which it begins, where known."""
        return self.turns[0].page

    @property
    def start(self) -> int:
        """First character in `Transcript.text`, label included."""
        return self.turns[0].start

    @property
    def end(self) -> int:
        """One past the last character in `Transcript.text`."""
        return self.turns[-1].end

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """All paragraphs, in order."""
        return tuple(paragraph for turn in self.turns for paragraph in turn.paragraphs)

    @cached_property
    def text(self) -> str:
        """The words, a blank line between two paragraphs."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)


def speeches_of(transcript: Transcript) -> tuple[Speech, ...]:
    r"""The speeches of a transcript.

    >>> from scio_transcripts import parse
    >>> page = parse("Reuters:\n\nTwo questions.\n\nReuters:\n\nWhy? Thank you.\n\nLin Dahai:\n\nThank you. Rain.")
    >>> [(speech.name, len(speech.turns)) for speech in speeches_of(page)]
    [('Reuters', 2), ('Lin Dahai', 1)]
    """
    return speeches_in(transcript.turns, people_of(transcript))


def people_of(transcript: Transcript) -> dict[str, Participant]:
    """The participants by their ids."""
    return {person.id: person for person in transcript.participants}


def speeches_in(turns: Iterable[Turn], people: Mapping[str, Participant]) -> tuple[Speech, ...]:
    """The speeches that some turns make, in their order."""
    groups: list[list[Turn]] = []
    for turn in turns:
        if groups and _goes_on(groups[-1][-1], turn):
            groups[-1].append(turn)
        else:
            groups.append([turn])
    return tuple(Speech(speaker=people.get(group[0].speaker or ""), turns=tuple(group)) for group in groups)


def _goes_on(before: Turn, turn: Turn) -> bool:
    """Whether the speaker of the turn before is known to speak on."""
    return (
        turn.index == before.index + 1
        and turn.speaker is not None
        and turn.speaker == before.speaker
        and turn.role == before.role
    )
