"""Labels of Chinese pages that have neither colon nor bracket: `香港商报记者` alone on its line.

In: lines. Out: the same lines, with those made labels that name a reporter's outlet; and, on a page without any other
label of a post and a name, those that name the host or somebody with a post. Promises: speech stands below each.
"""

from __future__ import annotations

from scio_transcripts.lexer import Form, Kind, Lines, Looks
from scio_transcripts.parser.clues_han import weigh_han
from scio_transcripts.registry.han import has_han

_LONGEST = 45
_SHORTEST_SPEECH = 12
_ASKING = frozenset({"outlet", "asker"})
_HOSTING = frozenset({"described", "role-word", "roster"})
_SENTENCE_END = ("。", "！", "？", "”", "：", ":", "!", "?", "…")


def with_bare_labels(lines: Lines, names: frozenset[str]) -> Lines:
    """The lines, with bare labels found. `names` holds the roster's names."""
    bare: dict[int, Looks] = {}
    named: dict[int, Looks] = {}
    printed = False
    for index, looks in lines.marked.items():
        words = lines.texts[index]
        if looks.kind is Kind.LABEL and len(looks.label) <= _LONGEST and has_han(looks.label):
            printed = printed or bool(_HOSTING.intersection(weigh_han(looks.label, names)))
        elif looks.kind is Kind.TEXT and len(words) <= _LONGEST and words[-1].isalpha() and has_han(words):
            clues = weigh_han(words, names)
            label = Looks(Kind.LABEL, words, 0, len(words), -1, Form.OWN_LINE)
            if _ASKING.intersection(clues) and _speech_below(lines, index):
                bare[index] = label
            elif _HOSTING.intersection(clues) and (_speech_below(lines, index) or clues == ("role-word",)):
                named[index] = label
    # Under pictures, names stand alone, too: where labels have colons, a name without one is none.
    return lines.marked_as(bare if printed else {**bare, **named})


def _speech_below(lines: Lines, index: int) -> bool:
    below = index + 1
    if below == len(lines):
        return False
    words = lines.texts[below]
    return len(words) >= _SHORTEST_SPEECH and words.endswith(_SENTENCE_END)
