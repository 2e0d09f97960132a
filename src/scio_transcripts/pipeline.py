"""`parse()`: every stage in order, on one screen.

In: a text. Out: a `Transcript`. A stage is a function from immutable facts to immutable facts, with one append-only
log beside it. Nothing here touches disk, network, clock or locale: the same input gives the same document."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from scio_transcripts.assemble import Facts, assemble
from scio_transcripts.diagnostics import Log
from scio_transcripts.dialects import Dialect, Looks, detect, named
from scio_transcripts.errors import StrictError
from scio_transcripts.lexer import Kind, Line, lines_of
from scio_transcripts.model import Transcript
from scio_transcripts.normalize.credits import read_credits
from scio_transcripts.normalize.event import read_event
from scio_transcripts.normalize.identify import identify
from scio_transcripts.normalize.kind import kind_of_page
from scio_transcripts.normalize.language import han_share, language_of
from scio_transcripts.normalize.notes import notes_of
from scio_transcripts.normalize.pages import read_pager
from scio_transcripts.normalize.references import adopt_honorifics, references_in
from scio_transcripts.parser import Written, read_page, wording
from scio_transcripts.parser.clues import is_anonymous
from scio_transcripts.parser.raw import RawTurn
from scio_transcripts.sources.text import Source
from scio_transcripts.spans import Span

_SURROGATE = regex.compile(r"[\ud800-\udfff]")
_CONTROLS = bytes([*range(9), *range(14, 28), 127])
_CONTROL_CHARACTERS = frozenset(_CONTROLS.decode("latin-1"))
_DAMAGE = "Ãâ鈥锟\ufffd¡¬"
"""Characters of what a wrong decoding leaves; a plain search for one character is fast."""
_MOJIBAKE = regex.compile(r"(?:Ã[\x80-\xbf©¨¤¶¼]|â€[\x98-\x9d™œ“”¦]|鈥[\u4e00-\u9fff?]|锟斤拷|\ufffd|¡¡|£¬)")
_HEAD = 3000
_LONG_LABEL = 60
_SHORT_LABEL = 12


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
    text = _settle(source.text, log)
    lines = lines_of(text)
    if not lines:
        log.add("T103", 0, len(text))
    family = _choose(dialect, text, lines)
    written = read_page(text, lines, family.label_weights)
    kind, reason = kind_of_page(text, written)
    people, turns, voices = identify(written, text, log)
    if kind != "transcript":
        if lines:
            log.add("K701", 0, 0, kind=kind, reason=reason)
        turns, voices = [], []
    _explain(written, turns, [v.role for v in voices], log)
    body = Span(turns[0].start, turns[-1].end) if turns else Span(len(text), len(text))
    adopt_honorifics(people, references_in(text, *body, people, log), log)
    notes, prose, stamps = notes_of(text, written, is_transcript=kind == "transcript")
    opening = Span(turns[0].start, turns[0].end) if turns and not turns[0].continued else None
    event = read_event(text, written.head, opening, prose, stamps, notice=kind == "notice", log=log)
    captions = [Span(s, e) for k, s, e in notes if k == "caption"]
    credits = read_credits(text, written.page.credits, captions)
    pages = read_pager(
        text,
        [Span(s, e) for k, s, e in notes if k == "pager"],
        begins=bool(turns) and turns[0].label is not None and bool(wording.GREETING.match(turns[0].speech)),
        ends=bool(credits["translators"]),
    )
    if pages.total and pages.span:
        which = f"page {pages.number}" if pages.number else "one of them"
        log.add("G601", *pages.span, total=pages.total, which=which)
    speech = "\n".join(turn.opening[:2000] for turn in turns[:40])
    transcript = assemble(
        Facts(
            text=text,
            kind=kind,
            language=language_of(speech or text),
            dialect=family.name,
            written=written,
            people=people.all,
            turns=turns,
            voices=voices,
            event=event,
            pages=pages,
            credits=credits,
            notes=notes,
            source={**source.facts, "length": len(text)},
        ),
        log,
    )
    if strict and (serious := [d for d in transcript.diagnostics if d.severity != "info"]):
        raise StrictError(serious)
    return transcript


def _settle(text: str, log: Log) -> str:
    """Replace what no encoding can store, one character for one, and tell what is odd about the text."""
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        halves = _SURROGATE.findall(text)
        log.add("T101", error.start, error.end, count=len(halves))
        text = _SURROGATE.sub("\ufffd", text)
        data = text.encode()
    if controls := len(data) - len(data.translate(None, _CONTROLS)):
        first = next(i for i, char in enumerate(text) if char in _CONTROL_CHARACTERS)
        log.add("T102", first, first + 1, count=controls)
    if not text.isascii() and any(sign in text for sign in _DAMAGE):
        damaged = list(_MOJIBAKE.finditer(text, timeout=10))
        if damaged:
            log.add("T104", damaged[0].start(), damaged[0].end(), count=len(damaged), example=damaged[0][0])
    return text


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
    return detect(Looks(head=text[:_HEAD], forms=forms, anonymous=anonymous, han=han_share(text[:_HEAD])))


def _explain(written: Written, turns: Sequence[RawTurn], roles: Sequence[str], log: Log) -> None:
    """Tell which decisions about labels and roles were close."""
    told: set[str] = set()
    for turn, role in zip(turns, roles, strict=True):
        if not turn.paragraphs and turn.label is not None:
            log.add("L205", turn.start, turn.end, label=turn.label)
        if "no-colon" in turn.clues and turn.label is not None:
            log.add("L202", turn.start, turn.end, label=turn.label)
        label = turn.label or "no label"
        if role == "unknown" and label not in told:
            told.add(label)
            log.add("P504", turn.start, turn.end, label=label)
        if (
            role == "reporter"
            and turn.label
            and label not in told
            and not {"outlet", "outlet-within", "anonymous"} & set(turn.clues)
        ):
            told.add(label)
            log.add("P505", turn.start, turn.end, label=turn.label)
    for line, weighed in written.near:
        log.add("L203", line.start, line.end, label=line.label, clues=", ".join(weighed.clues))
