"""A role line split into posts: `vice minister of harbors and director of the Tide Office (TO)`.

In: the line as printed. Out: posts with title, organisation and abbreviation. Promises: a part that is no post stays
with the one before it. Knows no person.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scio_transcripts.registry.names import names_post

Post = dict[str, str | None]
"""`title`, `organization` and `abbreviation`, as in `model.Position`."""

_OF = re.compile(r"\s+(?:of|for|at|in|with|from|under)\s+(?:the\s+)?")
_ABBREVIATION = re.compile(r"\s*\(+\s*(?P<abbreviation>[A-Z][A-Za-z&.\-]{1,11})\s*\)+")
_CUT = re.compile(r",? and (?:also )?(?=(?P<a>[^,;]{3,}))|, (?=(?P<b>[^,;]{3,}))|; ?(?=(?P<c>.{3,}))")
_TITLE_WORD = re.compile(
    r"(?:an? |the |its )?"
    r"(?:(?:vice|deputy|assistant|acting|executive|senior|chief|former|honorary"
    r"|associate|standing|first|second|permanent|full|special|general"
    r"|party|press|leading|founding|concurrent(?:ly)?|secretary)[ -])*"
    r"(?:director|minister|governor|mayor|head|chief|chairman|chairwoman|chairperson|president"
    r"|secretary|spokes(?:person|man|woman)|member|commissioner|administrator"
    r"|counsel|counsell?or|representative|engineer|economist|statistician|accountant|scientist|expert"
    r"|professor|academician|researcher|fellow|dean|principal|editor"
    r"|manager|officer|chair|vice|premier|general|deputy|ambassador|envoy|nurse|physician|doctor"
    r"|inspector|auditor|leader|delegate|host|moderator|ceo|director-general)\b",
    re.I,
)


@lru_cache(maxsize=4096)
def positions_of(description: str | None) -> tuple[Post, ...]:
    """The posts of a role line, in order.

    >>> positions_of("spokesperson of the SWC and director general of the Silk Bureau (SB)")[1]
    {'title': 'director general', 'organization': 'Silk Bureau', 'abbreviation': 'SB'}
    """
    if not description:
        return ()
    return tuple(_position(piece) for piece in _pieces(description))


def _pieces(description: str) -> list[str]:
    """Cut where a new post begins: a comma or an `and` followed by the words of one."""
    pieces, start = [], 0
    for cut in _CUT.finditer(description):
        if (
            cut.start() > start
            and _TITLE_WORD.match(description, cut.end())
            and names_post(description[start : cut.start()])
        ):
            pieces.append(description[start : cut.start()])
            start = cut.end()
    return [*pieces, description[start:]]


def _position(piece: str) -> Post:
    joint = _OF.search(piece)
    title, organization = (piece[: joint.start()], piece[joint.end() :]) if joint else (piece, "")
    if not joint and ", " in piece:
        title, _, organization = piece.partition(", ")
    abbreviation = None
    if found := _ABBREVIATION.search(organization):
        abbreviation = found["abbreviation"]
        organization = organization[: found.start()] + organization[found.end() :]
    return {
        "title": " ".join(title.split()).strip(" ,;."),
        "organization": " ".join(organization.split()).strip(" ,;.") or None,
        "abbreviation": abbreviation,
    }
