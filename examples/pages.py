"""A folder of saved HTML pages as one event: who asked what, on which page, and where in its markup.

Run: python examples/pages.py folder/ (without a folder: the bundled event of four pages)
"""

from __future__ import annotations

import sys
from importlib.resources import as_file, files

from scio_transcripts import Transcript, read


def questions_by_outlet(event: Transcript) -> list[str]:
    """For each outlet its questions: page, CSS selector of the first paragraph on that page, and first words."""
    lines = []
    for asker in event.participants:
        questions = [turn for turn in event.turns_of(asker.id) if turn.role == "reporter" and turn.paragraphs]
        if questions:
            lines.append(f"{asker.name}:")
        for turn in questions:
            place = event.place_of(turn.paragraphs[0])
            selector = place.selector if place else "(no markup)"
            lines.append(f"  page {turn.page or '?'}, {selector}: {turn.paragraphs[0].text[:50]}...")
    return lines


def main() -> None:
    with as_file(files("scio_transcripts") / "samples" / "event") as bundled:
        event = read(sys.argv[1] if len(sys.argv) > 1 else bundled)
    print("\n".join([f"{event.title}, {event.event.date}", *questions_by_outlet(event)]))


if __name__ == "__main__":
    main()
