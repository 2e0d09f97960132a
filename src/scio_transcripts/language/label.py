"""A label taken apart once: what its own words say, for and against.

In: the words before a mark, and the names that the page gives elsewhere. Out: `LabelWords`: its core, what it says its
bearer does, and clues by name. Promises: the same words and names give the same answer, in either language. Knows
neither weights nor where the label stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from scio_transcripts.language import label_rows
from scio_transcripts.language.en import label as en_label
from scio_transcripts.language.zh import label as zh_label
from scio_transcripts.lazy import re
from scio_transcripts.registry import outlets
from scio_transcripts.registry.script import has_han

__all__ = ["LabelWords", "PageNames", "core", "fold", "is_anonymous", "read_label", "unnumbered"]

_PAREN_TAIL = re.compile(r"\s*[(（][^()（）]{1,80}[)）]$")
_NUMBER = re.compile(r"^(?:\d{1,3} ?[.)、．] ?|[一二三四五六七八九十壹貳贰參叁肆伍陸陆]{1,3}[、．.] ?)")
_BLANKS = re.compile(r"[ \t\xa0\u3000]+")


@dataclass(frozen=True)
class PageNames:
    """Who the page names elsewhere, folded: in its roster, and in other lines of its head."""

    roster: frozenset[str] = frozenset()
    above: frozenset[str] = frozenset()

    @cached_property
    def families(self) -> frozenset[str]:
        """The first words of all names."""
        return frozenset(name.split(" ", 1)[0] for name in self.roster | self.above)

    def may_name(self, printed: str) -> bool:
        """Whether a label could name one of them: their family name is in it."""
        folded = fold(printed)
        squeezed = _BLANKS.sub("", folded)
        return any(family in folded or family in squeezed for family in self.families)


NOBODY = PageNames()


@dataclass(frozen=True, slots=True)
class LabelWords:
    """What a label says."""

    printed: str
    core: str
    """Without number, without brackets at its end, and without what its bearer is said to do."""
    clues: tuple[str, ...]
    """Such as `roster`, `outlet`, `prose`."""
    name: str = ""
    """The name in a label of name and post."""
    act: str = ""
    """`asks`, `answers` or `opens`, where the label says so: 记者问, `Lin Dahai's opening remarks`."""


def fold(words: str) -> str:
    """Words as they are compared: blanks folded, curly apostrophes straight, without case."""
    return " ".join(words.replace("’", "'").replace("\u200b", "").replace("\ufeff", "").lower().split())


def unnumbered(label: str) -> str:
    """A label without the number before it: `1. CCTV` is `CCTV`."""
    return _NUMBER.sub("", label)


@lru_cache(maxsize=2048)
def core(label: str) -> str:
    """A label without number, brackets at its end, and what it says that its bearer does.

    >>> core("1. CCTV (in Chinese)"), core("有记者问"), core("Premier Lin's opening remarks")
    ('CCTV', '记者', 'Premier Lin')
    """
    return _cut_act(_PAREN_TAIL.sub("", unnumbered(label)))[0]


def is_anonymous(label: str) -> bool:
    """Whether the label is `Q`, `Answer`, 记者 or the like."""
    return label_rows.ANONYMOUS.fullmatch(core(label)) is not None


def _cut_act(words: str) -> tuple[str, str]:
    """The words without what their bearer is said to do, and that: `asks`, `answers`, `opens`, or nothing."""
    for act, row in label_rows.ACTS.items():
        if (found := row.fullmatch(words)) and (who := found["who"] or found["whose"]):
            return who.strip(), act
    return words, ""


def read_label(printed: str, names: PageNames = NOBODY) -> LabelWords:
    """Take a label apart.

    >>> read_label("Phoenix TV").clues, read_label("We have three main tasks").clues
    (('outlet',), ('introduces-list', 'prose'))
    >>> read_label("记者问").clues, read_label("记者问").act
    (('anonymous',), 'asks')
    """
    bare = _PAREN_TAIL.sub("", unnumbered(printed))
    words, act = _cut_act(bare)
    clues = _clues(words, printed, names)
    if act and not any(clue in _NAMING for clue in clues):
        # `The price is the answer:` says nothing of who speaks.
        words, act = bare, ""
        clues = _clues(words, printed, names)
    return LabelWords(printed, words, clues, _name_in(words, clues), act)


_NAMING = frozenset(
    "roster anonymous role-word outlet outlet-within asker described titled office family named-above person".split()
)


def _name_in(words: str, clues: tuple[str, ...]) -> str:
    if "described" in clues or "person" in clues or "roster" in clues:
        return zh_label.name_in(words) if has_han(words) else en_label.name_in(words)
    return ""


def _clues(words: str, printed: str, names: PageNames) -> tuple[str, ...]:
    folded = fold(words)
    squeezed = _BLANKS.sub("", folded)
    if folded in names.roster or squeezed in names.roster:
        return ("roster",)
    if label_rows.ANONYMOUS.fullmatch(words):
        return ("anonymous",)
    if outlets.find(words) or outlets.find(unnumbered(printed)) or outlets.find(printed):
        return ("outlet",)
    clues_of = zh_label.clues_of if has_han(words) else en_label.clues_of
    clues = clues_of(words, unnumbered(printed), names)
    if (
        folded in names.above
        or squeezed in names.above
        or " ".join(folded.replace(",", " ").split()[-2:]) in names.above
    ):
        return (*clues, "named-above")
    return clues


def said_by_page(text: str, words: Iterable[str]) -> frozenset[str]:
    """Those of some words that the page says with a title of courtesy: `Mr. Rossi`, 罗西先生."""
    wanted = frozenset(words)
    longest = max(map(len, wanted), default=0)
    if not longest:
        return frozenset()
    behind, before = sorted(en_label.behind_courtesy(text, longest)), sorted(zh_label.before_courtesy(text, longest))
    return frozenset(word for word in wanted if _begins_one(behind, word) or _begins_one(before, word[::-1]))


def _begins_one(in_order: Sequence[str], words: str) -> bool:
    place = bisect_left(in_order, words)
    return place < len(in_order) and in_order[place].startswith(words)
