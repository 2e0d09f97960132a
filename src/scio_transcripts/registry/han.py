"""What a name looks like in Chinese characters, and the post before it.

In: words as printed, simplified or traditional. Out: whether they are a name, and where a post ends and a name begins.
Promises: a known family name decides; a name of another people needs its middle dot. Knows nobody: a name here is a
shape.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from scio_transcripts.lazy import re
from scio_transcripts.registry.files import lines
from scio_transcripts.registry.han_after import JUST_AFTER_NAME, after_name, word_after_name
from scio_transcripts.registry.han_words import (
    HAN,
    HONORIFICS,
    RANKS,
    ends_in_post,
    han_posts,
    han_surnames,
    simplified,
)

__all__ = (
    "ENDS_BODIES",
    "HAN",
    "HONORIFICS",
    "RANKS",
    "ends_in_post",
    "family_of",
    "han_posts",
    "han_surnames",
    "is_han_name",
    "name_length",
    "names_people",
    "plain_name",
    "simplified",
    "split_label",
    "split_post",
)

_SHAPE = re.compile(rf"[{HAN}]{{2,4}}")
# Uygur, Tibetan, Mongolian and foreign names in Chinese characters.
_DOT = re.compile("[·•‧・．]")
_PART = rf"(?:(?:[A-Z]\.?){{0,2}}[{HAN}]{{1,10}}(?:-[{HAN}]{{1,10}})?|[A-Z]\.?)"
"""A part of such a name; it may have an initial, or an article with a hyphen."""
_DOTTED = re.compile(rf"[{HAN}]{{1,8}}(?:{_DOT.pattern}{_PART}){{1,3}}")
_BLANKS = " \t\xa0\u3000"
_LONGEST_NAME = 4
_LONGEST_FIRST = 8
"""Characters before the first dot."""
_USUAL_NAME = 3
_NAME_LENGTHS = (4, 3, 2)
# Words of every day that begin as a family name does.
_NO_NAME = re.compile(
    r"[向和由于]大家|向[我你他她]们|和谐|成为|元月|安排|国家|全国|时间|来源|应邀|相关|(.)\1|.[问答]"
    r"|(?:江苏|高温|金钱|石林|文史|文武|唐宋|黄[金石龙]|金[黄牛龙]|白[金石马]|马龙|龙江|温江).."
)
_NEVER_DOUBLED = frozenset("于向任万常曾易严")
"""Family names that are words of every day too: behind or before another, they are that word."""
_MOST_COMMON = 2
"""Lines of the file of family names that begin it, with the commonest."""
# Names of two characters are printed as wide as those of three: `顾　明`, and at the end of a post as well.
_SPACED = re.compile(rf"(?<![^{_BLANKS}])[{HAN}](?:[{_BLANKS}]{{1,4}}[{HAN}]){{1,3}}(?![^{_BLANKS}])")
_SPACED_END = re.compile(rf"[{HAN}][{_BLANKS}]{{1,4}}[{HAN}]$")
_SPACED_PAIR = re.compile(rf"[{HAN}][{_BLANKS}]{{1,4}}[{HAN}]")
_BLANK = re.compile(rf"[{_BLANKS}]+")
_PINYIN = re.compile(rf"(?<=[{HAN}])[(（][a-zɡ\u00df-\u01dc]{{1,7}}[)）]")
"""How a character is read, which a browser's helper puts behind it: `顾雲(yún)亮`."""
_JOINS = frozenset("和与及由向")
"""What joins two people, and two of which are family names, too."""
_POSTS_OF_PLACES = frozenset("省长 市长 州长 县长 区长 镇长 乡长 村长 首长".split())
"""`石家庄市长` is nobody called 石家庄."""
# `主持人：渡口管理局局长顾云亮`, `主持人 / 渡口管理局局长顾云亮`
_HOST = re.compile(r"^主持人 ?[:：/] ?")
_BETWEEN_LINES = _BLANKS + "/"
"""Between post and name; the slash where they stand on two lines."""
ENDS_BODIES = frozenset("会部委办局司厅署院校社省市县区州组队宫党团处所台站务法府家学室报")
"""Last characters of bodies, and of few names: `管委会主任`."""
_BODIES_OF_OFFICIALS = ENDS_BODIES - frozenset("社报台学家")
_SHORTEST_BODY = 3
# `林大海首先发布消息：`: a label, although it says what its bearer does.
_ANNOUNCES = re.compile(r"(?P<name>.{2,12}?)(?:首先|先)?(?:[发發]布|宣[布佈])(?:[^，。]{0,8}(?:消息|事[项項]))?")
# `渡口市政府新闻办公室顾云亮`
_OF_BODY = re.compile(
    r"(?P<body>.{2,30}(?:办公室|新闻办|委员会|宣传部|新闻局|新闻中心|研究院|大学))[ \xa0\u3000]?(?P<name>.{3})"
)


