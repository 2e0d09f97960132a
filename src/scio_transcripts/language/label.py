"""A label taken apart once: what its own words say, for and against.

In: the words before a mark, and the names that the page gives elsewhere. Out: `LabelWords`: its core, what it says its
bearer does, and clues by name. Promises: the same words and names give the same answer, in either language. Knows
neither weights nor where the label stands.

What words mean stands in the rows (`label_rows.py`), facts of the world in the registry. Where in a label the post,
the outlet and the name stand differs between languages, and is in the twins `en/label.py` and `zh/label.py`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from scio_transcripts.language import label_rows as rows
from scio_transcripts.language.en import label as en_label
from scio_transcripts.language.zh import label as zh_label
from scio_transcripts.lazy import re
from scio_transcripts.registry import outlets
from scio_transcripts.registry.script import has_han

__all__ = [
    "NAMING",
    "LabelWords",
    "PageNames",
    "act_of_nameless",
    "core",
    "fold",
    "is_anonymous",
    "read_label",
    "unnumbered",
]

_BLANKS = re.compile(r"[ \t\xa0\u3000]+")
_PAREN_TAIL = re.compile(r"\s*[(（][^()（）]{1,80}[)）]$")
_NUMBER = re.compile(r"^(?:\d{1,3} ?[.)、．] ?|[一二三四五六七八九十壹貳贰參叁肆伍陸陆]{1,3}[、．.] ?)")
_SQUEEZED = str.maketrans("", "", " \t\xa0\u3000")

NAMING: Final = frozenset(
    "roster anonymous role-word outlet outlet-within asker described titled office family named-above person".split()
)
"""Clues that say who speaks, or in what part."""


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


NOBODY: Final = PageNames()


@dataclass(frozen=True, slots=True)
class LabelWords:
    """What a label says.

    | clue | the words are | such as |
    |---|---|---|
    | `roster` | or hold a name of the page's roster | |
    | `named-above` | a name of the page's head | |
    | `family` | the family name of somebody whom the page names | |
    | `anonymous` | somebody who asks or answers without a name | `Q`, 记者 |
    | `role-word` | a part in the event, with a name or without | `Moderator`, 主持人 |
    | `described` | a name with its post | `Lin Dahai, mayor`, 渡口局局长林大海 |
    | `titled` | a title and a name | `Ms. Lin`, `Secretary Lin` |
    | `office` | a post alone | `Premier`, 渡口局局长 |
    | `person` | a name with a known family name | `Lin Dahai`, 林大海 |
    | `surname` | a known family name alone | `Lin` |
    | `name-shaped` | in the form of a name | `Aron Wells` |
    | `initials` | capitals of no known meaning | `KBMT` |
    | `outlet` | a known outlet, with a reporter or without | `Xinhua`, 新华社记者 |
    | `outlet-within` | a known outlet beside other words | `Aron Wells, Reuters` |
    | `outlet-word` | like the name of an outlet | `Harbour Daily`, 海港日报 |
    | `asker` | a reporter of some outlet | `Harbour Daily reporter` |
    | `opens` | a name with its body, or with what it announces | 渡口研究院林大海 |

    Against a speaker:

    | clue | the words are | such as |
    |---|---|---|
    | `salutation` | spoken to somebody | `Dear friends`, 各位来宾 |
    | `field` | a field of the page | `Venue`, 来源 |
    | `headline` | a headline | `Press Conference on Quays`, 相关阅读 |
    | `ordinal` | the head of a point | `First, the quay`, 第一 |
    | `introduces-list` | what leads to a list, or to somebody's words | `as follows`, 他指出 |
    | `prose` | of running text | `the new quay`, 渡口的事 |
    | `sentence` | two sentences | |
    | `long` | more than labels have | |

    `described` and `roster` come with others: `role-word`, where the post is a part in the event.
    """

    printed: str
    core: str
    """Without number, without brackets at its end, and without what its bearer is said to do."""
    clues: tuple[str, ...]
    """Names of the first columns above."""
    name: str = ""
    """The name in a label of name and post."""
    act: str = ""
    """`asks`, `answers`, `opens` or `presents`, where the label says so: 记者问, `Lin Dahai's opening remarks`."""


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
    ('CCTV', '有记者', 'Premier Lin')
    """
    return _cut_act(_bare(unnumbered(label)))[0]


def is_anonymous(label: str) -> bool:
    """Whether the label is `Q`, `Answer`, 记者 or the like."""
    return rows.NAMELESS.found_in(core(label))


def act_of_nameless(label: str) -> str:
    """What somebody without a name does by the label: `asks`, `answers`, or nothing that it says.

    >>> act_of_nameless("Q1"), act_of_nameless("网友A"), act_of_nameless("答"), act_of_nameless("Unidentified")
    ('asks', 'asks', 'answers', '')
    """
    words = core(label)
    return next((act for act, row in rows.NAMELESS_ACTS.items() if row.found_in(words)), "")


def read_label(printed: str, names: PageNames = NOBODY) -> LabelWords:
    """Take a label apart.

    >>> read_label("Phoenix TV").clues, read_label("We have three main tasks").clues
    (('outlet',), ('introduces-list', 'prose'))
    >>> read_label("记者问").clues, read_label("记者问").act
    (('anonymous',), 'asks')
    """
    whole = unnumbered(printed)
    bare = _bare(whole)
    words, act = _cut_act(bare)
    clues = _clues(words, whole, printed, names)
    if act and NAMING.isdisjoint(clues):
        # `The price is the answer:` says nothing of who speaks.
        words, act = bare, ""
        clues = _clues(words, whole, printed, names)
    if act == "presents":
        # Stories tell so, too: only a greeting behind it shows that somebody speaks.
        clues = (*clues, act)
    return LabelWords(printed, words, clues, _name_in(words, clues), act)


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


def _bare(words: str) -> str:
    return _PAREN_TAIL.sub("", words) if words.endswith((")", "）")) else words


def _cut_act(words: str) -> tuple[str, str]:
    """The words without what their bearer is said to do, and that: `asks`, `answers`, `opens`, or nothing."""
    for act, row in rows.ACTS.items():
        if bearer := row.bearer(words):
            return bearer, act
    return words, ""


def _clues(words: str, whole: str, printed: str, names: PageNames) -> tuple[str, ...]:
    folded = fold(words)
    if _is_in(names.roster, folded):
        return ("roster",)
    if rows.NAMELESS.found_in(words):
        return ("anonymous",)
    if any(map(outlets.find, dict.fromkeys((words, whole, printed)))):
        return ("outlet",)
    clues_of = zh_label.clues_of if has_han(words) else en_label.clues_of
    clues = clues_of(words, whole, names)
    named = (folded, " ".join(folded.replace(",", " ").split()[-2:]), fold(_name_in(words, clues)))
    return (*clues, "named-above") if any(_is_in(names.above, name) for name in named) else clues


def _is_in(known: frozenset[str], folded: str) -> bool:
    return bool(known) and (folded in known or folded.translate(_SQUEEZED) in known)


def _name_in(words: str, clues: tuple[str, ...]) -> str:
    if "described" in clues or "person" in clues or "roster" in clues:
        return zh_label.name_in(words) if has_han(words) else en_label.name_in(words)
    return ""
