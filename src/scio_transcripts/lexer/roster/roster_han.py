"""People named with their posts in Chinese sentences: the lede, a caption, the chair's introduction.

In: a stretch of text. Out: `RawPerson`s, in order. Promises: a name counts only behind a post, or before a title of
courtesy, and where a word follows that can follow a name. Knows shapes only.
"""

from __future__ import annotations

from collections.abc import Iterator

from scio_transcripts.language.label import read_label
from scio_transcripts.language.speech_acts import announces_event, begins_record, tells_of_holding
from scio_transcripts.lazy import re
from scio_transcripts.lexer import Kind, Line
from scio_transcripts.lexer.turns.raw import RawPerson
from scio_transcripts.registry.han import (
    ENDS_BODIES,
    HAN,
    HONORIFICS,
    RANKS,
    han_posts,
    is_han_name,
    name_length,
    plain_name,
    simplified,
    split_post,
)
from scio_transcripts.spans import Span

_LONGEST = 3000
"""Characters that are looked at: no lede and no introduction is longer."""
_LONGEST_POST = 80
_SPEECH_END = ("。", "！", "？", "：", ":", "!", "?")
_NAME_LENGTHS = (4, 3, 2)
_HONORIFIC = "|".join(HONORIFICS)
_POST_WORDS = "|".join(sorted(map(re.escape, han_posts()), key=len, reverse=True))
# What a post cannot hold, so that it begins behind it: `自由贸易区`, `国有资产` and `申请` are parts of posts.
_BEFORE_POST = re.compile(
    r".*(?:[，,；;。！!？?：:（(）)]|\d日(?:电|讯)?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[上下]午|图为|邀请到?了?|(?<!申)请[到来]?了?|有请|分别是|还有|就是"
    r"|以下[是为]|[今昨][天日早]|联同|会同|偕同?|(?:先生|女士|同志|小姐|博士|夫人)(?=[、，,])"
    r"|主持人是|他是|她是|他们是|(?<!自)由(?!于)|(?<!转)让|(?<!国)有(?![色限关机])|是|(?<!存)在|以及)"
)
# `局长顾云亮和`, `情况和`: there `和` stands between people; in `工业和信息化部` it is a part of the post.
_AND = re.compile(r"[和与及]")
_JOINS = re.compile(rf"(?:副?(?:{_POST_WORDS})(?=[和与及、联会偕]))?(?:联同|会同|偕同?|[和与及、])")
_ENDS_PERSON = re.compile(rf"(?:{_HONORIFIC}|(?:{_POST_WORDS})[{HAN}]{{2,4}})$")
_BETWEEN = "、，,；; 　\t\xa0和及与與"
_POSTS = re.compile(_POST_WORDS)
_BEGINS = frozenset("和与及由向让请")
"""What may stand before a name, and is a family name, too: `和江帆女士`."""
_BEFORE_NAMES = frozenset(_BETWEEN) | _BEGINS


def people_said(text: str, offset: int = 0) -> list[RawPerson]:
    """Everybody named with a post or a title of courtesy, each once, in order.

    >>> found = people_said("请渡口管理局局长顾云亮、副局长江帆介绍情况，由新闻局副局长林大海主持。")
    >>> [(p.name, p.description, p.heading) for p in found]
    [('顾云亮', '渡口管理局局长', None), ('江帆', '副局长', None), ('林大海', '新闻局副局长', 'chair')]
    """
    text = text[:_LONGEST]
    found: dict[str, RawPerson] = {}
    for person in (*_behind_posts(text), *_with_courtesy(text)):
        found.setdefault(person.name, person)
    in_order = sorted(found.values(), key=lambda person: person.name_span)
    return [p._replace(name_span=p.name_span.moved(offset), span=p.span.moved(offset)) for p in in_order]


def names_its_people(sentence: str) -> bool:
    """Whether a sentence of the head is one that says who speaks at the event.

    >>> names_its_people("渡口局将举行招待会，局长顾云亮将介绍情况。"), names_its_people("以下为顾云亮的谈话全文：")
    (True, True)
    >>> names_its_people("局长顾云亮表示，渡船已经修好。")
    False
    """
    return (announces_event(sentence) and tells_of_holding(sentence)) or begins_record(sentence.lstrip())


