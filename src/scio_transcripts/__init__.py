"""Read the press-conference transcripts of China's State Council Information Office (SCIO) into one typed document.

>>> from scio_transcripts import parse
>>> parse("Reuters:\\n\\nWhat comes next? Thank you.").turns[0].role
'reporter'

Names are imported when first used, so that `import scio_transcripts` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from scio_transcripts._version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from scio_transcripts.diagnostics import Diagnostic
    from scio_transcripts.errors import DialectError, ScioTranscriptsError, SourceError, StrictError
    from scio_transcripts.lexer import Token, lex
    from scio_transcripts.model import Exchange, Note, Paragraph, Participant, Transcript, Turn
    from scio_transcripts.pipeline import parse

_HOMES = {
    "Diagnostic": "diagnostics",
    "DialectError": "errors",
    "ScioTranscriptsError": "errors",
    "SourceError": "errors",
    "StrictError": "errors",
    "Token": "lexer",
    "lex": "lexer",
    "Exchange": "model",
    "Note": "model",
    "Paragraph": "model",
    "Participant": "model",
    "Transcript": "model",
    "Turn": "model",
    "parse": "pipeline",
}
"""Where each public name lives."""

__all__ = [
    "Diagnostic",
    "DialectError",
    "Exchange",
    "Note",
    "Paragraph",
    "Participant",
    "ScioTranscriptsError",
    "SourceError",
    "StrictError",
    "Token",
    "Transcript",
    "Turn",
    "__version__",
    "lex",
    "parse",
    "read",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


def read(
    path: str | Path, *, encoding: str | None = None, dialect: str | None = None, strict: bool = False
) -> Transcript:
    """Read a file as one transcript.

    `encoding` names the file's encoding; without it, a byte-order mark decides, or else UTF-8. Raises `SourceError` for
    a file that is missing, a folder, or not text; `dialect` and `strict` are those of `parse`.
    """
    from scio_transcripts.pipeline import parse_source
    from scio_transcripts.sources.text import source_of_file

    return parse_source(source_of_file(path, encoding=encoding), dialect=dialect, strict=strict)
