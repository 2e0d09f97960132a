"""Which lines are labels: decided by evidence, not by looks.

In: the lines of a page and the names of its roster. Out: for each line that is a label, the clues that won.
Every clue has a
weight; a candidate needs `ENOUGH`. Candidates with the same words are weighed together, so that what is certain
once helps
everywhere. Knows nothing of roles.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from scio_transcripts.lexer import Form, Kind, Line
from scio_transcripts.lexer.patterns import SMALL_WORDS
from scio_transcripts.parser import wording
from scio_transcripts.registry import outlets
from scio_transcripts.registry.names import (
    is_name_shaped,
    is_office,
    is_person,
    names_post,
    office_words,
    split_honorific,
)

ENOUGH = 4
WEIGHTS: Mapping[str, int] = {
    # the words
    "roster": 5,
    "anonymous": 5,
    "role-word": 4,
    "outlet": 5,
    "outlet-within": 3,
    "outlet-word": 2,
    "asker": 3,
    "described": 4,
    "titled": 3,
    "office": 3,
    "named-above": 2,
    "person": 2,
    "name-shaped": 1,
    # the place
    "own-line": 2,
    "bracketed": 3,
    "markdown": 3,
    "inline": 0,
    "recurs": 2,
    "bold": 3,
    # the neighbours
    "opens": 2,
    "asks": 2,
    "hand-over": 2,
    "answers": 2,
    # against
    "prose": -4,
    "introduces-list": -5,
    "headline": -5,
    "salutation": -9,
    "field": -9,
    "ordinal": -6,
    "long": -3,
    "sentence": -4,
}
"""Each clue and what it weighs."""

_ANONYMOUS = re.compile(
    r"(?:Q|A|Questions?|Answers?|Reporters?|Journalists?|Correspondent|Media|Press"
    r"|Audience(?: member)?|Netizens?|记者|问|答|提问|回答)(?: ?\d{1,2})?",
    re.I,
)
_ROLE_WORD = re.compile(
    r"(?:Host|Hostess|Moderator|Chair|Chairman|Chairwoman|Chairperson|Compere|Anchor|Presenter"
    r"|Interpreter|Translator|Staff|Spokes(?:person|man|woman)"
    r"|主持人|翻译|发言人)",
    re.I,
)
_SALUTATION = re.compile(
    r"\b(?:friends|ladies|gentlemen|colleagues|everyone|comrades|guests|netizens|members of the press"
    r"|dear|good (?:morning|afternoon|evening)|hello)\b"
    r"|(?:朋友|们)$",
    re.I,
)
_FIELD = re.compile(
    r"(?:Notes?|P\.?S|Source|Tel|Fax|E-?mail|Web(?:site)?|Link|URL|Updated?|Published|Posted|Tags?"
    r"|Keywords?|Photos?|Video|Caption|Related|Editor|Author|Interview"
    r"|Summary|Abstract|Title|Subject|Topic|Theme|Venue|Place|Address|Add|Time|Date|Contents?"
    r"|Attachment|Annex|Appendix|Figure|Table|Chart|Box|Example|Conclusion"
    r"|Background|Introduction|Overview|Highlights?|Live|Breaking|来源|时间|地点|作者|编辑|标题|实录)(?: ?\d{1,2})?",
    re.I,
)
_ORDINAL = re.compile(
    r"(?:(?:the )?(?:first|second|third|fourth|fifth|sixth|last|next|final)(?:ly)?|one|two|three|four"
    r"|five|(?:question|point|part|step|item|task|stage|phase) (?:\d{1,2}|one|two|three))\b.*",
    re.I,
)
_INTRODUCES = re.compile(
    r".*\b(?:follows?|following|below|points?|aspects?|respects?|tasks?|measures?|areas?|ways?"
    r"|reasons?|features?|characteristics|things|steps|words|principles"
    r"|questions|facts|examples?|is|are|was|were|said|says|that|and|means|include[sd]?|including|to"
    r"|priorities|achievements|results|figures)",
    re.I,
)
_SENTENCE_BREAK = re.compile(r"[a-z]{3,}\. [A-Z]")
_HEADLINE = re.compile(
    r"\b(?:Meets?|Holds?|Attends?|Answers?|Press [Cc]onference|[Bb]riefings?|Press [Rr]elease"
    r"|Press [Cc]ent(?:er|re)|Full [Tt]ext|Transcript|Live|Watch"
    r"|Remarks)\b(?! [A-Z]\w+ (?:TV|News|Daily))"
)
_ASKING_WORDS = frozenset("reporter reporters journalist journalists correspondent from".split())
_PAREN_TAIL = re.compile(r"\s*[(（][^()（）]{1,80}[)）]$")
_NUMBER = re.compile(r"^\d{1,3} ?[.)、] ?")
_MOST_WORDS = 10
_NAMING = frozenset({"person", "titled", "office", "described", "named-above"})
_PLACES: dict[Form | None, str] = {None: "own-line"} | {form: form.value for form in Form}


class Weighed(NamedTuple):
    """What the scales say of one candidate."""

    clues: tuple[str, ...]
    weight: int

    @property
    def wins(self) -> bool:
        return self.weight >= ENOUGH


@lru_cache(maxsize=8192)
def is_anonymous(label: str) -> bool:
    """Whether the label is `Q`, `Answer`, `记者` or the like."""
    return _ANONYMOUS.fullmatch(label) is not None


def unnumbered(label: str) -> str:
    """A label without the number before it: `1. CCTV` is `CCTV`."""
    return _NUMBER.sub("", label)


@lru_cache(maxsize=8192)
def core(label: str) -> str:
    """A label without number and without brackets at its end: `1. CCTV (in Chinese)` is `CCTV`."""
    return _PAREN_TAIL.sub("", unnumbered(label))


@lru_cache(maxsize=8192)
def fold(words: str) -> str:
    """Words as they are compared: blanks folded, curly apostrophes straight, without case."""
    return " ".join(words.replace("’", "'").replace("\u200b", "").replace("\ufeff", "").lower().split())


def weigh_words(label: str, names: frozenset[str], named: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The clues in a label's own words. `names` holds the roster's names, folded; `named` those that other lines
    of the head name.

    >>> weigh_words("Phoenix TV", frozenset())
    ('outlet',)
    >>> weigh_words("We have three main tasks", frozenset())
    ('introduces-list', 'prose')
    """
    folded = fold(core(label))
    if folded in names:
        return ("roster",)
    # Most labels name nobody of the roster; what their words say is the same on every page.
    words = folded.replace(",", " ").split()
    clues = _weigh_alone(label) if _families(names).isdisjoint(words) else _weigh(label, names)
    if named and (" ".join(words[-2:]) in named or folded in named):
        return (*clues, "named-above")
    return clues


