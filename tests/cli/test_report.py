"""`corpus report` on the command line."""

from pathlib import Path

import pytest

pytest.importorskip("jinja2", reason="needs the extra 'report'")
pytest.importorskip("pyarrow", reason="needs the extra 'corpus'")


@pytest.fixture
def corpus(cli, page: str) -> str:
    assert cli("corpus", "build", page, "-o", "corpus").status == 0
    return "corpus"


def test_a_corpus_becomes_a_site(cli, corpus: str) -> None:
    done = cli("corpus", "report", corpus, "-o", "site", "--title", "Press <room>")
    assert done.status == 0
    assert done.out == ""
    assert "1 transcripts" not in done.err
    assert "1 transcript; open" in done.err
    assert "Press &lt;room&gt;" in Path("site/index.html").read_text("utf-8")
    assert len(list(Path("site/transcripts").iterdir())) == 1


def test_a_site_is_written_over_only_when_asked(cli, corpus: str) -> None:
    assert cli("corpus", "report", corpus, "-o", "site").status == 0
    refused = cli("corpus", "report", corpus, "-o", "site")
    assert (refused.status, refused.err.count("\n")) == (1, 1)
    assert "--replace" in refused.err
    assert cli("corpus", "report", corpus, "-o", "site", "--replace").status == 0


def test_a_folder_that_is_no_corpus_is_told(cli, page: str) -> None:
    refused = cli("corpus", "report", ".", "-o", "site")
    assert (refused.status, refused.err.count("\n")) == (1, 1)
    assert "corpus build" in refused.err
    assert not Path("site").exists()
