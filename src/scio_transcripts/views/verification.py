"""Find a quotation again, in the same page or in another copy or version of it, or say what changed.

In: a transcript, and words, an anchor, or a citation. Out: a `Verification`. Promises: `exact` and `typography` are
said only where every letter, figure and stop is there, in one speaker's mouth, and no word is cut; a changed figure is
never taken for found. Bounded work. Knows nothing of where the copies come from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Literal

from scio_transcripts.errors import ArgumentError
from scio_transcripts.views.anchors import Anchor, hash_of, is_anchor
from scio_transcripts.views.folding import fold
from scio_transcripts.views.nearest import Edit, nearest
from scio_transcripts.views.passages import Passage, Spoken
from scio_transcripts.views.quotations import Citation
from scio_transcripts.views.words import TOKEN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scio_transcripts.model import Transcript

__all__ = ["Edit", "Status", "Verification", "VerificationError", "verify"]

Status = Literal["exact", "typography", "other-speaker", "changed", "missing"]

_MOST_PASSAGES = 100
_LONGEST = 200_000
_MOST_HASHED = 64_000_000
"""Characters that are hashed to find an anchor's words away from their place: some tenths of a second."""
_ALIKE = 0.5
"""A passage less like the quotation than this is another passage, not a change."""
_MARKS = "\"'"


class VerificationError(ArgumentError):
    """What is to be verified cannot be: it has no words, or far too many. `reason` says so."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Whether words stand in a transcript."""

    status: Status
    """`exact`: character for character (for an anchor alone: folded words, which is all that it knows); `typography`:
    with other blanks, quotation marks or dashes; `other-speaker`: all words, but somebody else says them; `changed`:
    not so, but a passage is much like them; `missing`: nothing like them is said."""
    message: str
    """The same in one line."""
    passages: tuple[Passage, ...] = ()
    """Where the words stand, at most 100 places; where they were changed, the nearest passage."""
    similarity: float | None = None
    """For `changed`, how alike the passages are, from 0 to 1; null where the quotation's words are not known."""
    edits: tuple[Edit, ...] = ()
    """For `changed`, word by word, in folded words; empty where the quotation's words are not known."""

    @property
    def found(self) -> bool:
        """Whether the words are there, from the mouth that they are ascribed to."""
        return self.status in ("exact", "typography")


def verify(transcript: Transcript, what: str | Anchor | Citation, *, speaker: str | None = None) -> Verification:
    r"""Find words again. `what` is a quotation, an anchor (as a string too), or a citation.

    `speaker` is who is said to have spoken: an id, a name, an alias or a label; anchors and citations know it. Raises
    `AnchorError` for a string that begins as an anchor does and is none, and `VerificationError` for words that cannot
    be looked for.

    >>> from scio_transcripts import parse
    >>> page = parse("Reuters:\n\nHow many? Thank you.\n\nLin Dahai:\n\nThank you. “We counted\xa0ninety,” he said.")
    >>> verify(page, '"We counted ninety," he said.').status
    'typography'
    >>> changed = verify(page, "We counted eighty.")
    >>> changed.status, changed.message
    ('changed', 'not so: turn 1, paragraph 1 (Lin Dahai) reads otherwise')
    >>> verify(page, "How many?", speaker="Lin Dahai").status
    'other-speaker'
    """
    spoken = Spoken(transcript)
    if isinstance(what, str):
        if not is_anchor(what):
            return _settled(_find_words(spoken, what), speaker, spoken)
        what = Anchor.parse(what)
    if isinstance(what, Anchor):
        return _settled(_find_anchor(spoken, what), speaker or what.speaker, spoken, home=what.turn)
    found = _find_anchor(spoken, what.anchor)
    if found.status == "exact":
        same = any(passage.words == what.words for passage in found.passages)
        found = found if same else replace(found, status="typography")
    else:
        found = _find_words(spoken, what.words)
    return _settled(found, speaker or what.anchor.speaker or what.speaker, spoken, home=what.anchor.turn)


def _find_words(spoken: Spoken, words: str) -> Verification:
    if len(words) > _LONGEST:
        raise VerificationError(f"a quotation of {len(words):,} characters is too long; verify it by paragraphs")
    quoted = words.encode("utf-8", "replace").decode().strip()  # an argument can hold half a character
    folded = fold(quoted)
    if not folded:
        raise VerificationError("there are no words to look for")
    bare = folded[1:-1].strip() if len(folded) > 2 and folded[0] in _MARKS and folded[-1] in _MARKS else ""
    for asked, printed in ((folded, quoted), (bare, quoted[1:-1].strip())):
        if asked and (passages := _standing(spoken, asked)):
            exact = tuple(passage for passage in passages if passage.words == printed)
            return Verification(status="exact" if exact else "typography", message="", passages=exact or passages)
    near = nearest(bare or folded, spoken.text)
    if near is None or near.similarity < _ALIKE:
        return Verification(status="missing", message="")
    passage = spoken.passage(near.start, near.end)
    return Verification(status="changed", message="", passages=(passage,), similarity=near.similarity, edits=near.edits)


