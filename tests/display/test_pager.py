"""The pager gets the page, and its absence or a slip in `$PAGER` loses nothing."""

import sys
from pathlib import Path

import pytest

from scio_transcripts.display.pager import PagerProgram


def test_the_readers_pager_gets_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "pager.py"
    script.write_text("import sys, os\nopen(sys.argv[1], 'w').write(os.environ['LESS'] + sys.stdin.read())\n")
    monkeypatch.setenv("PAGER", f"'{sys.executable}' '{script}' '{tmp_path / 'out'}'")
    monkeypatch.delenv("LESS", raising=False)
    PagerProgram().show("the page")
    assert (tmp_path / "out").read_text() == "FRXthe page"


@pytest.mark.parametrize("pager", ["no-such-program-here", "less 'unclosed"])
def test_without_a_pager_the_page_is_printed(
    pager: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PAGER", pager)
    PagerProgram().show("the page")
    assert capsys.readouterr().out == "the page"
