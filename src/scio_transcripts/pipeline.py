"""`parse()`: every stage in order, on one screen.

In: a text. Out: a `Transcript`. A stage is a function from immutable facts to immutable facts, with one append-only
log beside it. Nothing here touches disk, network, clock or locale: the same input gives the same document.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scio_transcripts.assemble import Facts, assemble
from scio_transcripts.diagnostics import Log
from scio_transcripts.dialects import Dialect, PageLooks, detect, named
from scio_transcripts.errors import StrictError
from scio_transcripts.language import speech_acts
from scio_transcripts.language.label import is_anonymous
from scio_transcripts.lazy import re
from scio_transcripts.lexer import Form, Kind, Lines, View, lay_out, lines_of, marked_in, view_of
from scio_transcripts.lexer.read import Written, read_page
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.lexer.zones.datelines import is_source
from scio_transcripts.lexer.zones.edges import edges_of
from scio_transcripts.lexer.zones.reported import cut_reported
from scio_transcripts.model import Transcript
from scio_transcripts.normalize.credits import CreditFacts, credit_lines, read_credits
from scio_transcripts.normalize.event import read_event
from scio_transcripts.normalize.explain import explain
from scio_transcripts.normalize.grounds import Grounds
from scio_transcripts.normalize.identify import identify
from scio_transcripts.normalize.kind import kind_of_page
from scio_transcripts.normalize.language import han_share, language_of
from scio_transcripts.normalize.notes import Notes, foot_of, notes_of
from scio_transcripts.normalize.organizations import posts_of
from scio_transcripts.normalize.pages import MAY_BE_STUBS, read_pager, tell_stubs
from scio_transcripts.normalize.publication import PublicationFacts, add_markup, read_publication
from scio_transcripts.normalize.references import adopt_honorifics, references_in
from scio_transcripts.sources.markup import Markup
from scio_transcripts.sources.settle import settle
from scio_transcripts.sources.text import Source
from scio_transcripts.spans import Span

_HEAD = 3000
"""Characters in which a page shows its dialect."""
_CLOSING = re.compile(
    r"\b(?:conclud|adjourn)\w*\b|\b(?:end|close)s? (?:of )?(?:today|this|our|the)\b|\b[Gg]ood-?bye\b|\bsee you\b"
    r"|到此结束|到這裡結束|再见|再見"
)
_CLOSING_WORDS = 250
_LONG_LABEL = 60
_SHORT_LABEL = 12
_SAMPLE = 2000
_SAMPLED_TURNS = 40


def parse(text: str, *, dialect: str | Dialect | None = None, strict: bool = False) -> Transcript:
    """Read one page, or one whole transcript, as a typed document.

    `text` is any text: what cannot be read as a transcript gives a document without turns and diagnostics that say
    why. Content never raises. `dialect` names a layout family (see `scio_transcripts.dialects.known()`) where the
    detector should not decide. With `strict=True`, warnings and errors raise `StrictError`, which carries them.

    >>> page = parse("Reuters:\\n\\nHow many run? Thank you.\\n\\nLin Dahai:\\n\\nThank you. Ninety.")
    >>> [(turn.label, turn.role) for turn in page.turns]
    [('Reuters', 'reporter'), ('Lin Dahai', 'official')]
    """
    return parse_source(Source.of_text(text), dialect=dialect, strict=strict)


def parse_html(
    html: str | bytes,
    *,
    url: str | None = None,
    encoding: str | None = None,
    dialect: str | Dialect | None = None,
    strict: bool = False,
) -> Transcript:
    """Read one page of HTML. `transcript.text` is the text that a browser would draw.

    `url` is the page's address, against which its links are resolved. `encoding` is the encoding of bytes; without it
    a byte-order mark, the page's own declaration or the bytes' shape decide. `dialect` and `strict` as in `parse`.
    Raises `SourceError` for bytes that cannot be decoded.

    >>> page = parse_html("<p><b>Reuters</b></p><p>How many? Thank you.</p><p><b>Lin Dahai</b></p><p>Ninety.</p>")
    >>> [(turn.label, turn.role) for turn in page.turns]
    [('Reuters', 'reporter'), ('Lin Dahai', 'official')]
    """
    from scio_transcripts.sources.html import source_of_html

    source = source_of_html(html, name=url or "the page", uri=url, encoding=encoding)
    return parse_source(source, dialect=dialect, strict=strict)


def parse_source(source: Source, *, dialect: str | Dialect | None = None, strict: bool = False) -> Transcript:
    """Read what a source gave. Same promises as `parse`."""
    log = Log()
    return finished(read_alone(source, dialect, log), log, strict=strict)


def finished(facts: Facts, log: Log, *, strict: bool) -> Transcript:
    transcript = assemble(facts, log)
    if strict and (serious := [d for d in transcript.diagnostics if d.severity != "info"]):
        raise StrictError(serious)
    return transcript


def read_alone(source: Source, dialect: str | Dialect | None, log: Log) -> Facts:
    """One page. Its number is the one that it shows."""
    for code, said in source.remarks:
        log.add(code, 0, 0, **said)
    view = view_of(settle(source.text, log, source.data))
    log = log.through(view.back)
    draft = read_view(view, [(0, source.markup)], dialect, log)
    markup = source.markup
    pagers = draft.notes.of("pager")
    ends = bool(draft.credits.names["translators"])
    shown = markup.page if markup else None
    pages = read_pager(
        view.text,
        pagers,
        log,
        begins=greets(draft.turns),
        ends=ends,
        closes=bool(pagers) and closes(draft.turns),
        shown=shown,
    )
    return draft.facts(
        pages=pages,
        starts=((0, pages.number),),
        blocks=markup.blocks if markup else (),
        urls=markup.others if markup else (),
        source={**source.facts, "length": len(view.untouched)},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the stages concluded before the pages were counted. Places count in the view."""

    view: View
    found: Mapping[str, Any]
    turns: Sequence[RawTurn]
    notes: Notes
    credits: CreditFacts

    def facts(self, **more: Any) -> Facts:
        return Facts(
            view=self.view, **self.found, turns=self.turns, credits=self.credits, notes=self.notes.notes, **more
        )


