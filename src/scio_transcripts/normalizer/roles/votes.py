"""What one turn says for each role, by its words, its length and its neighbours.

In: the turns, and the roles that are known of them. Out: votes for chair, official and reporter. Promises: only the
beginning and the end of a long speech are read. Decides nothing: `roles.py` counts the votes of a label.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from scio_transcripts.language import speech_acts
from scio_transcripts.language.label import core, fold
from scio_transcripts.language.scale import Row, Scale, Weighing
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalizer.people.presenting import people_presented
from scio_transcripts.normalizer.roles.chairs import names_spokesperson
from scio_transcripts.registry.script import is_chinese

LOOKED_AT = 1200
"""Characters of a speech, from its beginning, that are read for wording."""
_FORMULAS_IN = 600
"""Characters from the beginning of a speech in which the formulas of a chair count."""
_THANKS_BY_NAME = re.compile(
    r"(?:Thank you|Thanks)(?: very much| so much)?,? (?:Mr|Ms|Mrs|Dr|Madam)\.? (?:\w+ )?(?P<name>[A-Z]\w+)\b(?!,? for )"
)
_THANKS_HOST = re.compile(
    r"(?:Thank you|Thanks)(?: very much| so much)?,? (?:to )?(?:the |our |dear |Mr\.? |Madam )?"
    r"(?:moderator|host|chair(?:man|woman|person)?)\b|(?:好，?)?(?:谢谢|感谢|謝謝|感謝)主持人",
    re.I,
)
_FIRST = 3
"""Turns of an opening: a webcaster's words or an announcement may stand above the chair's."""
_SHORT = 420
_HAND_OVER = 160
"""Characters of a turn that can only hand over."""
_LONG = 700
_HAN_WEIGHT = 3
"""Letters of English that say as much as one character of Chinese."""


class Heard:
    """One turn as it is weighed: its words, and who speaks before and after it."""

    def __init__(self, i: int, turns: Sequence[RawTurn], roles: Sequence[str]) -> None:
        self.i, self.turns, self.roles = i, turns, roles
        self.turn = turns[i]
        self.speech = speech = turns[i].speech
        self.length = len(speech) * (_HAN_WEIGHT if is_chinese(speech) else 1)
        self.is_short = self.length <= _SHORT
        self.after_reporter = i > 0 and roles[i - 1] == "reporter"
        self.before_reporter = i + 1 < len(turns) and roles[i + 1] == "reporter"
        self.is_at_edge = i in (0, len(turns) - 1)

    @cached_property
    def formulas(self) -> int:
        """How many formulas of a chair the speech holds where a chair has them."""
        at_end = 0 if self.is_short else speech_acts.chair_words(self.speech[-_SHORT:])
        return speech_acts.chair_words(self.speech[:_FORMULAS_IN]) + at_end

    @property
    def formulas_in_place(self) -> int:
        """Those of a short speech, of the first and of the last: in a long one in the middle they may be anybody's."""
        return min(self.formulas, 2) if self.is_short or self.is_at_edge else 0

    @cached_property
    def answers(self) -> bool:
        return speech_acts.answers(self.speech[: speech_acts.OPENING])

    @cached_property
    def calls_up(self) -> bool:
        """Whether it only says who speaks next, by the name or the post of the next label, or by calling up."""
        return "calls-next" in self.turn.clues or speech_acts.calls_up(self.speech)

    @cached_property
    def gives_floor(self) -> bool:
        return self.is_short and not self.calls_up and speech_acts.gives_floor(self.speech)

    @property
    def calls_for_question(self) -> bool:
        """Whether it is a word or two between an answer and a question."""
        is_brief = self.before_reporter and 0 < self.length <= _HAND_OVER
        return is_brief and not (self.after_reporter or self.answers)

    @property
    def presents_others(self) -> bool:
        return _opens(self.i, self.roles) and introduces_others(self.speech[:LOOKED_AT], self.turn.label)

    @property
    def is_invited(self) -> bool:
        """Whether the floor was asked for a question right before."""
        handed = self.i > 0 and "hand-over" in self.turn.clues
        return handed and speech_acts.invites_floor(self.turns[self.i - 1].speech[-_SHORT:])

    @cached_property
    def asks(self) -> bool:
        is_last = self.i + 1 == len(self.turns)
        return not (is_last or self.after_reporter) and speech_acts.ends_with_question(self.speech)


