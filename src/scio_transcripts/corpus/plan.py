"""Which sources are looked at together, and which go into one part.

In: sources with their hashes, by name. Out: bundles, and parts of bundles. Promises: the same sources give the same
plan in any order; a source that comes or goes changes its own part, and at most the one after it. Reads names only.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scio_transcripts.corpus.parts import part_id_of
from scio_transcripts.corpus.scan import Found
from scio_transcripts.sources.naming import named

_FEW = 200
"""So many pages of a folder are compared with one another, whatever their names, as `read_events` does."""
_MOST_TOGETHER = 200
_LONGEST_TOGETHER = 50_000_000
"""Bytes of pages that are joined; of more, each is read alone."""
_CUT_IN = 256
"""A part ends, on average, after so many sources, where the hash of a bundle's name says so."""
_FEWEST, _MOST = 64, 640
"""Sources of a part."""
_LARGEST = 16_000_000
"""Bytes of a part."""
_BATCH_SOURCES, _BATCH_BYTES = 16, 1_000_000


@dataclass(frozen=True, slots=True)
class Bundle:
    """Sources that are looked at together: what they say decides which of them are of one event."""

    key: str
    sources: tuple[Found, ...]

    @property
    def size(self) -> int:
        """Bytes of all of them."""
        return sum(source.size for source in self.sources)

    @property
    def is_kept(self) -> bool:
        """Whether a source of it is no longer there, and only what was read of it is."""
        return any(source.status == "kept" for source in self.sources)


@dataclass(frozen=True, slots=True)
class Planned:
    """A part to be: its name follows from what is in its sources, and from what reads them."""

    id: str
    bundles: tuple[Bundle, ...]

    @property
    def count(self) -> int:
        """Number of its sources."""
        return sum(len(bundle.sources) for bundle in self.bundles)

    @property
    def size(self) -> int:
        """Bytes of all of them."""
        return sum(bundle.size for bundle in self.bundles)


def plan(sources: Sequence[Found], reader: str) -> list[Planned]:
    """The parts of a corpus. `reader` is whatever else the result depends on: the parser, its options."""
    parts: list[Planned] = []
    bundles: list[Bundle] = []
    count = size = 0

    def end() -> None:
        nonlocal count, size
        parts.append(Planned(part_id_of(reader, *map(facts_of, bundles)), tuple(bundles)))
        bundles.clear()
        count = size = 0

    for bundle in bundles_of(sources):
        if bundles and (count + len(bundle.sources) > _MOST or size + bundle.size > _LARGEST):
            end()
        bundles.append(bundle)
        count += len(bundle.sources)
        size += bundle.size
        if count >= _FEWEST and _cuts(bundle):
            end()
    if bundles:
        end()
    return parts


def bundles_of(sources: Sequence[Found]) -> list[Bundle]:
    """Sources that are read, in bundles, in order of their names.

    Pages of one folder are one bundle where they are few; where they are many, those whose names differ only in a
    page number. Pages of archives are one bundle where their addresses differ only in a page number.
    """
    folders = Counter(_folder(source) for source in sources if source.archive is None)
    found: dict[str, list[Found]] = {}
    for source in sources:
        if source.archive is not None:
            key = f"web {_stem(source.uri)}"
        elif folders[folder := _folder(source)] <= _FEW:
            key = f"in {folder}"
        else:
            key = f"as {named(source.uri).stem}"
        found.setdefault(key, []).append(source)
    bundles: list[Bundle] = []
    for key, members in sorted(found.items()):
        if len(members) <= _MOST_TOGETHER and sum(one.size for one in members) <= _LONGEST_TOGETHER:
            bundles.append(Bundle(key, tuple(members)))
        else:
            bundles += [Bundle(f"{key} {one.uri}", (one,)) for one in members]
    return bundles


def facts_of(bundle: Bundle) -> tuple[object, ...]:
    """What the result of a bundle depends on."""
    return bundle.key, *((s.uri, s.sha256, s.media_type, s.charset, s.status) for s in bundle.sources)


def pieces(bundles: Sequence[Bundle]) -> Iterator[tuple[Bundle, ...]]:
    """Bundles in pieces of a size that a process works on for a second or so."""
    piece: list[Bundle] = []
    count = size = 0
    for bundle in bundles:
        if piece and (count + len(bundle.sources) > _BATCH_SOURCES or size + bundle.size > _BATCH_BYTES):
            yield tuple(piece)
            piece, count, size = [], 0, 0
        piece.append(bundle)
        count += len(bundle.sources)
        size += bundle.size
    if piece:
        yield tuple(piece)


def _cuts(bundle: Bundle) -> bool:
    digest = hashlib.sha256(bundle.key.encode("utf-8", "backslashreplace")).digest()
    return int.from_bytes(digest[:4]) % _CUT_IN < len(bundle.sources)


def _stem(address: str) -> str:
    from scio_transcripts.extract.addresses import address_of  # it brings the parser: only for who has archives

    return address_of(address).stem


def _folder(source: Found) -> str:
    return source.uri.replace("\\", "/").rpartition("/")[0]
