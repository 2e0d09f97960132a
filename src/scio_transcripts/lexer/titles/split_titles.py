"""Titles on two lines, original titles, headings of sections: what heads of pages have beside one title.

In: lines of the head. Out: whether they are such. Promises: decided by shape and words. Knows nothing of the other
parts of the head.
"""

from __future__ import annotations

from scio_transcripts.language.speech_acts import sounds_like_title
from scio_transcripts.lazy import re
from scio_transcripts.lexer import Kind, Line

UPLOADED = re.compile(
    r"\d[:：]\d{2}[:：]\d{2}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}.{0,20}"
    r"(?:[来來]源|作者|[编編][辑輯]|[浏瀏][览覽]|[点點][击擊]|[阅閱][读讀]|[|丨｜])"
)
"""What stands behind `时间：` where that is when the page was put up: no event has seconds, or a source."""
ORIGINAL = re.compile(r"原[标標][题題][:：][ \xa0\u3000]?")
"""Before the title that another page gave the text."""
TITLE_KEY = re.compile(r"原?[标標][题題][:：][ \xa0\u3000]?")
"""What pages print before a title that they give as a field."""
_GOES_ON_HAN = re.compile(r"(?:主持|[举舉]行|召[开開]|[会會][见見]|回?答|介[绍紹]|就)")
_HALF_TITLE_HAN = re.compile(r".{2,20}(?:就|[关關][于於]).{2,30}")
_SECTION_HAN = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|【)[^。！？!?：:，,]{2,38}$"
)
_LONGEST_HEADING = 40
_SENTENCE_END = ("。", "！", "？", "：", ":", "!", "?", "”")


def is_section(words: str) -> bool:
    """Whether a line right above the first label is a heading of a section: `一、关于渡船`, `【关于渡船】`."""
    return len(words) <= _LONGEST_HEADING and _SECTION_HAN.match(words) is not None


def begins_title(above: Line, line: Line) -> bool:
    """Whether a Chinese title begins on the line above: `芦苇部发言人林大海` over `主持例行记者会`."""
    words = above.text
    if len(words) > _LONGEST_HEADING or words.endswith(_SENTENCE_END) or above.kind is not Kind.TEXT:
        return False
    if _GOES_ON_HAN.match(line.text):
        return True
    return not line.gap and _HALF_TITLE_HAN.fullmatch(words) is not None and not sounds_like_title(words)
