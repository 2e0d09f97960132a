"""Labels that the page has lost in the middle: somebody else begins to speak inside a turn.

In: the turns and their voices. Out: turns; where a sign shows a new voice the turn ends, and what follows is a turn
without label. Four signs count: a greeting behind a hand-over, a question behind the words that ask for one, an answer
that thanks for the question above it, and a statement behind a question that nobody answers. Promises: nobody is named
in such a turn. Doubt cuts early: words under nobody are better than words under somebody else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from scio_transcripts.diagnostics import Log
from scio_transcripts.language import speech_acts
from scio_transcripts.language.signs import ends_sentence, has_question_mark
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawParagraph, RawTurn
from scio_transcripts.normalizer.roles.roles import Voice
from scio_transcripts.registry.script import is_chinese

_SHOWN = 60
_THANKS_FOR = re.compile(
    r"(?:Thanks|Thank you)(?: very much| so much)?,? for (?:your|the|this|that|these) (?:\w+ ){0,2}questions?\b"
    r"|(?:谢谢|感谢|謝謝|感謝)(?:你|您|这位|這位)[^，。！？]{0,8}(?:提问|提問|问题|問題)"
)
_ANSWERING = ("official", "chair")
_SURE_ASKER = frozenset({"label", "outlet", "outlet-word"})
"""Grounds on which somebody asks for sure. Whom only the wording shows may ask rhetorically."""
_LONGEST_SENTENCE = 500
"""Characters before the end of a paragraph among which its last sentence begins."""
_SHORT = 120
"""Characters of a paragraph that may still ask."""
_ENDING = 180
_ENDING_HAN = 60
"""Characters at the end of a paragraph in which its speaker gives the floor."""
_THANKS = 80
"""Characters of a paragraph that may do nothing but thank."""
_STOP = re.compile(r"(?<!\b[MD][rs])(?<!\bMrs)[.!?](?:\s+|$)|[。！？]\s*")
_MOST_SPLITS = 4
"""Voices without label in one turn. More have lost all labels: nothing is won by cutting on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A turn with what stands around it."""

    paragraphs: Sequence[RawParagraph]
    voice: Voice
    follower: Voice | None
    below: str
    """How the next turn opens."""
    goes_on: bool
    """Whether the next turn has the same label."""
    has_askers: bool
    """Whether the page has labels of people who ask."""
    wide: frozenset[int]
    """The paragraphs above which the page leaves a wider gap than between others."""

    @property
    def words(self) -> list[str]:
        return [paragraph["text"] for paragraph in self.paragraphs]

    @property
    def is_answered(self) -> bool:
        """Whether an official, or the chair, speaks next."""
        return self.follower is not None and self.follower.role in _ANSWERING

    @property
    def goes_unanswered(self) -> bool:
        """Whether nobody answers below: the text ends, another asks, or the chair calls for the next question."""
        if self.follower is None or self.follower.role == "reporter":
            return True
        return self.follower.role == "chair" and _only_asks_for_questions(self.below)


def split_lost(turns: Sequence[RawTurn], voices: Sequence[Voice], text: str, log: Log) -> list[RawTurn]:
    """Split turns where somebody without label begins; the others are returned as they are."""
    if all(turn.label is None for turn in turns):
        return list(turns)
    gaps = _wide_gaps(turns, text)
    has_askers = any(voice.role == "reporter" and voice.basis in _SURE_ASKER for voice in voices)
    found: list[RawTurn] = []
    for i, (turn, voice) in enumerate(zip(turns, voices, strict=True)):
        below = turns[i + 1] if i + 1 < len(turns) else None
        place = _Place(
            paragraphs=tuple(turn.paragraphs),
            voice=voice,
            follower=voices[i + 1] if below is not None else None,
            below=below.opening if below is not None else "",
            goes_on=below is not None and turn.label is not None and turn.label == below.label,
            has_askers=has_askers,
            wide=gaps,
        )
        found += _pieces(turn, place, text, log)
    return found


def _pieces(turn: RawTurn, place: _Place, text: str, log: Log) -> list[RawTurn]:
    """A turn, and those that were lost in it."""
    pieces = [turn]
    while len(place.paragraphs) > 1 and len(pieces) <= _MOST_SPLITS:
        signs = [(cut, role) for find, role in _SIGNS if (cut := find(place)) is not None]
        if not signs:
            break
        cut, role = min(signs)
        kept, lost = _split(pieces.pop(), cut)
        pieces += [kept, lost]
        start_words = " ".join(text[lost.start : lost.start + _SHOWN].split())
        who = repr(turn.label) if turn.label else "somebody without a label"
        log.add("L204", lost.start, lost.paragraphs[0]["end"], who=who, start_words=start_words)
        voice = Voice(role=role, basis="label" if role == "reporter" else "")
        place = replace(place, paragraphs=place.paragraphs[cut:], voice=voice)
    return pieces


def _speaks_behind_hand_over(place: _Place) -> int | None:
    """Where somebody opens a speech behind a hand-over, or greets again behind a gap."""
    has_greeted = False
    for i, (above, here) in enumerate(pairwise(place.words), 1):
        has_greeted = has_greeted or speech_acts.greets(above)
        is_wide = place.paragraphs[i]["start"] in place.wide
        if _hands_over(above):
            if _takes_floor(above, here, chairs=place.voice.role == "chair", is_wide=is_wide):
                return i
        elif is_wide and has_greeted and i > 1 and speech_acts.greets(here) and not speech_acts.chairs(here):
            return i
    return None


def _takes_floor(above: str, here: str, *, chairs: bool, is_wide: bool) -> bool:
    """Whether somebody else goes on behind a hand-over.

    An official may add to it. A chair who adds a word leaves no gap, and has called nobody up.
    """
    if speech_acts.opens_speech(here) and not _only_thanks(here):
        return True
    return chairs and (is_wide or (_calls_up(above) and not speech_acts.chairs(here)))


def _asks_behind_call(place: _Place) -> int | None:
    """Where a question begins behind the words that call for one."""
    words, role = place.words, place.voice.role
    if role not in _ANSWERING:
        return None
    asked_last = _asks(words[-1])
    for i, (above, here) in enumerate(pairwise(words), 1):
        if _calls_for_questions(above, role) and (
            (speech_acts.opens_question(here) and any(map(_asks, words[i:])))
            or (asked_last and place.is_answered and not speech_acts.chairs(here))
        ):
            return i
    return None


def _calls_for_questions(words: str, role: str) -> bool:
    """Whether a paragraph ends with a call for questions. An official's is one only where he ends with those words."""
    if role == "chair":
        return speech_acts.invites_floor(_ending(words))
    # Few paragraphs have such words at all: only theirs is taken apart.
    return speech_acts.invites_floor(words[-_LONGEST_SENTENCE:]) and speech_acts.invites_floor(_last_sentence(words))


