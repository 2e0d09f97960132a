"""How good a corpus is: what the parser noticed, whom it could not name, what is covered, what could not be read.

In: tables of a part; then parts and the list of sources. Out: counts as JSON. Promises: the same corpus gives the same
report; it stays small however much is wrong, and says how much it leaves out. Knows nothing of how it is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from scio_transcripts.codes import CODES

if TYPE_CHECKING:
    from scio_transcripts.corpus.manifest import Part

NAMED = 1000
"""How many labels, and how many sources, are named."""
_COUNTED = ("diagnostics", "labels", "coverage", "kinds", "languages", "turns", "incomplete")


class Counts:
    """Counts over the tables of one part, or over the parts of a corpus."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {name: Counter() for name in _COUNTED}

    def count(self, table: str, rows: pa.Table) -> None:
        """Count some rows of one table."""
        if table == "diagnostics":
            self._add("diagnostics", rows["code"])
        elif table == "turns":
            nobody = pc.and_(pc.is_null(rows["speaker"]), pc.is_valid(rows["label"]))
            self._add("labels", rows["label"].filter(nobody))
            self._counts["turns"]["all"] += rows.num_rows
            self._counts["turns"]["without a label"] += rows["label"].null_count
            self._counts["turns"]["role unknown"] += pc.sum(pc.equal(rows["role"], "unknown")).as_py() or 0
        elif table == "transcripts":
            years = pc.fill_null(pc.cast(pc.year(rows["date"]), pa.string()), "undated")
            self._add("coverage", pc.binary_join_element_wise(years, rows["dialect"], "\t"))
            self._add("kinds", rows["kind"])
            self._add("languages", rows["language"])
            self._counts["incomplete"]["transcripts"] += pc.sum(pc.equal(rows["complete"], False)).as_py() or 0

    def _add(self, name: str, values: pa.ChunkedArray) -> None:
        for pair in pc.value_counts(values).to_pylist():
            self._counts[name][pair["values"]] += pair["counts"]

    def merge(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """Add the counts of a part."""
        for name, found in counts.items():
            if name in self._counts:
                self._counts[name].update(found)

    def as_json(self) -> dict[str, dict[str, int]]:
        """The counts, in an order that does not depend on how they came about."""
        return {name: dict(sorted(counts.items())) for name, counts in self._counts.items()}

    def report(self, sources: pa.Table) -> dict[str, Any]:
        """The quality report. `sources`: the list of sources of the snapshot."""
        counts = self._counts
        labels = _ranked(counts["labels"])
        errors = sources.filter(pc.is_in(sources["status"], pa.array(["error"])))
        damaged = sources.filter(pc.and_(pc.equal(sources["status"], "archive"), pc.is_valid(sources["error"])))
        named = pa.concat_tables([errors, damaged]).select(["uri", "archive", "error"])
        apart = pc.is_in(sources["status"], pa.array(["duplicate", "passed over", "kept"]))
        aside = sources.filter(apart).select(["uri", "archive", "status", "error"])
        return {
            "transcripts": counts["kinds"].total(),
            "sources": dict(sorted(_values(sources["status"]).items())),
            "joined": _joined(sources),
            "unreadable": named.slice(0, NAMED).to_pylist(),
            "unreadable_left_out": max(named.num_rows - NAMED, 0),
            "set_aside": aside.slice(0, NAMED).to_pylist(),
            "set_aside_left_out": max(aside.num_rows - NAMED, 0),
            "diagnostics": [
                {"code": code, "severity": CODES[code].severity, "title": CODES[code].title, "count": count}
                for code, count in _ranked(counts["diagnostics"])
                if code in CODES
            ],
            "unresolved_labels": [{"label": label, "turns": count} for label, count in labels[:NAMED]],
            "unresolved_labels_left_out": max(len(labels) - NAMED, 0),
            "turns": dict(sorted(counts["turns"].items())),
            "incomplete": counts["incomplete"]["transcripts"],
            "coverage": [
                {"year": None if year == "undated" else int(year), "dialect": dialect, "transcripts": count}
                for key, count in sorted(counts["coverage"].items())
                for year, _, dialect in [key.partition("\t")]
            ],
            "kinds": dict(sorted(counts["kinds"].items())),
            "languages": dict(sorted(counts["languages"].items())),
        }


def report_of(parts: Iterable[Part], sources: pa.Table) -> dict[str, Any]:
    """The quality report of a snapshot."""
    counts = Counts()
    for part in parts:
        counts.merge(part.quality)
    return counts.report(sources)


def _joined(sources: pa.Table) -> dict[str, int]:
    """How many pages are of an event of several, and of how many events."""
    pages = _values(pc.list_flatten(sources["transcripts"]))
    several = [count for count in pages.values() if count > 1]
    return {"pages": sum(several), "events": len(several)}


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _values(column: pa.ChunkedArray) -> dict[str, int]:
    return {pair["values"]: pair["counts"] for pair in pc.value_counts(column).to_pylist()}
