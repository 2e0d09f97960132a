"""Whom the sentences of a page introduce: ledes, titles, captions, the chair's opening, and people themselves.

In: what the parser wrote, and the people who are known. Out: more people, and posts of those who are known. Promises:
a name counts only in a sentence that says who is there. Knows no label.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from scio_transcripts.diagnostics import Log
from scio_transcripts.language.label import core, fold
from scio_transcripts.lazy import re
from scio_transcripts.normalize.introductions import people_in, self_introduction
from scio_transcripts.normalize.people import People, merge_roster
from scio_transcripts.normalize.roles import Voice
from scio_transcripts.parser import Written
from scio_transcripts.parser.entries import people_on
from scio_transcripts.parser.pieces import Part
from scio_transcripts.parser.posts_said import names_others
from scio_transcripts.parser.raw import RawPerson, RawTurn
from scio_transcripts.parser.sentences import tells_of_event
from scio_transcripts.registry.han import simplified
from scio_transcripts.registry.names import names_post
from scio_transcripts.registry.script import is_chinese
from scio_transcripts.spans import Span

_PRESENT = re.compile(
    r"\b(?:present (?:are|here|at)|here (?:are|is)|(?:are|is) (?:also )?here|with us|join(?:ing|ed|t)? (?:us|by)"
    r"|(?:pleased|honou?red|glad|delighted|privileged|like|want|going) to"
    r" (?:have|invite|introduce|welcome|be (?:here )?(?:joined|with|together))"
    r"|let(?:['’]s| us| me) (?:invite|introduce|welcome)|please welcome"
    r"|we (?:(?:will|shall) )?(?:have|are joined|have invited|invited|['’]ve invited)"
    r"|(?:speakers?|participants|guests?|officials) [^.;:]{0,60}?(?:are|is)\b"
    r"|guests? (?:are|is|here|today)|delegates are|invited|attending"
    r"|will (?:brief|give|introduce|answer|speak|present|provide|tell))\b"
    r"|出席|邀请|邀請|请到|請到|请来|請來|有请|有請|先生|女士",
    re.I,
)
_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)(?<!\bLtd)(?<!\bCo)(?<![A-Z])[.!?][”\"’]?\s+(?=[A-Z“\"‘])"
)
_MY_OWN = re.compile(
    r"\bintroduce (?:to you )?(?:the |our |my |some of )?"
    r"(?:people|colleagues?|officials?|guests?|speakers?|members?|friends)\b"
    r"|\b(?:with me (?:here )?(?:today )?(?:are|is)|join(?:ing|ed) (?:me|by)|accompan(?:ying|ied) (?:me|by))\b"
    r"|(?:介绍一?下?(?:今天)?(?:出席|参加|和我一起)|和我一[起道]出席|陪同我)"
)
"""What somebody says who is no chair, and brings others with him."""
_MOST_OPENINGS = 4
"""Turns that may introduce people, the first included."""
_SENTENCE_HAN = re.compile(r"[^。！？]+[。！？]?")
_TELLS_OF_OTHERS = re.compile(
    r"\b[Aa]t the invitation of|\bInvited by\b|\bpay (?:an?|his|her|their) [^.]{0,30}visit|\b(?:will visit|summit)\b"
    r"|应[^。！？]{2,40}邀请?|访问|访华|出访|来访|峰会|会谈|会晤|指出|强调|批示|签署|致电|当选|任命"
)
"""What other people do, of whom an announcement or a report tells: they are not here."""
_GOES_ON = re.compile(
    r"(?:They|He|She|These|The (?:speakers|guests|others)|Also|And|Joining|Mr|Ms|Mrs|Dr|Prof)\b|[^,.]{3,40}, "
)
"""How a sentence begins that goes on to say who is there."""
_MENTIONED = re.compile(r"\b(?:on|about|regarding|concerning)\s+(?:the )?$")
_BEFORE_MENTION = 16
_MOST_OF_SELF = 800
"""Characters in which somebody says who he is."""
_OPENING = 4000


def introduce(people: People, written: Written, turns: Sequence[RawTurn], text: str, log: Log) -> None:
    """Without a roster, a lede, a title, a caption or the opening may name who answers."""
    mentions: list[RawPerson] = []
    for part in (Part.INTRODUCTION, Part.TITLE, Part.CAPTION):
        for piece in written.head.all(part):
            mentions += people_in(piece.span.of(text), piece.span.start)
    if not mentions and turns and turns[0].paragraphs:
        mentions = introduced_in_opening(turns[0], text)
    for piece in written.head.all(Part.SUMMARY):
        mentions += _told_of_in(piece.span, text)
    known = {fold(p.name) for p in people.all}
    names = {m.name for m in mentions}
    new = [m for m in mentions if fold(m.name) not in known and not _extends_another(m.name, names)]
    add_officials(people, new, log, silent=not turns)


def _extends_another(name: str, names: Set[str]) -> bool:
    """Whether a name is another of the page with a word of the sentence behind it: `Lin Dahai Wuxi, the host`."""
    return any(name.startswith(f"{other} ") for other in names)


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
    for start, end in _sentences(span.of(text)):
        words = text[span.start + start : span.start + end]
        if tells_of_event(words):
            found += people_in(words, span.start + start)
    if names_others(span.of(text)):
        # Whoever else was there is not named: the one who is could be taken for the only one who answers.
        return []
    return [p for p in found if not _MENTIONED.search(text[max(0, p.span.start - _BEFORE_MENTION) : p.span.start])]


def _sentences(words: str) -> list[Span]:
    ends = [found.end() for found in _SENTENCE_END.finditer(words)]
    return [Span(s, e) for s, e in zip([0, *ends], [*ends, len(words)], strict=True)]


def introduced_in_opening(turn: RawTurn, text: str) -> list[RawPerson]:
    begin, speaker = turn.start, fold(core(turn.label or ""))
    found: list[RawPerson] = []
    for paragraph in turn.paragraphs:
        start = paragraph["start"]
        if start > begin + _OPENING:
            break
        words = text[start : min(paragraph["end"], begin + _OPENING)]
        if _PRESENT.search(words):
            me = self_introduction(words, start)
            found += [
                person
                for span in _introducing(words)
                for person in people_in(span.of(words), start + span.start)
                if fold(person.name) != speaker and (me is None or person.name != me.name)
            ]
    return found


def introduced_by_guests(turns: Sequence[RawTurn], text: str) -> list[RawPerson]:
    """Whom the first speakers behind the chair introduce: `They are Lin Dahai, mayor, and ...`."""
    return [
        person
        for turn in turns[1:_MOST_OPENINGS]
        if turn.label is not None and _MY_OWN.search(turn.opening)
        for person in introduced_in_opening(turn, text)
    ]


def _introducing(words: str) -> list[Span]:
    """The sentences that say who is there. Others may name people, too: the premier who reported this morning."""
    if is_chinese(words):
        # Courtesy titles and lists name people everywhere but where others are told of.
        sentences = [Span(found.start(), found.end()) for found in _SENTENCE_HAN.finditer(words)]
        return [span for span in sentences if not _TELLS_OF_OTHERS.search(simplified(span.of(words)))]
    spans: list[Span] = []
    for span in _sentences(words):
        sentence = span.of(words)
        if _TELLS_OF_OTHERS.search(sentence):
            continue
        if _PRESENT.search(sentence):
            spans.append(span)
        elif spans and spans[-1].end == span.start and _GOES_ON.match(sentence):
            spans[-1] = Span(spans[-1].start, span.end)
        elif spans and people_on(sentence.rstrip(), None):
            # Nothing but people, behind another sentence: the list goes on.
            spans.append(span)
    return spans


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
