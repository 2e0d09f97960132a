"""What speaks for a line as the title of its page, and what against it: a table of weighed clues.

In: one line of the head, and what stands around it. Out: its weight. Promises: every clue is one row with a name, and
all that hold are added; the words of the trade are asked of `language/`. Knows no site.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from scio_transcripts.language import speech_acts
from scio_transcripts.language.scale import Row, Scale
from scio_transcripts.language.signs import caseless
from scio_transcripts.lazy import re
from scio_transcripts.lexer.zones.datelines import glued_date
from scio_transcripts.lexer.zones.pieces import Part
from scio_transcripts.lexer.zones.sentences import SENTENCE_END, SPOKEN, tells_of_event
from scio_transcripts.registry.names import is_person

DATED = (Part.DATELINE, Part.SOURCE, Part.EVENT_DATE)
"""Parts of the head that say when."""
_TELLS = re.compile(r"\b(?:held|gave|hosted|convened) (?:a|an|the|its)\b")
_NOTE_AT_END = re.compile(r"\s*\([^()]{1,30}\)$")
_WORD = re.compile(r"[^\W\d_]{2,}")
_HEADLINE_BEGINS = re.compile(r"[^\W_a-z]|[\"“'‘《「【]")
_TOP_HEADING = "# "
"""How plain text marks the top heading up."""
HEADLINE_WORDS = 4
"""Words of a headline."""
_HEADLINE_CASELESS = 8
_LEAST_CASELESS = 5
"""Letters of a headline, and of a title, in a script without capital letters."""
_LONGEST = 400
_MOST_GAPS = 2


class Seen(NamedTuple):
    """A line, and what stands around it."""

    text: str
    """As printed."""
    words: str
    """Without bullets, and without a date that is glued to its end once it is weighed."""
    rank: int
    """How many lines above it are nothing else, either."""
    above: Part | None
    below: Part | None
    named: bool
    """Whether a field gives the same words."""
    again: bool
    """Whether the page prints it more than once: as its title, and as that of its window."""
    told: bool
    """Whether a sentence of the page tells of it, and a date stands below."""
    top: bool
    """Whether markup says that it is the page's top heading."""
    below_prose: bool
    glued: bool = False
    """Whether a date is glued to its end."""


def ends_sentence(words: str) -> bool:
    """Whether a line ends as a sentence does, a note in brackets and closing quotation marks aside."""
    return _NOTE_AT_END.sub("", words).rstrip('"”’」』').endswith(SENTENCE_END)


def is_headline(words: str) -> bool:
    """Whether a line has the shape of a headline: several words, the first with a capital letter, and no sentence.

    >>> is_headline("Ferries Run Again in Winter"), is_headline("Ferries run again in winter, he said.")
    (True, False)
    """
    enough = caseless(words) >= _HEADLINE_CASELESS or len(_WORD.findall(words)) >= HEADLINE_WORDS
    begins = _HEADLINE_BEGINS.match(words) is not None and not any(sign in words for sign in "<>|")
    return enough and begins and not ends_sentence(words) and not words.endswith((":", "："))


def _is_sentence(seen: Seen) -> bool:
    return ends_sentence(seen.words) and (not seen.glued or tells_of_event(seen.words))


def _tells_of_event(words: str) -> bool:
    return _TELLS.search(words) is not None or (caseless(words) > _HEADLINE_CASELESS and tells_of_event(words))


def _is_too_short(seen: Seen) -> bool:
    one_word = len(seen.words.split()) < 2 and caseless(seen.words) < _LEAST_CASELESS
    return one_word or seen.words.endswith((":", "："))


TITLE: Final[Scale[Seen]] = Scale(
    Row("words-of-titles", 5, lambda s: speech_acts.sounds_like_title(s.words)),
    Row("first", 1, lambda s: s.rank == 0),
    Row("above-date", 2, lambda s: s.below in DATED),
    Row("headline-above-date", 1, lambda s: s.below in DATED and is_headline(s.words)),
    Row("headline-below-source", 3, lambda s: s.above is Part.SOURCE and is_headline(s.text)),
    Row("headline-again", 3, lambda s: s.again and is_headline(s.text)),
    Row("named-in-field", 2, lambda s: s.named),
    Row("told-above-date", 4, lambda s: s.told),
    Row("top-heading", 7, lambda s: s.top or (s.rank == 0 and s.text.startswith(_TOP_HEADING))),
    Row("sentence", -5, _is_sentence),
    Row("tells-of-event", -3, lambda s: _is_sentence(s) and _tells_of_event(s.words)),
    Row("too-short", -6, _is_too_short),
    Row("spoken", -2, lambda s: SPOKEN.search(s.words) is not None and s.words.endswith(SENTENCE_END)),
    Row("gaps", -2, lambda s: s.words.count("  ") + s.words.count("•") > _MOST_GAPS),
    Row("a-name", -3, lambda s: is_person(s.words)),
    # Below prose and above a date stands who signs.
    Row("signature", -3, lambda s: s.below_prose and s.below is Part.EVENT_DATE),
)
"""What speaks for a line as the title."""


def weight_of(seen: Seen) -> float:
    """The weight of a line as a title; a greeting, and what is too long, is none."""
    if glued := glued_date(seen.words):
        seen = seen._replace(words=seen.words[: glued.start()], glued=True)
    if len(seen.words) > _LONGEST or speech_acts.greets(seen.words):
        return -9
    return TITLE.weight_of(seen)
