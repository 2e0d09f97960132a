"""Chinese in the script of a page.

In: words. Out: the same in the other script, or in that of a page. Promises: what a mutator puts on a page looks as if
it had always stood there.
"""

from __future__ import annotations

from functools import cache

from opencc import OpenCC

from .pages import Page


def in_script(page: Page, words: str) -> str:
    """Words in simplified characters as the page would print them."""
    return to_traditional(words) if page.traditional else words


def to_simplified(words: str) -> str:
    """
    >>> to_simplified("新聞發言人")
    '新闻发言人'
    """
    return str(_converter("t2s").convert(words))


def to_traditional(words: str) -> str:
    """
    >>> to_traditional("新闻发言人")
    '新聞發言人'
    """
    return str(_converter("s2t").convert(words))


@cache
def _converter(config: str) -> OpenCC:
    return OpenCC(config)
