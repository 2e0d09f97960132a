"""References in Chinese speech: `顾云亮先生`, `顾局长`.

In: a text and the people of the page. Out: places with the title of courtesy or the post, and the person. Promises: as
in `references.py`, two people of one family name are never told apart by a guess.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from scio_transcripts.normalizer.people.person import People, Person
from scio_transcripts.registry.han import HONORIFICS, simplified
from scio_transcripts.registry.script import is_han

_MOST_PEOPLE = 100
_POSTS = (
    "局长|司长|厅长|部长|处长|署长|院长|所长|校长|会长|行长|省长|市长|州长|县长|区长|社长|团长|站长|组长|台长|关长|馆长|董事长|理事长|秘书长"
    "|主任|主席|书记|委员|总经理|总裁|总工程师|总工|总师|教授|院士|大使|大校|将军|发言人|代表|参事|特首|专员"
)
_COURTESY = "|".join(HONORIFICS)
# Other characters before a family name make another word of it: `地方局长` names nobody called 方.
_BEFORE = frozenset("请谢由让和与给问听、，。；：！？,;:!?（(“「\n \u3000")


def by_han_name(text: str, begin: int, end: int, people: People) -> Iterator[tuple[int, int, str, Person | None]]:
    """Every reference in order: its place, the title of courtesy or the post (empty for a name alone), the person."""
    known = [p for p in people.all if is_han(p.name) and p.role != "reporter" and not p.outlet][:_MOST_PEOPLE]
    if not known:
        return
    plain = simplified(text)
    names = {simplified(p.name): p.name for p in known}
    families = {simplified(p.family_name): p.family_name for p in known if p.family_name}
    for found in re.compile(_pattern(names, families)).finditer(plain, begin, end):
        start, stop = found.span()
        if found["name"]:
            courtesy = found["courtesy"] or ""
            yield start, stop, text[stop - len(courtesy) : stop], people.find(names[found["name"]])
        elif not start or plain[start - 1] in _BEFORE:
            same = people.by_family_name(families[found["family"]])
            yield start, stop, text[found.start("post") : stop], same[0] if len(same) == 1 else None


def _pattern(names: Iterable[str], families: Collection[str]) -> str:
    """A name with a title of courtesy or without, and a family name with a post or such a title."""
    longest_first = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    pattern = rf"(?P<name>{longest_first})(?P<courtesy>{_COURTESY})?"
    if families:
        pattern += rf"|(?P<family>{'|'.join(families)})(?P<post>副?(?:{_POSTS})|{_COURTESY})"
    return pattern
