"""Charts: their data are those of the views, their files are sound, and no words of a page do harm."""

from __future__ import annotations

import struct
import subprocess
import sys
from importlib.resources import files
from itertools import product
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from depth import some_of
from scio_transcripts import Transcript, parse
from scio_transcripts.errors import MissingExtraError
from scio_transcripts.plots import CHARTS, PlotError, askers, exchanges, flow, part, render, save, shares, timeline
from scio_transcripts.views import askers_of, exchanges_of, shares_of

pytest.importorskip("altair", reason="needs the extra 'plot'")
pytest.importorskip("vl_convert", reason="needs the extra 'plot'")

DEMO = parse(files("scio_transcripts").joinpath("samples", "demo.txt").read_text("utf-8"))
CHINESE = parse("主持人：\n\n大家上午好。\n\n路透社记者：\n\n请问渡船何时开通？谢谢。\n\n中新社记者：\n\n为什么？")
NAMES = [
    "<script>alert(1)</script>",
    "a \" quote & ' &amp; ]]>",
    "Reuters\x1b[2J\x00\x07\ufffe\ud800 Daily",
    "\u202eevil\u202c",
    "$\\frac{1}{2}$",
    '{"expr": "1"}',
    "url(#clip0)",
    "路透社记者",
    "Za" + "\u0301" * 500,
    "Very " * 2000,
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "",
]
_SVG = "{http://www.w3.org/2000/svg}"


def datum(chart: Any, *columns: str) -> list[dict[str, Any]]:
    """The one set of rows with these columns."""
    sets = [rows for rows in chart.to_dict()["datasets"].values() if rows and set(columns) <= set(rows[0])]
    assert len(sets) == 1
    return sets[0]


def words(svg: bytes) -> list[str]:
    return ["".join(found.itertext()) for found in ElementTree.fromstring(svg).iter(f"{_SVG}text")]


def briefing(day: str, *outlets: str) -> Transcript:
    asked = "".join(f"{name}:\n\nHow many run? Thank you.\n\nLin Dahai:\n\nNinety.\n\n" for name in outlets)
    return parse(f"SCIO briefing on tides\n\nBeijing | 10 a.m. {day}\n\n{asked}")


def hostile() -> Transcript:
    """The sample with other names for everybody, and another title."""
    people = tuple(
        person.model_copy(update={"name": NAMES[i % len(NAMES)], "outlet": None})
        for i, person in enumerate(DEMO.participants)
    )
    return DEMO.model_copy(update={"participants": people, "title": "<b>" + NAMES[2] + NAMES[3] + NAMES[9]})


def many(people: int) -> Transcript:
    names = (f"Reporter{chr(65 + i % 26)}{chr(97 + i // 26)}x Daily News" for i in range(people))
    return briefing("July 3, 2024", *names)


# --- what is drawn ---------------------------------------------------------------------------------


def test_shares_are_those_of_the_view() -> None:
    drawn = {row["name"]: (row["share"], row["words"]) for row in datum(shares(DEMO), "share")}
    view = {
        line.participant.name: (line.share, line.amount.words) for line in shares_of(DEMO).people if line.participant
    }
    assert drawn == view


def test_the_same_outlet_in_two_events_is_one_bar() -> None:
    rows = datum(shares([briefing("July 3, 2024", "Reuters"), briefing("July 4, 2024", "Reuters")]), "share")
    assert [(row["name"], row["words"]) for row in rows] == [("Lin Dahai", 2), ("Reuters", 10)]


def test_those_who_do_not_fit_are_summed_up_and_the_chart_says_so() -> None:
    page = many(500)
    rows = datum(shares(page), "share")
    assert sum(row["words"] for row in rows) == shares_of(page).total.words
    assert "461 others together" in [row["name"] for row in rows]
    assert any("the others are summed up" in line for line in words(render(shares(page))))


