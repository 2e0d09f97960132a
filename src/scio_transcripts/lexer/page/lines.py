"""From a text to its lines: one pass, lossless.

In: any text. Out: the lines that are not blank, each with its place and, where it is not plain speech, its looks.
Between them lie only white space, line ends and zero-width characters. Knows nothing of neighbours: a line looks the
same wherever it stands.

This is the hot path: a transcript is mostly long paragraphs, and those must cost no pattern and no object at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import accumulate

from scio_transcripts.language import label_rows
from scio_transcripts.lazy import re
from scio_transcripts.lexer.page.inner import cut_at_heads
from scio_transcripts.lexer.page.marks import BEHIND_PART, BRACKETED, LABEL, MARKDOWN, NUMBERED_OPENER
from scio_transcripts.lexer.page.patterns import BLANKS, COLONS, PAGE_BREAK_TAG, ZERO_WIDTH
from scio_transcripts.lexer.page.rules import FURNITURE_BEGINS, kind_of, may_be_furniture
from scio_transcripts.lexer.page.stamps import BLOT, BULLETS, blotted, words_begin
from scio_transcripts.lexer.page.tokens import Form, Kind, Lines, Looks
from scio_transcripts.registry import outlets
from scio_transcripts.registry.han import split_post
from scio_transcripts.registry.names import SMALL_WORDS, is_person

LONGEST_LABEL = 232
"""Characters in which a label's colon must come: whole titles are labels on some pages."""
_OPENERS = frozenset("[［【〔(（#*_<-–—|｜>＞" + BULLETS)
_SEEN = BLANKS + BLOT
_UNSEEN = frozenset(ZERO_WIDTH)
_TAG_STARTS = "_[<"
_SENTENCE_ENDS = frozenset('.?!”"。？！')
_CLOSING = frozenset("]］)）】摄攝")
_BEGINS = _OPENERS | frozenset("图圖")
"""First and last but one characters of lines that end like a sentence and may be furniture."""
_SHORT = 60
"""Above this a line that ends like a sentence is furniture only if it begins like furniture."""
_LONGEST_NOTE = 160
"""Above this a line with a label's beginning that ends like a sentence is speech."""
_COLON = re.compile(f"[{COLONS}]")
_INLINE = ((Form.INLINE, LABEL),)
_SET_OFF = ((Form.BRACKETED, BRACKETED), (Form.MARKDOWN, MARKDOWN), *_INLINE)
"""Patterns of labels, each with its form; only a few signs can begin the first two."""
_PIECES = frozenset({Kind.LABEL, Kind.STAMP, Kind.CREDIT, Kind.DISCLAIMER})
_PIECE = Looks(Kind.TEXT)
_MOST_SMALL = 2
_LONGEST_PART = 24
_LONGEST_SMALL = 40


def lines_of(text: str) -> Lines:
    """The lines of `text` that are not blank, in order.

    >>> [(line.kind.value, line.text) for line in lines_of("Lin Dahai:\\n\\n  Good morning.")]
    [('label', 'Lin Dahai:'), ('text', 'Good morning.')]
    """
    pieces, cut_off = cut_at_heads(text)
    bodies = list(map(str.strip, pieces))
    texts = list(filter(None, bodies))
    if not _UNSEEN.isdisjoint({body[0] for body in texts}) or not _UNSEEN.isdisjoint({body[-1] for body in texts}):
        bodies = [piece.strip(BLANKS) for piece in pieces]
        texts = list(filter(None, bodies))
    starts = [
        place if piece[0] == body[0] else place + piece.index(body)
        for piece, body, place in zip(pieces, bodies, accumulate(map(len, pieces), initial=0), strict=False)
        if body
    ]
    glued = _among_lines(bodies, cut_off) if cut_off else frozenset[int]()
    return Lines(text, texts, starts, _marked(texts, glued, [colon for colon in COLONS if colon in text]), glued)


def _among_lines(bodies: list[str], places: Collection[int]) -> frozenset[int]:
    """The numbers, among the lines that are not blank, of pieces that are counted with them."""
    numbers = accumulate(map(bool, bodies), initial=0)
    return frozenset(
        number for place, (number, body) in enumerate(zip(numbers, bodies, strict=False)) if body and place in places
    )


def _marked(texts: list[str], glued: Collection[int], colons: Iterable[str]) -> dict[int, Looks]:
    """The looks of the lines that may be something else than a sentence of speech, each of equal lines read once."""
    chosen = {index for index, body in enumerate(texts) if len(body) <= _SHORT or _may_be_more(body)}
    for colon in colons:
        chosen.update(index for index, body in enumerate(texts) if body.find(colon, 0, LONGEST_LABEL + 1) >= 0)
    read: dict[str, Looks] = {}
    marked: dict[int, Looks] = {}
    for index in sorted(chosen.union(glued)):
        body = texts[index]
        looks = read.get(body)
        if looks is None:
            looks = read[body] = _looks(body)
        # A piece of a printed line is a head, a stamp, a credit, or goes back to the words before it.
        marked[index] = looks if looks.kind in _PIECES or index not in glued else _PIECE
    return marked


def _may_be_more(body: str) -> bool:
    """Whether a long line without a colon near its beginning may be something else than a sentence of speech."""
    return (
        body[-1] not in _SENTENCE_ENDS
        or body[0] in _BEGINS
        or body[-2] in _CLOSING
        or (body[0].isdigit() and NUMBERED_OPENER.match(body) is not None)
        or (body[:3] in FURNITURE_BEGINS and may_be_furniture(body))
    )


