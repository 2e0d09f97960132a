"""What a person's name looks like in these pages, and what stands before it.

In: words as printed. Out: whether they are a name, an honorific, a post. Promises: known family names decide, not
capitals alone. Knows nobody: a name here is a shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from scio_transcripts.lazy import re
from scio_transcripts.registry.files import lines

_WORD = re.compile(r"[^\W\d_][\w'’ʼ‘.\-]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_PAIR = re.compile(r"(?=\b([A-Z][\w'’\-]+ [A-Z][\w'’\-]+))")
_TRAILING_S = re.compile(r"['’]s$")
PARTICLES = frozenset(
    "van von der den de del della di da dos das du la le el al bin ibn bint binti ben abu ter ten zu zum af y".split()
)
"""Words in lower case that are a part of a name: `Pieter van den Bosch`."""
SMALL_WORDS = PARTICLES | frozenset("of and the for in on at de la to with e & ' s with".split())
"""Words in lower case inside names of people, bodies and outlets."""
_SURE_PARTICLES = frozenset("van von der den ter bin ibn bint binti".split())
"""Those that stand in nothing but names: papers are called `Voz de la Costa`, too."""
# `al-Harbi`, `d'Ormesson`: a particle that is one word with the name behind it.
_JOINED = re.compile(r"(?:[ae][lnrsdtz]h?|ul|d|l)[-'’][A-Z][\w'’\-]+")
_JOINED_OR_OF_CLAN = re.compile(rf"{_JOINED.pattern}|O['’][A-Z][a-z]+")
_INITIAL = re.compile(r"[A-Z]\.")
# Names that show by their own signs in running text; one initial alone might end a sentence: `Plan A. Ferries run.`
_MARKED = re.compile(
    r"(?<![\w.])(?:(?:[A-Z]\. ?){2,3}[A-Z][a-z]\w+|[A-Z][a-z]\w+ [A-Z]\. [A-Z][a-z]\w+"
    r"|[A-Z][a-z]\w+ (?:(?:van|von|der|den|ter|bin|ibn|bint|binti) ){1,2}[A-Z][a-z]\w+"
    r"|[A-Z][a-z]\w+ (?:(?:[ae][lnrsdtz]h?|ul|d|l)[-'’]|O['’])[A-Z][a-z]+)"
)
# `Ying-jeou`, `Hsiao-p'ing`: given names as they are written outside the mainland.
_HYPHENED = re.compile(r"[A-Z][a-zü]+['’ʼ]?[a-zü]*-[a-z][a-zü'’ʼ]+")
# The syllables of a name in capitals; neither `TV` nor `NEWS` has them.
_SYLLABLES = re.compile(r"(?:[^AEIOUÜ\W\d_]{0,3}[AEIOUÜ]{1,3}(?:NG?|R|[HKMPT])?['’\-]?){1,4}")
_LEAST_CAPITALS = 3
"""Letters of a family name in capitals behind the given name: `GLOBAL AI` is nobody."""
_MOST_WORDS = 7
_APOSTROPHES = str.maketrans("ü", "u", "'’ʼ‘")

# Behind a post one initial is enough, and so are particles that papers have, too: `Premier M. Hallam`.
_BEHIND_POST = re.compile(
    r"\b([A-Z][a-z]+) ([A-Z]\. [A-Z][a-z]\w+"
    r"|[A-Z][a-z]\w+ (?:(?:de|la|del|della|di|da|dos|das|du|le|y) ){1,2}[A-Z][a-z]\w+)"
)

# Behind an office, two words that end the line or the clause are a name, whatever family it is.
_LAST_BEHIND_POST = re.compile(r"\b([A-Z][a-z]+) ([A-Z][\w'’-]+ [A-Z][\w'’-]+)(?=$|[,.;:(]| [a-z(])")


@cache
def surnames() -> frozenset[str]:
    """Family names in Latin letters, lower case."""
    return frozenset(line.lower() for line in lines("surnames.txt"))


@cache
def honorifics() -> dict[str, str]:
    """What may stand before a name, lower case, without stops, and its kind: `courtesy`, `rank` or `office`."""
    table = {}
    for line in lines("honorifics.txt"):
        form, _, kind = line.partition("\t")
        table[form.replace(".", "").lower()] = kind
    return table


@cache
def longest_honorific() -> int:
    """Words in the longest honorific."""
    return max(len(form.split()) for form in honorifics())


def is_office(words: str) -> bool:
    """Whether the words are an office alone: `Chief Executive`, `Premier`, `Secretary for Security`.

    >>> is_office("Chief Executive"), is_office("Chief of the Harbour")
    (True, False)
    """
    folded = words.replace(".", "").lower()
    return honorifics().get(folded) == "office" or folded.startswith(
        ("secretary for ", "minister for ", "minister of ")
    )


@cache
def office_words() -> frozenset[str]:
    """Last words of ranks and offices, lower case: `minister`, `colonel`."""
    return frozenset(form.split()[-1] for form, kind in honorifics().items() if kind != "courtesy")


@cache
def posts() -> frozenset[str]:
    """Words that name a post or a body, lower case: `director`, `minister`, `bureau`."""
    return frozenset(lines("posts.txt"))


@lru_cache(maxsize=4096)
def names_post(words: str) -> bool:
    """Whether a role line names a post or a body.

    >>> names_post("vice minister of commerce"), names_post("reeds and beyond")
    (True, False)
    """
    known = posts()
    return any(found[0] in known for found in _LETTERS.finditer(words.lower()))


@lru_cache(maxsize=4096)
def split_honorific(words: str) -> tuple[str | None, str]:
    """Cut what stands before a name off it: `(honorific as printed, rest)`.

    >>> split_honorific("Mr. Gu Yunliang"), split_honorific("Senior Colonel Su Qing"), split_honorific("Gu Yunliang")
    (('Mr.', 'Gu Yunliang'), ('Senior Colonel', 'Su Qing'), (None, 'Gu Yunliang'))
    """
    parts = words.split()
    table = honorifics()
    for count in range(min(longest_honorific(), len(parts) - 1), 0, -1):
        head = " ".join(parts[:count])
        # `Minister of Commerce Lin Dahai`, `State Councilor and Minister Lin`: the words before the name go on.
        if head.replace(".", "").lower() in table and parts[count] not in _GO_ON:
            return head, " ".join(parts[count:])
    return None, words


_GO_ON = frozenset(("of", "for", "to", "and", "&"))


@lru_cache(maxsize=4096)
def split_titled(words: str) -> tuple[str | None, str]:
    """Cut a post, or several, off the name behind them: `(post or None, name)`.

    >>> split_titled("State Councilor and Foreign Minister Gu Yunliang"), split_titled("Mayor Pieter van den Bosch")
    (('State Councilor and Foreign Minister', 'Gu Yunliang'), ('Mayor', 'Pieter van den Bosch'))
    >>> split_titled("Head of the Office of Reeds, Minister Gu Yunliang"), split_titled("Gu Yunliang, mayor")
    (('Head of the Office of Reeds, Minister', 'Gu Yunliang'), (None, 'Gu Yunliang, mayor'))
    """
    parts = words.split()
    for cut in range(max(1, len(parts) - _MOST_WORDS), len(parts) - 1):
        post, name = " ".join(parts[:cut]), " ".join(parts[cut:])
        ends = parts[cut - 1].lower().rstrip(",").split("-")[-1] in office_words()
        if (ends or is_person(name)) and is_name_shaped(name) and names_post(post) and not names_post(name):
            return post.rstrip(","), name
    return None, words


def is_name_shaped(words: str) -> bool:
    """Whether the words are two to four capitalised words and nothing else but the particles of names.

    >>> is_name_shaped("Pieter van den Bosch"), is_name_shaped("J. R. Hollis"), is_name_shaped("bridge of reeds")
    (True, True, False)
    """
    parts = words.split()
    own = [part for part in parts if part not in PARTICLES]
    return (
        2 <= len(own) <= 4
        and len(parts) <= _MOST_WORDS
        and parts[0] is own[0]
        and all(_WORD.fullmatch(part) and (part[0].isupper() or _JOINED.fullmatch(part)) for part in own)
    )


@lru_cache(maxsize=4096)
def is_person(words: str) -> bool:
    """Whether the words are a name beyond doubt: a known family name at its place, or what only names have.

    >>> is_person("Gu Yunliang"), is_person("Pieter van den Bosch"), is_person("Mary Ng Siu-ming")
    (True, True, True)
    >>> is_person("Phoenix TV"), is_person("The Paper")
    (False, False)
    """
    if not is_name_shaped(words):
        return False
    parts = words.split()
    if all(part.isupper() for part in parts if not _INITIAL.fullmatch(part)):
        return _is_family(parts[0]) and all(map(_SYLLABLES.fullmatch, parts[1:]))
    if _is_capitals(parts[-1]):
        return _is_family(parts[-1]) and len(parts[-1]) >= _LEAST_CAPITALS and not any(map(_is_capitals, parts[:-1]))
    if any(map(_is_capitals, parts[1:])):
        return False
    return _is_family(parts[0]) or _has_marks(parts)


def _is_family(word: str) -> bool:
    """Whether a word is a known family name: `Ch'en` and `Hsüeh` as `Chen` and `Hsueh`."""
    folded = word.lower()
    return folded in surnames() or folded.translate(_APOSTROPHES) in surnames()


def _is_capitals(word: str) -> bool:
    return len(word) > 1 and word.isupper() and not _INITIAL.fullmatch(word)


def _has_marks(parts: list[str]) -> bool:
    """Whether a name has what only names have: particles, initials, a family name beside a given name with a hyphen."""
    if any(part in _SURE_PARTICLES or _JOINED_OR_OF_CLAN.fullmatch(part) for part in parts):
        return True
    if any(map(_INITIAL.fullmatch, parts[:-1])) and not _INITIAL.fullmatch(parts[-1]):
        return True
    *before, last = parts
    given = [part for part in parts if _HYPHENED.fullmatch(part) and not names_post(part)]
    if last in given:
        return _is_family(before[-1])
    return len(parts) == 2 and parts[0] in given and _is_family(last)


def people_named(sentence: str) -> list[str]:
    """The names in a sentence: of two words with a known family name, or with particles, initials or an `O'`.

    >>> people_named("Foreign Ministry Spokesperson Gu Yunliang's Regular Press Conference, with J. R. Hollis")
    ['Gu Yunliang', 'J. R. Hollis']
    """
    pairs = [(found.start(), without_possessive(found[1])) for found in _PAIR.finditer(sentence)]
    marked = [(found.start(), found[0]) for found in _MARKED.finditer(sentence)]
    starts = {start for start, _ in marked}
    named = [*marked, *((start, name) for start, name in pairs if start not in starts)]
    known = [own for own in named if is_person(own[1])]
    return [name for _, name in sorted([*_behind_posts(sentence), *known])]


def _behind_posts(sentence: str) -> Iterator[tuple[int, str]]:
    """Names that a post before them shows to be names, with their places."""
    for found in _BEHIND_POST.finditer(sentence):
        if names_post(found[1]):
            yield found.start(2), found[2]
    for found in _LAST_BEHIND_POST.finditer(sentence):
        if found[1].lower() in office_words() and not names_post(found[2]):
            yield found.start(2), found[2]


def names_somebody(sentence: str) -> bool:
    """Whether a name with a known family name stands in the sentence.

    >>> names_somebody("The minister, Gu Yunliang, took questions."), names_somebody("The State Council met the press.")
    (True, False)
    """
    return any(is_person(found[1]) for found in _PAIR.finditer(sentence))


def cut_name(words: str) -> str:
    """The name at the beginning of capitalised words that go on: `Gu Yunliang Meets`, `Gu Yunliang's Remarks`.

    >>> cut_name("Gu Yunliang Meets"), cut_name("Gu Yunliang's Regular")
    ('Gu Yunliang', 'Gu Yunliang')
    """
    parts = words.split()
    for i, part in enumerate(parts):
        if _TRAILING_S.search(part) or part.lower() in _AFTER_NAME or (i > 1 and part.lower() in posts()):
            return " ".join([*parts[:i], without_possessive(part)] if _TRAILING_S.search(part) else parts[:i])
    return words


_AFTER_NAME = frozenset(
    (
        "meets meet answers answer speaks holds hosts attends takes gives briefs visits said says regular "
        "press media on at the and for from to in with remarks answered met held took spoke gave attended "
        "told will is has was discusses introduces introduced delivers responds talks chairs thank thanks please mr ms "
    ).split()
)
"""Words that end a name in a headline or a sentence."""


def without_possessive(words: str) -> str:
    """A name without `'s`."""
    return _TRAILING_S.sub("", words)
