"""Which sentences of a speech say who is there: whom the speaker presents, invites to speak, or sits beside.

In: a speech. Out: the spans of these sentences, and the people whom they name with a post. Promises: a visitor who is
announced, a leader who is quoted and an author who is praised are named in other sentences, and are left out. Knows no
label and no role.
"""

from __future__ import annotations

from scio_transcripts.lazy import re
from scio_transcripts.lexer.roster.entries import people_on
from scio_transcripts.lexer.turns.raw import RawPerson
from scio_transcripts.normalizer.people.introductions import people_in
from scio_transcripts.registry.script import is_chinese
from scio_transcripts.spans import Span

_PRESENT = re.compile(
    r"\b(?:present (?:are|here|at)|here (?:are|is)|(?:are|is) (?:also )?here|with us|join(?:ing|ed|t)? (?:us|by)"
    r"|(?:pleased|honou?red|glad|delighted|privileged|happy|like|want|going) to (?:have|invite|introduce|welcome"
    r"|be (?:here )?(?:together )?(?:with|joined by))"
    r"|let(?:['’]s| us| me) (?:invite|introduce|welcome)|please welcome"
    r"|we (?:(?:will|shall) )?(?:have|are joined|have invited|invited|['’]ve invited)"
    r"|(?:speakers?|participants|guests?|officials) [^.;:]{0,60}?(?:are|is)\b"
    r"|guests? (?:are|is|here|today)|delegates are|invited|attending"
    r"|will (?:brief|give|introduce|answer|speak|present|provide|tell))\b",
    re.I,
)
# The one who is invited stands behind the word: `应部长邀请，` tells of a visit. Only hosts give courtesy titles.
_PRESENT_HAN = re.compile(
    r"邀[请請](?![，,。、；]|[于於下对對])|(?<!邀)(?:[请請][到来來]了?|有[请請])|出席|[参參]加今天|嘉[宾賓]|[发發][布佈]人(?:有|是|[为為])"
    r"|在座|[请請][^，。！？]{2,40}(?:作|做|介[绍紹]|[发發]言|[发發]布|通[报報]|[说說]明)|主持|先生|女士|同志|就[坐座]"
)
_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bProf)(?<!\bLtd)(?<!\bCo)(?<![A-Z])[.!?][”\"’]?\s+(?=[A-Z“\"‘])"
)
_SENTENCE_END_HAN = re.compile(r"[。！？!?]")
_GOES_ON = re.compile(
    r"(?:They|He|She|These|The (?:speakers|guests|others)|Also|And|Joining|Mr|Ms|Mrs|Dr|Prof)\b|[^,.]{3,40}, "
)
"""How a sentence begins that goes on to say who is there."""


def people_presented(speech: str, offset: int = 0) -> list[RawPerson]:
    """Everybody whom a speech names with a post in a sentence that says who is there, in order.

    >>> words = "Today we are delighted to have Mr. Lin Dahai, vice minister of harbors. Premier Gu Wei spoke of dikes."
    >>> [person.name for person in people_presented(words)]
    ['Lin Dahai']
    """
    found = [p for span in _presenting(speech) for p in people_in(span.of(speech), offset + span.start)]
    # `我代表` is what the speaker says of himself.
    return [person for person in found if "我" not in (person.description or "")]


def sentences(words: str) -> list[Span]:
    """Where each sentence stands. The stop of `Mr.` ends none."""
    end = _SENTENCE_END_HAN if is_chinese(words) else _SENTENCE_END
    ends = [found.end() for found in end.finditer(words)]
    return [Span(s, e) for s, e in zip([0, *ends], [*ends, len(words)], strict=True) if s < e]


def _presenting(speech: str) -> list[Span]:
    """The sentences that say who is there, each with those that go on with it."""
    present = _PRESENT_HAN if is_chinese(speech) else _PRESENT
    spans: list[Span] = []
    for span in sentences(speech):
        sentence = span.of(speech)
        if present.search(sentence):
            spans.append(span)
        elif spans and spans[-1].end == span.start and _GOES_ON.match(sentence):
            spans[-1] = Span(spans[-1].start, span.end)
        elif spans and people_on(sentence.rstrip(), None):
            # Nothing but people, behind another sentence: the list goes on.
            spans.append(span)
    return spans
