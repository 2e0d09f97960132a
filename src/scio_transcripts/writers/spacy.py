"""One transcript as a spaCy `Doc`, with spans for turns, paragraphs and the places that name participants.

In: a transcript, and a pipeline, of which only the tokenizer runs: `nlp(to_doc(page, nlp))` runs the rest. Out: a `Doc`
of the whole text. Promises: `doc.text` is `transcript.text`, so all offsets are the same in both; every span begins and
ends where the transcript says, because the text is tokenized between those places. Knows no trained model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from scio_transcripts.errors import MissingExtraError
from scio_transcripts.model import Transcript, Turn
from scio_transcripts.writers.base import FormatError
from scio_transcripts.writers.tables import rows_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

GROUPS = ("turns", "paragraphs", "participants")


class Stretch(NamedTuple):
    """A span to be: `start` and `end` in the text, the role as label, its own id, and who it belongs to."""

    start: int
    end: int
    label: str
    id: str
    participant: str


def to_doc(transcript: Transcript, nlp: Language) -> Doc:
    """The transcript as a `Doc`. Each span's label is a role, its `kb_id_` the id of the participant, empty if unknown.

    `doc.spans["turns"]` and `["paragraphs"]` have as `id_` the turn's id, for a paragraph with its number: `t-1a2b-0`.
    `["participants"]` are labels of turns and names in speeches. `doc.user_data["transcript"]` is the transcript's row
    of the table of transcripts. Raises `MissingExtraError` without spaCy, and `FormatError` for a tokenizer that
    changes the text.
    """
    try:
        from spacy.tokens import Doc
    except ImportError:
        raise MissingExtraError("spacy", "a Doc of spaCy") from None
    groups = {name: list(stretches_of(name, transcript)) for name in GROUPS}
    places = {place for group in groups.values() for stretch in group for place in stretch[:2]}
    pieces = [nlp.make_doc(piece) for piece in _pieces(transcript.text, places, nlp.max_length)]
    # `from_docs` gives None for no pieces.
    doc = Doc.from_docs(pieces, ensure_whitespace=False) if pieces else nlp.make_doc("")
    if doc.text != transcript.text:
        raise FormatError("spacy", "the pipeline's tokenizer changes the text", "use one that keeps it, as spaCy's do")
    for name, group in groups.items():
        doc.spans[name] = [
            doc.char_span(s.start, s.end, label=s.label, kb_id=s.participant, span_id=s.id) for s in group
        ]
    doc.user_data["transcript"] = next(rows_of("transcripts", transcript))
    return doc


def stretches_of(group: str, transcript: Transcript) -> Iterator[Stretch]:
    """What stands in one group, in reading order. What has no characters is no span.

    >>> from scio_transcripts import parse
    >>> list(stretches_of("participants", parse("Reuters:\\n\\nWhy? Thank you.")))
    [Stretch(start=0, end=7, label='reporter', id='reuters', participant='reuters')]
    """
    found = {"turns": _turns, "paragraphs": _paragraphs, "participants": _participants}[group](transcript)
    length = len(transcript.text)
    yield from sorted(stretch for stretch in found if 0 <= stretch.start < stretch.end <= length)


def _turns(transcript: Transcript) -> Iterator[Stretch]:
    for turn in transcript.turns:
        yield Stretch(turn.start, turn.end, turn.role, turn.id, turn.speaker or "")


def _paragraphs(transcript: Transcript) -> Iterator[Stretch]:
    for turn in transcript.turns:
        for number, part in enumerate(turn.paragraphs):
            yield Stretch(part.start, part.end, turn.role, f"{turn.id}-{number}", turn.speaker or "")


def _participants(transcript: Transcript) -> Iterator[Stretch]:
    roles = {person.id: person.role for person in transcript.participants}
    for turn in transcript.turns:
        if turn.speaker and turn.label_start is not None:
            start, end = _label(transcript.text, turn)
            yield Stretch(start, end, turn.role, turn.speaker, turn.speaker)
    for named in transcript.references:
        person = named.participant or ""
        yield Stretch(named.start, named.end, roles.get(person, "unknown"), person, person)


def _label(text: str, turn: Turn) -> tuple[int, int]:
    """Where the label's words stand, without brackets and colon."""
    start, end = turn.label_start or 0, turn.label_end or 0
    found = text.find(turn.label, start, end) if turn.label else -1
    return (found, found + len(turn.label)) if turn.label and found >= 0 else (start, end)


def _pieces(text: str, places: Iterable[int], longest: int) -> Iterator[str]:
    """The text cut at all places, and inside what the pipeline would find too long."""
    for start, end in pairwise(sorted({0, len(text), *places})):
        for begin in range(start, end, longest):
            yield text[begin : min(begin + longest, end)]
