"""Credits: who translated, edited, photographed.

In: the credit lines and the captions. Out: names by kind, in order, as printed, each once. Knows no person: a name
here is not looked up in the roster.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scio_transcripts.lexer.patterns import CREDIT
from scio_transcripts.registry import outlets
from scio_transcripts.registry.names import is_person
from scio_transcripts.spans import Span

_AND = re.compile(r",? (?:and|&) |[,;、，；]|/(?= ?[A-Z])")
_NEXT_ROLE = re.compile(
    r"(?:[;.|]\s*|\s{2,})"
    r"(?=(?:(?:[Tt]ranslat|[Ee]dit|[Pp]roofread)ed (?:and \w+ )?by"
    r"|(?:[Tt]ranslators?|[Ee]ditors?|[Pp]hotographers?|(?:责任|責任)?(?:编辑|編輯)) ?[:：]))"
)
_PHOTO_BY = re.compile(
    r"[\[(（【](?:[Pp]hotos?|[Ii]mage|[Pp]icture)?(?: taken)? ?(?:[Pp]hotographed )?by ?"
    r"(?P<names>[A-Z][^\[\]()（）/【】]{1,80}?)"
    r" ?(?:/[^\[\]()（）]{0,60})?[\])）】]"
)
_AGENCY_AND_NAME = re.compile(
    r"(?:(?<=[.!?。”\"] )|(?<=[.!?。”\"]))(?:[(（\[]|[Pp]hotos? by )"
    r"(?P<first>(?!Photos?\b|Image\b|Picture\b|File\b)[A-Z][\w.'’ -]{1,60}?) ?/"
    r" ?(?P<second>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})[)）\]]?\.?$"
)
_PHOTO_BY_HAN = re.compile(
    r"(?<![\u4e00-\u9fff·])(?P<names>[\u4e00-\u9fff·]{2,12}(?:[、/][\u4e00-\u9fff]{2,4}){0,3})"
    r"[ \xa0\u3000]?(?<!拍)[摄攝](?![影像制製])"
)
_EDITOR_OF_SOURCE = re.compile(
    r"\bEditor[:：] ?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2})|"
    r"(?:[编編][辑輯]|责编|責編)[:：] ?"
    r"(?P<names>[\u4e00-\u9fff·]{2,6}(?:[、 ](?!作者|[来來]源|[浏瀏])[\u4e00-\u9fff]{2,4}){0,3})"
)
# `新华社记者林大海 摄`
_AGENCY = re.compile(r"^[\u4e00-\u9fff]{1,9}(?:[记記]者|[网網社])(?=[\u4e00-\u9fff·]{2,10}$)")
_LONGEST_CREDIT = 120
_ENDS = " \t\xa0.)]）】"


def read_credits(
    text: str, spans: Sequence[Span], captions: Sequence[Span], sources: Sequence[Span] = ()
) -> dict[str, list[str]]:
    """Names by kind: `translators`, `editors`, `photographers`.

    >>> read_credits("Translated and edited by A Bo, and C De.", [Span(0, 40)], [])["translators"]
    ['A Bo', 'C De']
    """
    found: dict[str, dict[str, None]] = {"translators": {}, "editors": {}, "photographers": {}}
    for start, end in spans:
        for piece in _NEXT_ROLE.split(text[start:end]):
            if match := CREDIT.match(piece.strip()):
                _add(found[_kind(match["role"])], piece.strip()[match.end() :])
    for start, end in sources:
        # `来源：芦荡网   编辑：林大海   2021-05-18`
        for match in _EDITOR_OF_SOURCE.finditer(text[start:end]):
            _add(found["editors"], match["name"] or match["names"])
    for start, end in captions:
        if match := _AGENCY_AND_NAME.search(text, max(start, end - _LONGEST_CREDIT), end):
            _add(found["photographers"], _person_of(match["first"], match["second"]))
        for match in (*_PHOTO_BY.finditer(text[start:end]), *_PHOTO_BY_HAN.finditer(text[start:end])):
            _add(found["photographers"], _AGENCY.sub("", match["names"]))
    return {kind: list(names) for kind, names in found.items()}


def _person_of(first: str, second: str) -> str:
    """Who of `(Harbour News/Gu Weiping)` is no agency: the one with a family name, and as a rule the last."""
    if is_person(second) or not (is_person(first) or outlets.find(second)):
        return second
    return first


def kind_of_credit(line: str) -> str:
    """What a credit line credits people with: `translators`, `editors` or `photographers`."""
    found = CREDIT.match(line)
    return _kind(found["role"]) if found else "editors"


def _kind(role: str) -> str:
    role = role.lower()
    if any(word in role for word in ("translat", "interpret", "译", "譯")):
        return "translators"
    return "photographers" if any(word in role for word in ("photo", "摄", "攝")) else "editors"


def _add(names: dict[str, None], printed: str) -> None:
    # `(Editor: Lin Dahai) (From: Harbour News)`
    for name in _AND.split(printed.partition(") (")[0].strip(_ENDS)):
        words = " ".join(name.split()).strip(_ENDS).removeprefix("and ").strip()
        if any(c.isalpha() for c in words):
            names.setdefault(words)