CHAIR: Final[Scale[Heard]] = Scale(
    Row("a chair's formula", 1, lambda t: t.formulas > 0),
    Row("a short speech, the first or the last, with it", 1, lambda t: t.formulas_in_place > 0),
    Row("how many such formulas", 1, lambda t: t.formulas_in_place),
    Row("nothing but calling somebody up", 6, lambda t: t.calls_up),
    Row("giving the floor", 3, lambda t: t.gives_floor and not t.after_reporter),
    Row("passing a question on", 1, lambda t: t.gives_floor and t.after_reporter),
    Row("presenting others at the beginning", 3, lambda t: t.presents_others),
    Row("thanks to the host below it", 3, lambda t: _is_thanked_as_host(t.i, t.turns, short=t.is_short)),
    Row("a word or two before a question", 1, lambda t: t.i > 0 and t.calls_for_question),
    Row("thanks to one, and another answers", 2, lambda t: t.calls_for_question and _passes_on(t.i, t.turns, t.roles)),
)
OFFICIAL: Final[Scale[Heard]] = Scale(
    Row("passing a question on", 2, lambda t: t.gives_floor and t.after_reporter),
    Row("taking a question", 3, lambda t: t.answers),
    Row("a question above it", 3, lambda t: t.after_reporter and not (t.is_short and t.formulas)),
    Row("a long speech", 1, lambda t: t.length > _LONG),
    Row("a title in the label", 3, lambda t: "titled" in t.turn.clues),
    Row("a call by name or post above it", 3, lambda t: _was_called(t.i, t.turns)),
)
REPORTER: Final[Scale[Heard]] = Scale(
    Row("a call for questions above it", 3, lambda t: t.is_invited),
    Row("a question at its end", 3, lambda t: t.asks),
    Row("a question's beginning", 1, lambda t: t.asks and speech_acts.opens_question(t.speech)),
    Row("a spokesperson's post in the label", -9, lambda t: names_spokesperson(t.turn.label or "")),
)
"""What speaks for each role in one turn."""


class Votes(NamedTuple):
    """What one turn says for each role."""

    chair: Weighing
    official: Weighing
    reporter: Weighing


def vote(i: int, turns: Sequence[RawTurn], roles: Sequence[str]) -> Votes:
    """The votes of one turn. `roles`: those that labels have shown, by turn."""
    heard = Heard(i, turns, roles)
    return Votes(CHAIR.weigh(heard), OFFICIAL.weigh(heard), REPORTER.weigh(heard))


def _was_called(i: int, turns: Sequence[RawTurn]) -> bool:
    """Whether the turn above gives the floor and names this one's label: `恭请局长致词`, then `局长致词：`."""
    above, who = turns[i - 1].speech[-_SHORT:] if i else "", core(turns[i].label or "")
    return is_chinese(who) and who in above and who != core(turns[i - 1].label or "") and speech_acts.gives_floor(above)


def _passes_on(i: int, turns: Sequence[RawTurn], roles: Sequence[str]) -> bool:
    """Whether a speech thanks somebody by name, and somebody else answers the question below it."""
    thanks, label = _THANKS_BY_NAME.match(turns[i].speech), fold(turns[i].label or "")
    if thanks is None or thanks["name"].lower() in label.split():
        return False
    below = next((j for j in range(i + 1, len(turns)) if roles[j] != "reporter"), None)
    return below is not None and fold(turns[below].label or "") != label


def _opens(i: int, roles: Sequence[str]) -> bool:
    """Whether a turn belongs to the opening: few stand above it, and nobody has asked."""
    return i < _FIRST and "reporter" not in roles[:i]


def _is_thanked_as_host(i: int, turns: Sequence[RawTurn], *, short: bool) -> bool:
    """Whether the next speaker thanks the host, or whoever spoke a few words first, by name."""
    if i == 0 and short and _is_thanked(turns[0].label, turns[1:2]):
        return True
    below = turns[i + 1] if i + 1 < len(turns) else None
    return below is not None and below.label != turns[i].label and _THANKS_HOST.match(below.opening) is not None


def _is_thanked(label: str | None, followers: Sequence[RawTurn]) -> bool:
    """Whether the next speaker begins by thanking the one of this label by name: he has been given the floor."""
    thanks = _THANKS_BY_NAME.match(followers[0].opening) if followers and label else None
    return thanks is not None and thanks["name"].lower() in fold(label or "").split()


def introduces_others(speech: str, label: str | None) -> bool:
    """Whether a speech presents somebody with a post who is not the one of its label."""
    return any(fold(p.name) not in fold(label or "") for p in people_presented(speech))
