"""Raw text to speaker turns as written.

In: any text. Out: tokens that partition it (`lex`), or `Written`: roster, head, turns, notes (`read.read_page`). One
room a step: `page/` (lines as they look), `form/` (which heads open turns), `zones/` (head, record, foot), `roster/`,
`turns/`.
Promises: linear time, no failure on any `str`. Concludes nothing about people, and never asks which language it reads.
"""

from __future__ import annotations

from scio_transcripts.lexer.page.lex import lex
from scio_transcripts.lexer.page.lines import lines_of
from scio_transcripts.lexer.page.sheets import Laid, Sheet, lay_out
from scio_transcripts.lexer.page.tokens import PLAIN, Form, Kind, Line, Lines, Looks, Token
from scio_transcripts.lexer.view.view import View, marked_in, view_of

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
