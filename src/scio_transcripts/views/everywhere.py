"""A quotation in many transcripts: which events have it, and what each says.

In: transcripts, one after the other, and quotations, anchors or citations. Out: a `Finding` for each of these.
Promises: every event that holds the words is told; where none does, the one whose passage is most like them. Each
transcript is looked at once and let go, unless it is told. Knows no files.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from scio_transcripts.views.passages import Spoken
from scio_transcripts.views.quotations import Citation, cite
from scio_transcripts.views.speakers import AmbiguousSpeakerError, SelectionError
from scio_transcripts.views.verdict import NOTHING, Status, Verification, message
from scio_transcripts.views.verification import check, verify_spoken

if TYPE_CHECKING:
    from collections.abc import Iterable

    from scio_transcripts.model import Transcript
    from scio_transcripts.views.anchors import Anchor
    from scio_transcripts.views.passages import Passage
    from scio_transcripts.views.quotations import Style

_MOST_KNOWN = 20
"""Names that are told where nobody is called as asked."""
_RANKS: dict[Status, int] = {"exact": 0, "typography": 0, "other-speaker": 1, "changed": 2, "missing": 3}


@dataclass(frozen=True, slots=True)
class InEvent:
    """What became of a quotation in one event."""

    name: str | None
    """The name under which the event was given: its file, or its id in a corpus."""
    transcript: Transcript
    verification: Verification

    def citations(self, passage: Passage, style: Style = "full") -> tuple[Citation, ...]:
        """The citations of a passage of this event: one for each paragraph that it runs over."""
        return citations_of(self.transcript, passage, style)


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of a quotation in all events."""

    asked: str
    """The quotation, or the anchor."""
    events: tuple[InEvent, ...]
    """All events that have the words, in the order given; or else those where somebody else says them; or else the
    one with the nearest passage; none where nothing is like them."""
    looked_at: int
    """How many events were looked at; of a corpus, all."""

    @property
    def status(self) -> Status:
        """The best verdict of all events."""
        statuses = [one.verification.status for one in self.events]
        return "exact" if "exact" in statuses else statuses[0] if statuses else "missing"

    @property
    def found(self) -> bool:
        """Whether an event has the words, from the mouth that they are ascribed to."""
        return self.status in ("exact", "typography")

    @property
    def message(self) -> str:
        """The verdict in one line, with the number of events where there are several."""
        if not self.events:
            return f"{NOTHING} " + ("here" if self.looked_at == 1 else f"in any of {self.looked_at:,} events")
        first = next(one for one in self.events if one.verification.status == self.status).verification.message
        if self.looked_at == 1:
            return first
        if len(self.events) == 1:
            return f"{first}, in one of {self.looked_at:,} events"
        places = sum(len(one.verification.passages) for one in self.events)
        return f"{first.split(':')[0]}: {places:,} places in {len(self.events):,} of {self.looked_at:,} events"


