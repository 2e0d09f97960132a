"""Labels that only their bold type shows: names without a colon.

In: lines, and which of them begin in bold. Out: the same lines, with those made labels that are bold, name somebody
and stand above or before speech. Promises: bold type alone makes no label: headings of speeches are bold, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scio_transcripts.lexer import Form, Kind, Line, Looks
from scio_transcripts.parser.clues import weigh_words

_LONGEST = 120
_SHORTEST_SPEECH = 15
_MAY_END_A_NAME = ")）+"
_SENTENCE_END = (".", "!", "?", "”", '"', "…", ":", "。", "！", "？")
_NAMING = frozenset("roster outlet outlet-within anonymous person titled described role-word asker".split())
_AGAINST = frozenset("prose introduces-list headline salutation field ordinal long sentence".split())


def with_bold_labels(lines: list[Line], bold: Mapping[int, int], names: frozenset[str]) -> list[Line]:
    """The lines, with bold labels found. `names` holds the roster's names, folded."""
    if not bold:
        return lines
    found = {index: label for index in bold if (label := bold_label(lines, index, bold, names))}
    return [found.get(index, line) for index, line in enumerate(lines)] if found else lines


def bold_label(lines: Sequence[Line], index: int, bold: Mapping[int, int], names: frozenset[str]) -> Line | None:
    """The line as a label, if its bold beginning is one without a colon."""
    line = lines[index]
    if line.kind is not Kind.TEXT or bold[index] > len(line.text):
        return None
    tag_end = line.looks.tag_end if line.looks else 0
    first = len(line.text) - len(line.text[tag_end:].lstrip())
    words = line.text[first : bold[index]].rstrip()
    if not words or len(words) > _LONGEST or not (words[-1].isalnum() or words[-1] in _MAY_END_A_NAME):
        return None
    rest = line.text[bold[index] :].lstrip()
    speech = len(line.text) - len(rest) if rest else -1
    if not (_speech_beside(rest) if rest else _speech_below(lines, index, bold)):
        return None
    clues = weigh_words(words, names)
    if not _NAMING.intersection(clues) or _AGAINST.intersection(clues):
        return None
    form = Form.INLINE if rest else Form.OWN_LINE
    looks = Looks(Kind.LABEL, words, first, first + len(words), speech, form, tag_end)
    return line._replace(kind=Kind.LABEL, looks=looks)


def _speech_beside(words: str) -> bool:
    """Whether what follows on the same line is speech: a post after a name in bold is none."""
    return len(words) >= _SHORTEST_SPEECH and words.endswith(_SENTENCE_END)


def _speech_below(lines: Sequence[Line], index: int, bold: Mapping[int, int]) -> bool:
    """Whether speech stands under the line, perhaps below a caption."""
    for below in range(index + 1, min(index + 4, len(lines))):
        line = lines[below]
        if line.kind is Kind.TEXT:
            return bold.get(below, 0) < len(line.text) and line.text.endswith(_SENTENCE_END)
        if line.kind is Kind.LABEL and line.form is not Form.BRACKETED:
            # A sentence with a colon has a label's shape; where labels are bold, plain type shows that it is none.
            return below not in bold and line.text.endswith(_SENTENCE_END)
        if line.kind not in (Kind.CAPTION, Kind.STAGE, Kind.TAG):
            return False
    return False
