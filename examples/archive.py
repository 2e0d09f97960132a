"""Transcripts out of a web archive: find them, and read what was said.

Run: python examples/archive.py crawl.warc.gz (without a file: a small archive made of the bundled sample). Needs the
extra `warc`.
"""

from __future__ import annotations

import json
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from scio_transcripts import Transcript
from scio_transcripts.extract import extract


def small_archive(folder: Path) -> Path:
    """The bundled sample as a crawler would have stored it, with a page of another kind beside it."""
    sample = (files("scio_transcripts") / "samples" / "demo.txt").read_bytes()
    path = folder / "small.warc"
    with path.open("wb") as file:
        for name, page in [("libraries.txt", sample), ("weather.txt", b"It rained.\n")]:
            head = [
                "WARC/1.1",
                "WARC-Type: resource",
                f"WARC-Record-ID: <urn:example:{name}>",
                f"WARC-Target-URI: http://pages.example/{name}",
                "WARC-Date: 2025-11-08T09:00:00Z",
                "Content-Type: text/plain; charset=utf-8",
                f"Content-Length: {len(page)}",
            ]
            file.write("\r\n".join(head).encode() + b"\r\n\r\n" + page + b"\r\n\r\n")
    return path


def events(archive: Path, out: Path) -> list[str]:
    """A line for each event: its folder, its turns, when each of its pages was captured."""
    report = extract([archive], out)
    lines = [f"records: {report.total('records')}, events: {report.events}"]
    captured: dict[str, list[str]] = {}
    for line in (out / "manifest.jsonl").read_text("utf-8").splitlines():
        capture = json.loads(line)
        captured.setdefault(capture["event"], []).append(f"page {capture['page']} on {capture['time'][:10]}")
    for event, pages in captured.items():
        transcript = Transcript.from_json((out / event / "transcript.json").read_bytes())
        lines.append(f"{event}: {len(transcript.turns)} turns; {', '.join(pages)}")
    return lines


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(sys.argv[1]) if len(sys.argv) > 1 else small_archive(Path(folder))
        print("\n".join(events(archive, Path(folder) / "out")))


if __name__ == "__main__":
    main()
