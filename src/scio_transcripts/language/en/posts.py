"""Posts in Latin letters: which words are one, and where a name begins behind it.

In: the words of a label, in pieces. Out: yes or no. Promises: capitals tell names from words, as they do in print.
"""

from __future__ import annotations

from collections.abc import Iterable

from scio_transcripts.language import label_rows as rows
from scio_transcripts.registry import outlets
from scio_transcripts.registry.names import SMALL_WORDS, office_words, posts

HEADS = frozenset({"head", "person", "leader", "member", "officer", "deputy", "representative"})
DEGREES = frozenset("deputy vice acting former executive associate assistant under permanent principal".split())
_OF = frozenset({"of", "for", "in", "to"})


def is_post(parts: list[str]) -> bool:
    """Whether words are a post alone: `Head of the Harbour Office`, `Foreign Ministry spokesperson`."""
    if len(parts) < 2:
        return bool(parts) and rows.OFFICE_LETTERS.found_in(parts[0])
    if not are_capital(parts):
        return False
    if parts[-1].lower() in office_words():
        return True
    first = parts[parts[0].lower() in DEGREES].lower()
    return (first in office_words() or first in HEADS) and not _OF.isdisjoint(parts[1:4])


def ends_in_name_behind_of(parts: list[str]) -> bool:
    """`State Minister for Ferries Aron Wells`: two words that name no body, behind a post and its `for`."""
    before = {part.lower() for part in parts[:-2]}
    return (
        len(parts) > 3
        and not _OF.isdisjoint(before)
        and not office_words().isdisjoint(before)
        and parts[-3] not in SMALL_WORDS
        and all(map(may_be_name, parts[-2:]))
    )


def rank_in(part: str) -> str:
    """The word that says the rank: `Minister` of `Vice-Minister`, `Sec` of `SEC.`"""
    small = part.lower().rstrip(".")
    return small.rpartition("-")[2] or small


def may_be_name(part: str) -> bool:
    return (
        part[0].isupper()
        and len(part) > 1
        and part.lower() not in posts()
        and part.lower() not in outlets.outlet_words()
    )


def are_capital(parts: Iterable[str]) -> bool:
    return all(map(is_capital, parts))


def is_capital(part: str) -> bool:
    return not part[0].islower() or part in SMALL_WORDS or part in office_words()
