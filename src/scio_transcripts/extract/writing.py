"""Events as folders of files.

In: events, and the shelf with the bytes of their pages. Out: `<event>/page-1.html`, `<event>/transcript.json`, and a
line for each capture. Promises: names are made of dates and of the letters of titles, never of addresses; everything is
written beside its place and put there whole, the manifest last; the same input gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from scio_transcripts.errors import ScioTranscriptsError
from scio_transcripts.extract.events import Event
from scio_transcripts.extract.pages import Page, Version
from scio_transcripts.extract.reading import parsed, source_of
from scio_transcripts.extract.report import Report
from scio_transcripts.extract.shelf import Shelf
from scio_transcripts.lazy import re

MANIFEST = "manifest.jsonl"
REPORT = "report.json"
TRANSCRIPT = "transcript.json"
_NOT_SLUG = re.compile(r"[\W_]+")
_SLUG_BYTES = 72
_LONGEST_EVENT = 50_000_000
"""Bytes of pages that are joined into one transcript."""
_HOLDS_SPEECH = frozenset({"transcript", "article", "unknown"})
"""A page in the middle of a long answer has no label, and alone it does not look like a transcript."""


class ResultError(ScioTranscriptsError):
    """The folder for the result cannot be used. `path` is its name, `reason` what is wrong."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


def write_events(events: Sequence[Event], shelf: Shelf, report: Report) -> None:
    """Build all files on the shelf, the manifest and the report among them."""
    with (shelf.built / MANIFEST).open("w", encoding="utf-8", newline="\n") as manifest:
        for slug, event in sorted(_named(events), key=lambda pair: pair[0]):
            for row in _write_event(slug, event, shelf, report):
                manifest.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace").decode() + "\n")
    lines = json.dumps(report.as_json(), ensure_ascii=False, indent=1)
    (shelf.built / REPORT).write_bytes(lines.encode("utf-8", "backslashreplace") + b"\n")


def put_in_place(shelf: Shelf, out: Path) -> None:
    """Move what was built into the folder: each file whole, the manifest last."""
    files = sorted(path.relative_to(shelf.built) for path in shelf.built.rglob("*") if path.is_file())
    for name in sorted(files, key=lambda name: (len(name.parts) == 1, name == Path(MANIFEST), name)):
        target = out / name
        try:
            target.parent.mkdir(exist_ok=True)
            if target.parent.is_symlink() and target.parent != out:
                raise ResultError(str(target.parent), "is a link, and files are written into real folders only")
            (shelf.built / name).replace(target)
        except OSError as error:
            raise ResultError(str(target), f"cannot be written ({error.strerror or error})") from None


def slug_of(event: Event) -> str:
    """The name of an event's folder.

    Letters and digits of any script, so that no title can name another place.
    """
    title = unicodedata.normalize("NFC", event.title or "").lower()
    words = _NOT_SLUG.sub("-", title).strip("-")
    cut = words.encode("utf-8", "ignore")[:_SLUG_BYTES].decode("utf-8", "ignore")
    if cut != words and "-" in cut[20:]:
        cut = cut.rpartition("-")[0]
    date = event.date if event.date and re.fullmatch(r"\d{4}-\d\d-\d\d", event.date) else "undated"
    return f"{date}-{cut.strip('-')}" if cut.strip("-") else date


def _named(events: Iterable[Event]) -> Iterator[tuple[str, Event]]:
    """Events with the names of their folders. Where two would have one name, both get a mark of their address."""
    named = [(slug_of(event), event) for event in events]
    count: dict[str, int] = {}
    for slug, _ in named:
        count[slug] = count.get(slug, 0) + 1
    taken: set[str] = set()
    for slug, event in named:
        first = event.series[0]
        key = f"{first.stem} {first.title} {min(first.pages)} {first.transcripts[0].key}"
        mark = hashlib.sha256(key.encode("utf-8", "backslashreplace")).hexdigest()
        name = slug if count[slug] == 1 else f"{slug}-{mark[:8]}"
        name = name if name not in taken else f"{name}-{mark[8:24]}"
        taken.add(name)
        yield name, event


def _write_event(slug: str, event: Event, shelf: Shelf, report: Report) -> Iterator[dict[str, Any]]:
    folder = shelf.built / slug
    folder.mkdir()
    read = _write_transcript(folder, event, shelf, report)
    report.events += 1
    for copy, series in enumerate(event.series, start=1):
        for number in sorted(series.pages):
            page = series.pages[number]
            report.pages += 1
            for index, version in enumerate(page.newest_first, start=1):
                file = f"{slug}/{_file_name(number, copy, index, version)}"
                (shelf.built / file).write_bytes(shelf.get(version.sha256))
                report.versions += 1
                place = {"event": slug, "page": number, "copy": copy, "version": index, "file": file}
                yield from _rows(page, version, place, (page.key, version.sha256) in read, report)


def _file_name(number: int, copy: int, version: int, facts: Version) -> str:
    """Such as `page-2.html`, `page-2.v2.html` for an older version, `page-2.copy-2.html` for another address."""
    ending = "txt" if facts.media_type == "text/plain" else "html"
    return f"page-{number}{f'.copy-{copy}' if copy > 1 else ''}{f'.v{version}' if version > 1 else ''}.{ending}"


def _rows(
    page: Page, version: Version, place: dict[str, Any], in_transcript: bool, report: Report
) -> Iterator[dict[str, Any]]:
    """One line for each capture, newest first."""
    for visit in sorted(version.visits, key=lambda v: (v.time or "", v.place, v.record_id or ""), reverse=True):
        report.captures += 1
        yield {
            **place,
            "kind": version.facts.kind,
            "in_transcript": in_transcript,
            "url": visit.url,
            "time": visit.time,
            "revisit": visit.revisit,
            "sha256": version.sha256,
            "size": version.size,
            "media_type": version.media_type,
            "charset": version.charset,
            "record_id": visit.record_id,
            "payload_digest": visit.payload_digest,
            "cut": visit.cut,
            **visit.place._asdict(),
        }


def _write_transcript(folder: Path, event: Event, shelf: Shelf, report: Report) -> set[tuple[str, str]]:
    """Join the newest transcripts of the first series. Which versions were read."""
    pages = event.series[0].pages
    chosen = [(pages[n], pages[n].best) for n in sorted(pages) if pages[n].best.facts.kind in _HOLDS_SPEECH]
    if sum(version.size for _, version in chosen) > _LONGEST_EVENT:
        report.too_long.append(folder.name)
        return set()
    sources = [
        source_of(
            shelf.get(version.sha256),
            media_type=version.media_type,
            charset=version.charset,
            url=_newest_url(version),
        )
        for _, version in chosen
    ]
    transcript = parsed(sources)
    (folder / TRANSCRIPT).write_bytes(transcript.to_json().encode() + b"\n")
    return {(page.key, version.sha256) for page, version in chosen}


def _newest_url(version: Version) -> str:
    return max(version.visits, key=lambda v: (v.time or "", v.url)).url
