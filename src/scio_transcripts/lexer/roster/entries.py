"""One line of a roster: whom it names, and with which posts.

In: a line, and the heading that governs it. Out: its `RawPerson`s, with places from the line's beginning. Promises: a
sentence is no entry, and a line of which one part is nobody has no entries. Knows nothing of the lines around it.
"""

from __future__ import annotations

from functools import lru_cache

from scio_transcripts.lazy import re
from scio_transcripts.lexer import Form, Line
from scio_transcripts.lexer.roster.posts_said import cut_post, tells
from scio_transcripts.lexer.roster.roster_han import people_said
from scio_transcripts.lexer.turns.raw import RawPerson
from scio_transcripts.registry.names import (
    PARTICLES,
    is_name_shaped,
    is_person,
    names_post,
    split_honorific,
    split_titled,
)
from scio_transcripts.spans import Span

_NAME_END = re.compile(r" ?[,，(（]| from (?=the [A-Z])| - | – | — ")
_PAREN = re.compile(r" ?[(（][^()（）]{1,40}[)）]")
_NAME_WORD = re.compile(r"[^\W\d_]['’.\-\w]*")
_PARTICLE = rf"(?:(?:{'|'.join(sorted(PARTICLES))}) )*(?:[ae][lnrsdtz]-)?"
# Without a heading a person's line has capitalised words, then a comma or the like; sentences have not.
_LIKELY = re.compile(
    rf"[A-Z][\w.'’\-]*(?: {_PARTICLE}[A-Z][\w.'’\-]*){{0,6}} ?(?:[,，(（]|from the |[-–—] )|(?:and|&) "
)
_SPOKEN = re.compile(r"\b(?:we|I|our|us|my|you|your)\b")
"""Words of a sentence that is spoken: no post has them."""
_UNSEEN = "\u200b\u200c\u200d\u2060\ufeff"
"""Characters without width, which editors leave around names."""
_TRAILING = f" \t\xa0.;；,，{_UNSEEN}"
_BETWEEN_PEOPLE = re.compile(
    r"(?:(?:,|;|，|；) (?:and )?| and )(?=(?:[A-Z][\w.]* ){0,3}[A-Z][\w'’-]+ [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?, ?\S)"
)
_LONGEST_POST = 200
# `I'm`, `Here's`: somebody speaks
_CONTRACTED = re.compile(r"(?:I|We|You|They)['’]\w{1,2}|(?:Here|There|That|This|It|Let|What|Who|He|She)['’]s")
_FULL_STOP = re.compile(r"\b(?:Ltd|Inc|Corp|Co)$")
# `Ma Sidik, courier`: no known post, and perhaps no known family
_PLAIN_PERSON = re.compile(r"[A-Z][\w'’\-]+(?: [A-Z][\w'’\-]+){1,2}, (?:\d{2}, )?[A-Za-z][\w '’\-]{2,60}")


def entry_with_colon(line: Line, heading: str | None = None) -> RawPerson | None:
    """`Lin Dahai: vice minister of harbors`, a roster's line although it looks like a label with its speech."""
    looks = line.looks
    if looks.form is not Form.INLINE or looks.speech < 0:
        return None
    post = line.text[looks.speech :].rstrip(_TRAILING)
    honorific, name = split_honorific(looks.label)
    if len(post) > _LONGEST_POST or line.text.endswith((".", "?", "!")) or not is_person(name) or not names_post(post):
        return None
    if post[0].isupper() and not names_post(post.split()[0]):
        return None
    name_end = line.start + looks.label_end
    return RawPerson(
        name=name,
        name_span=Span(name_end - len(name), name_end),
        span=Span(line.start, line.end),
        honorific=honorific,
        description=post,
        heading=heading,
    )


@lru_cache(maxsize=1024)
def people_on(text: str, heading: str | None) -> tuple[RawPerson, ...]:
    """Everybody on one line, or nobody where one part of it is no person. Every page of an event prints its roster."""
    if said := people_said(text):
        return tuple(person._replace(heading=person.heading or heading) for person in said)
    ways = [[Span(0, len(text))]]
    if text.count(",") > (1 if " and " in text else 2):
        ways.insert(0, _split_commas(text))
    if ";" in text or "；" in text:
        ways.insert(0, _split(text, ";；"))
    for pieces in ways:
        found = tuple(p for piece in pieces if (p := _person(piece.of(text), piece.start, heading)))
        if found and len(found) == len(pieces):
            return found
    return ()


