"""Who gets to ask: outlets by country and by owner, over any number of pages.

Run: python examples/who_asks.py page.txt more/*.txt (without files: the bundled sample)
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.resources import files

from scio_transcripts import Transcript, parse, read_events
from scio_transcripts.views import Asker, askers_of


def lines_for(heading: str, rows: Sequence[Asker], total: int) -> list[str]:
    """One line for each row: its share of all exchanges, and the number."""
    lines = [heading]
    for row in rows:
        share = row.exchanges / total if total else 0
        lines.append(f"  {share:5.1%} {row.exchanges:4}  {row.name or 'unknown'}")
    return lines


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def who_asks(pages: Sequence[Transcript]) -> list[str]:
    """The lines of the report."""
    asked = askers_of(pages)
    total = asked.total.exchanges
    return [
        f"{counted(total, 'exchange')} in {counted(asked.total.events, 'event')}",
        *lines_for("by country", asked.countries, total),
        *lines_for("by owner", asked.ownerships, total),
        *lines_for("by outlet", asked.outlets[:10], total),
    ]


def main() -> None:
    if len(sys.argv) > 1:
        pages: Sequence[Transcript] = read_events(sys.argv[1:])
    else:
        pages = [parse((files("scio_transcripts") / "samples" / "demo.txt").read_text("utf-8"))]
    print("\n".join(who_asks(pages)))


if __name__ == "__main__":
    main()
