"""Signs that words stand under the wrong person: a label left unread, an answer in a question, one person as two.

In: the turns with their voices, and what the page prints. Out: entries in the log, nothing else. Promises: it looks at
what was read, not at how, so that what one stage overlooks another sees. Each turn is told once. Decides nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from re import Match

from scio_transcripts.diagnostics import Log
from scio_transcripts.language import speech_acts
from scio_transcripts.language.label import core, fold
from scio_transcripts.lexer.read import Written
from scio_transcripts.lexer.turns.raw import RawParagraph, RawTurn
from scio_transcripts.lexer.zones.pieces import Part
from scio_transcripts.normalizer.doubts.second_look import HEAD, INNER, KnownSpeakers, heads_in
from scio_transcripts.normalizer.doubts.self_named import calls_of, somebody_else
from scio_transcripts.normalizer.people.introductions import people_in
from scio_transcripts.normalizer.people.person import Person
from scio_transcripts.normalizer.roles.roles import Voice
from scio_transcripts.registry.han import ends_in_post
from scio_transcripts.registry.names import is_office, people_named
from scio_transcripts.registry.script import is_han
from scio_transcripts.spans import Span

_SHOWN = 60
_TWO = 2
_MOST_TOLD = 100
"""People who are held against each other."""


def tell_doubts(written: Written, turns: Sequence[RawTurn], voices: Sequence[Voice], log: Log) -> None:
    """Tell the signs on a page: those in the turns of a transcript, or speakers on a page that was taken for none."""
    if not turns:
        _tell_dialogue(written, log)
        return
    people = list({id(v.person): v.person for v in voices if v.person is not None}.values())
    known, called = _known(people, turns), calls_of(people)
    for i, turn in enumerate(turns):
        who = repr(turn.label) if turn.label else "somebody without a label"
        if (found := _head_within(turn, known)) is not None:
            log.add("L206", found["start"], found["end"], label=_shown(found["text"]), who=who)
        elif (found := _answered_within(i, turns, voices)) is not None:
            log.add("L207", found["start"], found["end"], start_words=_shown(found["text"]), who=who)
        elif (found := somebody_else(turn, voices[i], called)) is not None:
            log.add("L211", found["start"], found["end"], start_words=_shown(found["text"]), who=who)
    for piece in written.head.all(Part.SUMMARY):
        line = written.lines[piece.line]
        if any(known.speaks(inner["words"]) for inner in INNER.finditer(line.text)):
            log.add("L206", line.start, line.end, label=_shown(line.text), who="nobody, in the head of the page")
    _tell_namesakes(people, log)
    _tell_nobodys(written, turns, voices, log)


def _known(people: Sequence[Person], turns: Sequence[RawTurn]) -> KnownSpeakers:
    """The speakers that the page names: its people and their posts, and its labels."""
    persons = [person for person in people if not person.outlet]
    labels = {core(turn.label) for turn in turns if turn.label}
    return KnownSpeakers.of(
        labels.union(person.name for person in persons), [p.description for p in persons if p.description]
    )


def _tell_nobodys(written: Written, turns: Sequence[RawTurn], voices: Sequence[Voice], log: Log) -> None:
    """Tell the first of the answers, and of what opens the page, without a speaker, where the head names somebody."""
    for turn, voice in zip(turns, voices, strict=True):
        is_open = "anonymous" in turn.clues or turn is turns[0]
        if is_open and voice.person is None and voice.role != "reporter":
            if named := _named(written):
                log.add("P510", turn.start, turn.end, name=named[0], label=turn.label or "no label")
            return


def _named(written: Written) -> list[str]:
    """The people whom the head names where it tells of the event. A caption may name its photographer."""
    parts = (Part.TITLE, Part.SUMMARY, Part.INTRODUCTION)
    told = [written.lines[piece.line].text for part in parts for piece in written.head.all(part)]
    return [name for words in told for name in [p.name for p in people_in(words)] or people_named(words)]


def _tell_dialogue(written: Written, log: Log) -> None:
    """Tell that speakers alternate on a page without turns."""
    known = KnownSpeakers.of(_named(written))
    spoken = [p for turn in written.page.turns for p in turn.paragraphs if _begins_speech(p["text"], known)]
    if len(spoken) > _TWO:
        first = spoken[0]
        log.add("L208", first["start"], first["end"], label=_shown(first["text"]), count=len(spoken))


def _begins_speech(words: str, known: KnownSpeakers) -> bool:
    head = HEAD.match(words)
    return known.runs_on(words) or (head is not None and known.speaks(head["words"]))


def _head_within(turn: RawTurn, known: KnownSpeakers) -> RawParagraph | None:
    """The first paragraph of a turn that opens as a speaker's, or holds one."""
    own = fold(core(turn.label or ""))
    texts = [paragraph["text"] for paragraph in turn.paragraphs]
    for rank, (words, after) in enumerate(zip(texts, [*texts[1:], ""], strict=False)):
        may_begin = rank > 0 or turn.label is None
        if may_begin and (known.runs_on(words) or (after and known.stands_alone(words))):
            return turn.paragraphs[rank]
        if any(_is_anothers(head, own, after, known) for head in heads_in(words, begins=may_begin)):
            return turn.paragraphs[rank]
    return None


def _is_anothers(head: Match[str], own: str, after: str, known: KnownSpeakers) -> bool:
    """Whether a head is not the speaker's own. `after` is the next paragraph."""
    return fold(head["words"]) != own and known.speaks(head["words"], head.string[head.end() :].strip(), after)


def _answered_within(i: int, turns: Sequence[RawTurn], voices: Sequence[Voice]) -> RawParagraph | None:
    """The statement behind a question inside one turn, where nobody else answers the question."""
    turn, role = turns[i], voices[i].role
    if role == "reporter" and i + 1 < len(turns) and voices[i + 1].role in ("official", "chair"):
        return None
    for question, statement in zip(turn.paragraphs, turn.paragraphs[1:], strict=False):
        if not speech_acts.ends_with_question(question["text"]) or speech_acts.ends_with_question(statement["text"]):
            continue
        asked = turn.label is None or role == "reporter" or speech_acts.opens_question(question["text"])
        if asked and not speech_acts.thanks(statement["text"]):
            return statement
    return None


def _tell_namesakes(people: Sequence[Person], log: Log) -> None:
    """Tell two speakers of whom one has a part of the other's name, and those who are known by a post alone."""
    whole = [(person, _words(person)) for person in people[:_MOST_TOLD]]
    for person, words in whole:
        place = person.evidence[0][1] if person.evidence else Span(0, 0)
        if person.role == "official" and (
            is_office(person.name) or (is_han(person.name) and ends_in_post(person.name))
        ):
            log.add("P508", *place, label=person.name)
            continue
        other = next((o for o, its in whole if o is not person and _is_part(words, its, outlet=person.outlet)), None)
        if other is not None:
            log.add("P509", *place, name=person.name, other=other.name)


def _words(person: Person) -> frozenset[str]:
    """The words of a name. What stands in brackets behind an outlet says how its reporter asks, not who."""
    return frozenset(fold(core(person.name) if person.outlet else person.name).split())


def _is_part(words: frozenset[str], others: frozenset[str], *, outlet: str | None) -> bool:
    """Whether a name is a part of another. One outlet may be a part of another's name; only the same is a doubt."""
    return words == others if outlet else bool(words) and words <= others


def _shown(words: str) -> str:
    return " ".join(words[:_SHOWN].split())
