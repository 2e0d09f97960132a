"""Transcripts out of web archives: found by content, grouped into events, written as files.

In: paths of archives, and a folder. Out: in the folder, a folder for each event with its pages as captured and
`transcript.json`, one `manifest.jsonl`, one `report.json`; and the `Report`. Promises: one page in memory at a time;
of kept pages only small facts stay; the folder is changed only when all archives have been read. Hosts and addresses
never decide what a page is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from scio_transcripts.errors import SourceError
from scio_transcripts.extract.addresses import address_of, normal
from scio_transcripts.extract.events import Event, events_of
from scio_transcripts.extract.likely import may_be_transcript
from scio_transcripts.extract.pages import Facts, Page, Version, Visit, facts_of
from scio_transcripts.extract.report import NAMED, Report
from scio_transcripts.extract.shelf import Shelf
from scio_transcripts.extract.writing import ResultError, put_in_place, write_events
from scio_transcripts.sources.archive import Capture, Limits, Place, Revisit, Tally, Trouble, visits

__all__ = ["Report", "ResultError", "extract", "may_be_transcript"]


Watch = Callable[[Report], None]
"""Is told what was found so far, at each archive and each time that some more of its pages have been read."""
_EVERY = 100
"""Pages between two times."""


def extract(
    archives: Sequence[str | Path], out: str | Path, *, limits: Limits | None = None, watch: Watch | None = None
) -> Report:
    """Write the transcripts of web archives into a folder, which is made where it is missing.

    An archive that cannot be read is told in `Report.refused` and does not stop the others. Raises `ResultError` where
    the folder cannot be written, and `SourceError` where no archive could be read. `watch` is told how far it is.
    Needs the extra `warc`.
    """
    folder = Path(out)
    made = _make(folder)
    try:
        with Shelf(folder) as shelf:
            reader = _Reader(shelf, limits or Limits(), watch or (lambda _report: None))
            for archive in dict.fromkeys(archives):
                reader.read(archive)
            if reader.error is not None and len(reader.report.refused) == len(reader.report.archives):
                raise reader.error
            events = events_of(reader.pages.values())
            reader.settle_notes(events)
            write_events(events_of(reader.pages.values()), shelf, reader.report)
            put_in_place(shelf, folder)
            return reader.report
    except OSError as error:
        raise ResultError(str(folder), f"cannot be written ({error.strerror or error})") from None
    finally:
        if made and not any(folder.iterdir()):
            folder.rmdir()


def _make(folder: Path) -> bool:
    """Make the folder. Whether it was not there."""
    try:
        missing = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise ResultError(str(folder), "is a file; name a folder") from None
    except OSError as error:
        raise ResultError(str(folder), f"cannot be made ({error.strerror or error})") from None
    return missing


class _Reader:
    """Reads archives, and keeps what may be of an event."""

    def __init__(self, shelf: Shelf, limits: Limits, watch: Watch) -> None:
        self._shelf = shelf
        self._limits = limits
        self._watch = watch
        self.pages: dict[str, Page] = {}
        self.report = Report()
        self.error: SourceError | None = None

    def read(self, archive: str | Path) -> None:
        """Read one archive to its end."""
        tally = self.report.archives.setdefault(str(archive), Tally())
        try:
            for number, visit in enumerate(visits(archive, limits=self._limits, tally=tally)):
                if number % _EVERY == 0:
                    self._watch(self.report)
                if isinstance(visit, Revisit):
                    self._note_revisit(visit)
                else:
                    self._look_at(visit, tally)
        except SourceError as error:
            self.error = error
            self.report.refused.append(str(error))

    def _look_at(self, capture: Capture, tally: Tally) -> None:
        sha256 = hashlib.sha256(capture.data).hexdigest()
        key = normal(capture.url)
        page = self.pages.get(key)
        version = page.versions.get(sha256) if page else None
        if version is None:
            facts = self._facts(capture, tally)
            if facts is None or not _worth_keeping(facts, key):
                self._shelf.note({"key": key, "sha256": sha256, "kind": facts and facts.kind, **_told(capture)})
                return
            self._shelf.put(sha256, capture.data)
            version = Version(
                sha256=sha256,
                size=len(capture.data),
                media_type=capture.media_type,
                charset=capture.charset,
                facts=facts,
            )
            page = self.pages.setdefault(key, Page(key, address_of(capture.url)))
            page.versions[sha256] = version
        self.report.transcripts += version.is_transcript
        version.visits.append(Visit(cut=capture.cut, **_told(capture)))

    def _facts(self, capture: Capture, tally: Tally) -> Facts | None:
        if not may_be_transcript(capture.data):
            return None
        self.report.likely += 1
        try:
            return facts_of(capture)
        except SourceError as error:
            tally.tell(Trouble("unreadable", capture.place, error.reason))
            return None

    def _note_revisit(self, visit: Revisit) -> None:
        refers_to = normal(visit.refers_to) if visit.refers_to else None
        self._shelf.note(
            {"key": normal(visit.url), "refers_to": refers_to, "refers_to_time": visit.refers_to_time, **_told(visit)}
        )

    def settle_notes(self, events: Sequence[Event]) -> None:
        """Give revisits to the version that they repeat, and name other captures at the addresses of kept pages."""
        kept = {page.key for event in events for series in event.series for page in series.pages.values()}
        seen = _Seen(self.pages.values())
        for note in self._shelf.notes():
            told = {name: note[name] for name in ("url", "time", "record_id", "payload_digest")}
            place = Place(*note["place"])
            if "refers_to" in note:
                version = seen.repeated(note)
                if version is not None:
                    version.visits.append(Visit(revisit=True, place=place, **told))
                    continue
            if note["key"] in kept:
                self.report.others += 1
                if self.report.others <= NAMED:
                    what = "revisit" if "refers_to" in note else note["kind"]
                    row = {"kind": what, "sha256": note.get("sha256"), **told, **place._asdict()}
                    self.report.other_captures.append(row)


def _worth_keeping(facts: Facts, key: str) -> bool:
    """Transcripts, and what may be a page between two of them."""
    return facts.kind == "transcript" or facts.in_pager or address_of(key).number is not None


def _told(visit: Capture | Revisit) -> dict[str, Any]:
    return {
        "url": visit.url,
        "time": visit.time,
        "record_id": visit.record_id,
        "payload_digest": visit.payload_digest,
        "place": visit.place,
    }


class _Seen:
    """Versions by what a revisit says of them: the digest, or else the time of the capture that it repeats."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._by_digest: dict[tuple[str, str], Version] = {}
        self._by_time: dict[tuple[str, str], Version] = {}
        for page in pages:
            for version in page.newest_first:
                for visit in version.visits:
                    if visit.payload_digest is not None:
                        self._by_digest.setdefault((page.key, visit.payload_digest), version)
                    if visit.time is not None:
                        self._by_time.setdefault((page.key, visit.time), version)

    def repeated(self, note: dict[str, Any]) -> Version | None:
        """The version that a revisit repeats, at its own address or at the one that it refers to."""
        keys = [key for key in (note["key"], note["refers_to"]) if key is not None]
        digest, time = note["payload_digest"], note["refers_to_time"]
        if digest is not None and (
            found := [self._by_digest[k, digest] for k in keys if (k, digest) in self._by_digest]
        ):
            return found[0]
        dated = [self._by_time[k, time] for k in keys if (k, time) in self._by_time]
        fits = [v for v in dated if digest is None or all(visit.payload_digest is None for visit in v.visits)]
        return fits[0] if fits else None
