"""ConvoKit: the files that its `Corpus` opens, and each conversation one tree.

The package brings spaCy and torch, so CI looks at the files; where ConvoKit is installed, it loads them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from scio_transcripts import Transcript, parse
from scio_transcripts.writers import write_folder
from strategies import soup
from writers.pages import HOSTILE, SAMPLES

EVERYTHING = [*SAMPLES.values(), *HOSTILE.values(), SAMPLES["demo.txt"]]


def corpus_of(folder: Path, *transcripts: Transcript) -> dict[str, Any]:
    """The folder as ConvoKit reads it, after everything that must hold for any document was looked at."""
    write_folder(transcripts, "convokit", folder)
    read = {path.stem: json.loads(path.read_bytes()) for path in folder.glob("*.json")}
    read["utterances"] = [json.loads(line) for line in (folder / "utterances.jsonl").read_bytes().splitlines()]
    assert set(read) == {"utterances", "speakers", "conversations", "corpus", "index"}
    assert all(path.read_bytes().isascii() for path in folder.iterdir())
    ids = [u["id"] for u in read["utterances"]]
    assert len(ids) == len(set(ids)) == sum(len(t.turns) for t in transcripts)
    assert len(read["conversations"]) == len(transcripts)
    conversation_of = {u["id"]: u["conversation_id"] for u in read["utterances"]}
    seen: set[str] = set()
    for utterance in read["utterances"]:
        assert utterance["speaker"] in read["speakers"]
        assert utterance["conversation_id"] in read["conversations"]
        reply = utterance["reply-to"]
        if utterance["conversation_id"] not in seen:
            assert reply is None
        else:  # to what came before, in the same conversation: a tree
            assert ids.index(reply) < ids.index(utterance["id"])
            assert conversation_of[reply] == utterance["conversation_id"]
        seen.add(utterance["conversation_id"])
        assert_typed(utterance["meta"], read["index"]["utterances-index"])
    for kind in ("speakers", "conversations"):
        for thing in read[kind].values():
            assert_typed(thing["meta"], read["index"][f"{kind}-index"])
    return read


def assert_typed(meta: dict[str, Any], index: dict[str, list[str]]) -> None:
    assert list(meta) == list(index)
    for key, value in meta.items():
        assert value is None or [str(type(value))] == index[key]


def test_everything_is_one_corpus_of_trees(tmp_path: Path) -> None:
    read = corpus_of(tmp_path, *EVERYTHING)
    assert len(read["conversations"]) == len(EVERYTHING)


def test_an_answer_replies_to_the_question_before_it(tmp_path: Path) -> None:
    page = (
        "Wen Mo:\n\nGood morning. The floor is open.\n\nReuters:\n\nWhy? Thank you.\n\nLin Dahai:\n\nTides.\n\n"
        "Gu Weiping:\n\nAnd reeds.\n\nReuters:\n\nA follow-up: when?\n\nLin Dahai:\n\nIn May.\n\n"
        "Wen Mo:\n\nNext question, please.\n\nXinhua:\n\nHow many? Thank you.\n\nLin Dahai:\n\nNinety."
    )
    utterances = corpus_of(tmp_path, parse(page))["utterances"]
    index = {u["id"]: i for i, u in enumerate(utterances)}
    assert [index.get(u["reply-to"]) for u in utterances] == [None, 0, 1, 1, 3, 4, 0, 0, 7]
    assert [u["meta"]["exchange"] for u in utterances] == [None, 0, 0, 0, 0, 0, None, 1, 1]
    assert [u["timestamp"] for u in utterances] == list(range(9))


def test_nobody_is_taken_for_a_namesake(tmp_path: Path) -> None:
    read = corpus_of(tmp_path, parse("Q: Why?\n\nA: So.\n\nQ: When?\n\nA: Now."), parse("Wen Mo:\n\nGood morning."))
    assert len({u["speaker"] for u in read["utterances"]}) == 5
    assert [s["meta"]["name"] for s in read["speakers"].values()] == [None, None, None, None, "Wen Mo"]


@given(soup)
def test_any_document_is_a_tree(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    document = parse(text)
    read = corpus_of(tmp_path_factory.mktemp("corpus"), document)
    assert [u["text"].split("\n") for u in read["utterances"]] == [
        "\n".join(p.text for p in turn.paragraphs).split("\n") for turn in document.turns
    ]


def test_convokit_loads_it(tmp_path: Path) -> None:
    convokit = pytest.importorskip("convokit")
    corpus_of(tmp_path, *EVERYTHING)
    corpus = convokit.Corpus(filename=str(tmp_path))
    assert len(list(corpus.iter_utterances())) == sum(len(t.turns) for t in EVERYTHING)
    for conversation in corpus.iter_conversations():
        assert conversation.check_integrity(verbose=False)
        assert len(list(conversation.traverse("bfs"))) == len(conversation.get_utterance_ids())
