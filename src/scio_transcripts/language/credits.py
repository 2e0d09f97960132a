"""Credits: who translated, edited and photographed, as lines and captions name them, in both languages.

In: words. Out: each credit in them, with the places of its names. Promises: every repetition is bounded; a name is the
words in front of the next sign, and nobody is looked up. `Translated by Lin Dahai, the book sold well` is no credit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from scio_transcripts.language.folding import as_printed
from scio_transcripts.lazy import re
from scio_transcripts.registry.han_words import HAN
from scio_transcripts.spans import Span

Kind = Literal["translators", "editors", "photographers"]

_VERBS = (
    "translated edited proofread revised compiled interpreted photographed filmed reported written produced".split()
)
_OF_WHAT = "responsible web copy managing chief senior english photo news page".split()
_NOUNS = (
    "translator translators translation editor editors photographer photographers photo photos interpreter interpreters"
    " proofreader proofreaders reporter reporters writer writers author authors source sources"
).split()
_OF_WHAT_HAN = "责任 版面 网络 本期 本文 值班 执行 新媒体 视频 图文 见习".split()
_WORKS_HAN = (
    "编辑 编审 责编 翻译 编译 口译 译者 摄影 摄影师 摄影记者 图片 供图 审核 校对 监制 初审 复审 复核 终审 审校"
    " 文字 记者 作者 撰稿 撰文 策划 主编 制作 统筹 签发 来源"
).split()
_BLANK = "[ \xa0\u3000]"
_CLOSED = "[)）\\]】]"


def _any(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


def _spaced(words: Sequence[str]) -> list[str]:
    """Works in Chinese may be spaced out: `编 辑`."""
    return [f"{_BLANK}?".join(word) for word in words]


_ROLE = re.compile(
    rf"(?:(?<![^\W\d_])(?P<verb>(?i:{_any(_VERBS)}(?:(?:,| and|,? &) {_any(_VERBS)}){{0,2}}),? ?by)[ :：]{{1,3}}"
    rf"|(?<![^\W\d_])(?P<noun>(?i:(?:{_any(_OF_WHAT)} )?{_any(_NOUNS)})"
    r"(?: by\b| ?[:：]| ?/(?! ?[A-Z][^,;]{0,20}/)))[ \xa0]{0,3}"
    rf"|(?P<han>{as_printed(f'{_any(_OF_WHAT_HAN)}?{_any(_spaced(_WORKS_HAN))}')})"
    rf"(?:{_BLANK}{{0,2}}[:：/／]|{_BLANK}(?=[^\n]{{2,40}}{_CLOSED})){_BLANK}{{0,3}}"
    r")"
)
FIRST: Final = frozenset(
    sign
    for word in (*_VERBS, *_OF_WHAT, *_NOUNS, *_OF_WHAT_HAN, *_WORKS_HAN)
    for sign in (word[0].upper(), *as_printed(word[0]).strip("[]"))
) | frozenset("([（【")
"""With what a line of credits begins."""
_BEGINS = re.compile(r"[(（\[【]{0,2}[ \xa0]?")
_WORD = r"(?:[A-Z]\.|(?!(?:Updated|Published|Posted|Source|From|Date|Time)\b)[A-Z][\w'’-]*)"
# A given name may have lost its capital letter: `Gu weiping, Lin Dahai`.
_LATIN_NAME = rf"(?:[A-Z][\w'’-]+ [a-z]{{2,12}}(?=[,，;)\]】]|$)|{_WORD}(?: {_WORD}){{0,4}})"
_ACCOUNT = r"[a-z][\w-]{1,19}"
"""A Chinese page may give an editor by the name of an account: `责任编辑：linda`."""
_HAN_NAME = rf"(?:[{HAN}]{_BLANK}[{HAN}](?![{HAN}])|[{HAN}]{{2,6}}(?:·[{HAN}]{{1,8}}){{0,3}})"
_AND = r"(?:,? (?:and|&) |[,;/] ?|[、，；／] ?|[ \xa0\u3000]{1,3}(?=[\u4e00-\u9fff]))"
_NAME = rf"(?:{_LATIN_NAME}|{_HAN_NAME})"
_AGENCY = r"(?:(?:[A-Z][\w'’-]+ ){1,5}(?:reporter|correspondent|photographer)s? )?"
_NAMES = re.compile(rf"{_AGENCY}(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,9999}}|{_ACCOUNT})")
_GOES_ON = re.compile(r",? ?[a-z]|['’\w]|[，,]?(?:[？?！!]|。.)")
"""What stands behind names where they are the words of a sentence."""
_EACH = re.compile(_AND)
_MOST_OTHERS = 2
"""Works that may stand before the one that is credited."""


class Credit(NamedTuple):
    """One work, and who did it."""

    kind: Kind | None
    """None for work that the document does not credit, as that of reporters."""
    start: int
    """Where the word for the work begins."""
    names: tuple[Span, ...]
    clean: bool
    """Whether the names end where words end, and no sentence goes on."""


def credits_in(words: str, start: int = 0, end: int | None = None) -> Iterator[Credit]:
    """Every credit between two places of some words, in order.

    >>> line = "Translated by Gao Mushan and Agnes Birch; edited by Lin Dahai"
    >>> [(c.kind, [name.of(line) for name in c.names]) for c in credits_in(line)]
    [('translators', ['Gao Mushan', 'Agnes Birch']), ('editors', ['Lin Dahai'])]
    >>> line = "来源：潮汐网　　责任编辑：江　帆 审核：林大海"
    >>> [(c.kind, [name.of(line) for name in c.names]) for c in credits_in(line) if c.kind]
    [('editors', ['江\u3000帆'])]
    """
    stop = len(words) if end is None else end
    roles = list(_ROLE.finditer(words, start, stop))
    for role, below in pairwise([*roles, None]):
        assert role is not None
        last = below.start() if below else stop
        found = _NAMES.match(words, role.end(), last)
        names = tuple(_each(words, *found.span("names"))) if found else ()
        clean = found is not None and (found.end() == last or _GOES_ON.match(words, found.end(), last) is None)
        yield Credit(_kind(role[0].lower()), role.start(), names, clean)


def is_credit_line(words: str) -> bool:
    """Whether a line begins with a credit, or with other works one of which is one.

    >>> is_credit_line("（责任编辑：林大海）"), is_credit_line("监制：江帆 编辑：林大海")
    (True, True)
    >>> is_credit_line("记者：何时开工？"), is_credit_line("翻译：何时开工？")
    (False, False)
    >>> is_credit_line("Translated by Lin Dahai, the book sold well.")
    False
    """
    begins = _BEGINS.match(words)
    assert begins is not None
    if _ROLE.match(words, begins.end()) is None:
        return False
    found = list(credits_in(words))
    if not all(credit.clean for credit in found[: _MOST_OTHERS + 1]):
        return False
    return len(found) > 1 or found[0].kind is not None


def kind_of(words: str) -> Kind:
    """What a line of credits credits people with, first of all."""
    return next((credit.kind for credit in credits_in(words) if credit.kind), "editors")


def names_in(words: str, start: int, end: int) -> list[Span]:
    """The names between two places, where nothing else stands there."""
    found = _NAMES.match(words, start, end)
    return list(_each(words, *found.span("names"))) if found else []


def _each(words: str, start: int, end: int) -> Iterator[Span]:
    for separator in _EACH.finditer(words, start, end):
        # `江 帆` is one name of two characters.
        if separator.start() == start + 1 and separator[0].isspace() and not _wide(words, separator.end(), end):
            continue
        yield Span(start, separator.start())
        start = separator.end()
    yield Span(start, end)


def _wide(words: str, start: int, end: int) -> bool:
    """Whether two characters of a name follow."""
    return end - start > 1 and not words[start + 1].isspace() and words[start + 1] not in "、，；/／"


def _kind(role: str) -> Kind | None:
    if any(sign in role for sign in ("translat", "interpret", "译", "譯")):
        return "translators"
    if any(sign in role for sign in ("photo", "film", "摄", "攝", "图", "圖")):
        return "photographers"
    editing = ("edit", "proofread", "revis", "compil", "辑", "輯", "责编", "責編", "编审", "編審")
    return "editors" if any(sign in role.replace(" ", "").replace("\u3000", "") for sign in editing) else None
