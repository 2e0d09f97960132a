"""Who asked, over one transcript and over many."""

import pytest
from hypothesis import given

from scio_transcripts import Transcript, parse
from scio_transcripts.views import askers_of
from strategies import page_like
from views.conftest import EMPTY

BOATS = """CCTV:

How many boats? Thank you.

Lin Dahai:

Thank you. Ninety.

Reed Pond Herald:

How many ferries? Thank you.

Lin Dahai:

Thank you. Nine.

Reed Pond Herald:

And rafts? Thank you.

Lin Dahai:

Thank you. None.
"""
REEDS = "The Reed Pond Herald:\n\nWhy reeds? Thank you.\n\nLin Dahai:\n\nThank you. They bend.\n\nQ: Why? Thank you."


def test_one_outlet_counts_once_an_exchange_with_its_follow_ups() -> None:
    rows = {row.name: (row.exchanges, row.questions) for row in askers_of(parse(BOATS)).outlets}
    assert rows == {"CCTV": (1, 1), "Reed Pond Herald": (1, 2)}


def test_events_are_counted_over_many_transcripts_and_an_article_makes_no_other_outlet() -> None:
    asked = askers_of(map(parse, [BOATS, REEDS, BOATS]))
    rows = {row.name: (row.events, row.exchanges) for row in asked.outlets}
    assert rows["Reed Pond Herald"] == (3, 3)
    assert rows["CCTV"] == (2, 2)
    assert asked.total.events == 3


def test_what_the_registry_does_not_know_stays_unknown() -> None:
    asked = askers_of([parse(BOATS), parse("Q: Why reeds? Thank you.\n\nA: Thank you. They bend.")])
    assert {(row.key, row.exchanges) for row in asked.countries} == {("CN", 1), (None, 2)}
    assert {(row.key, row.exchanges) for row in asked.ownerships} == {("central-state", 1), (None, 2)}
    assert {(row.key, row.name) for row in asked.outlets} == {
        ("cctv", "CCTV"),
        (None, "Reed Pond Herald"),
        (None, None),
    }


@given(page_like)
def test_every_heading_counts_every_question(text: str) -> None:
    asked = askers_of(parse(text))
    for rows in (asked.outlets, asked.countries, asked.ownerships):
        assert sum(row.questions for row in rows) == asked.total.questions


def test_the_sample_has_eleven_exchanges(demo: Transcript) -> None:
    asked = askers_of(demo)
    assert (asked.total.events, asked.total.exchanges, asked.total.questions) == (1, 11, 12)


@pytest.mark.parametrize("text", EMPTY)
def test_nobody_asks_on_a_page_without_questions(text: str) -> None:
    asked = askers_of(parse(text))
    assert asked.outlets == ()
    assert asked.total.exchanges == 0
