"""Words and characters, as people count them in English and in Chinese.

In: any text. Out: numbers, or the place of each word. Promises: time grows with the length of the text, whatever is in
it. Knows nothing of transcripts.
"""

from __future__ import annotations

from scio_transcripts.lazy import re, regex

HAN = r"\p{Han}\p{Hiragana}\p{Katakana}\u30fc"
"""Scripts that are written without blanks: each character counts as a word."""
_PIECE = rf"(?!\p{{M}})(?:[^\W{HAN}][\p{{M}}\p{{Cf}}]*+)++"
# The word segments of UAX 29, written out: the boundaries of `regex` itself (its flag W) also part l'eau and lose 'and.
_JOIN = (
    r"(?:(?<=\p{L}[\p{M}\p{Cf}]*+)['’.:\u00b7\u2018\u2024\u2027\uff07\uff0e\uff1a](?=\p{L})"
    r"|(?<=\p{Nd}[\p{M}\p{Cf}]*+)['’.,;\u2018\u2024\uff07\uff0c\uff0e\uff1b](?=\p{Nd}))"
)
_SEGMENT = rf"[{HAN}]\p{{M}}*+|(?:(?<!\p{{Cf}})\p{{Cf}}++)?+{_PIECE}(?:{_JOIN}{_PIECE})*+"
_WORD = regex.compile(_SEGMENT)
# The same in plain text, where most signs part words, and these join letters or figures: don't, 1,240.
_PARTS = str.maketrans(dict.fromkeys((chr(c) for c in range(128) if not (chr(c).isalnum() or chr(c) == "_")), " "))
# Signs of print, and what joins or parts words just as they do. An ellipsis parts them, where a full stop may join.
_SIGNS = {"’": "'", "‘": "'", "，": ",", "：": ":", "；": ";", **dict.fromkeys("“”–—…。、\u00a0", " ")}
# Two marks are Han themselves: they belong to the character before them.
_HAN_RUN = re.compile("[一-鿿]+(?![\U00016ff0\U00016ff1])")
_JOINS = re.compile(r"['.:,;](?:(?<=[A-Za-z]['.:])(?=[A-Za-z])|(?<=[0-9]['.,;])(?=[0-9]))")
TOKEN = regex.compile(rf"{_SEGMENT}|\S")
"""A word, or a sign that is part of none."""
# A flag is two letters; `\X` alone looks back through a row of them at each one.
_CHARACTER = regex.compile(r"[\U0001f1e6-\U0001f1ff]{1,2}+\p{M}*+|(?=\S)\X")


def count_words(text: str) -> int:
    """How many words there are.

    Where words have blanks between them, a word is a word segment of Unicode (UAX 29) with a letter or a digit in it:
    `don't`, `1,240` and `25.4` are one each, `15-minute` is two. In Chinese and Japanese, each character is a word.
    Punctuation counts nowhere.

    >>> count_words("We don't run 15-minute ferries."), count_words("GDP增长25.4%。")
    (6, 4)
    """
    if not text.isascii():  # the pattern is slow, and few words need it once these are out of the way
        for sign, plain in _SIGNS.items():
            text = text.replace(sign, plain)
    if text.isascii():
        return _count_plain(text)
    han = sum(map(len, _HAN_RUN.findall(text)))
    pieces = _HAN_RUN.sub(" ", text).split()  # no word reaches across a blank
    odd = " ".join(piece for piece in pieces if not piece.isascii())
    return han + _count_plain(" ".join(filter(str.isascii, pieces))) + len(_WORD.findall(odd))


def _count_plain(text: str) -> int:
    return len(text.translate(_PARTS).split()) - len(_JOINS.findall(text))


def count_characters(text: str) -> int:
    r"""How many characters a reader sees, punctuation included and blanks left out.

    A character is a grapheme cluster of Unicode (UAX 29): a letter with its accents is one.

    >>> count_characters("a cafe\u0301"), count_characters("增长 25.4%。")
    (5, 8)
    """
    if text.isascii() and text.isprintable():  # each is a character of its own, and of blanks there is one kind
        return len(text) - text.count(" ")
    return len(_CHARACTER.findall(text))


def first_words(text: str, most: int = 60) -> str:
    """The beginning of a text on one line, at most this many characters, cut between two words.

    >>> first_words("The branch moved downstairs, and loans tripled.", 20)
    'The branch moved…'
    """
    line = " ".join(text[: 4 * most].split())
    if len(line) <= most and len(text) <= 4 * most:
        return line
    end = 0
    for word in _WORD.finditer(line):
        if word.end() > most - 1:
            break
        end = word.end()
    return line[: end or most - 1].rstrip() + "…"
