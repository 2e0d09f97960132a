"""The registry of news outlets: who asks.

In: a label as printed. Out: what is known of the outlet that it names. Promises: spelling variants are one outlet,
similar names are not, and unknown stays unknown; what reads, searches or checks more than a name is imported when it
is first used. Knows no reporter. How to look things up and how to add one: `docs/outlets.md`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scio_transcripts.lazy import door
from scio_transcripts.registry.outlets.book import (
    find,
    find_within,
    get,
    has_outlet_word,
    name_of,
    on_change,
    outlet_words,
    outlets,
    parents,
)
from scio_transcripts.registry.outlets.entry import HOMES, KINDS, OWNERSHIPS, Outlet, fold

if TYPE_CHECKING:
    from scio_transcripts.registry.outlets.coverage import Asked, Coverage, coverage_of
    from scio_transcripts.registry.outlets.labels import Resolved, resolve
    from scio_transcripts.registry.outlets.lookup import Hit, near, search, select, shared_names
    from scio_transcripts.registry.outlets.own import use
    from scio_transcripts.registry.outlets.rows import load_outlets

_HOMES = {
    "Asked": "coverage",
    "Coverage": "coverage",
    "Hit": "lookup",
    "Resolved": "labels",
    "coverage_of": "coverage",
    "load_outlets": "rows",
    "near": "lookup",
    "resolve": "labels",
    "search": "lookup",
    "select": "lookup",
    "shared_names": "lookup",
    "use": "own",
}
"""Where the names live that are not needed to read a page."""

__all__ = [
    "HOMES",
    "KINDS",
    "OWNERSHIPS",
    "Asked",
    "Coverage",
    "Hit",
    "Outlet",
    "Resolved",
    "coverage_of",
    "find",
    "find_within",
    "fold",
    "get",
    "has_outlet_word",
    "load_outlets",
    "name_of",
    "near",
    "on_change",
    "outlet_words",
    "outlets",
    "parents",
    "resolve",
    "search",
    "select",
    "shared_names",
    "use",
]


__getattr__ = door(__name__, _HOMES)
