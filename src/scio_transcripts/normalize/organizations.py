"""Whose post it is: bodies behind abbreviations, and bodies that a line takes from the one above.

In: the people of the page in order, and the text that may define abbreviations. Out: each person's posts. Promises: an
abbreviation is expanded only as the page itself does; what is taken from another line is told. Knows no body.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scio_transcripts.diagnostics import Log
from scio_transcripts.lazy import re
from scio_transcripts.normalize.abbreviations import abbreviations
from scio_transcripts.normalize.people import Person
from scio_transcripts.normalize.positions import Post, positions_of
from scio_transcripts.normalize.positions_han import positions_of_han
from scio_transcripts.registry.script import has_han

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
        for short, body in abbreviations(person.description or "").items():
            shorts.setdefault(short, body)
        for post in _posts(person):
            if post["abbreviation"] and post["organization"]:
                shorts.setdefault(post["abbreviation"], post["organization"])
    above: tuple[Post, ...] = ()
    for person in people:
        posts = tuple(_expanded(post, shorts) for post in _posts(person))
        # In English, several posts on a line share the body that the last one names.
        inherits = person.copies and (len(posts) == 1 or has_han(person.description or ""))
        if posts and inherits and (inherited := _inherited(posts[0], above)):
            posts = (inherited, *posts[1:])
            span = person.copies[0].span
            log.add("P507", *span, name=person.name, title=posts[0]["title"], body=posts[0]["organization"])
        if person.copies:
            above = posts
        found[id(person)] = posts
    return found


def _posts(person: Person) -> tuple[Post, ...]:
    """The posts of a role line, in English or in Chinese."""
    if person.description and has_han(person.description):
        return positions_of_han(person.description)
    return positions_of(person.description)


def _expanded(post: Post, shorts: Mapping[str, str]) -> Post:
    body = post["organization"]
    if body is None or body not in shorts or post["abbreviation"]:
        return post
    return {**post, "organization": shorts[body], "abbreviation": body}


def _inherited(post: Post, above: Sequence[Post]) -> Post | None:
    """`vice minister`, below `minister of dikes`: the same body's. Only a lower rank of the very same post counts.

    The caller asks only for a line of one post: whoever has a second one says more of his own body than the line above.
    """
    if post["organization"] is not None or not (ranked := _RANKED.fullmatch(post["title"] or "")):
        return None
    chief = ranked["post"].lower().replace("-", " ")
    for other in above:
        title = (other["title"] or "").lower().replace("-", " ")
        if other["organization"] and (title == chief or title.endswith(f" {chief}")):
            return {**post, "organization": other["organization"], "abbreviation": other["abbreviation"]}
    return None
