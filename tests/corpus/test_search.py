"""What a search gives: filters, order, citations, and hostile words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from corpus.asked_corpora import Event, Said, corpus_of, keys
from scio_transcripts.corpus import Corpus, build
from scio_transcripts.corpus.asked import QueryError, query_of
from scio_transcripts.views import cite

SAMPLES = Path(__file__).parents[2] / "src" / "scio_transcripts" / "samples"
EVENTS: list[Event] = [
    (
        date(2021, 3, 1),
        [
            Said(("Where do the ferries go?",), role="reporter", name="Reuters", outlet="reuters", exchange=0),
            Said(("The ferries go north.",), name="Lin Dahai", exchange=0),
            Said(("And the ferries in winter?",), role="reporter", name="CCTV-4", outlet="cctv-4", exchange=1),
            Said(("Few ferries run.",), name="Gu Yunliang", exchange=1),
        ],
    ),
    (date(2023, 6, 30), [Said(("Ferries.",), role="chair", name="Mei An")]),
    (date(2024, 1, 1), [Said(("Kyodo asks of ferries.",), role="reporter", name="Kyodo", outlet="kyodo")]),
    (None, [Said(("Undated ferries.",), name=None)]),
]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return corpus_of(tmp_path_factory.mktemp("ferries") / "it's [a] *store*", EVENTS)


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({}, {"Reuters", "Lin Dahai", "CCTV-4", "Gu Yunliang", "Mei An", "Kyodo", None}),
        ({"role": "reporter"}, {"Reuters", "CCTV-4", "Kyodo"}),
        ({"role": ["chair", "unknown"]}, {"Mei An"}),
        ({"outlet": "foreign"}, {"Reuters", "Lin Dahai", "Kyodo"}),
        ({"outlet": "foreign", "role": "official"}, {"Lin Dahai"}),
        ({"outlet": ["reuters", "Kyodo News"]}, {"Reuters", "Lin Dahai", "Kyodo"}),
        ({"outlet": "cctv"}, {"CCTV-4", "Gu Yunliang"}),
        ({"outlet": "mainland"}, {"CCTV-4", "Gu Yunliang"}),
        ({"country": "Japan"}, {"Kyodo"}),
        ({"country": "JP", "outlet": "reuters"}, set()),
        ({"ownership": "central-state"}, {"CCTV-4", "Gu Yunliang"}),
        ({"speaker": "DAHAI"}, {"Lin Dahai"}),
        ({"speaker": "lin-dahai"}, {"Lin Dahai"}),
        ({"speaker": "%"}, set()),
        ({"since": "2023"}, {"Mei An", "Kyodo"}),
        ({"until": "2023-06"}, {"Reuters", "Lin Dahai", "CCTV-4", "Gu Yunliang", "Mei An"}),
        ({"since": date(2023, 6, 30), "until": "2023-06-30"}, {"Mei An"}),
    ],
)
def test_filters_leave_the_turns_that_fit(corpus: Corpus, filters: dict[str, object], names: set[str | None]) -> None:
    results = corpus.search("ferries", **filters)
    assert {hit.citation.speaker for hit in results} == names
    assert results.total == len(results)


@pytest.mark.parametrize(
    ("option", "value", "says"),
    [
        ("role", "minister", "use chair, official"),
        ("outlet", "Reutres", "is no outlet"),
        ("country", "Atlantis", "is no country"),
        ("ownership", "mine", "use central-state"),
        ("since", "last week", "write 2023"),
        ("until", "2023-02-30", "write 2023"),
        ("speaker", "\u200b", "is no speaker"),
    ],
)
def test_a_filter_that_does_not_exist_is_refused(corpus: Corpus, option: str, value: str, says: str) -> None:
    with pytest.raises(QueryError, match=says):
        corpus.search("ferries", **{option: value})


def test_turns_can_be_put_in_the_order_of_dates(corpus: Corpus) -> None:
    newest = [hit.citation.date for hit in corpus.search("ferries", order="newest")]
    oldest = [hit.citation.date for hit in corpus.search("ferries", order="oldest")]
    assert newest == ["2024-01-01", "2023-06-30", *["2021-03-01"] * 4, None]
    assert oldest == [*["2021-03-01"] * 4, "2023-06-30", "2024-01-01", None]


def test_rare_words_and_short_turns_come_first(tmp_path: Path) -> None:
    long = "The tide of the coast is what the boats of the coast wait for. " * 20
    turns = [Said((f"{long} Lantern.",)), Said(("The lantern.",)), Said(("Lantern, lantern and boats.",))]
    found = corpus_of(tmp_path, [(date(2020, 1, 1), turns)]).search("lantern")
    assert [hit.turn for hit in found] == [2, 1, 0]


def test_a_phrase_is_found_where_it_stands_and_not_where_its_words_do(tmp_path: Path) -> None:
    turns = [
        Said(("The new harbour.",)),
        Said(("A harbour, new and deep.",)),
        Said(("New", "harbour.")),
        Said(("New\n harbours, new\xa0Harbour",)),
    ]
    corpus = corpus_of(tmp_path, [(None, turns)])
    assert {hit.turn for hit in corpus.search('"new harbour"')} == {0, 3}
    assert {hit.turn for hit in corpus.search(["new harbour"])} == {0, 3}
    assert {hit.turn for hit in corpus.search(["harbour", "new"])} == {0, 1, 2, 3}
    assert corpus.search('"new harbour"', limit=1).total is None
    assert corpus.search('"deep harbour"').with_all_words == 1
    assert corpus.search('"new harbour"').with_all_words is None
    assert corpus.search("new harbour").with_all_words == 4


def test_chinese_is_found_without_blanks_between_words(tmp_path: Path) -> None:
    turns = [Said(("安全生产，第一位。",)), Said(("安 全\n第一",)), Said(("全安",)), Said(("ＧＤＰ增长5.2%",))]
    corpus = corpus_of(tmp_path, [(None, turns)])
    wanted = {"安全": {0, 1}, "全": {0, 1, 2}, "安全第一": {1}, "生产，第一": {0}, "安全 第一": {0, 1}, "gdp增长": {3}}
    assert {query: {hit.turn for hit in corpus.search(query)} for query in wanted} == wanted


def test_the_words_are_marked_as_they_are_printed(tmp_path: Path) -> None:
    text = "“Ｔｉｄｅ” and ﬁve TIDES; the tide’s out."
    (hit,) = corpus_of(tmp_path, [(None, [Said(("Nothing.", text))])]).search("tide five")
    assert [hit.found[0].text[low:high] for low, high in hit.found[0].spans] == ["Ｔｉｄｅ", "ﬁve", "tide"]
    assert hit.found[0].paragraph == 2


def test_a_citation_is_that_of_the_document(tmp_path: Path) -> None:
    corpus = build([SAMPLES / "demo.txt", SAMPLES / "event"], tmp_path / "store", jobs=1)
    checked = 0
    for query in ("lights", "footsteps", "thank", "question"):
        for hit in corpus.search(query, limit=None):
            page = corpus.transcript(hit.transcript)
            found = hit.found[0]
            paragraph = page.turns[hit.turn].paragraphs[found.paragraph - 1]
            assert (found.text, found.start) == (paragraph.text, paragraph.start)
            assert hit.citation == cite(page, paragraph)
            checked += 1
    assert checked > 20


HOSTILE = [
    "' OR 1=1 --",
    "'; DROP TABLE turns; --",
    "%",
    "_",
    ".*",
    "(a+)+$",
    "[",
    "\\",
    '"""',
    "\x00",
    "\x1b[31mferries",
    "$1 ?",
    "\ud800 ferries",
    "\u202eferries",
    "ferries' UNION SELECT 1",
    "﷽" * 50,
]


