"""The table of diagnostics, and the log that the stages append to.

In: a code, a span and the facts. Out: `Diagnostic`, frozen. Promises: a code never changes its meaning and is never
used again once withdrawn. `docs/diagnostics.md` is generated from the table. Knows nothing of how pages are parsed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One row of the table: what a code means and what a reader can do."""

    severity: Severity
    title: str
    message: str
    """What the log prints; facts in braces are filled in."""
    help: str
    """What was decided, and what would settle it."""


CODES: dict[str, Code] = {
    # T: the text itself
    "T101": Code(
        severity="warning",
        title="half a character",
        message="{count} lone surrogate(s) were replaced by U+FFFD",
        help="The text held halves of characters that no encoding can store. Read the page again from its bytes.",
    ),
    "T102": Code(
        severity="info",
        title="control characters",
        message="{count} control character(s) in the text, kept as they are",
        help="They are kept so that offsets stay true, and are never sent to a terminal.",
    ),
    "T103": Code(
        severity="error",
        title="empty text",
        message="there is nothing to read: the text is empty or blank",
        help="Look at the file: it may have been saved before the page had loaded.",
    ),
    "T104": Code(
        severity="warning",
        title="damaged characters",
        message="the text holds {count} sign(s) of a wrong decoding, such as {example!r}",
        help="The page was probably decoded with the wrong encoding. Nothing is repaired: read it again with "
        "the right one.",
    ),
    "T105": Code(
        severity="warning",
        title="encoding inferred",
        message="no encoding is declared; the bytes were read as {encoding} because of their shape",
        help="Look at a few lines. If they are wrong, name the encoding: --encoding NAME.",
    ),
    "T106": Code(
        severity="warning",
        title="declared encoding does not fit",
        message="the page says that it is {declared}, but its bytes are {encoding}",
        help="The bytes were believed. If the text is wrong, name the encoding: --encoding NAME.",
    ),
    "T107": Code(
        severity="warning",
        title="damaged bytes",
        message="{count} character(s) do not fit {encoding} and were replaced by U+FFFD",
        help="The file was damaged on its way. Get it again from its source.",
    ),
    # L: labels and turns
    "L201": Code(
        severity="info",
        title="speech without a label",
        message="the page has speech without a label here: {start_words!r}",
        help="The label was lost, or the page opens inside a speech. The turn has no label and no speaker.",
    ),
    "L202": Code(
        severity="info",
        title="label without a colon",
        message="{label!r} stands alone on its line without a colon and was taken for a label",
        help="It equals a name of the roster or another label of the page.",
    ),
    "L203": Code(
        severity="info",
        title="not taken for a label",
        message="{label!r} has the shape of a label, but too little speaks for it ({clues})",
        help="The line was kept as speech. If it is a speaker, adding the outlet or the person to the "
        "registry settles it.",
    ),
    "L204": Code(
        severity="warning",
        title="lost label inside a turn",
        message="a new voice seems to begin inside the turn of {label!r}: {start_words!r}",
        help="The wording is a question from the floor, so a turn without label begins here. The page itself "
        "has lost the label.",
    ),
    "L205": Code(
        severity="info",
        title="label without speech",
        message="nothing was said under the label {label!r}",
        help="The label was printed twice, or the page is cut off after it. The turn is kept, without paragraphs.",
    ),
    # R: the roster
    "R301": Code(
        severity="info",
        title="heading without names",
        message="nobody stands under the heading {heading!r}",
        help="The names were lost when the page was saved, or stand in another copy of the roster.",
    ),
    "R302": Code(
        severity="info",
        title="roster copies disagree",
        message="the copies of the roster describe {name} differently: {first!r} and {second!r}",
        help="People are merged by name. The first wording with an abbreviation or, without one, the first is kept.",
    ),
    "R303": Code(
        severity="info",
        title="chair inferred",
        message="{name} was taken for the chair without a heading ({clues})",
        help="The last name before the date, the post, or the wording of the opening decided it.",
    ),
    # D: dates
    "D401": Code(
        severity="info",
        title="year inferred",
        message="the page gives the event as {printed!r}; the year {year} comes from {basis}",
        help="Look at the address of the page, or at its first page, for a full date.",
    ),
    "D402": Code(
        severity="warning",
        title="weekday does not fit",
        message="the page says {weekday}, but {date} was a {actual}",
        help="One of the two is a slip of the page. The date was kept.",
    ),
    "D403": Code(
        severity="warning",
        title="event dates disagree",
        message="the page gives the event as {first} ({first_basis}) and as {second} ({second_basis})",
        help="The first was kept: a date under its own heading outweighs a headline, and that outweighs a sentence.",
    ),
    "D404": Code(
        severity="info",
        title="event date without a year",
        message="the page gives the event as {printed!r} and nothing settles the year",
        help="The date stays null. The address of the page or its first page may have it.",
    ),
    "D405": Code(
        severity="warning",
        title="impossible date",
        message="{printed!r} is no date of the calendar",
        help="A slip of the page. It was not used.",
    ),
    "D406": Code(
        severity="info",
        title="publication date from metadata",
        message="the text prints no date of publication; {date} comes from the page's {said_by}",
        help="Metadata is invisible on the page, and some sites renew it when a page is moved.",
    ),
    "D407": Code(
        severity="info",
        title="publication dates disagree",
        message="the page prints {printed} as its date of publication, and its {said_by} says {date}",
        help="The printed date was kept.",
    ),
    # P: people
    "P501": Code(
        severity="info",
        title="reference to somebody unknown",
        message="{reference!r} is nobody on this page",
        help="A person of another page or of nobody's roster. The reference stays unresolved.",
    ),
    "P502": Code(
        severity="warning",
        title="ambiguous reference",
        message="{reference!r} could be {names}",
        help="Two or more people fit, so the reference stays unresolved.",
    ),
    "P503": Code(
        severity="warning",
        title="honorifics disagree",
        message="{name} is called {first!r} and {second!r}",
        help="The roster's form was kept, or else the one used most often.",
    ),
    "P504": Code(
        severity="info",
        title="role unknown",
        message="nothing shows in what role {label!r} speaks",
        help="Neither a roster, nor the label, nor the wording settles it. The role stays unknown.",
    ),
    "P505": Code(
        severity="info",
        title="outlet not in the registry",
        message="{label!r} asks questions, but is no outlet of the registry{nearest}",
        help="The asker keeps the label as printed. Propose the outlet for the registry.",
    ),
    "P506": Code(
        severity="warning",
        title="nearly a name of the roster",
        message="{name!r} is nobody of the roster; the nearest name is {nearest!r}",
        help="They were kept apart: one of them may be a slip of the page. Look at the label and its roster line.",
    ),
    "P507": Code(
        severity="info",
        title="body taken from the line above",
        message="the post of {name} ({title}) names no body; {body!r} was taken from the line above",
        help="The line above gives the higher post of the same body. Look at the roster if that is not meant.",
    ),
    # G: pages
    "G601": Code(
        severity="info",
        title="one page of several",
        message="the pager counts {total} pages, and this is {which}",
        help="Parse all pages together to get the whole event.",
    ),
    "G602": Code(
        severity="warning",
        title="another transcript on the page",
        message="another transcript begins here: {start_words!r}",
        help="Only the first transcript was read; the rest is kept as notes. `read_events()`, or `scio-transcripts "
        "parse --format jsonl`, reads them all.",
    ),
    "G603": Code(
        severity="warning",
        title="pages missing",
        message="{count} page(s) of {total} were not given: {numbers}",
        help="Add them: what is said there is not in the document, and a turn may be cut.",
    ),
    "G604": Code(
        severity="info",
        title="page given twice",
        message="{name} says the same as {other} and was left out",
        help="Nothing is lost: its text is that of the other page.",
    ),
    "G605": Code(
        severity="warning",
        title="two versions of a page",
        message="{name} and {other} are both page {number} and differ; {name} was left out",
        help="The longer one was kept. Give only the one that you mean.",
    ),
    "G606": Code(
        severity="warning",
        title="page of another event",
        message="{name} was left out: {reason}",
        help="Parse it on its own.",
    ),
    "G607": Code(
        severity="warning",
        title="pages disagree",
        message="the pages give the {field} as {first!r} and, on {name}, as {second!r}",
        help="The first was kept.",
    ),
    "G608": Code(
        severity="warning",
        title="order of pages unknown",
        message="nothing shows where {name} belongs; it stands in the order of the names",
        help="Name the files by their numbers, such as page-1.txt.",
    ),
    # K: what the page is
    "K701": Code(
        severity="info",
        title="not a transcript",
        message="the page is a {kind}: {reason}",
        help="It has no turns.",
    ),
}


