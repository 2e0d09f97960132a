"""The recipes of docs/scale.md run as they stand there, and give what the kernel gives here."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pytest

from corpus.making import folder_of
from scio_transcripts.corpus.kernel import parse_batch
from scio_transcripts.model import Transcript

PAGE = Path(__file__).parents[2] / "docs" / "scale.md"
PACKAGES = {"DuckDB": "duckdb", "Dask": "distributed", "Daft": "daft", "Spark": "pyspark"}
TABLES = ("transcripts", "turns", "exchanges", "participants", "diagnostics")


def recipe(name: str) -> str:
    """The code under one heading."""
    section = PAGE.read_text("utf-8").partition(f"\n### {name}\n")[2].partition("\n### ")[0]
    found = re.search(r"```python\n(.*?)```", section, re.DOTALL)
    assert found is not None, f"docs/scale.md has no recipe for {name}"
    return found[1]


def without_names(row: dict[str, object]) -> dict[str, object]:
    """A result without the name of its page: an engine may write the same file as a path or as an address."""
    document = row["document"]
    assert isinstance(document, str)
    transcript = Transcript.from_json(document)
    text = transcript.to_json().replace(str(transcript.source.uri), "")
    return {"document": text, **{table: row[table] for table in TABLES if table != "transcripts"}}


@pytest.mark.parametrize("name", PACKAGES)
def test_a_recipe_gives_what_the_kernel_gives(name: str, tmp_path: Path) -> None:
    pytest.importorskip(PACKAGES[name], reason=f"the recipe for {name} needs its package")
    folder = folder_of(tmp_path, 20)
    script = tmp_path / "recipe.py"
    check = '\n\nif __name__ == "__main__":\n    import pyarrow.feather as feather\n\n'
    script.write_text(recipe(name) + check + '    feather.write_feather(results, "results.arrow")\n', "utf-8")
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env={**os.environ, "DO_NOT_TRACK": "true", "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable},
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    with pa.memory_map(str(tmp_path / "results.arrow")) as file:
        results = pa.ipc.open_file(file).read_all().to_pylist()
    paths = sorted(folder.iterdir())
    given = {"uri": [f"pages/{path.name}" for path in paths], "content": [path.read_bytes() for path in paths]}
    expected = parse_batch(pa.RecordBatch.from_pydict(given)).to_pylist()
    assert [row["error"] for row in results] == [None] * 20
    assert sorted(map(without_names, results), key=lambda row: str(row["document"])) == sorted(
        map(without_names, expected), key=lambda row: str(row["document"])
    )
