"""What a name looks like in Chinese characters, and the post before it.

In: words as printed, simplified or traditional. Out: whether they are a name, and where a post ends and a name begins.
Promises: a known family name decides; a name of another people needs its middle dot. Knows nobody: a name here is a
shape.
"""

from __future__ import annotations

from functools import cache, lru_cache

from scio_transcripts.lazy import re
from scio_transcripts.registry.files import lines

HAN = "\u3400-\u9fff\uf900-\ufaff"
"""Chinese characters, as a class of a pattern has them."""
_SHAPE = re.compile(rf"[{HAN}]{{2,4}}")
# Uygur, Tibetan, Mongolian and foreign names in Chinese characters.
_DOTTED = re.compile(rf"[{HAN}]{{1,8}}(?:[·•‧・．][{HAN}]{{1,10}}){{1,3}}")
_BLANKS = " \t\xa0\u3000"
_LONGEST_NAME = 4
_USUAL_NAME = 3
# Words of every day that begin as a family name does.
_NO_NAME = re.compile(r"[向和由于]大家|向[我你他她]们|和谐|成为|元月|安排|国家|全国|时间|来源|应邀|相关")
_POSTS_OF_PLACES = frozenset("省长 市长 州长 县长 区长 镇长 乡长 村长 首长".split())
"""`石家庄市长` is nobody called 石家庄."""
# `主持人：渡口管理局局长顾云亮`, `主持人 / 渡口管理局局长顾云亮`
_HOST = re.compile(r"^主持人 ?[:：/] ?")
_BETWEEN_LINES = _BLANKS + "/"
"""Between post and name; the slash where they stand on two lines."""
_ENDS_BODIES = frozenset("会部委办局司厅署院校社省市县区州组队宫党团处所台站务法府家学室报")
"""Last characters of bodies, and of few names: `管委会主任`."""
# `林大海首先发布消息：`: a label, although it says what its bearer does.
_ANNOUNCES = re.compile(r"(?P<name>.{2,12}?)(?:首先|先)?(?:[发發]布|宣[布佈])(?:[^，。]{0,8}(?:消息|事[项項]))?")
# `渡口市政府新闻办公室顾云亮`
_OF_BODY = re.compile(
    r"(?P<body>.{2,30}(?:办公室|新闻办|委员会|宣传部|新闻局|新闻中心|研究院|大学))[ \xa0\u3000]?(?P<name>.{3})"
)
HONORIFICS = ("先生", "女士", "同志", "小姐", "博士", "夫人")
"""What may stand behind a name."""
RANKS = ("大校", "上校", "中校", "少校", "少将", "中将", "上将")
"""Ranks, which stand behind a name as titles of courtesy do."""


@cache
def han_surnames() -> frozenset[str]:
    """Family names in simplified characters, of one or two characters."""
    return frozenset(name for line in lines("surnames_han.txt") for name in line.split())


@cache
def han_posts() -> tuple[str, ...]:
    """Words with which a post ends, in simplified characters, for `str.endswith`."""
    return tuple(sorted({word for line in lines("posts_han.txt") for word in line.split()}))


def family_of(name: str) -> str | None:
    """The family name of a name in Chinese characters, as printed, or None.

    >>> family_of("顾云亮"), family_of("顧雲亮"), family_of("欧阳云"), family_of("渡口")
    ('顾', '顧', '欧阳', None)
    """
    plain = simplified(name[:2])
    for length in (2, 1):
        if plain[:length] in han_surnames() and 1 <= len(name) - length <= 2:
            return name[:length]
    return None


@lru_cache(maxsize=4096)
def is_han_name(words: str) -> bool:
    """Whether the words are a name: a known family name and one or two characters more, or parts with a middle dot.

    >>> is_han_name("顾云亮"), is_han_name("欧阳云"), is_han_name("渡口"), is_han_name("阿依努尔·买买提")
    (True, True, False, True)
    """
    if _SHAPE.fullmatch(words):
        return family_of(words) is not None and not _NO_NAME.fullmatch(simplified(words))
    return _DOTTED.fullmatch(words) is not None


def ends_in_post(words: str) -> bool:
    """Whether the words end as a post does.

    >>> ends_in_post("渡口管理局局长"), ends_in_post("渡口管理局")
    (True, False)
    """
    return simplified(words).endswith(han_posts())


@lru_cache(maxsize=4096)
def split_post(words: str) -> tuple[str, str] | None:
    """Cut a label into the post and the name: `(post, name)`; None where it is not a post with a name.

    >>> split_post("渡口管理局局长 顾云亮"), split_post("主持人顾云亮"), split_post("渡口管理局")
    (('渡口管理局局长', '顾云亮'), ('主持人', '顾云亮'), None)
    >>> split_post("顾云亮局长"), split_post("顾云亮 渡口管理局局长"), split_post("管委会主任")
    (('局长', '顾云亮'), ('渡口管理局局长', '顾云亮'), None)
    """
    spaced = words.replace("\u3000", " ").replace("\xa0", " ")
    if len(hosting := _HOST.sub("", spaced)) < len(spaced):
        return split_post(hosting) or (("主持人", hosting) if is_han_name(hosting) else None)
    head, _, tail = spaced.rpartition(" ")
    if head and is_han_name(tail) and ends_in_post(head.rstrip(_BETWEEN_LINES)):
        return head.rstrip(_BETWEEN_LINES), tail
    head, _, tail = spaced.partition(" ")
    if tail and is_han_name(head) and ends_in_post(tail):
        return tail.strip(_BLANKS), head
    for length in range(_LONGEST_NAME, 1, -1):
        post, name = words[:-length], words[-length:]
        if ends_in_post(post) and is_han_name(name):
            return post, name
    return _name_before_post(words)


def _name_before_post(words: str) -> tuple[str, str] | None:
    """`顾云亮局长`: three characters of a name, and nothing but a post of a person's behind it.

    Two characters before a post may be any word: `外交部长`, `白宫发言人`.
    """
    for length in (_LONGEST_NAME, _USUAL_NAME):
        name, post = words[:length], words[length:]
        plain = simplified(post).removeprefix("副").removeprefix("总")
        is_post = plain in han_posts() and plain not in _POSTS_OF_PLACES and not plain.endswith("记者")
        if is_post and is_han_name(name) and simplified(name[-1]) not in _ENDS_BODIES:
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


def simplified(words: str) -> str:
    """Words as formulas are compared with: traditional characters as their simplified forms, one for one.

    >>> simplified("請繼續提問")
    '请继续提问'
    """
    return words if words.isascii() else words.translate(_to_simplified())


@cache
def _to_simplified() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for line in lines("traditional.txt") for pair in line.split()}
