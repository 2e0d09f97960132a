"""Credits: who translated, edited, photographed.

In: the credit lines and the captions. Out: names by kind, in order, as printed, each once, and where each
stands. Knows no person: a name here is not looked up in the roster.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scio_transcripts.language.credits import Credit, credits_in, is_credit_line, names_in
from scio_transcripts.language.dates import dates_in
from scio_transcripts.lazy import re
from scio_transcripts.lexer import Kind
from scio_transcripts.lexer.read import Written
from scio_transcripts.lexer.zones.pieces import Part
from scio_transcripts.normalizer.page.notes import foot_of
from scio_transcripts.registry import outlets
from scio_transcripts.registry.names import is_person
from scio_transcripts.registry.script import has_han
from scio_transcripts.spans import Span

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
# `新华社记者林大海 摄`
_AGENCY = re.compile(r"^[\u4e00-\u9fff]{1,9}(?:[记記]者|[网網社])(?=[\u4e00-\u9fff·]{2,10}$)")
_LONGEST_CREDIT = 120
_PAIR = 2


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
        self._seen: set[tuple[str, Span]] = set()

    def add(self, kind: str, text: str, places: Sequence[Span]) -> None:
        """Add names, each once; the blanks between two characters of one are no part of it."""
        for place in places:
            name = " ".join(place.of(text).split())
            name = name.replace(" ", "") if has_han(name) else name
            if name not in self.names[kind]:
                self.names[kind].append(name)
            # A line of credits may be a picture's as well.
            if (kind, place) not in self._seen:
                self._seen.add((kind, place))
                self.evidence.append((f"credits.{kind}", place, "printed"))


def credit_lines(written: Written) -> list[Span]:
    """Lines of credits and of sources above the speech, and below it."""
    kinds = written.lines.kind
    above = [
        p.span
        for p in written.head.pieces
        if kinds(p.line) is Kind.CREDIT or p.part is Part.SOURCE or p.name == "publisher"
    ]
    below = [span for span in foot_of(written) if is_credit_line(span.of(written.lines.whole))]
    return [*above, *written.page.credits, *below]


def read_credits(text: str, spans: Sequence[Span], captions: Sequence[Span]) -> CreditFacts:
    """Who translated, edited and photographed: in lines of credits and of sources, and in captions."""
    found = CreditFacts()
    for span in spans:
        for begin, stop in _without_dates(text, span):
            for credit in credits_in(text, begin, stop):
                if credit.kind:
                    found.add(credit.kind, text, _people(text, credit))
    for span in captions:
        _read_caption(text, span, found)
    return found


def _without_dates(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """The stretches of a line that its dates leave: no name goes on into a date."""
    start, end = span
    for printed in dates_in(span.of(text), start):
        yield start, printed.span.start
        start = printed.span.end
    yield start, end


def _people(text: str, credit: Credit) -> Sequence[Span]:
    """Whom a credit names; of `Photo: Harbour News/Gu Weiping` the one that is no agency."""
    if credit.kind == "photographers" and len(credit.names) == _PAIR:
        first, second = credit.names
        if "/" in text[first.end : second.start]:
            return [first if _person_of(first.of(text), second.of(text)) == "first" else second]
    return credit.names


def _read_caption(text: str, span: Span, found: CreditFacts) -> None:
    start, end = span
    if match := _AGENCY_AND_NAME.search(text, max(start, end - _LONGEST_CREDIT), end):
        found.add("photographers", text, [Span(*match.span(_person_of(match["first"], match["second"])))])
    patterns = [_PHOTO_BY]
    if any(sign in span.of(text) for sign in "摄攝"):  # a plain look first: most captions have none
        patterns.append(_PHOTO_BY_HAN)
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            first, last = match.span("names")
            agency = _AGENCY.match(text[first:last])
            found.add("photographers", text, names_in(text, first + (agency.end() if agency else 0), last))


def _person_of(first: str, second: str) -> str:
    """Which of `(Harbour News/Gu Weiping)` is no agency: the one with a family name, and as a rule the last."""
    return "second" if is_person(second) or not (is_person(first) or outlets.find(second)) else "first"
