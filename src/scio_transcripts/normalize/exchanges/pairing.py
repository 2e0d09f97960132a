"""Questions with their answers, from roles and what each speech does.

In: speeches in order. Out: exchanges as indices of turns. Promises: no turn stands in two exchanges; thanks and
invitations stand in none; what nobody answers, and what answers nothing that the page shows, is kept. A chair's
hand-over is neither question nor answer; an official's stands among the answers, as the public contract counts it, and
`handovers` tells it apart. Reads short speeches only, and only where roles leave the choice open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from scio_transcripts.normalize.exchanges import acts
from scio_transcripts.normalize.exchanges.speeches import Speech
from scio_transcripts.normalize.people import Person
from scio_transcripts.parser.wording import ends_with_question


@dataclass(slots=True)
class RawExchange:
    """One exchange, as indices of turns."""

    questions: list[int] = field(default_factory=list)
    follow_ups: list[int] = field(default_factory=list)
    """Those of `questions` that come after an answer."""
    answers: list[int] = field(default_factory=list)
    handovers: list[int] = field(default_factory=list)
    """Turns that only pass the question on: the chair's, and those of `answers` that do no more."""
    asked: list[range] = field(default_factory=list)
    """`questions`, as the speeches that they are."""
    relayed: bool = False
    """The chair asks, for somebody who is not in the room."""
    askers: set[Person | None] = field(default_factory=set)
    """Who asked before the first answer."""

    @property
    def answered(self) -> bool:
        """Whether anybody says more than who should answer."""
        return bool(set(self.answers).difference(self.handovers))


class _Reader:
    """The exchanges so far, the open one, and what the chair has said since its last answer."""

    def __init__(self, speeches: Sequence[Speech]) -> None:
        self.found: list[RawExchange] = []
        self._open: RawExchange | None = None
        self._between: list[str] = []
        """What the chair has said since the last question or answer."""
        self._unread: list[str] = []
        """What of it nobody has read for a call for questions. Most of it never needs to be."""
        self._calls = False
        self._stated = False
        """Somebody has made a statement since the last answer."""
        self._any_reporter = any(speech.role == "reporter" for speech in speeches)

    def begin(self) -> RawExchange:
        exchange = RawExchange()
        self.found.append(exchange)
        self._open = exchange
        return exchange

    def _go_on(self) -> None:
        """Forget what was said before the last question or answer."""
        if self._between:
            self._between = []
        if self._unread:
            self._unread = []
        self._calls = self._stated = False

    def _called(self) -> bool:
        """Whether the floor has been asked for a question since the last question or answer."""
        if self._unread:
            unread, self._unread = self._unread, []
            self._calls = self._calls or any(acts.calls_for_questions(w) and not acts.lets_go_on(w) for w in unread)
        return self._calls

    def read_reporter(self, speech: Speech) -> None:
        """A question, unless the reporter only thanks."""
        words = speech.opening
        if not words or acts.only_thanks(words):
            return
        current = self._open
        if current is None or (current.answers and not self._follows(speech, words)):
            current = self.begin()
        elif current.answers:
            current.follow_ups += speech.turns
        elif current.questions and not self._same_asker(speech):
            moved_on = self._between or current.handovers
            if moved_on and not any(acts.takes_together(said) for said in self._between):
                current = self.begin()
        elif self._called():
            current = self.begin()
        if not current.answers:
            current.askers.add(speech.person)
        current.questions += speech.turns
        current.asked.append(speech.turns)
        self._go_on()

    def _same_asker(self, speech: Speech) -> bool:
        return self._open is not None and speech.person in self._open.askers

    def _follows(self, speech: Speech, words: str) -> bool:
        """Whether a question after an answer goes on with the open exchange."""
        if not self._same_asker(speech) or self._stated:
            return False
        if speech.person is None:
            # Two askers without a name may be two people: only the words can show that it is the same one.
            return acts.follows_up(words) and not self._called()
        if acts.follows_up(words):
            return True
        return not self._called() and all(acts.lets_go_on(said) for said in self._between)

    def read_official(self, speech: Speech) -> None:
        """An answer, unless it answers nothing: a statement, thanks, or the call for a question of one who hosts."""
        words = speech.opening
        short = len(words) <= acts.LONGEST_HAND_OVER
        if not words or (short and acts.only_thanks(words)):
            return
        current = self._open
        if current is None:
            if acts.answers_your_question(words):
                self._answer(self.begin(), speech, words)
            return
        if not current.answers:
            self._answer(current, speech, words)
            return
        if short and acts.hosts(words):
            self._between.append(words)
            self._calls = True
            return
        if self._stated or acts.announces(words):
            self._stated = True
            return
        if self._called():
            # The chair has asked for a question, and an official speaks: the question itself is lost.
            self._answer(self.begin(), speech, words)
            return
        self._answer(current, speech, words)

    def _answer(self, exchange: RawExchange, speech: Speech, words: str) -> None:
        exchange.answers += speech.turns
        if len(words) <= acts.LONGEST_HAND_OVER and acts.hands_over(words):
            exchange.handovers += speech.turns
        self._go_on()

    def read_chair(self, speech: Speech, follower: Speech | None) -> None:
        """A hand-over, a call for the next question, an answer of the chair's own, or a question read out."""
        words = speech.words
        if not words:
            return
        current = self._open
        before_answer = follower is not None and follower.role == "official"
        if before_answer and self._asks(words, current):
            exchange = self.begin()
            exchange.relayed = True
            exchange.questions += speech.turns
            exchange.asked.append(speech.turns)
            self._go_on()
            return
        if current is None:
            return
        if self._answers(words, current, before_answer=before_answer):
            self._answer(current, speech, words)
            self._unread.append(words)
        elif not current.answers and (before_answer or acts.hands_over(words)):
            # `This is the last question. Mr. Lin, please.` hands on the question that has been asked.
            current.handovers += speech.turns
        elif before_answer and acts.calls_for_statement(words):
            self._stated = True
        elif before_answer and (not acts.calls_for_questions(words) or acts.ends_by_handing_over(words)):
            current.handovers += speech.turns
        else:
            self._between.append(words)
            self._unread.append(words)

    def _asks(self, words: str, current: RawExchange | None) -> bool:
        """Whether the chair asks: for somebody outside, or as the one who interviews."""
        if current is not None and not current.answers and current.questions and not current.relayed:
            return False
        if acts.relays(words):
            return True
        return not self._any_reporter and ends_with_question(words) and not acts.offers_to_add(words)

    def _answers(self, words: str, current: RawExchange, *, before_answer: bool) -> bool:
        """Whether the chair answers the open question. Whether anything is said is asked last: it takes longest."""
        if current.answers or before_answer:
            takes = acts.takes_up(words)
            if current.answers and not takes:
                return False
            if not takes and (len(words) <= acts.LONGEST_HAND_OVER or acts.ends_by_handing_over(words)):
                return False
        return acts.says_something(words)


def pair(speeches: Sequence[Speech]) -> list[RawExchange]:
    """Pair questions and answers."""
    reader = _Reader(speeches)
    for i, speech in enumerate(speeches):
        if speech.role == "reporter":
            reader.read_reporter(speech)
        elif speech.role == "official":
            reader.read_official(speech)
        elif speech.role == "chair":
            reader.read_chair(speech, speeches[i + 1] if i + 1 < len(speeches) else None)
    return reader.found
