"""The public door of the views: complete, lazy, and without a parser behind it."""

import subprocess
import sys

import pytest

from scio_transcripts import parse, views

STORED = parse("Reuters:\n\nWhy? Thank you.\n\nMei An:\n\nThank you. Because.").to_json()
PROGRAM = """
import sys
from scio_transcripts.model import Transcript
from scio_transcripts.views import askers_of, cite, exchanges_of, outline_of, shares_of, verify
page = Transcript.from_json(sys.stdin.read())
exchanges_of(page), shares_of(page), askers_of(page), outline_of(page)
assert verify(page, cite(page, page.turns[0].paragraphs[0])).found
unwanted = ("pipeline", "parser", "lexer", "normalize", "sources", "display")
print([name for name in unwanted if f"scio_transcripts.{name}" in sys.modules or "rich" in sys.modules])
"""


@pytest.mark.parametrize("name", views.__all__)
def test_every_name_is_there_and_explained(name: str) -> None:
    assert getattr(views, name).__doc__
    assert name in dir(views)


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'klingon'"):
        views.klingon  # noqa: B018


def test_views_of_a_stored_document_load_no_parser_and_no_display() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], input=STORED, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert done.stdout.strip() == "[]"


def test_importing_the_door_loads_no_view() -> None:
    program = "import sys, scio_transcripts.views; print(sorted(m for m in sys.modules if '.views.' in m))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
