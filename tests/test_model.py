"""The document: frozen, explained, and the same again after JSON."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Iterator
from importlib.resources import files

import pytest
from pydantic import BaseModel, ValidationError

from scio_transcripts import Transcript, parse, parse_html
from scio_transcripts.errors import DialectError, StrictError

PAGE = """SCIO briefing on the northern canal | May 9, 2024

Zhou Meiling:

Good morning. The floor is open.

Reuters:

Why, and since when? Thank you.

Ruan Boqing:

Thank you, Ms. Zhou. Because it rained.
"""


@pytest.fixture
def page() -> Transcript:
    return parse(PAGE)


def test_json_gives_the_same_document_back(page: Transcript) -> None:
    assert Transcript.from_json(page.to_json()) == page
    assert Transcript.from_json(page.to_json(indent=2)).to_json() == page.to_json()


def test_nothing_can_be_changed(page: Transcript) -> None:
    with pytest.raises(ValidationError):
        page.title = "another"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        page.turns[0].paragraphs[0].text = "another"  # type: ignore[misc]


def test_keys_are_those_of_the_contract(page: Transcript) -> None:
    keys = set(json.loads(page.to_json()))
    assert keys >= {
        "schema_version", "kind", "language", "dialect", "title", "summary", "category", "event", "publication",
        "pages", "participants", "turns", "exchanges", "credits", "notes", "diagnostics", "source",
    }  # fmt: skip
    assert set(page.turns[0].model_dump()) >= {
        "id", "index", "label", "speaker", "role", "paragraphs", "start", "end", "page", "continued",
    }  # fmt: skip
    assert page.schema_version == "1.0"


def test_every_field_is_explained_in_the_schema() -> None:
    schema = Transcript.model_json_schema()
    parts = [schema, *schema["$defs"].values()]
    silent = [
        f"{part.get('title')}.{name}"
        for part in parts
        for name, rule in part.get("properties", {}).items()
        if not rule.get("description")
    ]
    assert silent == []


def test_spans_are_offsets_into_the_text(page: Transcript) -> None:
    for turn in page.turns:
        assert turn.label is not None
        assert page.text[turn.start : turn.end].startswith(turn.label)
        for paragraph in turn.paragraphs:
            assert page.text[paragraph.start : paragraph.end] == paragraph.text


def test_ids_do_not_depend_on_what_stands_before() -> None:
    longer = parse(PAGE.replace("Good morning.", "Good morning, friends. It rains."))
    assert [turn.id for turn in longer.turns[1:]] == [turn.id for turn in parse(PAGE).turns[1:]]


def test_look_ups(page: Transcript) -> None:
    reuters = page.participant("reuters")
    assert reuters is not None
    assert reuters.outlet == "reuters"
    assert [turn.index for turn in page.turns_of("reuters")] == [1]
    assert page.participant("nobody") is None
    assert [PAGE[e.start : e.end] for e in page.evidence_for("publication.date")] == ["May 9, 2024"]


def test_exchanges_pair_questions_with_answers(page: Transcript) -> None:
    assert [(e.questions, e.answers, e.asker, e.answerers) for e in page.exchanges] == [
        ((1,), (2,), "reuters", ("ruan-boqing",))
    ]


def test_strict_raises_one_error_with_the_diagnostics() -> None:
    with pytest.raises(StrictError) as error:
        parse("", strict=True)
    assert [d.code for d in error.value.diagnostics] == ["T103"]
    assert "T103" in str(error.value)
    parse(PAGE, strict=True)


def test_an_unknown_dialect_is_named_with_those_that_exist() -> None:
    with pytest.raises(DialectError, match="scio-en"):
        parse(PAGE, dialect="klingon")
    assert parse(PAGE, dialect="generic").dialect == "generic"


def test_all_parts_are_pydantic_models(page: Transcript) -> None:
    assert isinstance(page, BaseModel)
    assert all(isinstance(turn, BaseModel) for turn in page.turns)


def parts_of(value: object) -> Iterator[BaseModel]:
    """The part, and every part below it."""
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from parts_of(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts_of(item)


def pages_of_all_parts() -> Iterator[Transcript]:
    yield parse((files("scio_transcripts") / "samples" / "demo.txt").read_text("utf-8"))
    yield parse(PAGE.replace("Why, and", "I have two questions. First, why? Second,").replace("Because", "Second,"))
    yield parse_html("<h1>A briefing</h1><p>[Photo by Lin Dahai]</p>" + PAGE.replace("\n\n", "<p>"))


def test_every_part_is_what_validation_would_make_of_it() -> None:
    seen = set()
    for page in pages_of_all_parts():
        validated = Transcript.model_validate(page.model_dump(), strict=True)
        assert validated == page
        for ours, theirs in zip(parts_of(page), parts_of(validated), strict=True):
            assert type(ours) is type(theirs)
            assert vars(ours) == vars(theirs)
            assert list(vars(ours)) == list(vars(theirs))
            assert ours.model_fields_set | {"schema_version"} == theirs.model_fields_set | {"schema_version"}
            seen.add(type(ours).__name__)
    assert seen >= {"Turn", "Paragraph", "Exchange", "QuestionPart", "PartAnswer", "Reference", "Note", "Place"}


def test_parts_are_copied_pickled_and_compared(page: Transcript) -> None:
    for part in parts_of(page):
        assert pickle.loads(pickle.dumps(part)) == part == copy.deepcopy(part) == part.model_copy()
    first = page.turns[0]
    assert first.model_copy(update={"index": 9}).index == 9
    assert first.index == 0
    assert first.model_fields_set == page.turns[1].model_fields_set == set(type(first).model_fields)
    with pytest.raises(AttributeError):
        _ = first.nothing  # type: ignore[attr-defined]


def test_a_changed_copy_answers_for_itself(page: Transcript) -> None:
    """What a document has looked up once is not what its copies say."""
    person = page.participants[0]
    assert page.participant(person.id) is person
    assert page.turns_of(person.id)
    assert page.evidence_for(f"participants.{person.id}.name")
    for empty in (
        page.model_copy(update={"participants": (), "turns": (), "evidence": ()}),
        page.model_copy(update={"participants": (), "turns": (), "evidence": ()}, deep=True),
    ):
        assert empty.participant(person.id) is None
        assert empty.turns_of(person.id) == ()
        assert empty.evidence_for(f"participants.{person.id}.name") == ()
    assert page == Transcript.from_json(page.to_json()), "what was looked up is no part of the document"


def test_a_document_is_one_line_where_it_is_printed() -> None:
    page = parse("Canals of the north\n\nMei An:\n\nGood morning.\n\nReuters:\n\nWhy? Thank you.")
    assert repr(page) == str(page)
    assert "\n" not in repr(page)
    assert len(repr(page)) < 200
    assert "2 turns" in repr(page)
