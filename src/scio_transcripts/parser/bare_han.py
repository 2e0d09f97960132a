"""Labels of Chinese pages that have neither colon nor bracket: `香港商报记者` alone on its line.

In: lines. Out: the same lines, with those made labels that name a reporter's outlet; and, on a page without any other
label of a post and a name, those that name the host or somebody with a post, on one line or on two. Promises: speech
stands below each.
"""

from __future__ import annotations

from scio_transcripts.lexer import Form, Kind, Lines, Looks
from scio_transcripts.parser.clues_han import weigh_han
from scio_transcripts.parser.wording import ends_with_question
from scio_transcripts.registry.han import has_han

_LONGEST = 45
_SHORTEST_SPEECH = 12
_ASKING = frozenset({"outlet", "asker"})
_HOSTING = frozenset({"described", "role-word", "roster"})
_NAME = frozenset({"person", "roster"})
_SENTENCE_END = ("。", "！", "？", "”", "：", ":", "!", "?", "…")


def with_bare_labels(lines: Lines, names: frozenset[str]) -> Lines:
    """The lines, with bare labels found. `names` holds the roster's names."""
    bare: dict[int, Looks] = {}
    named: dict[int, Looks] = {}
    short: list[int] = []
    printed = False
    for index, looks in lines.marked.items():
        words = lines.texts[index]
        if looks.kind is Kind.LABEL and len(looks.label) <= _LONGEST and has_han(looks.label):
            printed = printed or bool(_HOSTING.intersection(weigh_han(looks.label, names)) - {"role-word"})
        elif _may_be_label(lines, index, looks):
            clues = weigh_han(words, names)
            if _ASKING.intersection(clues):
                _note(lines, index, bare, short)
            elif _HOSTING.intersection(clues):
                under_host = _is_host(lines, index - 1, names) and _speech_below(lines, index)
                _note(lines, index, bare if under_host else named, short, alone=clues == ("role-word",))
            elif clues == ("office",) and _is_name(lines, index + 1, names) and _speech_below(lines, index + 1):
                named.update({index: _label(words), index + 1: _label(lines.texts[index + 1])})
    # Under pictures, names stand alone, too: where labels have colons, a name without one is none.
    found = bare if printed else {**bare, **named}
    # Words that are a label once need no long speech below them.
    known = {looks.label for looks in found.values()}
    again = {i: _label(lines.texts[i]) for i in short if lines.texts[i] in known and _ends_sentence(lines, i + 1)}
    return lines.marked_as({**found, **again})


def _note(lines: Lines, index: int, found: dict[int, Looks], short: list[int], *, alone: bool = False) -> None:
    if alone or _speech_below(lines, index):
        found[index] = _label(lines.texts[index])
    else:
        short.append(index)


def _label(words: str) -> Looks:
    return Looks(Kind.LABEL, words, 0, len(words), -1, Form.OWN_LINE)


def _may_be_label(lines: Lines, index: int, looks: Looks) -> bool:
    words = lines.texts[index]
    return looks.kind is Kind.TEXT and len(words) <= _LONGEST and words[-1].isalpha() and has_han(words)


def _is_name(lines: Lines, index: int, names: frozenset[str]) -> bool:
    return (
        index < len(lines)
        and lines.kind(index) is Kind.TEXT
        and bool(_NAME.intersection(weigh_han(lines.texts[index], names)))
    )


def _is_host(lines: Lines, index: int, names: frozenset[str]) -> bool:
    """Whether the line is `主持人：`, under which post and name may follow."""
    if index < 0 or lines.kind(index) is not Kind.LABEL or lines.marked[index].form is not Form.OWN_LINE:
        return False
    return weigh_han(lines.marked[index].label, names) == ("role-word",)


def _speech_below(lines: Lines, index: int) -> bool:
    """Whether a sentence or a salutation stands below a line."""
    below = index + 1
    if not _ends_sentence(lines, below):
        return False
    words = lines.texts[below]
    if len(words) >= _SHORTEST_SPEECH or ends_with_question(words):
        return True
    return weigh_han(words.rstrip(":："), frozenset()) == ("salutation",)


def _ends_sentence(lines: Lines, index: int) -> bool:
    return index < len(lines) and lines.texts[index].endswith(_SENTENCE_END)
