"""Labels in Latin letters: a title before the name or behind its comma, and capitals that tell names from words.

In: the words of a label, and the names that the page gives. Out: clues by name, for and against. The twin of
`language/zh/label.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from scio_transcripts.language import label_rows as rows
from scio_transcripts.language.en.posts import (
    DEGREES,
    HEADS,
    are_capital,
    ends_in_name_behind_of,
    is_capital,
    is_post,
    may_be_name,
    rank_in,
)
from scio_transcripts.lazy import re
from scio_transcripts.registry import outlets
from scio_transcripts.registry.names import (
    SMALL_WORDS,
    is_name_shaped,
    is_office,
    is_person,
    names_post,
    office_words,
    split_honorific,
    surnames,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from scio_transcripts.language.label import PageNames

_ASKING_WORDS = frozenset("reporter reporters journalist journalists correspondent from".split())
_MOST_WORDS = 10
_MOST_TITLED = 12
_LONGEST_INITIALS = 5
_NAME_AND_OUTLET = re.compile(r"([A-Z][\w.'’ -]{1,40}?) ?([/,]) ?([A-Z][\w.&' -]{1,40})")
_POST_LETTERS = re.compile("[A-Z]{2,5}")
_LETTERS = re.compile("[A-Z][A-Z0-9]{1,6}(?: (?:TV|News|NEWS|Radio|RADIO))?")
_UNSPOKEN = re.compile("[B-DF-HJ-NP-TV-XZ0-9]{3,7}")  # letters that make no word, and are more than a state's
_COURTESY = re.compile(
    r"\b(?:Mr|Ms|Mrs|Miss|Dr|Madam|Madame|Professor|Prof|Minister|Director|Governor|Mayor|Ambassador)\.? \n?"
)


class _Label(NamedTuple):
    words: str
    parts: list[str]
    names: PageNames


def clues_of(words: str, whole: str, names: PageNames) -> tuple[str, ...]:
    """The clues in a label. `words`: without number and without brackets at the end; `whole`: with them."""
    label = _Label(words, words.split(), names)
    for reading in _READINGS:
        if clues := reading(label):
            return clues
    return (*(_named(label) or _name_like(label)), *_against(label))


def name_in(words: str) -> str:
    """The name in a label of name and post: `Lin Dahai, chair`, `Director of the Harbour Office Lin Dahai`."""
    head, comma, _ = words.rpartition(":")[2].partition(",")
    name = split_honorific(head.strip())[1]
    if comma or is_person(name):
        return name
    last = " ".join(words.split()[-2:])
    return last if is_person(last) else name


def behind_courtesy(text: str, longest: int) -> set[str]:
    """What stands behind the titles of courtesy in a text, so many characters each."""
    return {text[found.end() : found.end() + longest] for found in _COURTESY.finditer(text)}


def _family(label: _Label) -> tuple[str, ...]:
    """`Lin`, whom the page names elsewhere."""
    is_family = len(label.parts) == 1 and label.words[:1].isupper() and _folded(label.words) in label.names.families
    return ("family",) if is_family else ()


def _part(label: _Label) -> tuple[str, ...]:
    """`Moderator`, `Moderator: Lin Dahai, mayor`."""
    part, colon, bearer = label.words.partition(":")
    if not rows.PART.found_in(part.rstrip()) or (colon and not is_person(bearer.partition(",")[0].strip())):
        return ()
    return ("role-word", "described") if colon else ("role-word",)


def _salutation(label: _Label) -> tuple[str, ...]:
    return ("salutation",) if rows.SALUTES.found_in(label.words) else ()


def _field(label: _Label) -> tuple[str, ...]:
    return ("field",) if rows.FIELD.found_in(label.words) else ()


def _described(label: _Label) -> tuple[str, ...]:
    """`Name, whole title` or `Title Name, whole title`: the comma after the name makes the lower-case words a title."""
    head, _, post = label.words.partition(",")
    post = post.strip()
    if not post or rows.TOLD.found_in(post):
        return ()
    name = split_honorific(head.strip())[1]
    known = ("roster",) if _in_roster(name, label.names) else ()
    if rows.PART.found_in(post) and (known or is_person(name) or is_name_shaped(name)):
        return (*(known or ("person",)), "role-word", "described")
    return (*known, "described") if known or (_may_hold_post(name, post) and names_post(post)) else ()


def _post_then_title(label: _Label) -> tuple[str, ...]:
    """`Secretary (West), Mrs. Ruan Boqing`: a post, and behind its comma somebody with a title of courtesy."""
    post, _, rest = label.words.rpartition(", ")
    honorific, name = split_honorific(rest) if post else (None, "")
    return ("titled", "described") if honorific and is_name_shaped(name) and names_post(post) else ()


def _lettered(label: _Label) -> tuple[str, ...]:
    """`Shri Aron Wells, OSD`: letters of a post that nobody knows, behind a titled name."""
    head, _, post = label.words.partition(", ")
    titled = bool(_POST_LETTERS.fullmatch(post)) and not outlets.find(post)
    honorific, name = split_honorific(head) if titled else (None, "")
    return ("titled",) if honorific and is_name_shaped(name) else ()


def _may_hold_post(name: str, post: str) -> bool:
    """Whether a name is known, or its post begins with a capital or with a post's word."""
    return is_person(name) or (is_name_shaped(f"X {name}") and _begins_post(post.split(maxsplit=1)[0]))


def _begins_post(word: str) -> bool:
    return word[0].isupper() or word in office_words() or word in DEGREES or word in HEADS


