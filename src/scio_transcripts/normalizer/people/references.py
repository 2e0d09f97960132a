"""References in speech: `Mr. Gu`, `Ms. Su Qinghe`, `Minister Gu`, `Gu Yunliang`.

In: the speeches and the people of the page. Out: which person each reference means, where one person fits.
Promises: no reference to two people of one family name is ever resolved by a guess.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from scio_transcripts.diagnostics import Log
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalizer.people.bearers import Bearers, listed, with_stop
from scio_transcripts.normalizer.people.person import People, Person, contradicts
from scio_transcripts.normalizer.people.references_zh import by_han_name
from scio_transcripts.registry.han import HONORIFICS, simplified
from scio_transcripts.registry.names import honorifics
from scio_transcripts.registry.script import is_chinese
from scio_transcripts.spans import Span

_NAMED = r"\b\.?[ \xa0]{0,2}(?P<name>[A-Z][\w'’\-]{1,20}(?:[ \xa0][A-Z][\w'’\-]{1,20}){0,3})"
# A pattern that begins with one literal letter skips through the text; with alternatives before it, it would not.
_FREQUENT = re.compile(rf"M(?:rs?|s|iss|adam){_NAMED}")
_RARE = (("Dr", re.compile(rf"Dr{_NAMED}")), ("Prof", re.compile(rf"Prof(?:essor)?{_NAMED}")))
_POST_BEFORE = re.compile(
    r"(?<![\w'’-])(?P<post>(?:(?:Vice|Deputy|Assistant|Executive)[- ])?"
    r"(?:Minister|Premier|President|Governor|Mayor|Director(?:[- ]General)?|Administrator|Commissioner|Secretary"
    r"|Chair(?:man|woman|person)|Spokes(?:man|woman|person)|Academician|Professor|Ambassador|Commander|Chief"
    r"|(?:Senior )?Colonel|(?:Major |Lieutenant )?General|(?:Senior )?Captain|(?:Rear |Vice )?Admiral))[ \xa0]$"
)
_LONGEST_POST = 40
_GIVEN_NAME = re.compile(r"[ \xa0][A-Z][\w'’-]{1,20}")
"""Behind a family name it makes another name: `Minister Wang Lei` is nobody of a roster with one Wang Yichuan."""
_PLACE = itemgetter(0, 1)
_START = itemgetter("start")
_MOST_COMPARED = 6
_MOST_FAMILIES = 100
"""More than any event has; each is a search of the text."""
_POSSESSIVES = ("'s", "’s", "'", "’")


class Reference(NamedTuple):
    """One mention of somebody by honorific and name, by post and name, or by full name."""

    start: int
    end: int
    turn: int
    """Index of the turn in which it is said."""
    honorific: str
    """Honorific or post as printed; empty for a full name."""
    person: Person | None

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)


_Found = tuple[int, int, str, Person | None]
"""A reference before it is known in which turn it stands: its place, the honorific, the person."""


def references_in(text: str, turns: Sequence[RawTurn], people: People, log: Log) -> list[Reference]:
    """Every reference in the speeches, in order, resolved where exactly one person fits."""
    if not turns:
        return []
    begin, end = turns[0].start, turns[-1].end
    found = _by_title(text, begin, end, people, log)
    taken = {reference[1] for reference in found}
    found += _by_name(text, begin, end, people, taken, {turn.start for turn in turns})
    if is_chinese(turns[0].speech):
        found += by_han_name(text, begin, end, people)
    found.sort(key=_PLACE)
    return _in_speech(found, turns)


def _in_speech(found: Iterable[_Found], turns: Sequence[RawTurn]) -> list[Reference]:
    """The references that stand in a paragraph, and not in a label or between two turns.

    Of two that share words, as where one name is the end of another, the longer one is meant.
    """
    begins = [turn.start for turn in turns]
    kept: list[Reference] = []
    for start, end, honorific, person in found:
        turn = bisect_right(begins, start) - 1
        paragraphs = turns[turn].paragraphs
        index = bisect_right(paragraphs, start, key=_START) - 1
        if index >= 0 and end <= paragraphs[index]["end"]:
            if kept and start < kept[-1].end:
                if end - start <= kept[-1].end - kept[-1].start:
                    continue
                kept.pop()
            kept.append(Reference(start, end, turn, honorific, person))
    return kept


def _by_title(text: str, begin: int, end: int, people: People, log: Log) -> list[_Found]:
    """`Mr. Gu`, `Ms. Su Qinghe`: an honorific says that somebody is meant, whether or not the page knows who."""
    found = []
    told: set[str] = set()
    resolved: dict[str, _Resolved] = {}
    bearers = Bearers(people)
    for match in _mentions(text, begin, end):
        start = match.start()
        if start and text[start - 1].isalnum():
            continue
        printed = match[0]
        meant = resolved.get(printed)
        if meant is None:
            meant = resolved[printed] = _resolve(printed[: -len(match["name"])], match["name"], people, bearers)
        honorific, name, length, person, rivals = meant
        found.append((start, start + length, honorific, person))
        if person is None and (key := f"{honorific} {name}") not in told:
            told.add(key)
            span = Span(start, start + length)
            if rivals:
                log.add("P502", *span, reference=key, names=listed(rivals))
            else:
                log.add("P501", *span, reference=key)
    return found


def _by_name(
    text: str, begin: int, end: int, people: People, taken: Container[int], labels: Container[int]
) -> list[_Found]:
    """`Gu Yunliang`, `Minister Gu`: a known name in full, or a family name behind a post.

    References end at `taken` already; at `labels` stand labels.
    """
    found = []
    for family, same in people.families()[:_MOST_FAMILIES]:
        names = {person.name: person for person in same if not people.namesakes(person.name)}
        lengths = sorted({len(name) for name in names}, reverse=True)
        for position in _places(text, family, begin, end):
            after = position + len(family)
            if position in labels or not _is_word(text, position, after):
                continue
            # A full name has a blank behind its first word; nothing else outlives a reference that ends there.
            reference = _full_name(text, position, names, lengths) if text[after : after + 1].isspace() else None
            if reference is None and after not in taken:
                reference = _behind_post(text, position, after, same)
            if reference is not None and reference[1] not in taken:
                found.append(reference)
    return found


def _places(text: str, name: str, begin: int, end: int) -> Iterator[int]:
    """Where a name stands. A search for one letter runs through the text several times as fast as one for a name."""
    letter, length = name[0], len(name)
    position = text.find(letter, begin, end)
    while position >= 0:
        if text[position : position + length] == name and position + length <= end:
            yield position
        position = text.find(letter, position + 1, end)


def _full_name(text: str, start: int, names: Mapping[str, Person], lengths: Sequence[int]) -> _Found | None:
    """The reference by full name at a place: the longest name that stands there."""
    for length in lengths:
        person = names.get(text[start : start + length])
        if person is not None and _is_word(text, start, start + length):
            return start, start + length, "", person
    return None


def _behind_post(text: str, start: int, end: int, same: Sequence[Person]) -> _Found | None:
    """The reference by post and family name, which stands at a place."""
    if len(same) != 1 or text[start - 1 : start] not in (" ", "\xa0"):
        return None
    before = _POST_BEFORE.search(text, max(0, start - _LONGEST_POST), start)
    if before is None or _GIVEN_NAME.match(text, end):
        return None
    return before.start("post"), end, before["post"], same[0]


def _is_word(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum()) and not text[end : end + 1].isalnum()


def _mentions(text: str, begin: int, end: int) -> list[re.Match[str]]:
    """Every honorific with a name behind it, in order; also those that are the end of a longer word."""
    found = [*_FREQUENT.finditer(text, begin, end)]
    frequent = len(found)
    for title, pattern in _RARE:
        letter = title[0]
        position = text.find(letter, begin, end)
        while position >= 0:
            if text.startswith(title, position) and (match := pattern.match(text, position, end)):
                found.append(match)
                position = match.end() - 1
            position = text.find(letter, position + 1, end)
    if len(found) > frequent:
        found.sort(key=re.Match.start)
    return found


class _Resolved(NamedTuple):
    """What one form of reference means, wherever it stands."""

    honorific: str
    name: str
    length: int
    """Characters up to the name's end."""
    person: Person | None
    rivals: Sequence[Person]


