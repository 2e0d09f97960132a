"""What a notebook shows of a transcript."""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from scio_transcripts import Transcript

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "writers"))

from pages import HOSTILE, SAMPLES, with_words

BAD = "</style></div><script>alert(1)</script> \" ' \u202eevil \x1b[2J \x00 <img src=x onerror=alert(1)>"
TAGS = {"div", "style", "p", "br", "b", "span", "details", "summary"}


class Tags(HTMLParser):
    """Which elements there are, and whether each is closed."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.all: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.all.add(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("transcript", [*SAMPLES.values(), *HOSTILE.values()], ids=[*SAMPLES, *HOSTILE])
def test_a_transcript_is_one_closed_piece_of_html_whatever_it_holds(transcript: Transcript) -> None:
    for shown in (transcript, with_words(transcript, BAD)):
        html = shown._repr_html_()
        tags = Tags(html)
        assert tags.open == []
        assert tags.all <= TAGS
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", html)
        assert "http" not in html.split("</style>")[0]


def test_styles_reach_only_the_piece_itself() -> None:
    style = re.search("<style>(.*?)</style>", SAMPLES["demo.txt"]._repr_html_())[1]
    rules = re.findall(r"([^{}]+)\{[^{}]*\}", style.replace("@media(prefers-color-scheme:dark){", ""))
    assert rules
    assert all(".scio-transcript" in part for rule in rules for part in rule.strip("}").split(","))


def test_a_long_transcript_is_cut_and_says_so() -> None:
    long = HOSTILE["long"]
    assert len(long.text) > 80_000
    assert len(long._repr_html_()) < 60_000
    assert re.search(r"\d+ more turns?: show\(\) prints all", long._repr_html_())


def test_words_and_speakers_are_there() -> None:
    html = SAMPLES["demo.txt"]._repr_html_()
    assert "Open Shelf Plan" in html
    assert "Weng Yunzhou" in html
    assert 'class="turn reporter"' in html
