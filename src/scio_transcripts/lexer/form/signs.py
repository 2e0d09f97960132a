"""What a head's own words, and the speech behind it, say for and against it.

In: heads and bodies. Out: for each head its clues and their weight, before any form is known. Promises: a head is
judged with what follows it. Knows no signature's votes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from scio_transcripts.language.label import act_of_nameless, fold
from scio_transcripts.lexer.form.bodies import EMPTY, Body, stands_over_post
from scio_transcripts.lexer.form.heads import Head, Signature
from scio_transcripts.lexer.form.weights import Weighed, weighed

OWN_LINE = Signature(inner=False, set_off="", mark="colon", own=True)
SPOKEN = frozenset({"opens", "asks", "addresses", "own-name"})
"""Signs that somebody speaks."""
_STRANGERS = frozenset({"person", "titled"})
_ASKING = frozenset({"outlet", "outlet-within", "asker", "outlet-word"})
_HOSTING = frozenset({"roster", "role-word"})
_ASKERS = frozenset({"asker", "outlet"})
_AROUND_CALL = " \xa0\u3000.。!！,，?？"
_SHARE_SPOKEN = 3
"""Of so many speeches below a label that recurs and names nobody, one must sound like speech."""


def is_asker(head: Head, body: Body) -> bool:
    """Whether a certain head is somebody's who asks."""
    clues = head.words.clues
    if not _HOSTING.isdisjoint(clues):
        return False
    if "anonymous" in clues:
        return "answers" not in (head.words.act, act_of_nameless(head.words.core))
    return not _ASKING.isdisjoint(clues) or head.words.act == "asks" or (body.asks and "described" not in clues)


def weigh_alone(
    heads: Sequence[Head], bodies: Mapping[int, Body], counts: Mapping[str, int], *, roster: bool
) -> dict[int, Weighed]:
    """The clues of every head, by its line. `counts`: how often its words stand before a mark; `roster`: whether the
    page names its people in one."""
    signs = {head.line: _signs(head, bodies[head.line]) for head in heads}
    places = _places(heads, bodies, signs, counts)
    found: dict[int, Weighed] = {}
    for head in heads:
        recurs = counts[head.words.core] > 1
        stranger = roster and not recurs and _may_be_stranger(head)
        extra = {
            "act": head.words.act not in ("", "presents"),
            "presents-greeting": _presents_greeting(head, bodies[head.line]),
            "recurs": recurs,
            "stranger": stranger,
            **{clue: head.line in lines for clue, lines in places.items()},
            "bracketed": bool(head.signature.set_off),
            "own-line": head.signature.own and head.signature.mark != "end",
        }
        held = [clue for clue, holds in extra.items() if holds]
        found[head.line] = weighed((*head.words.clues, *held, *signs[head.line]))
    for line in places["post-below"]:
        # A name over its post is more than a name alone.
        found[line] = weighed(clue for clue in found[line].clues if clue != "no-sign")
    return found


def _presents_greeting(head: Head, body: Body) -> bool:
    return head.words.act == "presents" and body.opens


def _may_be_stranger(head: Head) -> bool:
    return not head.signature.own and not _STRANGERS.isdisjoint(head.words.clues)


def _places(
    heads: Sequence[Head], bodies: Mapping[int, Body], signs: Mapping[int, list[str]], counts: Mapping[str, int]
) -> Mapping[str, set[int]]:
    """What the heads beside them say for some: the lines of each clue."""
    calling = {above.line for above, below in pairwise(heads) if _calls(bodies[above.line], below)}
    return {
        "takes-turns": _taking_turns(heads, signs, counts),
        # `Host: Lin Dahai` above his speech is a field: who calls others speaks more than once.
        "calls-next": {head.line for head in heads if head.line in calling and counts[head.words.core] > 1},
        "post-below": {above.line for above, below in pairwise(heads) if stands_over_post(above, below)},
    }


def _calls(body: Body, below: Head) -> bool:
    """Whether a whole speech is what the next head says, the name or the post: `主席：渡口局局长。`"""
    core = below.words.core
    # Most speeches are longer than any name.
    if body.opening[:1] != core[:1] and body.opening[:1] != below.words.name[:1]:
        return False
    words = fold(body.opening.strip(_AROUND_CALL))
    return bool(words) and words in (fold(below.words.core), fold(below.words.name)) and not below.signature.inner


def _taking_turns(heads: Sequence[Head], signs: Mapping[int, list[str]], counts: Mapping[str, int]) -> set[int]:
    """The heads that recur, each time between others of the same signature, over speech: no heading does."""
    spoken: dict[str, int] = {}
    by_signature: dict[Signature, list[Head]] = {}
    for head in heads:
        if not head.refused:
            by_signature.setdefault(head.signature, []).append(head)
            core = head.words.core
            spoken[core] = spoken.get(core, 0) + (head.names or not SPOKEN.isdisjoint(signs[head.line]))
    found: set[int] = set()
    for same in by_signature.values():
        cores = [None, *(head.words.core for head in same), None]
        for place, head in enumerate(same):
            core = head.words.core
            recurs = counts[core] > 1 and spoken[core] * _SHARE_SPOKEN >= counts[core]
            if recurs and len(same) > 1 and core not in (cores[place], cores[place + 2]):
                found.add(head.line)
    return found


def _signs(head: Head, body: Body) -> list[str]:
    """What the speech behind a head says for or against it."""
    if body is EMPTY:
        return ["no-sentence", "no-sentence"]
    signs = _of_speech(head, body) + _against(head, body)
    return signs + _of_bare(head, signs) if head.signature.mark == "end" else signs


def _of_speech(head: Head, body: Body) -> list[str]:
    core = head.words.core
    signs = {
        "opens": body.opens,
        "asks": body.asks,
        "addresses": body.addresses,
        "own-name": bool(core) and not head.names and core in body.opening,
    }
    return [sign for sign, holds in signs.items() if holds]


def _against(head: Head, body: Body) -> list[str]:
    own = head.signature.own
    signs = {
        "told": not body.asks and body.tells and not body.of_self,
        "quoted": head.signature != OWN_LINE and body.quotes,
        "begins-small": body.begins_small and not own,
        "no-sentence": not (body.whole or body.opens or body.asks),
    }
    return [sign for sign, holds in signs.items() if holds]


def _of_bare(head: Head, signs: Sequence[str]) -> list[str]:
    """Names stand alone over pictures and stories, too: over speech, somebody greets, thanks, asks or is spoken to."""
    asks = "asks" in signs
    found = ["bare"]
    if "opens" in signs or (asks and "outlet" in head.words.clues):
        found.append("bare-opens")
    elif not asks and "addresses" not in signs:
        found.append("no-sign")
    if not asks and not _ASKERS.isdisjoint(head.words.clues):
        found.append("asks-not")
    return found
