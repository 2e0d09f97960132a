"""What stands below the turns: credits, what was left out, and what the parser noticed."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from scio_transcripts.display.surface import Surface, lines
from scio_transcripts.display.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from scio_transcripts.codes import Severity
    from scio_transcripts.model import Credits, Transcript, Turn
    from scio_transcripts.model.speech import NoteKind

SEVERITIES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "info": "bright_blue"}
"""The gravest first, each with its style."""
NOTE_WORDS: dict[NoteKind, tuple[str, str]] = {
    "caption": ("caption", "captions"),
    "disclaimer": ("disclaimer", "disclaimers"),
    "stage": ("stage direction", "stage directions"),
    "chrome": ("line of the site", "lines of the site"),
    "pager": ("pager", "pagers"),
    "page-break": ("page break", "page breaks"),
    "link": ("link", "links"),
    "timestamp": ("time-stamp", "time-stamps"),
}
"""One and several of each kind."""
_WITHOUT_TURNS = {
    "transcript": "nobody speaks on this page",
    "notice": "the page gives notice of a coming event",
    "gallery": "the page is a gallery of pictures",
    "article": "the page is an article",
    "unknown": "the page was not recognized as a transcript",
}


def footer(transcript: Transcript, shown: int, surface: Surface) -> Iterator[Text]:
    """The lines of the footer. `shown` is how many of the turns stand above."""
    yield from surface.heading("About this page", "dim")
    if not transcript.turns:
        yield from _row(Text(f"No turns: {_WITHOUT_TURNS[transcript.kind]}"), surface)
    elif shown < len(transcript.turns):
        yield from _row(Text(f"{shown:,} of {counted(len(transcript.turns), 'turn')} shown"), surface)
    for what, names in _credits(transcript.credits):
        if names:
            yield from _row(Text.assemble((f"{what} ", "dim"), surface.say(listed(names))), surface)
    if transcript.notes:
        kinds = Counter(note.kind for note in transcript.notes)
        notes = listed(counted(number, *NOTE_WORDS[kind]) for kind, number in kinds.items())
        yield from _row(Text.assemble((f"{counted(len(transcript.notes), 'note')} not shown: ", "dim"), notes), surface)
    yield from _diagnostics(transcript, surface)


def _diagnostics(transcript: Transcript, surface: Surface) -> Iterator[Text]:
    """Counts, then errors and warnings in full, each with its turn."""
    if not transcript.diagnostics:
        yield from _row(Text("Nothing odd was noticed.", "dim"), surface)
        return
    counts = Counter(d.severity for d in transcript.diagnostics)
    found = [Text(counted(counts[s], s), style) for s, style in SEVERITIES.items() if counts[s]]
    hint = "; `scio-transcripts check FILE` lists all" if counts["info"] else ""
    yield from _row(Text.assemble(Text(", ").join(found), (hint, "dim")), surface)
    for severity, style in SEVERITIES.items():
        for diagnostic in transcript.diagnostics:
            if diagnostic.severity == severity != "info":
                place = _turn_at(transcript.turns, diagnostic.start)
                where = f"{surface.sign(' · ', ', ')}turn {place.index}" if place else ""
                text = Text.assemble(
                    surface.say(diagnostic.code, style), " ", surface.say(diagnostic.message), (where, "dim")
                )
                yield from _row(text, surface, hang=5)


def _turn_at(turns: Sequence[Turn], offset: int) -> Turn | None:
    """The turn that this character of the text belongs to."""
    before = bisect_right(turns, offset, key=lambda turn: turn.start)
    return turns[before - 1] if before and offset < turns[before - 1].end else None


def _row(text: Text, surface: Surface, hang: int = 2) -> list[Text]:
    return lines(text, surface.measure, first="  ", rest="  " + " " * hang)


def _credits(credits: Credits) -> Iterator[tuple[str, tuple[str, ...]]]:
    if credits.translators and credits.translators == credits.editors:
        yield "Translated and edited by", credits.translators
    else:
        yield "Translated by", credits.translators
        yield "Edited by", credits.editors
    yield "Photos by", credits.photographers
