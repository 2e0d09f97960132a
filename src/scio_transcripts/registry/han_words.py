"""Chinese characters, and the words of people in them: family names, posts, titles of courtesy, ranks.

In: words as printed, simplified or traditional. Out: whether they are Chinese, their simplified forms, the lists.
Promises: simplified forms are one for one, so that places stay. Knows no name and no label.
"""

from __future__ import annotations

from functools import cache

from scio_transcripts.registry.files import lines

HAN = "\u3400-\u9fff\uf900-\ufaff"
"""Chinese characters, as a class of a pattern has them."""
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
    return words if words.isascii() else words.translate(_to_simplified())


@cache
def _to_simplified() -> dict[int, str]:
    return {ord(pair[0]): pair[1] for line in lines("traditional.txt") for pair in line.split()}
