"""`scio-transcripts cite`: a citation for people and an anchor for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from scio_transcripts.cli.exits import FAILED, nothing_found, say
from scio_transcripts.cli.inputs import DialectOption, EncodingOption, JoinOption, OutletsOption, joining, use_outlets
from scio_transcripts.cli.rows import Format, FormatOption
from scio_transcripts.lazy import re

if TYPE_CHECKING:
    from scio_transcripts.model import Paragraph, Transcript, Turn
    from scio_transcripts.views import Citation

EXAMPLES = "Example: scio-transcripts cite page.txt 6.2; scio-transcripts cite folder --words 'a map of footsteps'"
_WHERE = re.compile(r"(?P<turn>[0-9]{1,9}|t-[0-9a-f]+(?:-[0-9]+)?)(?:\.(?P<paragraph>[0-9]{1,9}))?")


class Style(StrEnum):
    """How much a citation says."""

    FULL = "full"
    SHORT = "short"


class Cited(NamedTuple):
    """A citation, and the event that it is from: its file, or its id in a corpus."""

    citation: Citation
    name: str
    transcript: Transcript


class _How(NamedTuple):
    """How the pages are to be read."""

    encoding: str | None
    dialect: str | None
    join: bool | None


def run(
    given: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES TURN[.PARAGRAPH]",
            help="Saved pages, folders of pages, corpora, or -; then the turn's number as `show` prints it, from 0, or "
            "its id, and the paragraph's number in it, from 1. With --words, the turn can be left out.",
            show_default=False,
        ),
    ],
    *,
    words: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Cite only these words: of the turn, or wherever they stand in all events."),
    ] = None,
    style: Annotated[
        Style, typer.Option(help="full: all that finds the page again. short: who, when, which paragraph.")
    ] = Style.FULL,
    form: FormatOption = Format.TEXT,
    encoding: EncodingOption = None,
    dialect: DialectOption = None,
    outlets: OutletsOption = None,
    join: JoinOption = None,
) -> None:
    """Cite what was said: the words, who said them where and when, and an anchor for `verify`."""
    from scio_transcripts.cli.rows import citation_row, event_row, write_json

    use_outlets(outlets)
    how = _How(encoding, dialect, join)
    paths, where = _arguments(given, words)
    if where is None:
        cited, several, read_all = _wherever(paths, words or "", style, how)
    else:
        several = False
        cited, read_all = _at(paths, where, words, style, how)
    if form is Format.JSON:
        write_json([{**citation_row(one.citation), "source": event_row(one.name, one.transcript)} for one in cited])
    else:
        _show(cited, several=several, titled=style is Style.SHORT)
    if not read_all or not cited:
        raise typer.Exit(FAILED)


def _arguments(given: Sequence[str], words: str | None) -> tuple[list[Path], str | None]:
    """The inputs, and the place where one is given."""
    from scio_transcripts.cli.leading import parted
    from scio_transcripts.views import CitationError

    if words is None and len(given) > 1 and _WHERE.fullmatch(given[-1]):
        paths, more = parted(given[:-1])  # a file can be called 6
        where = [*more, given[-1]]
    else:
        paths, where = parted(given)
    if not where and words is None:
        reason = "there is no place to cite; write TURN or TURN.PARAGRAPH behind the files, or use --words"
        raise CitationError(given[-1], reason)
    if len(where) > 1:
        raise CitationError(repr(where[0][:80]), "this is neither a file nor a place; one place is cited at a time")
    return paths, where[0] if where else None


def _wherever(paths: Sequence[Path], words: str, style: Style, how: _How) -> tuple[list[Cited], bool, bool]:
    """All places where the words stand, whether there are several events, and whether all could be read."""
    from scio_transcripts.cli.quoting import findings_in

    [found], read_all = findings_in(paths, [words], None, **how._asdict())
    if not found.found:
        events = "this event" if found.looked_at == 1 else f"any of {found.looked_at:,} events"
        like = "; verify shows what is like them" if found.events else ""
        nothing_found(f"the words {words[:80]!r} do not stand in {events}{like}")
        return [], False, read_all
    cited = [
        Cited(citation, one.name or "", one.transcript)
        for one in found.events
        for passage in one.verification.passages
        for citation in one.citations(passage, style.value)
    ]
    if len(cited) > 1:
        say(f"{len(cited):,} citations, in {len(found.events):,} of {found.looked_at:,} events")
    return cited, found.looked_at > 1, read_all


def _at(paths: Sequence[Path], where: str, words: str | None, style: Style, how: _How) -> tuple[list[Cited], bool]:
    """What stands at a place of the one event, or in the turn of any event that has this id."""
    from scio_transcripts.views import CitationError, cite

    turn = where.partition(".")[0]
    count, events, read_all = _events(paths, turn, how)
    if not count:
        raise typer.Exit(FAILED)
    if count > 1:
        events = [(name, page) for name, page in events if any(one.id == turn for one in page.turns)]
        if len(events) != 1:
            reason = f"there are {count:,} events here; name the file of one, or use --words"
            raise CitationError(repr(where[:80]), reason)
    [(name, page)] = events
    return [Cited(cite(page, place, style=style.value), name, page) for place in _places(page, where, words)], read_all


def _events(paths: Sequence[Path], turn: str, how: _How) -> tuple[int, list[tuple[str, Transcript]], bool]:
    """How many events there are, those that can be meant, and whether all could be read."""
    from scio_transcripts.cli.corpora import events_of, is_corpus

    count, events, read_all = 0, [], True
    for path in paths:
        if is_corpus(path):
            from scio_transcripts.corpus import Corpus
            from scio_transcripts.corpus.quoted import with_turn

            corpus = Corpus(path)
            count += len(corpus)
            ids = with_turn(corpus, turn) if len(corpus) > 1 else (own for own, _ in corpus.documents())
            events += [(own, corpus.transcript(own)) for own in ids]
    pages = [path for path in paths if not is_corpus(path)]
    for name, page in events_of(pages, encoding=how.encoding, dialect=how.dialect, join=joining(how.join)):
        if page is None:
            read_all = False
        else:
            count += 1
            events.append((name, page))
    return count, events, read_all


def _show(cited: Iterable[Cited], *, several: bool, titled: bool) -> None:
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.sheet import Sheet
    from scio_transcripts.display.verdict import citation, in_event

    console = PipeConsole()
    before = None
    for number, one in enumerate(cited):
        if number:
            console.print_line(("", ""))
        if several and one.transcript is not before:
            console.print(Sheet(partial(in_event, one.name, one.transcript.title if titled else None)), crop=False)
            before = one.transcript
        console.print(Sheet(partial(citation, one.citation, cut=_cut(one))), crop=False)


def _cut(one: Cited) -> tuple[bool, bool]:
    """Whether words of the paragraph are left out before those that are cited, and behind them."""
    anchor = one.citation.anchor
    turn = next(turn for turn in one.transcript.turns if turn.id == anchor.turn)
    whole = turn.paragraphs[anchor.paragraph - 1].text
    return bool(whole[: anchor.start].strip()), bool(whole[anchor.end :].strip())


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
    raise CitationError(where, f"the words {words[:80]!r} do not stand there; without a turn, they are found anywhere")


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
