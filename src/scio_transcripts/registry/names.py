"""What a person's name looks like in these pages, and what stands before it.

In: words as printed. Out: whether they are a name, an honorific, a post. Promises: known family names decide, not
capitals alone. Knows nobody: a name here is a shape.
"""

from __future__ import annotations

from functools import cache, lru_cache

from scio_transcripts.lazy import re
from scio_transcripts.registry.files import lines

_WORD = re.compile(r"[^\W\d_][\w'’ʼ.\-]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_PAIR = re.compile(r"(?=\b([A-Z][\w'’\-]+ [A-Z][\w'’\-]+))")
_TRAILING_S = re.compile(r"['’]s$")


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
        # `Minister of Commerce Lin Dahai`: the words before the name go on.
        if head.replace(".", "").lower() in table and parts[count] not in ("of", "for", "to"):
            return head, " ".join(parts[count:])
    return None, words


def is_name_shaped(words: str) -> bool:
    """Whether the words are two to four capitalised words and nothing else."""
    parts = words.split()
    return 2 <= len(parts) <= 4 and all(_WORD.fullmatch(p) and (p[0].isupper()) for p in parts)


@lru_cache(maxsize=4096)
def is_person(words: str) -> bool:
    """Whether the words are a name with a known family name at its beginning, as these pages put it.

    >>> is_person("Gu Yunliang"), is_person("Phoenix TV"), is_person("The Paper")
    (True, False, False)
    """
    if not is_name_shaped(words):
        return False
    parts = words.split()
    if any(len(p) > 1 and p.isupper() for p in parts[1:]):
        return False
    return parts[0].lower() in surnames()


def people_named(sentence: str) -> list[str]:
    """The names with a known family name in a sentence, two words each.

    >>> people_named("Foreign Ministry Spokesperson Gu Yunliang's Regular Press Conference")
    ['Gu Yunliang']
    """
    return [name for found in _PAIR.finditer(sentence) if is_person(name := without_possessive(found[1]))]


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
