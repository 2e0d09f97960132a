"""What stands below the turns: credits, what was left out, and what the parser noticed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rich.text import Text

from scio_transcripts.diagnostics import Diagnostic, Severity
from scio_transcripts.display.surface import Surface, lines
from scio_transcripts.display.wording import counted, listed
from scio_transcripts.model import Transcript

SEVERITIES: dict[Severity, str] = {"error": "bold red", "warning": "yellow", "info": "blue"}
"""The gravest first, each with its style."""


def footer(transcript: Transcript, shown: int, surface: Surface) -> Iterator[Text]:
    """The lines of the footer. `shown` is how many of the turns stand above."""
    yield from surface.heading("About this page", "dim")
    if not transcript.turns:
        yield from _row(Text(f"No turns: the page is {_a(transcript.kind)}."), surface)
    elif shown < len(transcript.turns):
        yield from _row(Text(f"{shown:,} of {counted(len(transcript.turns), 'turn')} shown"), surface)
    for what, names in _credits(transcript):
        yield from _row(Text.assemble((f"{what} ", "dim"), surface.say(listed(names))), surface)
    if transcript.notes:
        kinds = Counter(note.kind for note in transcript.notes)
        notes = listed(counted(number, kind.replace("-", " ")) for kind, number in kinds.items())
        yield from _row(Text.assemble((f"{counted(len(transcript.notes), 'note')} not shown: ", "dim"), notes), surface)
    yield from _diagnostics(transcript.diagnostics, surface)


def _diagnostics(diagnostics: tuple[Diagnostic, ...], surface: Surface) -> Iterator[Text]:
    """Counts, then warnings and errors in full."""
    if not diagnostics:
        yield from _row(Text("Nothing odd was noticed.", "dim"), surface)
        return
    counts = Counter(d.severity for d in diagnostics)
    found = [Text(counted(counts[s], s), style) for s, style in SEVERITIES.items() if counts[s]]
    hint = Text("; `scio-transcripts check` lists all" if counts["info"] else "", "dim")
    yield from _row(Text.assemble(Text(", ").join(found), hint), surface)
    for severity, style in SEVERITIES.items():
        for diagnostic in diagnostics:
            if diagnostic.severity == severity != "info":
                yield from _row(Text.assemble((diagnostic.code, style), " ", surface.say(diagnostic.message)), surface, hang=5)


def _row(text: Text, surface: Surface, hang: int = 0) -> list[Text]:
    return lines(text, surface.width, first="  ", rest="  " + " " * hang)


def _credits(transcript: Transcript) -> Iterator[tuple[str, tuple[str, ...]]]:
    credits = transcript.credits
    if credits.translators and credits.translators == credits.editors:
        yield "Translated and edited by", credits.translators
    else:
        yield from ((what, names) for what, names in (("Translated by", credits.translators), ("Edited by", credits.editors)) if names)
    if credits.photographers:
        yield "Photos by", credits.photographers


def _a(kind: str) -> str:
    articles = {"notice": "a notice of a coming event", "gallery": "a gallery", "article": "an article", "unknown": "of no known kind"}
    return articles.get(kind, kind)
