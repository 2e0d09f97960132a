"""Whether words are somebody's own, or told of him: a story's heading, by-line or quotation looks like a label, too.

In: a turn as written, and its label. Out: how many of its paragraphs speak (ask, say `I` or `we`), and how many tell of
somebody in the third person. Promises: what stands in quotation marks counts for neither. Knows no page.
"""

from __future__ import annotations

from typing import NamedTuple

from scio_transcripts.language import speech_acts
from scio_transcripts.language.label import core
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.registry.han import split_label
from scio_transcripts.registry.names import split_honorific
from scio_transcripts.registry.script import is_chinese, is_han

_READ = 4000
"""Characters of a speech that are read."""
_QUOTED = re.compile(r"“[^”]{0,400}”|「[^」]{0,400}」|『[^』]{0,400}』|\"[^\"]{0,400}\"")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Yy]our|[Oo]ur|us|[Mm]y|me)\b|[我您]|咱[们們]|你[们們]")
_SAYS_HAN = r"(?:[称稱]|表示|指出|[说說]|[强強][调調]|透露|介[绍紹]|回答|回[应應])道?[，,：:]"
_REPORTS = re.compile(rf"\b(?:said|says|told|added|stated|noted|stressed|insisted|reported)\b|{_SAYS_HAN}")
# `在记者会上，局长表示，我们的船`: what follows is his, but not the teller's.
_TELLS_FIRST_HAN = re.compile(rf"(?:[^，。！？我]{{0,20}}，)?[^，。！？我「“]{{1,20}}{_SAYS_HAN}")
_HIMSELF = re.compile(r"(?:我是|我叫|\b(?:I am|I['’]m|[Mm]y name is)) ?[^，,。.]{0,30}$")
"""How somebody names himself, up to the name."""
_NAME_BEFORE = 40
_ENDS_LABEL = ("", "\n", ":", "：")
_HAN_NAME = 2
_NAME = 5
"""Characters of a name, at least."""


def unquoted(speech: str) -> str:
    """A speech without what it quotes."""
    return _QUOTED.sub(" ", speech[:_READ])


def reports(speech: str) -> bool:
    """Whether words report what others said, and say nothing themselves.

    >>> reports("Mr. Lin said that it rained."), reports("We said that it would rain.")
    (True, False)
    """
    own = unquoted(speech)
    return _REPORTS.search(own) is not None and _FIRST_PERSON.search(own) is None


class Weight(NamedTuple):
    """How many paragraphs are the speaker's own words, and how many tell of somebody."""

    own: int
    told: int


def weigh(turn: RawTurn) -> Weight:
    """The paragraphs of a turn that speak, and those that tell: a plain statement counts for neither."""
    name = _name_of(turn.label or "")
    own = told = 0
    for paragraph in turn.paragraphs:
        words = unquoted(paragraph["text"])
        if _TELLS_FIRST_HAN.match(words):
            told += 1
        elif _FIRST_PERSON.search(words) or speech_acts.opens_speech(words) or speech_acts.ends_with_question(words):
            own += 1
        elif _REPORTS.search(words) or _names_in_third_person(words, name):
            told += 1
    return Weight(own, told)


def _name_of(label: str) -> str:
    words = core(label)
    return split_label(words)[1] if is_han(words) else split_honorific(words.split(",")[0])[1]


def _names_in_third_person(speech: str, name: str) -> bool:
    """Whether a speech names somebody, but not where he says who he is, nor as a label that stands in it unread."""
    if len(name) < (_HAN_NAME if is_chinese(name) else _NAME):
        return False
    for found in re.finditer(re.escape(name), speech):
        before, after = speech[max(0, found.start() - _NAME_BEFORE) : found.start()], speech[found.end() :].lstrip(" ")
        if not _HIMSELF.search(before) and after[:1] not in _ENDS_LABEL:
            return True
    return False
