"""The speech test: whether words behind the head of a turn are said, or told, or neither.

In: the first and the last characters of the words behind a head, as printed, in either language. Out: the signs that
they show, each a clue, none a proof. Promises: some microseconds, however long the words are, for only their ends are
read. Knows no line and no head, and gives no weights: whoever asks weighs the signs.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from scio_transcripts.language import speech_acts
from scio_transcripts.language.signs import begins_quotation, ends_sentence

OPENING: Final = 200
"""Characters from the beginning of the words that are read."""
CLOSING: Final = 100
"""Characters before the end of the words that are read."""


class SpeechSigns(NamedTuple):
    """What the beginning and the end of some words show of who says them."""

    greets: bool
    """They begin with a greeting or a salutation. For speech."""
    thanks: bool
    """They begin with thanks. For speech."""
    of_self: bool
    """`I`, `we`, `我们` stands in the beginning. For speech, unless they begin with a quotation."""
    addresses: bool
    """`you`, `您`, `大家` stands in the beginning or the end. For speech."""
    asks: bool
    """They end with a question, thanks aside. For speech: a reporter's, most likely."""
    is_sentence: bool
    """They end as a sentence does. Against speech where they do not: a field, a person of a list, a heading."""
    tells: bool
    """They begin by telling what somebody else said: `X said`, `X表示`, a told verb behind the mark. Against."""
    quotes: bool
    """They begin with a quotation mark, as in stories: `X：“…”`. Against."""


def speech_signs(opening: str, closing: str) -> SpeechSigns:
    """The signs of speech in the first 200 (`OPENING`) and the last 100 (`CLOSING`) characters of some words.

    >>> signs = speech_signs("Thank you. Will you widen the quay?", "Thank you. Will you widen the quay?")
    >>> signs.thanks, signs.asks, signs.addresses, signs.is_sentence, signs.tells
    (True, True, True, True, False)
    >>> signs = speech_signs("渡口管理局局长", "渡口管理局局长")
    >>> any(signs)
    False
    """
    return SpeechSigns(
        greets=speech_acts.greets(opening),
        thanks=speech_acts.thanks(opening),
        of_self=speech_acts.speaks_of_self(opening),
        addresses=speech_acts.addresses(opening) or speech_acts.addresses(closing),
        asks=speech_acts.ends_with_question(closing),
        is_sentence=ends_sentence(closing),
        tells=speech_acts.tells(opening),
        quotes=begins_quotation(opening),
    )
