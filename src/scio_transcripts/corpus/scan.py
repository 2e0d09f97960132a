"""What there is to read: the files that the inputs mean.

In: files, folders and patterns as given. Out: a `Found` for each file, without its content. Promises: the same order
always; links to folders are not followed; what is not there is told and stops nothing. Knows nothing of what is in
the files.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scio_transcripts.corpus.layout import MANIFEST

_HTML = (".html", ".htm", ".shtml", ".xhtml")
_PAGES = (*_HTML, ".txt", ".text", ".md")
_ARCHIVES = (".warc", ".warc.gz", ".wacz")
_FETCHED = "manifest.json"
_DEEPEST = 64
"""Folders in one another."""


@dataclass(slots=True)
class Found:
    """One source: a file, or a page of an archive."""

    uri: str
    """Its path as given, or its address."""
    path: str = ""
    """Where it is; for a page of an archive, where the archive is."""
    archive: str | None = None
    """The archive as given."""
    size: int = 0
    mtime: int | None = None
    sha256: str | None = None
    media_type: str | None = None
    charset: str | None = None
    captured: str | None = None
    status: str = "read"
    error: str | None = None

    @property
    def is_absent(self) -> bool:
        """Whether there is nothing under its name, or nobody can see what."""
        return self.status == "error" and not self.path

    @property
    def is_read(self) -> bool:
        """Whether it goes into a part."""
        return self.status in {"read", "kept"}


def is_archive(name: str) -> bool:
    """Whether a name is that of a web archive."""
    return name.lower().endswith(_ARCHIVES)


def look(inputs: Sequence[str], base: str) -> list[Found]:
    """Every file that the inputs mean, by name. One that cannot be used has an error."""
    found: dict[str, Found] = {}
    for given in inputs:
        for one in _meant(os.path.normpath(given), base):
            found.setdefault(one.uri, one)
    return [found[uri] for uri in sorted(found)]


def _meant(given: str, base: str) -> Iterator[Found]:
    path = os.path.join(base, given)  # noqa: PTH118  names may hold bytes that no text is
    try:
        if os.path.isdir(path):  # noqa: PTH112
            found = list(_walk(path, given))
            yield from found or [_missing(given, _why_empty(path))]
        elif os.path.exists(path):  # noqa: PTH110
            yield _file(path, given)
        elif glob.has_magic(given):
            yield from _matching(given, base)
        else:
            yield _missing(given, "no such file; check the spelling, or the folder you are in")
    except ValueError:
        yield _missing(given, "is no name of a file")


def _why_empty(folder: str) -> str:
    if _is_corpus(set(os.listdir(folder))):  # noqa: PTH208
        return "is a corpus; name what it was built of"
    return "holds no pages and no web archives; check the name of the folder"


def _is_corpus(names: set[str]) -> bool:
    return MANIFEST in names and "parts" in names


def _matching(pattern: str, base: str) -> Iterator[Found]:
    names = sorted(glob.glob(pattern, root_dir=base, recursive=True))  # noqa: PTH207  names, as given
    if not names:
        yield _missing(pattern, "no file has such a name; check the pattern")
    for name in names:
        path = os.path.join(base, name)  # noqa: PTH118
        if os.path.isdir(path):  # noqa: PTH112
            if not pattern.endswith("**"):
                yield from _walk(path, name)
        elif name.lower().endswith((*_PAGES, *_ARCHIVES)):
            yield _file(path, name)


def _walk(folder: str, given: str, depth: int = 0) -> Iterator[Found]:
    """The pages and archives of a folder and of those in it."""
    try:
        with os.scandir(folder) as entries:
            inner = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield _missing(given, f"cannot be read ({error.strerror or error})")
        return
    names = {entry.name for entry in inner}
    if _is_corpus(names):
        return  # a corpus, which may lie among its own sources
    html = {Path(name).stem for name in names if name.lower().endswith(_HTML)}
    for entry in inner:
        name = os.path.join(given, entry.name)  # noqa: PTH118
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if entry.name == "versions" and _FETCHED in names:
                continue  # older versions of pages that are read
            if depth < _DEEPEST:
                yield from _walk(entry.path, name, depth + 1)
            else:
                yield _missing(name, f"lies more than {_DEEPEST} folders deep")
        elif entry.name.lower().endswith((*_PAGES, *_ARCHIVES)) and _is_file(entry):
            one = _file(entry.path, name)
            if not entry.name.lower().endswith((*_HTML, *_ARCHIVES)) and Path(entry.name).stem in html:
                one.status, one.error = "passed over", "the HTML page of the same name is read"
            yield one


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file() or entry.is_symlink()
    except OSError:
        return True  # it is told when it is read


def _file(path: str, given: str) -> Found:
    try:
        facts = os.stat(path)  # noqa: PTH116
    except OSError as error:
        return _missing(given, f"cannot be read ({error.strerror or error})")
    if not os.path.isfile(path):  # noqa: PTH113
        return _missing(given, "is no file that can be read twice")
    return Found(uri=storable(given), path=path, size=facts.st_size, mtime=facts.st_mtime_ns)


def _missing(given: str, reason: str) -> Found:
    return Found(uri=storable(given), status="error", error=reason)


def named_as(given: str) -> str:
    """The name of the source that is given so.

    >>> named_as("./pages/../page.txt")
    'page.txt'
    """
    return storable(os.path.normpath(given))


def storable(name: str) -> str:
    """A name as text: bytes that are none are written out, so that two names stay two."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
