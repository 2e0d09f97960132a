"""A reading room for tests: which transcripts, and how to look into the pages.

Gives: `ROOM`, transcripts of several years, languages and kinds of askers, all invented; `Page`, a page as Python's own
parser sees it.
"""

from __future__ import annotations

import sys
from html.parser import HTMLParser
from pathlib import Path

from scio_transcripts import Transcript, parse

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "writers"))

from pages import HOSTILE, SAMPLES, with_words

__all__ = ["HOSTILE", "ROOM", "SAMPLES", "Page", "with_words"]

_PAGE = (
    "SCIO briefing on {topic}\n\nBeijing | 10 a.m. July 3, {year}\n\n"
    "Speakers:\n\nMr. Lin Dahai, vice minister of {topic}\n\n"
    "Chairperson:\n\nMs. Wen Mo, spokesperson of the SCIO\n\n"
    "Wen Mo:\n\nGood morning. The floor is now open.\n\n"
    "{outlet}:\n\nHow many {topic} are there? And what of {other}? Thank you.\n\n"
    "Lin Dahai:\n\nThank you. Ninety {topic}.\n\nThe {other} come next.\n\n"
)
_CHINESE = (
    "主持人：\n\n大家上午好。\n\n路透社记者：\n\n请问渡船何时开通？谢谢。\n\n林大海：\n\n谢谢。渡船冬天开通。\n\n"
)


def briefing(year: int, topic: str, other: str, outlet: str) -> Transcript:
    """A briefing with one question."""
    return parse(_PAGE.format(year=year, topic=topic, other=other, outlet=outlet))


ROOM: tuple[Transcript, ...] = (
    briefing(2021, "ferries", "lanterns", "Reuters"),
    briefing(2022, "kilns", "ferries", "CCTV"),
    briefing(2023, "reeds", "tides", "Kyodo News"),
    briefing(2023, "orchards", "tides", "Phoenix TV"),
    *SAMPLES.values(),
    parse(_CHINESE),
)


class Page(HTMLParser):
    """What a browser would find on a page: elements with their attributes, and the words."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """All words, blanks folded."""
        return " ".join("".join(self.words).split())

    def ids(self) -> list[str]:
        """All ids."""
        return [attributes["id"] or "" for _, attributes in self.elements if "id" in attributes]

    def attributes(self, name: str) -> list[str]:
        """All values of an attribute."""
        return [attributes[name] or "" for _, attributes in self.elements if name in attributes]
