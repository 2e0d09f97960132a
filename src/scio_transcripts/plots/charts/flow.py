"""The flow of one event: each turn as a block in its speaker's lane, as long as its words.

In: one transcript. Out: an Altair chart. Promises: turns stand in reading order, one after the other; roles are told by
heading, mark and colour; bands behind the blocks are the exchanges, with the numbers that `show --exchanges` prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scio_transcripts.model import Transcript
from scio_transcripts.plots.frame import NAME, WIDTH, Frame, Row
from scio_transcripts.plots.subject import PlotError, Subject
from scio_transcripts.plots.theme import HEADINGS, SHAPES
from scio_transcripts.plots.wording import breadth, counted, label, listed, percent
from scio_transcripts.views.speeches import people_of
from scio_transcripts.views.words import count_words

if TYPE_CHECKING:
    import altair as alt

    from scio_transcripts.model import Turn
    from scio_transcripts.model.base import Role

MOST = 40
"""As many lanes; those who speak least share one for their role."""
MOST_TURNS = 2000
"""As many turns are drawn, which is far beyond any press conference."""
_STEP, _GAP, _THICK, _TOP = 22.0, 12.0, 13.0, 26.0
_SMALL = 11.0
_Voice = tuple["Role", str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    turn: Turn
    voice: _Voice
    name: str
    start: int
    """Words said before it."""
    words: int


def flow(
    transcripts: Transcript | Iterable[Transcript], *, width: int = WIDTH, dark: bool = False, title: str | None = None
) -> alt.LayerChart:
    r"""Who spoke when in one event.

    Raises `PlotError` for several transcripts or where nobody says a word, and `MissingExtraError` without the extra
    `plot`.

    >>> from scio_transcripts import parse
    >>> flow(parse("CCTV:\n\nHow many boats run? Thank you.\n\nLin Dahai:\n\nThank you. Ninety.")).description
    'Turns in order: CCTV (reporter) 6 words; Lin Dahai (official) 3 words.'
    """
    frame, subject = Frame("flow", width=width, dark=dark, title=title), Subject(transcripts)
    found = [transcript for transcript, _ in zip(subject, range(2), strict=False)]
    if len(found) > 1:
        raise PlotError("flow", "it shows one event, and several were given", "give the pages of one")
    blocks = _blocks(found[0]) if found else []
    total = sum(block.words for block in blocks)
    if not total:
        raise subject.nothing("flow", "nobody says a word")
    lanes, headings, height = _lanes(blocks, frame)
    names = min(max(breadth(lane["name"], NAME) for lane in lanes.values()) + 28, frame.inner * 0.42)
    room = (names + 8, frame.inner)
    layers = [
        *_exchanges(frame, found[0], blocks, room, height),
        *_headings(frame, headings, list(lanes.values()), room, height, names),
        *_turns(frame, blocks, lanes, room, height),
        *_axis(frame, total, room, height),
    ]
    said = (f"{block.name} ({_role(block.voice[0])}) {counted(block.words, 'word')}" for block in blocks)
    return frame.framed(
        layers,
        height=height + 24,
        title="Who spoke when",
        notes=[
            subject.line(counted(total, "word"), counted(len(blocks), "turn")),
            "Each block is a turn, as long as its words." + (" Bands: exchanges." if found[0].exchanges else ""),
            f"The first {MOST_TURNS:,} turns of {len(found[0].turns):,}." if len(found[0].turns) > MOST_TURNS else "",
            subject.words_note(),
        ],
        description=f"Turns in order: {listed(said, 200)}",
    )


def _role(role: Role) -> str:
    return "role not known" if role == "unknown" else role


def _blocks(transcript: Transcript) -> list[_Block]:
    people, blocks, said = people_of(transcript), [], 0
    for turn in transcript.turns[:MOST_TURNS]:
        person = people.get(turn.speaker or "")
        words = sum(count_words(paragraph.text) for paragraph in turn.paragraphs)
        name = label(person.name) if person else "not named on the page"
        voice = (turn.role, person.id if person else None)
        blocks.append(_Block(turn=turn, voice=voice, name=name, start=said, words=words))
        said += words
    return blocks


def _lanes(blocks: Sequence[_Block], frame: Frame) -> tuple[dict[_Voice, Row], list[Row], float]:
    """A lane for each voice in the order of roles and first words, the headings over them, and the height of all."""
    said: dict[_Voice, int] = {}
    for block in blocks:
        said[block.voice] = said.get(block.voice, 0) + block.words
    own = set(sorted(said, key=lambda voice: -said[voice])[:MOST])
    names = {block.voice: block.name for block in blocks}
    lanes: dict[_Voice, Row] = {}
    headings: list[Row] = []
    top = _TOP
    for role, heading in HEADINGS.items():
        voices = [voice for voice in said if voice[0] == role]
        if not voices:
            continue
        top += _GAP if headings else 0.0
        looks = {"shape": SHAPES[role], "colour": frame.palette.roles[role], "role": role}
        headings.append({"heading": heading, "y": top + _STEP / 2, **looks})
        top += _STEP
        for voice in voices:
            if voice in own:
                lanes[voice] = {"name": names[voice], "y": top + _STEP / 2, **looks}
                top += _STEP
        others = [voice for voice in voices if voice not in own]
        shared = {"name": f"{len(others):,} others together", "y": top + _STEP / 2, **looks}
        lanes.update(dict.fromkeys(others, shared))
        top += _STEP if others else 0.0
    return lanes, headings, top + 6


def _exchanges(
    frame: Frame, transcript: Transcript, blocks: Sequence[_Block], room: tuple[float, float], height: float
) -> list[Any]:
    """A band for each exchange, from its first word to its last."""
    total = blocks[-1].start + blocks[-1].words
    rows: list[Row] = []
    shown = -100.0
    for number, exchange in enumerate(transcript.exchanges):
        own = [blocks[i] for i in (*exchange.questions, *exchange.answers) if i < len(blocks)]
        if not own:
            continue
        start, end = min(b.start for b in own), max(b.start + b.words for b in own)
        middle = room[0] + (start + end) / 2 / total * (room[1] - room[0])
        fits = middle - shown > breadth(str(number), _SMALL) + 6
        shown = middle if fits else shown
        place = {"top": 14.0, "bottom": height, "middle": (start + end) / 2, "y": 5.0}
        rows.append({"exchange": number, "start": start, "end": end, "number": str(number) if fits else "", **place})
    if not rows:
        return []
    x, y = frame.across("start", (0, total), room), frame.down("top", height + 24)
    bands = frame.rows(rows)
    alt = frame.alt
    return [
        bands.mark_rect(fill=frame.palette.wash, stroke=frame.palette.paper, strokeWidth=2, aria=False).encode(
            x=x, x2="end:Q", y=y, y2="bottom:Q", tooltip=alt.Tooltip("exchange:Q")
        ),
        frame.text(
            bands,
            frame.across("middle", (0, total), room),
            frame.down("y", height + 24),
            "number",
            align="center",
            fontSize=_SMALL,
            color=frame.palette.muted,
        ),
    ]


def _headings(
    frame: Frame, headings: Sequence[Row], lanes: Sequence[Row], room: tuple[float, float], height: float, names: float
) -> list[Any]:
    y, alt = frame.down("y", height + 24), frame.alt
    heads, lines = frame.rows(headings), frame.rows({lane["y"]: lane for lane in lanes}.values())
    colour = {"fill": alt.Fill("colour:N", scale=None), "stroke": alt.Stroke("colour:N", scale=None)}
    return [
        heads.mark_point(filled=True, size=70, opacity=1, aria=False).encode(
            x=alt.value(5), y=y, shape=alt.Shape("shape:N", scale=None), **colour
        ),
        frame.text(heads, 16, y, "heading", fontWeight="bold", fontSize=NAME + 0.5),
        frame.text(lines, 16, y, "name", limit=names - 16),
        lines.mark_rule(color=frame.palette.faint, aria=False).encode(x=alt.value(room[0]), x2=alt.value(room[1]), y=y),
    ]


def _turns(
    frame: Frame, blocks: Sequence[_Block], lanes: dict[_Voice, Row], room: tuple[float, float], height: float
) -> list[Any]:
    total = blocks[-1].start + blocks[-1].words
    rows = [
        {
            "turn": block.turn.index,
            "name": block.name,
            "role": block.voice[0],
            "start": block.start,
            "end": block.start + block.words,
            "words": block.words,
            "about": f"{block.name}, {_role(block.voice[0])}: {counted(block.words, 'word')},"
            f" {percent(block.words / total)}",
            "y": lanes[block.voice]["y"],
            "colour": lanes[block.voice]["colour"],
        }
        for block in blocks
    ]
    alt = frame.alt
    marks = frame.rows(rows).mark_bar(orient="horizontal", size=_THICK, strokeWidth=1)
    return [
        marks.encode(
            x=frame.across("start", (0, total), room),
            x2="end:Q",
            y=frame.down("y", height + 24),
            fill=alt.Fill("colour:N", scale=None),
            stroke=alt.value(frame.palette.paper) if len(rows) < 150 else alt.Stroke("colour:N", scale=None),
            **frame.about(),
        )
    ]


def _axis(frame: Frame, total: int, room: tuple[float, float], height: float) -> list[Any]:
    """Where the words are counted: at the beginning and the end."""
    rows = [
        {"words": 0, "y": height + 12, "said": "first word"},
        {"words": total, "y": height + 12, "said": f"word {total:,}"},
    ]
    y, looks = frame.down("y", height + 24), {"fontSize": _SMALL, "color": frame.palette.muted}
    return [
        frame.text(frame.rows(rows[:1]), room[0], y, "said", **looks),
        frame.text(frame.rows(rows[1:]), room[1], y, "said", align="right", **looks),
    ]
