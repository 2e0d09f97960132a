"""Text to lines and tokens, lossless: named patterns, and an ordered table of rules.

In: any text. Out: its lines, or tokens whose texts, joined, are the text. Promises: linear time, no failure on any
`str`. Knows looks only: whether a label is one, the parser decides.
"""

from __future__ import annotations

from scio_transcripts.lexer.lex import lex
from scio_transcripts.lexer.lines import lines_of
from scio_transcripts.lexer.sheets import Laid, Sheet, lay_out
from scio_transcripts.lexer.tokens import PLAIN, Form, Kind, Line, Lines, Looks, Token
from scio_transcripts.lexer.view import View, marked_in, view_of

__all__ = [
    "PLAIN",
    "Form",
    "Kind",
    "Laid",
    "Line",
    "Lines",
    "Looks",
    "Sheet",
    "Token",
    "View",
    "lay_out",
    "lex",
    "lines_of",
    "marked_in",
    "view_of",
]
