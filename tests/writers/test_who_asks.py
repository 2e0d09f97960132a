"""Who asks, by country of the outlet: the lines that `docs/formats.md` shows, over one page, agree."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from scio_transcripts import Transcript, to_excel
from scio_transcripts.registry import outlets
from writers.pages import SAMPLES

DOCS = Path(__file__).parents[2] / "docs" / "formats.md"
LINES = {
    "frame": r"^turns\[.*$",
    "sql": r"^select .*$",
    "workbook": r"^Counter\(.*$",
}


def line(name: str) -> str:
    """The one line of the page."""
    (found,) = re.findall(LINES[name], DOCS.read_text("utf-8"), re.MULTILINE)
    return str(found)


def counted(page: Transcript) -> dict[str, int]:
    """How often the reporters of each country speak."""
    home = {person.id: outlets.get(person.outlet or "") for person in page.participants}
    asked = [home[turn.speaker or ""] for turn in page.turns if turn.role == "reporter" and turn.speaker]
    return dict(Counter(outlet.country for outlet in asked if outlet))


@pytest.fixture
def demo() -> Transcript:
    """The bundled sample, in which outlets of several countries ask."""
    page = SAMPLES["demo.txt"]
    assert len(counted(page)) > 3
    return page


def test_from_a_data_frame(demo: Transcript) -> None:
    pytest.importorskip("pandas", reason='needs the extra "pandas"')
    from scio_transcripts import to_pandas

    assert eval(line("frame"), {"turns": to_pandas(demo)}).to_dict() == counted(demo)


def test_from_sql(demo: Transcript, tmp_path: Path) -> None:
    pytest.importorskip("duckdb", reason='needs the extra "corpus"')
    from scio_transcripts.corpus import build

    (tmp_path / "page.txt").write_text(demo.text, "utf-8")
    corpus = build([tmp_path / "page.txt"], tmp_path / "corpus", jobs=1)
    rows = corpus.sql(line("sql")).collect().rows()
    assert {country: count for country, count in rows if country} == counted(demo)


def test_from_a_workbook(demo: Transcript, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="reads workbooks back")
    pytest.importorskip("xlsxwriter", reason='needs the extra "excel"')
    monkeypatch.chdir(tmp_path)
    assert to_excel(demo, "turns.xlsx") == ()
    names: dict[str, Any] = {"Counter": Counter, "load_workbook": openpyxl.load_workbook}
    found = eval(line("workbook"), names)
    assert {country: count for country, count in found.items() if country} == counted(demo)
