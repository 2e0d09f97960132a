"""Chinese pages that a copy has put on one line: cut where a label begins inside it.

In: printed lines. Out: the same characters, in more lines. Promises: a cut stands behind the end of a sentence and a
blank, before a label that Chinese alone has: a reporter's, a name's, a question's, or one in heavy brackets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scio_transcripts.lazy import re
from scio_transcripts.lexer.patterns import COLONS
from scio_transcripts.registry.han import HAN, is_han_name, simplified, split_post

_LONG = 100
"""Shorter lines hold no two turns."""
_INNER = re.compile(
    rf"(?<=[。？！?!）)\]］】|”：:])[ \xa0\u3000|]{{1,4}}"
    rf"(?=(?:(?P<words>[A-Za-z0-9{HAN}·、 ]{{1,40}}?)[{COLONS}](?!//)|【[^【】\n]{{2,40}}】"
    rf"|\[[{HAN}·、 ]{{2,40}}\][:：]?|［[{HAN}·、 ]{{2,40}}］[:：]?))"
)
_ANONYMOUS = frozenset("问 答 记者 主持人".split())


def cut_at_labels(lines: Iterable[str]) -> Iterator[str]:
    """Each line, or its pieces. Joined, they are what came in.

    >>> long = "前" * 200
    >>> list(cut_at_labels([f"{long}。 问：何时？ 答：明天。"]))[1:]
    ['问：何时？ ', '答：明天。']
    """
    for line in lines:
        if len(line) <= _LONG or line.isascii():
            yield line
            continue
        begin = 0
        for found in _INNER.finditer(line):
            if found["words"] is None or _is_label(found["words"]):
                yield line[begin : found.end()]
                begin = found.end()
        yield line[begin:]


def _is_label(words: str) -> bool:
    plain = simplified(words)
    return plain in _ANONYMOUS or plain.endswith("记者") or is_han_name(words) or split_post(words) is not None
