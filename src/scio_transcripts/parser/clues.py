"""What a label's own words say: the clues in them, for and against.

In: the words, and the names that the page gives elsewhere. Out: clues by name, such as `roster`, `outlet` or `prose`.
Promises: the same words and names give the same clues. Knows neither weights (`labels.py`) nor where the label stands.
"""

from __future__ import annotations

from functools import lru_cache

from scio_transcripts.lazy import re
from scio_transcripts.lexer.patterns import SMALL_WORDS
from scio_transcripts.parser.clues_han import weigh_han
from scio_transcripts.registry import outlets
from scio_transcripts.registry.han import has_han
from scio_transcripts.registry.names import (
    is_name_shaped,
    is_office,
    is_person,
    names_post,
    office_words,
    split_honorific,
)

_ANONYMOUS = re.compile(
    r"(?:Q|A|Question|Answer|Reporters?|Journalists?|Correspondent|Follow[- ]?ups?|Audience member"
    r"|Netizens?(?: \w{1,20}){0,3}"
    r"|记者|記者|问|問|答|提问|提問|回答)"
    r"(?: ?\d{1,2})?",
    re.I,
)
_ROLE_WORD = re.compile(
    r"(?:Host|Hostess|Moderator|Chair|Chairman|Chairwoman|Chairperson|Compere|Anchor|Presenter"
    r"|Interpreter|Translator|Staff|Spokes(?:person|man|woman)"
    r"|主持人|翻译|发言人)",
    re.I,
)
_SALUTATION = re.compile(
    r"\b(?:friends|ladies|gentlemen|colleagues|everyone|comrades|guests|netizens|members of the press|dear|hello"
    r"|good (?:morning|afternoon|evening))\b"
    r"|(?:朋友|们|們)$",
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
    r"(?:(?:the )?(?:first|second|third|fourth|fifth|sixth|last|next|final)(?:ly)?"
    r"|one|two|three|four|five"
    r"|(?:question|point|part|step|item|task|stage|phase) (?:\d{1,2}|one|two|three))\b.*",
    re.I,
)
_INTRODUCES = re.compile(
    r".*\b(?:follows?|following|below|points?|aspects?|respects?|tasks?|measures?|areas?|ways?"
    r"|reasons?|features?|characteristics|things|steps|words|principles"
    r"|questions|facts|examples?|is|are|was|were|said|says|that|and|means|include[sd]?|including|to"
    r"|priorities|achievements|results|figures)",
    re.I,
)
# `Lin Dahai, spokesman for the bureau, told reporters on Friday: "..."` quotes somebody in a story.
_SAID = re.compile(
    r"\b(?:said|says|told|tells|added|adds|noted|notes|stressed|pointed out|explained|emphasi[sz]ed|wrote|commented"
    r"|recalled|warned|claimed|stated|declared|remarked)\b[^,]{0,60}$"
)
_SENTENCE_BREAK = re.compile(r"[a-z]{3,}\. [A-Z]")
_HEADLINE = re.compile(
    r"\b(?:Meets?|Holds?|Attends?|Answers?|[Bb]riefings?|Remarks|Transcript|Full [Tt]ext|Live|Watch"
    r"|Press [Cc]onference|Press [Rr]elease|Press [Cc]ent(?:er|re))\b"
    r"(?! [A-Z]\w+ (?:TV|News|Daily))"
)
_ASKING_WORDS = frozenset("reporter reporters journalist journalists correspondent from".split())
_PAREN_TAIL = re.compile(r"\s*[(（][^()（）]{1,80}[)）]$")
_NUMBER = re.compile(r"^\d{1,3} ?[.)、] ?")
_MOST_WORDS = 10


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
    """The clues in a label's own words.

    `names` holds the roster's names, folded; `named` those that other lines of the head name.

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
    if label[:1].isupper() and (folded in _families(names) or folded in _families(named)):
        return ("family",)
    alone = not has_han(label) and _families(names).isdisjoint(words)
    clues = _weigh_alone(label) if alone else _weigh(label, names)
    if named and (" ".join(words[-2:]) in named or folded in named):
        return (*clues, "named-above")
    return clues


@lru_cache(maxsize=16)
def _families(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name.split(" ", 1)[0] for name in names)


@lru_cache(maxsize=8192)
def _weigh_alone(label: str) -> tuple[str, ...]:
    return _weigh(label, frozenset())


outlets.on_change(_weigh_alone.cache_clear)


def _weigh(label: str, names: frozenset[str]) -> tuple[str, ...]:
    words = core(label)
    if _ANONYMOUS.fullmatch(words):
        return ("anonymous",)
    if outlets.find(words) or outlets.find(unnumbered(label)) or outlets.find(label):
        return ("outlet",)
    if has_han(words):
        return weigh_han(words, names, unnumbered(label))
    against = _against(words)
    if "salutation" in against or "field" in against:
        return against
    if (described := _described(words, names)) or (described := _post_before_name(words)):
        return described
    return (*_for(words, names), *against)


def _described(words: str, names: frozenset[str]) -> tuple[str, ...]:
    """`Name, whole title` or `Title Name, whole title`: the comma after the name makes the lower-case words a title."""
    head, comma, rest = words.partition(",")
    if not comma or not rest.strip() or _SAID.search(rest):
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
    if outlets.has_outlet_word(words) and (not parts or parts[-1].lower() not in office_words()):
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
