"""Quotations in a corpus: few documents are read, and each that has the words is found."""

import pytest

pytest.importorskip("duckdb", reason="needs the extra corpus")

from corpus.making import folder_of
from scio_transcripts.corpus import Corpus, build
from scio_transcripts.views import SelectionError, verify_in

COUNT = 40


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    root = tmp_path_factory.mktemp("quoted")
    folder = folder_of(root, COUNT)
    rare = folder / "event-of-canal-017x.txt"
    text = rare.read_text(encoding="utf-8")
    sentence = "Seventeen herons nest beside the crooked weir."
    rare.write_text(text.replace("The towpaths were mended.", f"The towpaths were mended. {sentence}"), "utf-8")
    return build([str(folder)], str(root / "built"), jobs=1)


@pytest.fixture
def read(built: Corpus, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Ids of the documents that are read."""
    ids: list[str] = []
    whole = Corpus.transcript

    def transcript(self: Corpus, own: str) -> object:
        ids.append(own)
        return whole(self, own)

    monkeypatch.setattr(Corpus, "transcript", transcript)
    return ids


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Seventeen herons nest beside the crooked weir", "exact"),
        ("seventeen herons ... the crooked weir", "typography"),
        ("Eighteen herons nest beside the crooked weir", "changed"),
    ],
)
def test_only_documents_with_its_rare_words_are_read(built: Corpus, read: list[str], words: str, status: str) -> None:
    found = built.find_quotation(words)
    assert found.status == status
    assert [one.transcript.title for one in found.events] == ["SCIO press conference on canal number 17"]
    assert len(set(read)) <= COUNT // 2
    assert found.looked_at == COUNT


@pytest.mark.parametrize("words", ["The towpaths were mended.", "herons", "nothing of that kind", "towpaths"])
def test_a_corpus_answers_as_its_documents_do(built: Corpus, words: str) -> None:
    of_all = verify_in(list(built), words)
    found = built.find_quotation(words)
    assert (found.status, len(found.events)) == (of_all.status, len(of_all.events))


def test_anchors_of_search_hits_and_lines_are_found_again(built: Corpus) -> None:
    [hit] = built.search("herons").hits
    [line] = built.kwic("herons")
    for anchor in (str(hit.citation.anchor), line.anchor):
        found = built.find_quotation(anchor)
        assert found.found
        assert "herons" in found.events[0].verification.passages[0].words


def test_a_line_and_a_passage_are_cited_alike(built: Corpus) -> None:
    [line] = built.kwic("herons")
    [event] = built.find_quotation("herons").events
    [cited] = event.citations(event.verification.passages[0], "short")
    assert (line.citation, line.anchor) == (cited.text, str(cited.anchor))


def test_a_speaker_of_a_document_that_is_not_read_is_known(built: Corpus) -> None:
    person = next(iter(built)).participants[0]
    built.find_quotation("nothing of that kind", speaker=person.name)
    with pytest.raises(SelectionError, match=f"did you mean {person.name}"):
        built.find_quotation("nothing of that kind", speaker=person.name[:-1] + "x")
