"""The head of a page that a copy has put on one line: cut where its lines may have ended.

In: the line, and where its first label begins. Out: where to cut what stands above that. Promises: a cut stands at a
date that no sentence leads to; nothing is lost, for the pieces are the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from scio_transcripts.language import label_rows
from scio_transcripts.language.dates.forms import CLOCK, FULL_DATE, HAN_DATE, NUMERIC_DATE, WEEKDAY_HAN
from scio_transcripts.lazy import re

_BLANK = "[ \xa0\u3000]"
_BEGINS = "(?=[A-Z\u4e00-\u9fff《【“])"
# `Beijing | 10 a.m. July 27, 2023 The ...`, `... ferries May 16, 2020 The ...`, `2024-06-05 15:30 来源：...`
_DATED = re.compile(
    rf"(?:\b(?P<city>[A-Z][a-z]{{2,15}}){_BLANK}?[|丨｜]{_BLANK}?[^|。]{{0,24}}?)?"
    rf"(?P<date>{FULL_DATE})(?:{_BLANK}?[（(]{WEEKDAY_HAN}[)）])?(?:,?{_BLANK}{{1,2}}{CLOCK})?\.?{_BLANK}{{1,4}}{_BEGINS}"
)
# `... 实录 2024-06-05 15:30 来源：...`: the day on which the page was put up stands on a line of its own.
_UPLOADED = re.compile(
    rf"(?<={_BLANK})"
    rf"(?:(?:{NUMERIC_DATE})(?:{_BLANK}{{1,3}}{CLOCK})?|{HAN_DATE}{_BLANK}{{1,3}}{CLOCK})(?={_BLANK}|$)"
)
# Fields, and a lede that begins with the day.
_LINE_HAN = re.compile(
    rf"(?<={_BLANK})(?=(?:[时時][间間]|地[点點]|[发發][布佈](?:人|[时時][间間])|[来來]源|主[题題])[:：]"
    rf"|\d{{1,2}}月\d{{1,2}}日(?:[上下]午)?[\d时時点點]{{0,4}}[，,])"
)
_LEADS = re.compile(r"(?:\b(?:on|of|in|from|to|until|since|by|day),?|[于於在至到从從])[ \xa0]?$")
"""Words before a date that belongs to a sentence."""
_LABEL = re.compile(r"[^:：]{0,60}[:：]")
_MOST = 40
_LONGEST_LEAD = 8
_LONGEST_HEAD = 800


def cut_at_dates(line: str, until: int) -> Iterator[int]:
    """Where the head of such a page may be cut, in no order; nowhere if the page begins with a label.

    >>> line = "Briefing on ferries Beijing | 10 a.m. July 27, 2023 The office held it. It was long. Reuters: Why?"
    >>> [line[cut:cut + 11] for cut in sorted(cut_at_dates(line, line.index("Reuters")))]
    ['Beijing | 1', 'The office ']
    """
    label = _LABEL.match(line, 0, until)
    if label and not label_rows.FIELD.found_in(label[0][:-1].strip()):
        return
    yield from _at_lines(line, until)
    for found in islice(_DATED.finditer(line, 0, until), _MOST):
        date = found.start("date")
        if found["city"] or not _LEADS.search(line, max(0, date - _LONGEST_LEAD), date):
            yield found.end()
            if found["city"] and found.start():
                yield found.start()


def _at_lines(line: str, until: int) -> Iterator[int]:
    """Where fields and the day of upload begin, and that day ends: each had a line of its own."""
    until = max(until, _LONGEST_HEAD)  # what looks like a label may be a field
    yield from (found.start() for found in islice(_LINE_HAN.finditer(line, 0, until), _MOST))
    for found in islice(_UPLOADED.finditer(line, 0, until), _MOST):
        if not _LEADS.search(line, max(0, found.start() - _LONGEST_LEAD), found.start()):
            yield from (found.start(), found.end())
