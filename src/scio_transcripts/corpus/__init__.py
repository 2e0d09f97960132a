"""Many transcripts as one store on the disk: made of files and web archives, kept up to date, asked.

In: files, folders, archives. Out: a folder of Parquet files with a manifest, and `Corpus`, which reads it. Promises:
the same sources give the same bytes; readers need no lock and see one snapshot. Needs the extra `corpus`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scio_transcripts.lazy import door

if TYPE_CHECKING:
    from scio_transcripts.corpus.building import build, update
    from scio_transcripts.corpus.store import Corpus

__all__ = ["Corpus", "build", "update"]
_HOMES = {"Corpus": "store", "build": "building", "update": "building"}


_open = door(__name__, _HOMES)


def __getattr__(name: str) -> Any:
    from scio_transcripts.errors import MissingExtraError

    try:
        return _open(name)
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in {"pyarrow", "narwhals", "duckdb"}:
            raise MissingExtraError("corpus", "a corpus") from None
        raise
