"""Questions with their answers, from roles and what each speech does.

In: speeches in order. Out: exchanges as indices of turns. Promises: no turn stands in two exchanges; thanks and
invitations stand in none; what nobody answers, and what answers nothing that the page shows, is kept. A chair's
hand-over is neither question nor answer; an official's stands among the answers, as the public contract counts it, and
`handovers` tells it apart. Reads short speeches only, and only where roles leave the choice open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scio_transcripts.exchanges import acts
from scio_transcripts.exchanges.speeches import Speech
from scio_transcripts.language.speech_acts import ends_with_question
from scio_transcripts.normalizer.people.person import Person


@dataclass(slots=True, init=False)
class RawExchange:
    """One exchange, as indices of turns."""

    questions: list[int]
    follow_ups: list[int]
    """Those of `questions` that come after an answer."""
    answers: list[int]
    handovers: list[int]
    """Turns that only pass the question on: the chair's, and those of `answers` that do no more."""
    asked: list[range]
    """`questions`, as the speeches that they are."""
    relayed: bool
    """The chair asks, for somebody who is not in the room."""
    askers: set[Person | None]
    """Who asked before the first answer."""

    def __init__(self) -> None:
        # Written out: one factory for each field takes thrice as long, and a page may have thousands of these.
        self.questions, self.follow_ups, self.answers, self.handovers, self.asked = [], [], [], [], []
        self.relayed, self.askers = False, set()

    @property
    def answered(self) -> bool:
        """Whether anybody says more than who should answer."""
        return bool(set(self.answers).difference(self.handovers) if self.handovers else self.answers)


@dataclass(slots=True, init=False)
class _Since:
    """What has been said since the last question or answer, and is neither."""

    by_chair: list[str]
    """By whoever chairs, or hosts for the moment."""
    unread: list[str]
    """What nobody has read for a call for questions. Most of it never needs to be."""
    calls: bool
    stated: bool
    """Somebody has made a statement."""

    def __init__(self) -> None:
        self.by_chair, self.unread, self.calls, self.stated = [], [], False, False

    def called(self) -> bool:
        """Whether the floor has been asked for a question."""
        if self.unread:
            unread, self.unread = self.unread, []
            self.calls = self.calls or any(acts.calls_for_questions(w) and not acts.lets_go_on(w) for w in unread)
        return self.calls