def family_of(name: str) -> str | None:
    """The family name of a name in Chinese characters, as printed, or None.

    >>> family_of("顾云亮"), family_of("顧雲亮"), family_of("欧阳云"), family_of("渡口")
    ('顾', '顧', '欧阳', None)
    """
    plain = simplified(name[:2])
    if len(name) == _LONGEST_NAME and _are_two_families(plain):
        return name[:2]
    for length in (2, 1):
        if plain[:length] in han_surnames() and 1 <= len(name) - length <= 2:
            return name[:length]
    return None


def _are_two_families(pair: str) -> bool:
    """Whether two characters are a husband's family name and a wife's own, in simplified characters."""
    return _NEVER_DOUBLED.isdisjoint(pair) and set(pair) <= _common_surnames()


@cache
def _common_surnames() -> frozenset[str]:
    return frozenset(name for line in lines("surnames_han.txt")[:_MOST_COMMON] for name in line.split())


def plain_name(words: str) -> str:
    """A name as its bearer is known by, alone or beside a post: no blanks that only widen it, no injected pinyin.

    >>> plain_name("顾　明"), plain_name("渡口局局长 顾 明"), plain_name("顾雲(yún)亮"), plain_name("渡口局 顾云亮")
    ('顾明', '渡口局局长 顾明', '顾雲亮', '渡口局 顾云亮')
    """
    if words.isascii():
        return words
    words = _PINYIN.sub("", words)
    return _SPACED_END.sub(_joined, _SPACED.sub(_joined, words)) if _BLANK.search(words) else words


def _joined(found: re.Match[str]) -> str:
    name = _BLANK.sub("", found[0])
    return name if family_of(name) and not _NO_NAME.fullmatch(simplified(name)) else found[0]


@lru_cache(maxsize=4096)
def is_han_name(words: str) -> bool:
    """Whether the words are a name: a known family name and one or two characters more, or parts with a middle dot.

    >>> is_han_name("顾云亮"), is_han_name("欧阳云"), is_han_name("渡口"), is_han_name("阿依努尔·买买提")
    (True, True, False, True)
    >>> is_han_name("顾　明"), is_han_name("陳林雲亮"), is_han_name("阿依努尔·买买提介绍情况")
    (True, True, False)
    """
    words = plain_name(words)
    if not _SHAPE.fullmatch(words):
        return _DOTTED.fullmatch(words) is not None and _dotted_length(simplified(words), 0) == len(words)
    plain, family = simplified(words), family_of(words)
    if family is None or _NO_NAME.fullmatch(plain):
        return False
    has_two = len(words) == _LONGEST_NAME and plain[:2] not in han_surnames()
    return not has_two or not (plain[-1] in ENDS_BODIES or ends_in_post(plain) or plain.endswith(HONORIFICS))


def name_length(text: str, start: int = 0, plain: str | None = None) -> int:
    """Characters of the name that begins at `start` of running text, by the word that follows it; 0 where none does.

    The longest that fits counts; of a name with middle dots the shortest, for anything could be a part of it.
    `plain`: the text in simplified characters, where the caller has it.

    >>> name_length("阿依努尔·买买提介绍情况"), name_length("顾云亮出席"), name_length("渡口的局长")
    (8, 3, 0)
    """
    plain = simplified(text) if plain is None else plain
    if dotted := _dotted_length(plain, start):
        return dotted
    fits = [*_fitting(text, plain, start)]
    if len(fits) > 1 and plain[start + fits[1] : start + fits[1] + 1] in _FOLLOWS:
        fits = fits[1:]
    return fits[0] if fits and not _is_joined(plain[start : start + fits[0] + 1]) else 0


def _dotted_length(plain: str, start: int) -> int:
    """Characters of the name with middle dots that begins here: the shortest that a word follows; 0 where none does."""
    found = _dotted_before_word().match(plain, start)
    return found.end() - start if found else 0


def _fitting(text: str, plain: str, start: int) -> Iterator[int]:
    """Lengths of what begins here, is a name, and has behind it what can follow one: the longest first."""
    after = word_after_name()
    spaced = _SPACED_PAIR.match(text, start)
    for length in (len(spaced[0]) if spaced else 0, *_NAME_LENGTHS):
        end = start + length
        if length and end <= len(text) and is_han_name(text[start:end]) and after.match(plain, end):
            yield length


def _is_joined(words: str) -> bool:
    """Whether words with what follows them are a joint and what it joins: `和顾云亮`, `和航道及`; not `和志强说`."""
    return words[0] in _JOINS and (is_han_name(words[1:-1]) or words[-1] in _JOINS)


_FOLLOWS = frozenset("就在向将说答回率也等对作做讲谈举召发致")
"""Where the longer name ends with one of these and the shorter fits, too, the word follows the name: `顾云就“渡船”`."""


@cache
def _dotted_before_word() -> re.Pattern[str]:
    dot, after = _DOT.pattern, after_name()
    return re.compile(
        rf"[{HAN}]{{1,8}}(?:{dot}{_PART}){{0,2}}?"
        rf"{dot}(?:[A-Z]\.?){{0,2}}(?:[{HAN}]{{1,6}}-)?[{HAN}](?:(?={after})|[{HAN}]{{1,9}}?(?={after}|{JUST_AFTER_NAME}))"
    )


