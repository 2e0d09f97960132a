"""The pages that the benchmark times: always the same, each another, and read as what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from scio_transcripts import parse, parse_html

BENCH = Path(__file__).parents[1] / "bench"


@pytest.fixture(autouse=True)
def _bench(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(BENCH))


@pytest.mark.parametrize("language", ["english", "chinese"])
def test_each_number_gives_another_press_conference_and_always_the_same(language: str) -> None:
    import invented

    make = getattr(invented, language)
    first, again, other = make(9_000, 1), make(9_000, 1), make(9_000, 2)
    assert first == again
    assert len(first) == len(other) == 9_000
    page, stranger = parse(first), parse(other)
    assert {"official", "reporter"} <= {turn.role for turn in page.turns} <= {"chair", "official", "reporter"}
    assert not {p.name for p in page.participants if p.role != "reporter"} & {p.name for p in stranger.participants}


@pytest.mark.parametrize("markup", ["p, strong", "span in span", "br"])
def test_a_printed_page_says_what_its_text_says(markup: str) -> None:
    from invented import english
    from printed import printed

    text = english(9_000, 3)
    said = [[paragraph.text for paragraph in turn.paragraphs] for turn in parse(text).turns]
    shown = [[paragraph.text for paragraph in turn.paragraphs] for turn in parse_html(printed(text, markup)).turns]
    whole = len(said) - 1  # the text ends in the middle of a turn
    assert whole > 10
    assert shown[:whole] == said[:whole]
