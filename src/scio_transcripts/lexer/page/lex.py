"""The public lexer: tokens that partition the text exactly.

In: any text. Out: tokens whose texts, joined, are that text. Promises: linear time, no failure on any `str`. Knows
looks only: a label token may turn out to be speech.
"""

from __future__ import annotations

from collections.abc import Iterator

from scio_transcripts.lexer.page.lines import lines_of
from scio_transcripts.lexer.page.patterns import BLANKS
from scio_transcripts.lexer.page.tokens import PLAIN, Kind, Looks, Token
from scio_transcripts.lexer.view.view import view_of


def lex(text: str) -> tuple[Token, ...]:
    """Split `text` into tokens, each with kind and span; `start` and `end` are character offsets.

    The kinds are looks, not decisions: a `label` token has a label's place and shape, and the parser weighs
    whether it is one.

    >>> for token in lex("Reuters:\\nWhy?"):
    ...     print(token.kind.value, token.start, token.end, repr(token.text))
    label 0 7 'Reuters'
    mark 7 8 ':'
    blank 8 9 '\\n'
    text 9 13 'Why?'
    """
    view = view_of(text)
    if not view.is_same:
        read = [(token.kind, view.back(token.start), view.back(token.end)) for token in _tokens(view.text)]
        return tuple(Token(kind, start, end, text[start:end]) for kind, start, end in read)
    return _tokens(text)


def _tokens(text: str) -> tuple[Token, ...]:
    lines = lines_of(text)
    tokens: list[Token] = []
    position = 0
    for index, (start, words) in enumerate(zip(lines.starts, lines.texts, strict=True)):
        for kind, first, last in _parts(start, words, lines.marked.get(index, PLAIN)):
            if first > position:
                tokens.append(Token(Kind.BLANK, position, first, text[position:first]))
            if last > first:
                tokens.append(Token(kind, first, last, text[first:last]))
            position = last
    if position < len(text):
        tokens.append(Token(Kind.BLANK, position, len(text), text[position:]))
    return tuple(tokens)


def _parts(start: int, words: str, looks: Looks) -> Iterator[tuple[Kind, int, int]]:
    """The tokens of one line, in order, without the blanks between them."""
    end = start + len(words)
    if looks is PLAIN:
        yield looks.kind, start, end
        return
    if looks.tag_end:
        yield Kind.TAG, start, start + looks.tag_end
    rest = end - len(words[looks.tag_end :].lstrip(BLANKS))
    if looks.kind is not Kind.LABEL:
        yield looks.kind, rest, end
        return
    yield Kind.MARK, rest, start + looks.label_start
    yield Kind.LABEL, start + looks.label_start, start + looks.label_end
    mark_end = len(words) if looks.speech < 0 else looks.speech
    mark = words[looks.label_end : mark_end].rstrip()
    yield Kind.MARK, start + looks.label_end, start + looks.label_end + len(mark)
    if looks.speech >= 0:
        yield Kind.TEXT, start + looks.speech, end