@pytest.mark.parametrize("query", HOSTILE)
def test_hostile_words_are_words(corpus: Corpus, query: str) -> None:
    try:
        expected = query_of(query)
    except QueryError:
        return
    results = corpus.search(query, limit=None)
    folded = {phrase.text for phrase in expected.phrases}
    assert len(results) == (7 if folded <= {"ferries"} or folded == {"[31mferries"} else 0) or "31mferries" in str(
        folded
    )


@pytest.mark.parametrize("query", ["", " ", "...", "“”", "a" * 1001, " ".join(f"w{n}" for n in range(21))])
def test_what_cannot_be_searched_for_is_refused(corpus: Corpus, query: str) -> None:
    with pytest.raises(QueryError):
        corpus.search(query)


def test_hostile_text_is_found_as_it_is(tmp_path: Path) -> None:
    text = "=cmd|' /C calc'!A0 \x1b[2J <b>tide</b> \u202e[bold] %s {0}"
    (hit,) = corpus_of(tmp_path, [(None, [Said((text,), name="\x1b]0;x\x07")])]).search("tide calc")
    assert hit.found[0].text == text
    assert [text[low:high] for low, high in hit.found[0].spans] == ["calc", "tide"]


def test_an_empty_corpus_has_no_hits(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, [])
    assert (len(corpus.search("ferries")), corpus.search("ferries").total) == (0, 0)
    assert corpus.kwic("ferries") == ()
    assert (corpus.stats().transcripts, corpus.stats().years) == (0, ())


def test_events_without_turns_hold_no_words(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, [(date(2020, 1, 1), []), (None, [])])
    assert corpus.search("ferries").total == 0
    assert (corpus.stats().transcripts, corpus.stats().turns) == (2, 0)


def test_many_hits_come_in_order_beyond_the_first_batch(tmp_path: Path) -> None:
    turns = [Said(("Tide " + "and boats " * (number % 7),)) for number in range(300)]
    corpus = corpus_of(tmp_path, [(date(2020, 1, 1), turns)])
    every = corpus.search("tide", limit=None)
    assert sorted(keys(every)) == sorted(set(keys(every)))
    assert len(every) == 300
    assert [hit.score for hit in every] == sorted((hit.score for hit in every), reverse=True)
    assert len(corpus.search('"tide and boats and"', limit=None)) == sum(number % 7 > 1 for number in range(300))