@lru_cache(maxsize=8)
def _families(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name.split(" ", 1)[0] for name in names)


@lru_cache(maxsize=8192)
def _weigh_alone(label: str) -> tuple[str, ...]:
    return _weigh(label, frozenset())


def _weigh(label: str, names: frozenset[str]) -> tuple[str, ...]:
    words = core(label)
    if _ANONYMOUS.fullmatch(words):
        return ("anonymous",)
    if outlets.find(words) or outlets.find(unnumbered(label)) or outlets.find(label):
        return ("outlet",)
    against = _against(words)
    if "salutation" in against or "field" in against:
        return against
    if (described := _described(words, names)) or (described := _post_before_name(words)):
        return described
    return (*_for(words, names), *against)


def _described(words: str, names: frozenset[str]) -> tuple[str, ...]:
    """`Name, whole title` or `Title Name, whole title`: the comma after the name makes the lower-case words a title."""
    head, comma, rest = words.partition(",")
    if not comma or not rest.strip():
        return ()
    name = split_honorific(head.strip())[1]
    if fold(name) in names:
        return ("roster", "described")
    return ("described",) if is_person(name) and names_post(rest) else ()


def _post_before_name(words: str) -> tuple[str, ...]:
    """`Director of the Economic Committee Lin Dahai`: a whole title in capitals, then the name."""
    parts = words.split()
    if (
        len(parts) < 4
        or not is_person(" ".join(parts[-2:]))
        or any(p[0].islower() and p not in SMALL_WORDS for p in parts)
    ):
        return ()
    return ("described",) if names_post(" ".join(parts[:-2])) else ()


def _for(words: str, names: frozenset[str]) -> tuple[str, ...]:
    clues: list[str] = []
    honorific, name = split_honorific(words)
    parts = words.split()
    if _ROLE_WORD.fullmatch(words) or (parts and _ROLE_WORD.fullmatch(parts[0]) and is_person(" ".join(parts[1:]))):
        clues.append("role-word")
    if fold(name) in names:
        clues.append("roster")
    elif _ends_in_titled_name(parts, names):
        clues.append("titled")
    elif (honorific and is_name_shaped(f"X {name}")) or is_person(name):
        clues.append("titled" if honorific else "person")
    if is_office(words):
        clues.append("office")
    if outlets.find_within(words):
        clues.append("outlet-within")
    if outlets.has_outlet_word(words):
        clues.append("outlet-word")
    if re.search(r"\b(?:reporter|journalist|correspondent)s?\b|记者$", words, re.I):
        clues.append("asker")
    if not clues and is_name_shaped(words):
        clues.append("name-shaped")
    return tuple(clues)


def _ends_in_titled_name(parts: list[str], names: frozenset[str]) -> bool:
    """`Foreign Minister Yang`: capitalised words of a post, then a name or a family name."""
    if not 2 <= len(parts) <= 9 or not all(p[0].isupper() or p in SMALL_WORDS for p in parts):
        return False
    for count in (1, 2, 3):
        if len(parts) > count and parts[-count - 1].lower().replace("-", " ").split()[-1] in office_words():
            name = " ".join(parts[-count:])
            known_family = count == 1 and fold(name) in _families(names)
            return known_family or is_person(name) or (count == 1 and is_person(f"{name} X")) or fold(name) in names
    return False


