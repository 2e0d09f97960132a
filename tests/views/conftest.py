"""The sample page, a page in Chinese, and the same page in other forms."""

from __future__ import annotations

import html
from importlib.resources import files

import pytest

from display.conftest import CHINESE
from scio_transcripts import Transcript, parse

EMPTY = ["", " \n", "Nothing to see.", "\x00\x1b[2J"]
"""Pages in which nobody says anything."""
HOSTILE = "\x1b[2J[/red][link=https://evil.example]x[/link]\u202e\x9b31m</p><script>;c0-1;sha256:"
"""Markup of several kinds, escape sequences, and a mark that turns the reading direction."""


def as_html(text: str) -> str:
    """The same page as HTML: a paragraph a block, labels in bold, blanks that do not break, and lines cut anew."""
    blocks = []
    for block in text.split("\n\n"):
        words = html.escape(" ".join(block.split()), quote=False)
        if words.endswith((":", "：")) and len(words) < 60:
            blocks.append(f"<p><strong>{words}</strong></p>")
        else:
            blocks.append("<p>" + words.replace(" the ", "\n<span>the</span>&nbsp;").replace("'", "&rsquo;") + "</p>")
    return "<html><body><div>" + "\n".join(blocks) + "</div></body></html>"


@pytest.fixture(scope="session")
def demo_text() -> str:
    return files("scio_transcripts").joinpath("samples", "demo.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def demo(demo_text: str) -> Transcript:
    return parse(demo_text)


@pytest.fixture(scope="session")
def chinese() -> Transcript:
    return parse(CHINESE)


@pytest.fixture(scope="session")
def long_page() -> Transcript:
    """5,000 turns."""
    rounds = "".join(
        f"Reuters:\n\nHow many boats run in year {i}? Thank you.\n\nLin Dahai:\n\nThank you. We counted {i} boats.\n\n"
        for i in range(2500)
    )
    transcript = parse("SCIO briefing on boats\n\n" + rounds)
    assert len(transcript.turns) == 5000
    return transcript