def test_askers_are_those_of_the_view() -> None:
    for by in ("outlet", "country", "ownership"):
        rows = datum(askers(DEMO, by=by), "questions")
        view = {"outlet": "outlets", "country": "countries", "ownership": "ownerships"}[by]
        assert {row["key"]: row["questions"] for row in rows} == {
            row.key: row.questions for row in getattr(askers_of(DEMO), view)
        }


def test_an_asker_whom_the_registry_does_not_know_is_outlined_and_named() -> None:
    rows = datum(askers(briefing("July 3, 2024", "Harbour Gazette Daily", "Reuters"), by="outlet"), "questions")
    assert {row["name"]: row["opacity"] < 1 for row in rows} == {"Reuters": False, "Harbour Gazette Daily": True}


def test_exchanges_are_those_of_the_view_in_reading_order() -> None:
    rows = datum(exchanges(DEMO), "question", "answer")
    assert [row["exchange"] for row in rows] == [view.index for view in exchanges_of(DEMO)]
    asked = sum(line.amount.words for line in shares_of(DEMO).roles if line.role == "reporter")
    assert sum(row["question"] for row in rows) == asked


def test_the_two_sides_of_an_exchange_have_one_scale() -> None:
    pixels = {}
    for side in exchanges(DEMO).to_dict()["layer"][-1]["layer"]:
        place = side["layer"][0]["encoding"]["x"]
        (left, right), (_, most) = place["scale"]["range"], place["scale"]["domain"]
        pixels[place["field"]] = abs(right - left) / most
    assert pixels["question"] == pytest.approx(pixels["answer"], rel=0.02)  # a gap of two pixels lies between


def test_the_flow_has_every_turn_in_order_without_gaps() -> None:
    rows = datum(flow(DEMO), "turn")
    assert [row["turn"] for row in rows] == [turn.index for turn in DEMO.turns]
    assert [row["start"] for row in rows[1:]] == [row["end"] for row in rows[:-1]]
    assert rows[-1]["end"] == shares_of(DEMO).total.words


def test_time_runs_by_months_or_years_as_long_as_it_is() -> None:
    short = [briefing("July 3, 2024", "Reuters"), briefing("May 3, 2024", "Reuters", "CCTV")]
    rows = datum(timeline(short), "questions", "period", "at", "about", "base")
    assert {(row["name"], row["period"]): row["questions"] for row in rows} == {
        ("Foreign, private", "2024-05"): 1,
        ("Foreign, private", "2024-07"): 1,
        ("Mainland, central state", "2024-05"): 1,
    }
    assert "Questions by year" in timeline([*short, briefing("July 3, 2014", "AFP")]).description


def test_events_without_a_date_are_counted_not_drawn() -> None:
    undated = parse("Reuters:\n\nWhy? Thank you.\n\nLin Dahai:\n\nRain.")
    svg = render(timeline([undated, briefing("July 3, 2024", "Reuters")]))
    assert any("1 event without a date left out." in line for line in words(svg))


def test_a_generator_of_transcripts_will_do() -> None:
    assert datum(askers((one for one in [DEMO, DEMO]), by="country"), "questions")[0]["events"] == 2


# --- files -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("dark", [False, True])
def test_an_svg_is_an_image_with_title_description_and_names(name: str, dark: bool) -> None:
    svg = render(CHARTS[name].load()(DEMO, dark=dark))
    root = ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    title, description = root[0], root[1]
    assert (title.tag, description.tag) == (f"{_SVG}title", f"{_SVG}desc")
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert title.text in words(svg)
    if name in ("shares", "flow", "exchanges"):
        assert {"Qiao Linxi", "Kyodo News"} <= set(words(svg))
        assert "Kyodo News" in (description.text or "")


@pytest.mark.parametrize(("width", "name"), some_of(product([320, 760, 1500], CHARTS), 7))
def test_charts_are_as_wide_as_asked(name: str, width: int) -> None:
    chart = CHARTS[name].load()(DEMO, width=width)
    assert float(ElementTree.fromstring(render(chart)).get("width") or 0) == width
    png = render(chart, "png", scale=1)
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">I", png[16:20])[0] == width


