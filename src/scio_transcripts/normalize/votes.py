"""What one turn says for each role, by its words, its length and its neighbours.

In: the turns, and the roles that are known of them. Out: votes for chair, official and reporter. Promises: only the
beginning and the end of a long speech are read. Decides nothing: `roles.py` counts the votes of a label.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scio_transcripts.language import speech_acts
from scio_transcripts.language.label import fold
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalize.presenting import people_presented
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


class Votes(NamedTuple):
    """What one turn says for each role."""

    chair: int = 0
    official: int = 0
    reporter: int = 0


def vote(i: int, turns: Sequence[RawTurn], roles: Sequence[str]) -> Votes:
    """The votes of one turn. `roles`: those that labels have shown, by turn."""
    turn, speech = turns[i], turns[i].speech
    length = len(speech) * (_HAN_WEIGHT if is_chinese(speech) else 1)
    short = length <= _SHORT
    after_reporter = i > 0 and roles[i - 1] == "reporter"
    before_reporter = i + 1 < len(turns) and roles[i + 1] == "reporter"
    formulas = speech_acts.chair_words(speech[:_FORMULAS_IN]) + (
        0 if short else speech_acts.chair_words(speech[-_SHORT:])
    )
    chair = official = reporter = 0
    if formulas:
        # In a long speech in the middle a formula may be anybody's; a short one, the first and the last are the
        # chair's business.
        chair += 2 + min(formulas, 2) if short or i in (0, len(turns) - 1) else 1
    if _calls_up(turn):
        chair += 6
    elif short and speech_acts.gives_floor(speech):
        chair += 1 if after_reporter else 3
        official += 2 if after_reporter else 0
    if _opens(i, roles) and introduces_others(speech[:LOOKED_AT], turn.label):
        chair += 3
    chair += 3 * _is_thanked_as_host(i, turns, short=short)
    answers = speech_acts.answers(speech[: speech_acts.OPENING])
    if before_reporter and 0 < length <= _HAND_OVER and not (after_reporter or answers):
        # Whoever says a word or two between an answer and a question calls for the question.
        chair += (i > 0) + 2 * _passes_on(i, turns, roles)
    if answers:
        official += 3
    if after_reporter and not (short and formulas):
        official += 3
    official += (length > _LONG) + 3 * ("titled" in turn.clues)
    if i and "hand-over" in turn.clues and speech_acts.invites_floor(turns[i - 1].speech[-_SHORT:]):
        reporter += 3
    if i + 1 < len(turns) and not after_reporter and speech_acts.ends_with_question(speech):
        reporter += 3 + speech_acts.opens_question(speech)
    return Votes(chair, official, reporter)


def _calls_up(turn: RawTurn) -> bool:
    """Whether a turn only says who speaks next, by the name or the post of the next label, or by calling up."""
    return "calls-next" in turn.clues or speech_acts.calls_up(turn.speech)


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