def _standing(spoken: Spoken, folded: str) -> tuple[Passage, ...]:
    starts = islice(spoken.occurrences(folded), _MOST_PASSAGES)
    return tuple(spoken.passage(start, start + len(folded)) for start in starts)


def _find_anchor(spoken: Spoken, anchor: Anchor) -> Verification:
    piece = spoken.piece(anchor.turn, anchor.paragraph)
    here = piece.folded.text[anchor.start : anchor.end] if piece else ""
    if piece and len(here) == anchor.end - anchor.start and hash_of(here) == anchor.hash:
        start = piece.start + anchor.start
        passages = (spoken.passage(start, start + len(here)),) if here else ()
        return Verification(status="exact", message="", passages=passages)
    if elsewhere := tuple(_hashed(spoken, anchor)):
        return Verification(status="exact", message="", passages=elsewhere)
    if piece and piece.folded.text:
        start = piece.start + min(anchor.start, len(piece.folded.text) - 1)
        passage = spoken.passage(start, max(start + 1, min(piece.start + anchor.end, piece.end)))
        return Verification(status="changed", message="", passages=(passage,))
    return Verification(status="missing", message="")


def _hashed(spoken: Spoken, anchor: Anchor) -> Iterator[Passage]:
    """Where words with the anchor's hash stand: first at its place in any paragraph, then wherever a word begins."""
    length = anchor.end - anchor.start
    if not 0 < length <= len(spoken.text):
        return
    left, most = _MOST_HASHED // length, _MOST_PASSAGES
    seen: set[int] = set()
    places: Sequence[Iterator[int]] = (
        (piece.start + anchor.start for piece in spoken.pieces),
        (found.start() for found in TOKEN.finditer(spoken.text)),
    )
    for starts in places:
        for start in starts:
            words = spoken.text[start : start + length]
            if start in seen or len(words) < length or "\n" in words:
                continue
            seen.add(start)
            if left <= 0 or most <= 0:
                return
            left -= 1
            if hash_of(words) == anchor.hash:
                most -= 1
                yield spoken.passage(start, start + length)


def _settled(found: Verification, speaker: str | None, spoken: Spoken, home: str | None = None) -> Verification:
    """The verdict with its message, once the speaker has been looked at.

    Where an anchor's own turn still says it, ids of people may differ from copy to copy; but an id that is somebody
    else's on this page is another speaker.
    """
    passages = found.passages
    if found.found and speaker is not None and passages:
        at_home = None if speaker in spoken.people else home
        theirs = tuple(p for p in passages if p.turn.id == at_home or p.speaker is None or _is(p, speaker))
        passages = theirs or passages
        if not theirs:
            found = replace(found, status="other-speaker")
    message = _message(found.status, passages, speaker)
    if found.found and home is not None and passages and all(passage.turn.id != home for passage in passages):
        message += ", in a turn with another label or beginning"
    if found.found and speaker is not None and passages and all(p.speaker is None for p in passages):
        message += ", whose speaker the page does not name"
    return replace(found, passages=passages, message=message)


def _is(passage: Passage, speaker: str) -> bool:
    person = passage.speaker
    names = {passage.turn.label}
    if person is not None:
        names |= {person.id, person.name, f"{person.honorific or ''} {person.name}".strip(), *person.aliases}
    return " ".join(speaker.split()).casefold() in {" ".join((name or "").split()).casefold() for name in names}


def _message(status: Status, passages: Sequence[Passage], speaker: str | None) -> str:
    if not passages:
        return "found, though there are no words" if status == "exact" else "not found: nothing like it is said here"
    first = passages[0]
    place = f"turn {first.turn.index}, paragraph {first.paragraph} ({first.name or 'nobody named'})"
    more = f" and {len(passages) - 1} more place(s)" if len(passages) > 1 else ""
    return {
        "exact": f"found: {place}{more}",
        "typography": f"found, with other blanks, quotation marks or dashes: {place}{more}",
        "other-speaker": f"found, but {speaker} does not say it: {place}{more}",
        "changed": f"not so: {place} reads otherwise",
        "missing": "",
    }[status]
