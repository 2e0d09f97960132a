"""What tables cost beside the parse that they come from: Arrow, Parquet, pandas, and JSON Lines to compare with.

Run: `make bench`. Each figure is the median of the ratios of the rounds to one parse of such a page; all pages of a
round are written in one go, as a corpus is. Sizes are beside those of the source's text.
"""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable
from itertools import count

from invented import english

from scio_transcripts import parse, to_pandas
from scio_transcripts.writers import arrow, write

ROUNDS = 9
PAGES = 40
SIZE = 50_000


def main() -> None:
    numbers = count()
    pages = [parse(english(SIZE, next(numbers))) for _ in range(PAGES)]
    cases: dict[str, Callable[[], object]] = {
        "turns in Arrow": lambda: arrow.table_of("turns", pages),
        "all tables in Arrow": lambda: arrow.tables_of(pages),
        "turns in pandas": lambda: to_pandas(pages),
        "Arrow file of turns": lambda: written("arrow-turns", pages),
        "Parquet file of turns": lambda: written("parquet-turns", pages),
        "JSON Lines": lambda: written("jsonl", pages),
    }
    found: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(ROUNDS):
        for name, case in cases.items():
            texts = [english(SIZE, next(numbers)) for _ in range(PAGES // 10)]
            begin = time.perf_counter()
            for text in texts:
                parse(text)
            middle = time.perf_counter()
            case()
            found[name].append((time.perf_counter() - middle) / PAGES / ((middle - begin) / (PAGES // 10)))
    print(f"{PAGES} pages of {SIZE // 1000} KB, in parses of one page:")
    for name, ratios in found.items():
        print(f"  {name:22} {statistics.median(ratios):.3f}")


def written(name: str, pages: list[object]) -> int:
    out = io.BytesIO()
    write(iter(pages), name, out)
    return out.tell()


if __name__ == "__main__":
    main()
