"""Plain text: a `str`, bytes, or a file.

In: any of these. Out: a `Source`: the text, and where it came from. Raises `SourceError` for what is not text. Never
guesses an encoding silently.
"""

from __future__ import annotations

import codecs
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scio_transcripts.errors import SourceError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOKED_AT = 8192


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded text and where it came from."""

    text: str
    facts: dict[str, Any]
    """`uri`, `media_type`, `encoding` and `sha256`, as in `model.Source`."""

    @classmethod
    def of_text(cls, text: str) -> Source:
        """A text that the caller has decoded."""
        if not isinstance(text, str):
            raise TypeError(
                f"parse() takes a str, not {type(text).__name__}; read(path) takes files, bytes are decoded first"
            )
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(text, {"uri": None, "media_type": "text/plain", "encoding": None, "sha256": digest})

    @classmethod
    def of_bytes(cls, data: bytes, *, name: str, uri: str | None = None, encoding: str | None = None) -> Source:
        """Decode bytes: by the encoding that is asked for, by a byte-order mark, or else as UTF-8."""
        chosen = encoding or next((enc for bom, enc in _BOMS if data.startswith(bom)), "utf-8")
        if encoding is None and chosen == "utf-8" and b"\0" in data[:_LOOKED_AT]:
            raise SourceError(name, "is not text (it holds NUL bytes)", "give a saved page as text")
        try:
            text = data.decode("utf-8" if chosen == "utf-8-sig" else chosen)
        except (LookupError, ValueError) as error:
            if isinstance(error, UnicodeDecodeError):
                hint = "name its encoding, such as encoding='gb18030' (on the command line: --encoding gb18030)"
                raise SourceError(name, f"is not {chosen.upper()}: byte {error.start} does not fit", hint) from None
            if isinstance(error, UnicodeError):
                raise SourceError(name, f"is not {chosen.upper()} ({error})", "name its encoding") from None
            raise SourceError(
                name, f"no encoding is named {encoding!r}", "use a name such as utf-8 or gb18030"
            ) from None
        digest = hashlib.sha256(data).hexdigest()
        return cls(text, {"uri": uri, "media_type": "text/plain", "encoding": chosen, "sha256": digest})


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a file. Raises `SourceError` that says what is wrong and what to do."""
    try:
        return Path(path).read_bytes()
    except FileNotFoundError:
        raise SourceError(str(path), "no such file", "check the spelling, or the folder you are in") from None
    except IsADirectoryError:
        raise SourceError(str(path), "is a folder", "name the files in it, such as folder/*.txt") from None
    except PermissionError:
        raise SourceError(str(path), "may not be read", "check its permissions") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(str(path), f"cannot be read ({reason})") from None


def source_of_file(path: str | Path, *, encoding: str | None = None) -> Source:
    """Read a file as text."""
    return Source.of_bytes(
        read_bytes(path), name=str(path), uri=os.fsencode(path).decode("utf-8", "replace"), encoding=encoding
    )