def _resolve(before: str, printed: str, people: People, bearers: Bearers) -> _Resolved:
    honorific = before.strip()
    person, name, rivals = _named(honorific, printed.replace("\xa0", " "), people, bearers)
    return _Resolved(honorific, name, len(before) + len(name), person, rivals)


def _named(
    honorific: str, printed: str, people: People, bearers: Bearers
) -> tuple[Person | None, str, Sequence[Person]]:
    """The one person that a name means, the part of the words that is the name, and who else it could be."""
    words = printed.split(" ")
    for count in range(len(words), 1, -1):
        name = _owner(" ".join(words[:count]))
        if person := people.find(name):
            return (None if contradicts(honorific, person.honorific) else person), name, []
        if namesakes := people.namesakes(name):
            fits = bearers.of_name(honorific, name)
            return (fits[0] if len(fits) == 1 else None), name, namesakes
    family = _owner(words[0])
    # `Mr. Wang Lei` is not the roster's Wang Yichuan: a given name that fits nobody names somebody else.
    if len(words) > 1 and len(family) > 1 and _has_given_name(words, people.by_family_name(family)):
        return None, _owner(" ".join(words[:2])), []
    return _of_family(honorific, family, people, bearers)


def _of_family(
    honorific: str, family: str, people: People, bearers: Bearers
) -> tuple[Person | None, str, Sequence[Person]]:
    """The one person of a family whom an honorific fits, and who else it could be."""
    same: Sequence[Person] = people.by_family_name(family)
    if len(same) > 1:
        same = bearers.of_family(honorific, family)
    if len(same) == 1 and not contradicts(honorific, same[0].honorific):
        return same[0], family, []
    return None, family, same if len(same) > 1 else []


