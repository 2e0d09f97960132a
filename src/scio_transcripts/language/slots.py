"""What the patterns of rows have in common, named once for each language.

In: nothing. Out: for each language, what stands for a slot such as `{title}`. Promises: every repetition is bounded.
Names are lower-case words with hyphens, so that no repetition (`{0,20}`) looks like a slot.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from scio_transcripts.registry.han import han_posts

_ENGLISH: Mapping[str, str | Callable[[], str]] = {
    # a sign of the same sentence, to be repeated
    "within": "[^.?!]",
    # more words of the same sentence: the stop of `Ms.` does not end it
    "same": r"(?:[^.?!]|(?<=\bm[rs]|\bdr)\.){0,40}",
    "title": "(?:mr|ms|mrs|dr|madam|minister|director|governor|mayor)",
    "outlet": "(?:outlet|news (?:agency|organization)|media (?:outlet|organization)|affiliation)",
    "event": "(?:press conference|conference|briefing|interview|session|event)",
    "name": r"[A-Z][\w'-]{1,20}",
    "asks": r"\?",
    # nobody knows who it was
    "unknown": "{unknown-one}{0,2}",
    "unknown-one": "(?:(?:unidentified|unknown|unnamed|male|female|foreign|local|same|second|third) )",
}
_CHINESE: Mapping[str, str | Callable[[], str]] = {
    "within": "[^，。！？]",
    "same": "[^，。！？]{0,40}",
    "you": "(?:你|您)",
    "event": "(?:新闻)?(?:发布会|记者会|吹风会|见面会|采访活动|座谈会|通气会|媒体见面会|答问会)",
    "post": lambda: f"(?:{'|'.join(sorted(han_posts(), key=len, reverse=True))})",
    "asks": "[?？]",
    # one of many, whose name is not told
    "which": "(?:现场|外国|中外|境外|其他|某|一位|多位|有的|另一位|女|男|本地|当地|与会|在场|前排|后排|提问)?",
    "number": r"(?: ?[\dA-Za-z一二三四五六七八九十甲乙丙丁]{1,3})?",
}
SLOTS: Final = {"en": _ENGLISH, "zh": _CHINESE}
