"""The search index of the site: which transcripts hold which words, and who says them.

In: the vocabulary of each transcript, in turn. Out: scripts of some 64 KB, each a stretch of the alphabet, and a list
of their first terms, so that a search loads one or two of them. Promises: what is kept in memory does not grow with the
number of transcripts: full memories go to sorted files, which are merged in the end. Words are found by their
beginnings; order and neighbourhood of words are not kept.
"""

from __future__ import annotations

import heapq
from array import array
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from scio_transcripts.report.scripts import write_script
from scio_transcripts.report.words import ROLE_BITS, is_topic

if TYPE_CHECKING:
    from pathlib import Path

    from scio_transcripts.report.words import Said, Vocabulary

_MOST_PLACES = 1_000_000
"""Of words in transcripts, before memory is written out."""
_BLOCK = 64_000
"""Characters of a block, about."""
_MANY = 10
"""Transcripts from which on a word in most of them is no topic."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one term."""

    term: str
    form: str
    most: int
    asked: int
    places: str
    """Numbers with commas between them: of the transcript, times 16, and the roles."""

    @property
    def order(self) -> bytes:
        """The order of JavaScript's `<`, which compares UTF-16."""
        return _order(self.term)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A word that reporters use often."""

    form: str
    asked: int
    """How often they say it."""
    transcripts: tuple[int, ...]
    """Numbers of the transcripts in which they do."""


class SearchIndex:
    """Takes the words of each transcript, and writes the index in the end."""

    def __init__(self, scratch: Path) -> None:
        self._scratch = scratch
        self._places: dict[str, array[int]] = {}
        self._forms: dict[str, tuple[str, int, int]] = {}
        self._count = 0
        self._runs: list[Path] = []

    def add(self, number: int, vocabulary: Vocabulary) -> None:
        """Add a transcript. Numbers grow."""
        for term, said in vocabulary.terms.items():
            places = self._places.get(term)
            if places is None:
                places = self._places[term] = array("Q")
            places.append(number * 16 + said.roles)
            self._remember(term, said)
        self._count += len(vocabulary.terms)
        if self._count >= _MOST_PLACES:
            self._write_out()

    def _remember(self, term: str, said: Said) -> None:
        form, most, asked = self._forms.get(term, ("", 0, 0))
        if said.most > most:
            form, most = said.form, said.most
        self._forms[term] = (form, most, asked + said.asked)

    def _write_out(self) -> None:
        path = self._scratch / f"words-{len(self._runs)}.txt"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            for term in sorted(self._places, key=_order):
                form, most, asked = self._forms[term]
                places = ",".join(map(str, self._places[term]))
                file.write(f"{term}\t{form}\t{most}\t{asked}\t{places}\n")
        self._runs.append(path)
        self._places, self._forms, self._count = {}, {}, 0

    def write(self, folder: Path, most_topics: int, of: int) -> tuple[list[str], list[Topic]]:
        """Write all blocks; the first term of each, and the topics, most frequent first.

        `of` is the number of transcripts: what reporters say in most of them is no topic.
        """
        rare = of // 2 if of >= _MANY else of
        self._write_out()
        firsts: list[str] = []
        best: list[tuple[int, bytes, Record]] = []
        block: dict[str, list[int]] = {}
        size = 0
        with ExitStack() as opened:
            runs = [_records(path, opened) for path in self._runs]
            for term, group in groupby(heapq.merge(*runs, key=attrgetter("order")), key=attrgetter("term")):
                record = _joined(list(group))
                if not block:
                    firsts.append(term)
                block[term] = _steps(record.places)
                size += len(term) + 4 * len(block[term]) + 6
                if size >= _BLOCK:
                    write_script(folder / f"words-{len(firsts) - 1}.js", "block", len(firsts) - 1, block)
                    block, size = {}, 0
                if record.asked > 1 and is_topic(record.term):
                    _keep_best(best, record, most_topics, rare)
        if block:
            write_script(folder / f"words-{len(firsts) - 1}.js", "block", len(firsts) - 1, block)
        best.sort(key=lambda kept: (-kept[0], kept[2].order))
        return firsts, [_topic(record) for _, _, record in best]


def _order(term: str) -> bytes:
    return term.encode("utf-16-be")


def _records(path: Path, opened: ExitStack) -> Iterator[Record]:
    file = opened.enter_context(path.open(encoding="utf-8", newline="\n"))
    for line in file:
        term, form, most, asked, places = line.rstrip("\n").split("\t")
        yield Record(term, form, int(most), int(asked), places)


def _joined(records: list[Record]) -> Record:
    """What several files know of one term."""
    if len(records) == 1:
        return records[0]
    best = max(records, key=attrgetter("most"))  # of as many, the first
    places = ",".join(record.places for record in records)
    return Record(best.term, best.form, best.most, sum(record.asked for record in records), places)


def _steps(places: str) -> list[int]:
    """The places with the distance to the transcript before instead of its number, which is shorter."""
    steps, before = [], 0
    for place in map(int, places.split(",")):
        steps.append(place - before * 16)
        before = place // 16
    return steps


def _keep_best(best: list[tuple[int, bytes, Record]], record: Record, most: int, rare: int) -> None:
    """Add a term to the topics if it is among the most frequent so far, and in no more transcripts than `rare`."""
    if (len(best) == most and record.asked <= best[0][0]) or len(_topic(record).transcripts) > rare:
        return
    falling = bytes(255 - byte for byte in record.order)  # of as many, the last of the alphabet goes first
    entry = (record.asked, falling, record)
    if len(best) < most:
        heapq.heappush(best, entry)
    else:
        heapq.heappushpop(best, entry)


def _topic(record: Record) -> Topic:
    places = map(int, record.places.split(","))
    return Topic(
        form=record.form,
        asked=record.asked,
        transcripts=tuple(place // 16 for place in places if place & ROLE_BITS["reporter"]),
    )
