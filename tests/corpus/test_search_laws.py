"""A search finds what reading every text would find, in the order that is promised."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from corpus.asked_corpora import Event, Said, corpus_of, holds, keys, naive
from depth import examples
from scio_transcripts.corpus.asked import QueryError, query_of
from scio_transcripts.corpus.hits import find_in
from scio_transcripts.corpus.words import fold, places

WORDS = ["ferry", "Ferries", "the", "THE", "new", "5", "5.2", "1,240", "don't", "it’s", "São", "ﬁve", "Ｆerry", "x_y"]
HAN = ["安", "全", "安全", "第一", "水", "，", "。", "安全第一", "GDP", "增长", "5月", "々", "ガ"]
SIGNS = ["%", "'", '"', "--", "(", ".*", "\\", "[a-z]", ";", "“", "”", ".", ",", "\x1b[2J", "\x00", "\u202e", "\u00ad"]
BLANKS = [" ", " ", " ", "", "\n", "\u3000", "\xa0", "\t"]
texts = st.lists(st.sampled_from([*WORDS, *WORDS, *HAN, *SIGNS, *BLANKS, " ", " "]), max_size=14).map("".join)
said = st.builds(Said, st.lists(texts, min_size=1, max_size=3).map(tuple))
days = st.sampled_from([date(2021, 5, 1), date(2022, 5, 1), date(2023, 1, 2), None])
events = st.lists(st.tuples(days, st.lists(said, max_size=4)), max_size=5)


@st.composite
def asked(draw: st.DrawFn) -> tuple[list[Event], list[str]]:
    """Events, and queries: pieces of what was said there, and anything."""
    chosen = draw(events)
    there = [paragraph for _, turns in chosen for turn in turns for paragraph in turn.paragraphs if paragraph]
    queries = []
    for _ in range(6):
        text = draw(st.sampled_from(there)) if there and draw(st.booleans()) else draw(texts)
        begin = draw(st.integers(0, len(text)))
        piece = text[begin : begin + draw(st.integers(1, 10))]
        queries.append(f'"{piece}"' if draw(st.booleans()) else piece)
    return chosen, queries


@settings(
    max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(asked())
@example(([(None, [Said(("安全",)), Said(("安", "全"))])], ["安全", "安", "全", '"安 全"']))
@example(([(None, [Said(("ferry\u202ethe ferry",))])], ["the", "ferrythe", '"ferrythe ferry"']))
@example(
    (
        [(None, [Said(("安全第一。", "the new ferry, the new")), Said(("第一安全",))])],
        ["安全第一", '"the new"', '"new the"'],
    )
)
@example(([(None, [Said(("up 5.2, then 5.",)), Said(("5 and 2",))])], ["5", "5.2", "2", '".2"', '"5."', '"5 and"']))
def test_a_search_finds_what_reading_every_text_finds(given_: tuple[list[Event], list[str]]) -> None:
    chosen, queries = given_
    with TemporaryDirectory() as folder:
        corpus = corpus_of(Path(folder), chosen)
        for text in queries:
            try:
                query = query_of(text)
            except QueryError:
                continue
            expected = naive(chosen, query)
            results = corpus.search(text, limit=None)
            assert keys(results) == expected, (text, query.phrases)
            assert results.total == len(expected)
            assert keys(corpus.search(text, limit=2)) == expected[:2]


@settings(max_examples=examples(300), deadline=None)
@given(texts, texts)
def test_folding_goes_character_by_character(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)
    assert fold(fold(one)) == fold(one)
    assert len(places(one)) == len(fold(one)) + 1


@settings(max_examples=examples(300), deadline=None)
@given(st.text(max_size=20), st.text(max_size=20))
def test_folding_goes_character_by_character_in_any_script(one: str, other: str) -> None:
    assert fold(one + other) == fold(one) + fold(other)
    assert len(places(one)) == len(fold(one)) + 1


@settings(max_examples=examples(300), deadline=None)
@given(texts, st.integers(0, 40), st.integers(1, 12))
def test_the_place_of_a_phrase_holds_the_phrase(text: str, begin: int, length: int) -> None:
    try:
        phrase = query_of(f'"{text[begin : begin + length]}"').phrases[0]
    except QueryError:
        return
    spans = find_in(text, [phrase]).get(phrase, [])
    assert bool(spans) == holds(text, phrase.text)
    for low, high in spans:
        assert holds(text[low:high], phrase.text)
