"""Speaking shares: a bar for each participant, by words, under the heading of the role.

In: one transcript or many. Out: an Altair chart. Promises: the bars are those of `views.shares_of`; of many
transcripts, an outlet, or a name in the same role, is one line; whoever does not fit is summed up, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from scio_transcripts.model import Transcript
from scio_transcripts.plots.bars import Bar, Group, grouped_bars
from scio_transcripts.plots.frame import WIDTH, Frame
from scio_transcripts.plots.subject import Subject
from scio_transcripts.plots.theme import HEADINGS, SHAPES
from scio_transcripts.plots.wording import counted, label, listed, percent
from scio_transcripts.registry.outlets import fold, get
from scio_transcripts.views.shares import Amount, PersonShare, shares_of

if TYPE_CHECKING:
    import altair as alt

    from scio_transcripts.model.base import Role

MOST = 40
"""As many people have a bar of their own."""
_Voice = tuple["Role", str | None]
"""A role, and what tells one voice in it from another; null for all whom the pages do not name."""


def shares(
    transcripts: Transcript | Iterable[Transcript], *, width: int = WIDTH, dark: bool = False, title: str | None = None
) -> alt.LayerChart:
    r"""Who speaks how much.

    Raises `PlotError` where nobody says a word, and `MissingExtraError` without the extra `plot`.

    >>> from scio_transcripts import parse
    >>> chart = shares(parse("CCTV:\n\nHow many boats run? Thank you.\n\nLin Dahai:\n\nThank you. Ninety."))
    >>> chart.description
    'Share of all words: Lin Dahai (official) 33.3%; CCTV (reporter) 66.7%.'
    """
    frame, subject = Frame("shares", width=width, dark=dark, title=title), Subject(transcripts)
    voices, names = _voices(subject)
    total = sum(voices.values(), Amount())
    if not total.words:
        raise subject.nothing("shares", "nobody says a word")
    own = set(sorted((one for one in voices if one[1]), key=lambda one: -voices[one].words)[:MOST])
    groups = []
    for role, heading in HEADINGS.items():
        found = {voice: amount for voice, amount in voices.items() if voice[0] == role}
        if found:
            everyone = sum(found.values(), Amount())
            groups.append(
                Group(
                    heading=f"{heading}  {percent(everyone.share_of(total))}",
                    aside=counted(everyone.words, "word"),
                    shape=SHAPES[role],
                    colour=frame.palette.roles[role],
                    bars=_bars(found, names, own, total),
                )
            )
    layers, height = grouped_bars(frame, groups)
    notes = [subject.line(counted(total.words, "word")), _note(len(voices), len(own), subject), subject.words_note()]
    about = listed((bar.about for group in groups for bar in group.bars), MOST + 10)
    return frame.framed(
        layers, height=height, title="Who spoke how much", notes=notes, description=f"Share of all words: {about}"
    )


def _voices(subject: Subject) -> tuple[dict[_Voice, Amount], dict[_Voice, str]]:
    """How much each voice said, in all transcripts together, and what it is called."""
    voices: dict[_Voice, Amount] = {}
    names: dict[_Voice, str] = {}
    for transcript in subject:
        for line in shares_of(transcript).people:
            voice, name = _voice(line)
            voices[voice] = voices.get(voice, Amount()) + line.amount
            names.setdefault(voice, name)
    return voices, names


def _voice(line: PersonShare) -> tuple[_Voice, str]:
    person = line.participant
    if person is None:
        return (line.role, None), "not named on the page"
    outlet = get(person.outlet) if person.outlet else None
    if outlet is not None and fold(person.name) in {fold(name) for name in (outlet.name, *outlet.en, *outlet.zh)}:
        return (line.role, f"outlet:{outlet.id}"), label(person.name)
    return (line.role, fold(person.name) or person.name), label(person.name)


def _bars(found: dict[_Voice, Amount], names: dict[_Voice, str], own: set[_Voice], total: Amount) -> Sequence[Bar]:
    """The bars of one role: its people, most words first, then the others together, then those without a name."""
    lines = sorted(((names[one], found[one]) for one in found if one in own), key=lambda line: -line[1].words)
    bars = [_bar(name, amount, total, role=next(iter(found))[0]) for name, amount in lines]
    role = next(iter(found))[0]
    others = [one for one in found if one not in own and one[1]]
    if others:
        amount = sum((found[one] for one in others), Amount())
        bars.append(_bar(f"{len(others):,} others together", amount, total, role=role, outlined=True))
    if (role, None) in found:
        bars.append(_bar(names[role, None], found[role, None], total, role=role, outlined=True))
    return bars


def _bar(name: str, amount: Amount, total: Amount, *, role: Role, outlined: bool = False) -> Bar:
    share = amount.share_of(total)
    return Bar(
        name=name,
        value=share,
        number=percent(share),
        aside=f"{amount.words:,}",
        about=f"{name} ({'role not known' if role == 'unknown' else role}) {percent(share)}",
        outlined=outlined,
        facts={"role": role, "share": share, "words": amount.words, "turns": amount.turns},
    )


def _note(voices: int, own: int, subject: Subject) -> str:
    parts = []
    if voices > own and own == MOST:
        parts.append(f"The {MOST} who spoke most have a bar each; the others are summed up under their role.")
    if subject.events > 1:
        parts.append("Equal names in the same role are counted as one.")
    return " ".join(parts)
