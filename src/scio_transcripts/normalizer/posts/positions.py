"""A role line split into posts: `vice minister of harbors and director of the Tide Office (TO)`.

In: the line as printed. Out: posts with title, organisation and abbreviation. Promises: a part that is no post stays
with the one before it; a body belongs to two posts only where neither can have another. Knows no person.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from scio_transcripts.lazy import re
from scio_transcripts.normalizer.posts.abbreviations import BODY, is_nested, without_brackets
from scio_transcripts.registry.names import names_post

Post = dict[str, str | None]
"""`title`, `organization` and `abbreviation`, as in `model.Position`."""

_OF = re.compile(
    r"(?:\s+(?P<word>of|for|at|in|with|from|under)|(?:(?<=dvisor)|(?<=dviser)|(?<=nsultant))\s+to)\s+(?:the\s+)?"
)
_CUT = re.compile(
    r"(?:,? and (?:also )?|,? as well as (?:also )?)(?=(?P<a>[^,;]{3,}))|, (?=(?P<b>[^,;]{3,}))|; ?(?=(?P<c>.{3,}))"
)
_TITLE = (
    r"(?:(?:vice|deputy|assistant|acting|executive|senior|chief|former|honorary"
    r"|associate|standing|first|second|permanent|full|special|general|research|visiting|distinguished"
    r"|foreign|defen[cs]e|finance|prime|state|party|press|leading|founding|concurrent(?:ly)?|secretary)[ -])*"
    r"(?:director|minister|governor|mayor|head|chief|chairman|chairwoman|chairperson|president"
    r"|secretary|spokes(?:person|man|woman)|member|commissioner|administrator"
    r"|counsel|counsell?or|representative|engineer|economist|statistician|accountant|scientist|expert"
    r"|professor|academician|researcher|fellow|dean|principal|editor|advis[eo]r|consultant"
    r"|manager|officer|chair|vice|premier|general|deputy|ambassador|envoy|nurse|physician|doctor"
    r"|inspector|auditor|leader|delegate|host|moderator|ceo|director-general)\b"
)
_TITLE_WORD = re.compile(rf"(?:an? |the |its )?(?:{_TITLE}|(?:person|official) in charge\b)", re.I)
_ARTICLE = re.compile(r"(?:an?|the|its) (?=\S)")
_AGE = re.compile(r"^\d{2,3}, ")
_ALONE = re.compile(rf"(?:(?:an?|the|its) )?(?P<title>{_TITLE}(?:[ -]general)?)", re.I)
"""A title with nothing of a body in it."""
# `SWC spokesperson`, `Weaving Commission deputy head`, `Bank of Looms' governor`; not `China's representative`
_BODY_FIRST = re.compile(
    rf"(?:the )?(?P<body>[A-Z][\w’'&.\- ]{{1,120}}?)(?P<s>['’]s?)? (?P<title>{_TITLE}(?:[ -]general)?)", re.I
)
# `the office's spokesperson`: the body was named before
_ITS = re.compile(rf"(?:its|the (?P<noun>[a-z]{{3,14}})['’]s?) (?P<title>{_TITLE}(?:[ -]general)?)", re.I)
_SHORT = re.compile(r"(?!C[EFOT]O\b)[A-Z]{2,10}")
_FULL_STOP = re.compile(r"\b(?:Ltd|Inc|Corp|Co)\.$")
"""A stop that belongs to the word before it."""

# Whose post of two in a row is the same body's: `A and B of BODY`
_SECRETARY = re.compile(r"(?:(?:vice|deputy|executive|first) )*secretary", re.I)
_PARTY = re.compile(r"(?:leading )?(?:CPC|Party)\b", re.I)
_IN_OFFICE = re.compile(r".*\b(?:minister|premier|governor|mayor)", re.I)
_HEADS = re.compile(r".*\b(?:director|head|dean|president|manager|chair\w*)(?:[ -]general)?", re.I)
_UNIT = re.compile(r"(?:[\w’'&-]+ ){0,6}?(?:office|bureau|department|division|center|centre)\b", re.I)
_HOMES = {"academician": ("academy",), "professor": ("university", "school", "college", "academy", "institute")}


class _Read(NamedTuple):
    """One post as it is written."""

    title: str
    body: str
    follows: bool = True
    """Whether the body stands behind the title."""
    noun: str | None = None
    """`office`, of `the office's spokesperson`; empty for `its`."""


@lru_cache(maxsize=4096)
def positions_of(description: str | None) -> tuple[Post, ...]:
    """The posts of a role line, in order.

    >>> positions_of("spokesperson of the SWC and director general of the Silk Bureau (SB)")[1]
    {'title': 'director general', 'organization': 'Silk Bureau', 'abbreviation': 'SB'}
    """
    if not description:
        return ()
    read = [_read(piece) for piece in _pieces(description)]
    posts: list[Post] = []
    for one in read:
        before = posts[-1]["organization"] if posts else None
        posts.append(_post(one if one.noun is None else one._replace(body=_meant(one.noun, before))))
    for i in range(len(posts) - 2, -1, -1):
        if posts[i]["organization"] is None and read[i + 1].follows and _shares(read[i].title, posts[i + 1]):
            posts[i] = {**posts[i + 1], "title": posts[i]["title"]}
    return tuple(posts)


def _pieces(description: str) -> list[str]:
    """Cut where a new post begins: a comma or an `and` followed by the words of one."""
    pieces, start = [], 0
    for cut in _CUT.finditer(description):
        if cut.start() > start and _begins(description[cut.end() :]) and names_post(description[start : cut.start()]):
            pieces.append(description[start : cut.start()])
            start = cut.end()
    return [*pieces, description[start:]]


def _begins(words: str) -> bool:
    """Whether a post begins here: with its title, or with its body and its title and nothing more."""
    if _TITLE_WORD.match(words):
        return True
    whole = _CUT.split(words, maxsplit=1)[0].rstrip(" ,;.")
    return _ITS.fullmatch(whole) is not None or _body_first(whole) is not None


def _read(piece: str) -> _Read:
    piece = _AGE.sub("", _trimmed(piece))
    if found := _ITS.fullmatch(piece):
        return _Read(found["title"], "", follows=False, noun=found["noun"] or "")
    if before := _body_first(piece):
        return before
    joint = _joint(piece)
    head, tail = (piece[: joint.start()], piece[joint.end() :]) if joint else (piece, "")
    if head.split(" ")[-1] and BODY.fullmatch(head.split(" ")[-1]) and not _ALONE.match(head):
        # `Press Bureau of the Weaving Commission`: a body, and no word of what the person is there.
        return _Read("", re.sub(r"^(?:from )?(?:the )?", "", piece))
    if ", " in head:
        head, _, tail = piece.partition(", ")
    return _Read(head, tail)


def _joint(piece: str) -> re.Match[str] | None:
    """What stands between title and body. A field is no body: `in charge of routine work of the Office`."""
    for joint in _OF.finditer(piece):
        if joint["word"] == "in" and piece.startswith("charge", joint.end()):
            continue
        charge = piece.endswith("in charge", 0, joint.start())
        field = joint["word"] in ("in", "for", "with") and not joint[0].endswith("the ")
        if (charge or field) and piece[joint.end() : joint.end() + 1].islower():
            after = _OF.search(piece, joint.end())
            if (after or charge) and not BODY.search(piece, joint.end(), after.start() if after else len(piece)):
                continue
        return joint
    return None


def _body_first(piece: str) -> _Read | None:
    """`SWC spokesperson`, `Weaving Commission deputy head`."""
    found = _BODY_FIRST.fullmatch(piece)
    if not found or not found["body"][0].isupper():
        return None
    body = found["body"]
    last = body.split()[-1]
    named = _SHORT.fullmatch(body) or (" " in body and last[0].isupper() and BODY.fullmatch(last))
    if named or (found["s"] and BODY.search(body)):
        return _Read(found["title"], body, follows=False)
    return None


def _post(read: _Read) -> Post:
    body, short = without_brackets(read.body)
    title = _ARTICLE.sub("", _trimmed(read.title), count=1) if _ARTICLE.match(read.title) else _trimmed(read.title)
    return {"title": title or None, "organization": _trimmed(body) or None, "abbreviation": short}


def _trimmed(words: str) -> str:
    words = " ".join(words.split()).strip(" ,;\\")
    return words if _FULL_STOP.search(words) else words.strip(" ,;.")


def _meant(noun: str, before: str | None) -> str:
    """The body named before that `the office` or `its` means, where only one can be meant."""
    if before is None or (not noun and is_nested(before)):
        return ""
    if not noun:
        return before
    starts = [0, *(found.end() for found in _OF.finditer(before))]
    ends = [*(found.start() for found in _OF.finditer(before)), len(before)]
    fits = [s for s, e in zip(starts, ends, strict=True) if before[s:e].split(" ")[-1].lower() == noun.lower()]
    return before[fits[0] :] if len(fits) == 1 else ""


def _shares(title: str, other: Post) -> bool:
    """Whether a title alone is of the body of the post behind it: `chief engineer and spokesperson of the SWC`."""
    body, second = other["organization"], other["title"] or ""
    if body is None or not _ALONE.fullmatch(title) or not _may_share(title, second, body):
        return False
    if (homes := _HOMES.get(title.lower().split()[-1])) and not _SHORT.fullmatch(body):
        return any(home in body.lower() for home in homes)
    # A chief engineer who heads a department is the ministry's, not the department's.
    below = _UNIT.match(body) or is_nested(body)
    return not (below and _HEADS.fullmatch(second) and not _HEADS.fullmatch(title))


def _may_share(title: str, second: str, body: str) -> bool:
    """Who is in a party shares no body with an office of state; who is only `in office`, a spokesperson's alone."""
    if bool(_SECRETARY.fullmatch(title)) != bool(_SECRETARY.fullmatch(second)) or _PARTY.match(body):
        return False
    return not _IN_OFFICE.fullmatch(title) or "spokes" in second.lower()
