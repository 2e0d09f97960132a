"""Outlets of the user's own: read, checked, taken into use for the process, and put away again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from depth import examples
from scio_transcripts import parse
from scio_transcripts.errors import OutletFileError
from scio_transcripts.registry import outlets
from scio_transcripts.registry.outlets import rows

HARBOUR = {
    "id": "harbour-daily",
    "name": "Harbour Daily",
    "en": ["Harbour News"],
    "zh": ["港湾日报"],
    "country": "CN",
    "kind": "newspaper",
    "ownership": "local-state",
    "parent": None,
}
PAGE = (
    "Gu Yunliang:\n\nThe floor is open.\n\nHarbour Daily:\n\nWhy is that? Thank you.\n\nGu Yunliang:\n\nThank you. Yes."
)


@pytest.fixture(autouse=True)
def _ours_again() -> Iterator[None]:
    """Leave every test with the registry of the package."""
    yield
    outlets.use()


def written(path: Path, *entries: object) -> Path:
    """A file of entries, each given as an object or as the line itself."""
    lines = [entry if isinstance(entry, str) else json.dumps(entry, ensure_ascii=False) for entry in entries]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_own_outlets_are_found_when_parsing_and_gone_afterwards(tmp_path: Path) -> None:
    assert [p.outlet for p in parse(PAGE).participants if p.role == "reporter"] == [None]
    assert outlets.use(written(tmp_path / "my.jsonl", HARBOUR)) == ()
    assert [p.outlet for p in parse(PAGE).participants if p.role == "reporter"] == ["harbour-daily"]
    assert outlets.resolve("港湾日报记者").outlet == outlets.get("harbour-daily")
    outlets.use()
    assert [p.outlet for p in parse(PAGE).participants if p.role == "reporter"] == [None]


def test_what_the_lexer_and_the_parser_remember_is_forgotten(tmp_path: Path) -> None:
    text = "gu-net: hello there.\nGu-Net:\n\nWhy?"
    before = [turn.label for turn in parse(text).turns]
    outlets.use(written(tmp_path / "my.jsonl", HARBOUR | {"name": "gu-net"}))
    known = [turn.label for turn in parse(text).turns]
    assert known == ["gu-net", "Gu-Net"] != before
    outlets.use()
    assert [turn.label for turn in parse(text).turns] == before


def test_ours_are_still_found_beside_own_ones(tmp_path: Path) -> None:
    ours = outlets.outlets()
    outlets.use(written(tmp_path / "my.jsonl", HARBOUR))
    assert outlets.outlets() == ours | {"harbour-daily": outlets.get("harbour-daily")}


def test_own_entries_win_and_each_time_it_is_told(tmp_path: Path) -> None:
    path = written(
        tmp_path / "my.jsonl",
        HARBOUR | {"en": ["Phoenix"]},
        HARBOUR | {"id": "reuters", "zh": [], "en": [], "name": "Roiters"},
    )
    notices = outlets.use(path)
    assert notices == (
        f"{path}:1: the name 'Phoenix' is that of 'harbour-daily' now, not of 'phoenix-tv'",
        f"{path}:2: 'reuters' replaces the entry of the registry",
    )
    assert (outlets.find("Phoenix"), outlets.find("Reuters")) == (outlets.get("harbour-daily"), None)
    assert outlets.find("Phoenix TV") == outlets.get("phoenix-tv")


def test_several_files_are_used_together_and_the_next_use_puts_them_away(tmp_path: Path) -> None:
    first = written(tmp_path / "a.jsonl", HARBOUR)
    second = written(
        tmp_path / "b.jsonl",
        HARBOUR | {"id": "reed-tv", "name": "Reed TV", "en": [], "zh": [], "parent": "harbour-daily"},
    )
    outlets.use(first, second)
    reed = outlets.find("Reed TV")
    assert reed is not None
    assert [parent.id for parent in outlets.parents(reed)] == ["harbour-daily"]
    outlets.use(first)
    assert (outlets.find("Reed TV"), outlets.get("harbour-daily")) == (None, outlets.find("Harbour News"))


def test_a_table_of_a_spreadsheet_is_read_too(tmp_path: Path) -> None:
    path = tmp_path / "my.csv"
    path.write_bytes(
        "\ufeffid,name,en,zh,country,kind,ownership,parent,brands\r\n"
        'harbour-daily,Harbour Daily,"Harbour News; Harbour, the Paper",港湾日报,'
        "CN,newspaper,local-state,cmg,Harbour TV\r\n"
        ",,,,,,,,\r\n".encode()
    )
    (harbour,) = outlets.load_outlets(path)
    assert harbour.en == ("Harbour News", "Harbour, the Paper")
    assert (harbour.zh, harbour.parent, harbour.brands) == (("港湾日报",), "cmg", ("Harbour TV",))
    assert outlets.find("Harbour Daily") is None
    outlets.use(path)
    assert outlets.resolve("Harbour TV").brand == "Harbour TV"


WRONG = [
    ("{", 1, "no JSON (Expecting property name enclosed in double quotes); write one object a line"),
    ("[" * 100_000, 1, "no JSON (too deep or too long); write one object a line"),
    ("[]", 1, 'no JSON object; write {"id": ..., "name": ...} on one line'),
    ({"id": "a"}, 1, "the field 'name' is missing; every outlet has id, name, country, kind, ownership"),
    (
        HARBOUR | {"owner": "x"},
        1,
        "the field 'owner' is not known; use id, name, en, zh, country, kind, ownership, parent, brands",
    ),
    (
        HARBOUR | {"id": "Harbour Daily"},
        1,
        "the id 'Harbour Daily' is no slug; use small letters, digits and single hyphens",
    ),
    (HARBOUR | {"name": 3}, 1, "name is no text; put it in quotes"),
    (HARBOUR | {"en": "Harbour News"}, 1, 'en is no list of names; write ["...", "..."]'),
    (HARBOUR | {"parent": ["cmg"]}, 1, "parent is no text; give the id of another outlet, or null"),
    (
        HARBOUR | {"kind": "paper"},
        1,
        "the kind 'paper' is not known; use agency, newspaper, television, radio, online, magazine",
    ),
    (HARBOUR | {"country": "UK"}, 1, "the country 'UK' is not known; use the two capital letters of ISO 3166"),
    (HARBOUR | {"country": "FR"}, 1, "local-state is for the Chinese mainland, not for FR; change one of the two"),
    (
        HARBOUR | {"ownership": "foreign-public"},
        1,
        "foreign-public is for other countries, not for CN; change one of the two",
    ),
    (HARBOUR | {"ownership": "hk-mo-tw"}, 1, "hk-mo-tw in CN is for branches, and no parent is given; give the parent"),
    (
        HARBOUR | {"parent": "nowhere"},
        1,
        "the parent 'nowhere' is no outlet; give the id of one that is here or in the registry",
    ),
    (
        HARBOUR | {"parent": "harbour-daily"},
        1,
        "the parents run in a circle: harbour-daily > harbour-daily; leave one of them out",
    ),
    (
        HARBOUR | {"name": "Harbour  Daily"},
        1,
        "the name 'Harbour  Daily' has stray blanks or is not composed (NFC); write 'Harbour Daily'",
    ),
    (
        HARBOUR | {"name": "Cafe\u0301 TV"},
        1,
        "the name 'Cafe\u0301 TV' has stray blanks or is not composed (NFC); write 'Café TV'",
    ),
    (
        HARBOUR | {"name": "Har\u202ebour"},
        1,
        "the name 'Har\\u202ebour' has a character that cannot be seen; type it anew",
    ),
    (HARBOUR | {"name": "···"}, 1, "'···' is no name; give 1 to 120 characters, letters among them"),
    (
        HARBOUR | {"en": ["HARBOUR DAILY"]},
        1,
        "the names 'Harbour Daily' and 'HARBOUR DAILY' count as one; leave one of them out",
    ),
    ("", 0, "no outlet is in this file; write one a line"),
]


@pytest.mark.parametrize(("entry", "line", "message"), WRONG, ids=[message[:40] for _, _, message in WRONG])
def test_a_wrong_entry_is_told_with_its_place_and_changes_nothing(
    tmp_path: Path, entry: object, line: int, message: str
) -> None:
    good = written(tmp_path / "good.jsonl", HARBOUR)
    outlets.use(good)
    path = written(tmp_path / "bad.jsonl", entry)
    with pytest.raises(OutletFileError) as caught:
        outlets.use(path)
    assert str(caught.value) == f"{path}{f':{line}' if line else ''}: {message}"
    assert outlets.find("Harbour Daily") == outlets.get("harbour-daily") is not None


def test_two_own_entries_share_no_id_and_no_name(tmp_path: Path) -> None:
    path = written(tmp_path / "my.jsonl", HARBOUR, "", HARBOUR)
    with pytest.raises(
        OutletFileError, match=r":3: the id 'harbour-daily' is taken by line 1; give each outlet its own id"
    ):
        outlets.load_outlets(path)
    path = written(tmp_path / "my.jsonl", HARBOUR, HARBOUR | {"id": "other"})
    with pytest.raises(OutletFileError, match=r":2: the name 'Harbour Daily' is one of 'harbour-daily' too \(line 1\)"):
        outlets.load_outlets(path)


def test_a_circle_through_an_entry_of_ours_is_found(tmp_path: Path) -> None:
    path = written(
        tmp_path / "my.jsonl", HARBOUR | {"id": "cmg", "name": "CMG", "en": [], "zh": [], "parent": "cctv-4"}
    )
    with pytest.raises(OutletFileError, match=r"the parents run in a circle: cmg > cctv-4 > cctv > cmg"):
        outlets.use(path)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.jsonl", b'\n{"id": "\xff"}', ":2: not UTF-8; save the file as UTF-8"),
        ("a.csv", b"harbour-daily,Harbour Daily\n", ":1: no header; write id,name,en,zh,"),
        ("a.csv", b"id,name\nharbour-daily\n", ":2: 1 cells under 2 headings; put names with a comma in quotes"),
        ("a.csv", b'id,name\na,"b" c\n', ":2: no CSV ("),
        ("a.csv", b"id,name\n\nharbour-daily,Harbour Daily\n", ":3: the field 'country' is missing"),
    ],
)
def test_files_that_are_none_are_told_with_the_line(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(OutletFileError) as caught:
        outlets.load_outlets(path)
    assert str(caught.value).startswith(f"{path}{message}")


def test_missing_files_folders_and_huge_files_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, message in ((tmp_path / "none", "no such file"), (tmp_path, "cannot be read"), ("a\0b", "no such file")):
        with pytest.raises(OutletFileError, match=message):
            outlets.load_outlets(path)
    monkeypatch.setattr(rows, "LARGEST_FILE", 10)
    with pytest.raises(OutletFileError, match="more than"):
        outlets.load_outlets(written(tmp_path / "my.jsonl", HARBOUR))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(60))
@given(data=st.binary(max_size=200) | st.text(max_size=200).map(str.encode), ending=st.sampled_from(["csv", "jsonl"]))
def test_any_bytes_give_outlets_or_the_one_error(tmp_path: Path, data: bytes, ending: str) -> None:
    path = tmp_path / f"any.{ending}"
    path.write_bytes(data)
    with pytest.raises(OutletFileError):
        outlets.load_outlets(path)
