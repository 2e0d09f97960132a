"""A reporter's label, taken apart: which outlet, which part of it, and who asked for it.

In: a label as printed. Out: `Resolved`. Promises: the label is kept; every word of it is in the outlet's name, the
brand, the reporter, the post, a place, or in `rest`; a word that could be a name or a brand stays in `rest`. Of several
outlets the first counts, or a part of it. Knows no reporter: a name here is a shape beside an outlet.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from scio_transcripts.lazy import re
from scio_transcripts.registry.cities import is_city
from scio_transcripts.registry.countries import code_of
from scio_transcripts.registry.han import is_han_name
from scio_transcripts.registry.names import is_name_shaped, is_person
from scio_transcripts.registry.outlets.book import book, has_outlet_word, most_specific, on_change, parents
from scio_transcripts.registry.outlets.entry import Outlet, fold
from scio_transcripts.registry.script import is_han

_LONGEST = 120
_LONGEST_PAIR = 60
_MOST_PIECES = 8
_TITLE_MARKS = str.maketrans("", "", "《》")
_POSTS = (
    r"(?:(?:chief|senior|special|staff|beijing|china|foreign|photo) ){0,2}"
    r"(?:reporter|journalist|correspondent|bureau chief|producer|anchor|editor|cameraman|photographer)s?"
)
# "Reporter from Reuters", "a journalist with AFP"
_POST_FIRST = re.compile(rf"(?:(?:a|the) )?(?P<post>{_POSTS}) (?P<rest>(?:from|of|with|at|for) .+|[A-Z].+)", re.I)
# "AFP journalist", "Reuters correspondent Jane Roe"
_POST_LATER = re.compile(rf"(?P<outlet>.+?)(?: |, )(?P<post>{_POSTS})(?:(?: |, )(?P<name>[A-Z].*))?", re.I)
# 路透社记者, 新华社驻京记者李明
_POST_HAN = re.compile(
    r"(?P<outlet>.+?)(?P<post>(?:驻[\u4e00-\u9fff]{1,4})?(?:首席|特派|特约|见习|实习|本报)?(?:记者|記者))"
    r"[ :]?(?P<name>.*)"
)
_SEPARATOR = re.compile(
    r"(?P<mark>\s*[,，;；|/／()（）\[\]【】]\s*|\s+[-–—]\s+|['’]s?\s+(?=[A-Z])"
    r"|\s+(?:of|from|with|at|for|and)\s+(?:the\s+)?|\s*[·•、&]\s*)"
)
_NUMBER = re.compile(r"^\d{1,3} ?[.)、] ?")
_HAN_EDGE = re.compile(r"(?<=[\u4e00-\u9fff》])|(?=[\u4e00-\u9fff《])| ")
_NAME_WORD = re.compile(r"[A-Z][a-zà-öø-ÿ]+(?:[-'’][A-Za-zà-öø-ÿ]+)*|[A-Z]\.?|(?:Mc|Mac|O['’]|D['’])[A-Z][a-z]+")
_OF_NO_PERSON = frozenset(
    "report reports focus today world live studio programme program bureau office desk team group special "
    "edition finance economy business sports culture international global national domestic overseas online "
    "digital video".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a label says."""

    label: str
    """The label as printed."""
    outlet: Outlet | None = None
    """The outlet that it names, the most specific one that has an entry; None where none is known."""
    brand: str | None = None
    """What the label calls the part of a larger house, as printed: a programme, a channel, a subsidiary."""
    parents: tuple[Outlet, ...] = ()
    """What the outlet belongs to, the nearest first."""
    reporter: str | None = None
    """The name of who asked, as printed."""
    post: str | None = None
    """What the label calls that person: `journalist`, 记者."""
    also: tuple[Outlet, ...] = ()
    """Other outlets that it names, in order."""
    rest: str | None = None
    """Words that are none of these; the whole label where no outlet is known."""

    @property
    def house(self) -> Outlet | None:
        """The largest thing that the outlet belongs to, or the outlet."""
        return self.parents[-1] if self.parents else self.outlet


