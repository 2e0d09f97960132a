"""Names of files, in few words.

In: the names of an event's pages, in order. Out: the same as a line for reading. Promises: pages that are numbered one
after the other are shown as the first and the last; where there are still many, how many more there are; of a long
folder, how it begins. Knows no file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from scio_transcripts.display.wording import counted
from scio_transcripts.sources.naming import named

_RUN = 3
"""So many pages that follow each other are shown as the first and the last."""
_SHOWN = 4
_LONGEST = 34
"""Characters of a name that are shown whole; --format json and csv have all."""
_LEAST = 12
"""Characters of a folder that are shown of any."""


def in_few_words(names: Sequence[str]) -> str:
    """The names with what follows each other as first and last.

    >>> in_few_words(["page-1.htm", "page-2.htm", "page-3.htm", "page-5.htm"])
    'page-1.htm … page-3.htm, page-5.htm'
    """
    runs = [*_runs(names)]
    more = sum(map(len, runs[_SHOWN:]))
    told = ", ".join(_told([*map(_cut, run)]) for run in runs[:_SHOWN])
    return told + (f", and {counted(more, 'more', 'more')}" if more else "")


def folder_of(names: Iterable[str]) -> str:
    """The folder, with its separator, in which all files are, or folders with them; empty where there is none.

    >>> folder_of(["pages/june/a.txt", "pages/july/a.txt"])
    'pages/'
    """
    shared = os.path.commonprefix(list(names))  # noqa: RUF071 - commonpath raises for addresses beside paths
    return shared[: _end_of_folder(shared)]


def _end_of_folder(name: str) -> int:
    return max(name.rfind("/"), name.rfind(os.sep)) + 1


def _told(run: Sequence[str]) -> str:
    return f"{run[0]} … {run[-1][_end_of_folder(run[-1]) :]}" if len(run) > 1 else run[0]


def _cut(name: str) -> str:
    """A name whose folder is cut where it is long, so that it leaves room for others: the last part is what differs.

    >>> _cut("found/2020-10-22-scio-press-conference-on-dark-skies/page-1.html")
    'found/2020-10-22-scio-p…/page-1.html'
    """
    end = _end_of_folder(name)
    kept = max(_LONGEST - (len(name) - end), _LEAST)
    return name if len(name) <= _LONGEST or end <= kept else f"{name[:kept]}…{name[end - 1 :]}"


def _runs(names: Sequence[str]) -> Iterator[list[str]]:
    """The names, those that follow each other together where they are enough."""
    run: list[str] = []
    for name in names:
        if run and not _follows(run[-1], name):
            yield from _closed(run)
            run = []
        run.append(name)
    yield from _closed(run)


def _closed(run: list[str]) -> Iterator[list[str]]:
    if len(run) >= _RUN:
        yield run
    else:
        yield from ([name] for name in run)


def _follows(one: str, other: str) -> bool:
    """Whether a name is that of the next page. Sites leave the number of the first out."""
    before, after = named(one), named(other)
    if before.stem != after.stem or after.number is None or PurePath(one).suffix != PurePath(other).suffix:
        return False
    return after.number - 1 == before.number or (before.number is None and after.number in (1, 2))
