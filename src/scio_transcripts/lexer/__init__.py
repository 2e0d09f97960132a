"""Text to tokens, lossless: named patterns, an ordered table of rules."""

from __future__ import annotations

from scio_transcripts.lexer.lex import lex
from scio_transcripts.lexer.lines import lines_of
from scio_transcripts.lexer.tokens import Form, Kind, Line, Looks, Token

__all__ = ["Form", "Kind", "Line", "Looks", "Token", "lex", "lines_of"]
