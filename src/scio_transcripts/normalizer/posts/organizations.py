"""Whose post it is: bodies behind abbreviations, and bodies that a line takes from the one above.

In: the people of the page in order, and the text that may define abbreviations. Out: each person's posts. Promises: an
abbreviation is expanded only as the page itself does; what is taken from another line is told. Knows no body.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scio_transcripts.diagnostics import Log
from scio_transcripts.lazy import re
from scio_transcripts.normalizer.people.person import Person
from scio_transcripts.normalizer.posts.abbreviations import abbreviations
from scio_transcripts.normalizer.posts.positions import Post, positions_of
from scio_transcripts.normalizer.posts.positions_zh import positions_of_han
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
    shorts = _shorts(people, text)
    found: dict[int, tuple[Post, ...]] = {}
    above: tuple[Post, ...] = ()
    for person in people:
        posts = tuple(_expanded(post, shorts) for post in _posts(person))
        if inherited := _inherited(person, posts, above):
            posts = (inherited, *posts[1:])
            span = person.copies[0].span
            log.add("P507", *span, name=person.name, title=posts[0]["title"], body=posts[0]["organization"])
        if person.copies:
            above = posts
        found[id(person)] = posts
    return found


def _shorts(people: Sequence[Person], text: str) -> dict[str, str]:
    """What the page's abbreviations stand for: as the text defines them, else as somebody's post does."""
    shorts = abbreviations(text[:_LOOKED_AT])
    for person in people:
        for short, body in abbreviations(person.description or "").items():
            shorts.setdefault(short, body)
        for post in _posts(person):
            if post["abbreviation"] and post["organization"]:
                shorts.setdefault(post["abbreviation"], post["organization"])
    return shorts


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


def _inherited(person: Person, posts: Sequence[Post], above: Sequence[Post]) -> Post | None:
    """`vice minister`, below `minister of dikes`: the same body's. Only a lower rank of the very same post counts.

    In English, several posts on a line share the body that the last one names: whoever has a second one says more of
    his own body than the line above.
    """
    if not (posts and person.copies and (len(posts) == 1 or has_han(person.description or ""))):
        return None
    post = posts[0]
    ranked = _RANKED.fullmatch(post["title"] or "")
    if ranked is None or post["organization"] is not None:
        return None
    chief = ranked["post"].lower().replace("-", " ")
    its = next((other for other in above if _is_chief(other, chief)), None)
    return {**post, "organization": its["organization"], "abbreviation": its["abbreviation"]} if its else None


def _is_chief(post: Post, chief: str) -> bool:
    title = (post["title"] or "").lower().replace("-", " ")
    return post["organization"] is not None and (title == chief or title.endswith(f" {chief}"))
