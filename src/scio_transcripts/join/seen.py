"""What joining asks of a page, and of several pages together.

In: what was read of a page alone. Out: `Seen`: sets of what it says, small enough to be kept for each page of a large
folder. Promises: a page and a group of pages are the same kind of thing, so that one table of claims serves both.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

from scio_transcripts.join.page import PageRead
from scio_transcripts.language.label import fold
from scio_transcripts.lazy import re
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalizer.people.person import Person
from scio_transcripts.registry.script import is_han
from scio_transcripts.sources.naming import Named, has_id, named

_LONG = 90
"""Bytes of a paragraph that two pages do not share by chance: chairs say much in set words."""
_FIRST_BARE = 0.5
"""The number of a name without one: sites count from one or, behind a bare name, from nothing."""
_SENTENCE_ENDS = re.compile(r"[.?!:;…。？！：；\"”’」』)）\]】]\s*$")
_WITHIN_SENTENCE = re.compile(r"[a-z,;，、；）)]")

_NO_LANGUAGE = frozenset({"mul", "und", ""})

Words = frozenset[str]
_NONE: Words = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one page, or several together, say of their event. Texts are folded; of most, one page has one or none."""

    names: Words = _NONE
    numbers: frozenset[tuple[str, float]] = frozenset()
    """Stems and numbers of the names."""
    opening: frozenset[tuple[str, float]] = frozenset()
    """Those of pages that open as an event does."""
    ending: frozenset[tuple[str, float]] = frozenset()
    """Those of pages that close as an event does."""
    stems: Words = _NONE
    """Stems that count as a name of the event."""
    titles: Words = _NONE
    days: Words = _NONE
    published: Words = _NONE
    publishers: Words = _NONE
    languages: Words = _NONE
    greeters: Words = _NONE
    """Who speaks first, where that is a greeting."""
    closings: Words = _NONE
    """Last words of an event, and names of translators."""
    roster: Words = _NONE
    """Whom the printed roster names."""
    officials: Words = _NONE
    speakers: Words = _NONE
    """Officials, and those of whom this page does not show what they are."""
    lone: Words = _NONE
    """Who greets on a page and is the only one to speak there: official or host, which the next page shows."""
    chairs: Words = _NONE
    totals: frozenset[int] = frozenset()
    """How many pages the pager counts."""
    shown: frozenset[tuple[int, int]] = frozenset()
    """The number that a page shows for itself, with a mark of its text."""
    files: Words = _NONE
    """The pages' own names and addresses, and where a site numbers its pages, their stems."""
    links: Words = _NONE
    """The same of the addresses in the pager, and of files with these names in the same folder."""
    edges: Words = _NONE
    """`opens` or `goes on`, `closes` or `stays open`, `cut` and `resumes` within a sentence."""
    texts: frozenset[int] = frozenset()
    """The text of a page that has a title and on which somebody speaks, as a number: short ones may be alike."""
    words: frozenset[int] = frozenset()
    """Long paragraphs, each as a number."""

    def __or__(self, other: Seen) -> Seen:
        """Both together."""
        return Seen(**{name: getattr(self, name) | getattr(other, name) for name in _FIELDS})


_FIELDS = tuple(field.name for field in fields(Seen))


def seen_of(page: PageRead) -> Seen:
    """What joining asks of one page."""
    facts = page.facts
    name = named(page.name)
    officials = _named_as("official", facts.people)
    has_name = bool(page.source.facts["uri"])
    number = (name.stem, _FIRST_BARE if name.number is None else float(name.number))
    numbers = frozenset({number} if has_name else ())
    return Seen(
        names=frozenset({page.name} if has_name else ()),
        numbers=numbers,
        opening=numbers if page.opens else frozenset(),
        ending=numbers if page.is_last else frozenset(),
        stems=frozenset({name.stem} if has_name else ()),
        titles=_one(page.title),
        days=_one(facts.event.date),
        published=_one(facts.publication.date),
        publishers=_one(facts.publication.publisher),
        languages=_one(facts.language.partition("-")[0]) - _NO_LANGUAGE,
        greeters=_one(_greeter(page)),
        closings=frozenset(_closings(page)),
        roster=_full_names(person.name for person in facts.written.roster.people),
        officials=officials,
        speakers=officials | _named_as("unknown", facts.people),
        lone=_lone(page),
        chairs=_named_as("chair", facts.people) - officials,
        totals=frozenset({facts.pages.total} if facts.pages.total else ()),
        shown=frozenset({(page.printed_number, _number(facts.text))} if page.printed_number is not None else ()),
        files=frozenset(_files(page)),
        links=frozenset(_links(page)),
        edges=frozenset(_edges(page)),
        texts=frozenset({_number(facts.text)} if facts.turns and page.title else ()),
        words=frozenset(_long_paragraphs(page)),
    )


