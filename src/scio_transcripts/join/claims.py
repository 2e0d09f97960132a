"""What speaks for one event, and what against: a table, on one scale.

In: two pages, or two groups of pages, as `Seen`. Out: the claims that hold, and their sum. Promises: the same in both
directions; a claim looks at nothing but the two. Knows no order and no file.

The scale: 4 is enough to join. So what weighs 4 joins alone, and what weighs 1 is a hint. Two languages, titles or
dates outweigh all that strangers may share; two greetings or rosters do so unless one page is a copy of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

from scio_transcripts.join.seen import Seen
from scio_transcripts.sources.naming import has_id

ENOUGH = 4
_MOST = 0.7
"""Share of long paragraphs that two versions of a page have in common, and at least three."""
_NEAR = 1.5
"""Numbers of neighbours: 1 and 2, or a bare name and 1 or 2."""
_PLAIN = frozenset({"", "page", "part", "p"})


class Claim(NamedTuple):
    """One row: what may hold of two pages or groups, and what it weighs."""

    name: str
    """What it is called in messages, behind `they have`."""
    weight: int
    holds: Callable[[Seen, Seen], bool]


def _share(field: str) -> Callable[[Seen, Seen], bool]:
    return lambda a, b: bool(getattr(a, field) & getattr(b, field))


def _differ(field: str) -> Callable[[Seen, Seen], bool]:
    return lambda a, b: bool(getattr(a, field) and getattr(b, field) and not getattr(a, field) & getattr(b, field))


def _both_ways(holds: Callable[[Seen, Seen], bool]) -> Callable[[Seen, Seen], bool]:
    return lambda a, b: holds(a, b) or holds(b, a)


# --- for -------------------------------------------------------------------------------------------


def _same_words(a: Seen, b: Seen) -> bool:
    """Two copies, or two versions, of one page."""
    shared = len(a.words & b.words)
    return bool(a.texts & b.texts) or shared > max(2, _MOST * min(len(a.words), len(b.words)))


def _official(a: Seen, b: Seen) -> bool:
    """Somebody whom one page shows to be an official speaks on the other."""
    return bool(a.officials & b.speakers)


def _several_officials(a: Seen, b: Seen) -> bool:
    return len(a.officials & b.officials) > 1


def _leads_to(a: Seen, b: Seen) -> bool:
    """A pager leads to the other file, or both pagers lead to pages that a site has numbered alike."""
    return bool(a.links & b.files or b.links & a.files) or any(map(has_id, a.links & b.links))


def _site_number(a: Seen, b: Seen) -> bool:
    return any(has_id(stem) for stem in a.stems & b.stems)


def _name_in_common(a: Seen, b: Seen) -> bool:
    shared = (stem.rpartition("/")[2].strip(" _.-(（").lower() for stem in a.stems & b.stems)
    return any(last not in _PLAIN for last in shared)


def _between(a: Seen, b: Seen) -> bool:
    """A page's number lies between two of the others, whose numbers are its neighbours."""
    numbers = set(b.numbers)
    return any((stem, one - 1) in numbers and (stem, one + 1) in numbers for stem, one in a.numbers)


def _counted_on(a: Seen, b: Seen) -> bool:
    """Names that differ in a number only, which is the next one, and nothing closes between the two."""
    return any(
        stem == other and 0 < two - one <= _NEAR
        for (stem, one), (other, two) in product(a.numbers - a.ending, b.numbers - b.opening)
    )


def _cut_sentence(a: Seen, b: Seen) -> bool:
    return "cut" in a.edges and "resumes" in b.edges


def _goes_on(a: Seen, b: Seen) -> bool:
    """One opens and stays open, the other goes on; or both are from the middle."""
    return "stays open" in a.edges and "goes on" in b.edges and "opens" not in b.edges


FOR: tuple[Claim, ...] = (
    Claim("the same words", 9, _same_words),
    Claim("a link in the pager", 4, _leads_to),
    Claim("a sentence that goes on", 3, _both_ways(_cut_sentence)),
    Claim("the same title", 2, _share("titles")),
    Claim("the same date", 2, _share("days")),
    Claim("the same date of publication", 1, _share("published")),
    Claim("an official in common", 2, _both_ways(_official)),
    Claim("several officials in common", 1, _several_officials),
    Claim("the chair in common", 2, _share("chairs")),
    Claim("the same number of pages", 2, _share("totals")),
    Claim("speech that goes on", 1, _both_ways(_goes_on)),
)
BY_NAME: tuple[Claim, ...] = (
    Claim("a number of the site in the names", 3, _site_number),
    Claim("a name in common", 1, _name_in_common),
    Claim("numbers that follow each other", 1, _both_ways(_counted_on)),
    Claim("a number between two of them", 2, _both_ways(_between)),
)

# --- against ---------------------------------------------------------------------------------------


def _two_titles(a: Seen, b: Seen) -> bool:
    """Titles of which none is part of the other."""
    pairs = product(a.titles, b.titles)
    return bool(a.titles and b.titles) and not any(one in two or two in one for one, two in pairs)


def _two_greetings(a: Seen, b: Seen) -> bool:
    """Both open, and neither opening is that of a speaker whom the other page presents."""
    known = ((a.greeters - b.greeters) & (b.officials | b.roster)) | (
        (b.greeters - a.greeters) & (a.officials | a.roster)
    )
    return bool(a.greeters and b.greeters) and not known


def _two_closings(a: Seen, b: Seen) -> bool:
    spoken = "spoken" in a.closings & b.closings
    credits = (a.closings - {"spoken"}, b.closings - {"spoken"})
    return spoken or bool(all(credits) and credits[0] != credits[1])


def _strangers_speak(a: Seen, b: Seen) -> bool:
    """Officials speak on one page of whom the other's roster, and whoever speaks there, knows none."""
    return bool(a.roster and b.officials) and not b.officials & (a.roster | a.officials | a.chairs)


def _no_official_in_common(a: Seen, b: Seen) -> bool:
    return bool(a.officials - a.lone and b.officials - b.lone and not a.officials & b.officials)


def _one_number(a: Seen, b: Seen) -> bool:
    return any(one == two and mark != other for (one, mark), (two, other) in product(a.shown, b.shown))


def _too_many(a: Seen, b: Seen) -> bool:
    totals = a.totals | b.totals
    return bool(totals) and len(a.names | b.names) > max(totals)


AGAINST: tuple[Claim, ...] = (
    Claim("one name", -99, _share("names")),
    Claim("two languages", -12, _differ("languages")),
    Claim("two titles", -12, _two_titles),
    Claim("two dates", -12, _differ("days")),
    Claim("two dates of publication", -4, _differ("published")),
    Claim("two greetings", -7, _two_greetings),
    Claim("two rosters", -7, _differ("roster")),
    Claim("officials whom the roster does not name", -4, _both_ways(_strangers_speak)),
    Claim("no official in common", -2, _no_official_in_common),
    Claim("two endings", -4, _two_closings),
    Claim("two publishers", -4, _differ("publishers")),
    Claim("two numbers of pages", -5, _differ("totals")),
    Claim("two pages of one number", -4, _one_number),
    Claim("more pages than the pager counts", -5, _too_many),
)


def holding(table: tuple[Claim, ...], a: Seen, b: Seen) -> Iterator[Claim]:
    """The claims of a table that hold."""
    return (claim for claim in table if claim.holds(a, b))


def weigh(table: tuple[Claim, ...], a: Seen, b: Seen) -> int:
    """Their sum."""
    return sum(claim.weight for claim in holding(table, a, b))
