"""The bytes of an answer, whole and not larger than allowed.

In: pieces as they come, and the Content-Encoding. Out: the content. Raises `TooLargeError` as soon as the limit is
passed, with no more than a piece beyond it in memory, and `IncompleteError` where the compressed data ends early or is
damaged.
httpx's own decoder bounds nothing and takes half a gzip file for a whole one: docs/decisions/0010-fetching.md.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

_GZIP = 16 + zlib.MAX_WBITS
_MAGIC = b"\x1f\x8b"
_PIECE = 64 * 1024
ENCODINGS = ("", "identity", "gzip", "x-gzip")
"""What is asked for, and what stands for nothing at all."""


class TooLargeError(Exception):
    """The content is larger than allowed."""


class IncompleteError(Exception):
    """The content ends early, or cannot be decompressed."""


def read_body(pieces: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """Gather an answer's content.

    >>> import gzip
    >>> read_body([gzip.compress(b"Questions, please.")], "gzip", limit=100)
    b'Questions, please.'
    """
    content = bytearray()
    for piece in _bounded(pieces, limit) if encoding in ENCODINGS[:2] else _gunzip(_bounded(pieces, limit)):
        content += piece
        if len(content) > limit:
            raise TooLargeError
    return bytes(content)


def _bounded(pieces: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """The pieces as they came, as long as these alone are within the limit."""
    received = 0
    for piece in pieces:
        received += len(piece)
        if received > limit:
            raise TooLargeError
        yield piece


def _gunzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Decompress in small steps: a kilobyte can hold a megabyte."""
    unpacker = zlib.decompressobj(_GZIP)
    begun = False
    for piece in pieces:
        data = piece
        while data:
            if unpacker.eof:  # several compressed files in a row are one; what is no such file is padding
                if not data.startswith(_MAGIC):
                    break
                unpacker = zlib.decompressobj(_GZIP)
            begun = True
            try:
                yield unpacker.decompress(data, _PIECE)
            except zlib.error as error:
                raise IncompleteError(f"the compressed data is damaged ({error})") from None
            data = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
    if begun and not unpacker.eof:
        raise IncompleteError("the compressed data ends early")