def plain_person(text: str, heading: str | None) -> RawPerson | None:
    """A name with what need not be a post: somebody only among others, as `Ma Sidik, courier` between two officials."""
    words = text.strip(_TRAILING)
    return _person(text, 0, heading, among=True) if _PLAIN_PERSON.fullmatch(words) else None


def titled_person(text: str, heading: str | None) -> tuple[RawPerson, ...]:
    """The one person of a line on which the post stands before the name, or nobody.

    >>> [(p.name, p.description) for p in titled_person("Deputy Head of the Press Office Gu Wei", "chair")]
    [('Gu Wei', 'Deputy Head of the Press Office')]
    """
    words = text.rstrip(_TRAILING)
    post, name = split_titled(words)
    if post is None or not is_person(name):
        return ()
    place = Span(len(words) - len(name), len(words))
    return (RawPerson(name=name, name_span=place, span=Span(0, len(words)), description=post, heading=heading),)


def _split(text: str, marks: str) -> list[Span]:
    pieces, start = [], 0
    for i, char in enumerate(text):
        if char in marks:
            pieces.append(Span(start, i))
            start = i + 1
    pieces.append(Span(start, len(text)))
    return [p for p in pieces if p.of(text).strip(_TRAILING)]


def _split_commas(text: str) -> list[Span]:
    """Cut before each name that is followed by a post: the comma also stands between name and post."""
    cuts = [m for m in _BETWEEN_PEOPLE.finditer(text) if _begins_with_person(text[m.end() :])]
    if not cuts:
        return []
    starts = [0, *(m.end() for m in cuts)]
    ends = [*(m.start() for m in cuts), len(text)]
    return [Span(s, e) for s, e in zip(starts, ends, strict=True)]


def _begins_with_person(text: str) -> bool:
    head = text.split(",", 1)[0]
    honorific, name = split_honorific(head)
    return bool(honorific and is_name_shaped(name)) or is_person(name)


def _person(piece: str, offset: int, heading: str | None, *, among: bool = False) -> RawPerson | None:
    """One `Name, role`, or None. Under a heading a name alone is enough; `among` others, a name with anything."""
    text = piece.strip(_TRAILING)
    lead = len(piece) - len(piece.lstrip(_TRAILING))
    if heading is None and not _LIKELY.match(piece.lstrip(f" {_UNSEEN}")):
        return None
    for joiner in ("and ", "& "):
        if text.startswith(joiner):
            text, lead = text[len(joiner) :], lead + len(joiner)
    if not text or not text[0].isalpha():
        return None
    cut = _NAME_END.search(text, 0, 80)
    head = (text[: cut.start()] if cut else text).rstrip(_UNSEEN)
    honorific, name = split_honorific(head)
    if len(name) > 60 or not _may_be_name(name):
        return None
    rest = text[len(head) :]
    if paren := _PAREN.match(rest):
        rest = rest[paren.end() :]
    role = rest.lstrip(f" ,，-–—{_UNSEEN}").strip(_TRAILING) or None
    if role and tells(role):
        if not honorific and not is_person(name):
            return None
        # A caption or a lede: what the person did there is no part of the post.
        role = cut_post(role) or None
    if not (among and role) and not _convincing(name, honorific, role, heading):
        return None
    if role and _FULL_STOP.search(role) and piece.startswith(".", lead + len(text)):
        text, role = f"{text}.", f"{role}."
    start = offset + lead
    name_start = start + len(head) - len(name)
    return RawPerson(
        name=" ".join(name.split()),
        name_span=Span(name_start, name_start + len(name)),
        honorific=honorific,
        description=role,
        span=Span(start, start + len(text)),
        heading=heading,
    )


def _may_be_name(name: str) -> bool:
    parts = name.split()
    return not any(map(_CONTRACTED.fullmatch, parts)) and (
        is_name_shaped(name) or (len(parts) == 1 and parts[0][0].isupper() and _NAME_WORD.fullmatch(name) is not None)
    )


def _convincing(name: str, honorific: str | None, role: str | None, heading: str | None) -> bool:
    """Whether enough speaks for a person: a post, an honorific, a known family name, a heading."""
    if role is None:
        return heading is not None and (honorific is not None or is_person(name))
    if role[-1:] in "?!" or _SPOKEN.search(role):
        return False
    if is_person(name):
        return names_post(role) or heading is not None
    if honorific:
        return names_post(role)
    return names_post(role) and (heading is not None or is_name_shaped(name)) and not names_post(name)
