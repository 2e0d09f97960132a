"""Law 7: a document, written as text and read again, is the same document."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings

from depth import examples
from render import LAYOUTS, Finish, finish
from scio_transcripts import SourceError, Transcript, parse, read
from scio_transcripts.writers import write
from scio_transcripts.writers.text import text_of
from strategies import Spec, soup, specs
from writers.pages import SAMPLES, said, told

slow_to_draw = settings(
    max_examples=examples(15),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@slow_to_draw
@given(spec=specs())
def test_a_press_conference_comes_back_from_text(layout: str, spec: Spec) -> None:
    document = parse(finish(LAYOUTS[layout](spec), Finish()).text)
    again = parse(text_of(document))
    assert told(again) == told(document)
    assert again.pages.total == document.pages.total


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@slow_to_draw
@given(spec=specs(shared_family=True))
def test_text_of_text_is_the_same_text(layout: str, spec: Spec) -> None:
    text = text_of(parse(finish(LAYOUTS[layout](spec), Finish()).text))
    assert text_of(parse(text)) == text


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_the_samples_come_back(name: str) -> None:
    assert told(parse(text_of(SAMPLES[name]))) == told(SAMPLES[name])


def test_captions_and_directions_keep_their_places() -> None:
    document = parse(
        "Wen Mo:\n\nGood morning. The floor is open.\n\n(Laughter.)\n\nPlease ask.\n\n[Photo by Lu An/China SCIO]\n\n"
        "Reuters:\n\nHow many? Thank you."
    )
    again = parse(text_of(document))
    assert [(n.kind, n.text) for n in again.notes] == [(n.kind, n.text) for n in document.notes]
    assert [n.kind for n in document.notes] == ["stage", "caption"]
    assert said(again) == said(document)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("### Reuters:\n\nWhy? Thank you.\n\n### Lin Dahai:\n\nSo.", "### Reuters:"),
        ("[Reuters]: Why? Thank you.\n\n[Lin Dahai]: So.", "[Reuters]:"),
        ("路透社记者：\n\n请问为什么？谢谢。\n\n林大海：\n\n谢谢。", "路透社记者："),
        ("Reuters: Why? Thank you.", "Reuters:"),
    ],
)
def test_a_label_is_printed_in_the_form_of_its_dialect(text: str, line: str) -> None:
    assert line in text_of(parse(text)).splitlines()


@pytest.mark.parametrize(
    "question",
    [
        "Q: (Inaudible.)",
        "[Reuters]: (Off microphone)",
        "### Reuters: (Asks about the tide.)",
        "记者：（问到水位）",
        "Harbour Daily: [Crosstalk]",
    ],
)
def test_a_remark_that_is_all_somebody_says_comes_back(question: str) -> None:
    document = parse(f"Lin Dahai: Good morning, everyone.\n\n{question}\n\nLin Dahai: Thank you. The water falls.")
    assert said(parse(text_of(document))) == said(document)


@pytest.mark.parametrize(
    "host",
    [
        "主持人:芦苇委员会新闻发言人祝远帆:女士们、先生们，大家上午好！",
        "主持人：芦苇委员会新闻发言人祝远帆 女士们、先生们，大家上午好！",
        "主持人\n\n芦苇委员会新闻发言人\n\n祝远帆\n\n女士们、先生们，大家上午好！",
    ],
)
def test_a_host_with_post_and_name_comes_back_as_one_label(host: str) -> None:
    document = parse(
        f"{host}\n\n阮伯清：\n\n谢谢主持人。水退了。\n\n新华社记者：\n\n请问何时开工？\n\n阮伯清：\n\n五月开工。"
    )
    first = document.turns[0]
    assert (first.role, first.speaker) == ("chair", "祝远帆")
    assert "祝远帆" in (first.label or "")
    assert said(parse(text_of(document))) == said(document)


def test_a_missing_publisher_is_not_made_up() -> None:
    document = parse("SCIO briefing on reeds\n\nUpdated: July 4, 2024\n\nReuters:\n\nWhy? Thank you.")
    assert document.publication.date == "2024-07-04"
    assert "Updated: July 4, 2024" in text_of(document)
    assert parse(text_of(document)).publication.publisher is None


def test_several_transcripts_are_set_apart_by_a_form_feed() -> None:
    out = io.BytesIO()
    write(SAMPLES.values(), "text", out)
    parts = out.getvalue().decode().split("\f")
    assert [said(parse(part)) for part in parts] == [said(document) for document in SAMPLES.values()]


@example("")
@given(soup)
def test_any_document_can_be_written(text: str) -> None:
    document = parse(text)
    out = io.BytesIO()
    write([document], "text", out)
    written = out.getvalue().decode()
    for turn in document.turns:
        assert all(p.text in written for p in turn.paragraphs)


def transcripts_in(folders: Iterable[Path]) -> list[Transcript]:
    """Every page of a press conference there; those of civic archives are another kind of text."""
    found = []
    for path in sorted(path for folder in folders for path in folder.rglob("*")):
        if path.suffix in {".txt", ".html"}:
            try:
                found.append(read(path))
            except SourceError:
                continue
    return [d for d in found if d.kind == "transcript"]


@pytest.mark.parametrize("kind", ["whole", "excerpts"])
def test_real_pages_come_back(shared: Path, kind: str) -> None:
    """Excerpts are openings and middles of pages."""
    excerpts = set((shared / "devset").glob("real_*"))
    documents = transcripts_in(excerpts if kind == "excerpts" else set((shared / "devset").iterdir()) - excerpts)
    assert len(documents) > 100
    assert [d.source.uri for d in documents if said(parse(text_of(d))) != said(d)] == []
