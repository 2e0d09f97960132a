"""Labels in Chinese characters: what decides stands at the end, the post before the name, the outlet before 记者.

In: the words of a label, and the names that the page gives. Out: clues by name, for and against. The twin of
`language/en/label.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

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
    from collections.abc import Callable

    from scio_transcripts.language.label import PageNames

_LONGEST = 45
_LONGEST_POST = 20
_COLON = re.compile("[:：]")
_BLANKS = re.compile(r"[ \t\xa0\u3000]+")
_WRITTEN = "文"
_SHORTEST_IN_WEN = 3
_SPACED_NAME = re.compile(rf"[{HAN}][ \xa0\u3000]{{1,4}}[{HAN}]")
_TITLED_PAPER = re.compile(r"《[^《》]{2,14}》(?:记者|記者)?")
_REPORTER = "记者"
_HOSTS = ("主持", "主播", "司仪")
# The name of a reporter; no `会实录`, and nothing else of the press as a body.
_BEHIND_REPORTER = re.compile(r"[ :：]?(?P<who>[^记者会团协]{2,10})")
_OF_NO_NAME = "introduces-list"
"""A clue that says nothing of a post with a name: 局长林说 ends with a word that could be the name's."""


class _Label(NamedTuple):
    words: str
    plain: str
    """The words in simplified characters."""
    whole: str
    """With brackets at the end."""
    names: PageNames


def clues_of(words: str, whole: str, names: PageNames) -> tuple[str, ...]:
    """The clues in a label. `words`: without number and without brackets at the end; `whole`: with them."""
    if _SPACED_NAME.fullmatch(words):
        words = _BLANKS.sub("", words)
    label = _Label(words, simplified(words), whole, names)
    for reading in _READINGS:
        if clues := reading(label):
            return clues
    return ()


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


def _in_roster(label: _Label) -> tuple[str, ...]:
    return ("roster",) if label.words in label.names.roster else ()


def _described(label: _Label) -> tuple[str, ...]:
    """`渡口管理局局长 林大海`: a post and a name, in either order."""
    found = split_post(label.words)
    if found is None:
        return ()
    post, name = found
    plain_post = simplified(post)
    if plain_post.endswith(_REPORTER):
        return _of_outlet(post)
    against = tuple(clue for clue in _against(plain_post) if clue != _OF_NO_NAME)
    if name in label.names.roster:
        return ("roster", "described", *against)
    hosts = label.plain.startswith(_HOSTS)
    return ("role-word", "described", *against) if hosts else ("described", *against)


def _part(label: _Label) -> tuple[str, ...]:
    return ("role-word",) if rows.PART.found_in(label.words) else ()


def _salutation(label: _Label) -> tuple[str, ...]:
    return ("salutation",) if rows.SALUTES.found_in(label.words) and not is_han_name(label.words) else ()


def _reporter(label: _Label) -> tuple[str, ...]:
    """`海港日报记者`, `海港日报记者 林大海`: no sentence begins with a reporter's outlet and a colon."""
    _, reporter, behind = label.plain.rpartition(_REPORTER)
    if not reporter or rows.RUNNING_TEXT.found_in(label.plain):
        return ()
    return _of_outlet(label.words) if not behind or _is_reporters_name(label.words, behind) else ()


def _is_reporters_name(words: str, behind: str) -> bool:
    if not (found := _BEHIND_REPORTER.fullmatch(behind)):
        return False
    who = found["who"]
    return is_han_name(words[-len(who) :]) or (who != behind and not rows.HEADLINE.found_in(who))


def _of_outlet(words: str) -> tuple[str, ...]:
    return ("outlet",) if outlets.resolve(words).outlet else ("asker", "outlet-word")


def _field(label: _Label) -> tuple[str, ...]:
    words = _COLON.split(label.words)[0]
    return ("field",) if rows.FIELD.found_in(words) and not _is_name_in_wen(words) else ()


def _is_name_in_wen(words: str) -> bool:
    """`林大文`: what writers are named by, `文：`, ends many names; of two characters, `全文` and the like, none."""
    return words.endswith(_WRITTEN) and len(words) >= _SHORTEST_IN_WEN and is_han_name(words)


def _announcer(label: _Label) -> tuple[str, ...]:
    """`林大海首先发布消息`: somebody, although the label ends as a field does."""
    name = split_label(label.words)[1]
    if name == label.words:
        return ()
    return ("roster",) if name in label.names.roster else ("person", "opens")


def _person(label: _Label) -> tuple[str, ...]:
    """`林大海`; `林大海（渡口局局长）`."""
    if not is_han_name(label.words):
        return ()
    return ("person", "described") if ends_in_post(label.whole.rstrip("）)")) else ("person",)


def _titled_paper(label: _Label) -> tuple[str, ...]:
    """`《海港日报》`: the marks of a title show a paper, where its last word is one's."""
    if not _TITLED_PAPER.fullmatch(label.words):
        return ()
    return ("asker", "outlet-word") if rows.OUTLET_ENDING.found_in(label.words) else ("name-shaped",)


def _post_or_outlet(label: _Label) -> tuple[str, ...]:
    """`渡口司司长`: the post speaks for whoever holds it."""
    if (against := _against(label.plain)) or len(label.words) > _LONGEST_POST:
        return against
    if ends_in_post(label.words):
        return ("office",)
    return ("outlet-word",) if rows.OUTLET_ENDING.found_in(label.words) else ()


_READINGS: Final[tuple[Callable[[_Label], tuple[str, ...]], ...]] = (
    _in_roster,
    _described,
    _part,
    _salutation,
    _reporter,
    _announcer,
    _field,
    _person,
    _titled_paper,
    _post_or_outlet,
)
"""What a label may be, in order; the first that fits counts."""


def _against(plain: str) -> tuple[str, ...]:
    clues = [clue for clue, meaning in rows.AGAINST.items() if meaning.found_in(plain)]
    if rows.RUNNING_TEXT.found_in(plain) or rows.OF.found_in(plain):
        clues.append("prose")
    if len(plain) > _LONGEST:
        clues.append("long")
    return tuple(clues)
