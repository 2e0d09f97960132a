"""Data frames: one table of transcripts in pandas, polars or any library that narwhals knows.

In: one transcript or many, and the name of a table. Out: a frame with that table's columns, made from its Arrow table;
memory that can be shared is. Promises: the same columns and types for any transcripts; what a page does not say is
missing, never 0, NaN among words or 1970. Gives the whole table at once: for more than fits, write Parquet.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from scio_transcripts.errors import MissingExtraError
from scio_transcripts.model import Transcript
from scio_transcripts.writers.base import FormatError
from scio_transcripts.writers.tables import TABLES

if TYPE_CHECKING:
    import narwhals as nw
    import pandas as pd
    import polars as pl
    import pyarrow as pa

_EXTRAS = {"pyarrow": "data", "narwhals": "data", "pandas": "pandas", "polars": "polars"}
"""The extra that brings each."""


def to_pandas(transcripts: Transcript | Iterable[Transcript], table: str = "turns") -> pd.DataFrame:
    """One table as a pandas frame. Whole numbers are `Int64`, truth values `boolean`, days `datetime64`.

    Raises `FormatError` where there is no such table, `MissingExtraError` where the extra `pandas` is not installed.

    >>> from scio_transcripts import parse
    >>> to_pandas(parse("Reuters:\\n\\nWhy? Thank you.")).loc[0, "name"]
    'Reuters'
    """
    pandas = _package("pandas", table)
    arrow = _package("pyarrow", table)
    # pandas' own choice for a number that may be missing is a float: question 3.0.
    kinds = {arrow.int64(): pandas.Int64Dtype(), arrow.bool_(): pandas.BooleanDtype()}
    return _arrow_table(transcripts, table).to_pandas(
        types_mapper=kinds.get, date_as_object=False, split_blocks=True, self_destruct=True
    )


def to_polars(transcripts: Transcript | Iterable[Transcript], table: str = "turns") -> pl.DataFrame:
    """One table as a polars frame.

    Raises `FormatError` where there is no such table, `MissingExtraError` where the extra `polars` is not installed.
    """
    _package("polars", table)
    return to_narwhals(transcripts, table).to_polars()


def to_narwhals(transcripts: Transcript | Iterable[Transcript], table: str = "turns") -> nw.DataFrame[Any]:
    """One table as a narwhals frame on Arrow, for code that serves users of several libraries.

    Raises `FormatError` where there is no such table, `MissingExtraError` where the extra `data` is not installed.
    """
    narwhals = _package("narwhals", table)
    return narwhals.from_native(_arrow_table(transcripts, table), eager_only=True)


def _package(name: str, table: str) -> Any:
    if table not in TABLES:
        raise FormatError(table, "no such table", f"known: {', '.join(TABLES)}")
    try:
        return import_module(name)
    except ImportError:
        raise MissingExtraError(_EXTRAS[name], f"a frame ({name})") from None


def _arrow_table(transcripts: Transcript | Iterable[Transcript], table: str) -> pa.Table:
    _package("pyarrow", table)
    from scio_transcripts.writers.arrow import table_of

    # A model can be gone through too, and gives its fields: never what is meant here.
    return table_of(table, [transcripts] if isinstance(transcripts, Transcript) else transcripts)