def resolve(label: str) -> Resolved:
    """Take a label apart.

    >>> found = resolve("Zhinews of Shenzhen Satellite TV")
    >>> found.outlet.id, found.brand, [parent.id for parent in found.parents]
    ('zhinews', 'Zhinews', ['shenzhen-satellite-tv'])
    >>> found = resolve("Jane Roe with Reuters")
    >>> found.outlet.id, found.reporter
    ('reuters', 'Jane Roe')
    >>> resolve("Harbour Daily").outlet is None
    True
    """
    words = " ".join(label.split())
    if len(words) <= _LONGEST and (found := _named_whole(label, words)) is not None:
        return found
    words = _NUMBER.sub("", words)
    if not words or len(words) > _LONGEST:
        return Resolved(label=label, rest=words or None)
    for reading in (_named_whole, _with_post, _in_pieces):
        if (found := reading(label, words)) is not None:
            return found
    return Resolved(label=label, rest=words)


@lru_cache(maxsize=4096)
def _named(words: str) -> Outlet | None:
    """The outlet of exactly this name, title marks and the outlet's own country before it aside."""
    bare = words.strip(" .:：").translate(_TITLE_MARKS)
    if not bare:
        return None
    known = book()
    if (found := known.named(words) or known.named(bare)) is not None:
        return found
    if bare[0] < "\u2e80":
        return None
    for size in range(1, min(6, len(bare) - 1)):
        if code := code_of(bare[:size]):
            found = known.named(bare[size:])
            if found is not None and found.country == code:
                return found
    return None


on_change(_named.cache_clear)


def _named_whole(label: str, words: str) -> Resolved | None:
    outlet = _named(words) or _house_and_part(words)
    if outlet is None:
        return None
    return Resolved(label=label, outlet=outlet, brand=_brand(outlet, words), parents=parents(outlet))


def _house_and_part(words: str) -> Outlet | None:
    """`总台国际在线`, `CMG CCTV News`: a house and a part of it side by side, both known."""
    if len(words) > _LONGEST_PAIR:
        return None
    known, folded = book().by_name, fold(words.translate(_TITLE_MARKS))
    # A name must stand at the beginning; most labels end here, at the price of one look a character.
    if not any(folded[:end].rstrip() in known for end in range(2, len(folded))):
        return None
    for cut in _HAN_EDGE.finditer(words):
        first = _named(words[: cut.start()])
        second = _named(words[cut.end() :]) if first is not None else None
        if first is not None and second is not None:
            if first in parents(second):
                return second
            if second in parents(first):
                return first
    return None


def _brand(outlet: Outlet, printed: str) -> str | None:
    """The printed name, without the house, if it is that of a part."""
    above = parents(outlet)
    for cut in (*_SEPARATOR.finditer(printed), *_HAN_EDGE.finditer(printed)):
        before, after = printed[: cut.start()], printed[cut.end() :]
        if _named(before) is outlet and _named(after) in above:
            return before
        if _named(after) is outlet and _named(before) in above:
            return after
    if above or fold(printed) in map(fold, outlet.brands):
        return printed
    return None


def _with_post(label: str, words: str) -> Resolved | None:
    """`AFP journalist`, `Reporter from Reuters`, `路透社记者`: the words before or after the post name the outlet."""
    for pattern in (_POST_HAN, _POST_LATER, _POST_FIRST):
        cut = pattern.fullmatch(words)
        if cut is None:
            continue
        parts = cut.groupdict()
        outlet_words = parts.get("outlet") or re.sub(
            r"^(?:from|of|with|at|for) (?:the )?", "", parts["rest"], flags=re.I
        )
        name = (parts.get("name") or "").strip(" ()（）,，")
        inner = _named_whole(label, outlet_words) or _in_pieces(label, outlet_words, asked=True)
        if inner is None or inner.outlet is None:
            continue
        is_name = bool(name) and _is_reporter(name, sure=True)
        return Resolved(
            label=label,
            outlet=inner.outlet,
            brand=inner.brand,
            parents=inner.parents,
            reporter=inner.reporter or (name if is_name else None),
            post=cut["post"],
            also=inner.also,
            rest=" ".join(filter(None, (inner.rest, None if is_name and not inner.reporter else name))) or None,
        )
    return None


