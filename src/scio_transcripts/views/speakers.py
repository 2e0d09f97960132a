"""Who is meant by a name: `Mr. Qiao`, `the vice minister of waterways`, `新华社`, a label, an id.

In: a transcript and a name as somebody writes it. Out: the people of the page, or the label, that is meant. Promises:
never somebody else for a name that nobody bears, and never one of two whom it could mean: both are `SelectionError`s
with what there is. An outlet's name means all of its reporters.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from scio_transcripts.errors import ArgumentError
from scio_transcripts.lazy import re
from scio_transcripts.registry import outlets
from scio_transcripts.registry.han import HONORIFICS, RANKS, family_of, han_posts, simplified
from scio_transcripts.registry.names import honorifics, split_honorific
from scio_transcripts.registry.script import has_han

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from scio_transcripts.model import Participant, Transcript, Turn

_LONGEST_NAME = 80
_MOST_NEAR = 3
_SHORTEST_PART = 3
_ALIKE = 0.7
"""Of names: `Lin Dahai` and `Lin Dahia` are 0.89 alike, `Lin Dahai` and `Gu Weiping` 0.3."""
_WORD = re.compile(r"[^\W_]+")
_WOMEN = frozenset("ms mrs miss madam madame mme 女士 小姐 夫人".split())
_MEN = frozenset("mr sir 先生".split())


class SelectionError(ArgumentError):
    """Turns or a speaker were asked for that the transcript does not have.

    `asked` is what was asked for, `reason` what is wrong, `known` what there is, `near` what of it looks alike, `more`
    what else is known of the question.
    """

    def __init__(
        self, asked: str, reason: str, known: tuple[str, ...] = (), near: tuple[str, ...] = (), more: str = ""
    ) -> None:
        super().__init__(asked, reason, known, near, more)
        self.asked = asked
        self.reason = reason
        self.known = known
        self.near = near
        self.more = more

    def __str__(self) -> str:
        said = self.reason + (f"; did you mean {' or '.join(self.near)}?" if self.near else ";")
        said = f"{said} known: {', '.join(self.known)}" if self.known else said.removesuffix(";")
        return f"{said}; {self.more}" if self.more else said


class AmbiguousSpeakerError(SelectionError):
    """A name could mean several people, whose ids are `known`."""


@dataclass(frozen=True, slots=True)
class Called:
    """Who is meant."""

    people: frozenset[str]
    """Ids of participants."""
    label: str | None
    """Folded: where nobody is known by it, such as `Q`."""

    def says(self, turn: Turn) -> bool:
        """Whether a turn is theirs."""
        return turn.speaker in self.people if self.people else folded_name(turn.label or "") == self.label


def called(transcript: Transcript, name: str) -> Called:
    """The speaker that a name means. Raises `SelectionError` where it means nobody, or could mean several.

    >>> from scio_transcripts import parse
    >>> page = parse("Reuters:\\n\\nWhy? Thank you.\\n\\nMr. Lin Dahai:\\n\\nThank you. Ninety.")
    >>> sorted(called(page, "Mr. Lin").people), sorted(called(page, "路透社").people)
    (['lin-dahai'], ['reuters'])
    """
    asked = folded_name(name)
    people = transcript.participants
    if name in {person.id for person in people}:
        return Called(frozenset({name}), None)
    if theirs := _of_outlet(people, name):
        return Called(theirs, None)
    for means in _WAYS if asked else ():
        if found := [person for person in people if means(person, asked)]:
            return Called(_one(found, name), None)
        if means is _is_named and _is_label(transcript, asked):
            return Called(frozenset(), asked)
    raise _unknown(transcript, name, asked)


def _is_label(transcript: Transcript, asked: str) -> bool:
    return any(folded_name(turn.label or "") == asked for turn in transcript.turns)


def is_called(person: Participant, name: str) -> bool:
    """Whether somebody, taken alone, can be meant by a name."""
    asked = folded_name(name)
    return bool(asked) and (bool(_of_outlet((person,), name)) or any(means(person, asked) for means in _WAYS))


def _unknown(transcript: Transcript, name: str, asked: str) -> SelectionError:
    """Nobody is called so: with all who are there, and those whose names look alike."""
    people = transcript.participants
    labels = {t.label: None for t in transcript.turns if t.speaker is None and t.label}
    known = (*(p.name for p in people), *labels)
    names = {form: p.name for p in reversed(people) for form in (p.id, *sorted(_names(p)))}
    names |= {folded_name(label): label for label in labels}
    families = {folded_name(p.family_name): p.name for p in people if p.family_name}
    alike = near(asked, names) or near(folded_name(split_honorific(name)[1]), names | families)
    return SelectionError(name, f"nobody here is called {name!r}", known, alike)


def near(asked: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """What looks like `asked`, nearest first, at most three. `names`: what each form stands for. Only a suggestion.

    >>> near("lin dahia", {"lin dahai": "Lin Dahai", "gu weiping": "Gu Weiping"})
    ('Lin Dahai',)
    """
    forms = [form for form in names if len(form) <= _LONGEST_NAME]
    found = get_close_matches(asked[:_LONGEST_NAME], forms, n=_MOST_NEAR, cutoff=_ALIKE)
    within = [form for form in forms if len(asked) >= _SHORTEST_PART and asked in form]
    return tuple(dict.fromkeys(names[form] for form in (*found, *within)))[:_MOST_NEAR]


def folded_name(name: str) -> str:
    """A name as it is compared: without case, in simplified characters, with single blanks."""
    return simplified(" ".join(name.split())).casefold()


def _one(found: list[Participant], name: str) -> frozenset[str]:
    """The one person of these. Raises `AmbiguousSpeakerError` where there are more."""
    if len(found) == 1:
        return frozenset({found[0].id})
    several = tuple(person.id for person in found)
    who = ", ".join(dict.fromkeys(person.name for person in found))
    raise AmbiguousSpeakerError(name, f"{name!r} could be several people ({who}); give an id", several)


def _of_outlet(people: Iterable[Participant], name: str) -> frozenset[str]:
    """The reporters of the outlet that has this name in any language."""
    words = " ".join(name.split())
    outlet = outlets.find(words) or outlets.find(simplified(words))
    return frozenset(person.id for person in people if outlet and person.outlet == outlet.id)


def _names(person: Participant) -> set[str]:
    titled = f"{person.honorific or ''} {person.name}"
    return {folded_name(name) for name in (person.name, titled, *person.aliases)}


def _is_named(person: Participant, asked: str) -> bool:
    return asked in _names(person)


def _is_id(person: Participant, asked: str) -> bool:
    return asked == folded_name(person.id)


def _is_full(person: Participant, asked: str) -> bool:
    """`Vice Minister Qiao Yuanshan`, `乔远山副部长`, `Yuanshan Qiao`: the whole name, and words that may be a title."""
    name = folded_name(person.name)
    if has_han(name):
        rest = asked.replace(" ", "")
        return rest.startswith(name) or rest.endswith(name)
    words, own = asked.split(), name.split()
    turned = [*own[1:], own[0]] if person.family_name else own
    return len(own) > 1 and words[-len(own) :] in (own, turned) and not _other_courtesy(person, asked)


def _is_titled(person: Participant, asked: str) -> bool:
    """`Mr. Qiao`, `Minister Qiao`, `乔部长`, `Qiao`: the family name, with a title that the person may have."""
    name = folded_name(person.name)
    if has_han(name):
        family = folded_name(family_of(person.name) or "")
        rest = asked.replace(" ", "")
        return bool(family) and rest.startswith(family) and _has_title(person, rest.removeprefix(family))
    family = folded_name(person.family_name or name.split()[-1])
    words = asked.split()
    if person.outlet and name == folded_name(outlets.name_of(person.outlet)):
        return False
    return words[-1:] == [family] and _has_title(person, " ".join(words[:-1]))


def _holds_post(person: Participant, asked: str) -> bool:
    """`the vice minister of waterways`: words of the post, in their order."""
    words = f" {' '.join(_WORD.findall(asked.removeprefix('the ')))} "
    if has_han(asked):
        return len(asked) >= _SHORTEST_PART - 1 and any(asked in post for post in _posts(person))
    return len(words) > _SHORTEST_PART and any(words in f" {' '.join(_WORD.findall(post))} " for post in _posts(person))


def _posts(person: Participant) -> tuple[str, ...]:
    parts = (f"{p.title or ''} of {p.organization or ''}" for p in person.positions)
    return tuple(folded_name(post) for post in (person.description or "", person.honorific or "", *parts))


def _has_title(person: Participant, words: str) -> bool:
    """Whether somebody may be addressed so: not at all, with courtesy, or by words of the post."""
    if not words:
        return True
    if words in HONORIFICS or honorifics().get(words.replace(".", "")) == "courtesy":
        return not _other_courtesy(person, words)
    if has_han(words):
        return words in RANKS or (words.endswith(han_posts()) and any(words in post for post in _posts(person)))
    own = {word for post in _posts(person) for word in _WORD.findall(post)}
    return set(_WORD.findall(words)) <= own


def _other_courtesy(person: Participant, words: str) -> bool:
    """Whether `Ms.` is asked for somebody whom the page calls `Mr.`"""
    theirs = set((person.honorific or "").casefold().replace(".", "").split())
    asked = set(words.replace(".", "").split())
    return bool((theirs & _MEN and asked & _WOMEN) or (theirs & _WOMEN and asked & _MEN))


_WAYS: tuple[Callable[[Participant, str], bool], ...] = (_is_named, _is_id, _is_full, _is_titled, _holds_post)
"""How a name means somebody, the surest first: each is asked of all people before the next."""
