"""The words of a transcript, as the site searches and counts them.

In: any text. Out: terms, and the form in which each is printed most. Promises: the same rule as `terms` in
`static/index.js`: runs of letters and digits in small letters; of Chinese characters each pair, and the last one, since
Chinese has no blanks between words. Time grows with the length of the text.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from unicodedata import is_normalized, normalize

from scio_transcripts.lazy import re

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scio_transcripts.model import Transcript
    from scio_transcripts.model.base import Role

_LONGEST_TERM = 32
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(r"[^\W_]+")
_PART = re.compile(rf"[{_HAN}]+|[^{_HAN}]+")
_IS_HAN = re.compile(rf"[{_HAN}]")
_SHORTEST_TOPIC = 3

ROLE_BITS: dict[Role, int] = {"chair": 1, "official": 2, "reporter": 4, "unknown": 8}
"""Who said a word: a set of roles as a number."""


@dataclass(slots=True)
class Said:
    """How often one term is said in one transcript."""

    form: str = ""
    """As it is printed most."""
    most: int = 0
    """How often it is printed so."""
    roles: int = 0
    asked: int = 0
    """How often reporters say it."""
    total: int = 0


@dataclass(slots=True)
class Vocabulary:
    """The terms of one transcript."""

    terms: dict[str, Said] = field(default_factory=dict)

    def topics(self, most: int) -> list[tuple[str, int]]:
        """The most frequent terms that are topics, each in its printed form; of as many, by the alphabet."""
        found = [(said.total, term) for term, said in self.terms.items() if said.total > 1 and is_topic(term)]
        found.sort(key=lambda row: (-row[0], row[1]))
        return [(self.terms[term].form, total) for total, term in found[:most]]


def vocabulary_of(transcript: Transcript) -> Vocabulary:
    """All terms of the speech."""
    texts: dict[Role, list[str]] = {}
    for turn in transcript.turns:
        texts.setdefault(turn.role, []).extend(paragraph.text for paragraph in turn.paragraphs)
    found = Vocabulary()
    for role in ROLE_BITS:
        counts = Counter(_RUN.findall(_normal("\n".join(texts.get(role, ())))))
        for run, count in counts.items():
            for form in _forms(run):
                _add(found.terms, form, count, role)
    return found


def _add(terms: dict[str, Said], form: str, count: int, role: Role) -> None:
    term = form.lower()[:_LONGEST_TERM]
    said = terms.get(term)
    if said is None:
        said = terms[term] = Said()
    said.roles |= ROLE_BITS[role]
    said.total += count
    if role == "reporter":
        said.asked += count
    if count > said.most:
        said.form, said.most = form[:_LONGEST_TERM], count


def terms_of(text: str) -> list[str]:
    """The terms of a text in their order.

    >>> terms_of("Why 90 ferries? 渡船开通")
    ['why', '90', 'ferries', '渡船', '船开', '开通', '通']
    """
    return [form.lower()[:_LONGEST_TERM] for run in _RUN.findall(_normal(text)) for form in _forms(run)]


def _normal(text: str) -> str:
    return text if text.isascii() or is_normalized("NFKC", text) else normalize("NFKC", text)


def _forms(run: str) -> Iterator[str]:
    if run.isascii():
        yield run
        return
    for part in _PART.findall(run):
        if _IS_HAN.match(part):
            yield from (part[i : i + 2] for i in range(len(part)))
        else:
            yield part


def is_topic(term: str) -> bool:
    """Whether a term can stand for a topic: no small word, no number, no courtesy of press conferences.

    >>> [word for word in ("ferries", "the", "2024", "渡船", "我们") if is_topic(word)]
    ['ferries', '渡船']
    """
    words, characters = _common()
    if _IS_HAN.match(term):
        return len(term) == 2 and term not in words and characters.isdisjoint(term)
    return len(term) >= _SHORTEST_TOPIC and term not in words and not any(c.isdigit() for c in term)


@cache
def _common() -> tuple[frozenset[str], frozenset[str]]:
    """Words that are no topics, and Chinese characters that stand in none."""
    text = files("scio_transcripts.report").joinpath("common_words.txt").read_text("utf-8")
    words = [word for line in text.splitlines() if not line.startswith("#") for word in line.split()]
    return frozenset(words), frozenset(word for word in words if len(word) == 1 and _IS_HAN.match(word))
