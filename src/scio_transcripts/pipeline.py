"""`parse()`: every stage in order, on one screen.

In: a text. Out: a `Transcript`. A stage is a function from immutable facts to immutable facts, with one append-only
log beside it. Nothing here touches disk, network, clock or locale: the same input gives the same document.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.assemble import Facts, assemble
from scio_transcripts.diagnostics import Log
from scio_transcripts.dialects import Dialect, PageLooks, detect, named
from scio_transcripts.errors import StrictError
from scio_transcripts.lexer import Kind, Line, lines_of
from scio_transcripts.model import Transcript
from scio_transcripts.normalize.credits import read_credits
from scio_transcripts.normalize.event import read_event
from scio_transcripts.normalize.eventdate import Grounds
from scio_transcripts.normalize.explain import explain
from scio_transcripts.normalize.identify import identify
from scio_transcripts.normalize.kind import kind_of_page
from scio_transcripts.normalize.language import han_share, language_of
from scio_transcripts.normalize.notes import notes_of
from scio_transcripts.normalize.pages import read_pager
from scio_transcripts.normalize.publication import read_publication
from scio_transcripts.normalize.references import adopt_honorifics, references_in
from scio_transcripts.parser import read_page, wording
from scio_transcripts.parser.clues import is_anonymous
from scio_transcripts.parser.raw import RawTurn
from scio_transcripts.sources.settle import settle
from scio_transcripts.sources.text import Source
from scio_transcripts.spans import Span

_HEAD = 3000
"""Characters in which a page shows its dialect."""
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


def parse_source(source: Source, *, dialect: str | Dialect | None = None, strict: bool = False) -> Transcript:
    """Read what a source gave. Same promises as `parse`."""
    log = Log()
    transcript = assemble(_read(source, dialect, log), log)
    if strict and (serious := [d for d in transcript.diagnostics if d.severity != "info"]):
        raise StrictError(serious)
    return transcript


def _read(source: Source, dialect: str | Dialect | None, log: Log) -> Facts:
    """Every stage in order."""
    text = settle(source.text, log)
    lines = lines_of(text)
    if not lines:
        log.add("T103", 0, len(text))
    family = _choose(dialect, text, lines)
    written = read_page(lines, family.label_weights)
    kind, reason = kind_of_page(text, written)
    people, turns, voices = identify(written, text, log)
    if kind != "transcript":
        turns, voices = [], []
        if lines:
            log.add("K701", 0, 0, kind=kind, reason=reason)
    explain(written, turns, voices, log)
    adopt_honorifics(references_in(text, *_speech(text, turns), people, log), log)
    found = notes_of(written, is_transcript=kind == "transcript")
    opening = Span(turns[0].start, turns[0].end) if turns and not turns[0].continued else None
    grounds = Grounds(text, written.head, opening, found.prose, found.stamps, notice=kind == "notice")
    publication = read_publication(text, written.head)
    event = read_event(grounds, publication.printed, log)
    credited = read_credits(text, written.page.credits, found.of("caption"))
    pages = read_pager(text, found.of("pager"), log, begins=_greets(turns), ends=bool(credited["translators"]))
    return Facts(
        text=text,
        kind=kind,
        language=language_of(_sample(turns) or text),
        dialect=family.name,
        written=written,
        people=people.all,
        turns=turns,
        voices=voices,
        event=event,
        publication=publication,
        pages=pages,
        credits=credited,
        notes=found.notes,
        source={**source.facts, "length": len(text)},
    )


def _choose(dialect: str | Dialect | None, text: str, lines: Sequence[Line]) -> Dialect:
    """The dialect that was asked for, or the one that the page's looks speak for."""
    if isinstance(dialect, Dialect):
        return dialect
    if dialect is not None:
        return named(dialect)
    forms: dict[str, int] = {}
    anonymous = 0
    candidate = Kind.LABEL
    for kind, _, _, _, _, looks in lines:
        if kind is candidate and looks is not None and looks.form is not None and len(looks.label) < _LONG_LABEL:
            forms[looks.form] = forms.get(looks.form, 0) + 1
            anonymous += len(looks.label) < _SHORT_LABEL and is_anonymous(looks.label)
    return detect(PageLooks(head=text[:_HEAD], forms=forms, anonymous=anonymous, han=han_share(text[:_HEAD])))


def _speech(text: str, turns: Sequence[RawTurn]) -> Span:
    """From the first word that is spoken, or its label, to the last."""
    return Span(turns[0].start, turns[-1].end) if turns else Span(len(text), len(text))


def _greets(turns: Sequence[RawTurn]) -> bool:
    """Whether the page begins as an event does."""
    return bool(turns) and turns[0].label is not None and bool(wording.GREETING.match(turns[0].speech))


def _sample(turns: Sequence[RawTurn]) -> str:
    """Enough of the speech to tell its language."""
    return "\n".join(turn.opening[:_SAMPLE] for turn in turns[:_SAMPLED_TURNS])
