"""Whom a label names: somebody who is known, somebody new, or nobody who could be told.

In: a turn, its voice and the people who are known. Out: the voice's person. Promises: a label that could mean several
stays open and is told once; what a label says beside the name is kept as a post, an outlet or another name.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from scio_transcripts.diagnostics import Log
from scio_transcripts.language.label import core, fold, read_label, unnumbered
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalizer.people.bearers import listed
from scio_transcripts.normalizer.people.person import People, Person, contradicts
from scio_transcripts.normalizer.posts.positions import positions_of
from scio_transcripts.normalizer.roles.roles import Voice, names_outlet_beside
from scio_transcripts.registry import outlets
from scio_transcripts.registry.cities import is_city
from scio_transcripts.registry.countries import code_of
from scio_transcripts.registry.han import ends_in_post, is_han_name, plain_name, simplified, split_label, split_post
from scio_transcripts.registry.names import (
    names_post,
    split_honorific,
    split_titled,
)
from scio_transcripts.registry.script import has_han, is_han

_CHAIR_WORD = re.compile(r"Chair(?:man|woman|person)?|Host|Moderator|Spokes(?:man|woman|person)", re.I)
"""What says a role in the event rather than how a person is addressed."""
_BETWEEN_POSTS = re.compile(r"[、，,]")
_BESIDE = re.compile(r"[(（](?P<words>[^()（）]{2,80})[)）]$")
_ASIDE = frozenset("via through by in online on over".split())
"""How words begin that say how somebody asks."""
_ARTICLES = re.compile(r"\b(?:the|an?) ", re.I)
_BRACKETS = re.compile(r"\([^()]{1,40}\)")


def meet(turn: RawTurn, voice: Voice, people: People, told: set[str], log: Log) -> None:
    """Give the turn its person: one who is known already, or a new one named by the label.

    `told`: labels that could mean several, of which the log knows.
    """
    if turn.label is None or ("anonymous" in turn.clues and not names_outlet_beside(turn.label)):
        return
    if voice.person is None:
        voice.person, honorific = people.of_label(turn.label)
        if voice.person is None and not _could_be_several(turn, people, told, log):
            voice.person = _named_by(turn, voice, honorific, people)
    if voice.person is not None:
        _share_role(voice.person, voice)
        _take_honorific(voice.person, turn, people)
        _take_alias(voice.person, turn.label)


def _take_honorific(person: Person, turn: RawTurn, people: People) -> None:
    """Let a label give the honorific of somebody who has none."""
    if person.honorific is not None or person.outlet or turn.label is None:
        return
    _, honorific = people.of_label(turn.label)
    if honorific and not _CHAIR_WORD.fullmatch(honorific):
        person.honorific = honorific
        if turn.label_span:
            person.evidence.append(("honorific", turn.label_span, "label"))


def _take_alias(person: Person, label: str) -> None:
    if label != person.name and label not in person.aliases and fold(label) != fold(person.name):
        person.aliases.setdefault(label)


def _share_role(person: Person, voice: Voice) -> None:
    """Let person and turn have one role where one of them has none: a label may be a post, and the page say whose."""
    if person.role == "unknown":
        person.role = voice.role
    elif voice.role == "unknown":
        voice.role, voice.basis = person.role, "roster"


def _could_be_several(turn: RawTurn, people: People, told: set[str], log: Log) -> bool:
    """Whether a label stays open. `Vice Minister Wang`, and two of the roster are called Wang: nobody is invented."""
    label = turn.label or ""
    if label in told:
        return True
    rivals = _rivals(label, people)
    if len(rivals) < 2:
        return False
    told.add(label)
    if turn.label_span:
        log.add("P502", *turn.label_span, reference=label, names=listed(rivals))
    return True


def _rivals(label: str, people: People) -> list[Person]:
    """Those whom a label with a family name alone, or a name that several have, could mean."""
    honorific, name = split_honorific(core(label).split(",")[0])
    if same := people.namesakes(name):
        return same
    bearers = [] if " " in name else people.by_family_name(name)
    return bearers if honorific else [person for person in bearers if person.copies]


def _named_by(turn: RawTurn, voice: Voice, honorific: str | None, people: People) -> Person | None:
    if voice.role != "reporter" and (holder := _holder(plain_name(core(turn.label or "")), people)) is not None:
        return holder
    person = _new(turn, voice.role, honorific)
    known = people.find(person.name) if person.name != turn.label else _same_part(turn, person.name, people)
    if known is not None and not contradicts(honorific, known.honorific):
        if known.description is None and person.description and turn.label_span:
            known.description = person.description
            known.evidence.append(("description", turn.label_span, "label"))
        return known
    if turn.label_span:
        person.evidence.append(("", turn.label_span, "label"))
    return people.add(person)


def _same_part(turn: RawTurn, name: str, people: People) -> Person | None:
    """`THE MODERATOR` where `Moderator` has spoken."""
    bare = _ARTICLES.sub("", name)
    return people.find(bare) if bare != name and "role-word" in turn.clues else None


def _new(turn: RawTurn, role: str, honorific: str | None) -> Person:
    """Somebody of whom only the label tells."""
    label = turn.label or ""
    words = plain_name(core(label))
    if role == "reporter":
        name, outlet = _reporter(label, anonymous="anonymous" in turn.clues)
        return Person(name=name, role="reporter", outlet=outlet)
    if is_han(words) or (has_han(words) and split_label(words)[0]):
        # A post may begin with the title of a paper: `《渡口报告》起草组组长 林大海`.
        post, name = split_label(words)
        # `顾云亮（渡口管理局局长）`
        beside = plain_name(label).removeprefix(words).strip("（）() \xa0\u3000")
        if "role-word" in turn.clues and (inside := split_post(beside)):
            # `主持人（渡口管理局局长顾云亮）`
            return Person(name=inside[1], role=role, description=inside[0])
        return Person(name=name, role=role, description=post or (beside if ends_in_post(beside) else None))
    return _named(words, honorific, role)


def _named(words: str, honorific: str | None, role: str) -> Person:
    """Somebody by the name in a label: `Lin Dahai, mayor`, `Moderator Lin Dahai`, `Minister of Dikes Lin Dahai`."""
    post, name = split_titled(words)
    if post and split_honorific(words) != (post, name):
        return Person(name=name, role=role, description=post)
    head, _, description = words.partition(",")
    name = split_honorific(head)[1] if honorific else head
    if role == "chair" and ":" in name:
        name = name.split(":")[-1].strip()
    return Person(name=name, honorific=honorific, role=role, description=description.strip() or None)


@lru_cache(maxsize=4096)
def _reporter(label: str, *, anonymous: bool) -> tuple[str, str | None]:
    """Who asks, and the outlet's id: a reporter by name where the label has one, else the outlet as printed."""
    label = _without_aside(label)
    if outlet := outlets.find(label):
        # Most labels are an outlet's name and no more: nothing needs to be taken apart.
        return label, outlet.id
    words, printed = core(label), _without_act(label)
    resolved = outlets.resolve(label)
    outlet = outlets.find(printed) or outlets.find(words) or outlets.find_within(words)
    outlet = outlet or resolved.outlet or outlets.resolve(simplified(label)).outlet
    name = resolved.reporter or printed
    if is_han(words) and split_post(words):
        # `新华社记者李明` is 李明 of 新华社.
        name = split_label(words)[1]
    elif beside := _BESIDE.search(label):
        name = beside["words"] if anonymous else _without_outlet(name, label[: beside.start()])
    return name, outlet.id if outlet else None