def test_chinese_names_stand_in_the_chart() -> None:
    svg = render(shares(CHINESE))
    assert "路透社记者" in words(svg) or "路透社" in words(svg)
    assert any("each character counts as a word" in line for line in words(svg))


@pytest.mark.parametrize("name", CHARTS)
def test_the_same_input_gives_the_same_bytes(name: str) -> None:
    draw = CHARTS[name].load()
    for format in ("svg", "png", "json"):
        assert render(draw(DEMO), format) == render(draw(DEMO), format)


def test_another_process_gives_the_same_bytes() -> None:
    code = (
        "import sys; from importlib.resources import files; from scio_transcripts import parse;"
        "from scio_transcripts.plots import flow, render;"
        "page = parse(files('scio_transcripts').joinpath('samples', 'demo.txt').read_text('utf-8'));"
        "sys.stdout.buffer.write(render(flow(page)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == render(flow(DEMO))


def test_composed_charts_are_saved_too(tmp_path: Path) -> None:
    both = (part(shares(DEMO)) & part(flow(DEMO, dark=True))).properties(title="Both <i>", background="white")
    save(both, tmp_path / "both.svg")
    root = ElementTree.fromstring((tmp_path / "both.svg").read_bytes())
    assert root[0].text == "Both <i>"
    assert words((tmp_path / "both.svg").read_bytes()).count("Qiao Linxi") == 2
    assert [path.name for path in tmp_path.iterdir()] == ["both.svg"]


# --- words that mean harm --------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "name"), some_of(product([320, 760], CHARTS), 5))
def test_hostile_names_are_words_and_nothing_else(name: str, width: int) -> None:
    chart = CHARTS[name].load()(hostile(), width=width, title=NAMES[0] + NAMES[2])
    svg = render(chart)
    root = ElementTree.fromstring(svg)
    assert float(root.get("width") or 0) == width
    assert not list(root.iter(f"{_SVG}script"))
    assert not set(svg.decode()) & set("\x00\x07\x1b\u202e\u202c\ufffe")
    assert render(chart, "png", scale=1).startswith(b"\x89PNG")
    assert len(svg) < 600_000


def test_signs_that_other_programs_would_take_for_mathematics_stay_signs() -> None:
    person = DEMO.participants[0].model_copy(update={"name": "$\\frac{1}{2}$"})
    page = DEMO.model_copy(update={"participants": (person, *DEMO.participants[1:])})
    assert "$\\frac{1}{2}$" in words(render(shares(page, width=1200)))


# --- what cannot be drawn --------------------------------------------------------------------------


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("given", [[], parse(""), [parse(""), parse("Nothing to see.")]])
def test_nothing_to_draw_is_told(name: str, given: Any) -> None:
    with pytest.raises(PlotError, match=name):
        CHARTS[name].load()(given)


def test_the_flow_is_of_one_event() -> None:
    with pytest.raises(PlotError, match="it shows one event, and several were given"):
        flow([DEMO, DEMO])


@pytest.mark.parametrize("wrong", [{"by": "moon"}, {"per": "day"}, {"width": 10}, {"width": 10**9}])
def test_options_that_make_no_sense_are_told(wrong: dict[str, Any]) -> None:
    with pytest.raises(PlotError):
        timeline(DEMO, **wrong)


def test_a_missing_library_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(MissingExtraError, match=r"drawing charts needs .*scio-transcripts\[plot\]"):
        shares(DEMO)


def test_data_of_other_machines_are_not_fetched() -> None:
    import altair

    chart = altair.Chart("http://127.0.0.1:9/rows.json").mark_point().encode(x="a:Q")
    with pytest.raises(Exception, match=r"(?i)base url|allowed|access"):
        render(chart)
