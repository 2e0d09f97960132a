"""What changed between two corpora of the same sources, such as by a new parser.

In: two corpora. Out: for each transcript that is not the same its changes, and counts of all. Promises: the same
corpora give the same answer; memory holds a few documents, however many there are. Transcripts are matched by their
source: their ids hold a title and a date, which a parser may change.
"""

from __future__ import annotations

import hashlib
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from scio_transcripts.corpus.store import Corpus, opened
from scio_transcripts.model import Transcript, Turn
from scio_transcripts.writers.tables import speech_of

_GROUPS = 8
"""Row groups of documents that are remembered."""


class Change(NamedTuple):
    """One thing that is not the same."""

    what: str
    """title, date, turns, label, role, speaker, and so on."""
    turn: int | None
    """Index of the turn in the newer document, or in the older one for a turn that is gone; None for no turn."""
    old: Any
    new: Any


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


def changes_of(old: Transcript, new: Transcript) -> Iterator[Change]:
    """What is not the same in two documents of one source."""
    facts: dict[str, Callable[[Transcript], Any]] = {
        "kind": lambda t: t.kind,
        "title": lambda t: t.title,
        "date": lambda t: t.event.date,
        "published": lambda t: t.publication.date,
        "language": lambda t: t.language,
        "dialect": lambda t: t.dialect,
        "city": lambda t: t.event.city,
        "venue": lambda t: t.event.venue,
        "pages": lambda t: list(t.pages.numbers),
        "turns": lambda t: len(t.turns),
        "exchanges": lambda t: [[list(e.questions), list(e.answers)] for e in t.exchanges],
        "participants": lambda t: [[p.name, p.role, p.outlet] for p in t.participants],
        "diagnostics": lambda t: dict(sorted(Counter(d.code for d in t.diagnostics).items())),
    }
    began = True
    for what, fact in facts.items():
        before, after = fact(old), fact(new)
        if before != after:
            began = False
            yield Change(what, None, before, after)
    for change in _turns(old, new):
        began = False
        yield change
    if old.text != new.text:
        began = False
        yield Change("text", None, len(old.text), len(new.text))
    if began:
        yield Change("details", None, None, None)


def _turns(old: Transcript, new: Transcript) -> Iterator[Change]:
    """Turns that came or went, and what is not the same of those that stayed."""
    by_place = old.text == new.text
    names = {p.id: p.name for p in old.participants}, {p.id: p.name for p in new.participants}
    rest: dict[Any, list[Turn]] = {}
    for turn in old.turns:
        rest.setdefault(_key(turn, by_place), []).append(turn)
    for turn in new.turns:
        same = rest.get(_key(turn, by_place))
        if not same:
            yield Change("turn added", turn.index, None, _shown(turn))
            continue
        before = same.pop(0)
        if before.label != turn.label:
            yield Change("label", turn.index, before.label, turn.label)
        if before.role != turn.role:
            yield Change("role", turn.index, before.role, turn.role)
        who = names[0].get(before.speaker or ""), names[1].get(turn.speaker or "")
        if who[0] != who[1] or (before.speaker is None) != (turn.speaker is None):
            yield Change("speaker", turn.index, *who)
        if by_place and speech_of(before) != speech_of(turn):
            yield Change("speech", turn.index, len(speech_of(before)), len(speech_of(turn)))
    for turns in rest.values():
        for turn in turns:
            yield Change("turn removed", turn.index, _shown(turn), None)


def _key(turn: Turn, by_place: bool) -> Any:
    """What a turn is known by: its place where the texts are the same, or else its words."""
    if by_place:
        return turn.paragraphs[0].start if turn.paragraphs else turn.start
    return " ".join(speech_of(turn).split())


def _shown(turn: Turn) -> str:
    words = speech_of(turn)
    return f"{turn.label or 'no label'}: {words[:80]}{'...' if len(words) > 80 else ''}"


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
        return Transcript.from_json(self._groups[key][place.row])
