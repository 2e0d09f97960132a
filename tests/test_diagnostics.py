"""The table of diagnostics: complete, stable, and each code is met by a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scio_transcripts import parse
from scio_transcripts.codes import CODES, GROUPS
from scio_transcripts.diagnostics import Log
from test_cases import read_cases

HERE = Path(__file__).parent
PAGES = {
    "T101": "Reuters:\n\nWhy \ud800? Thank you.",
    "T102": "Reuters:\n\nWhy \x07? Thank you.",
    "T103": " \n",
    "T104": "Reuters:\n\nWhy donâ€™t you? Thank you.",
    "L203": "Reuters: Why? Thank you.\n\nSteady Growth: the towns had steady growth.\n\nRuan Boqing: Thank you for "
    "your question.",
    "L205": "Reuters:\n\nCCTV:\n\nWhy? Thank you.",
    "D403": "SCIO briefing\nBeijing | 10 a.m. May 6, 2024\n\nSpeaker:\n\nRuan Bo, minister of "
    "dikes\n\nDate:\n\nMay 7, 2024\n\nRuan Bo:\n\nGood morning.",
    "P503": "Speaker:\n\nMr. Ruan Bo, minister of dikes\n\nSpeaker:\n\nMs. Ruan Bo, minister of "
    "dikes\n\nRuan Bo:\n\nGood morning.",
    "K702": "路透社记者：\n\n今年有多少船通过船闸？请介绍一下。谢谢。",
    "P504": "Thank you. We have mended our locks, and we thank you for the boats that you sent us.",
}


@pytest.mark.parametrize("code", PAGES)
def test_page_meets_code(code: str) -> None:
    page = parse(PAGES[code])
    assert code in {d.code for d in page.diagnostics}
    for diagnostic in page.diagnostics:
        assert 0 <= diagnostic.start <= diagnostic.end <= len(page.text)


def test_every_code_is_met_by_a_page_of_the_tests() -> None:
    """Of bytes, HTML and several pages, other tests ask for the code by its name."""
    met = {d.code for page in PAGES.values() for d in parse(page).diagnostics}
    met |= {d.code for case in read_cases() for d in parse(case.page).diagnostics}
    others = (
        "test_doubts.py",
        "test_encodings.py",
        "test_join.py",
        "test_overlapping_pages.py",
        "html/test_reading.py",
        "html/test_stubs.py",
    )
    asked = "".join((HERE / name).read_text("utf-8") for name in others)
    met |= {code for code in CODES if f'"{code}"' in asked}
    assert set(CODES) - met == set()


def test_codes_are_well_formed_and_explained() -> None:
    for code, row in CODES.items():
        assert re.fullmatch(r"[A-Z]\d{3}", code)
        assert row.title
        assert row.help.endswith(".")
        assert row.severity in {"info", "warning", "error"}
        assert code[0] in GROUPS


@pytest.mark.parametrize("code", CODES)
def test_each_message_says_what_was_seen_and_what_was_decided(code: str) -> None:
    row = CODES[code]
    seen, _, decided = row.message.rpartition("; ")
    assert seen
    assert decided
    assert not row.message.endswith(".")
    assert row.help[0].isupper() or row.help[0] == "`"


def test_the_log_is_in_reading_order() -> None:
    log = Log()
    log.add("L202", 9, 12, label="b")
    log.add("L205", 2, 3, label="a")
    assert [entry["start"] for entry in log.sorted()] == [2, 9]
