"""How fast a text becomes a typed document, as ratios to one bare pass of a pattern over the same text.

Run: `make bench`. The unit L is one pass of the pinned pattern below; machines differ, ratios differ less. Cases are
interleaved, and each figure is the median of the ratios of the rounds. turnchunk, where it is installed, is
measured beside us on
its own inline layout. Labels and names recur between rounds as they do between the pages of a corpus, so what
the parser remembers of
them is part of the figure; the first parse of a process, which also loads the registries, is shown apart.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import time
from collections.abc import Callable
from importlib.resources import files

PINNED = re.compile(r"^[ \t]*(?P<label>[A-Z一-鿿][^\n:.?!]{1,118}[^\s:.?!])[ \t]*[:：][ \t]*$", re.M)
ROUNDS = 9
SIZES = (50_000, 1_000_000)


def sample() -> tuple[str, str]:
    """The bundled event as head and body: invented, in the layout of SCIO pages."""
    text = (files("scio_transcripts") / "samples" / "demo.txt").read_text("utf-8")
    begin = text.rindex("\n\n", 0, text.rindex(":\n\n", 0, text.index("ood morning")))
    return text[:begin], text[begin : text.index("Translated and edited")]


def transcript(size: int, *, join: int = 1) -> str:
    """A transcript of about `size` characters. `join` paragraphs become one, for pages with longer ones."""
    head, body = sample()
    if join > 1:
        body = longer(body, join)
    text = head + body * (size // len(body) + 1)
    return text[:size]


def longer(body: str, join: int) -> str:
    """The same body with `join` paragraphs of a turn in one."""
    blocks: list[str] = []
    run = 0
    for block in body.split("\n\n"):
        if run and run < join and not block.endswith(":") and not blocks[-1].endswith(":"):
            blocks[-1] += " " + block
            run += 1
        else:
            blocks.append(block)
            run = 0 if block.endswith(":") else 1
    return "\n\n".join(blocks)


def inline(size: int) -> str:
    """The same speech in turnchunk's layout: `Name: text`, a line a turn."""
    _, body = sample()
    lines, label = [], ""
    for block in body.split("\n\n"):
        if block.strip().endswith(":") and len(block) < 60:
            label = block.strip()
        elif block.strip():
            lines.append(f"{label} {block.strip()}")
    text = "\n".join(lines) + "\n"
    return (text * (size // len(text) + 1))[:size]


def unit(text: str) -> None:
    for _ in PINNED.finditer(text):
        pass


def ratios(text: str, cases: dict[str, Callable[[str], object]]) -> dict[str, float]:
    """Median of the per-round ratios to L, the cases in turn."""
    found: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(ROUNDS):
        for name, case in cases.items():
            begin = time.perf_counter()
            unit(text)
            middle = time.perf_counter()
            case(text)
            found[name].append((time.perf_counter() - middle) / (middle - begin))
    return {name: statistics.median(values) for name, values in found.items()}


def main() -> int:
    begin = time.perf_counter()
    from scio_transcripts import lex, parse

    loaded = time.perf_counter()
    parse(transcript(5_000))
    first = time.perf_counter()
    results: dict[str, dict[str, float]] = {}
    for size in SIZES:
        for join in (1, 3):
            text = transcript(size, join=join)
            lines = sum(1 for line in text.splitlines() if line.strip())
            name = f"{size // 1000} KB, {len(text) // lines} characters a line"
            results[name] = ratios(text, {"parse": parse, "lex": lex})
    text = inline(SIZES[0])
    cases: dict[str, Callable[[str], object]] = {"parse": parse}
    if (neighbour := turnchunk()) is not None:
        cases["turnchunk"] = neighbour
    results["50 KB, inline `Name: text`"] = ratios(text, cases)
    for name, figures in results.items():
        print(f"{name:36} " + "  ".join(f"{case} {ratio:.2f} L" for case, ratio in figures.items()))
    print(f"import {(loaded - begin) * 1000:.0f} ms, first parse {(first - loaded) * 1000:.0f} ms, L at 50 KB", end=" ")
    begin = time.perf_counter()
    unit(transcript(50_000))
    print(f"{(time.perf_counter() - begin) * 1000:.2f} ms")
    if "--json" in sys.argv:
        print(json.dumps(results))
    return 0


def turnchunk() -> Callable[[str], object] | None:
    """turnchunk's parser of transcripts, or None where it is not installed."""
    try:
        import turnchunk as package
    except ImportError:
        print("turnchunk is not installed: only our own figures (make bench installs it)", file=sys.stderr)
        return None
    return lambda text: package.parse(text, format="plain")


if __name__ == "__main__":
    sys.exit(main())
