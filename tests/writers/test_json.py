"""JSON Lines: each line reads back to an equal document."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scio_transcripts import Transcript, parse
from scio_transcripts.writers import FormatError, write
from strategies import soup
from writers.pages import HOSTILE, SAMPLES


def lines_of(transcripts: list[Transcript]) -> list[bytes]:
    out = io.BytesIO()
    write(transcripts, "jsonl", out)
    return out.getvalue().split(b"\n")


def test_every_line_is_one_equal_document() -> None:
    documents = [*SAMPLES.values(), *HOSTILE.values()]
    *lines, rest = lines_of(documents)
    assert rest == b""
    assert [Transcript.from_json(line) for line in lines] == documents


def test_a_file_of_one_is_indented_and_reads_back() -> None:
    for document in (*SAMPLES.values(), *HOSTILE.values()):
        out = io.BytesIO()
        write([document], "json", out)
        assert out.getvalue().startswith(b'{\n  "schema_version"')
        assert Transcript.from_json(out.getvalue()) == document
    with pytest.raises(FormatError, match=r"^json: holds one transcript a file; "):
        write(SAMPLES.values(), "json", io.BytesIO())


@given(st.lists(soup, max_size=3))
def test_any_documents_come_back(texts: list[str]) -> None:
    documents = [parse(text) for text in texts]
    assert [Transcript.from_json(line) for line in lines_of(documents)[:-1]] == documents
