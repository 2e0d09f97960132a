"""Stored JSON is looked at where it comes in: what the program writes is taken, anything else names its field."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from hostile import HOSTILE
from scio_transcripts import SourceError, Transcript, parse, parse_html, read_events
from scio_transcripts.errors import DocumentError

PAGE = (
    "SCIO briefing on canals\n\nBeijing | 10 a.m. July 3, 2024\n\nReuters:\n\nI have two questions. First, why? Second,"
    " how long, Mr. Lin? Thank you.\n\nLin Dahai:\n\nThank you. On your first question, because. Second, ninety days."
)
DOCUMENT = parse(PAGE)


def set_to(*path: str | int, value: Any) -> Callable[[dict[str, Any]], None]:
    """An alteration of one field."""

    def alter(document: Any) -> None:
        for step in path[:-1]:
            document = document[step]
        document[path[-1]] = value

    return alter


@pytest.mark.parametrize(
    ("alter", "field"),
    [
        (set_to("event", "date", value="2024-02-30"), "event.date"),
        (set_to("event", "date", value="2024-7-3"), "event.date"),
        (set_to("event", "date", value="soon"), "event.date"),
        (set_to("publication", "date", value="20240703"), "publication.date"),
        (set_to("event", "start_time", value="10"), "event.start_time"),
        (set_to("event", "end_time", value="10:60"), "event.end_time"),
        (set_to("schema_version", value="2.0"), "schema_version"),
        (set_to("kind", value="notice"), "turns"),
        (set_to("pages", "total", value=0), "pages.total"),
        (set_to("pages", "numbers", value=[3, 1]), "pages.numbers"),
        (set_to("more", value=1), "more"),
        (set_to("turns", 0, "mood", value="good"), "turns[0].mood"),
        (set_to("turns", 0, "role", value="moderator"), "turns[0].role"),
        (set_to("participants", 0, "role", value=None), "participants[0].role"),
        (set_to("turns", 0, "speaker", value="nobody"), "turns[0].speaker"),
        (set_to("turns", 1, "index", value=7), "turns[1].index"),
        (set_to("turns", 0, "start", value=-5), "turns[0]"),
        (set_to("turns", 0, "end", value=0), "turns[0]"),
        (set_to("turns", 0, "label_end", value=None), "turns[0].label_start"),
        (set_to("turns", 0, "paragraphs", 0, "end", value=9999), "turns[0].paragraphs[0]"),
        (set_to("turns", 0, "paragraphs", 0, "text", value="No."), "turns[0].paragraphs[0].text"),
        (set_to("exchanges", 0, "questions", value=[99]), "exchanges[0].questions"),
        (set_to("exchanges", 0, "answers", value=[-1]), "exchanges[0].answers"),
        (set_to("exchanges", 0, "asker", value="nobody"), "exchanges[0].asker"),
        (set_to("exchanges", 0, "answerers", value=["nobody"]), "exchanges[0].answerers"),
        (set_to("exchanges", 0, "parts", 0, "turn", value=5), "exchanges[0].parts[0].turn"),
        (set_to("exchanges", 0, "parts", 0, "answers", 0, "said_end", value=0), "exchanges[0].parts[0].answers"),
        (set_to("sections", 0, "last", value=44), "sections[0].last"),
        (set_to("references", 0, "participant", value="nobody"), "references[0].participant"),
        (set_to("references", 0, "turn", value=9), "references[0].turn"),
        (set_to("evidence", 0, "end", value=100_000), "evidence[0]"),
        (set_to("participants", 0, "evidence", 0, "start", value=-1), "participants[0].evidence[0]"),
        (set_to("participants", 1, "id", value="reuters"), "participants[1].id"),
        (set_to("source", "length", value=3), "source.length"),
        (set_to("text", value=7), "text"),
        (lambda document: document["turns"].append(document["turns"][0]), "turns[2].id"),
        (lambda document: document.pop("turns"), "turns"),
    ],
)
def test_an_altered_document_is_refused_with_its_field(alter: Callable[[dict[str, Any]], None], field: str) -> None:
    document = json.loads(DOCUMENT.to_json())
    alter(document)
    with pytest.raises(DocumentError) as raised:
        Transcript.from_json(json.dumps(document))
    assert raised.value.field == field
    assert str(raised.value).startswith(f"the document cannot be used: {field}: ")


@pytest.mark.parametrize("data", ["", "null", "[]", "{", "{}", b"\xff", "[" * 100_000])
def test_what_is_no_document_is_refused(data: str | bytes) -> None:
    with pytest.raises(DocumentError):
        Transcript.from_json(data)


def test_every_sample_and_every_hostile_page_is_taken_back() -> None:
    samples = files("scio_transcripts") / "samples"
    pages = [parse(page.read_text("utf-8")) for page in samples.iterdir() if page.name.endswith(".txt")]
    pages += [parse(generate(2_000)) for generate in HOSTILE.values()]
    pages += [parse_html(f"<h1>Canals</h1><pre>{PAGE}</pre>"), parse(""), DOCUMENT]
    assert len(pages) > 10
    assert [Transcript.from_json(page.to_json()) for page in pages] == pages


def taken_back(paths: list[Path]) -> int:
    count = 0
    for path in paths:
        try:
            events = list(read_events([path]))
        except SourceError:
            continue
        assert [Transcript.from_json(event.to_json()) for event in events] == events
        count += len(events)
    return count


def inputs_of(shared: Path) -> list[Path]:
    return sorted(path for path in shared.rglob("*") if path.suffix in (".txt", ".html", ".md"))


def test_some_pages_of_the_folder_are_taken_back(shared: Path) -> None:
    assert taken_back(inputs_of(shared)[::30]) > 10


@pytest.mark.slow
def test_all_pages_of_the_folder_are_taken_back(shared: Path) -> None:
    assert taken_back(inputs_of(shared)) > 300
