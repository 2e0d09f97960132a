"""Pages of one event in a corpus: joined where `read_events` joins them, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("pyarrow", reason="needs the extra corpus")


from corpus.making import event, folder_of, sources
from scio_transcripts import read_events
from scio_transcripts.corpus import build


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def test_pages_of_one_event_are_joined_and_others_are_not(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 3)
    for page in (1, 2, 3):
        (folder / f"long_{page}.txt").write_text(event(50, page))
    corpus = build(["pages"], "corpus", jobs=1)
    assert len(corpus) == 4
    rows = sources(corpus)
    assert len({tuple(rows[f"pages/long_{page}.txt"]["transcripts"]) for page in (1, 2, 3)}) == 1
    joined = corpus.transcript(rows["pages/long_2.txt"]["transcripts"][0])
    expected = [t for t in read_events(sorted(folder.glob("long_*"))) if len(t.pages.numbers) == 3]
    assert len(joined.turns) == len(expected[0].turns)


def test_few_pages_of_one_folder_are_joined_whatever_their_names(tmp_path: Path) -> None:
    home = tmp_path / "pages"
    home.mkdir()
    (home / "first.txt").write_text(event(7, 1))
    (home / "more.txt").write_text(event(7, 2))
    assert len(build(["pages"], "corpus", jobs=1)) == 1


def test_pages_that_are_counted_through_a_folder_are_joined_as_read_events_joins_them(tmp_path: Path) -> None:
    home = tmp_path / "pages"
    home.mkdir()
    texts = [event(number, page) for number in range(14) for page in ((1, 2) if number % 2 else (1,))]
    assert len(texts) > 20
    for place, text in enumerate(texts, 1):
        (home / f"{place}.txt").write_text(text)
    corpus = build(["pages"], "corpus", jobs=1)
    pages: dict[str, set[str]] = {}
    for uri, row in sources(corpus).items():
        for own in row["transcripts"]:
            pages.setdefault(own, set()).add(uri)
    expected = [{part.source.uri for part in one.pages.parts} or {one.source.uri} for one in read_events(Path("pages"))]
    assert sorted(map(sorted, pages.values())) == sorted(map(sorted, expected))
    assert len(expected) == 14
    quality = json.loads((corpus.path / corpus.manifest.quality).read_bytes())
    assert quality["joined"] == {"pages": 14, "events": 7}
