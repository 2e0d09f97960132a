"""Labels that the page has lost in the middle: a question from the floor inside somebody else's turn, or its answer.

In: the turns and their roles. Out: turns, with a new one without label where the wording shows a new voice. Only two
places count: after the chair has asked for a question, and around an answer that thanks for one.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.diagnostics import Log
from scio_transcripts.language import speech_acts
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalize.roles import Voice

_SHOWN = 60
_THANKS_FOR = re.compile(
    r"(?:Thanks|Thank you)(?: very much| so much)?,? for (?:your|the|this|that|these) (?:\w+ ){0,2}questions?\b"
    r"|(?:谢谢|感谢|謝謝|感謝)(?:你|您|这位|這位)[^，。！？]{0,8}(?:提问|提問|问题|問題)"
)
_ANSWERING = ("official", "chair")


def split_lost(turns: Sequence[RawTurn], voices: Sequence[Voice], text: str, log: Log) -> list[RawTurn]:
    """Split turns where a question without label begins; the others are returned as they are."""
    found: list[RawTurn] = []
    last = len(turns) - 1
    for i, (turn, voice) in enumerate(zip(turns, voices, strict=True)):
        found.append(turn)
        cut = None
        if len(turn.paragraphs) > 1:
            if i < last and voice.role in _ANSWERING and voices[i + 1].role in _ANSWERING:
                cut = _question_begins(turn, voice.role, turns[i + 1].opening)
            elif voice.role == "reporter":
                cut = _answer_begins(turn)
        if cut is not None:
            lost = _split(turn, cut)
            found.append(lost)
            first = lost.paragraphs[0]
            start_words = text[lost.start : lost.start + _SHOWN]
            log.add("L204", first["start"], first["end"], label=turn.label or "", start_words=start_words)
    return found


def _question_begins(turn: RawTurn, role: str, answer: str) -> int | None:
    """Index of the paragraph with which the question begins, or None. `answer` is how the next turn opens."""
    last = turn.paragraphs[-1]["text"]
    if "?" not in last or not speech_acts.ends_with_question(last):
        return None
    words = [paragraph["text"] for paragraph in turn.paragraphs]
    answered = speech_acts.answers(answer[: speech_acts.OPENING])
    if role == "chair":
        for i in range(len(words) - 1):
            if speech_acts.invites_floor(words[i]) and not speech_acts.chairs(words[i + 1]):
                return i + 1
        return None
    # An official's own questions are rhetorical; only a formula of asking before an answer that thanks for it shows a
    # reporter.
    for i in range(1, len(words)):
        if answered and speech_acts.opens_question(words[i]):
            return i
    return None


def _answer_begins(turn: RawTurn) -> int | None:
    """Index of the paragraph that thanks for the question asked right above it, or None."""
    words = [paragraph["text"] for paragraph in turn.paragraphs]
    for i in range(1, len(words)):
        opening = words[i][: speech_acts.OPENING]
        if speech_acts.thanks(opening) and speech_acts.ends_with_question(words[i - 1]) and _THANKS_FOR.match(opening):
            return i
    return None


def _split(turn: RawTurn, cut: int) -> RawTurn:
    """Take the paragraphs from `cut` on out of the turn, into a turn without label."""
    rest = turn.paragraphs[cut:]
    del turn.paragraphs[cut:]
    turn.end = turn.paragraphs[-1]["end"]
    return RawTurn(
        label=None,
        label_end=None,
        clues=("wording",),
        form=None,
        start=rest[0]["start"],
        end=rest[-1]["end"],
        paragraphs=rest,
    )
