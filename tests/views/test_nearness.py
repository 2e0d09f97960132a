"""Quotations that were said, that were changed, and that nobody ever said, as plain text in `nearness/`."""

from __future__ import annotations

from pathlib import Path

import pytest

from scio_transcripts import parse
from scio_transcripts.views import verify

CASES = Path(__file__).parent / "nearness"
FILES = ("english", "chinese")


def sections(name: str) -> dict[str, str]:
    parts = (CASES / f"{name}.txt").read_text("utf-8").split("== ")[1:]
    return {title: text.strip() for title, _, text in (part.partition("\n") for part in parts)}


def rows(verdict: str) -> list[tuple[str, str]]:
    return [(name, quotation) for name in FILES for quotation in sections(name)[verdict].splitlines()]


PAGES = {name: parse(sections(name)["page"]) for name in FILES}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("verdict", ["said", "changed", "missing"])
def test_there_are_forty_cases_of_each_kind(name: str, verdict: str) -> None:
    assert len(set(sections(name)[verdict].splitlines())) >= 40


@pytest.mark.parametrize(("name", "quotation"), rows("said"))
def test_what_was_said_is_found_in_whatever_typography(name: str, quotation: str) -> None:
    assert verify(PAGES[name], quotation).status in ("exact", "typography")


@pytest.mark.parametrize(("name", "quotation"), rows("changed"))
def test_a_long_enough_quotation_with_a_few_other_words_is_changed(name: str, quotation: str) -> None:
    found = verify(PAGES[name], quotation)
    assert found.status == "changed"
    assert any(edit.kind != "same" for edit in found.edits)


@pytest.mark.parametrize(("name", "quotation"), rows("missing"))
def test_what_shares_only_common_words_was_never_said(name: str, quotation: str) -> None:
    assert verify(PAGES[name], quotation).status == "missing"
