"""The laws over every page of the shared folder, whatever set it belongs to. Skipped where that folder is not there."""

from __future__ import annotations

from pathlib import Path

from checks import assert_lawful, assert_partition
from scio_transcripts import read
from scio_transcripts.errors import SourceError

SETS = ("seed", "devset", "cases", "archive_tw")
PAGES = (".txt", ".html", ".htm", ".md", ".vtt")


def test_every_page_keeps_partition_claim_order_and_evidence(shared: Path) -> None:
    pages = [page for name in SETS for page in sorted((shared / name).rglob("*")) if page.suffix in PAGES]
    broken: list[str] = []
    read_pages = 0
    for page in pages:
        try:
            document = read(page)
        except SourceError:  # bytes that are no text: told, and tested with the encodings
            continue
        read_pages += 1
        try:
            assert_partition(document.text)
            assert_lawful(document)
        except AssertionError as error:
            broken.append(f"{page.relative_to(shared)}: {str(error).splitlines()[0]}")
    assert not broken, "\n".join(broken)
    assert read_pages >= len(pages) * 0.99
