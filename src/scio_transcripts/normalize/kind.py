"""What the page is: a transcript, a notice, a gallery, an article, or nothing that shows.

In: what the parser wrote. Out: the kind, and why, in words for a reader. Promises: decided
by content, never by an address.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.language import speech_acts
from scio_transcripts.lazy import re
from scio_transcripts.lexer import Form, Kind
from scio_transcripts.parser import Written
from scio_transcripts.parser.datelines import AGENCY_DATELINE, is_source
from scio_transcripts.parser.pieces import Part
from scio_transcripts.parser.raw import RawTurn
from scio_transcripts.registry.script import is_chinese

_NOTICE = re.compile(
    r"^Notice\b"
    r"|\b(?:will (?:hold|be held|host|give|be briefed|organi[sz]e)"
    r"|plans? (?:to hold )?a (?:press conference|briefing)"
    r"|is (?:scheduled|to hold)|takes place at)\b"
    r"|[将將定][于於]",
    re.I,
)
# `BEIJING, May 2 (Xinhua) -- The council will hold a press conference on Friday.`
_ANNOUNCED = re.compile(
    AGENCY_DATELINE.pattern + r"[^.]{0,300}\bwill (?:hold|give|host|meet|answer|be held)\b[^.]{0,200}"
    r"\b(?:press conference|news conference|briefing|press|media|journalists)\b"
)
_EXCERPTS = re.compile(r"\b(?:highlights|excerpts)\b[^.]{0,30}\b(?:of|from)\b", re.I)
_BYLINE = re.compile(r"By [A-Z][\w'’-]+ [A-Z][\w'’-]+(?: ?[(|]|$)")
_TOLD = re.compile(r"[\"“”]|\b(?:said|says|told|added|insisted|reported)\b")
_TITLE_OF_NOTICE_HAN = re.compile(r"[将將](?:[于於]|[举舉]行|召[开開])|[预預]告|采访通知|採訪通知")
_QUOTED_HAN = re.compile(r"“[^”]{0,400}”")
_NEAR = 4
"""Paragraphs among which a headline has its source line."""
_LEAST_QUOTED = 2
_SENTENCE = 200
_HALL_FIELDS = ("venue", "address")
_HALL_HEADINGS = ("venue", "add", "place")


def kind_of_page(text: str, written: Written) -> tuple[str, str]:
    """The kind, and why, in words for a reader."""
    turns = written.page.turns
    labelled = [turn for turn in turns if turn.label is not None]
    if labelled and not _is_headline(labelled) and not _is_round_up(labelled):
        return "transcript", ""
    if _is_notice(text, written):
        return "notice", "it announces an event to come"
    if turns and not labelled and not _is_written(text, written) and _is_speech(written):
        return "transcript", ""
    if _is_gallery(written):
        return "gallery", "it holds pictures and captions, and nobody speaks"
    if turns or written.head.first(Part.SUMMARY) or written.head.first(Part.INTRODUCTION):
        return "article", "it tells of the event, and nobody speaks"
    return "unknown", "nothing shows what it is"


def _is_headline(labelled: Sequence[RawTurn]) -> bool:
    """Whether the only label is the beginning of a headline: `Minister: Incomes to grow` above a source line."""
    if len(labelled) > 1 or labelled[0].form is not Form.INLINE:
        return False
    return any(is_source(p["text"]) for p in labelled[0].paragraphs[1:_NEAR])


def _is_round_up(labelled: Sequence[RawTurn]) -> bool:
    """Whether outlets are quoted one by one: nobody asks, and what stands there is told of somebody else."""
    if len(labelled) < _LEAST_QUOTED or not all("outlet" in turn.clues for turn in labelled):
        return False
    return not any("?" in t.speech or "？" in t.speech for t in labelled) and all(
        _TOLD.search(turn.speech) for turn in labelled
    )


def _is_written(text: str, written: Written) -> bool:
    """Whether prose without labels has a by-line, or is a choice from what was said."""
    head = written.head
    told = (*head.all(Part.SUMMARY), *head.all(Part.INTRODUCTION), *head.all(Part.OTHER))
    words = [piece.span.of(text) for piece in told]
    return any(_BYLINE.match(w) for w in words) or any(_EXCERPTS.search(w[:_SENTENCE]) for w in words)


def _is_notice(text: str, written: Written) -> bool:
    head = written.head
    title = head.first(Part.TITLE)
    if title and re.match(r"(?:Notice|Media advisory|Press advisory)\b", title.span.of(text), re.I):
        return True
    announced = [p.span.of(text) for p in head.pieces if p.part in (Part.SUMMARY, Part.INTRODUCTION, Part.OTHER)]
    announced += [turn.speech[:600] for turn in written.page.turns[:1]]
    if title and _TITLE_OF_NOTICE_HAN.search(title.span.of(text)):
        return True
    if not any(turn.label for turn in written.page.turns) and any(_ANNOUNCED.search(words) for words in announced):
        return True
    future = any(_NOTICE.search(words) for words in announced)
    has_hall = any(p.part is Part.FIELD and p.name in _HALL_FIELDS for p in head.pieces) or any(
        looks.kind is Kind.HEADING and written.lines.texts[index].lower().startswith(_HALL_HEADINGS)
        for index, looks in written.lines.marked.items()
    )
    return future and (has_hall or not written.head.closed or not written.page.turns)


def _is_gallery(written: Written) -> bool:
    kinds = {looks.kind for looks in written.lines.marked.values()}
    prose = sum(1 for turn in written.page.turns for _ in turn.paragraphs)
    return (Kind.COUNTER in kinds or Kind.CAPTION in kinds) and prose <= 1


def _is_speech(written: Written) -> bool:
    """Whether prose without any label is speech: it greets, or it follows a roster and speaks in the first person."""
    speech = written.page.turns[0].speech
    if speech_acts.greets(speech):
        return True
    # A Chinese story says `我们` only where it quotes.
    words = _QUOTED_HAN.sub("", speech[:4000]) if is_chinese(speech) else speech[:4000]
    spoken = speech_acts.first_persons(words)
    return spoken >= 2 and (bool(written.roster.people) or speech_acts.thanks(speech) or _mostly_spoken(speech, spoken))


def _mostly_spoken(speech: str, spoken: int) -> bool:
    quotes = speech[:4000].count('"') + speech[:4000].count("“")
    return spoken * 60 >= len(speech[:4000].split()) and quotes == 0 and " said" not in speech[:4000]
