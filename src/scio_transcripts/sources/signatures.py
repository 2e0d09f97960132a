"""What a file is that is no text: told by its first bytes, as the formats themselves say.

In: bytes. Out: the name of the format, and what to do; or None. Knows nothing of what is in the file.
"""

from __future__ import annotations

_SAVE = "save its text, or the page that it was made from"
_UNPACK = "unpack it first"
_PICTURE = "a picture holds no text; save the page"

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", _SAVE),
    (b"{\\rtf", "RTF", _SAVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an older Office", _SAVE),
    (b"PK\x03\x04", "a ZIP file, or a document of Word or Excel", "unpack it first, or save its text"),
    (b"\x1f\x8b", "gzip", f"{_UNPACK}; web archives: scio-transcripts extract"),
    (b"\x28\xb5\x2f\xfd", "zstd", _UNPACK),
    (b"BZh", "bzip2", _UNPACK),
    (b"\xfd7zXZ\x00", "xz", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "7z", _UNPACK),
    (b"Rar!\x1a\x07", "RAR", _UNPACK),
    (b"PAR1", "Parquet", "read it with pyarrow, pandas or DuckDB"),
    (b"SQLite format 3\x00", "SQLite", "ask it with sqlite3"),
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)", _PICTURE),
    (b"\xff\xd8\xff", "a picture (JPEG)", _PICTURE),
    (b"GIF8", "a picture (GIF)", _PICTURE),
)


def format_of(data: bytes) -> tuple[str, str] | None:
    """The format that the first bytes show, and what to do with such a file.

    >>> format_of(b"%PDF-1.7")
    ('a PDF', 'save its text, or the page that it was made from')
    >>> format_of(b"Good morning.") is None
    True
    """
    return next(((name, hint) for begin, name, hint in _SIGNATURES if data.startswith(begin)), None)
