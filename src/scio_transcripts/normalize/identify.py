"""Who is on the page: roster, sentences that introduce people, and labels, in this order.

In: what the parser wrote. Out: the people, the turns, and a voice for each turn. Promises: each source adds only
people that the ones before do not have. Knows nothing of dates and places.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scio_transcripts.diagnostics import Log
from scio_transcripts.normalize.bearers import listed
from scio_transcripts.normalize.chairs import pick_chairs
from scio_transcripts.normalize.introductions import people_in, self_introduction
from scio_transcripts.normalize.lost import split_lost
from scio_transcripts.normalize.nearest import nearest_name
from scio_transcripts.normalize.people import People, Person, merge_roster
from scio_transcripts.normalize.roles import Voice, voices
from scio_transcripts.parser import Written, wording
from scio_transcripts.parser.clues import core, fold, unnumbered
from scio_transcripts.parser.pieces import Part
from scio_transcripts.parser.posts_said import names_others
from scio_transcripts.parser.raw import RawPerson, RawTurn
from scio_transcripts.parser.sentences import tells_of_event
from scio_transcripts.registry import outlets
from scio_transcripts.registry.han import ends_in_post, is_chinese, is_han, simplified, split_label, split_post
from scio_transcripts.registry.names import is_name_shaped, names_post, split_honorific
from scio_transcripts.spans import Span

_PRESENT = re.compile(
    r"\b(?:present (?:are|here|at)|here (?:are|is)|(?:are|is) (?:also )?here|with us|join(?:ing|ed|t)? (?:us|by)"
    r"|(?:pleased|honou?red|glad|delighted|privileged|like|want|going) to (?:have|invite|introduce|welcome|be joined)"
    r"|let(?:['’]s| us| me) (?:invite|introduce|welcome)|please welcome"
    r"|we (?:have|are joined|have invited|invited|['’]ve invited)"
    r"|(?:speakers?|participants|guests?|officials) [^.;:]{0,60}?(?:are|is)\b"
    r"|guests? (?:are|is|here|today)|delegates are|invited|attending"
    r"|will (?:brief|give|introduce|answer|speak|present|provide|tell))\b"
    r"|出席|邀请|邀請|请到|請到|请来|請來|有请|有請|先生|女士",
    re.I,
)
_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)(?<!\bLtd)(?<!\bCo)(?<![A-Z])[.!?][”\"’]?\s+(?=[A-Z“\"‘])"
)
_GOES_ON = re.compile(
    r"(?:They|He|She|These|The (?:speakers|guests|others)|Also|And|Joining|Mr|Ms|Mrs|Dr|Prof)\b|[^,.]{3,40}, "
)
"""How a sentence begins that goes on to say who is there."""
_MENTIONED = re.compile(r"\b(?:on|about|regarding|concerning)\s+(?:the )?$")
_BEFORE_MENTION = 16
_MOST_OF_SELF = 800
"""Characters in which somebody says who he is."""
_CHAIR_WORD = re.compile(r"Chair(?:man|woman|person)?|Host|Moderator|Spokes(?:man|woman|person)", re.I)
"""What says a role in the event rather than how a person is addressed."""
_OPENING = 4000
_MOST_STRANGERS = 200
_BETWEEN_POSTS = re.compile(r"[、，,]")
_ASKING_CLUES = frozenset({"outlet", "outlet-word", "asker", "anonymous"})
_NAME_CLUES = frozenset({"person", "titled", "described", "name-shaped", "roster", "known-label", "role-word"})


def identify(written: Written, text: str, log: Log) -> tuple[People, list[RawTurn], list[Voice]]:
    """The people, the turns (with lost labels made turns of their own), and a voice for each turn."""
    people = People()
    turns: Sequence[RawTurn] = written.page.turns
    merge_roster(people, written.roster.people, log)
    for line in written.roster.empty_headings:
        log.add("R301", line.start, line.end, heading=line.text)
    pick_chairs(people, turns, log)
    _let_lone_host_answer(people, turns)
    if not any(p.role == "official" for p in people.all):
        _introduce(people, written, turns, text, log)
    elif turns and turns[0].paragraphs and is_chinese(turns[0].opening):
        # Chinese pages give courtesy titles, and who else is there, only in the chair's words.
        _add_officials(people, _introduced_in_opening(turns[0], text), log)
    found = voices(turns, people)
    split = split_lost(turns, found, text, log)
    if len(split) != len(turns):
        turns, found = split, voices(split, people)
    met: set[str] = set()
    told: set[str] = set()
    for turn, voice in zip(turns, found, strict=True):
        # The same label names the same person again.
        if turn.label is not None and (voice.person is None or turn.label not in met):
            met.add(turn.label)
            _meet(turn, voice, people, told, log)
    _settle_anonymous(turns, found, people)
    _settle_unlabelled(turns, found, people, log)
    _introduce_themselves(turns, found)
    _tell_near_misses(people, log)
    return people, list(turns), found


def _let_lone_host_answer(people: People, turns: Sequence[RawTurn]) -> None:
    """A Chinese spokesman who is said to chair, and beside whom only reporters speak, is the one who answers."""
    hosts = [p for p in people.all if p.role == "chair" and is_han(p.name)]
    labels = {turn.label for turn in turns if not _ASKING_CLUES.intersection(turn.clues)}
    if len(hosts) == 1 and len(people.all) == 1 and 0 < len(labels) < len({turn.label for turn in turns}):
        (host,) = hosts
        if all(label is not None and people.of_label(label)[0] is host for label in labels):
            host.role = "official"


def _tell_near_misses(people: People, log: Log) -> None:
    """Somebody whom only labels name, and whose name is nearly one of the roster: told, never merged."""
    roster = [person.name for person in people.all if person.copies]
    if not roster:
        return
    strangers = [p for p in people.all if not p.copies and not p.outlet and " " in p.name]
    for person in strangers[:_MOST_STRANGERS]:
        label = next((span for what, span, basis in person.evidence if basis == "label" and not what), None)
        if label is not None and (near := nearest_name(person.name, roster)):
            log.add("P506", *label, name=person.name, nearest=near)


def _introduce(people: People, written: Written, turns: Sequence[RawTurn], text: str, log: Log) -> None:
    """Without a roster, a lede, a title, a caption or the opening may name who answers."""
    mentions: list[RawPerson] = []
    for part in (Part.INTRODUCTION, Part.TITLE, Part.CAPTION):
        for piece in written.head.all(part):
            mentions += people_in(piece.span.of(text), piece.span.start)
    if not mentions and turns and turns[0].paragraphs:
        mentions = _introduced_in_opening(turns[0], text)
    for piece in written.head.all(Part.SUMMARY):
        mentions += _told_of_in(piece.span, text)
    known = {fold(p.name) for p in people.all}
    _add_officials(people, [m for m in mentions if fold(m.name) not in known], log, silent=not turns)


def _add_officials(people: People, mentions: Sequence[RawPerson], log: Log, *, silent: bool = False) -> None:
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


def _introduced_in_opening(turn: RawTurn, text: str) -> list[RawPerson]:
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


def _introducing(words: str) -> list[Span]:
    """The sentences that say who is there. Others may name people, too: the premier who reported this morning."""
    if is_chinese(words):
        return [Span(0, len(words))]
    spans: list[Span] = []
    for span in _sentences(words):
        sentence = span.of(words)
        if _PRESENT.search(sentence):
            spans.append(span)
        elif spans and spans[-1].end == span.start and _GOES_ON.match(sentence):
            spans[-1] = Span(spans[-1].start, span.end)
    return spans


def _introduce_themselves(turns: Sequence[RawTurn], found: Sequence[Voice]) -> None:
    """`I'm Lin Dahai, mayor of Linzhou`, under that very name: the post of somebody of whom nothing else is known."""
    met: set[int] = set()
    for turn, voice in zip(turns, found, strict=True):
        person = voice.person
        if person is None or person.outlet or person.role == "reporter" or id(person) in met:
            continue
        met.add(id(person))
        for paragraph in turn.paragraphs[:3] if person.description is None else ():
            me = self_introduction(paragraph["text"][:_MOST_OF_SELF], paragraph["start"])
            if me is not None and me.description and names_post(me.description) and fold(me.name) == fold(person.name):
                person.description = " ".join(me.description.split())
                person.evidence.append(("description", me.span, "self-introduction"))
                break


def _meet(turn: RawTurn, voice: Voice, people: People, told: set[str], log: Log) -> None:
    """Give the turn its person: one who is known already, or a new one named by the label.

    `told`: labels that could mean several, of which the log knows.
    """
    if turn.label is None or ("anonymous" in turn.clues and not _names_an_outlet(turn.label)):
        return
    if voice.person is None:
        voice.person, honorific = people.of_label(turn.label)
        if voice.person is None and _could_be_several(turn, people, told, log):
            return
        if voice.person is None:
            voice.person = _named_by(turn, voice, honorific, people)
    person = voice.person
    if person is None:
        return
    if person.role == "unknown":
        person.role = voice.role
    if person.honorific is None and not person.outlet:
        _, honorific = people.of_label(turn.label)
        if honorific and not _CHAIR_WORD.fullmatch(honorific):
            person.honorific = honorific
            if turn.label_span:
                person.evidence.append(("honorific", turn.label_span, "label"))
    if turn.label != person.name and turn.label not in person.aliases and fold(turn.label) != fold(person.name):
        person.aliases.setdefault(turn.label)


def _could_be_several(turn: RawTurn, people: People, told: set[str], log: Log) -> bool:
    """Whether a label stays open. `Vice Minister Wang`, and two of the roster are called Wang: nobody is invented."""
    label = turn.label or ""
    if label in told:
        return True
    rivals = _rivals(label, people)
    if len(rivals) < 2:
        return False
    told.add(label)
    if turn.label_span:
        log.add("P502", *turn.label_span, reference=label, names=listed(rivals))
    return True


def _names_an_outlet(label: str) -> bool:
    """Whether an anonymous label says whom the asker is with: `Reporter (Reuters)`."""
    return label.endswith((")", "）")) and outlets.resolve(label).outlet is not None


def _rivals(label: str, people: People) -> list[Person]:
    """Those whom a label with a family name alone, or a name that several have, could mean."""
    honorific, name = split_honorific(core(label).split(",")[0])
    if same := people.namesakes(name):
        return same
    bearers = [] if " " in name else people.by_family_name(name)
    return bearers if honorific else [person for person in bearers if person.copies]


def _named_by(turn: RawTurn, voice: Voice, honorific: str | None, people: People) -> Person | None:
    words = core(turn.label or "")
    whole = turn.label or ""
    outlet = outlets.find(whole)
    printed = whole if outlet else unnumbered(whole)
    outlet = outlet or outlets.find(printed) or outlets.find(words) or outlets.find_within(words)
    if voice.role == "reporter":
        outlet = outlet or outlets.resolve(whole).outlet or outlets.resolve(simplified(whole)).outlet
        # `新华社记者李明` is 李明 of 新华社.
        name = split_label(words)[1] if is_han(words) and split_post(words) else printed
        person = Person(name=name, role="reporter", outlet=outlet.id if outlet else None)
    elif is_han(words):
        if (holder := _holder(words, people)) is not None:
            return holder
        post, name = split_label(words)
        # `顾云亮（渡口管理局局长）`
        beside = whole.removeprefix(words).strip("（）() \xa0\u3000")
        person = Person(name=name, role=voice.role, description=post or (beside if ends_in_post(beside) else None))
    elif _NAME_CLUES.intersection(turn.clues) or is_name_shaped(words):
        head, _, description = words.partition(",")
        name = split_honorific(head)[1] if honorific else head
        if voice.role == "chair" and ":" in name:
            name = name.split(":")[-1].strip()
        person = Person(name=name, honorific=honorific, role=voice.role, description=description.strip() or None)
    else:
        person = Person(name=words, role=voice.role)
    if turn.label_span:
        person.evidence.append(("", turn.label_span, "label"))
    return people.add(person)


def _holder(post: str, people: People) -> Person | None:
    """The one person whom the page gives this post, for a label that is the post alone: `渡口司司长`."""
    if not ends_in_post(post) or split_post(post):
        return None
    words = simplified(post)
    posts = {p: _BETWEEN_POSTS.split(simplified(p.description)) for p in people.all if p.description}
    same = [p for p, held in posts.items() if words in held]
    holders = same or [p for p, held in posts.items() if any(post.endswith(words) for post in held)]
    return holders[0] if len(holders) == 1 else None


def _settle_anonymous(turns: Sequence[RawTurn], found: Sequence[Voice], people: People) -> None:
    """`A` and `Answer` are the official of a page that has one."""
    officials = [p for p in people.all if p.role == "official"]
    if len(officials) != 1:
        return
    (official,) = officials
    for turn, voice in zip(turns, found, strict=True):
        if voice.role == "official" and voice.person is None and "anonymous" in turn.clues:
            voice.person, voice.basis = official, "only official"
            if turn.label:
                official.aliases.setdefault(turn.label)


def _settle_unlabelled(turns: Sequence[RawTurn], found: Sequence[Voice], people: People, log: Log) -> None:
    """A speech without label that says `I'm ...` names its speaker; one that continues has nobody."""
    for i, (turn, voice) in enumerate(zip(turns, found, strict=True)):
        if turn.label is not None:
            continue
        speech = turn.speech[:_OPENING]
        if i == 0:
            turn.continued = voice.role in ("official", "unknown") and not wording.GREETING.match(speech)
            me = self_introduction(speech, turn.start)
            if me is not None and voice.role != "reporter":
                voice.person = people.find(me.name)
                if voice.person is None:
                    merge_roster(people, [me], log, basis="self-introduction")
                    voice.person = people.find(me.name)
                role = voice.role if voice.role != "unknown" else "official" if len(turns) == 1 else "unknown"
                voice.role, voice.basis = role, "self-introduction"
                if voice.person is not None and voice.person.role == "unknown":
                    voice.person.role = role
