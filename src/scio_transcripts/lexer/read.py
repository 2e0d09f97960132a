"""The pages of one event, as written: roster, head, labels and turns, in the order in which each needs the other.

In: the view of a text, and where its pages begin. Out: `Written`, everything that was read and nothing that was
concluded. What one page says (a name, a label) helps on all. Knows nothing of who these people are.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scio_transcripts.diagnostics import Log
from scio_transcripts.language.label import PageNames, core, fold
from scio_transcripts.language.speech_acts import greets, opens_speech
from scio_transcripts.lazy import re
from scio_transcripts.lexer import Kind, Laid, Line, Lines, Looks, Sheet, View, lay_out, lines_of, marked_in
from scio_transcripts.lexer.form.choose import Chosen, Weighed, choose, weight_of
from scio_transcripts.lexer.form.heads import Reader, blank_heads, each_head, heads_of
from scio_transcripts.lexer.page.patterns import HEADING
from scio_transcripts.lexer.page.stamps import is_stamp
from scio_transcripts.lexer.roster.entries import entry_with_colon
from scio_transcripts.lexer.roster.roster import Roster, join_rosters, roster_of, stands_over_people
from scio_transcripts.lexer.turns.raw import RawNote
from scio_transcripts.lexer.turns.reader import RawPage, TurnReader
from scio_transcripts.lexer.turns.tails import leave_tails
from scio_transcripts.lexer.zones.edges import edges_of
from scio_transcripts.lexer.zones.head import read_head
from scio_transcripts.lexer.zones.pieces import Head, Part, join_heads
from scio_transcripts.lexer.zones.reported import cut_reported
from scio_transcripts.lexer.zones.sentences import tells_of_event
from scio_transcripts.registry.han import is_han_name, split_post
from scio_transcripts.registry.names import is_person, people_named
from scio_transcripts.sources.markup import Markup

_HEAD_LINES = 40
_LONGEST_LEDE = 700
_MOST_LEADING = 6
_ENOUGH = 4
_FEW = 2
_ASIDE = re.compile(r"\s*[(（\[][^()（）\[\]]{1,40}[)）\]]\s*")
"""A remark before the first words: `(Via interpreter) Good morning.`"""
_SURE = frozenset({"outlet", "anonymous", "person", "titled", "described", "role-word", "outlet-word", "asker"})


Page = tuple[int, Markup | None]
"""Where in the text a page begins, and its markup."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What stands on the pages."""

    view: View
    pages: Sequence[Page]
    printed: Lines
    """The lines before anything was decided."""
    lines: Lines
    roster: Roster
    head: Head
    page: RawPage
    near: tuple[tuple[Line, Weighed], ...]
    """Candidates that fell short."""
    others: tuple[Line, ...]
    """The lines with which another transcript begins on a page."""
    decision: Chosen
    """Every head that was weighed, and the votes: `form.why` says in words what they mean."""


def read_pages(view: View, pages: Sequence[Page], log: Log, *, gaps: Iterable[int] = ()) -> Written:
    """Read the pages of one event, from the view of their text to turns as written.

    `pages`: where in the untouched text each page begins, and its markup; `gaps`: those before which a page is missing.
    """
    seen = [(view.at(start), marked_in(view, markup, start) if markup else None) for start, markup in pages]
    lines = cut_reported(view.text, lines_of(view.text))
    if not lines:
        log.add("T103", 0, len(view.text))
    laid = lay_out(lines, seen, [view.at(start) for start in gaps])
    marked = laid._replace(lines=laid.lines.marked_as(edges_of(laid.lines, laid.sheets)))
    return _written(view, seen, lines, marked)


