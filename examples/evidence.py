"""Where a value was read: the date of the event, with the words behind it.

Run: python examples/evidence.py page.txt (without a file: a page of the bundled samples, from the middle of an event)
"""

from __future__ import annotations

import sys
from importlib.resources import files

from scio_transcripts import Transcript, parse, read


def date_with_evidence(page: Transcript) -> list[str]:
    """The event's date, how it was found, and each stretch of the text behind it."""
    lines = [f"event.date = {page.event.date} ({page.event.date_basis})"]
    for evidence in page.evidence_for("event.date"):
        words = page.text[evidence.start : evidence.end]
        lines.append(f"  {evidence.start}-{evidence.end} {words!r}: {evidence.basis}")
    lines += [f"  {d.code} {d.message}" for d in page.diagnostics if d.code.startswith("D")]
    return lines


def main() -> None:
    if len(sys.argv) > 1:
        page = read(sys.argv[1])
    else:
        page = parse((files("scio_transcripts") / "samples" / "demo-page-2.txt").read_text("utf-8"))
    print("\n".join(date_with_evidence(page)))


if __name__ == "__main__":
    main()
