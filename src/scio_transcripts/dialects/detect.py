"""The detector: one scale for all dialects.

In: the looks of a page. Out: the dialect for which most speaks; of equals, the one named first. Promises: the same
looks give the same dialect. Knows dialects only by their clues.
"""

from __future__ import annotations

from scio_transcripts.dialects import bracketed, generic, gov_en_inline, markdown, scio_en, scio_zh
from scio_transcripts.dialects.base import Dialect, PageLooks
from scio_transcripts.errors import DialectError

_KNOWN: dict[str, Dialect] = {
    d.name: d
    for d in (
        scio_en.DIALECT,
        gov_en_inline.DIALECT,
        bracketed.DIALECT,
        scio_zh.DIALECT,
        markdown.DIALECT,
        generic.DIALECT,
    )
}


def known() -> tuple[str, ...]:
    """Names of all dialects."""
    return tuple(_KNOWN)


def register(dialect: Dialect) -> None:
    """Add a dialect (or replace the one of that name) for this process."""
    _KNOWN[dialect.name] = dialect


def named(name: str) -> Dialect:
    """The dialect of that name. Raises `DialectError` where there is none."""
    if name not in _KNOWN:
        raise DialectError(name, known())
    return _KNOWN[name]


def detect(looks: PageLooks) -> Dialect:
    """The dialect that these looks speak for most."""
    return max(_KNOWN.values(), key=lambda d: sum(clue.weigh(looks) for clue in d.clues))
