"""A page cut in two: the text, and what its markup says of each half.

In: a source and a place in its text. Out: two sources. Promises: offsets of each half count in its own text. Knows
nothing of what is said.
"""

from __future__ import annotations

from dataclasses import replace

from scio_transcripts.sources.markup import Link
from scio_transcripts.sources.text import Source


def cut(source: Source, start: int) -> tuple[Source, Source]:
    """A source as two: the text before a place, and the text from it on, each with its markup."""
    before, after = source.markup, source.markup
    if source.markup is not None:
        blocks, links, original = source.markup.blocks, source.markup.links, source.markup.original
        is_above = original is not None and original.start < start
        before = replace(
            source.markup,
            blocks=tuple(b for b in blocks if b.start < start),
            links=tuple(k for k in links if k.start < start),
            original=original if is_above else None,
        )
        after = replace(
            source.markup,
            blocks=tuple(b._replace(start=b.start - start, end=b.end - start) for b in blocks if b.start >= start),
            links=tuple(_moved(k, -start) for k in links if k.start >= start),
            original=_moved(original, -start) if original is not None and not is_above else None,
        )
    return replace(source, text=source.text[:start], data=None, markup=before), replace(
        source, text=source.text[start:], data=None, markup=after
    )


def _moved(link: Link, by: int) -> Link:
    return link._replace(start=link.start + by, end=link.end + by)
