"""Diagnostics of the text itself, of what the page is, of its dates and of several pages."""

from __future__ import annotations

from scio_transcripts.codes.row import Code

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
    "T110": Code(
        severity="warning",
        title="text hidden by markup",
        message="{opening} is never closed; the {count} character(s) of text below it are not drawn, and were not read",
        help="Another copy of the page: this one was cut off, or put together wrongly.",
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
    "D408": Code(
        severity="info",
        title="date that can be read two ways",
        message="{printed!r} can be read with the day or with the month first; it was not used",
        help="Another page about the event, or its address: a date with the month as a word, or the year first.",
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
        message="the names of {name} and {other} differ in a page number, and what the pages say would not be enough "
        "to show that they are of one event; they were joined",
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
    "G611": Code(
        severity="warning",
        title="pages overlap",
        message="{name} begins with {count} paragraph(s) with which {other} ends; they were kept twice",
        help="Another copy of one of the pages. Nothing is missing, but words are counted twice.",
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
