"""A printed press conference cut into numbered pages, as text or as HTML.

In: a `Printed` and a `Cut`. Out: sources in order. Further pages repeat the head, the summary or only the title; files
and addresses are numbered in the ways of several sites. A cut falls between paragraphs, so turns run over it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from markups import MARKUPS, page_of
from render import Printed
from scio_transcripts.sources.files import source_of_bytes
from scio_transcripts.sources.text import Source
from scribe import Dress, Row, dresses, head_and_body, rows_of

NAMES: dict[str, Callable[[int], str]] = {
    "underscore": lambda n: f"reeds_{n}",
    "two digits": lambda n: f"2024/reeds-{n:02}",
    "page": lambda n: f"page-{n}",
    "part": lambda n: f"SCIO briefing, part {n}",
    "number": str,
    "first bare": lambda n: f"content_782022{'' if n == 1 else f'_{n}'}",
    "address": lambda n: f"https://reed.example/2024-07/03/content_782022{'' if n == 1 else f'_{n}'}",
    "from nothing": lambda n: f"t20240703_782022{'' if n == 1 else f'_{n - 1}'}",
    "from zero": lambda n: f"page{n - 1}",
}
"""How a site names page n, without the ending."""
SHORTEST = 40
"""Characters of a sentence that no page is without."""
COUNTED_FROM_ONE = sorted(set(NAMES) - {"from nothing", "from zero"})


@dataclass(frozen=True)
class Cut:
    """How a transcript is cut."""

    count: int
    """Pages, as long as there are paragraphs enough."""
    seed: int = 0
    names: str = "underscore"
    """A key of `NAMES`."""
    repeats: str = "summary"
    """What the head of further pages says: all, summary, title, nothing."""
    arrows: str = "both"
    """Of the pager: both, none, or those that lead somewhere (leading); "no pager" is without one."""
    dress: Dress | None = None
    """The looks of HTML; without them it is text."""


def cuts(names: Sequence[str] = tuple(NAMES)) -> st.SearchStrategy[Cut]:
    """Any cut, with names of these kinds."""
    return st.builds(
        Cut,
        count=st.integers(2, 5),
        seed=st.integers(0, 999),
        names=st.sampled_from(list(names)),
        repeats=st.sampled_from(["all", "summary", "title"]),
        arrows=st.sampled_from(["both", "none", "leading"]),
        dress=st.none() | st.builds(replace, dresses, markup=st.sampled_from(sorted(MARKUPS))),
    )


def sources_of(printed: Printed, cut: Cut) -> list[Source]:
    """The pages in order."""
    return sources_of_rows(*head_and_body(rows_of(printed)), cut)


def sources_of_rows(head: Sequence[Row], body: Sequence[Row], cut: Cut) -> list[Source]:
    """The pages in order: of the rows above the first label, and of the others."""
    places = _places(body, cut)
    count = len(places) + 1
    parts = [body[a:b] for a, b in zip([0, *places], [*places, len(body)], strict=True)]
    sources = []
    for number, part in enumerate(parts, 1):
        rows = [*(head if number == 1 else _again(head, cut)), *part]
        name = NAMES[cut.names](number)
        if cut.dress is None:
            data = "\n\n".join([*(row.printed for row in rows), _pager(number, count, cut)]) + "\n"
            sources.append(source_of_bytes(data.encode(), name=f"{name}.txt", uri=f"{name}.txt"))
        else:
            data = page_of(rows, cut.dress, pager=_linked_pager(number, count, cut))
            sources.append(source_of_bytes(data.encode(), name=f"{name}.htm", uri=f"{name}.htm"))
    return sources


def _places(body: Sequence[Row], cut: Cut) -> list[int]:
    """Where the body is cut: never between a label and the first words under it, and no page is without a sentence."""
    may = [i for i in range(1, len(body)) if not body[i - 1].is_label and body[i].is_speech]
    drawn = sorted(random.Random(cut.seed).sample(may, min(cut.count - 1, len(may))))
    places: list[int] = []
    for place in drawn:
        before = body[places[-1] if places else 0 : place]
        if any(map(_is_sentence, before)) and any(map(_is_sentence, body[place:])):
            places.append(place)
    return places


def _is_sentence(row: Row) -> bool:
    # A Chinese character says as much as two or three letters.
    long = len(row.words.encode()) > SHORTEST
    return row.is_speech and row.words.endswith((".", "?", "。", "？")) and long


def _again(head: Sequence[Row], cut: Cut) -> list[Row]:
    if cut.repeats == "all":
        return list(head)
    if cut.repeats == "nothing":
        return []
    until = 1 if cut.repeats == "title" else next((i for i, row in enumerate(head) if row.field or row.name), 3)
    return list(head[:until])


def _pager(number: int, count: int, cut: Cut) -> str:
    if cut.arrows == "no pager":
        return ""
    back, on = _arrows(number, count, cut)
    return "  ".join([*["<"] * back, *map(str, range(1, count + 1)), *[">"] * on])


def _linked_pager(number: int, count: int, cut: Cut) -> str:
    if cut.arrows == "no pager":
        return ""
    back, on = _arrows(number, count, cut)
    numbers = [
        f"<span>{n}</span>" if n == number else f'<a href="{NAMES[cut.names](n).rpartition("/")[2]}.htm">{n}</a>'
        for n in range(1, count + 1)
    ]
    return f"<div class='pager'>{'&lt; ' * back}{' '.join(numbers)}{' &gt;' * on}</div>"


def _arrows(number: int, count: int, cut: Cut) -> tuple[bool, bool]:
    if cut.arrows == "leading":
        return number > 1, number < count
    return cut.arrows == "both", cut.arrows == "both"
