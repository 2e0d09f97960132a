"""Who asks: what the registry says of an outlet stands in every table that has outlets, the same in every format."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from scio_transcripts import Transcript, parse
from scio_transcripts.registry import outlets
from scio_transcripts.writers import write
from scio_transcripts.writers.tables import TABLES, rows_of

_ABOUT = ["outlet_name", "outlet_country", "outlet_ownership", "outlet_kind"]
_WITH_OUTLETS = [table for table, columns in TABLES.items() if "outlet" in columns]
_PAGE = (
    "Reuters:\n\nHow many ferries run? Thank you.\n\nLin Dahai:\n\nThank you. Ninety.\n\n"
    "Harbour Daily:\n\nWhy so many? Thank you.\n\nLin Dahai:\n\nThank you. Tides."
)
_OWN = (
    '{"id": "harbour-daily", "name": "Harbour Daily", "country": "MO", "kind": "newspaper", "ownership": "hk-mo-tw"}\n'
)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[None]:
    """A registry with an outlet of the user's own."""
    path = tmp_path / "own.jsonl"
    path.write_text(_OWN, "utf-8")
    outlets.use(path)
    yield
    outlets.use()


def about(outlet_id: str | None) -> list[str | None]:
    found = outlets.get(outlet_id) if outlet_id else None
    return [found.name, found.country, found.ownership, found.kind] if found else [None] * 4


def test_turns_exchanges_and_participants_have_outlets() -> None:
    assert _WITH_OUTLETS == ["turns", "exchanges", "participants"]


@pytest.mark.parametrize("table", _WITH_OUTLETS)
def test_the_facts_stand_beside_the_outlet_and_are_those_of_the_registry(table: str) -> None:
    place = list(TABLES[table]).index("outlet") + 1
    assert list(TABLES[table])[place : place + 4] == _ABOUT
    rows = list(rows_of(table, parse(_PAGE)))
    assert {row["outlet"] for row in rows} >= {"reuters", None}
    for row in rows:
        assert [row[name] for name in _ABOUT] == about(row["outlet"])


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("table", _WITH_OUTLETS)
def test_an_outlet_of_the_users_own_has_its_own_facts(table: str) -> None:
    rows = [row for row in rows_of(table, parse(_PAGE)) if row["outlet"] == "harbour-daily"]
    assert rows
    assert [rows[0][name] for name in _ABOUT] == ["Harbour Daily", "MO", "hk-mo-tw", "newspaper"]


@pytest.mark.parametrize("table", _WITH_OUTLETS)
def test_an_outlet_that_a_registry_no_longer_has_keeps_its_id_alone(table: str, tmp_path: Path) -> None:
    path = tmp_path / "own.jsonl"
    path.write_text(_OWN, "utf-8")
    outlets.use(path)
    try:
        page = parse(_PAGE)
    finally:
        outlets.use()
    rows = [row for row in rows_of(table, page) if row["outlet"] == "harbour-daily"]
    assert rows
    assert [rows[0][name] for name in _ABOUT] == [None] * 4


def _table(page: Transcript, name: str) -> list[dict[str, str]]:
    out = io.BytesIO()
    write([page], name, out)
    return list(csv.DictReader(io.StringIO(out.getvalue().decode(), newline="")))


def test_who_asks_by_country_is_one_line_from_a_pandas_frame(demo: Transcript) -> None:
    pytest.importorskip("pandas", reason='needs the extra "pandas"')
    from scio_transcripts import to_pandas

    turns = to_pandas(demo)
    counted = turns[turns.role == "reporter"].groupby("outlet_country").size()
    assert counted.to_dict() == _countries(demo)


def test_who_asks_by_country_is_one_line_from_a_polars_frame(demo: Transcript) -> None:
    polars = pytest.importorskip("polars", reason='needs the extra "polars"')
    from scio_transcripts import to_polars

    counted = to_polars(demo).filter(polars.col("role") == "reporter").group_by("outlet_country").len()
    assert {country: count for country, count in counted.iter_rows() if country} == _countries(demo)


def test_csv_has_the_same_facts(demo: Transcript) -> None:
    for row, cells in zip(rows_of("turns", demo), _table(demo, "csv-turns"), strict=True):
        assert [cells[name] for name in _ABOUT] == [row[name] or "" for name in _ABOUT]


def _countries(page: Transcript) -> dict[str, int]:
    """How often the reporters of each country speak, counted by hand."""
    people = {person.id: person for person in page.participants}
    counts: dict[str, int] = {}
    for turn in page.turns:
        person = people.get(turn.speaker or "")
        if turn.role == "reporter" and person and (found := outlets.get(person.outlet or "")):
            counts[found.country] = counts.get(found.country, 0) + 1
    assert len(counts) > 2
    return counts


@pytest.fixture
def demo() -> Transcript:
    """The bundled sample."""
    from writers.pages import SAMPLES

    return SAMPLES["demo.txt"]
