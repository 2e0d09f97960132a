"""How an event was read: the votes of the signatures, then each head and each turn, in reading order.

In: `Told`, the part of an explanation that is to be drawn. Out: lines of text: place, turn and sum in columns, the
words beside them. Promises: nothing of a page can steer the terminal; a long label is cut. Explains nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from scio_transcripts.display.columns import table
from scio_transcripts.display.footer import SEVERITIES
from scio_transcripts.display.surface import Surface, columns, line, lines
from scio_transcripts.explanation import CLUES, ENOUGH, REASONS, signature_words

if TYPE_CHECKING:
    from rich.console import RenderableType

    from scio_transcripts.diagnostics import Diagnostic
    from scio_transcripts.explanation import Clue, Explanation, HeadReading, LineReading, TurnReading

_SHOWN = 70
"""Characters of a label, or of a line."""
_SUM = 6
_GAP = 2
_NARROWEST = 16
_BASES: Mapping[str, str] = {
    "roster": "the roster",
    "label": "the label",
    "outlet": "the outlet in the label",
    "outlet-word": "an outlet's word in the label",
    "chair's word": "the chair's word in the label",
    "wording": "the wording of what is said",
    "only official": "being the only official",
    "self-introduction": "the speaker's own words",
    "alone": "being the only speaker",
}
_MET: Mapping[str, str] = {
    "printed": "named on the roster",
    "label": "named in a label",
    "introduction": "named where people are introduced",
    "self-introduction": "named in the speaker's own words",
}
_NOTHING = "no words are set off as a label's: by a colon, brackets, bold type, or as a name alone above speech"
_LOOKS: Mapping[str, str] = {
    "text": _NOTHING,
    "label": "it has a label's shape, and stands among the people of the roster",
    "tag": "it looks like a page-break tag",
    "heading": "it looks like a heading of the roster, or of a field",
    "date": "it looks like a date",
    "stamp": "it looks like a time-stamp",
    "pager": "it looks like page numbers",
    "crumbs": "it looks like a breadcrumb",
    "chrome": "it looks like furniture of the site",
    "link": "it looks like a link to another page",
    "caption": "it looks like a caption",
    "counter": "it looks like a picture counter",
    "credit": "it looks like credits",
    "disclaimer": "it looks like a disclaimer",
    "stage": "it looks like a stage direction",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The part of one event's explanation that is asked for."""

    name: str
    explanation: Explanation
    place_of: Callable[[int], tuple[str, int, int]]
    """File, line and column of an offset."""
    in_full: bool
    """Each clue on a line of its own, with what it means."""
    heads: Sequence[HeadReading] = ()
    turns: Sequence[TurnReading] = ()
    lines: Sequence[LineReading] = ()


class _Entry(NamedTuple):
    """One head, turn or line: what stands in the columns, and the words beside them."""

    start: int
    turn: str
    total: str
    words: list[Text]


def draw(told: Told, surface: Surface) -> Iterator[RenderableType]:
    """The drawing."""
    yield from surface.heading(surface.say(f"How {told.name} was read").plain)
    transcript = told.explanation.transcript
    if transcript.kind != "transcript":
        for text in _diagnostics([one for one in transcript.diagnostics if one.code == "K701"], surface):
            yield from lines(text, surface.measure)
    if told.explanation.signatures:
        yield _signatures(told, surface)
        if not told.in_full:
            yield from lines(Text(f"A head needs {_number(ENOUGH)} to open a turn.", "dim"), surface.measure)
    yield from _entries(told, surface)


def _signatures(told: Told, surface: Surface) -> RenderableType:
    """The votes, and which signatures are the page's form."""
    rows = [
        [
            signature_words(**row.signature._asdict()),
            _number(row.votes),
            _number(row.against),
            "-" if row.trust is None else _number(row.trust, 2),
            "-" if row.trust is None else "opens turns",
        ]
        for row in told.explanation.signatures
    ]
    headings = ["signature", "votes", "against", "trust", "form"]
    return table(headings, rows, surface.encoding, numbers=[False, True, True, True])


def _entries(told: Told, surface: Surface) -> Iterator[Text]:
    """Heads with the turns that they open, other turns, and lines, in reading order."""
    own = {turn.index: turn for turn in told.turns}
    last_of = {head.turn: head for head in told.heads if head.turn is not None}
    entries = []
    for head in told.heads:
        # A turn whose head has several lines stands below the last.
        turn = own.pop(head.turn, None) if head.turn is not None and last_of[head.turn] is head else None
        words = [*_of_head(head, surface, in_full=told.in_full), *(_of_turn(turn, surface, told) if turn else [])]
        entries.append(_Entry(head.start, _turn_number(head.turn), _number(head.total), words))
    for other in own.values():
        entries.append(_Entry(other.start, _turn_number(other.index), "", _of_other_turn(other, surface, told)))
    entries += [_Entry(row.start, "", "", _of_line(row, surface, told)) for row in told.lines]
    if entries:
        yield from _in_columns(sorted(entries, key=lambda entry: entry.start), told, surface)


def _turn_number(turn: int | None) -> str:
    return "" if turn is None else f"turn {turn}"


