"""Anchors: a place in a transcript as one string that can be pasted, and that survives another parse.

In: a turn, a speaker, a paragraph, a span and the words. Out: `scio:1;t-1a2b3c4d;lin-dahai;p2;c15-80;sha256:...`, and
back. Promises: reading what was written gives the same anchor, and whatever is not exactly such a string is refused
with a reason. Knows nothing of transcripts.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import quote, unquote

from scio_transcripts.errors import ArgumentError
from scio_transcripts.lazy import re

_PREFIX = "scio:"
_VERSION = "1"
_HASH_LENGTH = 32
_LONGEST = 2000
_NUMBER = r"(?:0|[1-9][0-9]{0,8})"
_PART = re.compile(r"[^\s;]{1,800}")
_PARAGRAPH = re.compile(r"p([1-9][0-9]{0,8})")
_SPAN = re.compile(rf"c({_NUMBER})-({_NUMBER})")
_HASH = re.compile(rf"sha256:([0-9a-f]{{{_HASH_LENGTH}}})")
_NOBODY = "-"
_FORM = f"{_PREFIX}{_VERSION};TURN;SPEAKER;pN;cSTART-END;sha256:HASH"


class AnchorError(ArgumentError):
    """A string is no anchor. `given` is the string, `reason` what is wrong with it."""

    def __init__(self, given: str, reason: str) -> None:
        super().__init__(given, reason)
        self.given = given
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.given[:80]!r} is no anchor: {self.reason}; an anchor is {_FORM}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where words stand, and which words they are.

    >>> anchor = Anchor(turn="t-1a2b3c4d", speaker="lin-dahai", paragraph=2, start=15, end=22, hash=hash_of("Ninety."))
    >>> str(anchor)
    'scio:1;t-1a2b3c4d;lin-dahai;p2;c15-22;sha256:684ead337b00b8ad22e655ba0963e61b'
    >>> Anchor.parse(str(anchor)) == anchor
    True
    """

    turn: str
    """Id of the turn, which is made of its label and first words."""
    speaker: str | None
    """Id of the participant; null where the page does not say who speaks."""
    paragraph: int
    """Number of the paragraph in the turn, from 1."""
    start: int
    """First character in the paragraph's folded words (`views.folding`), from 0."""
    end: int
    """One past the last character."""
    hash: str
    """First 32 hexadecimal digits of the SHA-256 of the folded words in UTF-8."""

    def __str__(self) -> str:
        turn, speaker = _written(self.turn), _written(self.speaker) if self.speaker is not None else _NOBODY
        place = f"{turn};{speaker};p{self.paragraph};c{self.start}-{self.end}"
        return f"{_PREFIX}{_VERSION};{place};sha256:{self.hash}"

    @classmethod
    def parse(cls, text: str) -> Anchor:
        """The anchor that a string is. Blanks around it do not matter. Raises `AnchorError`."""
        given = text.strip()
        if not given.startswith(_PREFIX):
            _refuse(given, f"it does not begin with {_PREFIX!r}")
        version, *parts = given[:_LONGEST].removeprefix(_PREFIX).split(";")
        if version != _VERSION:
            _refuse(given, f"this program reads version {_VERSION}, and it says {version[:20]!r}")
        if len(parts) != 5 or len(given) > _LONGEST:
            _refuse(
                given,
                f"it has {len(parts)} parts after the version instead of 5; in a shell, put it in quotation marks",
            )
        turn, speaker, paragraph, span, digest = parts
        for part, what in ((turn, "turn"), (speaker, "speaker")):
            if not _PART.fullmatch(part) or (_written(unquote(part)) != part and (part, what) != (_NOBODY, "speaker")):
                _refuse(given, f"{part[:40]!r} is no id of a {what}")
        if not (numbered := _PARAGRAPH.fullmatch(paragraph)):
            _refuse(given, f"{paragraph[:40]!r} is no number of a paragraph, such as p2")
        if not (bounds := _SPAN.fullmatch(span)) or int(bounds[1]) > int(bounds[2]):
            _refuse(given, f"{span[:40]!r} is no span of characters, such as c15-80")
        if not (hashed := _HASH.fullmatch(digest)):
            _refuse(given, f"{digest[:80]!r} is no sha256: with {_HASH_LENGTH} digits (0-9, a-f) after it")
        return cls(
            turn=unquote(turn),
            speaker=None if speaker == _NOBODY else unquote(speaker),
            paragraph=int(numbered[1]),
            start=int(bounds[1]),
            end=int(bounds[2]),
            hash=hashed[1],
        )


def hash_of(folded: str) -> str:
    """The hash that an anchor holds, of words that are folded already."""
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_LENGTH]


def is_anchor(text: str) -> bool:
    """Whether somebody means a string as an anchor; it can still be a wrong one.

    >>> is_anchor(" scio:2;t-1a2b3c4d"), is_anchor("The SCIO: an office")
    (True, False)
    """
    return re.match(rf"\s*{_PREFIX}\S", text) is not None


def _written(part: str) -> str:
    """An id in ASCII, with everything escaped that could end it; a terminal without Chinese still shows it whole."""
    if part == _NOBODY:
        return "%2D"
    return "".join(
        c if c.isascii() and (c.isalnum() or c in "-_.") else quote(c, safe="", errors="replace") for c in part
    )


def _refuse(given: str, reason: str) -> NoReturn:
    raise AnchorError(given, reason)
