"""A dataset folder as Hugging Face's `datasets` reads it: one Parquet file a table, and a card.

In: transcripts, and the licence of their texts, which whoever publishes them has to know: none is guessed. Out:
`README.md` with the facts that the loader needs, and `data/TABLE.parquet`. Promises: `datasets.load_dataset` with the
folder and a table gives the table's rows with their types; the folder is complete or gets nothing; no word of a page
stands in the card. A table without rows is a file with its columns, but the loader refuses to give one of those.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from scio_transcripts.lazy import re
from scio_transcripts.model import Transcript
from scio_transcripts.writers.arrow import COLUMNS, Gathering, parquet_writer
from scio_transcripts.writers.base import FormatError
from scio_transcripts.writers.markdown import escaped
from scio_transcripts.writers.tables import TABLES

_NAME = "huggingface"
_LICENSE = re.compile(r"[a-z0-9][a-z0-9.+-]{0,60}")
_FIRST = "turns"
"""The table that `load_dataset(FOLDER)` gives."""
_LANGUAGES = {"en": "en", "zh-Hans": "zh", "zh-Hant": "zh"}
_DTYPES = {
    "str": "dtype: string",
    "date": "dtype: date32",
    "int": "dtype: int64",
    "bool": "dtype: bool",
    # `sequence` is read by old and new releases of the loader, `list` only by new ones.
    "list": "sequence: string",
    "list-int": "sequence: int64",
}


@dataclass(slots=True)
class _Found:
    """What the card says of the transcripts."""

    languages: set[str] = field(default_factory=set)
    rows: dict[str, int] = field(default_factory=lambda: dict.fromkeys(TABLES, 0))


def write(
    transcripts: Iterable[Transcript],
    folder: Path,
    *,
    license: str | None = None,
    title: str = "Press-conference transcripts",
) -> None:
    """Write the folder. `license` is an id of the hub's list, such as `cc-by-4.0`, `other` or `unknown`.

    Raises `FormatError` without a licence, and for a folder that holds something already.
    """
    if license is None or not _LICENSE.fullmatch(license):
        reason = "needs the licence of the texts" if license is None else f"{license[:60]!r} is no id of a licence"
        raise FormatError(_NAME, reason, "give the one that holds for them, such as license=cc-by-4.0 or license=other")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise FormatError(_NAME, f"{folder} is or lies in a file", "name a folder") from None
    if any(folder.iterdir()):
        raise FormatError(_NAME, f"{folder} holds something already", "name a new or an empty folder")
    part = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
    try:
        (part / "data").mkdir()
        found = _write_tables(transcripts, part / "data")
        card = "\n".join(_card(found, license, " ".join("".join(c if c.isprintable() else " " for c in title).split())))
        (part / "README.md").write_text(card + "\n", "utf-8", newline="\n")
        (part / "data").rename(folder / "data")
        (part / "README.md").rename(folder / "README.md")
    finally:
        shutil.rmtree(part)


def _write_tables(transcripts: Iterable[Transcript], folder: Path) -> _Found:
    found = _Found()
    gatherings = {table: Gathering(table) for table in TABLES}
    with ExitStack() as files:
        writers = {
            table: files.enter_context(
                parquet_writer(table, files.enter_context((folder / f"{table}.parquet").open("wb")))
            )
            for table in TABLES
        }
        for transcript in transcripts:
            found.languages.add(_LANGUAGES.get(transcript.language, ""))
            for table, gathering in gatherings.items():
                for batch in gathering.add(transcript):
                    writers[table].write_batch(batch)
                    found.rows[table] += batch.num_rows
        for table, gathering in gatherings.items():
            for batch in gathering.rest():
                writers[table].write_batch(batch)
                found.rows[table] += batch.num_rows
    return found


def _card(found: _Found, license: str, title: str) -> Iterator[str]:
    yield "---"
    yield f"license: {json.dumps(license)}"
    yield f"pretty_name: {json.dumps(title, ensure_ascii=False)}"
    languages = sorted(filter(None, found.languages))
    if languages:
        yield "language:"
        yield from (f"- {language}" for language in languages)
    yield "tags:"
    yield "- press-conferences"
    yield "- transcripts"
    yield "configs:"
    for table in _tables():
        yield f"- config_name: {table}"
        if table == _FIRST:
            yield "  default: true"
        yield "  data_files:"
        yield "  - split: train"
        yield f"    path: data/{table}.parquet"
    yield "dataset_info:"
    for table in _tables():
        yield f"- config_name: {table}"
        yield "  features:"
        for name, (kind, _) in COLUMNS[table].items():
            yield f"  - name: {name}"
            yield f"    {_DTYPES[kind]}"
    yield "---"
    yield ""
    yield from _words(found, license, title)


def _words(found: _Found, license: str, title: str) -> Iterator[str]:
    yield f"# {escaped(title)}"
    yield ""
    yield "Press conferences as tables: who spoke, in what role, for whom, what was asked and answered. Made by"
    yield "scio-transcripts from the pages as published. A null means that the page does not say; nothing is guessed."
    yield ""
    yield f"Licence of the texts, as stated by whoever made this folder: `{license}`."
    for table in _tables():
        yield ""
        yield f"## {table.capitalize()}"
        yield ""
        yield f"{found.rows[table]:,} rows. `load_dataset(FOLDER, {json.dumps(table)})`"
        yield ""
        yield "| column | type | meaning |"
        yield "|---|---|---|"
        for name, (kind, meaning) in COLUMNS[table].items():
            yield f"| `{name}` | {_DTYPES[kind].replace('dtype: ', '').replace('sequence: ', 'list of ')} | {meaning} |"


def _tables() -> tuple[str, ...]:
    """The tables, the one that is given unasked first."""
    return (_FIRST, *(table for table in TABLES if table != _FIRST))
