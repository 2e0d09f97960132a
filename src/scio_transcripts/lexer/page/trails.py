"""Trails through a site: `Home > Press > Briefings`, above the title.

In: one line. Out: whether it is a trail. Promises: a sentence is none, and people set apart by slashes are none. Knows
no site.
"""

from __future__ import annotations

from scio_transcripts.lazy import re
from scio_transcripts.registry import outlets
from scio_transcripts.registry.han import is_han_name
from scio_transcripts.registry.names import is_person

_HERE = r"(?:You(?:['’]re at| are here|r (?:current )?(?:position|location))|Current location)"
_HERE_HAN = r"(?:[您你]?(?:现|現|[当當]前|所)?在?的?(?:所在)?的?(?:位置|所在))"
_STEP = r"[^.!?;/>»›→。！？；，]{0,60}"
_TRAIL = re.compile(
    rf"ㄑ.{{0,200}}|[〈<‹] ?Press Room.{{0,120}}|(?:{_HERE}|{_HERE_HAN})[:：].{{0,160}}"
    rf"|{_STEP}(?: ?(?:>{{1,2}}|»|›|→) ?{_STEP}){{1,6}}|{_STEP}(?: ?/ ?{_STEP}){{1,6}}",
    re.I,
)
_BEGINS_AT_HOME = re.compile(rf"[\[ ]?(?:home|首[页頁]|主[页頁]|{_HERE}|{_HERE_HAN})", re.I)
_SIGN = re.compile("[>»›→ㄑ/]")
_HERE_BEGINS = frozenset("YyCc您你现現当當前所位在")
"""First characters of `Your location:` and its like, which need no sign behind them."""
_ARROWS = re.compile(r">{1,2}|»|›|→")
_SLASH = re.compile(r" ?/ ?")
_LEAST_STEPS = 3
_LONGEST_STEP = 24
"""Characters of a step in a trail that does not begin at home; the last one may be a headline."""


def is_trail(line: str) -> bool:
    """Whether a line is a trail: from the site's home, or with two arrows or slashes and more.

    >>> is_trail("Home / Press"), is_trail("当前位置：首页 > 新闻"), is_trail("News » Tides » Briefings")
    (True, True, True)
    >>> is_trail("Prices > costs, as they say, is good."), is_trail("Lin Dahai / Gu Wei / Jane Roe")
    (False, False)
    """
    if (line[0] not in _HERE_BEGINS and not _SIGN.search(line)) or not _TRAIL.fullmatch(line):
        return False
    if line[0] in "ㄑ〈<‹" or _BEGINS_AT_HOME.match(line):
        return True
    for between in (_ARROWS, _SLASH):
        steps = [step.strip() for step in between.split(line)]
        if len(steps) >= _LEAST_STEPS and all(len(step) <= _LONGEST_STEP for step in steps[:-1]):
            return between is _ARROWS or not any(map(_is_somebody, steps))
    return False


def _is_somebody(step: str) -> bool:
    """Whether a step may be a person or an outlet: such stand side by side, too, and no page lies below them.

    The last may have a label's colon: a copy joins the lines of a label by slashes.
    """
    step = step.rstrip(":： ")
    return not step or step.isnumeric() or is_person(step) or is_han_name(step) or outlets.find(step) is not None