def read_view(
    view: View,
    pages: Sequence[tuple[int, Markup | None]],
    dialect: str | Dialect | None,
    log: Log,
    *,
    gaps: Iterable[int] = (),
) -> Draft:
    """Every stage in order. `pages`: where in the untouched text each page begins, and its markup; `gaps`: those before
    which a page is missing. All stages read the view, and `log` counts in it, too."""
    text, pages = view.text, _in_view(view, pages)
    lines = cut_reported(text, lines_of(text))
    if not lines:
        log.add("T103", 0, len(text))
    family = _choose(dialect, text, lines)
    laid = lay_out(lines, pages, [view.at(start) for start in gaps])
    written = read_page(laid._replace(lines=laid.lines.marked_as(edges_of(laid.lines, laid.sheets))))
    kind, reason = kind_of_page(text, written)
    if kind != "transcript":
        written.page.turns[:] = [turn.as_prose(text) for turn in written.page.turns]
    people, turns, voices = identify(written, text, log)
    if kind != "transcript":
        turns, voices = [], []
        if lines:
            log.add("K701", 0, 0, kind=kind, reason=reason)
    language = _language(text, turns, log)
    explain(written, turns, voices, log)
    references = references_in(text, turns, people, log)
    adopt_honorifics(references, log)
    found = notes_of(written, is_transcript=kind == "transcript")
    grounds = Grounds(
        text, written.head, _opening(turns), found.prose, found.stamps, found.beside, notice=kind == "notice"
    )
    publication = _published(text, written, foot_of(written), pages, log)
    if kind in MAY_BE_STUBS:
        tell_stubs(pages, [turn.start for turn in turns], log)
    return Draft(
        view=view,
        found={
            "kind": kind,
            "language": language,
            "dialect": family.name,
            "written": written,
            "people": people.all,
            "voices": voices,
            "references": references,
            "posts": posts_of(people.all, text, log),
            "event": read_event(grounds, publication.printed, log),
            "publication": publication,
        },
        turns=turns,
        notes=found,
        credits=read_credits(text, credit_lines(written), found.of("caption")),
    )


def _in_view(view: View, pages: Sequence[tuple[int, Markup | None]]) -> list[tuple[int, Markup | None]]:
    """Where in the view each page begins, and its markup."""
    return [(view.at(start), marked_in(view, markup, start) if markup else None) for start, markup in pages]


def _language(text: str, turns: Sequence[RawTurn], log: Log) -> str:
    """The language of the speech, or else of the page."""
    language = language_of(_sample(turns) or text)
    if turns and language.startswith("zh"):
        log.add("K702", turns[0].start, turns[0].end)
    return language


def _opening(turns: Sequence[RawTurn]) -> Span | None:
    """The first turn, where the page does not begin inside it."""
    return Span(turns[0].start, turns[0].end) if turns and not turns[0].continued else None


def _published(
    text: str, written: Written, foot: Sequence[Span], pages: Sequence[tuple[int, Markup | None]], log: Log
) -> PublicationFacts:
    """When and by whom the page was published: what it prints, then what its markup says."""
    publication = read_publication(text, written.head, foot, log)
    for start, markup in pages:
        if markup is not None:
            add_markup(publication, markup, start, log)
    return publication


def _choose(dialect: str | Dialect | None, text: str, lines: Lines) -> Dialect:
    """The dialect that was asked for, or the one that the page's looks speak for."""
    if isinstance(dialect, Dialect):
        return dialect
    if dialect is not None:
        return named(dialect)
    candidate = Kind.LABEL
    labels = [
        looks
        for index, looks in lines.marked.items()
        if looks.kind is candidate and len(looks.label) < _LONG_LABEL and not _is_source(lines, index, looks.form)
    ]
    forms = [looks.form for looks in labels]
    anonymous = [looks for looks in labels if len(looks.label) < _SHORT_LABEL and is_anonymous(looks.label)]
    head = text[:_HEAD]
    return detect(
        PageLooks(
            head=head,
            forms={form: forms.count(form) for form in Form},
            anonymous=len(anonymous),
            han=han_share(head),
        )
    )


def _is_source(lines: Lines, index: int, form: Form | None) -> bool:
    """`China SCIOUpdated: May 2, 2020` has a label's shape."""
    # A plain look first: a page has hundreds of such labels, and few end in a date.
    ends_in_date = form is Form.INLINE and lines.starts[index] < _HEAD and lines.texts[index][-1].isdigit()
    return ends_in_date and is_source(lines.texts[index])


def greets(turns: Sequence[RawTurn]) -> bool:
    """Whether the page begins as an event does."""
    return bool(turns) and turns[0].label is not None and speech_acts.greets(turns[0].speech)


def closes(turns: Sequence[RawTurn]) -> bool:
    """Whether the page ends as an event does: `That concludes today's press conference.`"""
    last = turns[-1].paragraphs[-1]["text"] if turns and turns[-1].paragraphs else ""
    return bool(_CLOSING.search(last, max(0, len(last) - _CLOSING_WORDS)))


def _sample(turns: Sequence[RawTurn]) -> str:
    """Enough of the speech to tell its language."""
    return "\n".join(turn.opening[:_SAMPLE] for turn in turns[:_SAMPLED_TURNS])
