"""Whom the sentences of a page introduce: ledes, titles, captions, the chair's opening, and people themselves.

In: what the parser wrote, and the people who are known. Out: more people, and posts of those who are known. Promises:
a name counts only in a sentence that says who is there. Knows no label.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from scio_transcripts.diagnostics import Log
from scio_transcripts.language import speech_acts
from scio_transcripts.language.label import core, fold
from scio_transcripts.lazy import re
from scio_transcripts.lexer.read import Written
from scio_transcripts.lexer.roster.posts_said import names_others
from scio_transcripts.lexer.turns.raw import RawPerson, RawTurn
from scio_transcripts.lexer.zones.pieces import Part
from scio_transcripts.lexer.zones.sentences import tells_of_event
from scio_transcripts.normalizer.people.introductions import people_in, self_introduction
from scio_transcripts.normalizer.people.person import People, merge_roster
from scio_transcripts.normalizer.people.presenting import people_presented, sentences
from scio_transcripts.normalizer.roles.roles import Voice
from scio_transcripts.registry.names import names_post
from scio_transcripts.spans import Span

_MENTIONED = re.compile(r"\b(?:on|about|regarding|concerning)\s+(?:the )?$")
_BEFORE_MENTION = 16
_MOST_OF_SELF = 800
"""Characters in which somebody says who he is."""
_OPENING = 4000
_FIRST = 4
"""Turns in which those who are there are presented, where nobody has asked yet."""
_BEGINNING = 600
"""Characters in which a later speaker presents somebody."""


def introduce(people: People, written: Written, turns: Sequence[RawTurn], text: str, log: Log) -> None:
    """Without a roster, a lede, a title, a caption or the opening may name who answers."""
    mentions: list[RawPerson] = []
    for part in (Part.INTRODUCTION, Part.TITLE, Part.CAPTION):
        for piece in written.head.all(part):
            mentions += people_in(piece.span.of(text), piece.span.start)
    if not mentions:
        mentions = _introduced_by_first_speakers(turns, text)
    for piece in written.head.all(Part.SUMMARY):
        mentions += _told_of_in(piece.span, text)
    known = {fold(p.name) for p in people.all}
    names = {m.name for m in mentions}
    new = [m for m in mentions if fold(m.name) not in known and not _extends_another(m.name, names)]
    add_officials(people, new, log, silent=not turns)


def _extends_another(name: str, names: Set[str]) -> bool:
    """Whether a name is another of the page with a word of the sentence behind it: `Lin Dahai Wuxi, the host`."""
    return any(name.startswith(f"{other} ") for other in names)


def _introduced_by_first_speakers(turns: Sequence[RawTurn], text: str) -> list[RawPerson]:
    """Whom the first speech presents, and whom others present before anybody asks: a spokesman who brings experts."""
    found: list[RawPerson] = []
    for i, turn in enumerate(turns[:_FIRST]):
        if i and speech_acts.ends_with_question(turn.speech):
            break
        found += introduced_in_opening(turn, text, _BEGINNING if i else _OPENING)
    return found


def add_officials(people: People, mentions: Sequence[RawPerson], log: Log, *, silent: bool = False) -> None:
    """Everybody whom sentences name is an official, but for one who chairs while others answer, or among photos."""
    merge_roster(people, mentions, log, basis="introduction")
    new = [person for person in people.all if person.role == "unknown"]
    hosts = [person for person in new if "chair" in person.headings]
    is_chaired = len(hosts) == 1 and (silent or len(new) > 1) and not any(p.role == "chair" for p in people.all)
    for person in new:
        person.role = "chair" if is_chaired and person is hosts[0] else "official"


def _told_of_in(span: Span, text: str) -> list[RawPerson]:
    """Who did something at the event, as a summary tells; not whom it was about."""
    found: list[RawPerson] = []
    for start, end in sentences(span.of(text)):
        words = text[span.start + start : span.start + end].rstrip()
        if tells_of_event(words):
            found += people_in(words, span.start + start)
    if names_others(span.of(text)):
        # Whoever else was there is not named: the one who is could be taken for the only one who answers.
        return []
    return [p for p in found if not _MENTIONED.search(text[max(0, p.span.start - _BEFORE_MENTION) : p.span.start])]


def introduced_in_opening(turn: RawTurn, text: str, most: int = _OPENING) -> list[RawPerson]:
    """Whom the first `most` characters of a speech present, but for the speaker."""
    begin, speaker = turn.start, fold(core(turn.label or ""))
    found: list[RawPerson] = []
    for paragraph in turn.paragraphs:
        start = paragraph["start"]
        if start > begin + most:
            break
        words = text[start : min(paragraph["end"], begin + most)]
        if presented := people_presented(words, start):
            me = self_introduction(words, start)
            found += [p for p in presented if fold(p.name) != speaker and (me is None or p.name != me.name)]
    return found


def introduce_themselves(turns: Sequence[RawTurn], found: Sequence[Voice]) -> None:
    """`I'm Lin Dahai, mayor of Linzhou`, under that very name: the post of somebody of whom nothing else is known."""
    met: set[int] = set()
    for turn, voice in zip(turns, found, strict=True):
        person = voice.person
        if person is None or person.description is not None or person.role == "reporter" or id(person) in met:
            continue
        met.add(id(person))
        for paragraph in turn.paragraphs[:3] if not person.outlet else ():
            me = self_introduction(paragraph["text"][:_MOST_OF_SELF], paragraph["start"])
            if me is not None and me.description and names_post(me.description) and fold(me.name) == fold(person.name):
                person.description = " ".join(me.description.split())
                person.evidence.append(("description", me.span, "self-introduction"))
                break
