"""The signs of print in both languages: what ends a sentence, opens a quotation, divides a clause.

In: words. Out: whether they begin or end with such a sign; and classes of signs, for the patterns of the rows.
Promises: each set of signs stands here and nowhere else in this package. Knows no word.
"""

from __future__ import annotations

from scio_transcripts.lazy import re
from scio_transcripts.registry.script import has_han

COLONS = ":：∶"
QUESTION_MARKS = "?？"
STOPS = ".!…。！．"
"""Signs that end a sentence that asks nothing."""
OPENING_QUOTES = '"“‘「『«'
CLOSING_QUOTES = "\"”’'」』»"
CLOSING_BRACKETS = ")）]】"
APOSTROPHES = "’‘"
BLANKS = "\xa0\u3000"
"""Blanks besides the usual one."""
COMMAS = ",，、;；"
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f\u0590-\u06ff\u0900-\u0dff\u0e00-\u0eff\u3041-\u30fa\uac00-\ud7a3]")
"""Letters of Greek, Cyrillic, Hebrew, Arabic, of India, Thai and Lao, Japanese syllables, Korean."""
_LATIN = re.compile(r"[^\W\d_\u0370-\uffff]")
_ENDS = tuple(STOPS + QUESTION_MARKS)
_BEHIND_THE_END = CLOSING_QUOTES + CLOSING_BRACKETS
_AROUND = " \t\n\r" + BLANKS
_LONGEST_TERM = 24


def ends_sentence(words: str) -> bool:
    """Whether the words end as a sentence does; a closing quotation mark or bracket may follow.

    >>> ends_sentence("Output rose."), ends_sentence("“它上升了。”"), ends_sentence("渡口管理局局长")
    (True, True, False)
    """
    return words.rstrip(_AROUND).rstrip(_BEHIND_THE_END).endswith(_ENDS)


def has_question_mark(words: str) -> bool:
    """Whether a question mark stands in the words.

    >>> has_question_mark("Why? It rained."), has_question_mark("何时开工？"), has_question_mark("It rained.")
    (True, True, False)
    """
    return "?" in words or "？" in words


def begins_quotation(words: str) -> bool:
    """Whether the words begin with somebody's quoted words: with an opening quotation mark, but not with a term in it.

    >>> begins_quotation("“The quay is open.”"), begins_quotation("The “new” quay is open.")
    (True, False)
    >>> begins_quotation("“河港之路”已经建成。"), begins_quotation("“已经建成。”局长说。")
    (False, True)
    """
    words = words.lstrip(_AROUND)
    return words.startswith(tuple(OPENING_QUOTES)) and not _begins_with_term(words)


def _begins_with_term(words: str) -> bool:
    """Whether a quotation closes within a few characters, ends no sentence, and the sentence goes on behind it."""
    end = next((place for place, sign in enumerate(words[1:_LONGEST_TERM], 1) if sign in CLOSING_QUOTES), 0)
    inside, behind = words[1:end], words[end + 1 : end + 3].lstrip(_AROUND)[:1]
    return bool(inside) and behind.isalnum() and inside[-1] not in STOPS + QUESTION_MARKS + COMMAS


def caseless(words: str) -> int:
    """How many letters have no capital form: scripts without them put no blanks between words, and say more in fewer.

    >>> caseless("渡口管理局"), caseless("Ferry Office")
    (5, 0)
    """
    return 0 if words.isascii() else sum(sign.isalpha() and sign.lower() == sign.upper() for sign in words)


def words_in(piece: str) -> int:
    """How many words stand in a piece of text without blanks: two characters of a script without capitals are one.

    >>> words_in("Ferry"), words_in("渡口管理局"), words_in("局")
    (1, 2, 1)
    """
    return max(1, len(piece) // 2) if caseless(piece) else 1


def is_foreign(words: str) -> bool:
    """Whether most letters are of a script in which no record is read.

    >>> is_foreign("Стенограмма встречи (video)"), is_foreign("Lin Dahai (Лин)")
    (True, False)
    """
    return not words.isascii() and len(_FOREIGN.findall(words)) > len(_LATIN.findall(words)) and not has_han(words)
