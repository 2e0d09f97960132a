"""The public lexer: tokens that partition the text exactly.

In: any text. Out: tokens whose texts, joined, are that text. Promises: linear time, no failure on any `str`. Knows
looks only: a label token may turn out to be speech.
"""

from __future__ import annotations

from collections.abc import Iterator

from scio_transcripts.lexer.lines import lines_of
from scio_transcripts.lexer.patterns import BLANKS
from scio_transcripts.lexer.tokens import Kind, Line, Token


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
    tokens: list[Token] = []
    position = 0
    for line in lines_of(text):
        for kind, start, end in _parts(line):
            if start > position:
                tokens.append(Token(Kind.BLANK, position, start, text[position:start]))
            if end > start:
                tokens.append(Token(kind, start, end, text[start:end]))
            position = end
    if position < len(text):
        tokens.append(Token(Kind.BLANK, position, len(text), text[position:]))
    return tuple(tokens)


def _parts(line: Line) -> Iterator[tuple[Kind, int, int]]:
    """The tokens of one line, in order, without the blanks between them."""
    start, looks = line.start, line.looks
    if looks is None:
        yield line.kind, line.start, line.end
        return
    if looks.tag_end:
        yield Kind.TAG, start, start + looks.tag_end
    rest = _skip_blanks(line, looks.tag_end)
    if line.kind is not Kind.LABEL:
        yield line.kind, rest, line.end
        return
    yield Kind.MARK, rest, start + looks.label_start
    yield Kind.LABEL, start + looks.label_start, start + looks.label_end
    mark_end = len(line.text) if looks.speech < 0 else looks.speech
    yield (
        Kind.MARK,
        start + looks.label_end,
        start + looks.label_end + len(line.text[looks.label_end : mark_end].rstrip()),
    )
    if looks.speech >= 0:
        yield Kind.TEXT, start + looks.speech, line.end


def _skip_blanks(line: Line, offset: int) -> int:
    rest = line.text[offset:]
    return line.start + offset + len(rest) - len(rest.lstrip(BLANKS))
