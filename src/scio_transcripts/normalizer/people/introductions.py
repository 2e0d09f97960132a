"""People named with their posts in a sentence: a lede, a caption, a title, the chair's introduction.

In: a stretch of text. Out: `RawPerson`s, in order. Promises: a name counts only with a post or an honorific beside it.
Pages without a roster name their people only so.
"""

from __future__ import annotations

from collections.abc import Iterator

from scio_transcripts.lazy import re
from scio_transcripts.lexer.roster.posts_said import chairs, cut_post
from scio_transcripts.lexer.roster.roster_han import people_said
from scio_transcripts.lexer.turns.raw import RawPerson
from scio_transcripts.registry.names import (
    PARTICLES,
    cut_name,
    is_name_shaped,
    is_person,
    names_post,
    names_somebody,
    split_honorific,
)
from scio_transcripts.registry.script import is_chinese
from scio_transcripts.spans import Span

_CAP = r"[A-Z\u00c0-\u00de][\w'’\-]{1,20}"
_LONGEST = 5000
"""Characters that are looked at: no lede and no introduction is longer."""
# `Lin Dahai`, `Pieter van den Bosch`, `Ahmed al-Harbi`, `Nora K. Hollis`, `J. R. Hollis`
_NAME = (
    rf"(?:{_CAP}|[A-Z]\.(?= [A-Z]\. [A-Z]))(?: [A-Z]\.){{0,2}}"
    rf"(?:(?: (?:{'|'.join(sorted(PARTICLES))}))* (?:[ae][lnrsdtz]-)?{_CAP}){{1,2}}"
)
_BEFORE = (
    r"(?:Mr|Ms|Mrs|Dr|Prof|Professor|Madam|Academician|Senior Colonel|Major General|Lieutenant General"
    r"|General|Colonel|Senior Captain|Captain|Rear Admiral|Vice Admiral)\.?"
)

_HONORED = rf"(?:(?P<before>{_BEFORE})(?: |(?<=\.)))?"
_POST = r"(?:[^;.!?\n]|(?:(?<=\bCo)|(?<=\bLtd)|(?<=\bInc)|(?<=\bCorp))\.(?! [A-Z])){3,300}"
_HEAD = (
    r"(?:[Vv]ice[ -]|[Dd]eputy[ -]|[Aa]ssistant )?"
    r"(?:[Mm]inister|[Pp]remier|[Pp]resident|[Gg]overnor|[Cc]hair(?:man|woman|person)"
    r"|[Ss]pokes(?:man|woman|person)|[Mm]ayor|[Dd]irector(?:[ -][Gg]eneral)?"
    r"|[Cc]ommissioner|[Aa]dministrator|[Aa]mbassador|[Cc]ouncilor|[Ss]ecretary|[Cc]hief"
    r"|[Cc]ommander|[Hh]ead)"
)

# `Mr. Lin Dahai, vice minister of harbors;` and `Lin Dahai (R2), vice minister of harbors`
# Here and below, what comes first is how any match begins: at most characters nothing else is tried.
_WITH_POST = re.compile(r"(?=[A-Z\u00c0-\u00de])" rf"{_HONORED}(?P<name>{_NAME})(?: \([A-Z]\d?\))?, (?P<post>{_POST})")
# `Foreign Minister Lin Dahai`, `Harbor Minister, Mr. Lin Dahai`, `Vice-Chairman of the Commission Lin Dahai`
_POST_BEFORE = re.compile(
    r"(?=[A-Z]|vi|de|as|mi|pr|go|ch|sp|ma|di|co|ad|am|se|he)"
    r"(?P<post>(?:\b(?!(?:On|In|At|The|Today|Yesterday|[A-Z][a-z]{2,5}day) )[A-Z][\w'’-]{1,30} ){0,4}?"
    rf"(?:{_HEAD} and (?:[A-Z][\w'’-]{{1,30}} ){{0,3}}?)?{_HEAD}"
    r"(?: of (?:the )?(?:[A-Z][^,;.!?\n]{2,80}?|[a-z]{3,20}))?)"
    rf"(?:,? (?P<before>{_BEFORE}))? (?P<name>{_NAME})"
)
# `the head of the State Office of Lanterns` before a name that ends it: the body alone does not show where it ends.
_OF_BODY = re.compile(rf"(?<!\w){_HEAD} of (?:the )?(?=[A-Z])")
_IN_NAMES_BODY = re.compile(r"[A-Z][\w’'&\- ]{2,100}")
_LONGEST_BODY = 140
_NAMES = re.compile(rf"(?=(?<![\w’'\-])(?P<name>{_NAME}))")
_CHAIRED_BY = re.compile(r"\b(?:host|chair|moderat|presid)ed (?:over )?by (?:the )?$")
_LONGEST_CHAIRED_BY = 20
_POST_IN_BRACKETS = re.compile(rf"(?P<name>{_NAME}) \((?P<post>[^();\n]{{3,120}})\)")
_I_AM = re.compile(
    rf"\b(?:I(?:['’]m| am)|[Mm]y name(?:['’]s| is)) (?:your (?:host|moderator), )?(?P<name>{_NAME})"
    r"(?:, (?P<post>[^;.!?\n]{3,200}))?"
)


