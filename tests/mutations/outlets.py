"""Reporters of other outlets.

In: a page whose reporters are known by their outlets. Out: the page with every outlet swapped for another known one, or
for one that there is not. Promises: the outlet changes wherever the page names it, so nobody is two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .edits import in_words, whole_word
from .pages import Page
from .script import in_script

KNOWN = (
    (
        "Kyodo News,Economic Daily,Bloomberg,South China Morning Post,China Youth Daily,TASS,The Paper,NHK,Xinhua,"
        "Guangming Daily,The Straits Times,Hong Kong China News Agency,CNBC,Beijing Youth Daily"
    ).split(","),
    "共同社,中新社,经济日报,光明日报,封面新闻,彭博社,法新社,中国青年报,北京青年报,澎湃新闻,日本经济新闻,香港中通社,农民日报,塔斯社".split(
        ","
    ),
)
INVENTED = (
    (
        "Tern Valley Courier,Saffron Bay Times,Nine Locks News Agency,Radio Alder,Quarry Weekly,Fennel TV,Heron Daily,"
        "The Lamplighter,Osier Evening News,Cobble Business Review,Larch Broadcasting,Weir Post"
    ).split(","),
    "青禾山报,白沙晚报,九江口新闻网,云山电视台,大河口日报,金山周刊,柳桥青年报,石渡新闻,南埠通讯社,灯湖广播,水巷都市报,松岭经济报".split(
        ","
    ),
)
_REPORTER = re.compile(r"(?:记者|記者)$")
_NOBODY = re.compile(
    r"(?:Q(?:uestion)?\d*|Reporter|问|問|记者|記者|有记者问|记者问|A journalist|Journalist)", re.IGNORECASE
)


def known(page: Page) -> Page | None:
    """Outlets that the registry has."""
    return _swapped(page, KNOWN[page.chinese])


def invented(page: Page) -> Page | None:
    """Outlets that nobody knows."""
    return _swapped(page, INVENTED[page.chinese])


def _swapped(page: Page, pool: Iterable[str]) -> Page | None:
    free = [name for name in (in_script(page, name) for name in pool) if name not in page.text]
    outlets = _outlets(page)
    if not outlets or len(outlets) > len(free):
        return None
    swaps = dict(zip(outlets, free, strict=False))
    pattern = re.compile("|".join(_bounded(name) for name in sorted(outlets, key=len, reverse=True)))

    def swap(words: str) -> str:
        return pattern.sub(lambda found: swaps[found.group()], words)

    return page.changed(in_words(page, swap), page.facts.mapped(swap))


def _outlets(page: Page) -> list[str]:
    """The outlets that stand alone as labels and are known as the speakers."""
    names: dict[str, None] = {}
    for said in page.facts.turns:
        if said.role != "reporter" or not said.label or not said.speaker or _NOBODY.fullmatch(said.label):
            continue
        if said.label == said.speaker:
            names[_REPORTER.sub("", said.label)] = None
    return [name for name in names if len(name) > 1]


def _bounded(name: str) -> str:
    return whole_word(re.escape(name)) if name.isascii() else re.escape(name)
