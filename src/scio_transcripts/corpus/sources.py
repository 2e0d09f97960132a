"""The sources of a corpus, each with its hash, or with the reason why it is not read.

In: inputs as given, and what an earlier snapshot knew. Out: `Found`s, by name. Promises: a file is read only where its
size or its time is not what it was; the same bytes are read once, and the others are told to be duplicates. Knows
nothing of what pages say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from scio_transcripts.corpus.before import Before
from scio_transcripts.corpus.layout import Layout, sha256_of
from scio_transcripts.corpus.scan import Found, is_archive, look

_LARGEST = 50_000_000
"""Bytes of a page. A press conference of a whole day is a hundredth of it."""

Each = Callable[..., Iterator[tuple[Any, Any]]]
"""As `Engine.each`."""


def sources_of(
    inputs: Sequence[str],
    base: str,
    layout: Layout,
    before: Before,
    *,
    each: Each,
    jobs: int | None = None,
    check_all: bool = False,
    seen: Callable[[int, int], None] = lambda _done, _total: None,
) -> list[Found]:
    """What is to be read, and what is not, sorted by name. `each`: that of an engine.

    `check_all`: files that look unchanged are hashed too.
    """
    found = look(inputs, base)
    known = {} if check_all else before.files()
    archives: list[Found] = []
    for number, source in enumerate(found):
        seen(number, len(found))
        if source.status != "read":
            continue
        if is_archive(source.path):
            source.status = "archive"
            archives.append(source)
        elif source.size > _LARGEST:
            source.status, source.error = "error", f"is larger than {_LARGEST // 1_000_000} MB; cut it into its pages"
            continue
        size, mtime, sha256 = known.get(source.uri, (None, None, None))
        source.sha256 = sha256 if (size, mtime) == (source.size, source.mtime) else _hashed(source)
    if archives:
        found += _pages(archives, layout, before, partial(each, jobs=jobs) if jobs != 1 else None)
    _tell_duplicates(found)
    return sorted(found, key=lambda one: (one.uri, one.archive or "", one.sha256 or "", one.captured or ""))


def _hashed(source: Found) -> str | None:
    try:
        return sha256_of(Path(source.path))
    except PermissionError:
        source.status, source.error = "error", "may not be read; check its permissions"
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        source.status, source.error = "error", f"cannot be read ({reason})"
    return None


def _pages(archives: Sequence[Found], layout: Layout, before: Before, each: Each | None) -> list[Found]:
    """The pages of all archives. Those of an archive that has not changed are known."""
    from scio_transcripts.corpus.archives import newest, pages_of

    pages: list[Found] = []
    anew: list[Found] = []
    for archive in archives:
        known = before.archive(archive.uri)
        if known is None or known["sha256"] != archive.sha256 or archive.sha256 is None:
            if archive.status == "archive":
                anew.append(archive)
            continue
        archive.error = known["error"]
        for row in before.pages(archive.uri):
            names = ("uri", "archive", "size", "sha256", "media_type", "charset", "captured")
            pages.append(Found(path=archive.path, **{name: row[name] for name in names}))
    if len(anew) > 1 and each is not None:
        absolute = Layout(layout.root.absolute())  # another process may run elsewhere
        results = {
            archive.uri: result if isinstance(result, tuple) else ([], "ended the process that read it")
            for archive, result in each(lambda archive: (pages_of, archive, absolute), anew)
        }
    else:
        results = {archive.uri: pages_of(archive, layout) for archive in anew}
    for archive in anew:
        found, archive.error = results[archive.uri]
        pages += found
    newest(pages)
    return pages


def _tell_duplicates(found: Sequence[Found]) -> None:
    """Of sources with the same bytes, the first by name is read: files before pages of archives."""
    first: dict[str, Found] = {}
    for source in sorted(found, key=_files_first):
        if source.status != "read" or source.sha256 is None:
            continue
        other = first.setdefault(source.sha256, source)
        if other is not source:
            source.status, source.error = "duplicate", f"the same bytes as {other.uri}"


def _files_first(source: Found) -> tuple[bool, str, str, str]:
    return source.archive is not None, source.uri, source.archive or "", source.captured or ""
