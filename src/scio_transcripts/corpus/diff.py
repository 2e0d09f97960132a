"""What changed between two corpora of the same sources, such as by a new parser.

In: two corpora. Out: for each transcript that is not the same its changes, and counts of all. Promises: the same
corpora give the same answer; memory holds a few documents, however many there are. Transcripts are matched by their
source: their ids hold a title and a date, which a parser may change.
"""

from __future__ import annotations

import hashlib
from collections import Counter, OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from scio_transcripts.corpus.compare import Change, changes_of
from scio_transcripts.corpus.store import Corpus, document_of, opened
from scio_transcripts.model import Transcript

_GROUPS = 8
"""Row groups of documents that are remembered."""


@dataclass(slots=True, kw_only=True)
class Changed:
    """A transcript that is not the same in both."""

    source: str
    old: str
    """Its id there."""
    new: str
    changes: list[Change]


@dataclass(slots=True, kw_only=True)
class Summary:
    """What changed, in numbers."""

    same: int = 0
    changed: int = 0
    only_old: list[str] = field(default_factory=list)
    """Ids of transcripts whose source gives none in the new corpus."""
    only_new: list[str] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)
    """Changes by what they are about."""
    transcripts: Counter[str] = field(default_factory=Counter)
    """Transcripts that have such changes."""


class _Place(NamedTuple):
    path: Path
    group: int
    row: int
    digest: bytes


def diff(old: Corpus, new: Corpus, summary: Summary) -> Iterator[Changed]:
    """Every transcript that is not the same, in the order of the older corpus. Counts go into `summary`."""
    places = _Documents(old), _Documents(new)
    pairs, only_old, only_new = _pairs(old, new)
    summary.only_old, summary.only_new = only_old, only_new
    for source, own, other in pairs:
        if places[0].digest(own) == places[1].digest(other) and own == other:
            summary.same += 1
            continue
        changes = list(changes_of(places[0].read(own), places[1].read(other)))
        if own != other:
            changes.insert(0, Change("id", None, own, other))
        summary.changed += 1
        summary.changes.update(change.what for change in changes)
        summary.transcripts.update({change.what for change in changes})
        yield Changed(source=source, old=own, new=other, changes=changes)


def _pairs(old: Corpus, new: Corpus) -> tuple[list[tuple[str, str, str]], list[str], list[str]]:
    """Transcripts of the same source: source, id there, id here; and those without a match."""
    found = [_by_source(corpus) for corpus in (old, new)]
    pairs: list[tuple[str, str, str]] = []
    only_old: list[str] = []
    for source, ids in found[0].items():
        others = found[1].get(source, [])
        rest = [one for one in ids if one not in others]
        left = [one for one in others if one not in ids]
        pairs += [(source, one, one) for one in ids if one in others]
        pairs += [(source, one, other) for one, other in zip(rest, left, strict=False)]
        only_old += rest[len(left) :]
        found[1][source] = left[len(rest) :]
    only_new = [one for ids in found[1].values() for one in ids] if found[1] else []
    known = {own for _, _, own in pairs}
    return pairs, sorted(only_old), sorted(one for one in only_new if one not in known)


def _by_source(corpus: Corpus) -> dict[str, list[str]]:
    """Ids by the source that they were read from, in order."""
    found: dict[str, list[str]] = {}
    for batch in corpus.batches("transcripts", ["transcript", "source"]):
        for own, source in zip(batch["transcript"].to_pylist(), batch["source"].to_pylist(), strict=True):
            found.setdefault(source or "", []).append(own)
    return found


class _Documents:
    """The documents of a corpus by id, a few of them in memory."""

    def __init__(self, corpus: Corpus) -> None:
        self._root = corpus.path
        self._groups: OrderedDict[tuple[Path, int], Sequence[str]] = OrderedDict()
        self._places: dict[str, _Place] = {}
        for path in corpus.paths("documents"):
            with opened(path, ["transcript", "document"]) as parquet:
                for group in range(parquet.num_row_groups):
                    rows = parquet.read_row_group(group, columns=["transcript", "document"])
                    for row, (own, document) in enumerate(zip(*(c.to_pylist() for c in rows.columns), strict=True)):
                        digest = hashlib.blake2b(document.encode(), digest_size=16).digest()
                        self._places[own] = _Place(path, group, row, digest)

    def digest(self, own: str) -> bytes:
        """The same for the same document."""
        return self._places[own].digest

    def read(self, own: str) -> Transcript:
        """A document."""
        place = self._places[own]
        key = (place.path, place.group)
        if key not in self._groups:
            with opened(place.path, ["document"]) as parquet:
                self._groups[key] = parquet.read_row_group(place.group, columns=["document"]).column(0).to_pylist()
            if len(self._groups) > _GROUPS:
                self._groups.popitem(last=False)
        self._groups.move_to_end(key)
        return document_of(self._root, own, self._groups[key][place.row])