class _Reader:
    """The exchanges so far, the open one, and what has been said since its last answer."""

    def __init__(self, speeches: Sequence[Speech]) -> None:
        self.found: list[RawExchange] = []
        self._open: RawExchange | None = None
        self._since: _Since | None = None
        """None right behind a question or an answer, where most speeches stand."""
        self._chair_answered = False
        """The last answer of the open exchange is the chair's own."""
        self._any_reporter = any(speech.role == "reporter" for speech in speeches)

    def begin(self) -> RawExchange:
        exchange = RawExchange()
        self.found.append(exchange)
        self._open = exchange
        self._chair_answered = False
        return exchange

    def _waits(self, exchange: RawExchange) -> bool:
        """Whether a question waits for its answer: the first one, or a follow-up to what the chair has answered.

        What the chair says after a follow-up to an official may as well cut it short.
        """
        if not exchange.answers:
            return True
        return self._chair_answered and bool(exchange.questions) and exchange.questions[-1] > exchange.answers[-1]

    def _note(self) -> _Since:
        """Where to note what is neither question nor answer."""
        since = self._since = self._since or _Since()
        return since

    def read_reporter(self, speech: Speech) -> None:
        """A question, unless the reporter only thanks."""
        words = speech.opening
        if not words or (len(words) <= acts.LONGEST_THANKS and acts.only_thanks(words)):
            return
        current = self._exchange_of(speech, words)
        if not current.answers:
            current.askers.add(speech.person)
        current.questions += speech.turns
        current.asked.append(speech.turns)
        self._since = None

    def _exchange_of(self, speech: Speech, words: str) -> RawExchange:
        """The exchange that a question belongs to: the open one, or a new one."""
        current = self._open
        if current is None:
            return self.begin()
        if current.answers:
            if not self._follows(speech, words):
                return self.begin()
            current.follow_ups += speech.turns
        elif self._is_called_for(speech, current):
            return self.begin()
        return current

    def _is_called_for(self, speech: Speech, current: RawExchange) -> bool:
        """Whether somebody was called up to ask although nobody has answered the question above."""
        since = self._since
        if not current.questions or self._same_asker(speech):
            return since is not None and since.called()
        said = since.by_chair if since else ()
        return bool(said or current.handovers) and not any(map(acts.takes_together, said))

    def _same_asker(self, speech: Speech) -> bool:
        return self._open is not None and speech.person in self._open.askers

    def _follows(self, speech: Speech, words: str) -> bool:
        """Whether a question after an answer goes on with the open exchange."""
        since = self._since
        if not self._same_asker(speech) or (since and since.stated):
            return False
        if speech.person is None:
            # Two askers without a name may be two people: only the words can show that it is the same one.
            return acts.follows_up(words) and not (since and since.called())
        if since is None or acts.follows_up(words):
            return True
        return not since.called() and all(acts.lets_go_on(said) for said in since.by_chair)

    def read_official(self, speech: Speech) -> None:
        """An answer, unless it answers nothing: a statement, thanks, or the call for a question of one who hosts."""
        current = self._open
        if current is not None and not current.answers and speech.is_long:
            # Most answers: what their words do is not asked.
            current.answers += speech.turns
            self._chair_answered = False
            self._since = None
            return
        words = speech.opening
        if not words or (len(words) <= acts.LONGEST_HAND_OVER and acts.only_thanks(words)):
            return
        if current is None:
            if acts.answers_your_question(words):
                self._answer(self.begin(), speech, words)
        elif current.answers:
            self._read_more(current, speech, words)
        else:
            self._answer(current, speech, words)

    def _read_more(self, current: RawExchange, speech: Speech, words: str) -> None:
        """What an official says where the question has been answered."""
        since = self._since
        if len(words) <= acts.LONGEST_HAND_OVER and acts.hosts(words):
            since = self._note()
            since.by_chair.append(words)
            since.calls = True
        elif (since and since.stated) or acts.announces(words):
            self._note().stated = True
        elif since and since.called():
            # The chair has asked for a question, and an official speaks: the question itself is lost.
            self._answer(self.begin(), speech, words)
        else:
            self._answer(current, speech, words)

    def _answer(self, exchange: RawExchange, speech: Speech, words: str) -> None:
        exchange.answers += speech.turns
        if len(words) <= acts.LONGEST_HAND_OVER and acts.hands_over(words):
            exchange.handovers += speech.turns
        self._chair_answered = speech.role == "chair"
        self._since = None

    def read_chair(self, speech: Speech, follower: Speech | None) -> None:
        """A hand-over, a call for the next question, an answer of the chair's own, or a question read out."""
        words = speech.words
        current = self._open
        before_answer = follower is not None and follower.role == "official"
        if not words:
            return
        if before_answer and self._asks(words, current):
            self._relay(speech)
        elif current is not None:
            self._read_hosting(current, speech, words, before_answer=before_answer)

    def _relay(self, speech: Speech) -> None:
        """A question that the chair reads out."""
        exchange = self.begin()
        exchange.relayed = True
        exchange.questions += speech.turns
        exchange.asked.append(speech.turns)
        self._since = None

    def _read_hosting(self, current: RawExchange, speech: Speech, words: str, *, before_answer: bool) -> None:
        """What the chair says in an exchange: an answer, a hand-over, or a call."""
        if self._answers(words, current, before_answer=before_answer):
            self._answer(current, speech, words)
            self._note().unread.append(words)
        elif not current.answers and (before_answer or acts.hands_over(words)):
            # `This is the last question. Mr. Lin, please.` hands on the question that has been asked.
            current.handovers += speech.turns
        elif before_answer and acts.calls_for_statement(words):
            self._note().stated = True
        elif before_answer and (not acts.calls_for_questions(words) or acts.ends_by_handing_over(words)):
            current.handovers += speech.turns
        else:
            since = self._note()
            since.by_chair.append(words)
            since.unread.append(words)

    def _asks(self, words: str, current: RawExchange | None) -> bool:
        """Whether the chair asks: for somebody outside, or as the one who interviews."""
        if current is not None and not current.answers and current.questions and not current.relayed:
            return False
        if acts.relays(words):
            return True
        return not self._any_reporter and ends_with_question(words) and not acts.offers_to_add(words)

    def _answers(self, words: str, current: RawExchange, *, before_answer: bool) -> bool:
        """Whether the chair answers the open question. Whether anything is said is asked last: it takes longest."""
        waits = self._waits(current)
        if not waits or before_answer:
            takes = acts.takes_up(words)
            if not waits and not takes:
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
