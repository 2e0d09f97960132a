"""The web archive among the samples: the same four pages as the folder beside it.

Run as a program, this file writes the archive anew: `python tests/archive/test_sample.py` with `tests` on the path.
"""

from __future__ import annotations

import gzip
from importlib.resources import files
from pathlib import Path

import pytest

from archive.making import each_gzipped, http, record

SAMPLES = Path(str(files("scio_transcripts"))) / "samples"
ARCHIVE = SAMPLES / "event.warc.gz"


def archive() -> bytes:
    """The pages of `event/` as a crawler would have kept them."""
    pages = sorted((SAMPLES / "event").iterdir())
    return each_gzipped(
        record(http(page.read_bytes(), "text/html"), f"http://www.example.org/briefings/{page.name}") for page in pages
    )


def test_the_archive_holds_the_pages_of_the_folder() -> None:
    # What is inside, for each version of Python packs it a little differently.
    assert gzip.decompress(ARCHIVE.read_bytes()) == gzip.decompress(archive()), "write it anew: run this file"


def test_the_archive_gives_the_event(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc")
    from scio_transcripts import Transcript
    from scio_transcripts.extract import extract

    extract([ARCHIVE], tmp_path / "found")
    [found] = (tmp_path / "found").glob("*/transcript.json")
    assert len(Transcript.from_json(found.read_bytes()).turns) == 28


if __name__ == "__main__":
    ARCHIVE.write_bytes(archive())
