"""Lines at the end of a turn that nobody says: headings of what follows, labels that lost their colon, furniture.

In: turns, as written. Out: the same, with notes for such lines. Promises: only a line without a sentence's end goes,
below speech that has one; who says `I`, `we` or thanks, speaks. Knows no site.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.language import speech_acts
from scio_transcripts.language.signs import caseless, ends_sentence
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawNote, RawTurn

_LONGEST = 80
_LONGEST_CASELESS = 24
_SHORTEST_CASELESS = 4
"""Characters of a heading in a script without capital letters, which says more in fewer."""
_GOES_ON = tuple(":：;；,，、-—–~")
"""Signs behind which a sentence goes on in the next line."""
_SPEAKS = (speech_acts.thanks, speech_acts.greets, speech_acts.addresses, speech_acts.speaks_of_self)
_MINOR = frozenset("a an and as at by for from in of on or the to with".split())
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def leave_tails(turns: Sequence[RawTurn]) -> list[RawNote]:
    """Take from each turn the last line where nobody says it; these lines, as notes.

    The last turn keeps its own: where a page is cut, a sentence ends without its sign.
    """
    notes = []
    for turn in turns[:-1]:
        if len(turn.paragraphs) > 1 and _ends_in_tail(turn.paragraphs[-2]["text"], turn.paragraphs[-1]["text"]):
            tail = turn.paragraphs.pop()
            turn.end = turn.paragraphs[-1]["end"]
            notes.append(RawNote("stage", tail["start"], tail["end"]))
    return notes


def _ends_in_tail(above: str, words: str) -> bool:
    return ends_sentence(above) and _is_tail(words)


def _is_tail(words: str) -> bool:
    """Whether a line is a heading by its shape, and nobody's words."""
    if ends_sentence(words) or words.endswith(_GOES_ON) or any(speaks(words) for speaks in _SPEAKS):
        return False
    kept = [word for word in _WORD.findall(words) if word not in _MINOR]
    if caseless(words):
        return _SHORTEST_CASELESS <= len(words) <= _LONGEST_CASELESS
    return bool(kept) and len(words) <= _LONGEST and 2 * sum(word[0].isupper() for word in kept) >= len(kept)
