"""Read the press-conference transcripts of China's State Council Information Office (SCIO) into one typed document.

>>> from scio_transcripts import parse
>>> parse("Reuters:\\n\\nWhat comes next? Thank you.").turns[0].role
'reporter'

Names are imported when first used, so that `import scio_transcripts` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scio_transcripts._version import __version__
from scio_transcripts.lazy import door

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from scio_transcripts.diagnostics import Diagnostic
    from scio_transcripts.errors import (
        DialectError,
        FetchError,
        MissingExtraError,
        ScioTranscriptsError,
        SourceError,
        StrictError,
    )
    from scio_transcripts.explanation import Explanation, why
    from scio_transcripts.lexer import Token, lex
    from scio_transcripts.model import Exchange, Note, Paragraph, Participant, Transcript, Turn
    from scio_transcripts.pipeline import parse, parse_html
    from scio_transcripts.sources.web.event import Watch
    from scio_transcripts.sources.web.fetched import Fetched
    from scio_transcripts.sources.web.limits import Limits
    from scio_transcripts.sources.web.notices import Tell
    from scio_transcripts.sources.web.visit import Visitor
    from scio_transcripts.writers.excel import to_excel
    from scio_transcripts.writers.frames import to_narwhals, to_pandas, to_polars

_HOMES = {
    "Diagnostic": "diagnostics",
    "DialectError": "errors",
    "FetchError": "errors",
    "MissingExtraError": "errors",
    "ScioTranscriptsError": "errors",
    "SourceError": "errors",
    "StrictError": "errors",
    "Explanation": "explanation",
    "why": "explanation",
    "Token": "lexer",
    "lex": "lexer",
    "Exchange": "model",
    "Note": "model",
    "Paragraph": "model",
    "Participant": "model",
    "Transcript": "model",
    "Turn": "model",
    "parse": "pipeline",
    "parse_html": "pipeline",
    "to_excel": "writers.excel",
    "to_narwhals": "writers.frames",
    "to_pandas": "writers.frames",
    "to_polars": "writers.frames",
}
"""Where each public name lives."""

__all__ = [
    "Diagnostic",
    "DialectError",
    "Exchange",
    "Explanation",
    "FetchError",
    "MissingExtraError",
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
    "fetch",
    "lex",
    "parse",
    "parse_html",
    "read",
    "read_events",
    "read_pages",
    "to_excel",
    "to_narwhals",
    "to_pandas",
    "to_polars",
    "why",
]


__getattr__ = door(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)


def read(
    path: str | Path, *, encoding: str | None = None, dialect: str | None = None, strict: bool = False
) -> Transcript:
    """Read a file as one transcript, or a folder that holds the pages of one event.

    Text and HTML are told apart by what is in them. `encoding` names the encoding; without it a byte-order mark, the
    page's declaration, or the bytes' shape decide, and a diagnostic says so where it was not declared. `dialect` and
    `strict` are those of `parse`. Raises `SourceError` for what is missing or is no text, and for a folder with pages
    of several events, which `read_events` reads.
    """
    from scio_transcripts.errors import SourceError
    from scio_transcripts.events import parse_events
    from scio_transcripts.pipeline import parse_source
    from scio_transcripts.sources.files import is_folder, pages_in, source_of_path

    if not is_folder(path):
        return parse_source(source_of_path(path, encoding=encoding), dialect=dialect, strict=strict)
    sources = [source_of_path(page, encoding=encoding) for page in pages_in(path)]
    events = [transcript for _, transcript in parse_events(sources, dialect=dialect, strict=strict)]
    if len(events) > 1:
        raise SourceError(str(path), f"holds pages of {len(events)} events", "use read_events(folder)")
    return events[0]


def read_pages(
    paths: Iterable[str | Path] | str | Path,
    *,
    encoding: str | None = None,
    dialect: str | None = None,
    strict: bool = False,
) -> Transcript:
    """Read the pages of one event as one transcript. The order in which they are given does not matter.

    Pages are put in order by their pagers, addresses and names. `transcript.pages` says which are missing, given twice,
    or of another event; `transcript.pages.parts` where each stands in `transcript.text`. Arguments and errors are
    those of `read`; a folder among the paths stands for its pages.
    """
    from os import PathLike

    from scio_transcripts.errors import SourceError
    from scio_transcripts.events import parse_sources
    from scio_transcripts.sources.files import pages_in, source_of_path

    given = [paths] if isinstance(paths, (str, PathLike)) else list(paths)
    pages = [page for path in given for page in pages_in(path)]
    if not pages:
        raise SourceError("the list of pages", "is empty", "name at least one file or folder")
    return parse_sources([source_of_path(p, encoding=encoding) for p in pages], dialect=dialect, strict=strict)


def read_events(
    paths: Iterable[str | Path] | str | Path,
    *,
    encoding: str | None = None,
    dialect: str | None = None,
    strict: bool = False,
) -> tuple[Transcript, ...]:
    """Read pages of any number of events, one transcript for each, in the order of their first pages.

    Pages are of one event if enough of what they say speaks for it (title, date, people, pager) and nothing against
    it; that files are numbered is not enough. A page that lists several transcripts gives several. Arguments and
    errors are those of `read_pages`.
    """
    from os import PathLike

    from scio_transcripts.events import parse_events
    from scio_transcripts.sources.files import pages_in, source_of_path

    given = [paths] if isinstance(paths, (str, PathLike)) else list(paths)
    sources = [source_of_path(page, encoding=encoding) for path in given for page in pages_in(path)]
    return tuple(transcript for _, transcript in parse_events(sources, dialect=dialect, strict=strict))


def fetch(
    url: str,
    folder: str | Path,
    *,
    limits: Limits | None = None,
    visitor: Visitor | None = None,
    tell: Tell | None = None,
    watch: Watch | None = None,
) -> Fetched:
    """Fetch a transcript from the web with all its pages, save it below `folder`, and parse it.

    `url` is the address of any of its pages. The result has `pages`, those `missing`, what was noticed, the folder, and
    the `transcript`. Run again, it asks only for what has changed. `limits` are those of `sources.web.limits`; for many
    transcripts, hand over one `visitor` (`sources.web.open_visitor`). `tell` hears of oddities while they happen,
    `watch` of the progress.

    Raises `FetchError` where not one page can be had, `SourceError` where the folder cannot be used, and
    `MissingExtraError` where the extra `web` is not installed.
    """
    from scio_transcripts.events import parse_sources
    from scio_transcripts.sources import web

    return web.fetch(url, folder, parse=parse_sources, limits=limits, visitor=visitor, tell=tell, watch=watch)
