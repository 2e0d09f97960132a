"""What it costs to read a page that was never seen before, as ratios to one bare pass of a pattern over its text.

Run: `make bench`, or `python bench/parse.py [--only WORD] [--rounds N] [--json]`. The unit L is one pass of the pinned
pattern below; machines differ, ratios differ less. Every case reads the same invented pages (`invented.py`), each once,
in a process of its own, so that nothing remembered of one page or case helps with the next. `cold` is the first page of
the process, which also loads tables and compiles patterns; `warm` is the median of the others. Rounds start all cases
in turn, and the least processor time of each page counts: other work on the machine only adds.
"""

from __future__ import annotations

import argparse
import gc
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

PINNED = re.compile(r"^[ \t]*(?P<label>[A-Z一-鿿][^\n:.?!]{1,118}[^\s:.?!])[ \t]*[:：][ \t]*$", re.M)
ROUNDS = 3
PAGES = {50_000: 12, 1_000_000: 3}
"""How many pages of so many characters are read, the cold one among them."""
PASSES = 15
"""How often L is measured, a page."""


class Case(NamedTuple):
    """What is timed, on which pages."""

    reads: str
    """A key of `READERS`."""
    pages: str = "English"
    """`English`, `Chinese`, `inline`, a key of `printed.MARKUPS`, or `drawn`: the text of the first of these."""


CASES = (
    *(Case(reads, pages) for pages in ("English", "Chinese") for reads in ("turns as written", "parse")),
    *(Case(reads, pages) for pages in ("p, strong", "span in span", "br") for reads in ("HTML to text", "parse HTML")),
    Case("parse", "drawn"),
    Case("parse", "inline"),
    Case("turnchunk", "inline"),
)


def unit(text: str) -> None:
    """L."""
    for _ in PINNED.finditer(text):
        pass


# --- in a child: what is timed -----------------------------------------------------------------------


def turns_as_written() -> Callable[[str], object]:
    """From a text to all that its pages say in words, before anything is concluded: every stage of the lexer."""
    from scio_transcripts.diagnostics import Log
    from scio_transcripts.lexer import view_of
    from scio_transcripts.lexer.read import read_pages

    return lambda text: read_pages(view_of(text), [(0, None)], Log())


def whole() -> Callable[[str], object]:
    from scio_transcripts import parse

    return parse


def html_to_text() -> Callable[[str], object]:
    from scio_transcripts.sources.html import source_of_html

    return lambda page: source_of_html(page, name="page.html")


def whole_html() -> Callable[[str], object]:
    from scio_transcripts import parse_html

    return parse_html


def turnchunk() -> Callable[[str], object]:
    import turnchunk

    return lambda text: turnchunk.parse(text, format="plain")


READERS: dict[str, Callable[[], Callable[[str], object]]] = {
    "turns as written": turns_as_written,
    "parse": whole,
    "HTML to text": html_to_text,
    "parse HTML": whole_html,
    "turnchunk": turnchunk,
}


def seconds(read: Callable[[str], object], page: str) -> float:
    """Seconds of the processor."""
    begin = time.process_time()
    read(page)
    return time.process_time() - begin


def child(reads: str, files: list[str]) -> None:
    """Read each file once; print the seconds."""
    pages = [Path(file).read_text("utf-8") for file in files]
    read = READERS[reads]()
    taken = []
    for page in pages:
        gc.collect()
        taken.append(seconds(read, page))
    print(json.dumps(taken))


# --- in the parent -----------------------------------------------------------------------------------


