"""People under other names, everywhere on the page.

In: a page, and the officials that it names. Out: the page with one of them, or all, under a name that is made up: with
a dot, with particles, of two family names, of two characters with a blank. Promises: a person who is also called by
the family name is renamed there, too; a page where that cannot be told is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from .edits import in_words, whole_word
from .facts import Words
from .pages import Page
from .script import in_script

_TITLES_EN = (
    "Mr|Mrs|Ms|Miss|Madam|Dr|Prof|Professor|Minister|Vice Minister|Director|Commissioner|Chairman|Chairwoman|Governor"
    "|Mayor|Secretary|Spokesperson|Spokesman|Spokeswoman|Ambassador|Colonel|Captain|General"
)
_TITLES_ZH = (
    "女士|先生|小姐|[副总總]{0,2}(?:局[长長]|部[长長]|司[长長]|主任|[署处處院校会會行省市县縣区區][长長]|主席|书记|書記|委员|委員"
    "|经理|經理|工程师|工程師|监|監)|发言人|發言人|局|部|司|教授|院士|大使|大校|上校"
)

_VERBS = "said|says|added|noted|told|replied|answered|stressed|explained|pointed|called|introduced"


@dataclass(frozen=True, slots=True)
class Name:
    full: str
    family: str


def _names(*names: str) -> tuple[Name, ...]:
    """Names, the family name behind a bar."""
    return tuple(Name(*name.split("|")) for name in names)


# In English and in Chinese, each with several, of which a page gets one.
DOTTED = (
    _names("A. J. Verlinde|Verlinde", "Orrin P. Vale|Vale", "M. Castellane|Castellane"),
    _names("安德·巴里|巴里", "卡洛·利玛·巴里|巴里", "米克·S.沃森|沃森"),
)
PARTICLED = (
    _names("Jan van der Meulen|van der Meulen", "Rosa de la Quinta|de la Quinta", "Omar bin Tarik|bin Tarik"),
    _names("安德·凡·德·巴里|凡·德·巴里", "阿里·本·沙里|本·沙里"),
)
ARTICLE = (
    _names("Yusuf al-Karimi|al-Karimi", "Nadia el-Sabban|el-Sabban", "Brian O'Kelleher|O'Kelleher"),
    _names("尤素福·阿尔-巴里|阿尔-巴里", "娜迪·哈-沙巴|哈-沙巴"),
)
TWO_FAMILIES = (
    _names("Leung Cheng Lai-shan|Leung Cheng", "Ouyang Siwen|Ouyang", "Szeto Wai-ming|Szeto"),
    _names("司徒秀文|司徒", "上官若水|上官", "梁方安生|梁方"),
)
SPACED = _names("Ou Yi|Ou", "Ye Lu|Ye", "E Bo|E"), _names("江 帆|江", "石\u3000山|石", "白  江|白")
_ORDINARY = "Shi Wenguang,Gu Yueming,Ding Yizhou,Fang Dake,Tian Wenbai,Xiang Beichuan,Jin Shian,Mu Lihe".split(",")
ORDINARY = (
    tuple(Name(name, name.split(maxsplit=1)[0]) for name in _ORDINARY),
    tuple(Name(name, name[0]) for name in "石文光,古月明,丁一舟,方大可,田文白,向北川,金世安,牧立禾".split(",")),
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
    pool = [_in_script(page, name) for name in ORDINARY[page.chinese]]
    if not people or len(people) > len(pool):
        return None
    return _renamed(page, dict(zip(people, pool, strict=False)))


def _one_renamed(page: Page, names: tuple[tuple[Name, ...], tuple[Name, ...]]) -> Page | None:
    labelled = [said.speaker for said in page.facts.turns if said.label and said.speaker]
    person = next((person for person in _officials(page) if person in labelled), None)
    return None if person is None else _renamed(page, {person: _in_script(page, page.pick(names[page.chinese]))})


def _in_script(page: Page, name: Name) -> Name:
    return Name(in_script(page, name.full), in_script(page, name.family))


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
    # In English any word of the name: `Mr. Dolma` is somebody else than the Dolma Yangki who is called otherwise now.
    left = [name if page.chinese else "|".join(map(whole_word, name.split())) for name in names]
    # What is left of a name would be somebody else.
    if any(new.full in page.text for new in names.values()) or re.search("|".join(left), text):
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
        (re.compile(whole_word(full)), person.full),
        (re.compile(whole_word(shouted)), person.full.upper()),
        (re.compile(rf"(?<![^\W_])((?:{_TITLES_EN})\.?\s+){family}(?![^\W_])"), rf"\g<1>{person.family}"),
        (re.compile(rf"{whole_word(family)}(?=\s+(?:{_VERBS})\b)"), person.family),
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
