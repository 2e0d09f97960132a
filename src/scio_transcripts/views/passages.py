"""The spoken words of a transcript as one text to search in, and where a stretch of it stands on the page.

In: a transcript. Out: its folded words, speech after speech, and passages. Promises: no stretch runs from one speaker
into another; a stretch may run over paragraphs and over turns of one speaker, as page cuts make them. Knows nothing of
quotations.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from scio_transcripts.lazy import regex
from scio_transcripts.views.folding import Folded, joint
from scio_transcripts.views.letters import Letters
from scio_transcripts.views.speeches import speeches_of
from scio_transcripts.views.words import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scio_transcripts.model import Paragraph, Participant, Transcript, Turn

_NEW_SPEECH = "\n"
"""Stands between two speeches; folded words have no line ends."""
_MOST_CUT = 100_000
"""Places where words begin or end inside another word: a letter is in most of them."""
_INSIDE = regex.compile(rf"(?V1)[\p{{L}}\p{{M}}\p{{N}}_--[{HAN}]]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where words stand on a page."""

    turn: Turn
    """The turn in which they begin."""
    paragraph: int
    """Number of the paragraph in that turn, from 1."""
    speaker: Participant | None
    """Who says them; null where the page does not say."""
    start: int
    """First character in `Transcript.text`."""
    end: int
    """One past the last character in `Transcript.text`."""
    words: str
    """The words as printed; a blank line where a paragraph ends."""

    @property
    def name(self) -> str | None:
        """Who says them: the participant's name, or else the label as printed."""
        return self.speaker.name if self.speaker else self.turn.label


class Piece(NamedTuple):
    """One paragraph in the text that is searched."""

    start: int
    """First character in `Spoken.text`."""
    folded: Folded
    paragraph: Paragraph
    number: int
    """In its turn, from 1."""
    turn: Turn
    speaker: Participant | None

    @property
    def end(self) -> int:
        """One past the last character in `Spoken.text`."""
        return self.start + len(self.folded.text)


class Spoken:
    """All that is said in a transcript, folded."""

    def __init__(self, transcript: Transcript) -> None:
        self.transcript = transcript
        self.people = frozenset(person.id for person in transcript.participants)
        """Ids of everybody on the page."""
        self.pieces: list[Piece] = []
        parts: list[str] = []
        length = 0
        for speech in speeches_of(transcript):
            last = ""
            for turn in speech.turns:
                for number, paragraph in enumerate(turn.paragraphs, 1):
                    folded = Folded(paragraph.text)
                    gap = joint(last, folded.text)
                    parts += [gap, folded.text]
                    length += len(gap)
                    self.pieces.append(Piece(length, folded, paragraph, number, turn, speech.speaker))
                    length += len(folded.text)
                    last = folded.text or last
            parts.append(_NEW_SPEECH)
            length += 1
        self.text = "".join(parts)

    @cached_property
    def letters(self) -> Letters:
        """The letters and figures of all that is said."""
        return Letters(self.text)

    def piece(self, turn: str, paragraph: int) -> Piece | None:
        """The paragraph with this number of the turn with this id."""
        return next((p for p in self.pieces if p.turn.id == turn and p.number == paragraph), None)

    def occurrences(self, words: str) -> Iterator[int]:
        """Where these folded words begin and no word is cut: `5` is not found in `5.2`, nor in `25`."""
        position = self.text.find(words)
        cut = 0
        while position >= 0 and cut < _MOST_CUT:
            end = position + len(words)
            if self.cuts(position) or self.cuts(end):
                cut += 1
                end = position + 1
            else:
                yield position
            position = self.text.find(words, end)

    def cuts(self, place: int) -> bool:
        """Whether a word or a figure goes on across a place of the text.

        Dashes are folded to hyphens, but what stands beside a dash is a word of its own.
        """
        return _cuts(self.text, place) and not (self._is_dash(place - 1) or self._is_dash(place))

    def _is_dash(self, place: int) -> bool:
        """Whether a dash parts the words here. An en dash between figures is a range, and before one a sign."""
        if not 0 < place < len(self.text) - 1 or self.text[place] != "-":
            return False
        piece = self._piece_at(place)
        printed = piece.paragraph.text[slice(*piece.folded.span(place - piece.start, place - piece.start + 1))]
        before, after = self.text[place - 1], self.text[place + 1]
        return printed in _LONG and not (before.isdigit() and after.isdigit()) and (printed != "–" or after.isalpha())

    def _piece_at(self, place: int) -> Piece:
        return self.pieces[bisect_right(self.pieces, place, key=lambda piece: piece.start) - 1]

    def passage(self, start: int, end: int) -> Passage:
        """The passage behind `self.text[start:end]`, which holds words of one speech."""
        first = bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1
        parts = []
        for piece in self.pieces[first:]:
            if piece.start >= end:
                break
            if (low := max(start, piece.start)) < (high := min(end, piece.end)):
                parts.append((piece, piece.folded.span(low - piece.start, high - piece.start)))
        begin, (raw_start, _) = parts[0]
        stop, (_, raw_end) = parts[-1]
        return Passage(
            turn=begin.turn,
            paragraph=begin.number,
            speaker=begin.speaker,
            start=begin.paragraph.start + raw_start,
            end=stop.paragraph.start + raw_end,
            words="\n\n".join(piece.paragraph.text[low:high] for piece, (low, high) in parts),
        )


def _cuts(text: str, offset: int) -> bool:
    """Whether a word goes on across this place, or a figure with its stop, sign, part or unit.

    `We can` cuts `We can't`, `5` cuts `-5`, `5.2`, `1/5` and `5%`, and `aligned` cuts `non-aligned`.
    """
    before, after = text[max(0, offset - 2) : offset], text[offset : offset + 2]
    if not before or not after:
        return False
    left, right = before[-1], after[0]
    if _INSIDE.match(left) and _INSIDE.match(right):
        return True
    if (left.isdigit() and right in _UNITS) or (left in _SIGNS and right.isdigit()):
        return True
    return _joined(left, after) or _joined(right, before[::-1])


def _joined(end: str, beyond: str) -> bool:
    """Whether a sign joins the character at an edge to what lies beyond it."""
    sign, other = beyond[0], beyond[1:]
    if not other:
        return False
    if end.isdigit() and other.isdigit():
        return sign in _JOIN_FIGURES
    return sign in _JOIN_WORDS and bool(_INSIDE.match(end) and _INSIDE.match(other))


_LONG = ("–", "—", "―")
_JOIN_WORDS = "'’-‐‑"
_JOIN_FIGURES = ".,:/-‐‑–−'’"
_SIGNS = "-−–+±"
_UNITS = "%‰°"
