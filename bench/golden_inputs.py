"""Every input that `golden.py` watches, by name, and the document that each gives.

In: the pages of `../shared` where it is there, the samples, the cases, and the texts made to be hostile. Out: a name
for each, the same on every machine, and the document as it is in JSON, or the error. Promises: only the package's
public door is used, so that an older package can be asked the same.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from commits import REPOSITORY

from scio_transcripts import Transcript, parse, parse_html, read, read_pages

SHARED = "../shared"
# Which files of a folder are pages. Notes on the cases are written in Markdown, and so are the pages of the archive.
FOLDERS = {
    f"{SHARED}/archive_tw": {".md"},
    f"{SHARED}/cases": {".html", ".mht", ".pdf", ".txt", ".vtt"},
    f"{SHARED}/devset": {".html", ".txt"},
    f"{SHARED}/seed": {".txt"},
    "src/scio_transcripts/samples": {".htm", ".txt"},
}
NO_PAGES = ("README.md", "gold-skipped.txt")
EVENTS = (f"{SHARED}/devset/full", "src/scio_transcripts/samples")
"""Folders of folders, each with the pages of one event."""
HOSTILE_LENGTH = 2000

Give = Callable[[], Transcript]


def inputs() -> dict[str, Give]:
    """All inputs that are here, in the order of their names."""
    # A document keeps the path that it was read from. This one is the same everywhere.
    os.chdir(REPOSITORY)
    return dict(sorted([*_pages(), *_events(), *_cases(), *_hostile()]))


def document(give: Give) -> dict[str, Any]:
    """What an input gives, as in the JSON of the document."""
    try:
        found: dict[str, Any] = json.loads(give().to_json())
    except Exception as error:  # content never raises; where it does nevertheless, that is a difference to be told
        return {"error": f"{type(error).__name__}: {error}"}
    return found


def _pages() -> Iterator[tuple[str, Give]]:
    for folder, suffixes in FOLDERS.items():
        for path in Path(folder).rglob("*"):
            if path.suffix in suffixes and path.name not in NO_PAGES:
                yield path.as_posix(), partial(read, path)


def _events() -> Iterator[tuple[str, Give]]:
    """Each folder's pages as one event; where a folder has them as text and as HTML, as two."""
    for parent in EVENTS:
        for folder in filter(Path.is_dir, Path(parent).glob("*")):
            for suffix in sorted({path.suffix for path in folder.iterdir()}):
                yield f"{folder.as_posix()}/*{suffix}", partial(read_pages, sorted(folder.glob(f"*{suffix}")))


def _cases() -> Iterator[tuple[str, Give]]:
    sys.path.append(str(REPOSITORY / "tests"))
    from test_cases import read_cases

    for case in read_cases():
        yield f"tests/cases/{case}", partial(parse, case.page)


def _hostile() -> Iterator[tuple[str, Give]]:
    from hostile import HOSTILE
    from hostile_html import HOSTILE_HTML

    for name, generate in HOSTILE.items():
        yield f"tests/hostile.py: {name}", partial(parse, generate(HOSTILE_LENGTH))
    for name, generate in HOSTILE_HTML.items():
        yield f"tests/hostile_html.py: {name}", partial(parse_html, generate(HOSTILE_LENGTH))
