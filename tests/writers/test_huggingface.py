"""The dataset folder: a card that says where each table stands and what its columns are, and the tables themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from hostile import HOSTILE
from scio_transcripts import Transcript, parse
from scio_transcripts.writers import FormatError, write_folder

pytest.importorskip("pyarrow", reason='needs the extra "data"')
import pyarrow.parquet as pq

from scio_transcripts.writers import arrow

_FEATURE = re.compile(r"^  - name: (\w+)\n    (?:dtype: (\w+)|sequence: (\w+))$", re.M)
_CONFIG = re.compile(
    r"^- config_name: (\w+)\n(?:  default: (true)\n)?  data_files:\n  - split: train\n    path: (\S+)$", re.M
)
_ARROW = {"string": "string", "date32": "date32[day]", "int64": "int64", "bool": "bool"}


@pytest.fixture(scope="module")
def pages() -> list[Transcript]:
    demo = parse((files("scio_transcripts") / "samples" / "demo.txt").read_text("utf-8"))
    return [demo, *(parse(generate(500)) for generate in HOSTILE.values())]


def front_of(folder: Path) -> str:
    card = (folder / "README.md").read_text("utf-8")
    assert card.startswith("---\n")
    return card.split("---\n")[1]


def test_the_folder_holds_every_table_with_its_rows(pages: list[Transcript], tmp_path: Path) -> None:
    write_folder(iter(pages), "huggingface", tmp_path / "set", license="other")
    found = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file())
    assert found == sorted(["set/README.md", *(f"set/data/{table}.parquet" for table in arrow.TABLES)])
    for table, rows in arrow.tables_of(pages).items():
        assert pq.read_table(tmp_path / "set" / "data" / f"{table}.parquet").equals(rows)


def test_the_card_names_each_file_and_each_column_with_its_type(pages: list[Transcript], tmp_path: Path) -> None:
    write_folder(pages, "huggingface", tmp_path, license="cc-by-4.0")
    front = front_of(tmp_path)
    configs, info = front.split("dataset_info:\n")
    named = _CONFIG.findall(configs)
    assert sorted(name for name, _, _ in named) == sorted(arrow.TABLES)
    assert [name for name, default, _ in named if default] == ["turns"]
    for name, _, path in named:
        schema = pq.read_schema(tmp_path / path)
        block = info.split(f"- config_name: {name}\n")[1].split("- config_name:")[0]
        told = [(column, plain, many) for column, plain, many in _FEATURE.findall(block)]
        assert [column for column, _, _ in told] == schema.names
        for column, plain, many in told:
            kind = schema.field(column).type
            assert str(kind.value_type if many else kind) == _ARROW[many or plain]
    assert 'license: "cc-by-4.0"\n' in front
    assert "language:\n- en\n" in front


def test_no_licence_is_guessed(pages: list[Transcript], tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="huggingface: needs the licence of the texts; give the one that holds"):
        write_folder(pages, "huggingface", tmp_path / "set")
    assert not (tmp_path / "set").exists()


@pytest.mark.parametrize("license", ["", "MIT Licence", "x\ny: z", "'", "a" * 80, "-"])
def test_what_is_no_id_of_a_licence_is_refused(license: str, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="is no id of a licence") as told:
        write_folder([], "huggingface", tmp_path / "set", license=license)
    assert "\n" not in str(told.value)


def test_a_folder_that_holds_something_is_left_alone(pages: list[Transcript], tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    with pytest.raises(FormatError, match="holds something already; name a new or an empty folder"):
        write_folder(pages, "huggingface", tmp_path, license="other")
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]
    with pytest.raises(FormatError, match="is or lies in a file"):
        write_folder(pages, "huggingface", tmp_path / "README.md", license="other")
    with pytest.raises(FormatError, match="is or lies in a file"):
        write_folder(pages, "huggingface", tmp_path / "README.md" / "set", license="other")


def test_a_run_that_fails_leaves_an_empty_folder(pages: list[Transcript], tmp_path: Path) -> None:
    def failing() -> Iterator[Transcript]:
        yield from pages[:3]
        raise LookupError("the fourth")

    with pytest.raises(LookupError):
        write_folder(failing(), "huggingface", tmp_path, license="other")
    assert list(tmp_path.iterdir()) == []


def test_a_strange_title_stays_one_value_of_the_card(tmp_path: Path) -> None:
    title = 'Reeds: "a" # <b>b</b>\n---\nlicense: mit \x1b[2J\u2028\ud800 记者 👍'
    write_folder([], "huggingface", tmp_path, license="other", title=title)
    card = (tmp_path / "README.md").read_text("utf-8")
    assert card.count("\n---\n") == 1
    assert [line for line in card.splitlines() if line.startswith(("license:", "pretty_name:"))] == [
        'license: "other"',
        'pretty_name: "Reeds: \\"a\\" # <b>b</b> --- license: mit [2J 记者 👍"',
    ]
    assert not re.search(r"(?<!\\)<", card.split("---\n", 2)[2])


def test_no_transcripts_give_tables_without_rows(tmp_path: Path) -> None:
    write_folder([], "huggingface", tmp_path, license="other")
    for table in arrow.TABLES:
        read = pq.read_table(tmp_path / "data" / f"{table}.parquet")
        assert (read.num_rows, read.schema.names) == (0, list(arrow.COLUMNS[table]))
    assert "language:" not in front_of(tmp_path)


def test_the_same_transcripts_give_the_same_folder(pages: list[Transcript], tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_folder(iter(pages), "huggingface", tmp_path / name, license="other")
    for path in (tmp_path / "one").rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (tmp_path / "two" / path.relative_to(tmp_path / "one")).read_bytes()
