"""Find a quotation again, in the same page or in another copy or version of it, or say what changed.

In: a transcript, and words, an anchor, or a citation. Out: a `Verification`. Promises: `exact` and `typography` are
said only where every letter, figure and stop is there, in one speaker's mouth, and no word is cut; a changed figure is
never taken for found. Bounded work. Knows nothing of where the copies come from.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from scio_transcripts.errors import ArgumentError
from scio_transcripts.views.anchors import Anchor, hash_of, is_anchor
from scio_transcripts.views.changes import nearest_of, whole_words
from scio_transcripts.views.folding import fold
from scio_transcripts.views.likeness import is_likely
from scio_transcripts.views.nearest import Edit
from scio_transcripts.views.passages import Passage, Spoken
from scio_transcripts.views.quotations import Citation
from scio_transcripts.views.quoted import Stretch, readings_of, standing
from scio_transcripts.views.speakers import AmbiguousSpeakerError, SelectionError, called
from scio_transcripts.views.verdict import Status, Verification, message
from scio_transcripts.views.words import TOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from scio_transcripts.model import Transcript

__all__ = ["Edit", "Status", "Verification", "VerificationError", "verify"]

_MOST_PASSAGES = 100
_LONGEST = 200_000
_MOST_HASHED = 64_000_000
"""Characters that are hashed to find an anchor's words away from their place: some tenths of a second."""
_MARKS = "\"'"


class VerificationError(ArgumentError):
    """What is to be verified cannot be: it has no words, or far too many. `reason` says so."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


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
    return verify_spoken(Spoken(transcript), what, speaker=speaker)


def verify_spoken(spoken: Spoken, what: str | Anchor | Citation, *, speaker: str | None = None) -> Verification:
    """The same for a transcript whose words are folded already, as for many quotations."""
    if isinstance(what, str):
        if not is_anchor(what):
            return _settled(_find_words(spoken, what), spoken, speaker)
        what = Anchor.parse(what)
    if isinstance(what, Anchor):
        return _settled(_find_anchor(spoken, what), spoken, speaker, known=what.speaker, home=what.turn)
    found = _find_anchor(spoken, what.anchor)
    if found.status == "exact":
        same = any(passage.words == what.words for passage in found.passages)
        found = found if same else replace(found, status="typography")
    else:
        found = _find_words(spoken, what.words)
    return _settled(found, spoken, speaker, known=what.anchor.speaker or what.speaker, home=what.anchor.turn)


def check(what: str | Anchor | Citation) -> None:
    """Raise `AnchorError` or `VerificationError` where something cannot be looked for."""
    if isinstance(what, str):
        if is_anchor(what):
            Anchor.parse(what)
        else:
            _quoted(what)


def _quoted(words: str) -> tuple[str, str]:
    """A quotation as it is printed, and folded."""
    if len(words) > _LONGEST:
        raise VerificationError(f"a quotation of {len(words):,} characters is too long; verify it by paragraphs")
    quoted = words.encode("utf-8", "replace").decode().strip()  # an argument can hold half a character
    folded = fold(quoted)
    if not folded:
        raise VerificationError("there are no words to look for")
    return quoted, folded


def _find_words(spoken: Spoken, words: str) -> Verification:
    quoted, folded = _quoted(words)
    bare = _without_marks(folded)
    printed = (quoted, quoted[1:-1].strip()) if bare else (quoted,)
    for asked in filter(None, (folded, bare)):
        stretches = (Stretch(start, start + len(asked)) for start in spoken.occurrences(asked))
        if found := _found(spoken, stretches, printed):
            return found
    for parts in readings_of(bare or folded):
        if found := _found(spoken, standing(parts, spoken.letters, spoken.cuts), printed):
            return found if len(parts) == 1 else replace(found, status="typography", left_out=True)
    return _changed(spoken, bare or folded)


def _without_marks(folded: str) -> str:
    """The words without the quotation marks around them, which are the quoter's; nothing where there are none."""
    return folded[1:-1].strip() if len(folded) > 2 and folded[0] in _MARKS and folded[-1] in _MARKS else ""


def _found(spoken: Spoken, stretches: Iterable[Stretch], printed: Sequence[str]) -> Verification | None:
    passages = tuple(spoken.passage(*stretch) for stretch in islice(stretches, _MOST_PASSAGES))
    exact = tuple(passage for passage in passages if passage.words in printed)
    if not passages:
        return None
    return Verification(status="exact" if exact else "typography", message="", passages=exact or passages)


def _changed(spoken: Spoken, folded: str) -> Verification:
    near = nearest_of(folded, spoken)
    if near is None or not is_likely(near.asked, near.there):
        return Verification(status="missing", message="")
    near = whole_words(near, spoken, folded)
    passage = spoken.passage(near.start, near.end)
    return Verification(status="changed", message="", passages=(passage,), similarity=near.similarity, edits=near.edits)


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


def _settled(
    found: Verification, spoken: Spoken, asked: str | None, *, known: str | None = None, home: str | None = None
) -> Verification:
    """The verdict with its message, once the speaker has been looked at. `asked`: by the caller; `known`: to an anchor.

    Where an anchor's own turn still says it, ids of people may differ from copy to copy; but an id that is somebody
    else's on this page is another speaker.
    """
    passages = found.passages
    says = _speaking(found, spoken, asked, known, home)
    if found.found and passages and says is not None:
        theirs = tuple(passage for passage in passages if says(passage))
        passages = theirs or passages
        if not theirs:
            found = replace(found, status="other-speaker")
    told = message(found, passages, asked or known)
    if found.found and passages:
        told += _remarks(passages, home, asks_who=says is not None)
    return replace(found, passages=passages, message=told)


def _remarks(passages: Sequence[Passage], home: str | None, *, asks_who: bool) -> str:
    """What else is to be said of words that were found."""
    told = ""
    if home is not None and all(passage.turn.id != home for passage in passages):
        told += ", in a turn with another label or beginning"
    if asks_who and all(passage.speaker is None for passage in passages):
        told += ", whose speaker the page does not name"
    return told


def _speaking(
    found: Verification, spoken: Spoken, asked: str | None, known: str | None, home: str | None
) -> Callable[[Passage], bool] | None:
    """Who is meant, as a question to a passage; None where everybody is.

    Raises `SelectionError` for a name that nobody on the page bears. Where the page does not name who says the words,
    nobody else does: then the name is let pass.
    """
    if asked is None and known is None:
        return None
    name = asked if asked is not None else known or ""
    try:
        who = called(spoken.transcript, name)
    except SelectionError as error:
        named = all(passage.speaker is not None for passage in found.passages) or not found.found
        if asked is not None and (named or isinstance(error, AmbiguousSpeakerError)):
            raise
        who = None
    at_home = None if name in spoken.people else home

    def says(passage: Passage) -> bool:
        if passage.turn.id == at_home or (who is not None and who.says(passage.turn)):
            return True
        return passage.speaker is None and (who is None or bool(who.people))

    return says
