"""Labels in Latin letters: capitals, honorifics and the order post, name.

In: the words of a label, and the names that the page gives. Out: clues by name, for and against. The twin of
`language/zh/label.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scio_transcripts.language import label_rows as rows
from scio_transcripts.lazy import re
from scio_transcripts.registry import outlets
from scio_transcripts.registry.names import (
    SMALL_WORDS,
    is_name_shaped,
    is_office,
    is_person,
    names_post,
    office_words,
    posts,
    split_honorific,
    surnames,
)

if TYPE_CHECKING:
    from scio_transcripts.language.label import PageNames

_SENTENCE_BREAK = re.compile(r"[a-z]{3,}\. [A-Z]")
_ASKER = re.compile(r"\b(?:reporter|journalist|correspondent)s?\b", re.I)
_ASKING_WORDS = frozenset("reporter reporters journalist journalists correspondent from".split())
_MOST_WORDS = 10
_MOST_TITLED = 12
_LONGEST_INITIALS = 5
_HEADS = frozenset({"head", "person", "leader", "member", "officer", "deputy", "representative"})
_DEGREES = frozenset({"deputy", "vice", "acting", "former", "executive", "associate", "assistant"})
_OFFICE_LETTERS = frozenset("PM DPM FM CE SG DG CEO CFO EC".split())
_OF = frozenset({"of", "for", "in", "to"})
_COURTESY = re.compile(
    r"\b(?:Mr|Ms|Mrs|Miss|Dr|Madam|Madame|Professor|Prof|Minister|Director|Governor|Mayor|Ambassador)\.? \n?"
)


def clues_of(words: str, whole: str, names: PageNames) -> tuple[str, ...]:
    """The clues in a label. `words`: without number and without brackets at the end; `whole`: with them."""
    folded = words.replace("’", "'").lower()
    if words[:1].isupper() and " " not in words and folded in names.families:
        return ("family",)
    against = _against(words)
    if "salutation" in against or "field" in against:
        return against
    return _described(words, names) or _post_before_name(words) or (*_for(words, names), *against)


def name_in(words: str) -> str:
    """The name in a label of name and post: `Lin Dahai, chair`, `Director of the Harbour Office Lin Dahai`."""
    head, comma, _ = words.partition(",")
    name = split_honorific(head.strip())[1]
    if comma or is_person(name):
        return name
    last = words.split()[-2:]
    return " ".join(last) if is_person(" ".join(last)) else name


def behind_courtesy(text: str, longest: int) -> set[str]:
    """What stands behind the titles of courtesy in a text, so many characters each."""
    return {text[found.end() : found.end() + longest] for found in _COURTESY.finditer(text)}


def _described(words: str, names: PageNames) -> tuple[str, ...]:
    """`Name, whole title` or `Title Name, whole title`: the comma after the name makes the lower-case words a title."""
    head, comma, rest = words.partition(",")
    if not comma or not rest.strip() or rows.TOLD.search(rest):
        return ()
    name = split_honorific(head.strip())[1]
    in_roster = " ".join(name.lower().split()) in names.roster
    if rows.ROLE_WORD.fullmatch(rest.strip()) and (in_roster or is_person(name) or is_name_shaped(name)):
        return ("roster" if in_roster else "person", "role-word", "described")
    if in_roster:
        return ("roster", "described")
    # Of a name without a known family, the post must begin with a capital or its word.
    known = is_person(name) or (is_name_shaped(f"X {name}") and _begins_post(rest.split()))
    return ("described",) if known and names_post(rest) else ()


def _begins_post(parts: list[str]) -> bool:
    return bool(parts) and (parts[0][0].isupper() or parts[0] in office_words() or parts[0] in _DEGREES | _HEADS)


def _post_before_name(words: str) -> tuple[str, ...]:
    """`Director of the Economic Committee Lin Dahai`: a whole title in capitals, then the name."""
    parts = words.split()
    if len(parts) < 4 or any(p[0].islower() and p not in SMALL_WORDS for p in parts):
        return ()
    if not is_person(" ".join(parts[-2:])) and not is_person(" ".join(parts[-3:])):
        return ()
    return ("described",) if names_post(" ".join(parts[:-2])) else ()


def _for(words: str, names: PageNames) -> tuple[str, ...]:
    clues: list[str] = []
    honorific, name = split_honorific(words)
    parts = words.split()
    if rows.ROLE_WORD.fullmatch(words) or (
        parts and rows.ROLE_WORD.fullmatch(parts[0]) and is_person(" ".join(parts[1:]))
    ):
        clues.append("role-word")
    if " ".join(name.lower().split()) in names.roster:
        clues.append("roster")
    elif _ends_in_titled_name(parts, names):
        clues.append("titled")
    elif (honorific and is_name_shaped(f"X {name}")) or is_person(name):
        clues.append("titled" if honorific else "person")
    if is_office(words) or (not clues and _is_post(parts)):
        clues.append("office")
    if outlets.find_within(words):
        clues.append("outlet-within")
    if outlets.has_outlet_word(words) and (not parts or parts[-1].lower() not in office_words()):
        clues.append("outlet-word")
    if _ASKER.search(words):
        clues.append("asker")
    if not clues and is_name_shaped(words):
        clues.append("name-shaped")
    if not clues and len(parts) == 1 and words[:1].isupper() and words.lower() in surnames():
        clues.append("surname")
    if not clues and len(parts) == 1 and words.isupper() and 2 <= len(words) <= _LONGEST_INITIALS:
        clues.append("initials")
    return tuple(clues)


def _is_post(parts: list[str]) -> bool:
    """Whether words are a post alone: `Head of the Harbour Office`, `Foreign Ministry spokesperson`."""
    if len(parts) == 1 and parts[0] in _OFFICE_LETTERS:
        return True
    if len(parts) < 2 or not all(_is_capital(part) for part in parts):
        return False
    first, last = parts[0].lower(), parts[-1].lower()
    if last in office_words():
        return True
    first = parts[1].lower() if first in _DEGREES else first
    return (first in office_words() or first in _HEADS) and not _OF.isdisjoint(parts[1:4])


def _is_capital(part: str) -> bool:
    return not part[0].islower() or part in SMALL_WORDS or part in office_words()


def _ends_in_titled_name(parts: list[str], names: PageNames) -> bool:
    """`Foreign Minister Yang`: capitalised words of a post, then a name or a family name."""
    if not 2 <= len(parts) <= _MOST_TITLED or not all(_is_capital(part) for part in parts):
        return False
    for count in (1, 2, 3):
        if len(parts) > count and _last_piece(parts[-count - 1]) in office_words():
            name = " ".join(parts[-count:])
            if name.lower() in names.families or " ".join(name.lower().split()) in names.roster or is_person(name):
                return True
            return all(_may_be_name(part) for part in parts[-count:])
    # `State Minister for Foreign Affairs Yasuo Nakagawa`: two words that name no body, behind a post and its `for`.
    before = [part.lower() for part in parts[:-2]]
    has_post = any(part in office_words() for part in before) and any(part in _OF for part in before)
    named = len(before) > 1 and parts[-3] not in SMALL_WORDS and all(_may_be_name(part) for part in parts[-2:])
    return has_post and named


def _last_piece(part: str) -> str:
    return part.lower().rpartition("-")[2] or part.lower()


def _may_be_name(part: str) -> bool:
    return (
        part[0].isupper()
        and len(part) > 1
        and part.lower() not in posts()
        and part.lower() not in outlets.outlet_words()
    )


def _against(words: str) -> tuple[str, ...]:
    if rows.SALUTATION.search(words):
        return ("salutation",)
    if rows.FIELD.fullmatch(words):
        return ("field",)
    clues = []
    parts = words.split()
    if rows.HEADLINE.search(words):
        clues.append("headline")
    if rows.ORDINAL.fullmatch(words):
        clues.append("ordinal")
    if rows.INTRODUCES.fullmatch(words):
        clues.append("introduces-list")
    shaped = is_name_shaped(words)
    lower = 0 if shaped else sum(1 for p in parts if not _is_capital(p) and p not in _ASKING_WORDS)
    # One stray lower-case word is a slip of the pen in a name of several: `Economic Information daily`.
    if lower > 1 or (lower == 1 and len(parts) < 3) or (lower == 1 and not outlets.has_outlet_word(parts[-1])):
        clues.append("prose")
    if len(parts) > _MOST_WORDS:
        clues.append("long")
    if _SENTENCE_BREAK.search(words):
        clues.append("sentence")
    return tuple(clues)
