"""What the page is: a transcript, a notice, a gallery, an article, or nothing that shows.

In: what the parser wrote. Out: the kind, and why, in words for a reader. Promises: decided
by content, never by an address.
"""

from __future__ import annotations

from collections.abc import Sequence

from scio_transcripts.language import speech_acts
from scio_transcripts.language.label import act_of_nameless
from scio_transcripts.language.signs import ends_sentence, has_question_mark
from scio_transcripts.lazy import re
from scio_transcripts.lexer import Form, Kind
from scio_transcripts.lexer.read import Written
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.lexer.zones.datelines import AGENCY_DATELINE, is_source
from scio_transcripts.lexer.zones.pieces import Part
from scio_transcripts.normalizer.roles.own_words import reports, weigh
from scio_transcripts.registry.script import is_chinese

_NOTICE = re.compile(
    r"^Notice\b"
    r"|\b(?:will (?:hold|be held|host|give|be briefed|organi[sz]e)"
    r"|plans? (?:to hold )?a (?:press conference|briefing)"
    r"|is (?:scheduled|to hold)|takes place at)\b"
    r"|敬[请請](?:[关關]注|期待|收看)"
    r"|(?:[会會]|[访訪][谈談]|活[动動])[^。；]{0,8}[将將定][于於]|[将將定][于於][^。；]{0,60}(?:[举舉]行|召[开開]|[举舉][办辦])"
    # who will speak of what: `渡口局局长林大海将就“渡船”回答提问`
    r"|[将將]就[^。；]{2,60}(?:答|介[绍紹]|解[读讀]|[发發]布)",
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
_TITLE_OF_NOTICE = re.compile(
    r"(?:Notice|Media advisory|Press advisory)\b|.{3,80}\bto (?:hold|host|give)\b.{0,40}\b(?:conference|briefing)\b",
    re.I,
)
_TITLE_OF_NOTICE_HAN = re.compile(r"[将將](?:[于於]|[举舉]行|召[开開])|[预預]告|采访通知|採訪通知")
# `新闻发布会定于3月4日举行，发言人将介绍有关情况`
_TO_BE_HELD_HAN = re.compile(
    r"(?:[发發][布佈]|[记記]者|吹[风風]|[见見]面)[会會][^。；]{0,12}[将將定][于於][^。；]{0,40}[举舉]行[^。]{0,40}[将將]"
)
_PHOTO_HAN = re.compile(r"[图圖][为為][^。]{1,60}。.{0,40}[摄攝][影]?[)）]?$")
_QUOTED_HAN = re.compile(r"“[^”]{0,400}”")
_NEAR = 4
"""Paragraphs among which a headline has its source line."""
_LEAST_QUOTED = _LEAST_ASKED = 2
_SENTENCE = 200
_SENTENCES = 600
_TOLD_IN = (Part.SUMMARY, Part.INTRODUCTION, Part.OTHER)
"""Parts of the head in which an event is announced."""
_HALL_FIELDS = ("venue", "address")
_HALL_HEADINGS = ("venue", "add", "place")


def kind_of_page(text: str, written: Written) -> tuple[str, str]:
    """The kind, and why, in words for a reader."""
    turns = written.page.turns
    labelled = [turn for turn in turns if turn.label is not None]
    if _is_dialogue(turns, labelled):
        return "transcript", ""
    if _is_notice(text, written):
        return "notice", "it announces an event to come"
    if turns and not labelled and not _is_written(text, written) and _is_speech(written):
        return "transcript", ""
    if _is_gallery(text, written):
        return "gallery", "it holds pictures and captions, and nobody speaks"
    if turns or _tells(text, written):
        return "article", "it tells of the event, and nobody speaks"
    return "unknown", "nothing shows what it is"


def _tells(text: str, written: Written) -> bool:
    """Whether the head tells of the event, or reports what somebody said."""
    head = written.head
    return bool(head.first(Part.SUMMARY) or head.first(Part.INTRODUCTION)) or _is_story(text, written)


def _is_dialogue(turns: Sequence[RawTurn], labelled: Sequence[RawTurn]) -> bool:
    """Whether what stands below the labels is said: somebody greets, or more of it is spoken than told or quoted."""
    if not labelled or _is_headline(labelled) or _is_round_up(labelled):
        return False
    if any(speech_acts.greets(turn.opening) for turn in turns) or _asks_on(labelled):
        return True
    own, told = (sum(column) for column in zip(*map(weigh, labelled), strict=True))
    return told <= own and not (own == 0 and _is_quotation(turns))


def _asks_on(labelled: Sequence[RawTurn]) -> bool:
    """Whether somebody without a name asks again and again: the answers may stand without a label."""
    asked = [turn for turn in labelled if "anonymous" in turn.clues and act_of_nameless(turn.label or "") == "asks"]
    return len(asked) >= _LEAST_ASKED and any(has_question_mark(turn.opening) for turn in asked)


def _is_quotation(turns: Sequence[RawTurn]) -> bool:
    """Whether one paragraph stands behind the page's only label: where it addresses nobody, a story quotes so."""
    (first, *more) = turns
    return not more and first.form is Form.INLINE and len(first.paragraphs) == 1


def _is_headline(labelled: Sequence[RawTurn]) -> bool:
    """Whether the only label is the beginning of a headline: `Minister: Incomes to grow` above a source line."""
    if len(labelled) > 1 or labelled[0].form is not Form.INLINE:
        return False
    return any(is_source(p["text"]) for p in labelled[0].paragraphs[1:_NEAR])


def _is_round_up(labelled: Sequence[RawTurn]) -> bool:
    """Whether outlets are quoted one by one: nobody asks, and what stands there is told of somebody else."""
    if len(labelled) < _LEAST_QUOTED or not all("outlet" in turn.clues for turn in labelled):
        return False
    return not any(has_question_mark(turn.speech) for turn in labelled) and all(
        _TOLD.search(turn.speech) for turn in labelled
    )


def _is_written(text: str, written: Written) -> bool:
    """Whether prose without labels has a by-line, or is a choice from what was said."""
    head = written.head
    told = (*head.all(Part.SUMMARY), *head.all(Part.INTRODUCTION), *head.all(Part.OTHER))
    words = [piece.span.of(text) for piece in told]
    return any(_BYLINE.match(w) for w in words) or any(_EXCERPTS.search(w[:_SENTENCE]) for w in words)


def _is_notice(text: str, written: Written) -> bool:
    head, turns = written.head, written.page.turns
    title = head.first(Part.TITLE)
    words = title.span.of(text) if title else ""
    if _TITLE_OF_NOTICE.match(words) or _TITLE_OF_NOTICE_HAN.search(words):
        return True
    announced = [p.span.of(text) for p in head.pieces if p.part in _TOLD_IN]
    announced += [turn.speech[:_SENTENCES] for turn in turns[:1]]
    if not any(turn.label for turn in turns) and any(map(_announces, announced)):
        return True
    return any(map(_NOTICE.search, announced)) and (not head.closed or not turns or _has_hall(written))


def _announces(words: str) -> bool:
    """Whether words say that a press conference is still to be held."""
    return bool(_ANNOUNCED.search(words) or _TO_BE_HELD_HAN.search(words))


def _has_hall(written: Written) -> bool:
    """Whether the page prints where to come."""
    if any(p.part is Part.FIELD and p.name in _HALL_FIELDS for p in written.head.pieces):
        return True
    return any(
        looks.kind is Kind.HEADING and written.lines.texts[index].lower().startswith(_HALL_HEADINGS)
        for index, looks in written.lines.marked.items()
    )


def _is_gallery(text: str, written: Written) -> bool:
    kinds = {looks.kind for looks in written.lines.marked.values()}
    told = [piece.span.of(text) for piece in written.head.all(Part.OTHER)]
    prose = sum(len(turn.paragraphs) for turn in written.page.turns) + sum(map(ends_sentence, told))
    one_picture = len(written.lines) == 1 and _PHOTO_HAN.search(text.strip()) is not None
    return one_picture or ((Kind.COUNTER in kinds or Kind.CAPTION in kinds) and prose <= 1)


def _is_story(text: str, written: Written) -> bool:
    """Whether lines of the head, of which no turn begins, report what somebody said."""
    return any(reports(piece.span.of(text)) for piece in written.head.all(Part.OTHER))


def _is_speech(written: Written) -> bool:
    """Whether prose without any label is speech: it greets, or it follows a roster and speaks in the first person."""
    speech = written.page.turns[0].speech
    if speech_acts.greets(speech):
        return True
    own, told = weigh(written.page.turns[0])
    if told >= max(own, 1):
        return False
    # A Chinese story says `我们` only where it quotes.
    words = _QUOTED_HAN.sub("", speech[:4000]) if is_chinese(speech) else speech[:4000]
    spoken = speech_acts.first_persons(words)
    return spoken >= 2 and (bool(written.roster.people) or speech_acts.thanks(speech) or _mostly_spoken(speech, spoken))


def _mostly_spoken(speech: str, spoken: int) -> bool:
    quotes = speech[:4000].count('"') + speech[:4000].count("“")
    return spoken * 60 >= len(speech[:4000].split()) and quotes == 0 and " said" not in speech[:4000]
