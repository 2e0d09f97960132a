"""Passages for a search index: which answers speak of a word, to which question, and how to cite them.

Run: python examples/passages.py WORD page.txt (without a file: the bundled sample)
"""

from __future__ import annotations

import sys
from importlib.resources import files

from scio_transcripts import Transcript, parse, read
from scio_transcripts.writers.passages import Packing, passages_of


def found(page: Transcript, word: str) -> list[str]:
    """Two or three lines for each passage of an answer that holds the word."""
    lines = []
    askers = {number: page.participant(exchange.asker) for number, exchange in enumerate(page.exchanges)}
    for passage in passages_of(page, Packing(size=600)):
        if word not in passage["text"] or not passage["question"]:
            continue
        asker = askers[passage["exchange"]]
        lines.append(f"{asker.name if asker else 'Somebody'} asked: {passage['question'][:80]}")
        place = passage["text"].index(word)
        lines.append(f"  ...{passage['text'][max(0, place - 40) : place + 40]}...".replace("\n", " "))
        lines.append(f"  -- {passage['citation']} ({passage['id']})")
    return lines


def main() -> None:
    word = sys.argv[1] if len(sys.argv) > 1 else "library"
    if len(sys.argv) > 2:
        page = read(sys.argv[2])
    else:
        page = parse((files("scio_transcripts") / "samples" / "demo.txt").read_text("utf-8"))
    print("\n".join(found(page, word)))


if __name__ == "__main__":
    main()