class Diagnostic(BaseModel):
    """Something that the parser noticed and wants a reader to know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    code: str
    """Stable code, such as `L203`; `docs/diagnostics.md` explains each."""
    severity: Severity
    """`error`: the result cannot be used as it is; `warning`: look at it; `info`: a decision worth knowing."""
    message: str
    """What was seen and what was decided, in one line."""
    start: int
    """First character it is about."""
    end: int
    """One past the last character."""


class Log:
    """An append-only list of diagnostics, in the order in which the stages noticed them.

    >>> log = Log()
    >>> log.add("L202", 0, 9, label="Wen Haoyu")
    >>> log.sorted()[0]["severity"]
    'info'
    """

    __slots__ = ("_entries",)

    def __init__(self) -> None:
        self._entries: list[dict[str, Any]] = []

    def add(self, code: str, start: int, end: int, **facts: object) -> None:
        """Note `code` for the characters `start` to `end`; `facts` fill the row's message."""
        row = CODES[code]
        self._entries.append(
            {
                "code": code,
                "severity": row.severity,
                "message": row.message.format(**facts),
                "start": start,
                "end": end,
            }
        )

    def sorted(self) -> list[dict[str, Any]]:
        """All entries by place, then code: the order does not depend on which stage came first."""
        return sorted(self._entries, key=lambda e: (e["start"], e["end"], e["code"], e["message"]))
