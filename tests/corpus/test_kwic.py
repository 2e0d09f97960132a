"""Keyword in context, and a corpus in numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

from corpus.asked_corpora import Event, Said, corpus_of
from scio_transcripts.corpus.asked import QueryError
from scio_transcripts.display.concordance import concordance

EVENTS: list[Event] = [
    (date(2022, 1, 1), [Said(("Every tide turns; no tide waits.", "Tides too."), role="official")]),
    (date(2021, 1, 1), [Said(("The TIDE.",), role="reporter", name="Kyodo", outlet="kyodo")]),
    (None, [Said(("安全生产，安全第一。",))]),
]


def test_each_place_is_a_line_the_oldest_first(tmp_path: Path) -> None:
    lines = corpus_of(tmp_path, EVENTS).kwic("tide", width=12)
    assert [(line.before, line.word, line.after) for line in lines] == [
        ("The ", "TIDE", "."),
        ("Every ", "tide", " turns; no t"),
        ("e turns; no ", "tide", " waits."),
    ]
    assert [line.start for line in lines] == [4, 6, 21]
    first = lines[0]
    assert (first.date, first.turn, first.paragraph, first.speaker) == (date(2021, 1, 1), 0, 1, "Kyodo")


def test_lines_can_be_put_in_the_order_of_their_context(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, EVENTS)
    assert [line.after[:3] for line in corpus.kwic("tide", sort="right")] == [".", " tu", " wa"]
    assert [line.before.split()[-1] for line in corpus.kwic("tide", sort="left")] == ["The", "no", "Every"]


def test_a_limit_and_filters_hold(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, EVENTS)
    assert [line.word for line in corpus.kwic("tide", limit=1)] == ["TIDE"]
    assert [line.word for line in corpus.kwic("tide", role="official")] == ["tide", "tide"]
    assert len(corpus.kwic("no tide")) == 1
    assert corpus.kwic("lantern") == ()
    with pytest.raises(QueryError):
        corpus.kwic("...")


def test_the_word_stands_in_one_column_in_english_and_chinese(tmp_path: Path) -> None:
    events: list[Event] = [
        (None, [Said(("安全生产，安全第一，a tide",)), Said(("The a tide and more",)), Said(("a",))])
    ]
    lines = corpus_of(tmp_path, events).kwic("a", width=9)
    drawn = [[text for text, _ in parts] for parts in concordance(lines, 9)]
    assert len({cell_len("".join(parts[:3])) for parts in drawn}) == 1
    assert len({cell_len("".join(parts[:5])) - cell_len(parts[3]) for parts in drawn}) == 1
    assert [parts[3] for parts in drawn] == ["a", "a", "a"]


def test_what_could_steer_a_terminal_is_written_out(tmp_path: Path) -> None:
    events: list[Event] = [(None, [Said(("\x1b[2J tide \x07\u202e",), name="\x1b]0;x\x07")])]
    (parts,) = concordance(corpus_of(tmp_path, events).kwic("tide"), 20)
    shown = "".join(text for text, _ in parts)
    assert not set(shown) & {"\x1b", "\x07", "\u202e", "\n"}
    assert "\\x1b[2J" in shown


def test_every_breakdown_sums_to_the_whole(tmp_path: Path) -> None:
    stats = corpus_of(tmp_path, EVENTS).stats()
    assert (stats.transcripts, stats.turns) == (3, 3)
    assert stats.words == 8 + 2 + 8
    for counts in (stats.years, stats.dialects, stats.languages, stats.roles):
        assert sum(one.turns for one in counts) == 3
        assert sum(one.words for one in counts) == stats.words
    assert [one.name for one in stats.years] == ["2021", "2022", None]
    assert [(one.name, one.turns) for one in stats.roles] == [("official", 2), ("reporter", 1)]
    assert [(one.name, one.turns) for one in stats.countries] == [("JP", 1)]
    assert [(one.name, one.turns) for one in stats.outlets] == [("kyodo", 1)]