def _asks_before_answer(place: _Place) -> int | None:
    """Where the question begins with which an official's turn ends, and which is answered below."""
    words = place.words
    if place.voice.role != "official" or not place.is_answered or not _asks(words[-1]):
        return None
    opened = next((i for i in range(1, len(words)) if speech_acts.opens_question(words[i])), None)
    # Officials ask rhetorically: somebody else must take the question for one.
    if place.goes_on or _THANKS_FOR.match(place.below):
        return opened or len(words) - 1
    return opened if place.has_askers or speech_acts.answers(place.below[: speech_acts.OPENING]) else None


def _answers_asker(place: _Place) -> int | None:
    """Where somebody takes up the question right above."""
    if place.voice.role != "reporter":
        return None
    sure = place.voice.basis in _SURE_ASKER
    for i, (above, here) in enumerate(pairwise(place.words), 1):
        opening = here[: speech_acts.OPENING]
        if not _asks(above) or _goes_on_asking(here):
            continue
        if _THANKS_FOR.match(opening) or (sure and speech_acts.answers(opening)):
            return i
    return None


def _states_unanswered(place: _Place) -> int | None:
    """Where a statement stands behind a question that nobody answers below: the answer has lost its label."""
    if place.voice.role != "reporter" or place.voice.basis not in _SURE_ASKER or not place.goes_unanswered:
        return None
    words = place.words
    if _goes_on_asking(words[-1]) or not any(map(ends_sentence, words[1:])):
        # A remark between two questions is the asker's, and a heading is nobody's.
        return None
    return next(
        (i for i, (above, here) in enumerate(pairwise(words), 1) if _asks(above) and not _goes_on_asking(here)),
        None,
    )


