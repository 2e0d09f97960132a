"""Who speakers say they are: `I'm Lin Dahai`, 我是渡口局局长林大海; and where that is not who the label says.

In: a turn and its voice. Out: the paragraph in which somebody else seems to speak. Promises: looks at the beginnings of
paragraphs, outside quotation marks; a shared word of the name is enough to be the same. Decides nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from scio_transcripts.language.label import core, fold, said_by_page
from scio_transcripts.language.speech import OPENING
from scio_transcripts.language.speech_acts import thanks
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawParagraph, RawTurn
from scio_transcripts.normalizer.people.introductions import self_introduction
from scio_transcripts.normalizer.people.person import Person
from scio_transcripts.normalizer.roles.own_words import unquoted
from scio_transcripts.normalizer.roles.roles import Voice
from scio_transcripts.registry.han import is_han_name, split_post
from scio_transcripts.registry.names import is_person
from scio_transcripts.registry.script import is_han

_I_AM_HAN = re.compile(r"(?P<how>我(?:是|叫|名叫))(?P<who>[^我，,。！!；;：:？?\n]{2,40})")
_TELLS_NAME = ("I am ", "I'm ", "I’m ", "y name")
"""One of these is in all words by which somebody says in English who he is."""
_ADDRESSED = 60
"""Characters of a paragraph in which its speaker thanks whoever spoke before."""


def own_name(words: str) -> str:
    """The name that somebody gives at the beginning of some words, or nothing.

    >>> own_name("Good morning. I'm Lin Dahai, mayor."), own_name("我是渡口局局长林大海。"), own_name("I am glad.")
    ('Lin Dahai', '林大海', '')
    """
    opening = unquoted(words[:OPENING])
    if any(map(opening.__contains__, _TELLS_NAME)) and (me := self_introduction(opening)):
        return me.name
    found = _I_AM_HAN.search(opening) if "我" in opening else None
    if found is None:
        return ""
    if named := split_post(found["who"]):
        return named[1]
    # `我是车主`: a word of every day may have a name's form.
    return found["who"] if found["how"] != "我是" and is_han_name(found["who"]) else ""


def somebody_else(turn: RawTurn, voice: Voice, called: Mapping[str, int]) -> RawParagraph | None:
    """The first paragraph in which another than the turn's speaker seems to speak: he says who he is, or thanks him.

    `called`: how many speakers are called by a name. Whoever has the family name of another may thank that one.
    """
    person = voice.person
    if person is None or person.outlet or voice.role == "reporter":
        return None
    names: list[str] = []
    for rank, paragraph in enumerate(turn.paragraphs):
        if me := own_name(paragraph["text"]):
            names = names or _names_of(person) or [me]
            if not _is_one_of(me, names):
                return paragraph
        if rank and _thanks(paragraph["text"], person, called):
            return paragraph
    return None


def _is_named(person: Person) -> bool:
    """Whether a person has a name, and is no part or post: of those, the first name that is given counts."""
    return is_person(person.name) or is_han_name(person.name)


def _names_of(person: Person) -> list[str]:
    return [person.name, *map(core, person.aliases)] if _is_named(person) else []


def _is_one_of(me: str, names: Iterable[str]) -> bool:
    return any(_may_be_same(me, name) for name in names)


def _may_be_same(one: str, other: str) -> bool:
    if is_han(one) != is_han(other):
        return True  # who writes a name in the other script may mean the same
    one, other = fold(one), fold(other)
    if is_han(one):
        return one in other or other in one
    return not set(one.replace("-", " ").split()).isdisjoint(other.replace("-", " ").replace(",", " ").split())


def calls_of(people: Iterable[Person]) -> Counter[str]:
    """How many people are called by each name."""
    return Counter(call for person in people for call in _calls(person))


def _calls(person: Person) -> set[str]:
    """What stands behind a title of courtesy where somebody is called."""
    if person.outlet or not _is_named(person):
        return set()
    return {person.name, *person.family_names, *filter(None, (person.family_name,))}


def _thanks(words: str, person: Person, called: Mapping[str, int]) -> bool:
    """`Thank you, Director Lin.` in a speech of Lin's: somebody else goes on."""
    opening = words[:_ADDRESSED]
    if not thanks(opening):
        return False
    return bool(said_by_page(opening, [call for call in _calls(person) if called[call] == 1]))