class Gathering:
    """One quotation, for which events are looked through one by one.

    Raises `AnchorError` and `VerificationError` as `verify` does.
    """

    def __init__(self, what: str | Anchor | Citation, speaker: str | None = None) -> None:
        check(what)
        self._what = what
        self.speaker = speaker
        self.knows_speaker = speaker is None
        """Whether somebody in some event is called so."""
        self.unknown: list[SelectionError] = []
        """Of events in which nobody is."""
        self._best: list[InEvent] = []
        self.looked_at = 0
        """How many events were looked at; of a corpus, all count, though its index names those that are read."""

    @property
    def has_words(self) -> bool:
        """Whether an event has the words, whoever says them."""
        return bool(self._best) and self._best[0].verification.status != "changed"

    def look(self, name: str | None, spoken: Spoken) -> None:
        """Look for the words in one more event."""
        self.looked_at += 1
        try:
            found = verify_spoken(spoken, self._what, speaker=self.speaker)
        except AmbiguousSpeakerError:
            self.knows_speaker = True
            if verify_spoken(spoken, self._what).found:
                raise
            return
        except SelectionError as error:
            self.unknown.append(error)
            found = verify_spoken(spoken, self._what)
            if found.status != "missing":
                self._keep(InEvent(name, spoken.transcript, _of_another(found, self.speaker)))
            return
        self.knows_speaker = True
        if found.status != "missing":
            self._keep(InEvent(name, spoken.transcript, found))

    def _keep(self, one: InEvent) -> None:
        """Keep the best: all that hold the words, or the nearest."""
        rank = _RANKS[one.verification.status]
        before = _RANKS[self._best[0].verification.status] if self._best else len(_RANKS)
        if rank < before:
            self._best = [one]
        elif rank == before:
            if one.verification.status != "changed":
                self._best.append(one)
            elif (one.verification.similarity or 0) > (self._best[0].verification.similarity or 0):
                self._best = [one]

    def settled(self) -> Finding:
        """The answer. Raises `SelectionError` where nobody in any of the events is called as asked."""
        if self.unknown and not self.knows_speaker:
            first = self.unknown[0]
            known = dict.fromkeys(name for error in self.unknown for name in error.known)
            alike = dict.fromkeys(name for error in self.unknown for name in error.near)
            told = tuple(known)[:_MOST_KNOWN] + (("…",) if len(known) > _MOST_KNOWN else ())
            raise SelectionError(first.asked, first.reason, told, tuple(alike)[:3], self._said_by())
        return Finding(str(getattr(self._what, "anchor", self._what)), tuple(self._best), self.looked_at)

    def _said_by(self) -> str:
        """Who says the words, where nobody is called as asked."""
        if not self.has_words:
            return "nobody says these words"
        voices = (passage for one in self._best for passage in one.verification.passages)
        names = dict.fromkeys(passage.name or "somebody who is not named" for passage in voices)
        return f"these words are said by {', '.join(names)}"


def _of_another(found: Verification, speaker: str | None) -> Verification:
    """Words of an event in which nobody has the name that was asked for."""
    if not found.found:
        return found
    other = replace(found, status="other-speaker")
    return replace(other, message=message(other, other.passages, speaker))


def verify_in(events: Iterable[Transcript], what: str | Anchor | Citation, *, speaker: str | None = None) -> Finding:
    r"""Find words again in several events: all that have them are told.

    `what` and `speaker` are those of `verify`, and so are the errors.

    >>> from scio_transcripts import parse
    >>> one = parse("Reuters:\n\nHow many? Thank you.\n\nLin Dahai:\n\nThank you. We counted ninety boats.")
    >>> other = parse("Reuters:\n\nWhy? Thank you.\n\nGu Weiping:\n\nThank you. The lock is closed.")
    >>> found = verify_in([one, other], "the lock is closed")
    >>> found.status, found.events[0].transcript is other
    ('typography', True)
    >>> found.message
    'found, in other typography: turn 1, paragraph 1 (Gu Weiping), in one of 2 events'
    """
    gathering = Gathering(what, speaker)
    for transcript in events:
        gathering.look(None, Spoken(transcript))
    return gathering.settled()


def citations_of(transcript: Transcript, passage: Passage, style: Style = "full") -> tuple[Citation, ...]:
    """The citations of a passage: one for each paragraph that it runs over.

    >>> from scio_transcripts import parse
    >>> from scio_transcripts.views import verify
    >>> page = parse("Reuters:\\n\\nHow many? Thank you.\\n\\nLin Dahai:\\n\\nThank you. Ninety.")
    >>> [one.text for one in citations_of(page, verify(page, "Ninety").passages[0], "short")]
    ['Lin Dahai, no date, turn 1, paragraph 1']
    """
    cited = []
    for turn in transcript.turns[passage.turn.index :]:
        if turn.start >= passage.end:
            break
        for paragraph in turn.paragraphs:
            start, end = max(paragraph.start, passage.start), min(paragraph.end, passage.end)
            if start < end and transcript.text[start:end].strip():
                cited.append(cite(transcript, (start, end), style=style))
    return tuple(cited)
