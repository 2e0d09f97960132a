"""How long a search of a large corpus takes, and what its index costs.

Run: `python bench/search.py [FOLDER [TRANSCRIPTS]]`. Without a folder that holds one already, a corpus of 20,000
transcripts of 50 KB is made there: a dozen invented pages are parsed, and their rows written again and again with other
words, ids, dates and outlets, because parsing 20,000 pages would take minutes and change nothing here. English words
are drawn from 60,000 invented ones, as unevenly as real ones; every tenth transcript is Chinese, of 3,500 characters
that follow each other at random, which makes more pairs than real text has, and fewer phrases. `warm` is the least of
several searches in one process, `processor` the time of all cores in it, which other work on the machine lengthens
less; `cold` is the first search of a new process, in it; `command` is the whole command line, Python's start included.
"""

from __future__ import annotations

import itertools
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
from invented import english

from scio_transcripts import parse
from scio_transcripts.corpus import Corpus
from scio_transcripts.corpus.layout import Layout
from scio_transcripts.corpus.manifest import Manifest, Named, Part, write
from scio_transcripts.corpus.parts import part_id_of, write_table
from scio_transcripts.corpus.schema import SOURCES, schema_of
from scio_transcripts.model import SCHEMA_VERSION
from scio_transcripts.registry.outlets import outlets
from scio_transcripts.writers.arrow import TABLES_VERSION, table_of

PAGES = 20_000
SIZE = 50_000
A_PART = 512
ROUNDS = 5
COMMON = (
    "the of and to in a is that for we on will with as it this by are have from be our has china development at also "
    "more an which their new these you all not economic been they its or people years country"
).split()
SYLLABLES = [
    a + b
    for a in "b c d f g h j l m n p r s t w y z br st tr sh ch".split()
    for b in "a e i o u an on al er ing".split()
]
TABLES = ("transcripts", "turns")


class Words:
    """Invented words, the first ones common, the last ones rare."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        known = dict.fromkeys(COMMON)
        while len(known) < 60_000:
            known["".join(self.random.choices(SYLLABLES, k=self.random.randint(1, 4)))] = None
        self.english = list(known)
        self.chinese = [chr(code) for code in range(0x4E00, 0x4E00 + 3_500)]
        self._english = list(itertools.accumulate(1 / (rank + 3.7) ** 1.05 for rank in range(60_000)))
        self._chinese = list(itertools.accumulate(1 / (rank + 6) ** 0.9 for rank in range(3_500)))

    def paragraph(self, size: int, *, chinese: bool) -> str:
        if chinese:
            signs = self.random.choices(self.chinese, cum_weights=self._chinese, k=max(2, size // 3))
            signs[15::16] = "，" * len(signs[15::16])
            return "".join(signs) + "。"
        words = self.random.choices(self.english, cum_weights=self._english, k=max(2, size // 6))
        words[12::13] = [word + "," for word in words[12::13]]
        return " ".join(words) + "."


def make(folder: Path, pages: int) -> None:
    """Write a corpus of rows, without an index."""
    layout, words = Layout(folder), Words(1)
    shapes = [parse(english(size, number)) for size in (45_000, 50_000, 55_000) for number in range(4)]
    rows = [{name: table_of(name, [shape]).to_pylist() for name in TABLES} for shape in shapes]
    askers = sorted(outlets())
    parts = []
    for begin in range(0, pages, A_PART):
        part_id = part_id_of("bench", begin)
        by_year: dict[int, dict[str, list[dict[str, Any]]]] = {}
        for number in range(begin, min(pages, begin + A_PART)):
            day = date(2003, 1, 1) + timedelta(days=number * 7919 % 8400)
            into = by_year.setdefault(day.year, {name: [] for name in TABLES})
            for name, row in changed(rows[number % len(rows)], number, day, words, askers):
                into[name].append(row)
        files = []
        for year, tables in sorted(by_year.items()):
            for name, found in tables.items():
                found.sort(key=lambda row: (row["date"], row["transcript"]))
                table = pa.Table.from_pylist(found, schema=schema_of(name))
                files.append(write_table(layout, layout.data(name, year, part_id), name, year, table))
        nothing = write_table(layout, layout.part_sources(part_id), "sources", None, SOURCES.empty_table())
        part = Part(id=part_id, base=part_id, sources=nothing, files=tuple(files))
        write(layout.part(part_id), part.to_bytes())
        parts.append(part)
    write(layout.manifest, manifest(layout, parts).to_bytes())


def changed(
    rows: dict[str, list[dict[str, Any]]], number: int, day: date, words: Words, askers: list[str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of one parsed page as those of another event."""
    own = f"{day}-briefing-{number:08x}"
    place = 0
    for row in rows["turns"]:
        texts, starts, ends = [], [], []
        for start, end in zip(row["paragraph_starts"], row["paragraph_ends"], strict=True):
            texts.append(words.paragraph(end - start, chinese=number % 10 == 0))
            starts.append(place)
            ends.append(place + len(texts[-1]))
            place = ends[-1] + 2
        new = {"text": "\n".join(texts), "paragraph_starts": starts, "paragraph_ends": ends}
        outlet = askers[(number * 31 + row["turn"]) % len(askers)] if row["role"] == "reporter" else None
        yield "turns", row | new | {"transcript": own, "date": day, "outlet": outlet}
    language = "zh-Hans" if number % 10 == 0 else "en"
    yield "transcripts", rows["transcripts"][0] | {"transcript": own, "date": day, "language": language}


