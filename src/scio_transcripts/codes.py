"""The table of diagnostics: what each code means, and what would settle it.

In: nothing. Out: rows. Promises: a code never changes its meaning and is never used again once withdrawn.
`docs/diagnostics.md` is generated from the table. Knows nothing of how pages are parsed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["info", "warning", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """One row of the table: what a code means and what a reader can do."""

    severity: Severity
    title: str
    message: str
    """What was seen and what was decided; facts in braces are filled in."""
    help: str
    """What would settle it."""


GROUPS = {
    "T": "The text itself",
    "L": "Labels and turns",
    "R": "The roster",
    "D": "Dates",
    "P": "People",
    "G": "Pages",
    "E": "Exchanges",
    "K": "What the page is",
}
"""What the letter of a code says it is about."""

CODES: dict[str, Code] = {
    # T: the text itself
    "T101": Code(
        severity="warning",
        title="half a character",
        message="{count} half character(s) (lone surrogates) stood in the text; each was replaced by U+FFFD",
        help="Reading the page again from its bytes: a text decoded rightly has no such halves.",
    ),
    "T102": Code(
        severity="info",
        title="control characters",
        message="{count} control character(s) stand in the text; {decision}",
        help="Nothing needs settling: they are never sent to a terminal. A cleaner copy of the page is without them.",
    ),
    "T103": Code(
        severity="error",
        title="empty text",
        message="the text is empty or blank; there is nothing to read, and the document has no turns",
        help="Another copy of the page: this one may have been saved before the page had loaded.",
    ),
    "T104": Code(
        severity="warning",
        title="damaged characters",
        message="{count} sign(s) of a wrong decoding stand in the text, such as {example!r}; they were kept as "
        "they are",
        help="Reading the page again from its bytes: --encoding NAME names the right encoding.",
    ),
    "T105": Code(
        severity="warning",
        title="encoding inferred",
        message="the page declares no encoding; its bytes were read as {encoding} because of their shape",
        help="A look at a few lines. Where they are wrong, --encoding NAME names the encoding.",
    ),
    "T106": Code(
        severity="warning",
        title="declared encoding does not fit",
        message="the page says that it is {declared}, but its bytes are {encoding}; the bytes were believed",
        help="A look at a few lines. Where they are wrong, --encoding NAME names the encoding.",
    ),
    "T107": Code(
        severity="warning",
        title="damaged bytes",
        message="{count} character(s) do not fit {encoding}; they were replaced by U+FFFD",
        help="Another copy of the file: this one was damaged on its way. Or another encoding: --encoding NAME.",
    ),
    "T108": Code(
        severity="error",
        title="script instead of a page",
        message="the page is a script and {count} character(s) to read; what a browser would show after running it is "
        "not in it",
        help="The page as a browser saves it after it has loaded. Some hosts answer so to whoever is no browser.",
    ),
    "T109": Code(
        severity="error",
        title="page that only leads on",
        message="the page shows {count} character(s) and sends a browser on to {target}; that page was not read",
        help="The page that it leads to, fetched or saved from there.",
    ),
    # L: labels and turns
    "L201": Code(
        severity="info",
        title="speech without a label",
        message="speech without a label begins here: {start_words!r}; it was kept as a turn without a label",
        help="The page before this one, where the page opens inside a speech, or another copy, where the label "
        "was lost.",
    ),
    "L202": Code(
        severity="info",
        title="label without a colon",
        message="{label!r} stands alone on its line without a colon; it was taken for a label",
        help="It equals a name of the roster, an outlet, or another label of the page. Where it is a heading "
        "inside a speech, another copy of the page shows it.",
    ),
    "L203": Code(
        severity="info",
        title="not taken for a label",
        message="{label!r} has the shape of a label, but too little speaks for it ({clues}); it was kept as speech",
        help="Where it is a speaker: the person on the page's roster, or the outlet in the registry.",
    ),
    "L204": Code(
        severity="warning",
        title="lost label inside a turn",
        message="inside the turn of {label!r} a question from the floor seems to begin: {start_words!r}; it was "
        "made a turn without label",
        help="Another copy of the page: in this one, the label is lost.",
    ),
    "L205": Code(
        severity="info",
        title="label without speech",
        message="nothing is said under the label {label!r}; the turn was kept, without paragraphs",
        help="The next page, where this one is cut off after the label. Otherwise the label was printed twice.",
    ),
    # R: the roster
    "R301": Code(
        severity="info",
        title="heading without names",
        message="nobody stands under the heading {heading!r}; it was read as a roster's, without people",
        help="Another copy of the roster, or of the page: the names may have been lost when it was saved.",
    ),
    "R302": Code(
        severity="info",
        title="roster copies disagree",
        message="the copies of the roster describe {name} differently: {first!r} and {second!r}; the one that names "
        "more bodies or abbreviations or, without one, the first was kept",
        help="Another page that names the post: where both are true, nothing needs settling.",
    ),
    "R303": Code(
        severity="info",
        title="chair inferred",
        message="no heading says who chairs; {name} was taken for the chair ({clues})",
        help="A copy of the page with the heading `Chairperson`, or the first page of the event.",
    ),
    # D: dates
    "D401": Code(
        severity="info",
        title="year inferred",
        message="the page gives the event as {printed!r}; the year {year} was taken from {basis}",
        help="A full date: the address of the page often has one, or its first page.",
    ),
    "D402": Code(
        severity="warning",
        title="weekday does not fit",
        message="the page says {weekday}, but {date} was a {actual}; the date was kept",
        help="Another page about the event: one of the two is a slip.",
    ),
    "D403": Code(
        severity="warning",
        title="event dates disagree",
        message="the page gives the event as {first} ({first_basis}) and as {second} ({second_basis}); the first "
        "was kept",
        help="Another page about the event. A date under its own heading outweighs a headline, and that a sentence.",
    ),
    "D404": Code(
        severity="info",
        title="event date without a year",
        message="the page gives the event as {printed!r}, without a year, and nothing shows which; the date stays null",
        help="A date of publication, a time-stamp, the address of the page, or its first page.",
    ),
    "D405": Code(
        severity="warning",
        title="impossible date",
        message="{printed!r} is no date of the calendar; it was not used",
        help="Another page about the event: this date is a slip.",
    ),
    "D406": Code(
        severity="info",
        title="publication date from metadata",
        message="the text prints no date of publication; {date} was taken from the page's {said_by}",
        help="A printed date. Metadata is invisible to readers, and some sites renew it when a page is moved.",
    ),
    "D407": Code(
        severity="info",
        title="publication dates disagree",
        message="the page prints {printed} as its date of publication, and its {said_by} says {date}; the printed "
        "date was kept",
        help="An older copy of the page: some sites renew the metadata when a page is moved.",
    ),
    # P: people
    "P501": Code(
        severity="info",
        title="reference to somebody unknown",
        message="{reference!r} fits nobody on this page; the reference stays open",
        help="The other pages of the event, or a roster that names the person.",
    ),
    "P502": Code(
        severity="warning",
        title="ambiguous reference",
        message="{reference!r} could be {names}; it stays open",
        help="A given name or a post beside the family name, or a roster that tells the honorifics apart.",
    ),
    "P503": Code(
        severity="warning",
        title="honorifics disagree",
        message="{name} is called {first!r} and {second!r}; the roster's first form stands, and without one the "
        "honorific stays open",
        help="A roster with an honorific, or another page that names the person.",
    ),
    "P504": Code(
        severity="info",
        title="role unknown",
        message="nothing shows in what role {who} speaks; the role stays unknown",
        help="A roster, the first page of the event, or a label that names a post or an outlet.",
    ),
    "P505": Code(
        severity="info",
        title="outlet not in the registry",
        message="{label!r} asks, but is no outlet of the registry{nearest}; the asker keeps the label as printed, "
        "without an outlet",
        help="The outlet in the registry, under the name that the page prints.",
    ),
    "P506": Code(
        severity="warning",
        title="nearly a name of the roster",
        message="{name!r} is nobody of the roster, whose nearest name is {nearest!r}; they were kept apart",
        help="Another page of the event, or its original, that spells the name.",
    ),
    "P507": Code(
        severity="info",
        title="body taken from the line above",
        message="the post of {name} ({title}) names no body; {body!r} was taken from the line above",
        help="A roster line, or a sentence of the chair, that gives the post with its body.",
    ),
    # G: pages
    "G601": Code(
        severity="info",
        title="one page of several",
        message="the pager counts {total} pages, and this is {which}; it was read alone",
        help="The other pages, given together with this one.",
    ),
    "G602": Code(
        severity="warning",
        title="another transcript on the page",
        message="another transcript begins here: {start_words!r}; only the first was read, and the rest was kept "
        "as notes",
        help="`read_events()`, or `scio-transcripts parse --format jsonl`: they read every transcript of a page.",
    ),
    "G603": Code(
        severity="warning",
        title="pages missing",
        message="{count} page(s) of {total} were not given: {numbers}; the others were read without them",
        help="The missing pages: what is said there is not in the document, and a turn may be cut.",
    ),
    "G604": Code(
        severity="info",
        title="page given twice",
        message="{name} says the same as {other}; it was left out",
        help="Nothing needs settling: its text is that of the other page.",
    ),
    "G605": Code(
        severity="warning",
        title="two versions of a page",
        message="{name} and {other} are versions of one page and differ; the longer was kept, and {name} left out",
        help="Giving only the version that you mean.",
    ),
    "G606": Code(
        severity="warning",
        title="page of another event",
        message="{name} seems to be of another event: {reason}; it was left out",
        help="Parsing it on its own, or giving it with the pages of its event.",
    ),
    "G607": Code(
        severity="warning",
        title="pages disagree",
        message="the pages give the {field} as {first!r} and, on {name}, as {second!r}; the first was kept",
        help="The page itself, or another copy of it: one of them is a slip.",
    ),
    "G608": Code(
        severity="warning",
        title="order of pages unknown",
        message="nothing shows where {name} belongs; it was put where its name comes in order",
        help="Names with the numbers of the pages, such as page-1.txt.",
    ),
    "G609": Code(
        severity="warning",
        title="joined by name alone",
        message="the names of {name} and {other} differ in a page number, and nothing else on the pages shows that "
        "they are of one event; they were joined",
        help="A look at where the page begins. Where it is another event, `--no-join`, or names that differ; where it "
        "is the same, `--join`.",
    ),
    "G610": Code(
        severity="warning",
        title="joined pages contradict each other",
        message="{name} and the pages before it have {seen}; it was read as a page of their event all the same",
        help="A look at where the page begins. Where it is another event: the pages without `--join`, or read with "
        "`read_events()`.",
    ),
    # E: exchanges
    "E801": Code(
        severity="info",
        title="question without an answer",
        message="nobody answers the question of {asker}: {reason}; the exchange was kept without an answer",
        help="The page that was not given, or another copy: the answer may be lost, or was never given.",
    ),
    "E802": Code(
        severity="info",
        title="answer without a question",
        message="{label!r} answers a question that is not here: {start_words!r}; the exchange was kept without one",
        help="The page before, given with this one, or another copy that has the question.",
    ),
    "E803": Code(
        severity="info",
        title="announced questions not found",
        message="{words!r} is announced, and {found} can be told apart; no more parts were made",
        help="Numbers before the parts, or as many paragraphs or sentences with a question mark as were announced.",
    ),
    "E804": Code(
        severity="info",
        title="several askers before one answer",
        message="{count} people ask before anybody answers, the first of them {asker}; they stand in one exchange, "
        "whose asker is the first",
        help="The chair's words between the questions, where another copy of the page has them.",
    ),
    # K: what the page is
    "K701": Code(
        severity="info",
        title="not a transcript",
        message="the page is no transcript ({kind}): {reason}; it has no turns",
        help="The page of the transcript, where there is one. Where this is one, a label that shows who speaks.",
    ),
    "K702": Code(
        severity="info",
        title="Chinese page",
        message="the page is in Chinese; family names and posts show who speaks, which is less certain than in English",
        help="The English page of the event, where there is one.",
    ),
}
