"""Pages of one event, in any order and any number: the laws of joining."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from checks import assert_lawful, assert_says
from cuts import COUNTED_FROM_ONE, Cut, cuts, sources_of
from depth import examples
from render import LAYOUTS
from scio_transcripts import Transcript
from scio_transcripts.events import parse_events, parse_sources
from scio_transcripts.sources.text import Source
from strategies import Spec, specs

some = settings(
    max_examples=examples(100),
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
        HealthCheck.filter_too_much,
    ],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)
"""Whole press conferences take long to draw, and each is read several times."""

# A page of a transcript that begins in the middle is no first page; regular press conferences have no head to repeat.
layouts = st.sampled_from(sorted(set(LAYOUTS) - {"continuation", "questions_and_answers"}))


def codes(document: Transcript) -> set[str]:
    return {d.code for d in document.diagnostics}


@some
@given(specs(), layouts, cuts(), st.randoms(use_true_random=False))
def test_pages_in_any_order_are_the_whole_transcript(spec: Spec, layout: str, cut: Cut, chance: st.Random) -> None:
    printed = LAYOUTS[layout](spec)
    pages = sources_of(printed, cut)
    shuffled = chance.sample(pages, len(pages))
    event = parse_sources(shuffled)
    assert_says(event, printed)
    assert_lawful(event)
    assert not codes(event) & {"G603", "G604", "G605", "G606", "G608"}
    assert event.pages.numbers == tuple(range(1, len(pages) + 1))
    assert (event.pages.total, event.pages.missing) == (len(pages), ())
    assert event.pages.complete
    assert [part.source.uri for part in event.pages.parts] == [page.facts["uri"] for page in pages]
    assert all(
        event.text[part.start : part.end] == page.text for part, page in zip(event.pages.parts, pages, strict=True)
    )
    assert all(turn.page == page_at(event, turn.start) for turn in event.turns)
    assert parse_sources(pages).to_json() == event.to_json()
    assert Transcript.from_json(event.to_json()) == event


def page_at(event: Transcript, place: int) -> int | None:
    return next(part.number for part in event.pages.parts if part.start <= place < part.end)


@some
@given(specs(), layouts, cuts(COUNTED_FROM_ONE), st.randoms(use_true_random=False))
def test_any_pages_in_any_order_give_the_same_bytes_and_name_the_missing(
    spec: Spec, layout: str, cut: Cut, chance: st.Random
) -> None:
    pages = sources_of(LAYOUTS[layout](spec), cut)
    assume(len(pages) > 2)
    given_pages = chance.sample(list(enumerate(pages, 1)), chance.randint(2, len(pages) - 1))
    event = parse_sources([page for _, page in given_pages])
    assert_lawful(event)
    numbers = sorted(number for number, _ in given_pages)
    assert event.pages.numbers == tuple(numbers)
    assert event.pages.missing == tuple(n for n in range(1, len(pages) + 1) if n not in numbers)
    assert (event.pages.total, event.pages.complete) == (len(pages), False)
    assert "G603" in codes(event)
    assert all(a.start <= a.end <= b.start for a, b in pairwise(event.pages.parts))
    assert parse_sources([pages[n - 1] for n in numbers]).to_json() == event.to_json()


@some
@given(specs(), specs(), layouts, cuts(COUNTED_FROM_ONE), st.randoms(use_true_random=False))
def test_copies_and_strangers_are_left_out_and_told(
    spec: Spec, other: Spec, layout: str, cut: Cut, chance: st.Random
) -> None:
    assume(other.title != spec.title and other.day != spec.day)
    printed = LAYOUTS[layout](spec)
    pages = sources_of(printed, cut)
    copy = chance.choice(pages)
    copy = replace(copy, facts={**copy.facts, "uri": "copies/" + str(copy.facts["uri"]).rpartition("/")[2]})
    stranger = Source.of_text(LAYOUTS["spaced"](other).text.replace("\x01", ""))
    stranger = replace(stranger, facts={**stranger.facts, "uri": "other.txt"})
    event = parse_sources(chance.sample([*pages, copy, stranger], len(pages) + 2))
    assert_says(event, printed)
    assert [part.use for part in event.pages.parts].count("read") == len(pages)
    left = {(part.source.uri, part.use) for part in event.pages.parts if part.use != "read"}
    assert ("other.txt", "foreign") in left
    assert len(left) == 2
    assert {"G604", "G606"} <= codes(event)


@some
@given(specs(), specs(), layouts, cuts(COUNTED_FROM_ONE), st.randoms(use_true_random=False))
def test_pages_of_two_events_are_two_transcripts(
    spec: Spec, other: Spec, layout: str, cut: Cut, chance: st.Random
) -> None:
    assume(other.title != spec.title and other.day != spec.day)
    printed = [LAYOUTS[layout](one) for one in (spec, other)]
    pages = [sources_of(one, cut) for one in printed]
    moved = [replace(page, facts={**page.facts, "uri": f"other/{page.facts['uri']}"}) for page in pages[1]]
    mixed = chance.sample([*pages[0], *moved], len(pages[0]) + len(moved))
    events = [event for _, event in parse_events(mixed)]
    assert len(events) == 2
    for event in events:
        assert_says(event, printed[event.title != spec.title])


@some
@given(specs(), layouts, cuts().filter(lambda cut: cut.dress is not None))
def test_places_of_joined_pages_are_places_of_each(spec: Spec, layout: str, cut: Cut) -> None:
    pages = sources_of(LAYOUTS[layout](spec), cut)
    event = parse_sources(pages)
    assert all(event.place_of(p) for turn in event.turns for p in turn.paragraphs)
    assert len(event.places) == sum(len(page.markup.blocks) for page in pages if page.markup)
