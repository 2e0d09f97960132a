"""What a name looks like in Chinese characters, and the post before it.

In: words as printed, simplified or traditional. Out: whether they are a name, and where a post ends and a name begins.
Promises: a known family name decides; a name of another people needs its middle dot. Knows nobody: a name here is a
shape.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from scio_transcripts.registry.files import lines

HAN = "\u3400-\u9fff\uf900-\ufaff"
"""Chinese characters, as a class of a pattern has them."""
_ANY = re.compile(rf"[{HAN}]")
_SHAPE = re.compile(rf"[{HAN}]{{2,4}}")
# Uygur, Tibetan, Mongolian and foreign names in Chinese characters.
_DOTTED = re.compile(rf"[{HAN}]{{1,8}}(?:[·•‧・．][{HAN}]{{1,10}}){{1,3}}")
_BLANKS = " \t\xa0\u3000"
_LONGEST_NAME = 4
_FIRST = 40
# `林大海首先发布消息：`: a label, although it says what its bearer does.
_ANNOUNCES = re.compile(r"(?P<name>.{2,12}?)(?:首先|先)?(?:[发發]布|宣[布佈])(?:[^，。]{0,8}(?:消息|事[项項]))?")
HONORIFICS = ("先生", "女士", "同志", "小姐", "博士", "夫人")
"""What may stand behind a name."""


@cache
def han_surnames() -> frozenset[str]:
    """Family names in Chinese characters, simplified and traditional, of one or two characters."""
    return frozenset(name for line in lines("surnames_han.txt") for name in line.split())


@cache
def han_posts() -> tuple[str, ...]:
    """Words with which a post ends, for `str.endswith`."""
    return tuple(sorted({word for line in lines("posts_han.txt") for word in line.split()}))


def is_han(words: str) -> bool:
    """Whether words begin with a Chinese character."""
    return "\u3400" <= words[:1] <= "\u9fff" or "\uf900" <= words[:1] <= "\ufaff"


def has_han(words: str) -> bool:
    """Whether any character is Chinese: `21世纪经济报道记者` begins with a figure."""
    return not words.isascii() and _ANY.search(words) is not None


def is_chinese(words: str) -> bool:
    """A quick look at the first characters: whether any is Chinese, or of Chinese print."""
    return not words.isascii() and max(words[:_FIRST], default="") >= "\u3000"


def family_of(name: str) -> str | None:
    """The family name of a name in Chinese characters, or None.

    >>> family_of("顾云亮"), family_of("欧阳云"), family_of("渡口")
    ('顾', '欧阳', None)
    """
    for length in (2, 1):
        if name[:length] in han_surnames() and 1 <= len(name) - length <= 2:
            return name[:length]
    return None


@lru_cache(maxsize=4096)
def is_han_name(words: str) -> bool:
    """Whether the words are a name: a known family name and one or two characters more, or parts with a middle dot.

    >>> is_han_name("顾云亮"), is_han_name("欧阳云"), is_han_name("渡口"), is_han_name("阿依努尔·买买提")
    (True, True, False, True)
    """
    if _SHAPE.fullmatch(words):
        return family_of(words) is not None
    return _DOTTED.fullmatch(words) is not None


@lru_cache(maxsize=4096)
def split_post(words: str) -> tuple[str, str] | None:
    """Cut a label into the post and the name: `(post, name)`; None where it is not a post with a name.

    >>> split_post("渡口管理局局长 顾云亮"), split_post("主持人顾云亮"), split_post("渡口管理局")
    (('渡口管理局局长', '顾云亮'), ('主持人', '顾云亮'), None)
    """
    head, _, tail = words.replace("\u3000", " ").replace("\xa0", " ").rpartition(" ")
    if head and is_han_name(tail) and head.rstrip(_BLANKS).endswith(han_posts()):
        return head.rstrip(_BLANKS), tail
    for length in range(_LONGEST_NAME, 1, -1):
        post, name = words[:-length], words[-length:]
        if post.endswith(han_posts()) and is_han_name(name):
            return post, name
    return None


def split_label(words: str) -> tuple[str | None, str]:
    """The post and the name in a label that may have both: `(post or None, name)`.

    >>> split_label("渡口管理局局长 顾云亮"), split_label("顾云亮首先发布消息"), split_label("路透社记者")
    (('渡口管理局局长', '顾云亮'), (None, '顾云亮'), (None, '路透社记者'))
    """
    if found := split_post(words):
        return found
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
