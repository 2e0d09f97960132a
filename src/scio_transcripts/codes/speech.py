"""Diagnostics of labels and turns, of the roster and people, and of exchanges."""

from __future__ import annotations

from scio_transcripts.codes.row import Code

CODES: dict[str, Code] = {
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
        message="inside the turn of {who} somebody else seems to begin to speak: {start_words!r}; what follows was "
        "made a turn without label",
        help="Another copy of the page: in this one, the label is lost.",
    ),
    "L205": Code(
        severity="info",
        title="label without speech",
        message="nothing is said under the label {label!r}; the turn was kept, without paragraphs",
        help="The next page, where this one is cut off after the label. Otherwise the label was printed twice.",
    ),
    "L206": Code(
        severity="warning",
        title="speaker's name inside a turn",
        message="inside the turn of {who} somebody seems to begin to speak: {label!r}; it was kept as speech",
        help="The page itself. Where somebody speaks there: his name on the roster, or the outlet in the registry.",
    ),
    "L207": Code(
        severity="warning",
        title="answer inside the turn of a question",
        message="inside the turn of {who} a statement follows a question that nobody else answers: {start_words!r}; "
        "it was kept in that turn",
        help="Another copy of the page: in this one, the label of the answer may be lost.",
    ),
    "L208": Code(
        severity="warning",
        title="speakers on a page that is no transcript",
        message="{count} lines begin as a speaker's, the first of them {label!r}; the page was taken for no transcript",
        help="The page itself. Where people speak on it, their names on a roster, or the outlets in the registry.",
    ),
    "L209": Code(
        severity="warning",
        title="not taken for a label, though it recurs",
        message="{label!r} has the shape of a label and stands {count} times, but too little speaks for it ({clues}); "
        "it was kept as speech",
        help="Where it is a speaker: the person on the page's roster, or the outlet in the registry.",
    ),
    "L210": Code(
        severity="warning",
        title="a name not taken for a label",
        message="{label!r} is shaped as a name and stands where a label could, but too little speaks for it ({clues}); "
        "it was kept as speech",
        help="Where it is a speaker: the person on the page's roster, or the outlet in the registry.",
    ),
    "L211": Code(
        severity="warning",
        title="somebody else inside a turn",
        message="inside the turn of {who} somebody gives another name, or thanks that speaker: {start_words!r}; it was "
        "kept in that turn",
        help="Another copy of the page: in this one, a label may be lost.",
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
    "P508": Code(
        severity="warning",
        title="speaker known by a post alone",
        message="{label!r} is a post, and nothing shows whose; the speaker is called by it",
        help="A roster, a lede or another page that names who holds the post.",
    ),
    "P509": Code(
        severity="warning",
        title="a part of another speaker's name",
        message="{name!r} and {other!r} share a name, and nothing shows that they are one; they were kept apart",
        help="The roster, or another page of the event, that tells whether they are one person.",
    ),
    "P510": Code(
        severity="warning",
        title="answers without a speaker",
        message="the head of the page names {name}, and nothing shows that what stands under {label!r} is said by "
        "somebody of those named; it has no speaker",
        help="The first page of the event, or a roster: whoever alone faces the press gives the answers.",
    ),
    # E: exchanges
    "E801": Code(
        severity="warning",
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
        severity="warning",
        title="several askers before one answer",
        message="{count} people ask before anybody answers, the first of them {asker}; they stand in one exchange, "
        "whose asker is the first",
        help="The chair's words between the questions, where another copy of the page has them.",
    ),
    "E805": Code(
        severity="info",
        title="question at the end of the text",
        message="the text ends with the question of {asker}; the exchange was kept without an answer",
        help="The page that follows.",
    ),
}
