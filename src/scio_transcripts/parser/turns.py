"""Lines to turns, as written: a label, the paragraphs under it, and the notes between them.

In: lines, the labels that won, and the line where speech begins. Out: `RawTurn`s and notes. A line is a paragraph: pages with
blank lines between paragraphs and pages without read the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scio_transcripts.lexer import Form, Kind, Line
from scio_transcripts.lexer.patterns import DISCLAIMER, HEADING
from scio_transcripts.parser.labels import Weighed
from scio_transcripts.parser.raw import RawTurn
from scio_transcripts.spans import Span

_NOTE_KINDS: Mapping[Kind, str] = {
    Kind.TAG: "page-break",
    Kind.DATE: "timestamp",
    Kind.STAMP: "timestamp",
    Kind.PAGER: "pager",
    Kind.CRUMBS: "chrome",
    Kind.CHROME: "chrome",
    Kind.LINK: "link",
    Kind.CAPTION: "caption",
    Kind.COUNTER: "chrome",
    Kind.DISCLAIMER: "disclaimer",
    Kind.STAGE: "stage",
}
_MORE_LINKS = ("more from", "related", "hot topics", "most popular", "most viewed", "latest news", "editor's choice", "off the wire")
_DISCLAIMER_FOLLOWS = re.compile(
    r"[.;][)）]?[ \xa0]{1,4}(?=[(（*]?(?:In (?:the )?(?:case|event) of|Th(?:e|is) (?:English|translat)|For reference|Unofficial|Please note))",
    re.I,
)
_LONGEST_HEADLINE = 160
_SENTENCE_END = (".", "!", "?", "”", '"', "…", ":")


@dataclass(frozen=True, slots=True)
class RawNote:
    """A note as it stands on the page."""

    kind: str
    start: int
    end: int


@dataclass(slots=True, kw_only=True)
class RawPage:
    """What the parser read off the page's body."""

    turns: list[RawTurn] = field(default_factory=list)
    notes: list[RawNote] = field(default_factory=list)
    credits: list[Span] = field(default_factory=list)
    colonless: list[RawTurn] = field(default_factory=list)
    """Turns whose label has no colon."""


def read_turns(
    lines: Sequence[Line], begin: int, labels: Mapping[int, Weighed], known: Mapping[str, tuple[str, ...]]
) -> RawPage:
    """Read the lines from `begin` on. `known` holds the words that are labels even without a colon, with their clues."""
    page = RawPage()
    turn: RawTurn | None = None
    links = closed = False
    last_label = max(labels, default=-1)
    text_kind, label_kind = Kind.TEXT, Kind.LABEL
    for index in range(begin, len(lines)):
        line = lines[index]
        kind, start, end, words, _, looks = line
        if looks is not None:
            if looks.tag_end:
                page.notes.append(RawNote("page-break", start, start + looks.tag_end))
                start = _after_tag(line)
            if index in labels:
                turn = _open(line, start, labels[index].clues)
                page.turns.append(turn)
                links = closed = False
                continue
        if kind is text_kind or kind is label_kind:
            if known and words[-1].isalnum() and len(words) <= _LONGEST_HEADLINE and (clues := _colonless(lines, index, known)):
                turn = RawTurn(label=words, label_span=Span(start, end), clues=clues, form=Form.OWN_LINE, start=start, end=end)
                page.turns.append(turn)
                page.colonless.append(turn)
                links = closed = False
            elif closed or (links and len(words) <= _LONGEST_HEADLINE and not words.endswith(_SENTENCE_END)):
                page.notes.append(RawNote("chrome" if closed else "link", start, end))
            else:
                if turn is None:
                    turn = RawTurn(label=None, label_span=None, clues=(), form=None, start=start, end=end)
                    page.turns.append(turn)
                turn.paragraphs.append((start, end))
                turn.texts.append(words if start == line.start else words[start - end :])
                turn.end = end
        elif kind is Kind.CREDIT:
            _read_credit(line, start, page)
            # A photographer is named anywhere; translators and editors are named below the last speech.
            closed = closed or not words.lstrip("([（").lower().startswith("photo")
        elif kind is Kind.HEADING:
            if opened := _role_heading(line, start):
                turn = opened
                page.turns.append(turn)
            elif turn is not None and not closed:
                turn.add(start, end, words[start - end :])
            else:
                page.notes.append(RawNote("chrome", start, end))
        else:
            page.notes.append(RawNote(_NOTE_KINDS[kind], start, end))
            links = links or (kind is Kind.CHROME and line.text.lower().startswith(_MORE_LINKS))
            links = links or (kind is Kind.LINK and line.text.lower().startswith("related"))
            # A disclaimer below the last label closes the page.
            closed = closed or (kind is Kind.DISCLAIMER and turn is not None and index > last_label >= 0)
    return page


def _after_tag(line: Line) -> int:
    """Where the words begin behind a page-break tag."""
    tag_end = line.looks.tag_end if line.looks else 0
    return line.end - len(line.text[tag_end:].lstrip())


def _open(line: Line, start: int, clues: tuple[str, ...]) -> RawTurn:
    looks = line.looks
    assert looks is not None  # only a line with looks can hold a label
    speech = looks.speech if looks.speech >= 0 else len(line.text)
    label_end = line.start + len(line.text[:speech].rstrip())
    turn = RawTurn(
        label=looks.label, label_span=Span(start, label_end), clues=clues, form=looks.form, start=start, end=line.end
    )
    if looks.speech >= 0:
        turn.add(line.start + speech, line.end, line.text[speech:])
    return turn


def _colonless(lines: Sequence[Line], index: int, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The clues for a line that is a known label without its colon, with speech below."""
    line = lines[index]
    if line.kind is not Kind.TEXT:
        return ()
    clues = known.get(" ".join(line.text.replace("’", "'").lower().split()), ())
    below = lines[index + 1] if index + 1 < len(lines) else None
    return clues if clues and below is not None and below.kind in (Kind.TEXT, Kind.CAPTION, Kind.STAGE) else ()


def _role_heading(line: Line, start: int) -> RawTurn | None:
    """`Host: Good morning.` or `Host: Lin Dahai, spokesman` in the middle of the speech: a label, not a roster's heading."""
    words = line.text[start - line.end :]
    found = HEADING.fullmatch(words)
    if not found or not found["chair"] or not found["colon"]:
        return None
    value = (found["value"] or "").lstrip()
    is_label_line = len(value) <= _LONGEST_HEADLINE and not value.endswith((".", "!", "?"))
    mark_end = line.end if is_label_line else start + found.end("colon")
    label = (words if is_label_line else found["chair"]).rstrip(" :：")
    form = Form.OWN_LINE if is_label_line else Form.INLINE
    turn = RawTurn(
        label=label, label_span=Span(start, mark_end), clues=("role-word",), form=form, start=start, end=line.end
    )
    if not is_label_line:
        turn.add(line.end - len(value), line.end, value)
    return turn


def _read_credit(line: Line, start: int, page: RawPage) -> None:
    """Credits, with the disclaimer that often stands in the same paragraph as a note of its own."""
    words = line.text[start - line.end :]
    cut = next((m.end() for m in _DISCLAIMER_FOLLOWS.finditer(words) if DISCLAIMER.match(words, m.end())), len(words))
    page.credits.append(Span(start, start + len(words[:cut].rstrip())))
    if cut < len(words):
        page.notes.append(RawNote("disclaimer", start + cut, line.end))