def manifest(layout: Layout, parts: list[Part]) -> Manifest:
    import hashlib

    return Manifest(
        schema_version=SCHEMA_VERSION,
        tables_version=TABLES_VERSION,
        parser="bench",
        snapshot="bench",
        inputs=(),
        base="",
        sources=write_table(layout, layout.sources("bench"), "sources", None, SOURCES.empty_table()),
        quality="quality/none.json",
        parts=tuple(
            Named(
                id=part.id,
                sha256=hashlib.sha256(part.to_bytes()).hexdigest(),
                sources=0,
                transcripts=part.rows("transcripts"),
            )
            for part in parts
        ),
    )


def cases(words: Words) -> dict[str, tuple[Any, dict[str, Any]]]:
    """What is searched for."""
    rare = words.english[50_000]
    han = words.chinese
    return {
        "rare word": (rare, {}),
        "common word": ("development", {}),
        "commonest word": ("the", {}),
        "two words": ("economic development", {}),
        "word and rare word": (f"country {words.english[5_000]}", {}),
        "phrase": ('"economic development"', {}),
        "phrase of common words": ('"of the"', {}),
        "rare phrase": (f'"country {words.english[5_000]}"', {}),
        "with filters": ("development", {"role": "official", "since": "2023"}),
        "foreign askers": ("development", {"role": "reporter", "outlet": "foreign", "since": "2023"}),
        "newest first": ("development", {"order": "newest"}),
        "Chinese word": (han[40] + han[60], {}),
        "Chinese character": (han[300], {}),
        "Chinese phrase": (han[3] + han[1] + han[2], {}),
        "nothing found": ("zzzz", {}),
    }


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "bench-corpus")
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else PAGES
    if not (folder / "corpus.json").exists():
        begin = time.perf_counter()
        make(folder, pages)
        print(f"{pages:,} transcripts written in {time.perf_counter() - begin:.0f} s", flush=True)
    corpus = Corpus(folder)
    begin = time.perf_counter()
    segments = corpus.index(jobs=2)
    print(f"index of {len(segments)} segments there after {time.perf_counter() - begin:.0f} s")
    index = sum(path.stat().st_size for one in segments for path in one.folder(folder).glob("*.parquet"))
    turns = sum(file.size for file in corpus.files("turns"))
    said = sum(one.turns for one in segments)
    print(f"{len(corpus):,} transcripts, {said:,} turns, {turns / 1e6:,.0f} MB of turns, index {index / 1e6:,.0f} MB")
    for name, (query, options) in cases(Words(1)).items():
        print(f"  {name:24} {measured(corpus, folder, query, options)}", flush=True)
    return 0


def measured(corpus: Corpus, folder: Path, query: str, options: dict[str, Any]) -> str:
    times, work = [], []
    for _ in range(ROUNDS):
        begin, worked = time.perf_counter(), time.process_time()
        results = corpus.search(query, **options)
        times.append(time.perf_counter() - begin)
        work.append(time.process_time() - worked)
    arguments = [sys.executable, __file__, "--once", str(folder), query, repr(options)]
    cold = min(float(subprocess.run(arguments, capture_output=True, check=True).stdout) for _ in range(3))
    given = [f"--{name}={value}" for name, value in options.items() if name != "order"]
    given += ["--sort=newest"] if "order" in options else []
    command = [sys.executable, "-m", "scio_transcripts", "corpus", "search", str(folder), query, *given]
    whole = []
    for _ in range(3):
        begin = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False)
        whole.append(time.perf_counter() - begin)
    return (
        f"warm {min(times) * 1000:5.0f} ms (median {statistics.median(times) * 1000:5.0f}), "
        f"processor {min(work) * 1000:5.0f} ms, "
        f"cold {cold * 1000:5.0f} ms, command {min(whole) * 1000:5.0f} ms; "
        f"{len(results)} hits; {results.with_all_words or 'not counted'} turns with all words"
    )


def once() -> int:
    import ast

    corpus = Corpus(sys.argv[2])
    begin = time.perf_counter()
    corpus.search(sys.argv[3], **ast.literal_eval(sys.argv[4]))
    print(time.perf_counter() - begin)
    return 0


if __name__ == "__main__":
    sys.exit(once() if "--once" in sys.argv else main())
