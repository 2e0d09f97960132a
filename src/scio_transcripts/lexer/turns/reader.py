"""Lines to turns, as written: a label, the paragraphs under it, and the notes between them.

In: lines, the labels that won, and the line where speech begins. Out: `RawTurn`s and notes. Promises: every line ends
up in one of them. A line is a paragraph: pages with blank lines between paragraphs and pages without read the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from scio_transcripts.language import credits
from scio_transcripts.language.speech_acts import greets
from scio_transcripts.lazy import re
from scio_transcripts.lexer import Form, Kind, Lines
from scio_transcripts.lexer.form.choose import Weighed
from scio_transcripts.lexer.page.patterns import DISCLAIMER, HEADING
from scio_transcripts.lexer.turns.raw import RawNote, RawTurn
from scio_transcripts.registry.han import names_people
from scio_transcripts.registry.names import is_person
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
_MORE_LINKS = (
    "more from",
    "related",
    "hot topics",
    "most popular",
    "most viewed",
    "latest news",
    "editor's choice",
    "off the wire",
)
_DISCLAIMER_FOLLOWS = re.compile(
    r"[.;][)）]?[ \xa0]{1,4}"
    r"(?=[(（*]?(?:In (?:the )?(?:case|event) of|Th(?:e|is) (?:English|translat)|For reference"
    r"|Unofficial|Please note))",
    re.I,
)
_BELOW_LABELS = frozenset({Kind.TEXT, Kind.LABEL, Kind.CAPTION, Kind.STAGE})
"""Speech with a colon near its beginning looks like a label."""
_LONGEST_HEADLINE = 160
_SPEECH_END = (".", "!", "?")
_SENTENCE_END = (".", "!", "?", "”", '"', "…", ":")


@dataclass(slots=True, kw_only=True)
class RawPage:
    """What the parser read off the page's body."""

    turns: list[RawTurn] = field(default_factory=list)
    notes: list[RawNote] = field(default_factory=list)
    credits: list[Span] = field(default_factory=list)


class TurnReader:
    """The pages so far, the open turn, and whether the speech has ended or headlines have begun."""

    def __init__(self, lines: Lines, labels: Mapping[int, Weighed]) -> None:
        self.page = RawPage()
        self._lines = lines
        self._labels = labels
        self._last_label = max(labels, default=-1)
        self._turn: RawTurn | None = None
        self._links = self._closed = False

    def read_sheet(self, begin: int, end: int, *, follows: bool) -> None:
        """Read the speech of one page. A turn that the page before has left open goes on, if the page follows it."""
        self._links = self._closed = False
        if not follows:
            self._turn = None
        labels, read = self._labels, begin
        for index in self._lines.marked_in(begin, end):
            if read < index:
                self.read_speech(read, index)
            if index in labels:
                self.read_label(index, labels[index].clues)
            else:
                self.read_marked(index)
            read = index + 1
        if read < end:
            self.read_speech(read, end)

    def read_speech(self, first: int, last: int) -> None:
        """Plain lines, a paragraph each: nearly all of a transcript comes this way."""
        lines = self._lines
        texts, starts = lines.texts[first:last], lines.starts[first:last]
        if self._closed:
            self.page.notes += [RawNote("chrome", s, s + len(t)) for t, s in zip(texts, starts, strict=True)]
            return
        turn = self._turn or self._open_unlabelled(starts[0])
        turn.paragraphs += [{"text": t, "start": s, "end": s + len(t)} for t, s in zip(texts, starts, strict=True)]
        turn.end = turn.paragraphs[-1]["end"]

    def read_label(self, index: int, clues: tuple[str, ...]) -> None:
        """A label, with the speech that stands beside it."""
        lines = self._lines
        start, words, looks = lines.starts[index], lines.texts[index], lines.marked[index]
        speech = looks.speech
        end = start + len(words)
        begin = end - len(self._after_tag(start, words, looks.tag_end)) if looks.tag_end else start
        label_end = end if speech < 0 else start + len(words[:speech].rstrip())
        turn = RawTurn(label=looks.label, label_end=label_end, clues=clues, form=looks.form, start=begin, end=end)
        if speech >= 0:
            turn.add(start + speech, end, words[speech:])
        if (above := self._turn) is not None and not above.paragraphs and _is_host_above(above, turn):
            # `主持人` on one line, post and name on the next: one label.
            turn = replace(turn, label=f"{above.label} / {turn.label}", start=above.start, clues=above.clues + clues)
            self.page.turns.pop()
        elif above is not None and not above.paragraphs and above.label == turn.label and above.label_end is not None:
            # printed twice: the first says nothing
            self.page.turns.pop()
            self.page.notes.append(RawNote("chrome", above.start, above.label_end))
        self.open(turn)

    def _after_tag(self, start: int, words: str, tag_end: int) -> str:
        """The words behind a page-break tag, of which a note is made."""
        self.page.notes.append(RawNote("page-break", start, start + tag_end))
        return words[tag_end:].lstrip()

    def read_marked(self, index: int) -> None:
        """Any other line that may be something else than speech."""
        lines = self._lines
        begin, rest, looks = lines.starts[index], lines.texts[index], lines.marked[index]
        end = begin + len(rest)
        if looks.tag_end:
            rest = self._after_tag(begin, rest, looks.tag_end)
            begin = end - len(rest)
        if looks.kind is Kind.TEXT or looks.kind is Kind.LABEL:
            self.read_text(index, begin, end, rest)
        elif looks.kind is Kind.CREDIT:
            self.read_credit(begin, end, rest)
        elif looks.kind is Kind.HEADING:
            self.read_heading(begin, end, rest)
        else:
            self.read_note(index, looks.kind, begin, end, rest)

    def open(self, turn: RawTurn) -> None:
        """Begin a turn."""
        self._turn = turn
        self.page.turns.append(turn)
        self._links = self._closed = False

    def read_text(self, index: int, start: int, end: int, words: str) -> None:
        """A paragraph, unless the line is a label without its colon, or stands where nobody speaks."""
        short = len(words) <= _LONGEST_HEADLINE
        if self._closed or (self._links and short and not words.endswith(_SENTENCE_END)):
            self.page.notes.append(RawNote("chrome" if self._closed else "link", start, end))
            return
        turn = self._turn or self._open_unlabelled(start)
        if index in self._lines.glued and turn.paragraphs and turn.end == self._lines.end(index - 1):
            # The piece of a printed line that might have been a head, and is none.
            last = turn.paragraphs.pop()
            start, words = last["start"], self._lines.whole[last["start"] : end]
        turn.add(start, end, words)

    def _open_unlabelled(self, start: int) -> RawTurn:
        """Begin the turn of speech without a label."""
        # Behind a missing page, somebody goes on whom no page names.
        continued = bool(self.page.turns)
        turn = RawTurn(label=None, label_end=None, clues=(), form=None, start=start, end=start, continued=continued)
        self.open(turn)
        return turn

    def read_credit(self, start: int, end: int, words: str) -> None:
        """Credits. A photographer is named anywhere; translators and editors only below the last speech."""
        _read_credit(start, end, words, self.page)
        self._closed = self._closed or credits.kind_of(words) != "photographers"

    def read_heading(self, start: int, end: int, words: str) -> None:
        """A heading inside the speech: the host's label, or words of the speech."""
        if opened := _role_heading(start, end, words):
            self.open(opened)
        elif self._turn is not None and not self._closed and not self._is_source_below(start, words):
            self._turn.add(start, end, words)
        else:
            self.page.notes.append(RawNote("chrome", start, end))

    def _is_source_below(self, start: int, words: str) -> bool:
        """Whether `来源：芦荡网 编辑：林大海` stands below the last speech, which it ends."""
        last = self._lines.starts[self._last_label] if self._last_label >= 0 else -1
        self._closed = start > last >= 0 and words.startswith(("来源", "來源"))
        return self._closed

    def read_note(self, index: int, kind: Kind, start: int, end: int, words: str) -> None:
        """Anything that is no speech. Some of it says that headlines follow, or that the speech has ended."""
        self.page.notes.append(RawNote(_NOTE_KINDS[kind], start, end))
        lower = words.lower()
        self._links = self._links or (kind is Kind.CHROME and lower.startswith(_MORE_LINKS))
        self._links = self._links or (kind is Kind.LINK and lower.startswith("related"))
        if kind is Kind.DISCLAIMER and self._turn is not None:
            self._closed = self._closed or index > self._last_label >= 0


