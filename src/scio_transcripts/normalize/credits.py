"""Credits: who translated, edited, photographed.

In: the credit lines and the captions. Out: names by kind, in order, as printed, each once, and where each
stands. Knows no person: a name here is not looked up in the roster.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scio_transcripts.language.dates import dates_in
from scio_transcripts.lazy import re
from scio_transcripts.lexer.page.patterns import CREDIT
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
    r"\bEditor[:：] ?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2})(?![\w'’-]*[:：])|"
    r"(?:[编編][辑輯]|责编|責編)[:：] ?"
    r"(?P<names>[\u4e00-\u9fff·]{2,6}(?:[、 ](?!作者|[来來]源|[浏瀏])[\u4e00-\u9fff]{2,4}){0,3})"
)
# `新华社记者林大海 摄`
_AGENCY = re.compile(r"^[\u4e00-\u9fff]{1,9}(?:[记記]者|[网網社])(?=[\u4e00-\u9fff·]{2,10}$)")
_LONGEST_CREDIT = 120
_ENDS = " \t\xa0.)]）】"


class CreditFacts:
    """Names by kind, and where each stands.

    >>> text = "Translated and edited by A Bo, and C De."
    >>> credits = read_credits(text, [Span(0, 40)], [])
    >>> credits.names["translators"]
    ['A Bo', 'C De']
    >>> [(field, span.of(text)) for field, span, _ in credits.evidence]
    [('credits.translators', 'A Bo'), ('credits.translators', 'C De')]
    """

    def __init__(self) -> None:
        self.names: dict[str, list[str]] = {"translators": [], "editors": [], "photographers": []}
        self.evidence: list[tuple[str, Span, str]] = []

    def add(self, kind: str, text: str, start: int, end: int) -> None:
        """Add the names in a stretch of the text, each once."""
        end = start + len(text[start:end].partition(") (")[0])  # `(Editor: Lin Dahai) (From: Harbour News)`
        for begin, stop in _between(_AND, text, start, end):
            printed = text[begin:stop]
            lead = len(printed) - len(printed.lstrip(_ENDS).removeprefix("and ").lstrip())
            place = Span(begin + lead, begin + len(printed.rstrip(_ENDS)))
            name = " ".join(place.of(text).split())
            if any(c.isalpha() for c in name):
                if name not in self.names[kind]:
                    self.names[kind].append(name)
                self.evidence.append((f"credits.{kind}", place, "printed"))


def read_credits(
    text: str, spans: Sequence[Span], captions: Sequence[Span], sources: Sequence[Span] = ()
) -> CreditFacts:
    """Who translated, edited and photographed: in credit lines, captions, and source lines."""
    found = CreditFacts()
    for span in spans:
        _read_line(text, span, found)
    for span in sources:
        _read_source(text, span, found)
    for span in captions:
        _read_caption(text, span, found)
    return found


def _read_line(text: str, span: Span, found: CreditFacts) -> None:
    """`Translated by Gao Mushan. Edited by Agnes Birch`."""
    for begin, stop in _between(_NEXT_ROLE, text, *span):
        if match := CREDIT.match(text, stop - len(text[begin:stop].lstrip()), stop):
            found.add(_kind(match["role"]), text, match.end(), stop)


def _read_source(text: str, span: Span, found: CreditFacts) -> None:
    """`来源：芦荡网   编辑：林大海   2021-05-18`: no name goes on into a date."""
    dates = [printed.span for printed in dates_in(span.of(text), span.start)]
    for begin, stop in _outside(dates, *span):
        for match in _EDITOR_OF_SOURCE.finditer(text, begin, stop):
            found.add("editors", text, *match.span("name" if match["name"] else "names"))


def _read_caption(text: str, span: Span, found: CreditFacts) -> None:
    start, end = span
    if match := _AGENCY_AND_NAME.search(text, max(start, end - _LONGEST_CREDIT), end):
        found.add("photographers", text, *match.span(_person_of(match["first"], match["second"])))
    patterns = [_PHOTO_BY]
    if any(sign in span.of(text) for sign in "摄攝"):  # a plain look first: most captions have none
        patterns.append(_PHOTO_BY_HAN)
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            first, last = match.span("names")
            agency = _AGENCY.match(text[first:last])
            found.add("photographers", text, first + (agency.end() if agency else 0), last)


def _between(separator: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches that a separator leaves."""
    return _outside([Span(*match.span()) for match in separator.finditer(text, start, end)], start, end)


def _outside(spans: Sequence[Span], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between spans."""
    for begin, stop in spans:
        yield start, begin
        start = stop
    yield start, end


def _person_of(first: str, second: str) -> str:
    """Which of `(Harbour News/Gu Weiping)` is no agency: the one with a family name, and as a rule the last."""
    return "second" if is_person(second) or not (is_person(first) or outlets.find(second)) else "first"


def kind_of_credit(line: str) -> str:
    """What a credit line credits people with: `translators`, `editors` or `photographers`."""
    found = CREDIT.match(line)
    return _kind(found["role"]) if found else "editors"


def _kind(role: str) -> str:
    role = role.lower()
    if any(word in role for word in ("translat", "interpret", "译", "譯")):
        return "translators"
    return "photographers" if any(word in role for word in ("photo", "摄", "攝")) else "editors"
