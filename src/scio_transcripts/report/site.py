"""The whole site: what is written where, in order.

In: transcripts. Out: a folder. Promises: it gets its name when all is in it; the same transcripts give the same bytes.
What stays in memory grows with years, outlets and names of pages only.

    index.html            filters, list, charts
    transcripts/*.html    a page each
    years/*.html          plain lists, which need no script
    data/*.js             entries by year, and the search index: loaded when they are asked for
    room.css, *.js        the looks, and what pages do
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scio_transcripts.folders import new_folder
from scio_transcripts.report.entries import Shelf, Sums, asked_in, entry_of, rows_for_script
from scio_transcripts.report.names import UNDATED, Names
from scio_transcripts.report.overview import charts_of
from scio_transcripts.report.pages import facts_of
from scio_transcripts.report.scripts import write_script
from scio_transcripts.report.search import SearchIndex
from scio_transcripts.report.templating import Templates
from scio_transcripts.report.words import vocabulary_of
from scio_transcripts.views import shares_of
from scio_transcripts.writers.tables import with_ids

if TYPE_CHECKING:
    from collections.abc import Callable

    from scio_transcripts.model import Transcript

    _Named = tuple[str, Transcript]

MARKER = "report.json"
"""The file that says that a folder is such a site."""
_STATIC = ("room.css", "theme.js", "index.js", "search.js", "page.js")
_MOST_TOPICS = 24
_MOST_LISTED = 5_000
"""Entries that the index page loads by itself, newest years first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What was written."""

    folder: Path
    transcripts: int
    index_size: int
    """Bytes of `index.html`."""


def report(
    transcripts: Iterable[Transcript],
    folder: str | Path,
    *,
    title: str = "Reading room",
    replace: bool = False,
    watch: Callable[[int], None] | None = None,
) -> Site:
    """Write a site of these transcripts into a new folder.

    The order in which they come is that of their links to each other; a corpus gives them by date. `replace` puts the
    new site in the place of an older one. `watch` hears how many pages are written. Raises `OutputError` where the
    folder cannot be made, and `MissingExtraError` where the extra `report` is not installed.
    """
    return report_named(with_ids(transcripts), folder, title=title, replace=replace, watch=watch)


def report_named(
    named: Iterable[tuple[str, Transcript]],
    folder: str | Path,
    *,
    title: str = "Reading room",
    replace: bool = False,
    watch: Callable[[int], None] | None = None,
) -> Site:
    """`report` of transcripts that have ids: each page is named after them."""
    templates = Templates()
    path = Path(folder)
    with new_folder(path, replaces=MARKER if replace else None) as part:
        scratch = part / ".scratch"
        scratch.mkdir()
        room = _Room(part, scratch, templates, title)
        for count in room.add_all(named):
            if watch:
                watch(count)
        site = room.finish(path)
        shutil.rmtree(scratch)
    return site


class _Room:
    """A site while it is written."""

    def __init__(self, folder: Path, scratch: Path, templates: Templates, title: str) -> None:
        self.folder = folder
        self.templates = templates
        self.title = title
        self.sums = Sums()
        self.shelf = Shelf(scratch)
        self.index = SearchIndex(scratch)
        self.count = 0
        for name in ("transcripts", "years", "data"):
            (folder / name).mkdir()

    def add_all(self, named: Iterable[tuple[str, Transcript]]) -> Iterator[int]:
        """Write the page of each transcript, with links to its neighbours; says how many there are now."""
        names = Names()
        before: tuple[str, str] | None = None
        given = ((names.give(own), transcript) for own, transcript in named)
        for (name, transcript), after in _with_next(given):
            self._add(name, transcript, before, (after[0], _title(after[1])) if after else None)
            before = (name, _title(transcript))
            yield self.count

    def _add(
        self, name: str, transcript: Transcript, before: tuple[str, str] | None, after: tuple[str, str] | None
    ) -> None:
        shares, asked, vocabulary = shares_of(transcript), asked_in(transcript), vocabulary_of(transcript)
        facts = facts_of(transcript, shares, vocabulary)
        facts |= {"room": self.title, "root": "../", "before": before, "after": after}
        self.templates.write(self.folder / "transcripts" / f"{name}.html", "transcript", facts)
        entry = entry_of(self.count, name, transcript, asked, shares)
        self.shelf.add(entry)
        self.sums.add(entry, asked, shares)
        self.index.add(self.count, vocabulary)
        self.count += 1

    def finish(self, target: Path) -> Site:
        """Write what says something of all of them."""
        data = self.folder / "data"
        firsts, topics = self.index.write(data, _MOST_TOPICS, self.count)
        years = [{"year": year, "count": self.sums.transcripts[year]} for year in _newest_first(self.sums.transcripts)]
        for number, row in enumerate(years):
            entries = list(self.shelf.of(str(row["year"])))
            write_script(data / f"entries-{row['year']}.js", "entries", row["year"], rows_for_script(entries))
            beside = {
                "later": years[number - 1]["year"] if number else "",
                "earlier": years[number + 1]["year"] if number + 1 < len(years) else "",
            }
            facts = {"room": self.title, "root": "../", "entries": entries, **row, **beside}
            self.templates.write(self.folder / "years" / f"{row['year']}.html", "year", facts)
        write_script(data / "room.js", "open", {"years": years, "most": _MOST_LISTED, "words": firsts})
        columns, bars = charts_of(self.sums, topics)
        facts = {"room": self.title, "root": "", "years": years, "columns": columns, "bars": bars, **self._totals()}
        size = self.templates.write(self.folder / "index.html", "index", facts)
        static = files("scio_transcripts.report").joinpath("static")
        for name in _STATIC:
            (self.folder / name).write_bytes(static.joinpath(name).read_bytes())
        marker = {"made_by": "scio-transcripts corpus report", "transcripts": self.count}
        (self.folder / MARKER).write_text(json.dumps(marker) + "\n", "utf-8", newline="\n")
        return Site(folder=target, transcripts=self.count, index_size=size)

    def _totals(self) -> dict[str, Any]:
        known = sorted(year for year in self.sums.transcripts if year != UNDATED)
        return {
            "n_transcripts": self.count,
            "n_exchanges": self.sums.exchanges.total(),
            "n_words": sum(self.sums.roles.values()),
            "first_year": known[0] if known else "",
            "last_year": known[-1] if known else "",
        }


def _title(transcript: Transcript) -> str:
    return transcript.title or "(no title)"


def _newest_first(years: Iterable[str]) -> list[str]:
    """Years from the last to the first; what has none comes at the end."""
    return sorted((year for year in years if year != UNDATED), reverse=True) + [y for y in years if y == UNDATED]


def _with_next(items: Iterable[_Named]) -> Iterator[tuple[_Named, _Named | None]]:
    """Each item with the one after it."""
    nothing = object()
    before: Any = nothing
    for item in chain(items, [None]):
        if before is not nothing:
            yield before, item
        before = item
