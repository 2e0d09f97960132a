"""The pages of one event, as written: roster, head, labels and turns, in the order in which each needs the other.

In: lines, and how they lie on pages. Out: `Written`, everything that was read and nothing that was concluded. What one
page says (a name, a label) helps on all. Knows nothing of who these people are.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scio_transcripts.language.label import PageNames, core, fold
from scio_transcripts.language.speech_acts import greets, opens_speech
from scio_transcripts.lexer import Kind, Laid, Line, Lines, Looks, Sheet
from scio_transcripts.lexer.form.choose import Chosen, Weighed, choose, weight_of
from scio_transcripts.lexer.form.heads import Reader, blank_heads, each_head, heads_of
from scio_transcripts.lexer.page.patterns import HEADING
from scio_transcripts.lexer.page.stamps import is_stamp
from scio_transcripts.lexer.roster.entries import entry_with_colon
from scio_transcripts.lexer.roster.roster import Roster, join_rosters, roster_of, stands_over_people
from scio_transcripts.lexer.turns.raw import RawNote
from scio_transcripts.lexer.turns.reader import RawPage, TurnReader
from scio_transcripts.lexer.turns.tails import leave_tails
from scio_transcripts.lexer.zones.head import read_head
from scio_transcripts.lexer.zones.pieces import Head, Part, join_heads
from scio_transcripts.lexer.zones.sentences import tells_of_event
from scio_transcripts.registry.han import is_han_name, split_post
from scio_transcripts.registry.names import is_person, people_named

_HEAD_LINES = 40
_LONGEST_LEDE = 700
_MOST_LEADING = 6
_ENOUGH = 4
_FEW = 2
_SURE = frozenset({"outlet", "anonymous", "person", "titled", "described", "role-word", "outlet-word", "asker"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What stands on the pages."""

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


def read_page(laid: Laid) -> Written:
    """Read the pages of one event."""
    lines, sheets = laid.lines, laid.sheets
    nameless = Reader(PageNames())
    untils = [_first_likely_label(laid, sheet, nameless) for sheet in sheets]
    above = [lines[sheet.first : until] for sheet, until in zip(sheets, untils, strict=True)]
    rosters = [roster_of(own) for own in above]
    names = PageNames(
        roster=frozenset(fold(person.name) for roster in rosters for person in roster.people), above=_named_above(above)
    )
    listed = {sheet.first + line for sheet, roster in zip(sheets, rosters, strict=True) for line in roster.lines}
    found = _choose(laid, Reader(names, nameless), listed, roster=bool(names.roster))
    lines = lines.marked_as({line: found.looks[line] for line in found.chosen.won})
    won = found.chosen.won
    heads: list[Head] = []
    ends: list[int] = []
    labels: dict[int, Weighed] = {}
    for sheet, roster in zip(sheets, rosters, strict=True):
        head, end, own = _read_sheet(lines, sheet, roster, won)
        heads.append(head)
        ends.append(end)
        labels.update(own)
    head = join_heads(heads, [sheet.first for sheet in sheets])
    reader = TurnReader(lines, labels)
    for sheet, own_head, end in zip(sheets, heads, ends, strict=True):
        reader.read_sheet(sheet.first + own_head.speech, end, follows=sheet.follows)
        reader.page.notes += [RawNote("chrome", lines.starts[i], lines.end(i)) for i in range(end, sheet.last)]
    reader.page.notes += leave_tails(reader.page.turns)
    unclaimed = {piece.line for piece in head.pieces if piece.part is Part.OTHER}
    spoken = [range(sheet.first + own.speech, end) for sheet, own, end in zip(sheets, heads, ends, strict=True)]
    return Written(
        lines=lines,
        roster=join_rosters(rosters, [sheet.first for sheet in sheets]),
        head=head,
        page=reader.page,
        near=tuple(
            (lines[i]._replace(looks=found.looks[i]), w)
            for i, w in found.chosen.near
            if i in unclaimed or any(i in stretch for stretch in spoken)
        ),
        others=tuple(lines[end] for sheet, end in zip(sheets, ends, strict=True) if end < sheet.last),
        decision=found.chosen,
    )


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


def _read_sheet(
    lines: Lines, sheet: Sheet, roster: Roster, won: Mapping[int, Weighed]
) -> tuple[Head, int, dict[int, Weighed]]:
    """The head of one page, the line with which its transcript ends, and its labels."""
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
    return head, end, labels


def _greets_behind(lines: Lines, label: int) -> bool:
    """Whether the speech behind a label begins with a greeting."""
    speech = lines.marked[label].speech
    words = lines.texts[label][speech:] if speech >= 0 else "".join(lines.texts[label + 1 : label + 2])
    return greets(words)


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
