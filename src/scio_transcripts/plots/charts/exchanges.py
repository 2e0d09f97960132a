"""How long questions and answers are: for each exchange, words that ask to the left and words that answer to the right.

In: one transcript or many. Out: an Altair chart. Promises: one scale for both sides, the words of
`views.exchanges_of`, in reading order; of too many exchanges the first are drawn, and the chart says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from scio_transcripts.model import Transcript
from scio_transcripts.plots.frame import NAME, WIDTH, Frame, Row
from scio_transcripts.plots.subject import Subject
from scio_transcripts.plots.wording import breadth, counted, label, listed
from scio_transcripts.views.exchanges import ExchangeView, exchanges_of
from scio_transcripts.views.words import count_words

if TYPE_CHECKING:
    import altair as alt

MOST = 60
"""As many exchanges are drawn."""
_STEP, _TOP, _THICK = 22.0, 26.0, 14.0


def exchanges(
    transcripts: Transcript | Iterable[Transcript], *, width: int = WIDTH, dark: bool = False, title: str | None = None
) -> alt.LayerChart:
    r"""How many words ask and answer in each exchange.

    Raises `PlotError` where there is no exchange, and `MissingExtraError` without the extra `plot`.

    >>> from scio_transcripts import parse
    >>> exchanges(parse("CCTV:\n\nHow many boats run? Thank you.\n\nLin Dahai:\n\nThank you. Ninety.")).description
    'Words that ask and answer: CCTV asks with 6 words, Lin Dahai answers with 3.'
    """
    frame, subject = Frame("exchanges", width=width, dark=dark, title=title), Subject(transcripts)
    rows: list[Row] = []
    asked = answered = count = 0
    for transcript in subject:
        for view in exchanges_of(transcript):
            row = _row(view, y=_TOP + (count + 0.5) * _STEP)
            asked, answered, count = asked + row["question"], answered + row["answer"], count + 1
            if len(rows) < MOST:
                rows.append(row)
    if not rows:
        raise subject.nothing("exchanges", "nobody asks anything")
    several = f"The first {MOST} of {count:,} exchanges." if count > MOST else ""
    height = _TOP + len(rows) * _STEP
    return frame.framed(
        _layers(frame, rows, height),
        height=height,
        title="How long they ask and answer",
        notes=[
            subject.line(counted(count, "exchange"), f"{asked:,} words ask, {answered:,} answer"),
            several,
            subject.words_note(),
        ],
        description=f"Words that ask and answer: {listed((row['about'] for row in rows), MOST)}",
    )


def _row(view: ExchangeView, y: float) -> Row:
    asker = label(view.asker.name) if view.asker else "not named on the page"
    answerers = label(", ".join(label(person.name, 60) for person in view.answerers[:6]))
    question = sum(count_words(speech.text) for speech in view.questions)
    answer = sum(count_words(speech.text) for speech in view.answers)
    answers = f"{answerers or 'somebody not named'} answers" if len(view.answerers) < 2 else f"{answerers} answer"
    then = f"{answers} with {answer:,}" if view.answers else "nobody answers"
    return {
        "exchange": view.index,
        "asker": asker,
        "answerers": answerers,
        "question": question,
        "answer": answer,
        "asks": f"{question:,}",
        "answers": f"{answer:,}" if view.answers else "no answer",
        "about": f"{asker} asks with {counted(question, 'word')}, {then}",
        "y": y,
    }


def _layers(frame: Frame, rows: list[Row], height: float) -> list[Any]:
    alt, ink = frame.alt, frame.palette
    names = min(max(breadth(row["asker"], NAME) for row in rows) + 10, frame.inner * 0.38)
    behind = min(max(breadth(row["answerers"], NAME) for row in rows) + 8, frame.inner * 0.23)
    number = max(breadth(row[side], NAME) for row in rows for side in ("asks", "answers")) + 12
    most_asked, most_answered = (max(row[side] for row in rows) or 1 for side in ("question", "answer"))
    # What is left for bars is split so that a word is as long on both sides.
    free = max(40.0, frame.inner - names - behind - 2 * number)
    middle = names + number + free * most_asked / (most_asked + most_answered)
    right = middle + free * most_answered / (most_asked + most_answered)
    y = frame.down("y", height)
    left_x = frame.across("question", (0, most_asked), (middle - 1, names + number))
    right_x = frame.across("answer", (0, most_answered), (middle + 1, right))
    data = frame.rows(rows)
    heads = frame.rows([{"y": 8.0, "asks": "Question, words", "answers": "Answer, words"}])
    bar = {"orient": "horizontal", "size": _THICK, "cornerRadius": 2}
    end = {"fontWeight": "bold", "fontSize": NAME}

    def apart(x: Any, layer: Any) -> Any:
        return layer.encode(x=x, x2=alt.datum(0), y=y)

    asks = data.mark_bar(color=ink.roles["reporter"], **bar).encode(**frame.about())
    answers = data.mark_bar(color=ink.roles["official"], aria=False, **bar)
    left = [apart(left_x, asks), frame.text(data, left_x, y, "asks", align="right", dx=-7)]
    left.append(frame.text(heads, middle - 6, y, "asks", align="right", color=ink.roles["reporter"], **end))
    own = [apart(right_x, answers), frame.text(data, right_x, y, "answers", dx=7)]
    own.append(frame.text(heads, middle + 6, y, "answers", color=ink.roles["official"], **end))
    # Layers share a scale unless they are told not to; the two sides have one each.
    sides = alt.layer(alt.layer(*left), alt.layer(*own)).resolve_scale(x="independent")
    return [
        frame.text(data, 0, y, "asker", limit=names - 8),
        frame.text(data, frame.inner, y, "answerers", align="right", limit=behind, color=ink.muted),
        sides,
    ]
