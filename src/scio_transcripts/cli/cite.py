"""`scio-transcripts cite`: a citation for people and an anchor for programs."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scio_transcripts.cli.inputs import DialectOption, EncodingOption, OutletsOption, read_transcript, use_outlets
from scio_transcripts.cli.rows import Format, FormatOption
from scio_transcripts.lazy import re

if TYPE_CHECKING:
    from scio_transcripts.model import Paragraph, Transcript, Turn

EXAMPLES = "Example: scio-transcripts cite page.txt 6.2 --words 'a map of footsteps'"
_WHERE = re.compile(r"(?P<turn>[0-9]{1,9}|t-[0-9a-f]+(?:-[0-9]+)?)(?:\.(?P<paragraph>[0-9]{1,9}))?")


class Style(StrEnum):
    """How much a citation says."""

    FULL = "full"
    SHORT = "short"


def run(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A saved page, a folder of pages, or - .")],
    where: Annotated[
        str,
        typer.Argument(
            metavar="TURN[.PARAGRAPH]",
            help="The turn's number as `show` prints it, from 0, or its id; the paragraph's number in it, from 1.",
        ),
    ],
    *,
    words: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Cite only these words of it, not whole paragraphs.")
    ] = None,
    style: Annotated[
        Style, typer.Option(help="full: all that finds the page again. short: who, when, which paragraph.")
    ] = Style.FULL,
    form: FormatOption = Format.TEXT,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    outlets: OutletsOption = None,
) -> None:
    """Cite what was said: the words, who said them where and when, and an anchor for `verify`."""
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.cli.rows import citation_row, write_json
    from scio_transcripts.display.sheet import Sheet
    from scio_transcripts.display.verdict import citation
    from scio_transcripts.views import cite

    use_outlets(outlets)
    page = read_transcript([file], encoding=encoding, dialect=dialect)
    cited = [cite(page, place, style=style.value) for place in _places(page, where, words)]
    if form is Format.JSON:
        write_json([citation_row(one) for one in cited])
        return
    console = PipeConsole()
    for number, one in enumerate(cited):
        if number:
            console.print_line(("", ""))
        console.print(Sheet(partial(citation, one)))
        console.print_line((f"  {one.anchor}", "dim"))


def _places(page: Transcript, where: str, words: str | None) -> Iterator[Paragraph | tuple[int, int]]:
    """What is to be cited. Raises `CitationError` where there is nothing of the kind."""
    from scio_transcripts.views import CitationError

    paragraphs = _paragraphs(page, where)
    if words is None:
        yield from paragraphs
        return
    from scio_transcripts.views.folding import Folded, fold

    for paragraph in paragraphs:
        folded, asked = Folded(paragraph.text), fold(words)
        start = folded.text.find(asked) if asked else -1
        if start >= 0:
            low, high = folded.span(start, start + len(asked))
            yield paragraph.start + low, paragraph.start + high
            return
    raise CitationError(where, f"the words {words[:80]!r} do not stand there; `verify` looks for them everywhere")


def _paragraphs(page: Transcript, where: str) -> tuple[Paragraph, ...]:
    from scio_transcripts.views import CitationError

    found = _WHERE.fullmatch(where)
    if found is None:
        raise CitationError(repr(where[:80]), "this is no place; write TURN or TURN.PARAGRAPH, such as 6 or 6.2")
    turn = _turn(page, found["turn"])
    if turn is None:
        there = f"the turns are numbered 0 to {len(page.turns) - 1}" if page.turns else "the page has no turns"
        raise CitationError(where, f"there is no turn {found['turn']}; {there}")
    count = len(turn.paragraphs)
    if not count:
        raise CitationError(where, "nothing was said in this turn")
    if found["paragraph"] is None:
        return turn.paragraphs
    number = int(found["paragraph"])
    if not 1 <= number <= count:
        raise CitationError(where, f"there is no paragraph {number}; those of this turn are numbered 1 to {count}")
    return (turn.paragraphs[number - 1],)


def _turn(page: Transcript, name: str) -> Turn | None:
    return next((turn for turn in page.turns if name in (turn.id, str(turn.index))), None)
