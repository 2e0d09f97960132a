"""Joined pages of which one begins with the words another ends with are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from scio_transcripts import read_pages

_LAST = "The dike holds nine boats, and more of them will come with the reeds in spring."


@pytest.mark.parametrize(
    ("begins", "told"),
    [
        (f"Ruan Boqing: {_LAST}\n\nReuters: Another one on tolls? Thank you.", True),
        (f"Reuters: How many? Thank you.\n\nRuan Boqing: {_LAST}\n\nReuters: Another one? Thank you.", True),
        ("Reuters: How many? Thank you.\n\nRuan Boqing: Ten.", False),
        (f"Reuters: Another one? Thank you.\n\nRuan Boqing: {_LAST}", False),
    ],
)
def test_pages_that_overlap_are_told(tmp_path: Path, begins: str, told: bool) -> None:
    first = f"Reeds\n\nRuan Boqing: Good morning, all.\n\nReuters: How many? Thank you.\n\nRuan Boqing: {_LAST}"
    for number, text in ((1, first), (2, begins)):
        (tmp_path / f"reeds_{number}.txt").write_text(text, "utf-8")
    page = read_pages([tmp_path / "reeds_1.txt", tmp_path / "reeds_2.txt"])
    warned = [d for d in page.diagnostics if d.code == "G611"]
    assert bool(warned) is told
    assert all("reeds_2.txt" in d.message and d.severity == "warning" for d in warned)