def _in_pieces(label: str, words: str, *, asked: bool = False) -> Resolved | None:
    """A label with commas, brackets, `of` or `with`: the longest runs of pieces that name outlets, then the others."""
    cuts = list(_SEPARATOR.finditer(words))
    if not cuts or len(cuts) > _MOST_PIECES:
        return None
    edges = [(0, 0), *((cut.start(), cut.end()) for cut in cuts), (len(words), len(words))]
    named, others = _runs(words, edges)
    if not named:
        return None
    outlets = [outlet for outlet, _ in named]
    outlet = most_specific(outlets)
    if outlet is None:
        return None
    printed = next(text for found, text in named if found is outlet)
    above = parents(outlet)
    brand = reporter = None
    rest: list[str] = []
    for text, mark in others:
        if code_of(text.removeprefix("of ")) == outlet.country:
            continue
        if mark == "of" and brand is None and _is_brand(text):
            brand = text
        elif reporter is None and _is_reporter(text, sure=asked or mark in _OF_PEOPLE):
            reporter = text
        else:
            rest.append(text)
    return Resolved(
        label=label,
        outlet=outlet,
        brand=brand or _brand(outlet, printed),
        parents=above,
        reporter=reporter,
        also=tuple(dict.fromkeys(o for o in outlets if o is not outlet and o not in above)),
        rest=", ".join(rest) or None,
    )


_OF_PEOPLE = frozenset({"with", "from", "at", "for", ",", "(", "/", "-", "'"})
"""Separators that stand between an outlet and a person; `of` stands before the house of a brand as often."""


def _runs(words: str, edges: list[tuple[int, int]]) -> tuple[list[tuple[Outlet, str]], list[tuple[str, str]]]:
    """The outlets with their printed names, in order; and the other pieces, each with its separator's kind."""
    taken: dict[int, tuple[int, Outlet, str]] = {}
    pieces = len(edges) - 1
    for size in range(pieces, 0, -1):
        for first in range(pieces - size + 1):
            if any(begin < first + size and first < end for begin, (end, _, _) in taken.items()):
                continue
            text = words[edges[first][1] : edges[first + size][0]].strip()
            outlet = _named(text) or (_house_and_part(text) if size == 1 else None)
            if outlet is not None:
                taken[first] = (first + size, outlet, text)
    others: list[tuple[str, str]] = []
    place = 0
    while place < pieces:
        if place in taken:
            place = taken[place][0]
            continue
        text = words[edges[place][1] : edges[place + 1][0]].strip()
        if text:
            # The separator toward the outlet says what the piece is to it.
            toward = place + 1 if place + 1 in taken else place
            others.append((text, _kind(words[edges[toward][0] : edges[toward][1]])))
        place += 1
    return [(outlet, text) for _, (_, outlet, text) in sorted(taken.items())], others


def _kind(mark: str) -> str:
    words = mark.split()
    if words and words[0].isalpha():
        return words[0].lower()
    sign = mark.strip()[:1]
    return {"，": ",", "（": "(", ")": "(", "）": "(", "’": "'", "–": "-", "—": "-", "／": "/"}.get(sign, sign)


def _is_brand(words: str) -> bool:
    """Whether words before `of <outlet>` are a part of it rather than a person: `Morning News`, `Zhinews`."""
    return has_outlet_word(words) or (" " not in words and words[:1].isupper()) or any(c.isdigit() for c in words)


def _is_reporter(words: str, *, sure: bool) -> bool:
    """Whether a piece beside an outlet is a person's name. `sure`: its place is one of people."""
    if is_han(words):
        return is_han_name(words)
    if has_outlet_word(words) or code_of(words) or is_city(words):
        return False
    parts = words.split()
    if not is_name_shaped(words) or not all(_NAME_WORD.fullmatch(part) for part in parts):
        return False
    if any(part.lower() in _OF_NO_PERSON for part in parts):
        return False
    return sure or is_person(words)