def _looks(body: str) -> Looks:
    """The looks of any line."""
    if body[0] in _OPENERS or _COLON.search(body, 0, LONGEST_LABEL + 1) or NUMBERED_OPENER.match(body):
        return _looks_like_label(body)
    return Looks(kind_of(body) or Kind.TEXT)


def _looks_like_label(body: str) -> Looks:
    """The looks of a line with a colon near its beginning, or with a bracket or a tag there: it may hold a label."""
    tag_end = offset = 0
    if body[0] in _TAG_STARTS and (tag := PAGE_BREAK_TAG.match(body)):
        rest = body[tag.end() :].lstrip(BLANKS)
        if not rest:
            return Looks(Kind.TAG)
        tag_end, offset = tag.end(), len(body) - len(rest)
    plain = blotted(body, LONGEST_LABEL)
    offset += words_begin(plain[offset:])
    if numbered := NUMBERED_OPENER.match(plain, offset):
        offset = numbered.end()
    words = plain[offset:]
    if not words:
        return Looks(_kind_of_signs(body, plain), tag_end=tag_end)
    if kind := _kind_of_furniture(body, words, offset, tag_end):
        begun = plain[tag_end:offset].strip(BLANKS + BULLETS)
        return Looks(Kind.TEXT if _is_source_line(kind, begun) else kind, tag_end=tag_end)
    return _looks_of_label(words, offset, tag_end)


def _kind_of_furniture(body: str, words: str, offset: int, tag_end: int) -> Kind | None:
    """The kind of a line whose words are a field, a credit or the like: neither speech nor a label of two parts."""
    ends = words[-1] in _SENTENCE_ENDS
    if ends and len(words) > _LONGEST_NOTE and words[:3] not in FURNITURE_BEGINS:
        return None
    kind = kind_of(body[offset:]) or (kind_of(body) if offset > tag_end else None)
    return None if kind is Kind.HEADING and ends and _holds_two_colons(words) else kind


def _kind_of_signs(body: str, plain: str) -> Kind:
    """The kind of a line of nothing but stamps and signs."""
    return Kind.STAMP if BLOT in plain else kind_of(body) or Kind.TEXT


def _is_source_line(kind: Kind, begun: str) -> bool:
    """Whether a field or a date behind other words is a source line, or the half of one: `2024-05-06 10:00 Source:`."""
    return bool(begun) and (kind is Kind.HEADING or (kind is Kind.DATE and BLOT not in begun))


def _looks_of_label(words: str, offset: int, tag_end: int) -> Looks:
    """The looks of a line that is a label, with or without speech, or else text. The words begin at `offset`."""
    for form, pattern in _SET_OFF if words[0] in _OPENERS else _INLINE:
        if label := pattern.match(words):
            if form is Form.INLINE and _is_prose(label["words"]):
                continue
            first = label.start("number") if form is Form.INLINE and label["number"] else label.start("words")
            printed = words[first : label.end("words")].rstrip(_SEEN)
            speech = len(words) - len(words[label.end() :].lstrip(_SEEN))
            if two := _part_with_name(words, printed, label.end()):
                printed, speech = words[first : two[0]], two[1]
            alone = speech >= len(words)
            return Looks(
                Kind.LABEL,
                printed,
                offset + first,
                offset + first + len(printed),
                -1 if alone else offset + speech,
                Form.OWN_LINE if form is Form.INLINE and alone else form,
                tag_end,
            )
    return _outlet_in_small_letters(words, offset, tag_end) or Looks(Kind.TEXT, tag_end=tag_end)


def _holds_two_colons(words: str) -> bool:
    """Whether words are `Moderator: Lin Dahai, mayor: Good morning.`: other headings hold one colon and a value."""
    part = LABEL.match(words)
    return part is not None and _part_with_name(words, part["words"].rstrip(_SEEN), part.end()) is not None


def _part_with_name(words: str, part: str, behind: int) -> tuple[int, int] | None:
    """Where the label ends that is a part in the event with its post and name, and where its speech begins."""
    if len(part) > _LONGEST_PART or not label_rows.PART.found_in(part):
        return None
    found = BEHIND_PART.match(words, behind)
    if not found:
        return None
    named = found["name_first"]
    if is_person(named.partition(",")[0]) if named else split_post(found["post_first"]):
        return found.end(found.lastgroup or 0), len(words) - len(words[found.end() :].lstrip(_SEEN))
    return None


def _outlet_in_small_letters(words: str, offset: int, tag_end: int) -> Looks | None:
    """`dpa: ...`, `81.cn:`: labels begin with a capital, unless the registry knows the outlet by these very words."""
    found = _COLON.search(words, 0, _LONGEST_SMALL)
    name = words[: found.start()].rstrip() if found else ""
    if not found or not name or outlets.find(name) is None:
        return None
    speech = len(words) - len(words[found.end() :].lstrip(BLANKS))
    alone = speech >= len(words)
    form = Form.OWN_LINE if alone else Form.INLINE
    return Looks(Kind.LABEL, name, offset, offset + len(name), -1 if alone else offset + speech, form, tag_end)


def _is_prose(words: str) -> bool:
    """Whether the words before a colon are a sentence: by far the most frequent candidate, and never a label."""
    if "," in words:
        return False
    plain = words.split(" (", maxsplit=1)[0] if words.endswith(")") else words
    return len([p for p in plain.split() if p[0].islower() and p not in SMALL_WORDS]) > _MOST_SMALL
