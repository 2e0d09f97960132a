"""What stands around a candidate for a label: speech that opens, asks, answers or hands over.

In: lines and the index of one that may be a label. Out: clues by name, or whether known labels stand around it.
Promises: looks a few lines up and down only. Knows neither weights nor what the label's own words say.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from scio_transcripts.lexer import Form, Kind, Lines
from scio_transcripts.parser import wording
from scio_transcripts.parser.clues import weigh_words

_NEAREST = 4
"""Lines below a label among which its speech begins."""
_FARTHEST = 8
"""Lines of a question, and lines above an answer, that are looked through for the next label."""
_MOST_WORDS = 3
"""Words of an inline label that nothing but its place shows to be one."""
_ASKING = frozenset({"outlet", "outlet-within", "asker", "anonymous"})
_ANSWERING = frozenset({"roster", "person", "titled", "described", "family", "role-word"})
_SPEECH = frozenset({Kind.TEXT, Kind.CAPTION, Kind.STAGE})


class _Won(Protocol):
    """What is asked of a candidate that has won."""

    @property
    def clues(self) -> tuple[str, ...]: ...


def around(lines: Lines, index: int) -> list[str]:
    """What the speech under the label and the speech above it say."""
    found = []
    looks = lines.marked[index]
    below = lines.texts[index][looks.speech :] if looks.speech >= 0 else _next_text(lines, index)
    if wording.opens(below):
        found.append("opens")
    if wording.ends_with_question(below):
        found.append("asks")
    above = lines.texts[index - 1][-300:] if index and lines.kind(index - 1) in (Kind.TEXT, Kind.LABEL) else ""
    if wording.ends_with_question(above):
        found.append("answers")
    if wording.INVITES_FLOOR.found_in(above) or (
        wording.GIVES_FLOOR.found_in(above) and any(part in above for part in looks.label.split())
    ):
        found.append("hand-over")
    return found


def _next_text(lines: Lines, index: int) -> str:
    for below in range(index + 1, min(index + _NEAREST, len(lines))):
        kind = lines.kind(below)
        if kind is Kind.TEXT or (kind is Kind.LABEL and _is_sentence(lines, below)):
            return lines.texts[below]
        if kind is Kind.LABEL:
            return ""
    return ""


def _is_sentence(lines: Lines, index: int) -> bool:
    """Whether a line has a label's shape only because a sentence of it has a colon: `I read: "..." Is that so?`"""
    looks = lines.marked[index]
    return looks.form is Form.INLINE and "prose" in weigh_words(looks.label, frozenset())


def between_known(lines: Lines, index: int, won: Mapping[int, _Won]) -> bool:
    """Whether labels that are known show that somebody else speaks at a line: it stands over a question that a known
    person answers, or right under the question of a known outlet. Beside speech, only a short name can so."""
    looks = lines.marked[index]
    if looks.form is Form.OWN_LINE:
        return _is_answered_below(lines, index, won) or _is_asked_above(lines, index, won)
    below = index + 1
    return (
        looks.form is Form.INLINE
        and below in won
        and lines.marked[below].form is Form.INLINE
        and not _ANSWERING.isdisjoint(won[below].clues)
        and all(word[0].isupper() for word in looks.label.split()[: _MOST_WORDS + 1])
        and len(looks.label.split()) <= _MOST_WORDS
        and wording.ends_with_question(lines.texts[index])
    )


def _is_answered_below(lines: Lines, index: int, won: Mapping[int, _Won]) -> bool:
    asks = False
    for below in range(index + 1, min(index + _FARTHEST, len(lines))):
        if below in won:
            return asks and not _ANSWERING.isdisjoint(won[below].clues)
        if lines.kind(below) not in _SPEECH and not _is_inline(lines, below):
            return False
        asks = wording.ends_with_question(lines.texts[below])
    return False


def _is_asked_above(lines: Lines, index: int, won: Mapping[int, _Won]) -> bool:
    if not index or not wording.ends_with_question(lines.texts[index - 1]):
        return False
    for above in range(index - 1, max(-1, index - _FARTHEST), -1):
        if above in won:
            return not _ASKING.isdisjoint(won[above].clues)
        if lines.kind(above) not in _SPEECH and not _is_inline(lines, above):
            return False
    return False


def _is_inline(lines: Lines, index: int) -> bool:
    """Whether a line may be a sentence with a colon in it."""
    return lines.kind(index) is Kind.LABEL and lines.marked[index].form is Form.INLINE
