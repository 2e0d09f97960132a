"""Labels in Chinese characters: a post, a name or a reporter's word at the end decides.

In: the words of a label, and the names that the page gives. Out: clues by name, for and against. The twin of
`language/en/label.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scio_transcripts.language import label_rows as rows
from scio_transcripts.lazy import re
from scio_transcripts.registry import outlets
from scio_transcripts.registry.han import (
    HAN,
    HONORIFICS,
    ends_in_post,
    is_han_name,
    simplified,
    split_label,
    split_post,
)

if TYPE_CHECKING:
    from scio_transcripts.language.label import PageNames

# `新华社记者`, `新华社记者 李明`; no `记者会实录` and no `答记者问`.
_REPORTER = re.compile(r".*记者(?P<rest>[ :：]?(?P<who>[^记者会團团协]{2,10}))?")
_PROSE = re.compile(r"[，,。;；？?！!“”\"]|[^·\w]的|了$|^(?:和|并|但|而|在|对|从|向|我|你|他|她|它|这|那|请|将)")
_LONGEST = 45
_LONGEST_POST = 20
_COLON = re.compile("[:：]")
_BLANKS = re.compile(r"[ \t\xa0\u3000]+")
_SPACED_NAME = re.compile(rf"[{HAN}][ \xa0\u3000]{{1,4}}[{HAN}]")
_TITLED_PAPER = re.compile(r"《[^《》]{2,14}》(?:记者|記者)?")


def clues_of(words: str, whole: str, names: PageNames) -> tuple[str, ...]:
    """The clues in a label. `words`: without number and without brackets at the end; `whole`: with them."""
    plain = simplified(words)
    if _SPACED_NAME.fullmatch(words):
        words = plain = _BLANKS.sub("", words)
    if words in names.roster:
        return ("roster",)
    if found := split_post(words):
        return _of_titled(*found, names, hosts=plain.startswith("主持"))
    if rows.ROLE_WORD.fullmatch(words):
        return ("role-word",)
    if rows.SALUTATION.search(words) and not is_han_name(words):
        return ("salutation",)
    if _is_reporter(words, plain):
        # No sentence begins with a reporter's outlet and a colon.
        return ("outlet",) if outlets.resolve(words).outlet else ("asker", "outlet-word")
    if rows.FIELD.fullmatch(_COLON.split(words)[0]):
        return ("field",)
    if is_han_name(words):
        return ("person", "described") if ends_in_post(whole.rstrip("）)")) else ("person",)
    if (name := split_label(words)[1]) != words:
        return ("roster",) if name in names.roster else ("person", "opens")
    if _TITLED_PAPER.fullmatch(words):
        return ("asker", "outlet-word") if rows.OUTLET_WORD.fullmatch(words) else ("name-shaped",)
    against = _against(plain)
    if not against and ends_in_post(words) and len(words) <= _LONGEST_POST:
        # `渡口司司长：`: the post speaks for whoever holds it.
        return ("office",)
    if not against and rows.OUTLET_WORD.fullmatch(words) and len(words) <= _LONGEST_POST:
        return ("outlet-word",)
    return against


def name_in(words: str) -> str:
    """The name in a label of post and name: `渡口局局长 林大海`."""
    return _BLANKS.sub("", split_label(words)[1])


def before_courtesy(text: str, longest: int) -> set[str]:
    """What stands before the titles of courtesy in a text, so many characters each, from right to left."""
    return {
        text[max(0, place - longest) : place][::-1]
        for title in HONORIFICS
        if title in text
        for place in (found.start() for found in re.finditer(re.escape(title), text))
    }


def _is_reporter(words: str, plain: str) -> bool:
    found = _REPORTER.fullmatch(plain)
    if not found or _PROSE.search(plain):
        return False
    if not (who := found["who"]):
        return True
    spaced = found["rest"] != who
    return is_han_name(words[-len(who) :]) or (spaced and not rows.HEADLINE.search(who))


def _of_titled(post: str, name: str, names: PageNames, *, hosts: bool) -> tuple[str, ...]:
    if simplified(post).endswith("记者"):
        return ("outlet",) if outlets.resolve(post).outlet else ("asker", "outlet-word")
    found = "roster" if name in names.roster else "role-word" if hosts else ""
    clues = (found, "described") if found else ("described",)
    return (*clues, *(clue for clue in _against(simplified(post)) if clue != "introduces-list"))


def _against(plain: str) -> tuple[str, ...]:
    clues = []
    if rows.HEADLINE.search(plain):
        clues.append("headline")
    if rows.ORDINAL.fullmatch(plain):
        clues.append("ordinal")
    if rows.INTRODUCES.fullmatch(plain):
        clues.append("introduces-list")
    if _PROSE.search(plain) or re.search(rf"[{HAN}]的[{HAN}]", plain):
        clues.append("prose")
    if len(plain) > _LONGEST:
        clues.append("long")
    return tuple(clues)