def _written(view: View, pages: Sequence[Page], printed: Lines, laid: Laid) -> Written:
    nameless = Reader(PageNames())
    above = [laid.lines[sheet.first : _first_likely_label(laid, sheet, nameless)] for sheet in laid.sheets]
    rosters = [roster_of(own) for own in above]
    names = PageNames(roster=_listed_names(rosters), above=_named_above(above))
    found = _choose(laid, Reader(names, nameless), _listed_lines(laid.sheets, rosters), roster=bool(names.roster))
    lines = laid.lines.marked_as({line: found.looks[line] for line in found.chosen.won})
    sheets = [_read_sheet(lines, *own, found.chosen.won) for own in zip(laid.sheets, rosters, strict=True)]
    firsts = [own.sheet.first for own in sheets]
    head = join_heads([own.head for own in sheets], firsts)
    return Written(
        view=view,
        pages=pages,
        printed=printed,
        lines=lines,
        roster=join_rosters(rosters, firsts),
        head=head,
        page=_read_turns(lines, sheets),
        near=tuple(_near(found, lines, head, sheets)),
        others=tuple(lines[own.end] for own in sheets if own.end < own.sheet.last),
        decision=found.chosen,
    )


def _listed_names(rosters: Iterable[Roster]) -> frozenset[str]:
    return frozenset(fold(person.name) for roster in rosters for person in roster.people)


def _listed_lines(sheets: Iterable[Sheet], rosters: Iterable[Roster]) -> frozenset[int]:
    return frozenset(sheet.first + line for sheet, roster in zip(sheets, rosters, strict=True) for line in roster.lines)


class _Read(NamedTuple):
    """One page of the event: its head, the line with which its transcript ends, and its labels."""

    sheet: Sheet
    head: Head
    end: int
    labels: Mapping[int, Weighed]

    @property
    def speech(self) -> int:
        """The line with which speech begins."""
        return self.sheet.first + self.head.speech


def _read_turns(lines: Lines, sheets: Sequence[_Read]) -> RawPage:
    """The turns of all pages, and the notes; what stands below a transcript is no speech."""
    reader = TurnReader(lines, {line: weighed for own in sheets for line, weighed in own.labels.items()})
    for own in sheets:
        reader.read_sheet(own.speech, own.end, follows=own.sheet.follows)
        below = range(own.end, own.sheet.last)
        reader.page.notes += [RawNote("chrome", lines.starts[index], lines.end(index)) for index in below]
    reader.page.notes += leave_tails(reader.page.turns)
    return reader.page


def _near(found: _Found, lines: Lines, head: Head, sheets: Sequence[_Read]) -> Iterator[tuple[Line, Weighed]]:
    """The heads that fell short, of the record and of what nothing else in the head of the page claims."""
    unclaimed = {piece.line for piece in head.pieces if piece.part is Part.OTHER}
    spoken = [range(own.speech, own.end) for own in sheets]
    for index, weighed in found.chosen.near:
        if index in unclaimed or any(index in stretch for stretch in spoken):
            yield lines[index]._replace(looks=found.looks[index]), weighed


class _Found(NamedTuple):
    """What was chosen, and the looks of every head."""

    chosen: Chosen
    looks: Mapping[int, Looks]


def _choose(laid: Laid, reader: Reader, listed: Container[int], *, roster: bool) -> _Found:
    """The heads that open turns; those that only a blank sets off where the page has no others.

    `listed`: the lines of rosters, where nobody speaks.
    """
    lines = laid.lines
    heads = [head for head in heads_of(lines, laid.bold, reader) if head.line not in listed]
    chosen = choose(lines, heads, roster=roster)
    if len(chosen.won) < _FEW and (blank := blank_heads(lines, reader)):
        taken = {head.line for head in blank}
        heads = sorted([*blank, *(head for head in heads if head.line not in taken)], key=lambda head: head.line)
        again = choose(lines, heads, roster=roster)
        if len(again.won) > max(_FEW, len(chosen.won)):
            chosen = again
    return _Found(chosen, {head.line: head.looks for head in heads})


def _read_sheet(lines: Lines, sheet: Sheet, roster: Roster, won: Mapping[int, Weighed]) -> _Read:
    first, last = sheet.first, sheet.last
    least = max(first + roster.last, sheet.main - 1)
    labels = {index: weighed for index, weighed in won.items() if least < index < last}
    begin = _first_role_heading(lines, sheet, roster, min(labels, default=last))
    head = read_head(
        lines[first : begin - _is_below_stamp(lines, begin, labels)],
        roster,
        main=sheet.main - first,
        heading=sheet.title - first,
        speakers=_speakers(lines, won),
        opened=begin in labels and _greets_behind(lines, begin),
    )
    end = _next_transcript(lines, begin, last)
    if end < last:
        labels = {index: weighed for index, weighed in labels.items() if index < end}
    return _Read(sheet, head, end, labels)