def _in_columns(entries: Sequence[_Entry], told: Told, surface: Surface) -> Iterator[Text]:
    """Line, turn and sum, and beside them what there is to say; the name of a file where another one begins."""
    places = [told.place_of(entry.start) for entry in entries]
    shown = [f"{row}" if column == 1 else f"{row}:{column}" for _, row, column in places]
    widths = [max([4, *map(len, shown)]), max([4, *(len(entry.turn) for entry in entries)]), _SUM]
    room = max(surface.measure - sum(widths) - len(widths) * _GAP, _NARROWEST)
    yield Text()
    yield from _row(("line", "turn", "sum"), Text(), widths, room, style="bold")
    several = len({name for name, _, _ in places}) > 1
    file = ""
    for entry, (name, _, _), place in zip(entries, places, shown, strict=True):
        if several and name != file:
            file = name
            yield line(surface.say(name, "bold"))
        left = (place, entry.turn, entry.total)
        for rank, words in enumerate(entry.words):
            yield from _row(left if rank == 0 else ("", "", ""), words, widths, room)


def _row(left: Sequence[str], words: Text, widths: Sequence[int], room: int, *, style: str = "dim") -> list[Text]:
    cells = [(Text(cell, style), width) for cell, width in zip(left, widths, strict=True)]
    return columns([*cells, (words, room)], _GAP, right=[True, False, True])


def _of_head(head: HeadReading, surface: Surface, *, in_full: bool) -> list[Text]:
    """The label and what became of it, how it is set off, and the clues."""
    verdict = ("opens a turn", "green") if head.opens else ("opens no turn", "yellow")
    by = f" ({', '.join(head.decided_by)})" if head.decided_by else ""
    how = signature_words(**head.signature._asdict())
    form = "the page's form" if head.in_form else "not the page's form"
    found = [
        surface.say(_short(head.label), "bold"),
        Text.assemble(verdict, f": {REASONS[head.reason]}{by}"),
        Text(f"{how} ({form})"),
    ]
    if in_full:
        found += [_clue(clue) for clue in head.clues]
        found.append(Text(f"together {_signed(head.total)}; {_number(ENOUGH)} are needed"))
    elif head.clues:
        found.append(Text(", ".join(f"{clue.name} {_signed(clue.weight)}" for clue in head.clues), "dim"))
    return found + _diagnostics(head.diagnostics, surface)


def _clue(clue: Clue) -> Text:
    meaning = f": {CLUES[clue.name]}" if clue.name in CLUES else ""
    return Text.assemble((f"{clue.name} {_signed(clue.weight)}", "green" if clue.weight > 0 else "yellow"), meaning)


def _of_other_turn(turn: TurnReading, surface: Surface, told: Told) -> list[Text]:
    """A turn that no head opens."""
    if turn.opened_by == "heading":
        opened = "a heading within the speech opens it"
    else:
        opened = "no head opens it: the speech begins here without a label"
    return [surface.say(_short(turn.label or "no label"), "bold"), Text(opened), *_of_turn(turn, surface, told)]


def _of_turn(turn: TurnReading, surface: Surface, told: Told) -> list[Text]:
    """Role and speaker, each with how it came, and what is told of the turn."""
    role = f"{turn.role}, by {_BASES.get(turn.basis, turn.basis)}" if turn.basis else turn.role
    if turn.grounds:
        role += f" ({', '.join(turn.grounds)})"
    person = told.explanation.transcript.participant(turn.speaker)
    if person is None:
        speaker = Text("no speaker is known")
    else:
        met = _MET.get(turn.speaker_basis, turn.speaker_basis)
        speaker = Text.assemble(surface.say(person.name), f", {met}" if met else "")
    return [Text.assemble((role, "cyan"), "; ", speaker), *_diagnostics(turn.diagnostics, surface)]


def _of_line(row: LineReading, surface: Surface, told: Told) -> list[Text]:
    """A line on which nothing could open a turn, and where it went."""
    words = told.explanation.transcript.text[row.start : row.end]
    went = {
        "turn": f"it is speech of turn {row.what}",
        "note": f"it became a note ({row.what})",
        "head": f"it belongs to the head of the page ({row.what})",
        "credits": "it belongs to the credits",
    }.get(row.place, "it belongs to nothing that was read")
    return [surface.say(_short(words), "bold"), Text(f"{_LOOKS.get(row.looks, row.looks)}; {went}")]


def _diagnostics(found: Sequence[Diagnostic], surface: Surface) -> list[Text]:
    return [
        Text.assemble((f"{one.code} {one.severity}", SEVERITIES[one.severity]), " ", surface.say(one.message))
        for one in found
    ]


def _short(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= _SHOWN else f"{folded[: _SHOWN - 3].rsplit(' ', 1)[0]} ..."


def _number(value: float, places: int = 1) -> str:
    """A number without zeros that say nothing."""
    return f"{value:.{places}f}".rstrip("0").rstrip(".")


def _signed(value: float) -> str:
    return f"{'-' if value < 0 else '+'}{_number(abs(value), 2)}"