def _without_act(label: str) -> str:
    """`新华社记者问` is 新华社记者: what somebody does is no part of the name."""
    return core(label) if read_label(label).act else unnumbered(label)


def _without_outlet(name: str, before: str) -> str:
    """The name without brackets behind it: `Lin (Reuters)` is Lin. Those behind an outlet stay."""
    before = unnumbered(before.strip())
    return name if outlets.find(before) else before


outlets.on_change(_reporter.cache_clear)


def _without_aside(label: str) -> str:
    """An outlet's label without what only says how it asks: `Reuters (via video link)`; not `Reuters (Tokyo)`."""
    found = _BESIDE.search(label)
    if found is None or not outlets.find(before := label[: found.start()].strip()):
        return label
    words = found["words"]
    parts = words.split()
    pieces = [words, *parts, *(" ".join(pair) for pair in pairwise(parts))]
    says_who = outlets.find(words) or is_han_name(words) or any(code_of(piece) or is_city(piece) for piece in pieces)
    is_aside = has_han(words) or words[0].islower() or parts[0].lower() in _ASIDE
    return before if is_aside and not says_who else label


def _holder(post: str, people: People) -> Person | None:
    """The one person whom the page gives this post, for a label that is the post alone: `渡口司司长`, `Premier`."""
    holders = _holders_han(post, people) if is_han(post) else _holders(post, people)
    return holders[0] if len(holders) == 1 else None


def _holders(post: str, people: People) -> Sequence[Person]:
    """Those of whom a post is said in full, or else those whose post begins with it."""
    words = _plain(post)
    if not names_post(post) or split_titled(post)[0]:
        return ()
    posts = {p: _posts(p.description) for p in people.all if p.description and p.role != "reporter"}
    same = [p for p, held in posts.items() if words in held]
    return same or [p for p, held in posts.items() if any(one.startswith(f"{words} ") for one in held)]


def _posts(description: str) -> Sequence[str]:
    """A description, and each of its posts, as they are compared."""
    of = (f"{post['title']} of {post['organization']}" for post in positions_of(description) if post["organization"])
    titles = (post["title"] or "" for post in positions_of(description))
    return [_plain(words) for words in (description, *of, *titles)]


def _plain(post: str) -> str:
    return " ".join(_ARTICLES.sub("", _BRACKETS.sub("", post.replace("-", " ").replace(".", ""))).lower().split())


def _named_before(post: str, people: People) -> Sequence[Person]:
    """`顾云局长`: two characters before a post may be any word, unless the page names somebody so."""
    named = [p for p in people.all if post.startswith(p.name) and ends_in_post(post[len(p.name) :])]
    return [p for p in named if p.role != "reporter" and not p.outlet]


def _holders_han(post: str, people: People) -> Sequence[Person]:
    if named := _named_before(post, people):
        return named
    if not ends_in_post(post) or split_post(post):
        return ()
    words = simplified(post)
    posts = {p: _BETWEEN_POSTS.split(simplified(p.description)) for p in people.all if p.description}
    same = [p for p, held in posts.items() if words in held]
    return same or [p for p, held in posts.items() if any(post.endswith(words) for post in held)]
