"""The rows of one Parquet file.

In: its path. Out: a table. Promises: loads no more of Arrow than that takes: `pyarrow.parquet.read_table` also loads
what reads whole data sets, and with it pandas where that is installed, a second of waiting for whoever asks little.
"""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq


def read_rows(path: Path, columns: list[str] | None = None) -> pa.Table:
    """All rows, or some columns of them."""
    with pq.ParquetFile(path) as parquet:
        return parquet.read(columns)