def _against(words: str) -> tuple[str, ...]:
    if _SALUTATION.search(words):
        return ("salutation",)
    if _FIELD.fullmatch(words):
        return ("field",)
    clues = []
    parts = words.split()
    if _HEADLINE.search(words):
        clues.append("headline")
    if _ORDINAL.fullmatch(words):
        clues.append("ordinal")
    if _INTRODUCES.fullmatch(words):
        clues.append("introduces-list")
    lower = sum(1 for p in parts if p[0].islower() and p not in SMALL_WORDS and p not in _ASKING_WORDS)
    # One stray lower-case word is a slip of the pen in a name of several: `Economic Information daily`.
    if lower > 1 or (lower == 1 and len(parts) < 3) or (lower == 1 and not outlets.has_outlet_word(parts[-1])):
        clues.append("prose")
    if len(parts) > _MOST_WORDS:
        clues.append("long")
    if _SENTENCE_BREAK.search(words):
        clues.append("sentence")
    return tuple(clues)


def decide(
    lines: Sequence[Line], names: frozenset[str], extra: Mapping[str, int], named: frozenset[str] = frozenset()
) -> tuple[dict[int, Weighed], list[tuple[int, Weighed]]]:
    """Weigh every candidate. `extra` is what the dialect adds to the weights.

    Returns the labels by line index, and the candidates that came near but fell short.
    """
    weights = {clue: weight + extra.get(clue, 0) for clue, weight in WEIGHTS.items()}
    by_words: dict[str, list[int]] = {}
    keys: dict[str, str] = {}
    label = Kind.LABEL
    for index, (kind, _, _, _, _, looks) in enumerate(lines):
        if kind is label and looks is not None:
            key = keys.get(looks.label)
            if key is None:
                key = keys[looks.label] = fold(core(looks.label))
            by_words.setdefault(key, []).append(index)
    won: dict[int, Weighed] = {}
    near: list[tuple[int, Weighed]] = []
    for indices in by_words.values():
        clues = weigh_words(lines[indices[0]].label, names, named)
        worth_telling = sum(weights[c] for c in clues) > 0
        settled: dict[Form | None, Weighed] = {}
        for index in indices:
            form = lines[index].form
            weighed = settled.get(form)
            if weighed is None:
                weighed = _weigh_place(clues, form, weights, recurs=len(indices) > 1)
                settled[form] = weighed
            if not weighed.wins and weighed.weight > 0:
                weighed = _weigh_neighbours(lines, index, clues, weighed, weights)
            if weighed.weight >= ENOUGH:
                won[index] = weighed
            elif worth_telling:
                near.append((index, weighed))
    return won, sorted(near)


def _weigh_place(words: tuple[str, ...], form: Form | None, weights: Mapping[str, int], *, recurs: bool) -> Weighed:
    """Add what the label's form and its recurrence say to what its words say."""
    place = _PLACES[form]
    clues = (*words, place, "recurs") if recurs else (*words, place)
    return Weighed(clues, sum(weights[clue] for clue in clues))


def _weigh_neighbours(
    lines: Sequence[Line], index: int, words: tuple[str, ...], weighed: Weighed, weights: Mapping[str, int]
) -> Weighed:
    """Add what the speech above and below says, where the label's own words do not settle it.

    Somebody must be named before neighbours can help: a heading in a speech has neighbours too.
    """
    named = any(weights[clue] > 0 for clue in words)
    if not named and (words or lines[index].form is Form.INLINE):
        return weighed
    found = _neighbours(lines, index)
    if not _NAMING.intersection(words):
        # A heading may stand under a question, too: only a name can answer it.
        found = [clue for clue in found if clue != "answers"]
    if named or "hand-over" in found or ("asks" in found and "recurs" in weighed.clues):
        return Weighed((*weighed.clues, *found), weighed.weight + sum(weights[clue] for clue in found))
    return weighed


def _neighbours(lines: Sequence[Line], index: int) -> list[str]:
    """What the speech under the label and the speech above it say."""
    line = lines[index]
    found = []
    looks = line.looks
    below = line.text[looks.speech :] if looks and looks.speech >= 0 else _next_text(lines, index)
    if wording.opens(below):
        found.append("opens")
    if wording.ends_with_question(below):
        found.append("asks")
    above = lines[index - 1].text[-300:] if index and lines[index - 1].kind in (Kind.TEXT, Kind.LABEL) else ""
    if wording.ends_with_question(above):
        found.append("answers")
    if wording.INVITES_FLOOR.found_in(above) or (
        wording.GIVES_FLOOR.found_in(above) and any(part in above for part in line.label.split())
    ):
        found.append("hand-over")
    return found


def _next_text(lines: Sequence[Line], index: int) -> str:
    for line in lines[index + 1 : index + 4]:
        if line.kind is Kind.TEXT:
            return line.text
        if line.kind is Kind.LABEL:
            return ""
    return ""
