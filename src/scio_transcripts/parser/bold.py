"""Labels that only their bold type shows: names without a colon.

In: lines, and which of them begin in bold. Out: the same lines, with those made labels that are bold, name somebody
and stand above or before speech. Promises: bold type alone makes no label: headings of speeches are bold, too.
"""

from __future__ import annotations

from collections.abc import Mapping

from scio_transcripts.lexer import PLAIN, Form, Kind, Lines, Looks
from scio_transcripts.parser.clues import weigh_words

_LONGEST = 120
_SHORTEST_SPEECH = 15
_MAY_END_A_NAME = ")）+"
_SENTENCE_END = (".", "!", "?", "”", '"', "…", ":", "。", "！", "？")
_NAMING = frozenset("roster outlet outlet-within anonymous person titled described role-word asker".split())
_AGAINST = frozenset("prose introduces-list headline salutation field ordinal long sentence".split())


def with_bold_labels(lines: Lines, bold: Mapping[int, int], names: frozenset[str]) -> Lines:
    """The lines, with bold labels found. `names` holds the roster's names, folded."""
    return lines.marked_as({index: label for index in bold if (label := bold_label(lines, index, bold, names))})


def bold_label(lines: Lines, index: int, bold: Mapping[int, int], names: frozenset[str]) -> Looks | None:
    """The looks of the line as a label, if its bold beginning is one without a colon."""
    text, looks = lines.texts[index], lines.marked.get(index, PLAIN)
    if looks.kind is not Kind.TEXT or bold[index] > len(text):
        return None
    tag_end = looks.tag_end
    first = len(text) - len(text[tag_end:].lstrip())
    words = text[first : bold[index]].rstrip()
    if not words or len(words) > _LONGEST or not (words[-1].isalnum() or words[-1] in _MAY_END_A_NAME):
        return None
    rest = text[bold[index] :].lstrip()
    speech = len(text) - len(rest) if rest else -1
    if not (_speech_beside(rest) if rest else _speech_below(lines, index, bold)):
        return None
    clues = weigh_words(words, names)
    if not _NAMING.intersection(clues) or _AGAINST.intersection(clues):
        return None
    form = Form.INLINE if rest else Form.OWN_LINE
    return Looks(Kind.LABEL, words, first, first + len(words), speech, form, tag_end)


def _speech_beside(words: str) -> bool:
    """Whether what follows on the same line is speech: a post after a name in bold is none."""
    return len(words) >= _SHORTEST_SPEECH and words.endswith(_SENTENCE_END)


def _speech_below(lines: Lines, index: int, bold: Mapping[int, int]) -> bool:
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
