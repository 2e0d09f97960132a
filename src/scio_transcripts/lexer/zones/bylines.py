"""Bylines and host lines: who wrote the page, and who hosted the event, on lines without a verb.

In: the words of one line. Out: whether it is such a line, and where the words for the people begin. Promises: nobody
speaks such a line. A byline may name the speaker himself: `By Senior Colonel Lin Dahai, spokesperson for ...`. Knows
nothing of who anybody is.
"""

from __future__ import annotations

from scio_transcripts.lazy import re
from scio_transcripts.lexer.zones.ledes import is_spoken
from scio_transcripts.registry.names import is_name_shaped, is_person, names_post, split_honorific

_LONGEST = 300
_BY = re.compile(r"(?:(?:[Ww]ritten|[Rr]eported|[Cc]ompiled|[Tt]ext|[Ss]tory|[Rr]eporting) )?(?:[Bb]y|BY) (?=[A-Z])")
_BETWEEN = re.compile(r",? and | ?& ?|, |[、;；/]| ?[|丨｜(（] ?")
_WRITES = re.compile(
    r"\b(?:reporters?|writers?|correspondents?|journalists?|editors?|columnists?|staff|photographers?)\b", re.I
)
_HOSTED_BY = re.compile(
    r"(?:(?:The |This )?(?:[a-z]+ ){0,3}?(?:was |is )?)"
    r"(?:[Hh]osted|[Cc]haired|[Mm]oderated|[Pp]resided(?: over)?) by ?[:：]? "
    r"(?=[A-Z]|the )"
)
_SENTENCE_END = (".", "!", "?", "。", "！", "？", ":", "：")


def is_byline(words: str) -> bool:
    """Whether a line says who wrote the page.

    `Reporters: Lin Dahai, Gu Wei` looks like a label, and is the lexer's.

    >>> is_byline("By Major General Lin Dahai, Director of the Press Office"), is_byline("By Gu Wei and Jane Roe")
    (True, True)
    >>> is_byline("By Friday we are done."), is_byline("By Harbour Road, where the ferries land")
    (False, False)
    """
    if len(words) > _LONGEST or words.endswith(_SENTENCE_END):
        return False
    by = _BY.match(words)
    return by is not None and _names_authors(words[by.end() :])


def names_bearer(words: str) -> bool:
    """Whether a byline names its author with a post that is no writer's: the speaker of the page.

    >>> names_bearer("By Gu Wei, mayor of Linzhou"), names_bearer("By Gu Wei, staff reporter")
    (True, False)
    """
    by = _BY.match(words)
    if by is None or _WRITES.search(words):
        return False
    author, _, post = words[by.end() :].partition(",")
    return names_post(post) or split_honorific(author)[0] is not None


def is_host_line(words: str) -> bool:
    """Whether a line says who hosts, and nothing is spoken on it.

    `Host: Gu Wei` is a heading, and the lexer's.

    >>> is_host_line("Hosted by Gu Wei, deputy mayor"), is_host_line("We are hosted by Gu Wei.")
    (True, False)
    """
    found = _HOSTED_BY.match(words)
    return found is not None and len(words) <= _LONGEST and not is_spoken(words[found.end() :])


def _names_authors(words: str) -> bool:
    author = _BETWEEN.split(words, maxsplit=1)[0].strip()
    honorific, name = split_honorific(author)
    name = name.title() if name.isupper() else name
    if is_person(name):
        return True
    rest = words[len(author) :]
    is_named = is_name_shaped(name) and not names_post(name)
    return is_named and (honorific is not None or not rest or names_post(rest) or _WRITES.search(rest) is not None)
