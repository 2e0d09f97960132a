"""From a text to its lines: one pass, lossless.

In: any text. Out: the lines that are not blank, each with its place and, where it is not plain speech, its looks.
Between them lie only white space, line ends and zero-width characters. Knows nothing of neighbours: a line looks the
same wherever it stands.

This is the hot path: a transcript is mostly long paragraphs, and those must cost no pattern and no object at all.
"""

from __future__ import annotations

from functools import lru_cache

from scio_transcripts.lazy import re
from scio_transcripts.lexer.page.inner import cut_at_heads
from scio_transcripts.lexer.page.marks import BRACKETED, HOST, HOST_NAMED, LABEL, MARKDOWN
from scio_transcripts.lexer.page.patterns import BLANKS, COLONS, PAGE_BREAK_TAG, ZERO_WIDTH
from scio_transcripts.lexer.page.rules import FURNITURE_BEGINS, kind_of, may_be_furniture
from scio_transcripts.lexer.page.stamps import BLOT, BULLETS, blotted, words_begin
from scio_transcripts.lexer.page.tokens import Form, Kind, Lines, Looks
from scio_transcripts.registry import outlets
from scio_transcripts.registry.han import split_post
from scio_transcripts.registry.names import SMALL_WORDS

LONGEST_LABEL = 232
"""Characters in which a label's colon must come: whole titles are labels on some pages."""
_OPENERS = frozenset("[［【〔(（#*_<-–—|｜>＞" + BULLETS)
_SEEN = BLANKS + BLOT
_UNSEEN = frozenset(ZERO_WIDTH)
_TAG_STARTS = "_[<"
_SENTENCE_ENDS = frozenset('.?!”"')
_CLOSING = frozenset("]］)）】")
_SHORT = 60
"""Above this a line that ends like a sentence is furniture only if it begins like furniture."""
_REMEMBERED = 160
"""Labels and short lines recur; the looks of lines up to this length are remembered."""
_COLON = re.compile(f"[{COLONS}]")
_WIDE_COLONS = COLONS[1:]
_INLINE = ((Form.INLINE, LABEL),)
_SET_OFF = ((Form.BRACKETED, BRACKETED), (Form.MARKDOWN, MARKDOWN), *_INLINE)
"""Patterns of labels, each with its form; only a few signs can begin the first two."""
_PIECES = frozenset({Kind.LABEL, Kind.STAMP, Kind.CREDIT, Kind.DISCLAIMER})
_PIECE = Looks(Kind.TEXT)
_NEVER = 1 << 62
_MOST_SMALL = 2
_LONGEST_SMALL = 40


def lines_of(text: str) -> Lines:
    """The lines of `text` that are not blank, in order.

    >>> [(line.kind.value, line.text) for line in lines_of("Lin Dahai:\\n\\n  Good morning.")]
    [('label', 'Lin Dahai:'), ('text', 'Good morning.')]
    """
    texts: list[str] = []
    starts: list[int] = []
    marked: dict[int, Looks] = {}
    glued: set[int] = set()
    add_text, add_start = texts.append, starts.append
    position = 0
    wide = not text.isascii() and any(colon in text for colon in _WIDE_COLONS)
    colon = -1
    # splitlines() cuts at every line end that Unicode knows; with the ends kept, offsets stay true.
    for raw, is_glued in cut_at_heads(text.splitlines(keepends=True)):
        if raw == "\n":
            position += 1
            continue
        body = raw.strip()
        if body and (body[0] in _UNSEEN or body[-1] in _UNSEEN):
            body = raw.strip(BLANKS)
        if not body:
            position += len(raw)
            continue
        first, length = body[0], len(body)
        start = position if raw[0] == first else position + raw.index(body)
        position += len(raw)
        if colon < start:
            colon = _next_colon(text, start, wide=wide)
        if (
            length <= _SHORT
            or body[-1] not in _SENTENCE_ENDS
            or (colon - start <= LONGEST_LABEL and colon - start < length)
            or first in _OPENERS
            or (body[:3] in FURNITURE_BEGINS and may_be_furniture(body))
            or body[-2] in _CLOSING
            or is_glued
        ):
            looks = _remembered_looks(body) if length <= _REMEMBERED else _looks(body)
            # A piece of a printed line is a head, a stamp, a credit, or goes back to the words before it.
            marked[len(texts)] = looks if not is_glued or looks.kind in _PIECES else _PIECE
        if is_glued:
            glued.add(len(texts))
        add_text(body)
        add_start(start)
    return Lines(text, texts, starts, marked, frozenset(glued))


def _next_colon(text: str, start: int, *, wide: bool) -> int:
    if wide:
        found = _COLON.search(text, start)
        return found.start() if found else _NEVER
    position = text.find(":", start)
    return position if position >= 0 else _NEVER


def _looks(body: str) -> Looks:
    """The looks of any line."""
    if body[0] in _OPENERS or _COLON.search(body, 0, LONGEST_LABEL + 1):
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
    words = plain[offset:]
    if not words:
        return Looks(Kind.STAMP if BLOT in plain else kind_of(body) or Kind.TEXT, tag_end=tag_end)
    is_speech = len(words) > _REMEMBERED and words[-1] in _SENTENCE_ENDS and words[:3] not in FURNITURE_BEGINS
    if not is_speech and (kind := kind_of(body[offset:]) or (kind_of(body) if offset > tag_end else None)):
        return Looks(kind, tag_end=tag_end)
    return _looks_of_label(words, offset, tag_end)


def _looks_of_label(words: str, offset: int, tag_end: int) -> Looks:
    """The looks of a line that is a label, with or without speech, or else text. The words begin at `offset`."""
    for form, pattern in _SET_OFF if words[0] in _OPENERS else _INLINE:
        if label := pattern.match(words):
            if form is Form.INLINE and _is_prose(label["words"]):
                continue
            first = label.start("number") if form is Form.INLINE and label["number"] else label.start("words")
            printed = words[first : label.end("words")].rstrip(_SEEN)
            speech = len(words) - len(words[label.end() :].lstrip(_SEEN))
            if printed == HOST and (host := HOST_NAMED.match(words)) and split_post(host["who"]):
                printed, speech = words[: host.end("who")], host.end()
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


_remembered_looks = lru_cache(maxsize=4096)(_looks)
outlets.on_change(_remembered_looks.cache_clear)
