"""The pages of web archives that may be transcripts.

In: archives. Out: a `Found` for each page that is worth parsing, and its bytes on demand. Promises: one page in memory
at a time; what is damaged is told; pages are kept in files that only their hashes name. Knows nothing of parsing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Sequence

from scio_transcripts.corpus.layout import Layout, new_file
from scio_transcripts.corpus.scan import Found
from scio_transcripts.errors import ScioTranscriptsError
from scio_transcripts.extract.addresses import normal
from scio_transcripts.extract.likely import may_be_transcript
from scio_transcripts.sources.archive import Tally, captures


def pages_of(archive: Found, layout: Layout, wanted: Container[str] | None = None) -> tuple[list[Found], str | None]:
    """The likely pages of an archive, their bytes put aside, and what is wrong with it in one line.

    `wanted`: only pages with these hashes are put aside, and none is looked at.
    """
    found: list[Found] = []
    tally = Tally()
    try:
        for capture in captures(archive.path, tally=tally):
            sha256 = hashlib.sha256(capture.data).hexdigest()
            if wanted is not None and sha256 not in wanted:
                continue
            if wanted is None and not may_be_transcript(capture.data):
                continue
            page = layout.page(sha256)
            if not page.exists():
                with new_file(page) as file:
                    file.write(capture.data)
            found.append(
                Found(
                    uri=_storable(capture.url),
                    path=archive.path,
                    archive=archive.uri,
                    size=len(capture.data),
                    sha256=sha256,
                    media_type=capture.media_type,
                    charset=_storable(capture.charset) if capture.charset else None,
                    captured=capture.time,
                )
            )
    except ScioTranscriptsError as error:
        reason = getattr(error, "reason", str(error))
        return found, _storable(reason)
    troubles = sum(tally.counts.values())
    if not troubles:
        return found, None
    first = tally.troubles[0]
    return found, _storable(
        f"{troubles:,} records are damaged or too large; the first: byte {first.place.offset:,}, {first.reason}"
    )


def newest(pages: Iterable[Found]) -> None:
    """Of captures of one address, the newest is read; the others are told to be older."""
    best: dict[str, Found] = {}
    for page in sorted(pages, key=lambda p: (p.captured or "", p.sha256 or "", p.archive or "", p.uri), reverse=True):
        first = best.setdefault(normal(page.uri), page)
        if first is not page:
            page.status = "passed over" if first.sha256 != page.sha256 else "duplicate"
            page.error = "another capture of this address is read"


def put_aside(pages: Sequence[Found], layout: Layout) -> None:
    """Fetch the bytes of pages that are not at hand out of their archives again."""
    missing: dict[str, tuple[Found, set[str]]] = {}
    for page in pages:
        if page.sha256 is not None and not layout.page(page.sha256).exists():
            archive = Found(uri=page.archive or "", path=page.path)
            missing.setdefault(page.path, (archive, set()))[1].add(page.sha256)
    for archive, wanted in missing.values():
        pages_of(archive, layout, wanted)


def _storable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