def write_pages(folder: Path, size: int) -> dict[str, list[Path]]:
    """The pages of one length, in all their kinds. The nth of each kind of HTML prints the nth English one."""
    from invented import chinese, english, inline
    from printed import MARKUPS, printed

    from scio_transcripts.sources.html import source_of_html

    kinds: dict[str, Callable[[int], str]] = {
        "English": lambda n: english(size, n),
        "Chinese": lambda n: chinese(size, n),
        "inline": lambda n: inline(size, n),
        "drawn": lambda n: source_of_html(printed(english(size, n), "p, strong"), name="page.html").text,
        **{name: lambda n, name=name: printed(english(size, n), name) for name in MARKUPS},  # type: ignore[misc]
    }
    files: dict[str, list[Path]] = {}
    for kind, make in kinds.items():
        files[kind] = [folder / f"{kind}-{size}-{n}.txt" for n in range(PAGES[size])]
        for n, file in enumerate(files[kind]):
            file.write_text(make(n), "utf-8", newline="")
    return files


def measured(cases: list[Case], files: dict[str, list[Path]], rounds: int) -> dict[Case, list[float]]:
    """For each case the least seconds of each page."""
    found: dict[Case, list[float]] = {}
    for _ in range(rounds):
        for case in cases:
            command = [sys.executable, __file__, "--child", case.reads, *map(str, files[case.pages])]
            taken = json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)
            found[case] = [min(pair) for pair in zip(found.get(case, taken), taken, strict=True)]
    return found


def units(files: dict[str, list[Path]]) -> dict[str, list[float]]:
    """L of each page, in seconds. Of HTML, that of the text that is printed on it."""
    own: dict[str, list[float]] = {}
    for kind in ("English", "Chinese", "inline"):
        texts = [file.read_text("utf-8") for file in files[kind]]
        own[kind] = [min(seconds(unit, text) for _ in range(PASSES)) for text in texts]
    return {kind: own.get(kind, own["English"]) for kind in files}


class Figure(NamedTuple):
    """A line of the table."""

    name: str
    cold: float
    warm: float
    note: str = ""


def figures(taken: dict[Case, list[float]], bare: dict[str, list[float]]) -> Iterator[Figure]:
    """Ratios to L, cold and warm, and what a case costs beside its neighbour."""
    for (reads, pages), own in taken.items():
        cold, *warm = [one / bare_pass for one, bare_pass in zip(own, bare[pages], strict=True)]
        note, text = "", taken.get(Case("parse", "drawn"))
        if reads == "parse HTML" and text:
            more = [(one - plain) / bare_pass for one, plain, bare_pass in zip(own, text, bare[pages], strict=True)]
            note = f"{statistics.median(more[1:]):.2f} L more than its text"
        elif pages == "Chinese" and (english := taken.get(Case(reads))):
            times = [one / other for one, other in zip(own, english, strict=True)]
            note = f"{statistics.median(times[1:]):.2f} times English of as many characters"
        yield Figure(f"{pages}: {reads}", cold, statistics.median(warm), note)


def main() -> int:
    parser = argparse.ArgumentParser(description="What it costs to read a page that was never seen before.")
    parser.add_argument("--only", metavar="WORD", default="", help="cases with this in their name")
    parser.add_argument("--rounds", metavar="N", type=int, default=ROUNDS)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--child", metavar="READER", help=argparse.SUPPRESS)
    parser.add_argument("files", nargs="*", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(options.child, options.files)
        return 0
    cases = [case for case in CASES if options.only in f"{case.pages}: {case.reads}"]
    if find_spec("turnchunk") is None:
        print("turnchunk is not installed: only our own figures (make bench installs it)", file=sys.stderr)
        cases = [case for case in cases if case.reads != "turnchunk"]
    results: dict[str, dict[str, tuple[float, float, str]]] = {}
    for size in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            files = write_pages(Path(folder), size)
            taken, bare = measured(cases, files, options.rounds), units(files)
        print(f"{size:,} characters; L is {min(bare['English']) * 1000:.2f} ms")
        own = results[str(size)] = {}
        for name, cold, warm, note in figures(taken, bare):
            own[name] = (cold, warm, note)
            print(f"  {name:32} cold {cold:7.2f} L   warm {warm:6.2f} L   {note}", flush=True)
    if options.json:
        print(json.dumps(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
