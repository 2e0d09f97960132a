"""What follows a name in a Chinese sentence: the end of the clause, a title of courtesy, a verb, a post.

In: nothing. Out: patterns for words in simplified characters. Promises: posts come from the list of posts. Knows no
name.
"""

from __future__ import annotations

from functools import cache

from scio_transcripts.lazy import re
from scio_transcripts.registry.han_words import han_posts

_AFTER_NAME = (
    r"$|[，,、；;。.！!？?：:（()）\[\]【】“”《》\s|]|(?:先生|女士|同志|小姐|博士|夫人)"
    r"|同志|以及|分别|一起|共同|介绍|解读|解释|出席|主持|回答|会见|表示|指出|发布|通报|说明|围绕|代表|接受|联同|会同|参加|到场"
    r"|举行|召开|发表|致[辞词]|讲话|谈话|答问|答记者|[今昨](?=[天日早晚午（(])|于(?=[\d今昨本])"
)
"""What follows a name, in simplified characters: its end, a title of courtesy, or a word of more characters."""
JUST_AFTER_NAME = "[和与及等就在向将也答说作做讲率偕为是对并已曾还均谈]"
"""Verbs and joints of one character: the names of other peoples begin with some of them, too."""


@cache
def after_name() -> str:
    """What follows a name, as a pattern, without single characters."""
    words = "|".join(sorted(map(re.escape, han_posts()), key=len, reverse=True))
    return rf"{_AFTER_NAME}|(?:副|资深|高级|首席|大){{0,2}}(?:{words})"


@cache
def word_after_name() -> re.Pattern[str]:
    return re.compile(f"{after_name()}|{JUST_AFTER_NAME}")