def _greets_behind(lines: Lines, label: int) -> bool:
    """Whether the speech behind a label begins with a greeting."""
    speech = lines.marked[label].speech
    words = lines.texts[label][speech:] if speech >= 0 else "".join(lines.texts[label + 1 : label + 2])
    return greets(_ASIDE.sub("", words, count=1))


def _is_below_stamp(lines: Lines, begin: int, labels: Iterable[int]) -> bool:
    """Whether a stamp stands above the line with which speech begins, as above other labels: it dates no page."""
    stamped = [index for index in labels if index and is_stamp(lines.texts[index - 1])]
    return begin in stamped and len(stamped) >= _FEW


def _speakers(lines: Lines, won: Mapping[int, Weighed]) -> frozenset[str]:
    """The names in the labels that won, on all pages."""
    labels = {lines.marked[index].label: weighed.clues for index, weighed in won.items()}
    return frozenset(name for label, clues in labels.items() for name in _names_in(label, clues))


def _names_in(label: str, clues: tuple[str, ...]) -> list[str]:
    if parts := split_post(label):
        return [parts[1]]
    bare = core(label)
    is_name = is_person(bare) or is_han_name(bare) or not {"surname", "family", "person"}.isdisjoint(clues)
    return people_named(label) or ([bare] if is_name else [])


def _named_above(above: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Names in the heads that stand in no roster: in a title, a lede, a caption."""
    words = (
        line.text
        for own in above
        for line in own[-_HEAD_LINES:]
        if line.kind in (Kind.TEXT, Kind.CAPTION) and len(line.text) <= _LONGEST_LEDE
    )
    return frozenset(fold(name) for text in words for name in people_named(text))


def _first_likely_label(laid: Laid, sheet: Sheet, reader: Reader) -> int:
    """Where the roster must have ended: at the first line that is a label by its words alone."""
    for head in each_head(laid.lines, laid.bold, reader, sheet.first, sheet.last):
        if head.signature.mark != "end":
            weight = weight_of(head.words.clues) + (2 if head.signature.own or head.signature.set_off else 0)
            listed = entry_with_colon(laid.lines[head.line]) or stands_over_people(laid.lines, head.line)
            if weight >= _ENOUGH and _SURE.intersection(head.words.clues) and not listed:
                return head.line
    return sheet.last


def _first_role_heading(lines: Lines, sheet: Sheet, roster: Roster, until: int) -> int:
    """A `Host: ...` line right above a speech begins it, whether or not it also names a person of the roster."""
    for index in _headings(lines, sheet.first, until):
        found = HEADING.fullmatch(lines.texts[index])
        rank, below = index - sheet.first, index + 1
        if not found or not found["chair"] or not found["colon"] or rank + 1 in roster.lines:
            continue
        value = (found["value"] or "").strip()
        if value and rank not in roster.lines and (opens_speech(value) or value[-1] in ".!?"):
            return index
        if below < sheet.last and lines.kind(below) is Kind.TEXT and opens_speech(lines.texts[below]):
            return index
    return until


def _headings(lines: Lines, first: int, last: int) -> list[int]:
    """The headings among the lines from `first` up to, not including, `last`."""
    heading, marked = Kind.HEADING, lines.marked
    return [index for index in lines.marked_in(first, last) if marked[index].kind is heading]


def _next_transcript(lines: Lines, begin: int, last: int) -> int:
    """Where another transcript begins: a roster's heading over its people, with the lines that lead to it."""
    for index in _headings(lines, begin + 1, last - 1):
        if roster_of(lines[index : index + 2]).people:
            start = index
            while start - 1 > begin and index - start < _MOST_LEADING and not _is_speech(lines[start - 1]):
                start -= 1
            return start
    return last


def _is_speech(line: Line) -> bool:
    if line.kind is not Kind.TEXT:
        return line.kind is Kind.LABEL
    return line.text[-1] in '.?!”"' and not tells_of_event(line.text)
