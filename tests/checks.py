"""The laws of a parsed document, as assertions that any test can make of any text.

Gives: one function a law. Each takes a `Transcript` (for the lexer, a text) and fails with the characters in question.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from selectolax.lexbor import LexborHTMLParser

from scio_transcripts import Transcript, lex
from scio_transcripts.language.wording import Anywhere
from scio_transcripts.lexer.page.patterns import BLANKS
from scio_transcripts.model import Exchange
from scio_transcripts.model.base import Part

if TYPE_CHECKING:
    from render import Printed

GROWTH = 2.3
"""Most by which the work may grow where the text doubles."""

Place = tuple[int, int, str]
"""Start, end, and what stands there."""


def assert_partition(text: str) -> None:
    """Law 1: the tokens, joined, are the text."""
    tokens = lex(text)
    assert "".join(token.text for token in tokens) == text
    position = 0
    for token in tokens:
        assert token.start == position < token.end, f"a gap, an overlap or an empty token at {token}"
        assert text[token.start : token.end] == token.text
        position = token.end
    assert position == len(text)


def speech_and_notes(document: Transcript) -> list[Place]:
    """Everything that nothing else may overlap: paragraphs, labels, notes."""
    found: list[Place] = [(n.start, n.end, f"note {n.kind}") for n in document.notes]
    for turn in document.turns:
        if turn.label_start is not None and turn.label_end is not None:
            found.append((turn.label_start, turn.label_end, f"label {turn.label!r}"))
        found += [(p.start, p.end, f"paragraph of turn {turn.index}") for p in turn.paragraphs]
    return sorted(found)


def assert_claimed(document: Transcript) -> None:
    """Law 2: every visible character belongs to speech, a label, a note or a value; the first three never overlap."""
    places = speech_and_notes(document)
    for (_, end, first), (start, _, second) in pairwise(places):
        assert end <= start, f"{first} and {second} overlap at {start}: {document.text[start:end]!r}"
    claimed = bytearray(len(document.text))
    for start, end, _ in (*places, *((e.start, e.end, e.field) for e in document.evidence)):
        claimed[start:end] = b"\1" * (end - start)
    position = claimed.find(0)
    while position >= 0:
        assert document.text[position] in BLANKS, (
            f"nobody claims {document.text[position : position + 60]!r} at {position}"
        )
        position = claimed.find(0, position + 1)


def assert_ordered(document: Transcript) -> None:
    """Law 3: no span runs backwards, at any level, and all lie in the text."""
    length = len(document.text)

    def follow(what: str, spans: Sequence[tuple[int, int]], begin: int = 0, end: int = length) -> None:
        position = begin
        for first, last in spans:
            assert begin <= first <= last <= end, f"{what} {first}-{last} is not within {begin}-{end}"
            assert first >= position, f"{what} {first}-{last} begins before {position}"
            position = last

    follow("turn", [(t.start, t.end) for t in document.turns])
    assert [t.index for t in document.turns] == list(range(len(document.turns)))
    for turn in document.turns:
        label = [] if turn.label_start is None else [(turn.label_start, turn.label_end or -1)]
        follow(
            f"label or paragraph of turn {turn.index}",
            [*label, *((p.start, p.end) for p in turn.paragraphs)],
            turn.start,
            turn.end,
        )
    follow("note", [(n.start, n.end) for n in document.notes])
    follow("reference", [(r.start, r.end) for r in document.references])
    for what, spans in (
        ("evidence", document.evidence),
        ("diagnostic", document.diagnostics),
        *((f"evidence of {p.id}", p.evidence) for p in document.participants),
    ):
        for span in spans:
            assert 0 <= span.start <= span.end <= length, f"{what} {span} is not within the text"
    for name in ("evidence", "diagnostics"):
        starts = [span.start for span in getattr(document, name)]
        assert starts == sorted(starts), f"{name} run backwards"
    assert_exchanges(document)


def assert_exchanges(document: Transcript) -> None:
    """Exchanges and sections in order: no turn twice, questions before answers, parts inside their questions."""
    count = len(document.turns)
    taken: list[int] = []
    for e in document.exchanges:
        own = [*e.questions, *e.answers, *(h for h in e.handovers if h not in e.answers)]
        assert e.questions or e.answers, "an exchange of nothing"
        assert all(0 <= n < count for n in own)
        assert taken == [] or min(own) > max(taken), "exchanges run backwards or share turns"
        assert len(own) == len(set(own)), "a turn stands twice in one exchange"
        taken += own
        for indices in (e.questions, e.answers, e.follow_ups, e.handovers):
            assert list(indices) == sorted(set(indices))
        assert not e.questions or not e.answers or e.questions[0] < e.answers[0]
        assert set(e.follow_ups) <= set(e.questions)
        assert all(f > e.answers[0] for f in e.follow_ups)
        assert not set(e.handovers) & set(e.questions)
        assert_parts(document, e)
    following = 0
    for section in document.sections:
        assert section.first == following <= section.last
        following = section.last + 1
    assert following == count, "the sections leave turns out"
    kinds = [section.kind for section in document.sections]
    assert len(kinds) == len(set(kinds))


def assert_parts(document: Transcript, exchange: Exchange) -> None:
    """Parts lie inside the question's paragraphs and follow each other; what addresses them lies inside answers."""
    turns = document.turns
    position = 0
    for before, part in pairwise([None, *exchange.parts]):
        assert part is not None
        assert part.turn in exchange.questions
        assert part.number == (before.number + 1 if before is not None and part.number > 1 else 1)
        assert position <= part.start < part.end
        position = part.end
        asked = [p for n in exchange.questions for p in turns[n].paragraphs]
        assert any(p.start <= part.start < p.end for p in turns[part.turn].paragraphs)
        assert any(p.start < part.end <= p.end for p in asked)
        for a in part.answers:
            assert a.turn in exchange.answers
            assert a.turn > part.turn
            assert any(p.start <= a.start < p.end for p in turns[a.turn].paragraphs)
            assert any(p.start < a.end <= p.end for p in turns[a.turn].paragraphs)
            assert a.start < a.end
            assert any(
                turns[n].start <= a.said_start < a.said_end <= turns[n].end for n in exchange.answers if n <= a.turn
            ), "the words that say so stand in no answer"