def person_on(text: str, heading: str) -> RawPerson | None:
    """Somebody alone on a line under a heading, with the post before or behind the name.

    >>> person_on("江　帆 渡口管理局副局长", "speakers").name, person_on("请江帆介绍。", "speakers")
    ('江帆', None)
    """
    titled = split_post(text)
    if titled is None:
        return None
    start, end = _place_of_name(text, titled[1])
    return RawPerson(
        name=titled[1],
        name_span=Span(start, end),
        span=Span(0, len(text)),
        description=titled[0],
        heading=heading,
    )


def _place_of_name(text: str, name: str) -> tuple[int, int]:
    """Where the characters of a name stand, which may have blanks and readings between them."""
    between = r"[^·\n]{0,12}?"
    found = re.search(between.join(map(re.escape, name)), text)
    return (found.start(), found.end()) if found else (0, len(text))


def is_speech(line: Line | None) -> bool:
    """Whether a line is speech, so that what stands above it is a label: `各位朋友：`, or a sentence."""
    if line is None or line.kind not in (Kind.TEXT, Kind.LABEL):
        return False
    if line.kind is Kind.LABEL:
        return read_label(line.looks.label).clues == ("salutation",)
    return line.text.endswith(_SPEECH_END)


def _behind_posts(text: str) -> Iterator[RawPerson]:
    """`渡口管理局局长顾云亮`: the post ends where the name begins."""
    plain = simplified(text)
    end = 0
    for found in _POSTS.finditer(plain):
        start = found.end()
        while start < len(text) and text[start] in " \xa0\u3000":
            start += 1
        is_byline = plain.endswith("记者", 0, found.end())
        if start < end or is_byline or not (length := name_length(text, start, plain)):
            continue
        begin = _post_begins(plain, max(end, found.start() - _LONGEST_POST), found.end())
        yield _person(text, plain, begin, found.end(), start, start + length)
        end = start + length


def _with_courtesy(text: str) -> Iterator[RawPerson]:
    """`和江帆女士`: a title of courtesy shows that a name stands before it."""
    plain = simplified(text)
    for found in re.finditer(_HONORIFIC, plain):
        for length in _NAME_LENGTHS:
            start = found.start() - length
            before = text[start - 1 : start]
            name = text[start : found.start()] if start >= 0 else ""
            if name[:1] in _BEGINS and is_han_name(name[1:]):
                continue
            if is_han_name(name) and (not before or before in _BEFORE_NAMES or plain[start - 1] in ENDS_BODIES):
                yield _person(text, plain, start, start, start, found.start())
                break


def _post_begins(plain: str, first: int, end: int) -> int:
    """Where the post begins that ends at `end`."""
    before = _BEFORE_POST.match(plain, first, end)
    begin = before.end() if before and before.end() < end - 1 else first
    for joint in _AND.finditer(plain, begin, end - 1):
        if _ENDS_PERSON.search(plain, begin, joint.start()):
            begin = joint.end()
    if begin == first and (joins := _JOINS.match(plain, begin, end)):
        begin = joins.end()
    while begin < end and plain[begin] in _BETWEEN:
        begin += 1
    return begin


def _person(text: str, plain: str, begin: int, post_end: int, start: int, end: int) -> RawPerson:
    known = next((words for words in (*HONORIFICS, *RANKS) if plain.startswith(words, end)), "")
    last = end + len(known)
    honorific = text[end:last] or None
    # `主持例行记者会`: a spokesman who hosts and answers.
    chairs = (plain.startswith("主持", last) and not plain.startswith("主持例行", last)) or "主持人" in plain[
        begin:start
    ]
    return RawPerson(
        name=plain_name(text[start:end]),
        name_span=Span(start, end),
        span=Span(begin, last),
        honorific=honorific,
        description=text[begin:post_end].strip() or None,
        heading="chair" if chairs else None,
    )
