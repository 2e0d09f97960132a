"""`parse --explain` and `tokens --why`: how pages were read, for people and for programs.

In: files, and which part is asked for. Out: drawings, or JSON Lines. Promises: a file that cannot be read does not stop
the others; words that stand nowhere are told. Decides nothing about pages.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from scio_transcripts.cli.exits import FAILED, nothing_found
from scio_transcripts.cli.inputs import Join, read_each, tell_left_out
from scio_transcripts.cli.narrowing import Asked, part_of
from scio_transcripts.cli.output import output
from scio_transcripts.cli.places import FilePlaces

if TYPE_CHECKING:
    from scio_transcripts.dialects import Dialect
    from scio_transcripts.display.explanation import Told
    from scio_transcripts.explanation import Explanation, HeadReading, LineReading, TurnReading, Votes
    from scio_transcripts.join import PageRead


def explain(
    files: Sequence[Path],
    asked: Asked,
    *,
    as_rows: bool,
    target: Path | None = None,
    encoding: str | None = None,
    dialect: str | None = None,
    join: bool | None = None,
    speakers: bool = True,
) -> None:
    """Explain how files were read. With `as_rows`, as JSON Lines; without `speakers`, only which heads open turns."""
    joined = Join.WHOLE if join is None else Join.ALWAYS if join else Join.NEVER
    read = list(read_each(files, partial(_explained, joined), encoding=encoding, dialect=dialect, join=joined))
    found = [(name, one) for name, one in read if one is not None]
    asked.check_events(len(found))
    told = _told(found, asked, speakers=speakers)
    if as_rows:
        _write(told, target)
    else:
        _draw(told)
    if missed := bool(found and not told):
        nothing_found(f"no line has the words {asked.words!r}")
    if missed or len(found) < len(read):
        raise typer.Exit(FAILED)


def _explained(join: Join, pages: Sequence[PageRead], family: Dialect | None) -> Explanation:
    from scio_transcripts.events import facts_of
    from scio_transcripts.explanation import why_of
    from scio_transcripts.pipeline import finished

    facts, log = facts_of(pages, dialect=family, asked=join is Join.ALWAYS)
    transcript = finished(facts, log, strict=False)
    if join is Join.ALWAYS:
        tell_left_out(transcript)
    return why_of(facts, transcript)


def _told(found: Sequence[tuple[str, Explanation]], asked: Asked, *, speakers: bool) -> list[Told]:
    """What is asked for of each event; of words, only the events that have them."""
    from scio_transcripts.display.explanation import Told

    told = []
    for name, one in found:
        places = FilePlaces(name, one.transcript)
        heads, turns, lines = part = part_of(name, one, places, asked)
        if any(part) or not asked.options:
            told.append(
                Told(
                    name=name,
                    explanation=one,
                    place_of=places.parts,
                    in_full=bool(asked.options),
                    heads=heads,
                    turns=turns if speakers else (),
                    lines=lines,
                )
            )
    return told


def _draw(told: Sequence[Told]) -> None:
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.display.explanation import draw
    from scio_transcripts.display.sheet import Sheet

    console = PipeConsole()
    for one in told:
        console.print(Sheet(partial(draw, one)))


def _write(told: Sequence[Told], target: Path | None) -> None:
    with output(target, is_json=True) as out:
        for one in told:
            for row in _rows(one):
                out.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")


def _rows(told: Told) -> Iterator[dict[str, Any]]:
    """Signatures, then heads, turns and lines, each an object that says what it is."""
    yield from (_of_votes(votes, told) for votes in told.explanation.signatures)
    yield from (_of_head(head, told) for head in told.heads)
    yield from (_of_turn(turn, told) for turn in told.turns)
    for line in told.lines:
        yield {"what": "line", **_place(line, told), "looks": line.looks, "place": line.place, "in": line.what or None}


def _place(row: HeadReading | TurnReading | LineReading, told: Told) -> dict[str, Any]:
    file, line, column = told.place_of(row.start)
    return {"file": file, "line": line, "column": column, "start": row.start, "end": row.end}


def _of_votes(votes: Votes, told: Told) -> dict[str, Any]:
    return {
        "what": "signature",
        "file": told.name,
        "signature": votes.signature._asdict(),
        "votes": votes.votes,
        "against": votes.against,
        "trust": None if votes.trust is None else round(votes.trust, 3),
    }


def _of_head(head: HeadReading, told: Told) -> dict[str, Any]:
    from scio_transcripts.explanation import CLUES, ENOUGH, REASONS

    return {
        "what": "head",
        **_place(head, told),
        "label": head.label,
        "opens": head.opens,
        "turn": head.turn,
        "reason": head.reason,
        "meaning": REASONS[head.reason],
        "decided_by": head.decided_by,
        "signature": head.signature._asdict(),
        "in_form": head.in_form,
        "clues": [
            {"name": clue.name, "weight": round(clue.weight, 3), "meaning": CLUES.get(clue.name)} for clue in head.clues
        ],
        "sum": round(head.total, 3),
        "needed": ENOUGH,
        "diagnostics": [found.code for found in head.diagnostics],
    }


def _of_turn(turn: TurnReading, told: Told) -> dict[str, Any]:
    return {
        "what": "turn",
        **_place(turn, told),
        "turn": turn.index,
        "label": turn.label,
        "opened_by": turn.opened_by,
        "role": turn.role,
        "basis": turn.basis or None,
        "speaker": turn.speaker,
        "speaker_basis": turn.speaker_basis or None,
        "diagnostics": [found.code for found in turn.diagnostics],
    }
