"""When and by whom the page was published: never taken for the event.

In: the head. Out: date and publisher, with the places they were read from. Promises: a date counts only where the page
prints it with a year. Knows nothing of the event.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from scio_transcripts.diagnostics import Log
from scio_transcripts.language.dates import PrintedDate, dates_in, full_date_in
from scio_transcripts.language.dates.forms import WEEKDAY
from scio_transcripts.lazy import re
from scio_transcripts.lexer.zones.datelines import BYLINE, LED_DATE, glued_date, is_source
from scio_transcripts.lexer.zones.pieces import Head, Part, Piece
from scio_transcripts.registry.cities import is_city
from scio_transcripts.sources.markup import Markup
from scio_transcripts.spans import Span

Found = tuple[str, Span, str]
"""A field's path, where it was read, and how it counts."""

_NOISE = re.compile(
    r"\d+ Comment\(s\)|Print\b|E-?mail\b|Adjust font size|Updated|Published(?: on)?|Publication\b|Posted"
    r"|(?:News|Press) release\b"
    r"|(?:(?:责任|責任)?[编編][辑輯]|责编|責編|作者)[:：] ?[\u4e00-\u9fff·]{2,6}"
    r"(?:[ 、](?!作者|[来來][源]|[浏瀏]|[责責編编发發])[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff])){0,3}"
    r"|(?:[浏瀏][览覽]|[点點][击擊]|[阅閱][读讀])(?:量|次[数數]|[数數率])?[:：]? ?\d{0,9}"
    r"|(?:文章)?[来來]源|作者|[发發][布佈](?:[时時][间間]|(?=[:：]))"
    r"|Editor[:：] ?(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){1,2})|https?://\S*|Home ?>{1,2}|\bNo\. ?\d{1,3}\b"
    r"|\b(?:source|date|time|added on|last updated|posted on|joined|start|ends?|from|at beijing time|editor)\b"
    r"|[()（）|丨｜:：]|[A-Z]{0,3}T[+ ]?8\b|\d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]\.?M\.?)?"
    rf"|\b{WEEKDAY}\b",
    re.I,
)
_PUBLISHER_WORDS = 8
_LEFT_OVER = frozenset({"by", "at", "on", "in", "of", "from", "and", "gmt", "bjt", "–", "-", "distributed"})
"""What a source line leaves at the ends of the publisher's name."""
_YEAR = re.compile(r"\d{4}")
_AROUND = " ,;.-/|·\xa0\t"
_TOOLS = re.compile(r"Print|Share|Comment|E-?mail|Tweet", re.I)


@dataclass(slots=True, kw_only=True)
class PublicationFacts:
    """What the page says about its publication."""

    printed: PrintedDate | None = None
    """The date, with its year."""
    publisher: str | None = None
    url: str | None = None
    original_url: str | None = None
    hidden: str | None = None
    """The date of the page's metadata, in ISO form, where the text prints none."""
    evidence: list[Found] = field(default_factory=list)

    @property
    def date(self) -> str | None:
        """The date in ISO form."""
        return self.printed.iso if self.printed else self.hidden


def read_publication(text: str, head: Head, foot: Sequence[Span], log: Log) -> PublicationFacts:
    """From the source line, a dated field, or a date glued to the title or the summary; else from the foot.

    `foot`: the lines below the last speech.
    """
    facts = PublicationFacts()
    # A field that says so outweighs a bare date, which a crawler may have put above the page.
    for piece in sorted(head.pieces, key=_says_published, reverse=True):
        printed = _read_piece(text, piece, facts)
        if printed is not None and facts.printed is None:
            facts.printed = printed
            facts.evidence.append(("publication.date", printed.span, "printed"))
    if facts.printed is None and (stray := _early_bare_date(text, head)):
        facts.printed = stray
        facts.evidence.append(("publication.date", stray.span, "bare date above the text"))
    if facts.printed is None and (below := _date_in_foot(text, foot)):
        facts.printed = below
        facts.evidence.append(("publication.date", below.span, "date below the speech"))
    if facts.printed is None:
        _tell_twofold(text, head, log)
    return facts


def _says_published(piece: Piece) -> bool:
    return piece.part is Part.FIELD and piece.name == "published"


def _tell_twofold(text: str, head: Head, log: Log) -> None:
    """Tell of a date that would be the page's, if it could not be read two ways."""
    fields = [p for p in head.pieces if p.part is Part.SOURCE or p.name in ("published", "publisher")]
    for piece in (*fields, *bare_dates(head)[1]):
        for printed in dates_in(piece.span.of(text), piece.span.start):
            if printed.twofold:
                log.add("D408", *printed.span, printed=printed.span.of(text))


