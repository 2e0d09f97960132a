"""People under other names, everywhere on the page.

In: a page, and the officials that it names. Out: the page with one of them, or all, under a name that is made up: with
a dot, with particles, of two family names, of two characters with a blank. Promises: a person who is also called by
the family name is renamed there, too; a page where that cannot be told is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .edits import in_words
from .facts import Words
from .pages import Page

_TITLES_EN = (
    "Mr|Mrs|Ms|Miss|Madam|Dr|Prof|Professor|Minister|Vice Minister|Director|Commissioner|Chairman|Chairwoman|Governor"
    "|Mayor|Secretary|Spokesperson|Spokesman|Spokeswoman|Ambassador|Colonel|Captain|General"
)
_TITLES_ZH = (
    "女士|先生|小姐|[副总總]{0,2}(?:局[长長]|部[长長]|司[长長]|主任|[署处處院校会會行省市县縣区區][长長]|主席|书记|書記|委员|委員"
    "|经理|經理|工程师|工程師|监|監)|发言人|發言人|局|部|司|教授|院士|大使|大校|上校"
)


@dataclass(frozen=True, slots=True)
class Name:
    full: str
    family: str


DOTTED = Name("A. J. Verlinde", "Verlinde"), Name("安德·巴里", "巴里")
PARTICLED = Name("Jan van der Meulen", "van der Meulen"), Name("安德·凡·德·巴里", "凡·德·巴里")
ARTICLE = Name("Yusuf al-Karimi", "al-Karimi"), Name("尤夫·阿尔-巴里", "阿尔-巴里")
TWO_FAMILIES = Name("Leung Cheng Lai-shan", "Leung Cheng"), Name("司徒秀文", "司徒")
SPACED = Name("Ou Yi", "Ou"), Name("江 帆", "江")
ORDINARY = (
    tuple(
        Name(f"{family} {given}", family)
        for family, given in (
            pair.split()
            for pair in "Shi Wenguang,Gu Yueming,Ding Yizhou,Fang Dake,Tian Wenbai,Xiang Beichuan,Jin Shian".split(",")
        )
    ),
    tuple(Name(name, name[0]) for name in "石文光,古月明,丁一舟,方大可,田文白,向北川,金世安".split(",")),
)


def dotted(page: Page) -> Page | None:
    """`A. J. Verlinde`, or `安德·巴里`."""
    return _one_renamed(page, DOTTED)


def particled(page: Page) -> Page | None:
    """`Jan van der Meulen`, or `安德·凡·德·巴里`."""
    return _one_renamed(page, PARTICLED)


def with_article(page: Page) -> Page | None:
    """`Yusuf al-Karimi`, or `尤夫·阿尔-巴里`."""
    return _one_renamed(page, ARTICLE)


def two_families(page: Page) -> Page | None:
    """`Leung Cheng Lai-shan`, or `司徒秀文`."""
    return _one_renamed(page, TWO_FAMILIES)


def spaced(page: Page) -> Page | None:
    """`江 帆`; in English a name of two short words."""
    return _one_renamed(page, SPACED)


def all_officials(page: Page) -> Page | None:
    """Every official under another name of the usual form."""
    people = _officials(page)
    pool = ORDINARY[page.chinese]
    if not people or len(people) > len(pool):
        return None
    return _renamed(page, dict(zip(people, pool, strict=False)))


def _one_renamed(page: Page, names: tuple[Name, Name]) -> Page | None:
    labelled = [said.speaker for said in page.facts.turns if said.label and said.speaker]
    person = next((person for person in _officials(page) if person in labelled), None)
    return None if person is None else _renamed(page, {person: names[page.chinese]})


def _officials(page: Page) -> list[str]:
    """The officials of the page whom gold confirms, by their names, in order."""
    spoken = [said.speaker for said in page.facts.turns if said.role == "official" and said.speaker]
    names = dict.fromkeys([*page.facts.values.get("officials", ()), *spoken])
    return [name for name in names if _is_name(name, chinese=page.chinese)]


def _is_name(name: str, *, chinese: bool) -> bool:
    return re.fullmatch(r"[\u4e00-\u9fff]{2,4}", name) is not None if chinese else len(name.split()) == 2


def _renamed(page: Page, names: Mapping[str, Name]) -> Page | None:
    families = [_family(name, chinese=page.chinese) for name in names]
    everybody = {said.speaker for said in (*page.facts.turns, *page.facts.others) if said.speaker}
    everybody.update(page.facts.values.get("chairs", ()), page.facts.values.get("officials", ()))
    others = [_family(name, chinese=page.chinese) for name in everybody - set(names)]
    # Two of one family name: nobody could say who is meant by it.
    if len(set(families)) < len(families) or set(families) & set(others):
        return None
    rename = _renaming(names, chinese=page.chinese)
    text = in_words(page, rename)
    if any(new.full in page.text for new in names.values()) or any(name in text for name in names):
        return None
    return page.changed(text, page.facts.mapped(rename))


def _renaming(names: Mapping[str, Name], *, chinese: bool) -> Words:
    patterns = [
        (pattern, new)
        for name, person in names.items()
        for pattern, new in (_chinese(name, person) if chinese else _english(name, person))
    ]

    def rename(words: str) -> str:
        for pattern, new in patterns:
            words = pattern.sub(new, words)
        return words

    return rename


def _english(name: str, person: Name) -> list[tuple[re.Pattern[str], str]]:
    family = re.escape(_family(name, chinese=False))
    full = r"\s+".join(map(re.escape, name.split()))
    shouted = r"\s+".join(re.escape(word.upper()) for word in name.split())
    return [
        (re.compile(rf"\b{full}\b"), person.full),
        (re.compile(rf"\b{shouted}\b"), person.full.upper()),
        (re.compile(rf"\b((?:{_TITLES_EN})\.?\s+){family}\b"), rf"\g<1>{person.family}"),
        # The family name alone, as a label or as a whole value.
        (re.compile(rf"^(\s*){family}(?=\s*(?:[:：]|$))", re.MULTILINE), rf"\g<1>{person.family}"),
    ]


def _chinese(name: str, person: Name) -> list[tuple[re.Pattern[str], str]]:
    family = _family(name, chinese=True)
    return [
        (re.compile(r"\s?".join(name)), person.full),
        (re.compile(rf"(?<![\u4e00-\u9fff]){family}(?={_TITLES_ZH})"), person.family),
        (re.compile(rf"(?<=[请請谢謝由和]){family}(?={_TITLES_ZH})"), person.family),
        (re.compile(rf"^(\s*){family}(?=\s*(?:[:：]|$))", re.MULTILINE), rf"\g<1>{person.family}"),
    ]


def _family(name: str, *, chinese: bool) -> str:
    if not chinese:
        return name.split(maxsplit=1)[0]
    return name[:2] if len(name) == 4 else name[0]
