"""Who asked what: every question of a page with its asker and the first words of each answer.

Run: python examples/questions.py page.txt (without a file: the bundled sample)
"""

from __future__ import annotations

import sys
from importlib.resources import files

from scio_transcripts import Transcript, parse, read


def questions(page: Transcript) -> list[str]:
    """One line for each exchange: who asks, who answers, how the answer begins."""
    lines = []
    for exchange in page.exchanges:
        asker = page.participant(exchange.asker)
        lines.append(f"{asker.name if asker else 'somebody'}:")
        for index in exchange.answers:
            turn = page.turns[index]
            speaker = page.participant(turn.speaker)
            words = turn.paragraphs[0].text[:60] if turn.paragraphs else ""
            lines.append(f"  {speaker.name if speaker else 'somebody'}: {words}...")
    return lines


def main() -> None:
    if len(sys.argv) > 1:
        page = read(sys.argv[1])
    else:
        page = parse((files("scio_transcripts") / "samples" / "demo.txt").read_text("utf-8"))
    print("\n".join(questions(page)))


if __name__ == "__main__":
    main()
