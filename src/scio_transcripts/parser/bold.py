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
    words = line.text[: bold[index]].rstrip()
    if not words or len(words) > _LONGEST or not (words[-1].isalnum() or words[-1] in ")）"):
        return None
    rest = line.text[bold[index] :].lstrip()
    speech = len(line.text) - len(rest) if rest else -1
    if not (_speech_beside(rest) if rest else _speech_below(lines, index, bold)):
        return None
    clues = weigh_words(words, names)
    if not _NAMING.intersection(clues) or _AGAINST.intersection(clues):
        return None
    form = Form.INLINE if rest else Form.OWN_LINE
    return line._replace(kind=Kind.LABEL, looks=Looks(Kind.LABEL, words, 0, len(words), speech, form))


def _speech_beside(words: str) -> bool:
    """Whether what follows on the same line is speech: a post after a name in bold is none."""
    return len(words) >= _SHORTEST_SPEECH and words.endswith(_SENTENCE_END)


def _speech_below(lines: Sequence[Line], index: int, bold: Mapping[int, int]) -> bool:
    """Whether speech stands under the line, perhaps below a caption."""
    for below in range(index + 1, min(index + 4, len(lines))):
        if lines[below].kind in (Kind.TEXT, Kind.LABEL):  # speech with a colon near its beginning looks like a label
            return bold.get(below, 0) < len(lines[below].text) and lines[below].text.endswith(_SENTENCE_END)
        if lines[below].kind not in (Kind.CAPTION, Kind.STAGE, Kind.TAG):
            return False
    return False