def _date_in_foot(text: str, foot: Sequence[Span]) -> PrintedDate | None:
    """The first date on a line that has little else: beside a related story stands the story's own."""
    dated = (full_date_in(span.of(text), span.start) for span in foot if is_source(span.of(text)))
    return next((date for date in dated if date is not None), None)


def add_markup(facts: PublicationFacts, markup: Markup, offset: int, log: Log) -> None:
    """Add what the markup says: addresses, and a date where the text prints none. `offset`: where its page begins."""
    facts.url = facts.url or markup.address
    if markup.original is not None and facts.original_url is None:
        facts.original_url = markup.original.href
        span = Span(markup.original.start + offset, markup.original.end + offset)
        facts.evidence.append(("publication.original_url", span, "link"))
    if markup.published is None or facts.hidden is not None:
        return
    if facts.printed is None:
        facts.hidden = markup.published
        log.add("D406", 0, 0, date=markup.published, said_by=markup.published_by)
    elif facts.date != markup.published:
        log.add("D407", *facts.printed.span, printed=facts.date, date=markup.published, said_by=markup.published_by)


def _read_piece(text: str, piece: Piece, facts: PublicationFacts) -> PrintedDate | None:
    """The date of publication in one piece of the head; the publisher beside it goes to the facts."""
    if piece.part is Part.SOURCE or (piece.part is Part.FIELD and piece.name == "published" and piece.value):
        start, end = piece.value or piece.span
        words = text[start:end]
        printed = full_date_in(words, start)
        if printed is not None or not _TOOLS.search(words):
            _note_publisher(facts, _publisher_in(words), piece.span)
        return printed
    if led := LED_DATE.match(piece.span.of(text)):
        return full_date_in(led["date"], piece.span.start + led.start("date"))
    if piece.part in (Part.TITLE, Part.SUMMARY) and (glued := glued_date(piece.span.of(text))):
        return full_date_in(glued["date"], piece.span.start + glued.start("date"))
    if piece.part is Part.FIELD and piece.name == "publisher" and piece.value:
        words = piece.value.of(text)
        _note_publisher(facts, _publisher_in(words), piece.value)
        return full_date_in(words, piece.value.start)
    return None


def _publisher_in(words: str) -> str:
    """What a source line leaves without its dates, its tools and the people who wrote and edited."""
    left = _NOISE.sub(" ", _without_dates(BYLINE.sub("", words, count=1))).split()[:_PUBLISHER_WORDS]
    while left and left[0].strip(_AROUND).lower() in _LEFT_OVER:
        del left[0]
    while left and left[-1].strip(_AROUND).lower() in _LEFT_OVER:
        del left[-1]
    return " ".join(left).strip(_AROUND)


def _is_name(publisher: str) -> bool:
    """Whether what is left can be a publisher: not half a date, and not the city before one."""
    return any(c.isalpha() for c in publisher) and not _YEAR.search(publisher) and not is_city(publisher)


def _note_publisher(facts: PublicationFacts, publisher: str, span: Span) -> None:
    if facts.publisher is None and _is_name(publisher):
        facts.publisher = publisher
        facts.evidence.append(("publication.publisher", span, "printed"))


def _without_dates(words: str) -> str:
    pieces, start = [], 0
    for printed in dates_in(words):
        pieces.append(words[start : printed.span.start])
        start = printed.span.end
    return " ".join([*pieces, words[start:]])


def bare_dates(head: Head) -> tuple[Sequence[Piece], Sequence[Piece]]:
    """Bare dates of the event, and bare dates that stand above the summary or the roster: those of the page.

    The event's stand below one of these and above no roster; a lede or a byline may follow them.
    """
    lists = [p.line for p in head.pieces if p.part in (Part.ROSTER, Part.DATELINE)]
    told = [p.line for p in head.pieces if p.part in (Part.SUMMARY, Part.INTRODUCTION)]
    bare = head.all(Part.EVENT_DATE)
    first, last_list = min([*lists, *told], default=-1), max(lists, default=-1)
    if first < 0:
        return [], bare
    late = [p for p in bare if p.line > first and p.line > last_list]
    return late, [p for p in bare if p not in late]


def _early_bare_date(text: str, head: Head) -> PrintedDate | None:
    early = bare_dates(head)[1]
    return full_date_in(early[0].span.of(text), early[0].span.start) if early else None