def _owner(name: str) -> str:
    """A name without the ending of a possessive."""
    if name.endswith(_POSSESSIVES):
        return name[: -2 if name.endswith("s") else -1]
    return name


def _has_given_name(words: list[str], same: Sequence[Person]) -> bool:
    """Whether the word after the family name is a given name rather than the next sentence's first word."""
    given = _owner(words[1]).lower()
    if not same or not given.isalpha() or given in _NOT_GIVEN:
        return False
    return all(given not in p.name.lower().split() for p in same[:_MOST_COMPARED])


_NOT_GIVEN = frozenset("thank thanks please will has is as and the we i you next now first over let mr ms".split())


def adopt_honorifics(references: list[Reference], log: Log) -> None:
    """Give each person without one the honorific that the page uses for that person most."""
    used: dict[Person, dict[str, list[Reference]]] = {}
    for reference in references:
        person = reference.person
        if person is not None and person.honorific is None and not person.outlet and _addresses(reference.honorific):
            used.setdefault(person, {}).setdefault(with_stop(reference.honorific), []).append(reference)
    for person, forms in used.items():
        ranked = sorted(forms.items(), key=lambda item: (-len(item[1]), item[1][0].span))
        form, mentions = ranked[0]
        if len(ranked) > 1 and len(mentions) == len(ranked[1][1]):
            other, rivals = ranked[1]
            log.add("P503", *rivals[0].span, name=person.name, first=form, second=other)
            continue
        person.honorific = mentions[0].honorific
        person.evidence.append(("honorific", mentions[0].span, "reference"))


def _addresses(honorific: str) -> bool:
    """Whether the words are a way to address somebody rather than a post."""
    if simplified(honorific) in HONORIFICS:
        return True
    return honorifics().get(honorific.replace(".", "").lower()) in ("courtesy", "rank")