def _is_host_above(above: RawTurn, turn: RawTurn) -> bool:
    """Whether the label above is a host's without a name, or a post, and this one goes on with post and name."""
    if above.form is not Form.OWN_LINE or turn.form is not Form.OWN_LINE:
        return False
    if "post-below" in above.clues:
        return "office" in turn.clues
    nameless = {"role-word", "office"}.intersection(above.clues) and "person" not in above.clues
    return bool(nameless) and not {"described", "office", "person", "roster", "titled"}.isdisjoint(turn.clues)


def _role_heading(start: int, end: int, words: str) -> RawTurn | None:
    """`Host: Good morning.` or `Host: Lin Dahai, spokesman` in the middle of the speech: a label, not a heading."""
    found = HEADING.fullmatch(words)
    if not found or not found["chair"] or not found["colon"]:
        return None
    value = (found["value"] or "").lstrip()
    names_somebody = is_person(value.split(",")[0].strip()) or names_people(value)
    if value and not names_somebody and not value.endswith(_SPEECH_END) and not greets(value):
        return None
    is_label_line = len(value) <= _LONGEST_HEADLINE and not value.endswith(_SPEECH_END)
    mark_end = end if is_label_line else start + found.end("colon")
    label = (words if is_label_line else found["chair"]).rstrip(" :：")
    form = Form.OWN_LINE if is_label_line else Form.INLINE
    turn = RawTurn(label=label, label_end=mark_end, clues=("role-word",), form=form, start=start, end=end)
    if not is_label_line:
        turn.add(end - len(value), end, value)
    return turn


def _read_credit(start: int, end: int, words: str, page: RawPage) -> None:
    """Credits, with the disclaimer that often stands in the same paragraph as a note of its own."""
    cut = next((m.end() for m in _DISCLAIMER_FOLLOWS.finditer(words) if DISCLAIMER.match(words, m.end())), len(words))
    page.credits.append(Span(start, start + len(words[:cut].rstrip())))
    if cut < len(words):
        page.notes.append(RawNote("disclaimer", start + cut, end))