@lru_cache(maxsize=4096)
def split_post(words: str) -> tuple[str, str] | None:
    """Cut a label into the post and the name: `(post, name)`; None where it is not a post with a name.

    >>> split_post("渡口管理局局长 顾云亮"), split_post("主持人顾云亮"), split_post("渡口管理局")
    (('渡口管理局局长', '顾云亮'), ('主持人', '顾云亮'), None)
    >>> split_post("顾云亮局长"), split_post("顾云亮 渡口管理局局长"), split_post("管委会主任")
    (('局长', '顾云亮'), ('渡口管理局局长', '顾云亮'), None)
    """
    words = plain_name(words).replace("\u3000", " ").replace("\xa0", " ")
    if len(hosting := _HOST.sub("", words)) < len(words):
        return split_post(hosting) or (("主持人", hosting) if is_han_name(hosting) else None)
    if found := _at_blank(words) or _inside_name(words):
        return found
    for length in range(_LONGEST_NAME, 1, -1):
        post, name = words[:-length], words[-length:]
        if ends_in_post(post) and is_han_name(name):
            return post, name
    return _with_dotted(words) or _name_before_post(words)


def _at_blank(words: str) -> tuple[str, str] | None:
    """`渡口局局长 顾云亮`, `顾云亮 渡口局局长`, `渡口局 顾云亮`."""
    post, _, name = words.rpartition(" ")
    post = post.rstrip(_BETWEEN_LINES)
    if post and is_han_name(name) and (ends_in_post(post) or _is_body(post)):
        return post, name
    name, _, post = words.partition(" ")
    return (post.strip(_BLANKS), name) if post and is_han_name(name) and ends_in_post(post) else None


def _inside_name(words: str) -> tuple[str, str] | None:
    """`顾局长云亮`: Taiwan's records print the post between the family name and the given one."""
    for family, given in ((1, 1), (1, 2), (2, 1), (2, 2)):
        name, post = words[:family] + words[-given:], words[family:-given]
        is_post = len(post) > 1 and simplified(post).removeprefix("副") in han_posts()
        if is_post and simplified(words[:family]) in han_surnames() and is_han_name(name):
            return post, name
    return None


def _is_body(words: str) -> bool:
    """Whether words before a blank and a name are the body that somebody is of, and no name and no paper themselves."""
    return len(words) >= _SHORTEST_BODY and simplified(words[-1]) in _BODIES_OF_OFFICIALS and not is_han_name(words)


def _with_dotted(words: str) -> tuple[str, str] | None:
    """`渡口区主席阿依努尔·买买提`, or with the post behind the name."""
    if (dot := _DOT.search(words)) is None:
        return None
    for cut in range(dot.start() - 1, max(dot.start() - _LONGEST_FIRST - 1, 1), -1):
        if ends_in_post(words[:cut]) and is_han_name(words[cut:]):
            return words[:cut], words[cut:]
    length = name_length(words)
    is_post = simplified(words[length:]).removeprefix("副") in han_posts()
    return (words[length:], words[:length]) if length and is_post else None


def _name_before_post(words: str) -> tuple[str, str] | None:
    """`顾云亮局长`: three characters of a name, and nothing but a post of a person's behind it.

    Two characters before a post may be any word: `外交部长`, `白宫发言人`.
    """
    for length in (_LONGEST_NAME, _USUAL_NAME):
        name, post = words[:length], words[length:]
        plain = simplified(post).removeprefix("副").removeprefix("总")
        is_post = plain in han_posts() and plain not in _POSTS_OF_PLACES and not plain.endswith("记者")
        if is_post and is_han_name(name) and simplified(name[-1]) not in ENDS_BODIES:
            return post, name
    return None


def names_people(words: str) -> bool:
    """Whether words are somebody's name or somebody with a post, or several: what stands behind `出席人：`.

    >>> names_people("渡口管理局局长顾云亮大校"), names_people("女士们、先生们，大家好")
    (True, False)
    """
    for title in (*HONORIFICS, *RANKS):
        words = words.removesuffix(title)
    return is_han_name(words) or split_post(words) is not None


def split_label(words: str) -> tuple[str | None, str]:
    """The post and the name in a label that may have both: `(post or None, name)`.

    >>> split_label("渡口管理局局长 顾云亮"), split_label("顾云亮首先发布消息"), split_label("路透社记者")
    (('渡口管理局局长', '顾云亮'), (None, '顾云亮'), (None, '路透社记者'))
    """
    if found := split_post(words):
        return found
    if (of_body := _OF_BODY.fullmatch(simplified(words))) and is_han_name(words[of_body.start("name") :]):
        return words[: of_body.end("body")], words[of_body.start("name") :]
    if (announces := _ANNOUNCES.fullmatch(words)) and is_han_name(announces["name"]):
        return None, announces["name"]
    return None, words