_NOT_READ = frozenset({"url", "urls", "parts", "numbers", "complete", "missing", "id", "evidence"})
"""Fields that stand nowhere in a text: addresses, ids, files, and numbers that names of files may give."""


def values_of(document: Transcript) -> Iterator[tuple[str, object]]:
    """Every value of the metadata that is neither null nor empty, with its path. A new field is one of them."""
    wholes: list[tuple[str, Part]] = [
        *((name, getattr(document, name)) for name in ("event", "publication", "pages", "credits")),
        *((f"participants.{p.id}", p) for p in document.participants),
    ]
    fields = [(name, getattr(document, name)) for name in ("title", "summary", "category")]
    fields += [(f"{path}.{name}", value) for path, whole in wholes for name, value in whole if name not in _NOT_READ]
    yield from ((path, value) for path, value in fields if value not in (None, (), "none"))


def assert_evidenced(document: Transcript) -> None:
    """Law 4: every value has a place in the text that it came from, and what has offsets stands there."""
    from scio_transcripts.lexer import view_of  # here: `make golden` reads these tests with older code, too

    text = document.text
    # What metadata says stands nowhere in the text; a diagnostic tells of it.
    hidden = {"publication.date"} if any(d.code == "D406" for d in document.diagnostics) else set()
    for path, value in values_of(document):
        if path in hidden:
            continue
        assert value != "", f"{path} is empty rather than null"
        evidence = document.evidence_for(path)
        assert evidence, f"{path} is {value!r}, and nothing shows from where"
        assert all(text[e.start : e.end].strip() for e in evidence), f"{path} has evidence of blanks"
    for kind, names in document.credits:
        evidence = document.evidence_for(f"credits.{kind}")
        places = {" ".join(view_of(text[e.start : e.end]).text.split()) for e in evidence}
        places |= {place.replace(" ", "") for place in places}  # a name of two characters may be spaced out
        assert set(names) <= places, f"the evidence of {kind} {names} is {places}"
    for person in document.participants:
        assert person.evidence, f"nothing shows where participant {person.name!r} was read"
        assert any(text[e.start : e.end].strip() for e in person.evidence)
        assert person.name
    for turn in document.turns:
        for p in turn.paragraphs:
            assert text[p.start : p.end] == p.text
            assert p.text.strip(), f"turn {turn.index} has a blank paragraph"
        assert turn.label != ""
    for note in document.notes:
        assert text[note.start : note.end] == note.text


