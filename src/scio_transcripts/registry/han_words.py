"""Chinese characters, and the words of people in them: family names, posts, titles of courtesy, ranks.

In: words as printed, simplified or traditional. Out: whether they are Chinese, their simplified forms, the lists.
Promises: simplified forms are one for one, so that places stay. Knows no name and no label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

from scio_transcripts.lazy import re
from scio_transcripts.registry.files import lines

HAN = "\u3400-\u9fff\uf900-\ufaff"
"""Chinese characters, as a class of a pattern has them."""
HONORIFICS = ("先生", "女士", "同志", "小姐", "博士", "夫人")
"""What may stand behind a name."""
RANKS = ("大校", "上校", "中校", "少校", "少将", "中将", "上将")
"""Ranks, which stand behind a name as titles of courtesy do."""
_IN_BOTH = frozenset(
    "后里面只台布占并系于松准几丑谷卷干斗征制表向了借才叶余雇杰家佣恶周志升岳采出云冲凶托欲咸划注游佑御致吁郁札症朱伙沾"
)
"""Simplified forms that are common in traditional texts, as other words."""


@cache
def han_surnames() -> frozenset[str]:
    """Family names in simplified characters, of one or two characters."""
    return frozenset(name for line in lines("surnames_han.txt") for name in line.split())


@cache
def han_posts() -> tuple[str, ...]:
    """Words with which a post ends, in simplified characters, for `str.endswith`."""
    return tuple(sorted({word for line in lines("posts_han.txt") for word in line.split()}))


def ends_in_post(words: str) -> bool:
    """Whether the words end as a post does.

    >>> ends_in_post("渡口管理局局长"), ends_in_post("渡口管理局")
    (True, False)
    """
    return simplified(words).endswith(han_posts())


def simplified(words: str) -> str:
    """Words as formulas are compared with: traditional characters as their simplified forms, one for one.

    >>> simplified("請繼續提問")
    '请继续提问'
    """
    return words.translate(_to_simplified()) if _finds_traditional()(words) else words


def is_traditional(words: str) -> bool:
    """Whether more of the characters are traditional ones than simplified ones, of those that differ.

    >>> is_traditional("請繼續提問"), is_traditional("请继续提问"), is_traditional("大家好")
    (True, False, False)
    """
    table = _to_simplified()
    counts = Counter(words)
    traditional = sum(count for sign, count in counts.items() if ord(sign) in table)
    return traditional > sum(count for sign, count in counts.items() if sign in _only_simplified())


@cache
def _only_simplified() -> frozenset[str]:
    """Simplified forms that are no traditional character themselves, as `后` and `里` are."""
    pairs = [pair for line in lines("traditional.txt") for pair in line.split()]
    return frozenset(pair[1] for pair in pairs) - frozenset(pair[0] for pair in pairs) - _IN_BOTH


@cache
def _finds_traditional() -> Callable[[str], Any]:
    """Finds a traditional character: to look for one takes a tenth of what changing all takes."""
    return re.compile(f"[{''.join(map(chr, _to_simplified()))}]").search


@cache
def _to_simplified() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for line in lines("traditional.txt") for pair in line.split()}