def _with_outlet(label: _Label) -> tuple[str, ...]:
    """`Aron Wells/KBMT`, `Lin, Harbour Daily`: a name, and behind its mark an outlet that nobody knows."""
    found = _NAME_AND_OUTLET.fullmatch(label.words)
    if found is None or outlets.find_within(label.words) or names_post(label.words):
        return ()
    name, mark, outlet = found.groups()
    if _is_outlet(outlet, mark) and _is_somebody(name, mark, label.names):
        return ("asker", "outlet-word")
    return ("name-shaped",) if name.isupper() and _UNSPOKEN.fullmatch(outlet) else ()


def _is_outlet(words: str, mark: str) -> bool:
    """Whether words behind a name are an outlet's. Letters behind a comma may be those of an office or a place."""
    if mark == "/" and _LETTERS.fullmatch(words):
        return not rows.OFFICE_LETTERS.found_in(words)
    return outlets.has_outlet_word(words) and are_capital(words.split())


def _is_somebody(name: str, mark: str, names: PageNames) -> bool:
    folded = _folded(name)
    known = is_person(name) or folded in names.families or folded in surnames() or _in_roster(name, names)
    return known or (mark == "/" and name.isupper() and is_name_shaped(name))


def _post_before_name(label: _Label) -> tuple[str, ...]:
    """`Director of the Economic Committee Lin Dahai`: a whole title in capitals, then the name."""
    parts = label.parts
    if len(parts) < 4 or any(p[0].islower() and p not in SMALL_WORDS for p in parts):
        return ()
    named = is_person(" ".join(parts[-2:])) or is_person(" ".join(parts[-3:]))
    return ("described",) if named and names_post(" ".join(parts[:-2])) else ()


_READINGS: Final[tuple[Callable[[_Label], tuple[str, ...]], ...]] = (
    _family,
    _part,
    _salutation,
    _field,
    _described,
    _post_then_title,
    _lettered,
    _with_outlet,
    _post_before_name,
)
"""What a label may be, in order; the first that fits counts."""


def _named(label: _Label) -> tuple[str, ...]:
    """Whom or what the words name, where they may name several things at once."""
    clues = _of_person(label)
    if is_office(label.words) or (not clues and is_post(label.parts)):
        clues.append("office")
    if outlets.find_within(label.words):
        clues.append("outlet-within")
    if outlets.has_outlet_word(label.words) and not _ends_as_person(label, clues):
        clues.append("outlet-word")
    if rows.REPORTER.found_in(label.words):
        clues.append("asker")
    return tuple(clues)


def _ends_as_person(label: _Label, clues: Sequence[str]) -> bool:
    """Whether words end with an office, or with a name behind one: `Press Secretary Lin` is no outlet."""
    return "titled" in clues or label.parts[-1].lower() in office_words()


def _of_person(label: _Label) -> list[str]:
    words, parts, names = label
    honorific, name = split_honorific(words)
    clues = ["role-word"] if _is_part_of_person(parts) else []
    if _in_roster(name, names):
        clues.append("roster")
    elif _ends_in_titled_name(parts, names) or (honorific and is_name_shaped(f"X {name}")):
        clues.append("titled")
    elif is_person(name):
        clues.append("titled" if honorific else "person")
    return clues


def _is_part_of_person(parts: list[str]) -> bool:
    """`Moderator Lin Dahai`."""
    return len(parts) > 1 and rows.PART.found_in(parts[0]) and is_person(" ".join(parts[1:]))


def _name_like(label: _Label) -> tuple[str, ...]:
    """What may be a name or an outlet, by its form alone."""
    words = label.words
    if is_name_shaped(words):
        return ("name-shaped",)
    if len(label.parts) != 1:
        return ()
    if words[:1].isupper() and words.lower() in surnames():
        return ("surname",)
    return ("initials",) if words.isupper() and 2 <= len(words) <= _LONGEST_INITIALS else ()


def _ends_in_titled_name(parts: list[str], names: PageNames) -> bool:
    """`Foreign Minister Yang`: capitalised words of a post, then a name or a family name."""
    if not 2 <= len(parts) <= _MOST_TITLED or not are_capital(parts):
        return False
    for count in (1, 2, 3):
        if len(parts) > count and rank_in(parts[-count - 1]) in office_words():
            return _is_known(" ".join(parts[-count:]), names) or all(map(may_be_name, parts[-count:]))
    return ends_in_name_behind_of(parts)


def _is_known(name: str, names: PageNames) -> bool:
    return name.lower() in names.families or _in_roster(name, names) or is_person(name)


def _in_roster(name: str, names: PageNames) -> bool:
    return bool(names.roster) and " ".join(name.lower().split()) in names.roster


def _folded(words: str) -> str:
    return words.replace("’", "'").lower()


def _against(label: _Label) -> tuple[str, ...]:
    holds = {clue: meaning.found_in(label.words) for clue, meaning in rows.AGAINST.items()}
    holds["prose"] = _is_prose(label.parts) and not is_name_shaped(label.words)
    holds["long"] = len(label.parts) > _MOST_WORDS
    holds["sentence"] = rows.RUNNING_TEXT.found_in(label.words)
    return tuple(clue for clue, held in holds.items() if held)


def _is_prose(parts: list[str]) -> bool:
    """Whether more words are in lower case than labels have."""
    lower = sum([1 for part in parts if not is_capital(part) and part not in _ASKING_WORDS])
    # One stray lower-case word is a slip of the pen in a name of several: `Economic Information daily`.
    return lower > 1 or (lower == 1 and (len(parts) < 3 or not outlets.has_outlet_word(parts[-1])))