def people_in(text: str, offset: int = 0) -> list[RawPerson]:
    """Everybody named with a post, in order, each once.

    >>> found = people_in("Mr. Lin Dahai, vice minister of harbors; and Ms. Gu Wei, mayor.")
    >>> [(p.honorific, p.name, p.description) for p in found]
    [('Mr.', 'Lin Dahai', 'vice minister of harbors'), ('Ms.', 'Gu Wei', 'mayor')]
    """
    if is_chinese(text):
        return people_said(text, offset)
    found: dict[str, RawPerson] = {}
    text = text[:_LONGEST]
    for person in (
        *_with_post(text, offset),
        *_post_before(text, offset),
        *_behind_body(text, offset),
        *_in_brackets(text, offset),
        *_i_am(text, offset),
    ):
        found.setdefault(person.name, person)
    return sorted(found.values(), key=lambda p: p.name_span)


def self_introduction(text: str, offset: int = 0) -> RawPerson | None:
    """The person who says `I'm ...`, or None."""
    return next(_i_am(text, offset), None)


def _with_post(text: str, offset: int) -> Iterator[RawPerson]:
    position, listed = 0, False
    while found := _WITH_POST.search(text, position):
        honorific, name = found["before"], found["name"]
        extra, rest = split_honorific(name)
        if extra and not honorific:
            honorific, name = extra, rest
        name_start = found.end("name") - len(name)
        # The next person in a list of commas ends this one's post.
        post = cut_post(found["post"])
        start = found.start("before") if found["before"] else found.start("name")
        # In a list of people, nobody needs an honorific or a family name that is known.
        follows = listed and text[:start].rstrip().endswith((";", "; and"))
        good = (
            names_post(post)
            and (((bool(honorific) or follows) and is_name_shaped(f"X {name}")) or is_person(name))
            and not names_post(name)
        )
        if not good:
            position = found.start("name") + 1
            continue
        listed = True
        end = found.start("post") + len(post)
        by = _is_chair(text, start, end)
        yield _raw(name, offset + name_start, honorific, post, Span(offset + start, offset + end), by)
        position = end


def _post_before(text: str, offset: int) -> Iterator[RawPerson]:
    for found in _POST_BEFORE.finditer(text):
        name = cut_name(found["name"])
        if is_person(name) and not names_post(name):
            start = found.start("name")
            span = Span(offset + found.start(), offset + start + len(name))
            by = _is_chair(text, found.start(), start + len(name))
            yield _raw(name, offset + start, found["before"], found["post"], span, by)


def _behind_body(text: str, offset: int) -> Iterator[RawPerson]:
    """`the head of the State Office of Lanterns Lin Dahai`: the known family name ends the body."""
    if " of " not in text:
        return
    for found in _NAMES.finditer(text):
        name = cut_name(found["name"])
        if not is_person(name) or names_post(name):
            continue
        start = found.start("name")
        begin = max(0, start - _LONGEST_BODY)
        for post in _OF_BODY.finditer(text, begin, start):
            body = text[post.end() : start].rstrip()
            if _IN_NAMES_BODY.fullmatch(body) and not names_somebody(body):
                words = text[post.start() : post.end()] + body
                span = Span(offset + post.start(), offset + start + len(name))
                yield _raw(name, offset + start, None, words, span, _is_chair(text, post.start(), start + len(name)))
                break


def _in_brackets(text: str, offset: int) -> Iterator[RawPerson]:
    """`Lin Dahai (vice minister of harbors)`."""
    for found in _POST_IN_BRACKETS.finditer(text) if "(" in text else ():
        name, post = found["name"], found["post"]
        if is_person(name) and names_post(post) and not names_post(name):
            by = _is_chair(text, found.start(), found.end())
            span = Span(offset + found.start(), offset + found.end())
            yield _raw(name, offset + found.start("name"), None, post, span, by)


def _is_chair(text: str, start: int, end: int) -> bool:
    """Whether the words around somebody say that he chairs: `hosted by ...`, `..., presides over`."""
    return chairs(text[end : end + _LONGEST_CHAIRED_BY]) or bool(
        _CHAIRED_BY.search(text[max(0, start - 2 * _LONGEST_CHAIRED_BY) : start])
    )


def _i_am(text: str, offset: int) -> Iterator[RawPerson]:
    for found in _I_AM.finditer(text):
        name = cut_name(found["name"])
        if is_person(name):
            start = found.start("name")
            post = cut_post(found["post"]) if found["post"] else None
            yield _raw(name, offset + start, None, post, Span(offset + found.start(), offset + found.end()))


def _raw(name: str, start: int, honorific: str | None, post: str | None, span: Span, by: bool = False) -> RawPerson:
    return RawPerson(
        name=name,
        name_span=Span(start, start + len(name)),
        honorific=honorific,
        description=post,
        span=span,
        heading="chair" if by else None,
    )
