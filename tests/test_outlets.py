"""The registry of outlets: its file is consistent, its index is fresh, and every name leads to one outlet."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scio_transcripts.registry import outlets
from scio_transcripts.registry.countries import code_of, countries
from scio_transcripts.registry.files import DATA, lines
from scio_transcripts.registry.outlets import book, rows
from scio_transcripts.registry.outlets.entry import HOMES, KINDS, OWNERSHIPS, fold, fold_all

TABLE = outlets.outlets()
SHARED = [line.split("\t") for line in lines("shared_names.txt")]
MAINLAND = {"central-state", "local-state", "party", "private"}


def test_the_file_passes_the_check_that_users_files_pass() -> None:
    loaded = rows.load_outlets(str(DATA / "outlets.jsonl"))
    assert {outlet.id: outlet for outlet in loaded} == TABLE
    assert len(loaded) >= 1100


def test_rows_are_sorted_by_id_and_no_id_comes_twice() -> None:
    ids = [json.loads(line)["id"] for line in (DATA / "outlets.jsonl").read_text("utf-8").splitlines()]
    assert all(before < after for before, after in pairwise(ids))


def test_the_index_is_that_of_the_file() -> None:
    stored = (DATA / "outlets.index.json").read_text("utf-8")
    assert stored == book.index(), "the index is stale: run `make docs`"


def test_a_stale_index_is_not_used(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book, "crc32", lambda _: -1)
    without_index = book.ours.__wrapped__()
    assert without_index.by_name == book.ours().by_name
    assert without_index.named("Xinhua") == TABLE["xinhua"]


def test_ids_are_slugs_and_words_are_of_the_closed_lists() -> None:
    for outlet in TABLE.values():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", outlet.id)
        assert outlet.kind in KINDS
        assert outlet.ownership in OWNERSHIPS
        assert outlet.country in countries()


def test_countries_are_the_249_codes_of_the_standard_and_each_name_has_one() -> None:
    assert len(countries()) == 249
    for code, names in countries().items():
        assert re.fullmatch(r"[A-Z]{2}", code)
        assert [code_of(name) for name in (*names[0], *names[1], code)] == [code] * (len(names[0]) + len(names[1]) + 1)


def test_ownership_and_country_agree() -> None:
    for outlet in TABLE.values():
        if outlet.ownership in MAINLAND:
            assert outlet.country == "CN", outlet.id
        elif outlet.ownership == "hk-mo-tw":
            parents = outlets.parents(outlet)
            assert outlet.country in HOMES or parents[-1].country in HOMES, outlet.id
        else:
            assert outlet.country not in HOMES | {"CN"}, outlet.id


def test_parents_exist_and_end() -> None:
    for outlet in TABLE.values():
        chain = [outlet.id]
        while (above := TABLE[chain[-1]].parent) is not None:
            assert above in TABLE
            assert above not in chain, f"{outlet.id} is its own ancestor"
            chain.append(above)


def test_names_are_composed_and_have_no_stray_blanks() -> None:
    for outlet in TABLE.values():
        for name in outlet.names:
            assert name == " ".join(unicodedata.normalize("NFC", name).split()), name
            assert fold(name), name


def test_every_name_finds_its_outlet_and_no_other() -> None:
    owner: dict[str, str] = {}
    for outlet in TABLE.values():
        for name in outlet.names:
            assert outlets.find(name) is book.book().get(outlet.id), name
            assert owner.setdefault(fold(name), outlet.id) == outlet.id, name


@pytest.mark.parametrize(("name", "owner", "others", "rule"), SHARED, ids=[row[0] for row in SHARED])
def test_a_name_that_several_go_by_has_a_rule(name: str, owner: str, others: str, rule: str) -> None:
    found = outlets.find(name)
    assert (found.id if found else "-") == owner
    assert all(other in TABLE and other != owner for other in others.split(","))
    assert len(rule.split()) >= 3


def test_no_name_is_a_word_for_any_asker() -> None:
    for word in ("Q", "A", "Question", "Reporter", "Journalist", "记者", "问", "答", "主持人", "Moderator"):
        assert outlets.find(word) is None


def test_folding_many_names_is_folding_each() -> None:
    names = [name for outlet in TABLE.values() for name in outlet.names]
    assert fold_all(names) == [fold(name) for name in names]
    assert fold_all([]) == []


@given(st.lists(st.text(st.sampled_from("aB &-–’·.,中THEthe "), max_size=12).map(lambda s: " ".join(s.split()))))
def test_folding_many_is_folding_each_for_any_tidy_names(names: list[str]) -> None:
    assert fold_all(names) == [fold(name) for name in names]


def test_documents_find_their_outlet_by_id() -> None:
    phoenix = outlets.get("phoenix-tv")
    assert phoenix is not None
    assert phoenix.country == "HK"
    assert outlets.get("harbour-daily") is None


def test_title_marks_around_an_outlet_are_no_part_of_its_name() -> None:
    assert outlets.find("《北京日报》记者") is outlets.find("北京日报")
    assert outlets.find("《港湾日报》记者") is None


def test_a_page_loads_of_the_registry_what_it_names() -> None:
    code = (
        "import sys, scio_transcripts\n"
        "assert not [m for m in sys.modules if m.startswith('scio_transcripts.registry')]\n"
        "page = 'Gu Yunliang:\\n\\nThe floor is open.\\n\\nReuters:\\n\\nWhy? Thank you.\\n\\nGu Yunliang:\\n\\nYes.'\n"
        "scio_transcripts.parse(page)\n"
        "from scio_transcripts.registry.outlets import book\n"
        "assert [outlet.id for outlet in book.book()._found.values()] == ['reuters']\n"
        "home = 'scio_transcripts.registry.outlets.'\n"
        "assert {m.removeprefix(home) for m in sys.modules if m.startswith(home)} == {'book', 'entry'}\n"
        "assert 'rapidfuzz' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
