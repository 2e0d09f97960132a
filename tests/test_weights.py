"""What `bench/weights.py` switches off is off, tells when it speaks, and is as before once it is on again."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import REPOSITORY
from scio_transcripts import parse

Find = Callable[[str], "object"]


@pytest.fixture
def switched(monkeypatch: pytest.MonkeyPatch) -> Find:
    """Finds the one switch with some words in its name."""
    monkeypatch.syspath_prepend(REPOSITORY / "bench")
    from switches import switches

    def find(words: str) -> object:
        (found,) = (switch for switch in switches() if words in switch.name)
        return found

    return find


PAGE = (
    "Harbour briefing\n\nPublished: May 2, 2024\n\nGu Yunliang:\n\nGood morning, everyone. The quay is open.\n\n"
    "Reuters:\n\nWhy is that? Thank you.\n\nGu Yunliang:\n\nThank you for your question. It was built."
)


@pytest.mark.parametrize(
    ("name", "speaks"),
    [
        ("[Gg]ood (?:morning", True),
        ("row greets.welcome zh", False),
        ("pattern lexer.page.marks:LABEL", True),
        ("line heading", True),
        ("line pager", False),
        ("clue of heads outlet-word", False),
        ("clue of heads opens", True),
        ("clue of title: first", True),
        ("clue of roster chair: opens", False),
        ("clue of official: taking a question", True),
    ],
)
def test_a_switch_tells_whether_it_speaks_and_leaves_no_trace(switched: Find, name: str, speaks: bool) -> None:
    from switch import Switch

    before = parse(PAGE).to_json()
    switch = switched(name)
    assert isinstance(switch, Switch)
    switch.listen()
    parse(PAGE)
    switch.note("a page")
    switch.deafen()
    assert switch.spoke == (["a page"] if speaks else [])
    with switch.off():
        parse(PAGE)
    assert parse(PAGE).to_json() == before


def test_what_is_switched_off_finds_nothing(switched: Find) -> None:
    from switch import Switch
    from switches import forget

    from scio_transcripts.language.speech_acts import greets

    switch = switched("[Gg]ood (?:morning")
    assert isinstance(switch, Switch)
    with switch.off():
        forget()
        assert not greets("Good morning.")
        assert greets("Hello.")
    assert greets("Good morning.")
