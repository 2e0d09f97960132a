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
}
_CHINESE: Mapping[str, str | Callable[[], str]] = {
    "within": "[^，。！？]",
    "same": "[^，。！？]{0,40}",
    "you": "(?:你|您)",
    "event": "(?:新闻)?(?:发布会|记者会|吹风会|见面会|采访活动|座谈会|通气会|媒体见面会|答问会)",
    "post": lambda: f"(?:{'|'.join(sorted(han_posts(), key=len, reverse=True))})",
    "asks": "[?？]",
}
SLOTS: Final = {"en": _ENGLISH, "zh": _CHINESE}
