"""Dates, counts and page numbers in words."""

import pytest

from scio_transcripts.display.wording import counted, long_date, which_pages
from scio_transcripts.model import Pages


@pytest.mark.parametrize(
    ("numbers", "total", "words"),
    [
        ((), None, None),
        ((), 3, "one of 3"),
        ((13,), 13, "13 of 13"),
        ((1, 2, 3, 5), 13, "1-3, 5 of 13"),
        ((2,), None, "2"),
    ],
)
def test_pages_in_words(numbers: tuple[int, ...], total: int | None, words: str | None) -> None:
    assert which_pages(Pages(numbers=numbers, total=total, complete=None)) == words


@pytest.mark.parametrize(("iso", "words"), [("2024-02-29", "Thursday, 29 February 2024"), ("2024-02", "2024-02")])
def test_dates_in_words(iso: str, words: str) -> None:
    assert long_date(iso) == words


def test_counts_in_words() -> None:
    assert counted(0, "turn") == "0 turns"
