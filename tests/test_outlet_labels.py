"""A reporter's label taken apart: outlet, brand, reporter, post; what is not certain stays in `rest`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scio_transcripts import parse
from scio_transcripts.registry import outlets
from scio_transcripts.registry.outlets import Resolved, resolve


def told(found: Resolved) -> tuple[str | None, str | None, str | None, str | None, str | None]:
    """Outlet, brand, reporter, post, rest."""
    return found.outlet.id if found.outlet else None, found.brand, found.reporter, found.post, found.rest


@pytest.mark.parametrize(
    ("label", "outlet", "brand", "parents"),
    [
        ("Zhinews of Shenzhen Satellite TV", "zhinews", "Zhinews", ["shenzhen-satellite-tv"]),
        ("深圳卫视直新闻", "zhinews", "直新闻", ["shenzhen-satellite-tv"]),
        ("CCTV News", "cctv", "CCTV News", ["cmg"]),
        ("China Media Group CGTN", "cgtn", "CGTN", ["cmg"]),
        ("CGTN of China Media Group", "cgtn", "CGTN", ["cmg"]),
        ("China Media Group, CGTN", "cgtn", "CGTN", ["cmg"]),
        ("中央广播电视总台国际在线", "cri-online", "国际在线", ["cri", "cmg"]),
        ("CMG CCTV News", "cctv", "CCTV News", ["cmg"]),
        ("Xinhua Silk Road", "xinhua-silk-road", "Xinhua Silk Road", ["ceis", "xinhua"]),
        ("Bloomberg TV", "bloomberg", "Bloomberg TV", []),
        ("Morning News of Shenzhen TV", "shenzhen-satellite-tv", "Morning News", []),
        ("Xinhua News Agency", "xinhua", None, []),
    ],
)
def test_a_part_keeps_its_name_and_its_houses(label: str, outlet: str, brand: str | None, parents: list[str]) -> None:
    found = resolve(label)
    assert told(found) == (outlet, brand, None, None, None)
    assert [parent.id for parent in found.parents] == parents
    assert found.house is not None
    assert found.house.id == (parents[-1] if parents else outlet)
    assert found.label == label


@pytest.mark.parametrize(
    ("label", "outlet", "reporter", "post"),
    [
        ("Reuters, Jane Roe", "reuters", "Jane Roe", None),
        ("Jane Roe, Reuters", "reuters", "Jane Roe", None),
        ("Jane Roe with Reuters", "reuters", "Jane Roe", None),
        ("Jane Roe from the Associated Press", "ap", "Jane Roe", None),
        ("Reuters (Jane Roe)", "reuters", "Jane Roe", None),
        ("Reuters - Jane Roe", "reuters", "Jane Roe", None),
        ("Reuters' Jane Roe", "reuters", "Jane Roe", None),
        ("Reuters reporter Jane Roe", "reuters", "Jane Roe", "reporter"),
        ("Voice of America, Jane Roe", "voa", "Jane Roe", None),
        ("AFP journalist", "afp", None, "journalist"),
        ("A journalist with AFP", "afp", None, "journalist"),
        ("Beijing correspondent of The Hindu", "the-hindu", None, "Beijing correspondent"),
        ("路透社记者", "reuters", None, "记者"),
        ("路透社记者李明", "reuters", "李明", "记者"),
        ("新华社驻京记者 欧阳明", "xinhua", "欧阳明", "驻京记者"),
        ("《北京日报》记者", "beijing-daily", None, "记者"),
        ("1. Reuters", "reuters", None, None),
    ],
)
def test_a_label_with_who_asks_gives_outlet_and_person(
    label: str, outlet: str, reporter: str | None, post: str | None
) -> None:
    assert told(resolve(label)) == (outlet, None, reporter, post, None)


@pytest.mark.parametrize(
    ("label", "outlet", "rest"),
    [
        ("Jane Roe of Reuters", "reuters", "Jane Roe"),
        ("Deep Blue of Shenzhen Satellite TV", "shenzhen-satellite-tv", "Deep Blue"),
        ("Reuters, Focus Report", "reuters", "Focus Report"),
        ("Reuters, Harbour Daily", "reuters", "Harbour Daily"),
        ("Reuters, Beijing", "reuters", "Beijing"),
        ("路透社记者提问", "reuters", "提问"),
    ],
)
def test_words_that_could_be_a_person_or_a_brand_are_left_open(label: str, outlet: str, rest: str) -> None:
    found = resolve(label)
    assert (found.outlet and found.outlet.id, found.brand, found.reporter) == (outlet, None, None)
    assert found.rest == rest


@pytest.mark.parametrize(
    "label", ["Harbour Daily", "Jane Roe with Harbour Daily", "日本金融时报", "China Times", "", "记者"]
)
def test_unknown_stays_unknown(label: str) -> None:
    found = resolve(label)
    assert (found.outlet, found.brand, found.parents, found.reporter) == (None, None, (), None)
    assert (found.rest or "") == label


@pytest.mark.parametrize(
    ("label", "outlet", "also"),
    [
        ("Wall Street Journal, Dow Jones", "wall-street-journal", []),
        ("Reuters, Bloomberg", "reuters", ["bloomberg"]),
        ("Phoenix TV and Reuters", "phoenix-tv", ["reuters"]),
        ("CMG, CGTN, Reuters", "cgtn", ["reuters"]),
    ],
)
def test_of_several_outlets_the_first_counts_or_a_part_of_it(label: str, outlet: str, also: list[str]) -> None:
    found = resolve(label)
    assert (found.outlet and found.outlet.id, [other.id for other in found.also]) == (outlet, also)


@pytest.mark.parametrize(
    "label", ["NHK of Japan", "Japan's NHK", "日本NHK", "National Public Radio (of the United States)"]
)
def test_the_outlets_own_country_is_no_part_of_its_name(label: str) -> None:
    found = resolve(label)
    assert found.outlet is not None
    assert found.rest is None


def test_every_name_of_the_registry_resolves_to_its_outlet_and_no_person() -> None:
    for outlet in outlets.outlets().values():
        for name in outlet.names:
            found = resolve(name)
            assert (found.outlet, found.reporter, found.rest) == (outlet, None, None), name
            assert (found.brand is not None) == bool(found.parents or name in outlet.brands), name


@given(st.text(max_size=60), st.sampled_from(["", "Reuters, ", "of CCTV ", "路透社记者", "CMG · ", "(", "with AFP"]))
def test_any_label_is_kept_and_its_words_are_never_lost(text: str, outlet: str) -> None:
    label = text + outlet + text[::-1]
    found = resolve(label)
    assert found.label == label
    assert found.outlet is not None or found.rest is not None or not label.split()


def test_a_long_label_is_not_taken_apart() -> None:
    assert resolve("Reuters, " * 5000).outlet is None
    assert resolve(", ".join(["Reuters"] * 15)).outlet is None


def test_a_reporter_with_an_outlet_gives_the_participant_its_outlet() -> None:
    page = parse(
        "Gu Yunliang:\n\nThe floor is open.\n\nJane Roe at Reuters:\n\nWhy is that? Thank you.\n\nGu Yunliang:\n\nYes."
    )
    assert [p.outlet for p in page.participants if p.role == "reporter"] == ["reuters"]
