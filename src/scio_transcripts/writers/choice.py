"""Which format is meant: by its name, by a word for it, or by the name of a file.

In: what somebody typed. Out: a row of the table of formats, or an `UnknownFormatError` that says what it could be.
Promises: of several formats with one ending, the first of the table, unless the file's name speaks of another. Knows no
files.
"""

from __future__ import annotations

import re
from pathlib import PurePath

from scio_transcripts.writers.base import Format, UnknownFormatError
from scio_transcripts.writers.formats import FORMATS

_LEAST_ALIKE = 65
"""Of 100: words less alike are not suggested."""
_MOST_SUGGESTED = 3


def format_named(name: str) -> Format:
    """The format of that name. An ending names the first format that has it: `csv` is `csv-turns`.

    Raises `UnknownFormatError` where there is none.

    >>> format_named("csv").name, format_named("md").name
    ('csv-turns', 'markdown')
    >>> format_named("cvs")
    Traceback (most recent call last):
    scio_transcripts.writers.base.UnknownFormatError: cvs: no such format; did you mean csv?
    """
    word = name.strip().lower()
    if word in FORMATS:
        return FORMATS[word]
    meant = _by_word().get(word)
    if meant is None:
        raise UnknownFormatError(name, "no such format", _near(word) or f"known: {', '.join(FORMATS)}")
    return meant


def format_of(file: str) -> Format:
    """The format that a file of that name has. Raises `UnknownFormatError` where it could be several, or none.

    >>> format_of("out.csv").name, format_of("exchanges.csv").name, format_of("event.akn.xml").name
    ('csv-turns', 'csv-exchanges', 'akoma')
    """
    name = PurePath(file).name.lower()
    endings = dict.fromkeys(row.extension for row in FORMATS.values() if row.extension)
    ending = max((one for one in endings if name.endswith(one)), key=len, default="")
    if not ending:
        other = PurePath(name).suffix
        reason = f"no format has the ending {other}" if other else "has no ending that says the format"
        known = f"say it with --to, or end the name in {', '.join(endings)}"
        raise UnknownFormatError(file, reason, _near(other[1:]) or known)
    rows = [row for row in FORMATS.values() if row.extension == ending]
    meant = _meant(name.removesuffix(ending), rows)
    if len(meant) > 1:
        raise UnknownFormatError(file, f"could be {' or '.join(row.name for row in meant)}", "say which with --to")
    return meant[0]


def _meant(stem: str, rows: list[Format]) -> list[Format]:
    """Those of the formats with one ending that a name can mean: the first, unless it speaks of others."""
    by_word = {row.name.rpartition("-")[2]: row for row in rows}
    if stem in by_word:
        return [by_word[stem]]
    spoken = [by_word[word] for word in dict.fromkeys(re.findall("[a-z]+", stem)) if word in by_word]
    return [rows[0], *(row for row in spoken if row is not rows[0])]


def _by_word() -> dict[str, Format]:
    """Formats by their endings, the first that has each, and by other words for them."""
    words: dict[str, Format] = {}
    for row in FORMATS.values():
        for word in (row.extension[1:], *row.also):
            words.setdefault(word, row)
    return {word: row for word, row in words.items() if word}


def _near(word: str) -> str:
    """What somebody may have meant by a word, as a question; empty where nothing is like it."""
    from rapidfuzz import fuzz, process

    words = [*dict.fromkeys([*_by_word(), *FORMATS])]
    found = process.extract(word, words, scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE, limit=_MOST_SUGGESTED)
    return f"did you mean {' or '.join(near for near, _, _ in found)}?" if found else ""
