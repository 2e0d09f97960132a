"""The data files: well-formed, without contradictions, and found again by every alias."""

from __future__ import annotations

import subprocess
import sys

from scio_transcripts.registry import outlets
from scio_transcripts.registry.names import honorifics, is_person, split_honorific, surnames


def test_spelling_variants_of_one_outlet_are_one() -> None:
    assert outlets.find("The Global Times") is outlets.find("Global Times") is outlets.find("GLOBAL TIMES")
    assert outlets.find("Farmers’ Daily") is outlets.find("Farmers' Daily")
    assert outlets.find("CCTV reporter") is outlets.find("CCTV")


def test_unknown_outlets_are_a_value() -> None:
    assert outlets.find("Harbour Daily of Nowhere") is None
    assert outlets.find_within("Harbour Daily of Nowhere") is None


def test_ministries_are_no_outlets() -> None:
    for body in ("Ministry of Commerce", "National Bureau of Statistics", "State Council", "People's Bank of China"):
        assert outlets.find(body) is None


def test_family_names_include_compound_and_non_mandarin_ones() -> None:
    assert {"ouyang", "lyu", "lv", "wang", "chan", "leong", "tsai"} <= surnames()
    assert is_person("Ouyang Shan")
    assert not is_person("Phoenix TV")
    assert not is_person("China Daily")


def test_honorifics_are_cut_longest_first() -> None:
    assert set(honorifics().values()) == {"courtesy", "rank", "office"}
    assert split_honorific("Vice Premier Lin Bo") == ("Vice Premier", "Lin Bo")
    assert split_honorific("Mr Lin Bo") == ("Mr", "Lin Bo")


def test_registries_are_loaded_only_when_asked_for() -> None:
    code = (
        "import scio_transcripts\n"
        "from scio_transcripts.registry import files\n"
        "assert files.lines.cache_info().currsize == 0, files.lines.cache_info()"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
