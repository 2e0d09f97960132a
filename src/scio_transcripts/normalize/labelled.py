"""Whom a label names: somebody who is known, somebody new, or nobody who could be told.

In: a turn, its voice and the people who are known. Out: the voice's person. Promises: a label that could mean several
stays open and is told once; what a label says beside the name is kept as a post, an outlet or another name.
"""

from __future__ import annotations

from functools import lru_cache

from scio_transcripts.diagnostics import Log
from scio_transcripts.language.label import core, fold, unnumbered
from scio_transcripts.lazy import re
from scio_transcripts.normalize.bearers import listed
from scio_transcripts.normalize.people import People, Person
from scio_transcripts.normalize.roles import Voice
from scio_transcripts.parser.raw import RawTurn
from scio_transcripts.registry import outlets
from scio_transcripts.registry.han import ends_in_post, simplified, split_label, split_post
from scio_transcripts.registry.names import is_name_shaped, is_office, is_person, names_post, split_honorific
from scio_transcripts.registry.script import is_han

_CHAIR_WORD = re.compile(r"Chair(?:man|woman|person)?|Host|Moderator|Spokes(?:man|woman|person)", re.I)
"""What says a role in the event rather than how a person is addressed."""
_BETWEEN_POSTS = re.compile(r"[、，,]")
_BESIDE = re.compile(r"[(（](?P<words>[^()（）]{2,80})[)）]$")
_NAME_CLUES = frozenset({"person", "titled", "described", "name-shaped", "roster", "known-label", "role-word"})


def meet(turn: RawTurn, voice: Voice, people: People, told: set[str], log: Log) -> None:
    """Give the turn its person: one who is known already, or a new one named by the label.

    `told`: labels that could mean several, of which the log knows.
    """
    if turn.label is None or ("anonymous" in turn.clues and not _names_an_outlet(turn.label)):
        return
    if voice.person is None:
        voice.person, honorific = people.of_label(turn.label)
        if voice.person is None and _could_be_several(turn, people, told, log):
            return
        if voice.person is None:
            voice.person = _named_by(turn, voice, honorific, people)
    person = voice.person
    if person is None:
        return
    if person.role == "unknown":
        person.role = voice.role
    if person.honorific is None and not person.outlet:
        _, honorific = people.of_label(turn.label)
        if honorific and not _CHAIR_WORD.fullmatch(honorific):
            person.honorific = honorific
            if turn.label_span:
                person.evidence.append(("honorific", turn.label_span, "label"))
    if turn.label != person.name and turn.label not in person.aliases and fold(turn.label) != fold(person.name):
        person.aliases.setdefault(turn.label)


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


def _names_an_outlet(label: str) -> bool:
    """Whether an anonymous label says whom the asker is with: `Reporter (Reuters)`."""
    return label.endswith((")", "）")) and outlets.resolve(label).outlet is not None


def _rivals(label: str, people: People) -> list[Person]:
    """Those whom a label with a family name alone, or a name that several have, could mean."""
    honorific, name = split_honorific(core(label).split(",")[0])
    if same := people.namesakes(name):
        return same
    bearers = [] if " " in name else people.by_family_name(name)
    return bearers if honorific else [person for person in bearers if person.copies]


def _named_by(turn: RawTurn, voice: Voice, honorific: str | None, people: People) -> Person | None:
    words = core(turn.label or "")
    if voice.role == "reporter":
        name, outlet = _reporter(turn.label or "", anonymous="anonymous" in turn.clues)
        person = Person(name=name, role="reporter", outlet=outlet)
        if person.name != turn.label and (known := people.find(person.name)) is not None:
            return known
    elif (holder := _holder(words, people)) is not None:
        return holder
    elif is_han(words):
        post, name = split_label(words)
        # `顾云亮（渡口管理局局长）`
        beside = (turn.label or "").removeprefix(words).strip("（）() \xa0\u3000")
        person = Person(name=name, role=voice.role, description=post or (beside if ends_in_post(beside) else None))
    elif _NAME_CLUES.intersection(turn.clues) or is_name_shaped(words):
        person = _named(words, honorific, voice.role)
    else:
        person = Person(name=words, role=voice.role)
    if turn.label_span:
        person.evidence.append(("", turn.label_span, "label"))
    return people.add(person)


def _named(words: str, honorific: str | None, role: str) -> Person:
    """Somebody by the name in a label: `Lin Dahai, mayor`, `Moderator Lin Dahai`, `Minister of Dikes Lin Dahai`."""
    head, _, description = words.partition(",")
    name = split_honorific(head)[1] if honorific else head
    if role == "chair" and ":" in name:
        name = name.split(":")[-1].strip()
    parts = name.split()
    for count in (3, 2):
        before, last = " ".join(parts[:-count]), " ".join(parts[-count:])
        if before and not description and is_person(last) and (_CHAIR_WORD.fullmatch(before) or names_post(before)):
            return Person(name=last, honorific=None, role=role, description=before)
    return Person(name=name, honorific=honorific, role=role, description=description.strip() or None)


@lru_cache(maxsize=4096)
def _reporter(label: str, *, anonymous: bool) -> tuple[str, str | None]:
    """Who asks, and the outlet's id: a reporter by name where the label has one, else the outlet as printed."""
    if outlet := outlets.find(label):
        # Most labels are an outlet's name and no more: nothing needs to be taken apart.
        return label, outlet.id
    words, printed = core(label), unnumbered(label)
    resolved = outlets.resolve(label)
    outlet = outlets.find(printed) or outlets.find(words) or outlets.find_within(words)
    outlet = outlet or resolved.outlet or outlets.resolve(simplified(label)).outlet
    name = resolved.reporter or printed
    if is_han(words) and split_post(words):
        # `新华社记者李明` is 李明 of 新华社.
        name = split_label(words)[1]
    elif anonymous and (beside := _BESIDE.search(label)):
        # `Q (Reuters)` is Reuters.
        name = beside["words"]
    return name, outlet.id if outlet else None


outlets.on_change(_reporter.cache_clear)


def _holder(post: str, people: People) -> Person | None:
    """The one person whom the page gives this post, for a label that is the post alone: `渡口司司长`, `Premier`."""
    if is_office(post):
        held = [p for p in people.all if (p.description or "").lower().startswith(post.lower())]
        return held[0] if len(held) == 1 else None
    if not ends_in_post(post) or split_post(post):
        return None
    words = simplified(post)
    posts = {p: _BETWEEN_POSTS.split(simplified(p.description)) for p in people.all if p.description}
    same = [p for p, held in posts.items() if words in held]
    holders = same or [p for p, held in posts.items() if any(post.endswith(words) for post in held)]
    return holders[0] if len(holders) == 1 else None