def assert_sound(document: Transcript) -> None:
    """What must hold between the parts: ids are unique and lead somewhere, kinds fit."""
    ids = [p.id for p in document.participants]
    assert len(ids) == len(set(ids)), f"two participants with one id: {sorted(i for i in ids if ids.count(i) > 1)}"
    known = set(ids)
    turns = [t.id for t in document.turns]
    assert len(turns) == len(set(turns)), "two turns with one id"
    for turn in document.turns:
        assert turn.speaker is None or turn.speaker in known
        assert (turn.label is None) == (turn.label_start is None) == (turn.label_end is None)
    for exchange in document.exchanges:
        assert exchange.asker is None or exchange.asker in known
        assert set(exchange.answerers) <= known
    assert document.kind == "transcript" or not document.turns
    assert document.source.length == len(document.text)


def assert_lawful(document: Transcript) -> None:
    """Laws 2 to 4, and what must hold between the parts."""
    assert_claimed(document)
    assert_ordered(document)
    assert_evidenced(document)
    assert_sound(document)


def assert_says(document: Transcript, printed: Printed) -> None:
    """The document says what was printed."""
    assert document.kind == "transcript"
    assert [t.label for t in document.turns] == [t.label for t in printed.turns]
    assert [[p.text for p in t.paragraphs] for t in document.turns] == [list(t.paragraphs) for t in printed.turns]
    assert [(t.label, t.role) for t in document.turns] == [(t.label, t.role) for t in printed.turns]
    people = {p.id: p.name for p in document.participants}
    for turn in document.turns:
        if turn.label not in ("Q", "A"):
            assert people.get(turn.speaker or "") == turn.label
    if printed.chairs is not None:
        assert tuple(p.name for p in document.participants if p.role == "chair") == printed.chairs
    if printed.officials is not None:
        assert tuple(p.name for p in document.participants if p.role == "official") == printed.officials
    if printed.date is not None:
        assert document.event.date == printed.date
    if printed.city is not None:
        assert document.event.city == printed.city
    if printed.translators is not None:
        assert document.credits.translators == printed.translators


def assert_placed(document: Transcript, htmls: Sequence[str]) -> None:
    """Every place's selector leads to an element that holds the place's words. `htmls`: the pages, in order."""
    starts = [part.start for part in document.pages.parts if part.use == "read"] or [0]
    assert len(starts) == len(htmls)
    assert document.places or not document.text.strip()
    spoken = [p for turn in document.turns for p in turn.paragraphs]
    assert all(document.place_of(part) for part in (*spoken, *document.notes))
    for html, start, end in zip(htmls, starts, [*starts[1:], len(document.text)], strict=True):
        tree = LexborHTMLParser(html)
        places = [place for place in document.places if start <= place.start < end]
        nodes = {place.selector: tree.css_first(place.selector) for place in places}
        for node in tree.css("script, style, [hidden], [style*='display:none']"):
            node.decompose()
        held = {selector: "".join(node.text().split()) for selector, node in nodes.items()}
        for place in places:
            words = "".join(document.text[place.start : place.end].split())
            assert words in held[place.selector], f"{words!r} is not in {place.selector}"


def forget_what_is_remembered() -> None:
    """Empty the bounded memories of labels and names, so that a text costs the same whatever was read before it."""
    for module in [m for name, m in sys.modules.items() if name.startswith("scio_transcripts")]:
        for value in vars(module).values():
            if hasattr(value, "cache_parameters") and value.cache_parameters()["maxsize"] is not None:
                value.cache_clear()


def read_out_rows() -> None:
    """Take the rows of words apart now, which they put off for a hundred searches, and then do once a process."""
    modules = [module for name, module in sys.modules.items() if name.startswith("scio_transcripts")]
    for rows in [v for module in modules for v in vars(module).values() if isinstance(v, Anywhere)]:
        assert all(isinstance(word, str) for word in (*rows._in_english.required, *rows._in_chinese.required))


def calls_during(work: Callable[[], object]) -> int:
    """How many functions are called, Python's and C's, while `work` runs: the same on every machine, unlike time."""
    count = 0

    def tick(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    forget_what_is_remembered()
    read_out_rows()
    before = sys.getprofile()
    sys.setprofile(tick)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count
