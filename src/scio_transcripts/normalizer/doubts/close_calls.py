"""Which decisions were close: what a reader should know about labels and roles.

In: the turns with their voices, and the candidates that fell short. Out: entries in the log, nothing else. Promises:
each label is told once. Decides nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Sequence

from scio_transcripts.diagnostics import Log
from scio_transcripts.language.label import fold
from scio_transcripts.lazy import re
from scio_transcripts.lexer.read import Written
from scio_transcripts.lexer.turns.raw import RawTurn
from scio_transcripts.normalizer.doubts.doubts import tell_doubts
from scio_transcripts.normalizer.people.nearest import nearest_outlet
from scio_transcripts.normalizer.roles.roles import Voice

_KNOWN_OUTLET = frozenset({"outlet", "outlet-within", "anonymous"})
"""Clues of a reporter's label that leave no question open."""

_NAMES = frozenset({"roster", "named-above", "described", "titled", "person", "family", "courtesy", "own-name"})
"""Clues of words that name somebody."""
_NOT_NAMES = frozenset({"prose", "field", "salutation", "headline", "introduces-list", "ordinal", "told", "quoted"})
_SMALL_WORD = re.compile(r"\b[a-z]{3,20}\b")

_MOST_SUGGESTED = 30
"""Labels for which the registry is searched: each search looks at every name."""
_SHOWN = 60


def explain(written: Written, turns: Sequence[RawTurn], voices: Sequence[Voice], log: Log) -> None:
    """Tell which decisions about labels and roles were close."""
    told: set[str] = set()
    for turn, voice in zip(turns, voices, strict=True):
        _explain_label(turn, log)
        if (label := turn.label or "no label") not in told:
            _explain_voice(turn, voice, label, told, log)
    for other in written.others:
        log.add("G602", other.start, other.end, start_words=other.text[:_SHOWN])
    tell_doubts(written, turns, voices, log)
    _tell_short(written, log)


def _explain_voice(turn: RawTurn, voice: Voice, label: str, told: set[str], log: Log) -> None:
    """Tell of a role that stays open, and of somebody who asks under a label that no registry knows."""
    if voice.role == "unknown":
        told.add(label)
        who = repr(turn.label) if turn.label else "whoever stands without a label"
        log.add("P504", turn.start, turn.end, who=who)
    elif voice.role == "reporter" and turn.label and _is_unknown(turn, voice):
        told.add(label)
        near = nearest_outlet(label) if len(told) <= _MOST_SUGGESTED else None
        log.add("P505", turn.start, turn.end, label=label, nearest=f" (the nearest is {near!r})" if near else "")


def _is_unknown(turn: RawTurn, voice: Voice) -> bool:
    return _KNOWN_OUTLET.isdisjoint(turn.clues) and not (voice.person is not None and voice.person.outlet)


def _tell_short(written: Written, log: Log) -> None:
    """Tell the candidates that fell short: a heading is met once, a speaker again and again, or by a name."""
    if not written.near:
        return
    times = Counter(fold(line.label) for line, _ in written.near)
    small = frozenset(_SMALL_WORD.findall(written.lines.whole))
    for line, weighed in written.near:
        count = times[fold(line.label)]
        code = "L209" if count > 1 else "L210" if _may_name(line.label, weighed.clues, small) else "L203"
        log.add(code, line.start, line.end, label=line.label, clues=", ".join(weighed.clues), count=count)


def _may_name(label: str, clues: Collection[str], small: Container[str]) -> bool:
    """Whether words above speech are a name. `small`: the page's words in small letters, of which headings consist."""
    if "no-sentence" in clues or not _NOT_NAMES.isdisjoint(clues):
        return False
    if not _NAMES.isdisjoint(clues):
        return True
    return "name-shaped" in clues and not any(word.lower() in small for word in label.split())


def _explain_label(turn: RawTurn, log: Log) -> None:
    if turn.label is None:
        if "wording" not in turn.clues:
            log.add("L201", turn.start, turn.end, start_words=" ".join(turn.speech[:_SHOWN].split()))
        return
    if not turn.paragraphs:
        log.add("L205", turn.start, turn.end, label=turn.label)
    if "bare" in turn.clues and "form" not in turn.clues:
        log.add("L202", turn.start, turn.end, label=turn.label)
