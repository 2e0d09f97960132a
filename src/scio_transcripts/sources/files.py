"""Files and folders as sources: HTML or text, by what is in them.

In: paths. Out: `Source`s. Raises `SourceError` that says what is wrong and what to do. The only module that looks into
folders. Knows nothing of what pages say.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from scio_transcripts.errors import NoPagesError, SourceError
from scio_transcripts.sources.html import declared_charset, looks_like_html, source_of_html
from scio_transcripts.sources.naming import natural
from scio_transcripts.sources.text import Source, read_bytes

_HTML_NAMES = (".html", ".htm", ".shtml", ".xhtml")
_PAGE_NAMES = (*_HTML_NAMES, ".txt", ".text", ".md")
_MOST_FILES = 10_000


def source_of_bytes(data: bytes, *, name: str, uri: str | None = None, encoding: str | None = None) -> Source:
    """A page as HTML, if that is what it is, or else as text."""
    if name.lower().endswith(_HTML_NAMES) or _is_html(data):
        return source_of_html(data, name=name, uri=uri, encoding=encoding)
    source = Source.of_bytes(data, name=name, uri=uri, encoding=encoding)
    if looks_like_html(source.text):  # UTF-16, for example: no tag shows in its bytes
        return source_of_html(data, name=name, uri=uri, encoding=encoding)
    return source


def _is_html(data: bytes) -> bool:
    return declared_charset(data) is not None or looks_like_html(data[:8192].decode("latin-1"))


def source_of_path(path: str | Path, *, encoding: str | None = None) -> Source:
    """Read a file."""
    data = read_bytes(path)  # a name that no file can have fails here
    storable = os.fsencode(path).decode("utf-8", "replace")  # JSON cannot hold the bytes of a damaged file name
    return source_of_bytes(data, name=str(path), uri=storable, encoding=encoding)


def is_folder(path: str | Path) -> bool:
    """Whether a path is a folder. One that no file system takes, such as a name that is too long, is none."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def is_same_file(path: Path, other: Path) -> bool:
    """Whether both are the same file."""
    try:
        return path.is_file() and path.samefile(other)
    except (OSError, ValueError):
        return False


def pages_in(path: str | Path) -> list[Path]:
    """The pages that a path means: itself, or the pages of a folder (not of folders in it), in the order of numbers.

    Where a folder holds a page as text and as HTML under the same name, the HTML is taken: it says more.
    """
    folder = Path(path)
    if not is_folder(folder):
        return [folder]
    files = sorted(_files(folder), key=lambda file: (natural(file.name), file.name))
    html = {file.stem for file in files if file.suffix.lower() in _HTML_NAMES}
    pages = [file for file in files if file.suffix.lower() in _HTML_NAMES or file.stem not in html]
    if not pages:
        if (folder / "corpus.json").is_file():
            hint = "name the pages that it was built from, or ask it with: scio-transcripts corpus sql"
            raise SourceError(str(path), "holds a corpus, not pages", hint)
        if inner := folders_in(folder):
            raise NoPagesError(
                str(path),
                f"holds no pages, and folders in it are not entered ({inner:,})",
                f"name these, such as {folder / '*'}",
            )
        raise NoPagesError(str(path), "holds no pages", f"pages are files that end in {', '.join(_PAGE_NAMES)}")
    if len(pages) > _MOST_FILES:
        raise SourceError(str(path), f"holds {len(pages):,} pages", f"at most {_MOST_FILES:,} are read together")
    return pages


def folders_in(path: str | Path) -> int:
    """How many folders lie in a folder, which `pages_in` does not enter: each may be an event of its own."""
    try:
        return sum(not inner.name.startswith(".") and inner.is_dir() for inner in Path(path).iterdir())
    except OSError:
        return 0


def _files(folder: Path) -> Iterator[Path]:
    try:
        for file in folder.iterdir():
            if file.suffix.lower() in _PAGE_NAMES and not file.name.startswith(".") and file.is_file():
                yield file
    except OSError as error:
        raise SourceError(str(folder), f"cannot be read ({error.strerror or error})") from None
