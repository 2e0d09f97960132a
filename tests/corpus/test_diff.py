"""`diff` says what is not the same in two corpora of the same sources."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("pyarrow", reason="needs the extra corpus")

from corpus.making import event, folder_of, small_parts
from depth import examples
from scio_transcripts import parse
from scio_transcripts.corpus import build, kernel
from scio_transcripts.corpus.compare import changes_of
from scio_transcripts.corpus.diff import Changed, Summary, diff


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    small_parts(monkeypatch)
    monkeypatch.chdir(tmp_path)


def compared(old: Any, new: Any) -> tuple[dict[str, Changed], Summary]:
    summary = Summary()
    return {one.source: one for one in diff(old, new, summary)}, summary


def otherwise(monkeypatch: pytest.MonkeyPatch, change: Any) -> None:
    """Let the parser say something else."""
    from scio_transcripts.corpus import building

    real = kernel.parse_pages
    monkeypatch.setattr(kernel, "parse_pages", lambda pages, dialect=None: change(real(pages, dialect=dialect)))
    monkeypatch.setattr(building, "parser_version", lambda: "9.9.9+newer")


def test_the_same_corpus_has_no_difference(tmp_path: Path) -> None:
    folder_of(tmp_path, 8)
    corpus = build(["pages"], "corpus", jobs=1)
    changed, summary = compared(corpus, corpus)
    assert not changed
    assert (summary.same, summary.changed) == (8, 0)


def test_labels_roles_and_dates_that_changed_are_told_with_their_turns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder_of(tmp_path, 6)
    old = build(["pages"], "old", jobs=1)

    def change(transcript: Any) -> Any:
        if "canal number 2" not in (transcript.title or ""):
            return transcript
        turns = list(transcript.turns)
        turns[1] = turns[1].model_copy(update={"label": "Gu Mo", "role": "chair"})
        del turns[-1]
        event = transcript.event.model_copy(update={"date": "2001-02-03"})
        told = {"exchanges": (), "sections": (), "references": ()}  # none of a turn that is gone
        return transcript.model_copy(update={"turns": tuple(turns), "event": event, **told})

    otherwise(monkeypatch, change)
    changed, summary = compared(old, build(["pages"], "new", jobs=1))
    assert list(changed) == ["pages/event-of-canal-002x.txt"]
    one = changed["pages/event-of-canal-002x.txt"]
    told = {(change.what, change.turn): (change.old, change.new) for change in one.changes}
    assert told["label", 1] == ("China Daily", "Gu Mo")
    assert told["role", 1] == ("reporter", "chair")
    assert told["date", None][1] == "2001-02-03"
    assert told["id", None] == (one.old, one.new)
    assert ("turn removed", 4) in told
    assert (summary.same, summary.changed) == (5, 1)
    assert summary.changes["label"] == summary.transcripts["label"] == 1


def test_turns_are_matched_by_their_words_where_the_text_is_another(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 3)
    old = build(["pages"], "old", jobs=1)
    path = folder / "event-of-canal-001x.txt"
    path.write_text(path.read_text().replace("Reuters:", "Agence France-Presse:").replace("Updated:", "Updated: \n"))
    changed, _ = compared(old, build(["pages"], "new", jobs=1))
    what = {change.what: change for change in changed["pages/event-of-canal-001x.txt"].changes}
    assert (what["label"].old, what["label"].new) == ("Reuters", "Agence France-Presse")
    assert "turn added" not in what
    assert "text" in what


def test_words_that_changed_are_told_as_such(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 3)
    old = build(["pages"], "old", jobs=1)
    path = folder / "event-of-canal-001x.txt"
    path.write_text(path.read_text().replace("The towpaths were mended.", "The towpaths were swept."))
    changed, _ = compared(old, build(["pages"], "new", jobs=1))
    changes = {change.what: change for change in changed["pages/event-of-canal-001x.txt"].changes}
    assert {"text", "words"} <= set(changes) <= {"id", "text", "words"}
    assert "mended" in changes["words"].old
    assert "swept" in changes["words"].new


def test_another_speech_at_the_place_of_one_is_one_that_went_and_one_that_came() -> None:
    old, new = (parse(event(1, words=words)) for words in ("The towpaths were mended.", "Quite so! " * 40))
    assert {"turn added", "turn removed"} <= {change.what for change in changes_of(old, new)}


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.integers(0, 4), max_size=12), st.lists(st.integers(0, 4), max_size=12))
def test_every_turn_is_matched_or_told(then: list[int], now: list[int]) -> None:
    def speech(one: int) -> str:
        return f"Reuters:\n{'ferries barges locks weirs reeds'.split()[one]} {'abcde'[one] * 40}.\n"

    old, new = (parse("SCIO press conference\n\n" + "\n".join(map(speech, order))) for order in (then, now))
    count = Counter(change.what for change in changes_of(old, new))
    assert len(old.turns) - count["turn removed"] == len(new.turns) - count["turn added"]


def test_sources_that_came_and_went_are_told(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, 4)
    old = build(["pages"], "old", jobs=1)
    (folder / "event-of-canal-000x.txt").unlink()
    (folder / "event-of-canal-080x.txt").write_text(event(80))
    changed, summary = compared(old, build(["pages"], "new", jobs=1))
    assert not changed
    assert len(summary.only_old) == len(summary.only_new) == 1
    assert "canal-number-0" in summary.only_old[0]
    assert "canal-number-80" in summary.only_new[0]
