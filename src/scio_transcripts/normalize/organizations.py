"""Whose post it is: bodies behind abbreviations, and bodies that a line takes from the one above.

In: the people of the page in order, and the text that may define abbreviations. Out: each person's posts. Promises: an
abbreviation is expanded only as the page itself does; what is taken from another line is told. Knows no body.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from scio_transcripts.diagnostics import Log
from scio_transcripts.normalize.people import Person
from scio_transcripts.normalize.positions import Post, positions_of

_DEFINED = re.compile(
    r"(?P<name>[A-Z][\w'’&-]*(?:,? (?:of|and|the|for|on|in|to|&|[A-Z][\w'’&-]*)){1,12})"
    r" ?\(+(?:hereinafter )?(?:the )?(?P<short>[A-Z][A-Za-z&-]{1,9}) ?\)+"
)
_SMALL = frozenset("of and the for on in to &".split())
_LOOKED_AT = 6000
"""Characters from the beginning of the page in which abbreviations are defined."""
_RANKED = re.compile(
    r"(?:(?:executive|deputy|vice|assistant|acting|standing|first)[ -])+"
    r"(?P<post>minister|director(?:[ -]general)?|governor|mayor|chair(?:man|woman|person)|president|administrator"
    r"|commissioner|head|chief|secretary(?:[ -]general)?)",
    re.I,
)


def posts_of(people: Sequence[Person], text: str, log: Log) -> dict[int, tuple[Post, ...]]:
    """The posts of each person, by the person's identity."""
    shorts = abbreviations(text[:_LOOKED_AT])
    found: dict[int, tuple[Post, ...]] = {}
    for person in people:
        for post in positions_of(person.description):
            if post["abbreviation"] and post["organization"]:
                shorts.setdefault(post["abbreviation"], post["organization"])
    above: tuple[Post, ...] = ()
    for person in people:
        posts = tuple(_expanded(post, shorts) for post in positions_of(person.description))
        if posts and person.copies and (inherited := _inherited(posts[0], above)):
            posts = (inherited, *posts[1:])
            span = person.copies[0].span
            log.add("P507", *span, name=person.name, title=posts[0]["title"], body=posts[0]["organization"])
        if person.copies:
            above = posts
        found[id(person)] = posts
    return found


@lru_cache(maxsize=64)
def _defined(text: str) -> tuple[tuple[str, str], ...]:
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(text):
        name, short = match["name"], match["short"]
        words = name.split()
        # The words before the body's name are cut off: those that its letters do not begin.
        for start in range(len(words)):
            own = [word for word in words[start:] if word.lower() not in _SMALL]
            if words[start].lower() not in _SMALL and _spells(own, short):
                found.setdefault(short, " ".join(words[start:]))
                break
    return tuple(found.items())


def abbreviations(text: str) -> dict[str, str]:
    """What the text itself abbreviates, where the letters are those of the words.

    >>> abbreviations("The briefing of the State Weaving Commission (SWC) begins.")
    {'SWC': 'State Weaving Commission'}
    """
    return dict(_defined(text)) if "(" in text else {}


def _spells(words: Sequence[str], short: str) -> bool:
    """Whether the words' first letters are those of the abbreviation."""
    return "".join(word[0] for word in words).upper() == re.sub(r"[^A-Za-z]", "", short).upper()


def _expanded(post: Post, shorts: Mapping[str, str]) -> Post:
    body = post["organization"]
    if body is None or body not in shorts or post["abbreviation"]:
        return post
    return {**post, "organization": shorts[body], "abbreviation": body}


def _inherited(post: Post, above: Sequence[Post]) -> Post | None:
    """`vice minister`, below `minister of dikes`: the same body's. Only a lower rank of the very same post counts."""
    if post["organization"] is not None or not (ranked := _RANKED.fullmatch(post["title"] or "")):
        return None
    chief = ranked["post"].lower().replace("-", " ")
    for other in above:
        title = (other["title"] or "").lower().replace("-", " ")
        if other["organization"] and (title == chief or title.endswith(f" {chief}")):
            return {**post, "organization": other["organization"], "abbreviation": other["abbreviation"]}
    return None
