"""Many saved pages, of any number of events, as a table: what each is, which pages are missing, what was noticed.

Run: python examples/events.py folder/ page.txt ... (without arguments: all bundled samples)
"""

from __future__ import annotations

import sys
from collections import Counter
from importlib.resources import as_file, files

from scio_transcripts import Transcript, read_events

COLUMNS = "{:10}  {:>5}  {:9}  {:8}  {:22}  {}"


def row(event: Transcript) -> str:
    """One event: date, turns, pages, the numbers of those that are missing, diagnostics with counts, title."""
    pages = f"{len(event.pages.parts) or 1} of {event.pages.total or '?'}"
    # A page that shows no number of its own does not say which of the others are missing.
    missing = ", ".join(map(str, event.pages.missing)) or ("-" if event.pages.complete else "?")
    codes = Counter(diagnostic.code for diagnostic in event.diagnostics)
    noticed = ", ".join(f"{count} {code}" for code, count in sorted(codes.items())) or "-"
    return COLUMNS.format(event.event.date or "-", len(event.turns), pages, missing, noticed, event.title or "-")


def main() -> None:
    with as_file(files("scio_transcripts") / "samples") as bundled:
        events = read_events(sys.argv[1:] or [*sorted(bundled.glob("*.txt")), bundled / "event"])
    print(COLUMNS.format("date", "turns", "pages", "missing", "noticed", "title"))
    for event in events:
        print(row(event))


if __name__ == "__main__":
    main()
