"""Which format is meant, by a word or by the name of a file: what is clear is taken, what is not is asked."""

from __future__ import annotations

import pytest

from scio_transcripts.errors import ArgumentError
from scio_transcripts.writers import FORMATS, FormatError, UnknownFormatError, format_named, format_of

ENDINGS = list(dict.fromkeys(row.extension for row in FORMATS.values() if row.extension))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_known_by_its_name(name: str) -> None:
    assert format_named(name).name == format_named(name.upper()).name == name


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("csv", "csv-turns"),
        ("tsv", "tsv-turns"),
        ("parquet", "parquet-turns"),
        ("arrow", "arrow-turns"),
        ("md", "markdown"),
        ("txt", "text"),
        ("xml", "tei"),
        ("excel", "xlsx"),
    ],
)
def test_an_ending_or_another_word_names_the_first_format_that_has_it(word: str, name: str) -> None:
    assert format_named(word).name == name


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("cvs", "csv"),
        ("xls", "xlsx"),
        ("csv_turns", "csv-turns"),
        ("csv-turn", "csv-turns"),
        ("exchanges", "csv-exchanges"),
        ("jason", "json"),
        ("markdwon", "markdown"),
        ("hugging-face", "huggingface"),
        ("parquett", "parquet"),
    ],
)
def test_a_near_miss_is_asked_for(word: str, near: str) -> None:
    with pytest.raises(UnknownFormatError, match=rf"^{word}: no such format; did you mean .*\b{near}\b.*\?$"):
        format_named(word)


@pytest.mark.parametrize("word", ["", " ", "klingon", "x" * 10_000, "\x1b[2J", "中文"])
def test_what_is_like_nothing_is_answered_with_all_there_is(word: str) -> None:
    with pytest.raises(UnknownFormatError) as told:
        format_named(word)
    assert told.value.hint == f"known: {', '.join(FORMATS)}"
    assert isinstance(told.value, FormatError)
    assert isinstance(told.value, ArgumentError)


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_plain_name_has_the_first_format_with_its_ending(ending: str) -> None:
    first = next(row.name for row in FORMATS.values() if row.extension == ending)
    for name in (f"out{ending}", f"OUT{ending.upper()}", f"a/b.c/渡船 2024{ending}", f"./..{ending}"):
        assert format_of(name).name == first


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("exchanges.csv", "csv-exchanges"),
        ("Participants.TSV", "tsv-participants"),
        ("out/transcripts.parquet", "parquet-transcripts"),
        ("passages.jsonl", "passages"),
        ("turns-2024.csv", "csv-turns"),
        ("exchanges.xlsx", "xlsx"),
        ("exchanges/out.csv", "csv-turns"),
        ("event.akn.xml", "akoma"),
    ],
)
def test_a_name_that_is_a_table_means_that_table(file: str, name: str) -> None:
    assert format_of(file).name == name


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("2024-exchanges.csv", "csv-turns or csv-exchanges"),
        ("our transcripts.tsv", "tsv-turns or tsv-transcripts"),
        ("exchanges_and_participants.parquet", "parquet-turns or parquet-exchanges or parquet-participants"),
        ("my-passages.jsonl", "jsonl or passages"),
    ],
)
def test_a_name_that_speaks_of_several_tables_is_asked_about(file: str, names: str) -> None:
    with pytest.raises(UnknownFormatError) as told:
        format_of(file)
    assert str(told.value) == f"{file}: could be {names}; say which with --to"


@pytest.mark.parametrize("file", ["out", "out.", "out.docx", "csv", "", "..", "a.csv/b"])
def test_a_name_that_says_no_format_is_answered_with_the_endings(file: str) -> None:
    with pytest.raises(UnknownFormatError) as told:
        format_of(file)
    assert all(ending in str(told.value) for ending in ENDINGS)


def test_an_ending_that_is_nearly_one_is_asked_about() -> None:
    with pytest.raises(
        UnknownFormatError, match=r"^a\.xls: no format has the ending \.xls; did you mean xlsx or xml\?$"
    ):
        format_of("a.xls")