_Sign = Callable[[_Place], "int | None"]
_SIGNS: Final[tuple[tuple[_Sign, str], ...]] = (
    (_speaks_behind_hand_over, "unknown"),
    (_asks_behind_call, "reporter"),
    (_asks_before_answer, "reporter"),
    (_answers_asker, "official"),
    (_states_unanswered, "official"),
)
"""How each sign is found, and the role of whoever begins there."""


def _goes_on_asking(words: str) -> bool:
    """Whether a paragraph behind a question belongs to it: it asks or thanks."""
    ending = words[-_SHORT:]
    return has_question_mark(ending) or speech_acts.opens_question(words) or _only_thanks(words)


def _asks(words: str) -> bool:
    """Whether a paragraph ends with a question, or with a request: `Please comment.`"""
    return speech_acts.ends_with_question(words) or speech_acts.ends_with_request(words)


def _only_thanks(words: str) -> bool:
    """Whether each sentence of a short paragraph thanks."""
    if len(words) > _THANKS or not speech_acts.thanks(words):
        return False
    return all(speech_acts.thanks(sentence) for sentence in _STOP.split(words) if sentence)


def _hands_over(words: str) -> bool:
    ending = _ending(words)
    return speech_acts.gives_floor(ending) and not speech_acts.invites_floor(ending)


def _calls_up(words: str) -> bool:
    """Whether the last sentence calls somebody up. `Mr.` ends no sentence, so that each stop is tried."""
    ending = _ending(words)
    begins = (0, *(stop.end() for stop in _STOP.finditer(ending)))
    return any(speech_acts.calls_up(ending[begin:]) for begin in begins)


def _last_sentence(words: str) -> str:
    tail = words[-_LONGEST_SENTENCE:]
    stops = [stop.end() for stop in _STOP.finditer(tail[:-1])]
    return tail[stops[-1] :] if stops else words


def _only_asks_for_questions(opening: str) -> bool:
    return speech_acts.invites_floor(opening) and not speech_acts.answers(opening[: speech_acts.OPENING])


def _ending(words: str) -> str:
    """The end of a paragraph, in which its speaker gives the floor."""
    return words[-_ENDING_HAN:] if is_chinese(words) else words[-_ENDING:]


def _wide_gaps(turns: Sequence[RawTurn], text: str) -> frozenset[int]:
    """Where paragraphs begin above which more lines are empty than above nearly all others."""
    gaps = {
        below["start"]: text.count("\n", above["end"], below["start"])
        for turn in turns
        for above, below in pairwise(turn.paragraphs)
    }
    if not gaps:
        return frozenset()
    usual = Counter(gaps.values()).most_common(1)[0][0]
    return frozenset(start for start, lines in gaps.items() if lines > usual)


def _split(turn: RawTurn, cut: int) -> tuple[RawTurn, RawTurn]:
    """The turn with the paragraphs before `cut`, and one without label with the others."""
    before, rest = turn.paragraphs[:cut], turn.paragraphs[cut:]
    return replace(turn, paragraphs=before, end=before[-1]["end"]), RawTurn(
        label=None,
        label_end=None,
        clues=("wording",),
        form=None,
        start=rest[0]["start"],
        end=rest[-1]["end"],
        paragraphs=rest,
    )
