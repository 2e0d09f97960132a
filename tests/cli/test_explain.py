"""`explain`: what a code means, and what would settle it."""

import json

import pytest

from cli.conftest import Cli
from scio_transcripts.codes import CODES, GROUPS


def test_a_code_is_explained_in_any_letters(cli: Cli) -> None:
    result = cli("explain", "l203")
    said = " ".join(result.out.split())
    assert result.status == 0
    assert said.startswith("L203 info not taken for a label")
    assert "<label> has the shape of a label, but too little speaks for it (<clues>)" in said
    assert CODES["L203"].help in said
    assert cli("explain", "L203") == result


def test_several_codes_are_explained_in_the_order_asked_for(cli: Cli) -> None:
    out = cli("explain", "P502", "t103").out
    assert 0 <= out.index("P502 warning") < out.index("T103 error")


def test_without_a_code_all_are_listed_by_group(cli: Cli) -> None:
    out = cli("explain").out
    assert all(code in out for code in CODES)
    assert all(group in out for group in GROUPS.values())


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_explained_without_braces(cli: Cli, code: str) -> None:
    result = cli("explain", code)
    assert result.status == 0
    assert "{" not in result.out
    assert CODES[code].title in result.out


def test_the_table_is_there_for_programs(cli: Cli) -> None:
    rows = json.loads(cli("explain", "--format", "json").out)
    assert [row["code"] for row in rows] == list(CODES)
    assert [row["code"] for row in json.loads(cli("explain", "k701", "--format", "json").out)] == ["K701"]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("L2O3", "error: no diagnostic has the code 'L2O3'; did you mean L203? `scio-transcripts explain` lists all"),
        ("ambiguous", "error: no diagnostic has the code 'ambiguous'; did you mean P502?"),
        ("zzz", "error: no diagnostic has the code 'zzz'; `scio-transcripts explain` lists all"),
        ("\x1b[2J", "error: no diagnostic has the code '\\x1b[2J';"),
        ("x" * 10_000, "error: no diagnostic has the code 'xxxx"),
    ],
)
def test_a_wrong_code_is_told_with_what_looks_alike(cli: Cli, asked: str, words: str) -> None:
    result = cli("explain", "T101", asked)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(words)
    assert len(result.err.splitlines()) == 1
