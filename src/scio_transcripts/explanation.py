"""`why()`: how a page was read, head by head and turn by turn.

In: a text, or the facts and the transcript that were made of pages. Out: an `Explanation`: the votes of each signature,
every head with the clues that spoke, every turn with how its role and its speaker came, and where each line went.
Promises: it tells what was decided and decides nothing; the transcript is the one that `parse` gives; content never
raises. Offsets are those of `Transcript.text`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scio_transcripts.diagnostics import Diagnostic, Log
from scio_transcripts.dialects import Dialect
from scio_transcripts.document import Facts
from scio_transcripts.lexer.form.heads import Signature
from scio_transcripts.lexer.form.meanings import CLUES, REASONS, signature_words
from scio_transcripts.lexer.form.weights import ENOUGH
from scio_transcripts.lexer.form.why import Clue, Votes, Weighing, votes_of, why_each
from scio_transcripts.lexer.read import Written
from scio_transcripts.model import Transcript
from scio_transcripts.pipeline import finished, read_alone
from scio_transcripts.sources.text import Source

__all__ = [
    "CLUES",
    "ENOUGH",
    "REASONS",
    "Clue",
    "Explanation",
    "HeadReading",
    "LineReading",
    "Signature",
    "TurnReading",
    "Votes",
    "signature_words",
    "why",
    "why_of",
]


_OF_HEADS = frozenset({"L203", "L209"})
"""What is told of heads that open nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadReading:
    """One place that could open a turn. It needs `ENOUGH`."""

    start: int
    """First character of its line."""
    end: int
    """One past the last character of its line."""
    label: str
    """The words that would be the label."""
    signature: Signature
    in_form: bool
    """Whether turns of this page are set off so."""
    clues: tuple[Clue, ...]
    """The rows that spoke, with their weights; `CLUES` says what each means."""
    total: float
    """Their sum."""
    opens: bool
    turn: int | None
    """The turn that it opens."""
    reason: str
    """Why: a key of `REASONS`."""
    decided_by: tuple[str, ...]
    """The clues that made the difference, where it was a few."""
    diagnostics: tuple[Diagnostic, ...]
    """What is told of a head that opens nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnReading:
    """One turn: what opened it, and who speaks."""

    index: int
    start: int
    end: int
    label: str | None
    opened_by: str
    """`head`; `heading`, such as `Host:` within the speech; or `no-label`."""
    role: str
    basis: str
    """How role and speaker came: `roster`, `outlet`, `wording` ... Empty where both are open."""
    grounds: tuple[str, ...]
    """What in the wording spoke for the role, where `basis` is `wording`."""
    speaker: str | None
    """The id of the participant."""
    speaker_basis: str
    """Where the participant was first met: `printed`, `label`, `introduction` ..."""
    diagnostics: tuple[Diagnostic, ...]
    """What is told of labels and people in the turn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReading:
    """What became of one line that is not blank."""

    start: int
    end: int
    looks: str
    """What it looks like, as in `Token.kind`."""
    place: str
    """Where it went: `turn`, `note`, `head`, `credits`, or `nowhere`."""
    what: str
    """The turn's number, the note's kind, or its part of the head."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """How one event was read."""

    signatures: tuple[Votes, ...]
    """Every signature of the page; those that open turns come first, with their trust."""
    heads: tuple[HeadReading, ...]
    turns: tuple[TurnReading, ...]
    lines: tuple[LineReading, ...]
    transcript: Transcript


def why(text: str | bytes, *, html: bool = False, dialect: str | Dialect | None = None) -> Explanation:
    """Explain how `parse` reads a text or, with `html=True`, how `parse_html` reads a page of HTML.

    Text must be a `str`; HTML may be bytes. Raises `SourceError` for bytes that cannot be decoded.

    >>> found = why("Reuters:\\n\\nHow many? Thank you.\\n\\nLin Dahai:\\n\\nWe have goals.\\n\\nKites:\\n\\nninety")
    >>> [(head.label, head.opens, head.reason) for head in found.heads]
    [('Reuters', True, 'words'), ('Lin Dahai', True, 'words'), ('Kites', False, 'nobody')]
    >>> found.heads[0].clues[0]
    Clue(name='outlet', weight=5)
    """
    if html:
        from scio_transcripts.sources.html import source_of_html

        source = source_of_html(text, name="the page", uri=None)
    elif isinstance(text, str):
        source = Source.of_text(text)
    else:
        raise TypeError("text must be a str; decode it, or say html=True")
    log = Log()
    facts = read_alone(source, dialect, log)
    return why_of(facts, finished(facts, log, strict=False))


def why_of(facts: Facts, transcript: Transcript) -> Explanation:
    """Explain how facts were read that have been made a transcript."""
    heads = tuple(_heads(facts, transcript))
    opening = {head.turn for head in heads}
    return Explanation(
        signatures=tuple(votes_of(facts.written.decision)),
        heads=heads,
        turns=tuple(_turns(facts, transcript, opening)),
        lines=tuple(_lines(facts)),
        transcript=transcript,
    )


def _heads(facts: Facts, transcript: Transcript) -> Iterator[HeadReading]:
    written, view = facts.written, facts.view
    lines, trust = written.lines, written.decision.form.trust
    starts = [turn.start for turn in facts.turns]
    told: dict[int, list[Diagnostic]] = {}
    for diagnostic in (d for d in transcript.diagnostics if d.code in _OF_HEADS):
        told.setdefault(diagnostic.start, []).append(diagnostic)
    for weighing in why_each(written.decision):
        head = weighing.head
        begin = lines.starts[head.line]
        start, end = view.back(begin), view.back(lines.end(head.line))
        turn = _turn_at(facts, starts, begin + head.looks.label_start) if weighing.opens else None
        yield HeadReading(
            start=start,
            end=end,
            label=head.words.printed,
            signature=head.signature,
            in_form=head.signature in trust,
            clues=weighing.clues,
            total=weighing.total,
            opens=turn is not None,
            turn=turn,
            reason=_reason(weighing, turn, facts),
            decided_by=weighing.decided_by if turn is not None or not weighing.opens else (),
            diagnostics=() if turn is not None else tuple(told.get(start, ())),
        )


def _reason(weighing: Weighing, turn: int | None, facts: Facts) -> str:
    """Why, also for a head that was chosen and opens nothing."""
    if turn is not None or not weighing.opens:
        return weighing.reason
    return "outside" if facts.kind == "transcript" else "no-transcript"


def _turn_at(facts: Facts, starts: Sequence[int], place: int) -> int | None:
    """The turn in whose label a place lies."""
    index = bisect_right(starts, place) - 1
    if index < 0:
        return None
    label_end = facts.turns[index].label_end
    return index if label_end is not None and place < label_end else None


def _turns(facts: Facts, transcript: Transcript, opening: set[int | None]) -> Iterator[TurnReading]:
    told = [d for d in transcript.diagnostics if d.code[0] in "LP" and d.code not in _OF_HEADS]
    places = [diagnostic.start for diagnostic in told]
    for turn, voice in zip(transcript.turns, facts.voices, strict=True):
        first, last = bisect_right(places, turn.start - 1), bisect_right(places, turn.end - 1)
        evidence = voice.person.evidence if voice.person is not None else ()
        yield TurnReading(
            index=turn.index,
            start=turn.start,
            end=turn.end,
            label=turn.label,
            opened_by="no-label" if turn.label is None else "head" if turn.index in opening else "heading",
            role=turn.role,
            basis=voice.basis,
            grounds=voice.grounds,
            speaker=turn.speaker,
            speaker_basis=next((basis for what, _, basis in evidence if not what), ""),
            diagnostics=tuple(told[first:last]),
        )


def _parts(written: Written) -> dict[int, str]:
    """Of each line of the head, what it is. A title may stand on several."""
    lines = written.lines
    parts: dict[int, str] = {}
    for piece in [*written.head.repeated, *written.head.pieces]:
        within = range(bisect_left(lines.starts, piece.span.start), bisect_left(lines.starts, piece.span.end))
        parts.update(dict.fromkeys([*within, piece.line], piece.part.value))
    return parts


def _lines(facts: Facts) -> Iterator[LineReading]:
    written, view = facts.written, facts.view
    lines = written.lines
    starts = [turn.start for turn in facts.turns]
    notes = sorted((note.start, note.end, note.kind) for note in facts.notes.notes)
    parts = _parts(written)
    credit_lines = {span.start for span in written.page.credits}
    for index, start in enumerate(lines.starts):
        end = lines.end(index)
        rank = bisect_right(notes, (end,)) - 1
        turn = bisect_right(starts, end - 1) - 1
        if rank >= 0 and notes[rank][1] > start:
            place, what = "note", notes[rank][2]
        elif index in parts:
            place, what = "head", parts[index]
        elif start in credit_lines:
            place, what = "credits", ""
        elif turn >= 0 and facts.turns[turn].end > start:
            place, what = "turn", str(turn)
        else:
            place, what = "nowhere", ""
        yield LineReading(
            start=view.back(start), end=view.back(end), looks=lines.kind(index).value, place=place, what=what
        )
