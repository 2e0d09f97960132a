"""The kernel gives for any bytes a document or an error, in rows that always have the same columns."""

from __future__ import annotations

import pickle

import pytest

pytest.importorskip("pyarrow", reason="needs the extra corpus")

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from corpus.making import event
from scio_transcripts import Transcript
from scio_transcripts.corpus import kernel
from scio_transcripts.corpus.kernel import parse_batch
from scio_transcripts.corpus.schema import batch_out


def batch(**columns: list[object]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pydict(columns)


@given(st.lists(st.binary(max_size=300), max_size=4))
def test_any_bytes_give_a_document_or_an_error(pages: list[bytes]) -> None:
    uris = [f"{number}.txt" for number in range(len(pages))]
    given_batch = pa.RecordBatch.from_arrays(
        [pa.array(uris, pa.string()), pa.array(pages, pa.binary())], ["uri", "content"]
    )
    result = parse_batch(given_batch)
    assert result.schema == batch_out()
    result.validate(full=True)
    rows = result.to_pylist()
    assert sorted({uri for row in rows for uri in row["uris"]}) == sorted(uris)
    assert all((row["document"] is None) != (row["error"] is None) for row in rows)


def test_only_names_and_bytes_are_needed_and_pages_stay_alone() -> None:
    rows = parse_batch(batch(uri=["a.txt", "b.txt"], content=[event(1).encode(), event(1, 2).encode()])).to_pylist()
    assert [row["uris"] for row in rows] == [["a.txt"], ["b.txt"]]


def test_pages_of_one_bundle_are_joined() -> None:
    pages = [event(1).encode(), event(2).encode(), event(1, 2).encode()]
    rows = parse_batch(batch(uri=["a.txt", "b.txt", "c.txt"], content=pages, bundle=["x"] * 3)).to_pylist()
    assert [row["uris"] for row in rows] == [["a.txt", "c.txt"], ["b.txt"]]
    document = Transcript.from_json(rows[0]["document"])
    assert len(rows[0]["turns"]) == len(document.turns)
    assert rows[0]["turns"][0]["text"] == document.turns[0].paragraphs[0].text
    assert {row["transcript"] for row in rows[0]["diagnostics"]} <= {rows[0]["transcript"]}


def test_crawled_pages_that_are_no_transcripts_give_no_document() -> None:
    rows = parse_batch(batch(uri=["a"], content=[b"It rained."], media_type=["text/plain"], crawled=[True])).to_pylist()
    assert [(row["uris"], row["document"], row["error"]) for row in rows] == [(["a"], None, None)]


def test_the_words_of_the_server_and_the_caller_are_used() -> None:
    page = "<p><b>路透社记者</b></p><p>请问渡船何时开通？谢谢。</p><p><b>林大海</b></p><p>谢谢。</p>".encode("gb18030")
    told = batch(uri=["http://pages.test/a"], content=[page], media_type=["text/html"], charset=["gb18030"])
    assert "请问渡船" in parse_batch(told).to_pylist()[0]["document"]
    told = batch(uri=["a.txt"], content=["Reuters:\n\nWhy?".encode("utf-16-le")], encoding=["utf-16-le"])
    assert [turn["text"] for turn in parse_batch(told).to_pylist()[0]["turns"]] == ["Why?"]


def test_a_mistake_of_ours_on_one_page_costs_that_page_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    real = kernel.group_pages

    def fails(sources: object, dialect: object = None) -> object:
        if any("fatal" in source.text for source in sources):  # type: ignore[attr-defined]
            raise RecursionError("too deep")
        return real(sources, dialect=dialect)  # type: ignore[arg-type]

    monkeypatch.setattr(kernel, "group_pages", fails)
    rows = parse_batch(batch(uri=["a", "b"], content=[b"fatal", event(1).encode()], bundle=["x", "x"])).to_pylist()
    assert {row["uris"][0]: row["error"] for row in rows} == {
        "a": "cannot be parsed (RecursionError: too deep)",
        "b": None,
    }


def test_the_kernel_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(parse_batch)) is parse_batch
