"""Plain text: a `str`, bytes, or a file.

In: any of these. Out: a `Source`: the text, and where it came from. Raises `SourceError` for what is not text. Never
guesses an encoding silently.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from scio_transcripts.errors import SourceError
from scio_transcripts.sources.encodings import Remark, decode
from scio_transcripts.sources.markup import Markup


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded text and where it came from."""

    text: str
    facts: dict[str, Any]
    """`uri`, `media_type`, `encoding` and `sha256`, as in `model.Source`."""
    markup: Markup | None = None
    """What HTML says beside the text."""
    remarks: tuple[Remark, ...] = ()
    """What is odd about how it was decoded."""
    data: bytes | None = field(default=None, repr=False)
    """The text in UTF-8, where it is at hand."""

    @classmethod
    def of_text(cls, text: str) -> Source:
        """A text that the caller has decoded."""
        if not isinstance(text, str):
            raise TypeError(
                f"parse() takes a str, not {type(text).__name__}; read(path) takes files, bytes are decoded first"
            )
        data = text.encode("utf-8", "surrogatepass")
        digest = hashlib.sha256(data).hexdigest()
        return cls(text, {"uri": None, "media_type": "text/plain", "encoding": None, "sha256": digest}, data=data)

    @classmethod
    def of_bytes(cls, data: bytes, *, name: str, uri: str | None = None, encoding: str | None = None) -> Source:
        """Decode bytes: by the encoding that is asked for, a byte-order mark, as UTF-8, or else by their shape."""
        text, chosen, remarks = decode(data, name=name, encoding=encoding)
        digest = hashlib.sha256(data).hexdigest()
        facts = {"uri": uri, "media_type": "text/plain", "encoding": chosen, "sha256": digest}
        return cls(text, facts, remarks=remarks)


MOST_BYTES = 1 << 28
"""Of one page: the longest transcripts have less than a hundredth of this."""
_PIECE = 1 << 20


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a file. Raises `SourceError` that says what is wrong and what to do."""
    try:
        with Path(path).open("rb") as file:
            return bounded(file, str(path))
    except FileNotFoundError:
        raise SourceError(str(path), "no such file", "check the spelling, or the folder you are in") from None
    except IsADirectoryError:
        raise SourceError(str(path), "is a folder", "name the files in it, such as folder/*.txt") from None
    except PermissionError:
        raise SourceError(str(path), "may not be read", "check its permissions") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise SourceError(str(path), f"cannot be read ({reason})") from None


def bounded(file: BinaryIO, name: str) -> bytes:
    """What a file holds, or `SourceError` where that is more than any page could: a device may never end."""
    pieces: list[bytes] = []
    left = MOST_BYTES + 1
    while left > 0 and (piece := file.read(min(_PIECE, left))):  # one large read would ask for its memory beforehand
        pieces.append(piece)
        left -= len(piece)
    data = b"".join(pieces)
    if len(data) > MOST_BYTES:
        size = f"holds more than {MOST_BYTES >> 20} MB"
        raise SourceError(name, size, "a page has less than one; `extract` reads web archives of any size")
    return data