def _one(words: str | None) -> Words:
    return frozenset({words.casefold()}) if words else _NONE


def _named_as(role: str, people: Iterable[Person]) -> Words:
    """The full names of those in a role."""
    return _full_names(person.name for person in people if person.role == role)


def _full_names(names: Iterable[str]) -> Words:
    return frozenset(fold(name) for name in names if _is_full(name))


def _lone(page: PageRead) -> Words:
    labels = {turn.label for turn in page.facts.turns}
    return _full_names(p.name for p in page.facts.people) if page.begins and len(labels) == 1 else _NONE


def _is_full(name: str) -> bool:
    """Whether a name is more than a family's: `Lin Dahai`, `林大海`."""
    return len(name) > 1 if is_han(name) else " " in name


def _greeter(page: PageRead) -> str | None:
    """The first label of a page that begins as an event does."""
    if not page.begins:
        return None
    label = page.facts.turns[0].label or ""
    voice = page.facts.voices[0]
    return fold(voice.person.name if voice.person else label)


def _closings(page: PageRead) -> Iterator[str]:
    if page.concludes:
        yield "spoken"
    if translators := page.facts.credits.names["translators"]:
        yield "translated by " + ", ".join(sorted(translators))


def _files(page: PageRead) -> Iterator[str]:
    if page.source.facts["uri"]:
        yield from _ways_to_say(named(page.name))
    if page.source.markup is not None and page.source.markup.address:
        yield from _ways_to_say(named(page.source.markup.address))


def _links(page: PageRead) -> Iterator[str]:
    """Where the pager leads. Relative links lead to files in the same folder."""
    folder = page.name.replace("\\", "/").rpartition("/")[0]
    for url in page.facts.urls:
        name = named(url)
        yield from _ways_to_say(name)
        if "/" not in name.stem and folder:
            yield from _ways_to_say(name._replace(stem=f"{folder}/{name.stem}"))


def _ways_to_say(name: Named) -> Iterator[str]:
    """A name with its number; without it, too, where it is a site's own, so that two pages show it by a third."""
    yield f"{name.stem} {name.number}"
    if has_id(name.stem):
        yield name.stem


def _edges(page: PageRead) -> Iterator[str]:
    """How the speech of a page begins and ends: as an event does, or in the middle of something."""
    if turns := page.facts.turns:
        yield from _beginnings(page, turns[0])
        yield from _endings(page, turns[-1])


def _beginnings(page: PageRead, first: RawTurn) -> Iterator[str]:
    yield "opens" if page.opens else "goes on"
    if first.label is None and _WITHIN_SENTENCE.match(first.speech):
        yield "resumes"


def _endings(page: PageRead, last: RawTurn) -> Iterator[str]:
    yield "closes" if page.is_last else "stays open"
    if last.paragraphs and not _SENTENCE_ENDS.search(last.paragraphs[-1]["text"]):
        yield "cut"


def _long_paragraphs(page: PageRead) -> Iterator[int]:
    for turn in page.facts.turns:
        for paragraph in turn.paragraphs:
            if len(paragraph["text"].encode("utf-8", "surrogatepass")) >= _LONG:
                yield _number(paragraph["text"])


def _number(words: str) -> int:
    return zlib.crc32(words.encode("utf-8", "surrogatepass"))
