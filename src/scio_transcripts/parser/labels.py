"""Which lines are labels: decided by evidence, not by looks.

In: the lines of a page and the names of its roster. Out: for each line that is a label, the clues that won. Every
clue has a weight; a candidate needs `ENOUGH`. Candidates with the same words are weighed together, so that what is
certain once helps everywhere. Knows nothing of roles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from scio_transcripts.lexer import Form, Kind, Lines
from scio_transcripts.parser.around import around, between_known
from scio_transcripts.parser.clues import core, fold, weigh_words

ENOUGH = 4
WEIGHTS: Mapping[str, int] = {
    # the words
    "roster": 5,
    "anonymous": 5,
    "role-word": 4,
    "outlet": 5,
    "outlet-within": 3,
    "outlet-word": 1,
    "asker": 3,
    "described": 4,
    "titled": 3,
    "office": 3,
    "family": 3,
    "named-above": 2,
    "person": 2,
    "name-shaped": 1,
    # the place
    "own-line": 2,
    "bracketed": 3,
    "markdown": 3,
    "inline": 0,
    "recurs": 2,
    "bold": 2,
    # the neighbours
    "opens": 2,
    "asks": 2,
    "hand-over": 2,
    "answers": 2,
    "between-known": 4,
    # against
    "prose": -4,
    "introduces-list": -5,
    "headline": -5,
    "salutation": -9,
    "field": -9,
    "ordinal": -6,
    "long": -3,
    "stranger": -1,
    "titled-stranger": -2,
    "other-form": -4,
    "also-own-line": 2,
    "plain": -3,
    "sentence": -4,
}
"""Each clue and what it weighs."""

NO_BOLD: Mapping[int, int] = {}
"""For text, which has lost its type."""
_FEW = 2
_SEVERAL = 3
_SET_OFF = frozenset({Form.BRACKETED, Form.MARKDOWN})
"""Forms that nothing but a label has: no heading of a speech stands in brackets."""
_PERSONAL = frozenset({"person", "titled", "name-shaped"})
_NAMING = frozenset({"person", "titled", "office", "described", "named-above"})
_PLACES: dict[Form | None, str] = {None: "own-line"} | {form: form.value for form in Form}


class Weighed(NamedTuple):
    """What the scales say of one candidate."""

    clues: tuple[str, ...]
    weight: int

    @property
    def wins(self) -> bool:
        """Whether enough speaks for a label."""
        return self.weight >= ENOUGH


def decide(
    lines: Lines,
    names: frozenset[str],
    extra: Mapping[str, int],
    named: frozenset[str] = frozenset(),
    bold: Mapping[int, int] = NO_BOLD,
) -> tuple[dict[int, Weighed], list[tuple[int, Weighed]]]:
    """Weigh every candidate. `extra` is what the dialect adds to the weights, `bold` the ends of bold beginnings.

    Returns the labels by line index, and the candidates that came near but fell short.
    """
    weights = {clue: weight + extra.get(clue, 0) for clue, weight in WEIGHTS.items()} if extra else WEIGHTS
    won: dict[int, Weighed] = {}
    near: list[tuple[int, Weighed]] = []
    for indices in _candidates(lines):
        clues = weigh_words(lines.marked[indices[0]].label, names, named)
        if names and len(indices) == 1 and _PERSONAL.intersection(clues):
            # The page has a roster, and this is nobody of it, met once.
            clues = (*clues, "titled-stranger" if "titled" in clues else "stranger")
        worth_telling = _sum(clues, weights) > 0
        names_somebody = _names_somebody(clues, weights)
        for (form, is_bold), here in _by_place(lines, indices, bold).items():
            in_place = _weigh_place(clues, form, weights, recurs=len(indices) > 1, bold=is_bold)
            is_named = names_somebody or form in _SET_OFF
            if in_place.wins and is_named:
                # In this form, these words are a label wherever they stand.
                won.update(dict.fromkeys(here, in_place))
                continue
            for index in here:
                weighed = in_place
                if weighed.weight > 0:
                    weighed = _weigh_neighbours(lines, index, clues, weighed, weights)
                if weighed.wins and (is_named or "hand-over" in weighed.clues):
                    won[index] = weighed
                elif worth_telling or not _sum(clues, weights):
                    near.append((index, weighed))
    near = _win_between(lines, won, near, weights)
    _refuse_other_forms(lines, won, near, weights)
    _refuse_plain(won, near, weights, bold)
    return won, sorted(near)


def _win_between(
    lines: Lines, won: dict[int, Weighed], near: list[tuple[int, Weighed]], weights: Mapping[str, int]
) -> list[tuple[int, Weighed]]:
    """Let a line of its own win whose place between known labels shows that somebody else speaks below it.

    `Harbour Fishermen:` over a question that a known person answers; `Wuriha:` under the question of a known outlet.
    What has won so once wins wherever it stands on a line of its own. Returns those that are still short.
    """
    short: list[tuple[int, Weighed]] = []
    names = {lines.marked[index].label for index in won}
    for index, before in near:
        weighed, looks = before, lines.marked[index]
        known = looks.label in names and looks.form is Form.OWN_LINE
        if known or between_known(lines, index, won):
            clues = (*weighed.clues, "known-label" if known else "between-known")
            again = Weighed(clues, weighed.weight + weights["between-known"])
            if again.wins:
                won[index] = again
                names.add(looks.label)
                continue
        if weighed.clues == (_PLACES[looks.form],):
            weighed = Weighed((*weighed.clues, *around(lines, index)), weighed.weight)
        if _sum(weighed.clues, weights) > weights[_PLACES[looks.form]]:
            short.append((index, weighed))
    return short


def _candidates(lines: Lines) -> Iterable[list[int]]:
    """The lines that look like labels, by index, those with the same words together."""
    found: dict[str, list[int]] = {}
    as_printed: dict[str, list[int]] = {}
    candidate = Kind.LABEL
    for index, looks in lines.marked.items():
        if looks.kind is candidate:
            label = looks.label
            if label not in as_printed:
                as_printed[label] = found.setdefault(fold(core(label)), [])
            as_printed[label].append(index)
    return found.values()


def _by_place(
    lines: Lines, indices: list[int], bold: Mapping[int, int]
) -> Mapping[tuple[Form | None, bool], list[int]]:
    """The lines apart that differ in form or type."""
    forms = [lines.marked[index].form for index in indices]
    if not bold and forms.count(forms[0]) == len(forms):
        return {(forms[0], False): indices}
    found: dict[tuple[Form | None, bool], list[int]] = {}
    for index, form in zip(indices, forms, strict=True):
        found.setdefault((form, index in bold), []).append(index)
    return found


def _names_somebody(words: tuple[str, ...], weights: Mapping[str, int]) -> bool:
    """Whether anything in the words speaks for a label: a heading that recurs names nobody."""
    return max([weights[clue] for clue in words], default=0) > 0


def _sum(clues: Iterable[str], weights: Mapping[str, int]) -> int:
    return sum([weights[clue] for clue in clues])


def _refuse_other_forms(
    lines: Lines, won: dict[int, Weighed], near: list[tuple[int, Weighed]], weights: Mapping[str, int]
) -> None:
    """Where labels stand on lines of their own, `Name: words` quotes somebody, unless the neighbours speak for it."""
    marked = lines.marked
    forms = [marked[index].form for index in won]
    own, inline = forms.count(Form.OWN_LINE), forms.count(Form.INLINE)
    if own < _FEW or inline > own:
        return
    if not inline:
        return
    on_own_line = {fold(core(marked[i].label)) for i, form in zip(won, forms, strict=True) if form is Form.OWN_LINE}
    for index in [index for index, form in zip(won, forms, strict=True) if form is Form.INLINE]:
        weighed = won[index]
        found = [clue for clue in around(lines, index) if clue not in weighed.clues]
        if fold(core(marked[index].label)) in on_own_line:
            found.append("also-own-line")
        clues = (*weighed.clues, "other-form", *found)
        again = Weighed(clues, _sum(clues, weights))
        if not again.wins:
            del won[index]
            near.append((index, again))
        else:
            won[index] = again


def _refuse_plain(
    won: dict[int, Weighed], near: list[tuple[int, Weighed]], weights: Mapping[str, int], bold: Mapping[int, int]
) -> None:
    """Where labels are bold, words in plain type need more to be one."""
    plain = [i for i in won if i not in bold]
    if not plain or len(won) - len(plain) < max(_SEVERAL, len(plain)):
        return
    for index in plain:
        weighed = won[index]
        again = Weighed((*weighed.clues, "plain"), weighed.weight + weights["plain"])
        if not again.wins:
            del won[index]
            near.append((index, again))


def _weigh_place(
    words: tuple[str, ...], form: Form | None, weights: Mapping[str, int], *, recurs: bool, bold: bool
) -> Weighed:
    """Add what the label's form, its type and its recurrence say to what its words say."""
    if form is Form.OWN_LINE and "person" in words:
        # A name alone on its line speaks, even if no roster knows it: left out, its words would be somebody else's.
        words = tuple(clue for clue in words if clue != "stranger")
    clues = (*words, _PLACES[form], *(("bold",) if bold else ()), *(("recurs",) if recurs else ()))
    return Weighed(clues, _sum(clues, weights))


def _weigh_neighbours(
    lines: Lines, index: int, words: tuple[str, ...], weighed: Weighed, weights: Mapping[str, int]
) -> Weighed:
    """Add what the speech above and below says, where the label's own words do not settle it.

    Somebody must be named before neighbours can help: a heading in a speech has neighbours too.
    """
    named = _names_somebody(words, weights)
    if not named and (words or lines.marked[index].form is Form.INLINE):
        return weighed
    found = around(lines, index)
    if not _NAMING.intersection(words):
        # A heading may stand under a question, too: only a name can answer it.
        found = [clue for clue in found if clue != "answers"]
    if named or "hand-over" in found:
        return Weighed((*weighed.clues, *found), weighed.weight + _sum(found, weights))
    return weighed
