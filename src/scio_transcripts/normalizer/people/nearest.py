"""Near misses: what a name that nobody knows may have been meant for. Told, never merged.

In: a name, and the names that are known. Out: the nearest of them, if it is near enough for a slip of the pen. Knows
nothing of pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from scio_transcripts.registry import outlets

_NEAR_NAME = 84.0
_NEAR_LABEL = 88
"""Of 100, as rapidfuzz counts: one letter in eight."""


def nearest_name(name: str, known: Sequence[str]) -> str | None:
    """The known name that differs by a letter or two, or by the order of its words.

    >>> nearest_name("Ruan Boqin", ["Ruan Boqing", "Wen Haoyu"]), nearest_name("Lin Dahai", ["Wen Haoyu"])
    ('Ruan Boqing', None)
    """
    from rapidfuzz import fuzz, process

    found = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=_NEAR_NAME)
    if found is None:
        found = process.extractOne(name, known, scorer=fuzz.token_sort_ratio, score_cutoff=99.0)
    return str(found[0]) if found else None


@lru_cache(maxsize=1024)
def nearest_outlet(label: str) -> str | None:
    """The outlet of the registry whose name differs by a letter or two.

    >>> nearest_outlet("Phenix TV"), nearest_outlet("Harbour Daily")
    ('Phoenix TV', None)
    """
    from scio_transcripts.registry.outlets import lookup

    return next((hit.outlet.name for hit in lookup.near(label, most=1) if hit.score >= _NEAR_LABEL), None)


outlets.on_change(nearest_outlet.cache_clear)
