"""Signs that nobody sees, and characters of another form.

In: any page. Out: the page with other line ends, blanks, zero-width signs, in the other Chinese script, or with pinyin
behind characters. The facts stay, save for the script of names and words.
"""

from __future__ import annotations

import re
from dataclasses import replace

from .edits import in_words
from .pages import Page
from .script import to_simplified, to_traditional

# Characters that pages convert with the reading left behind, as damaged copies show.
PINYIN = dict(
    pair.split()
    for pair in (
        "国 guó,國 guó,问 wèn,問 wèn,发 fā,發 fā,话 huà,話 huà,会 huì,會 huì,们 men,們 men,为 wéi,為 wéi,实 shí,實 shí"
    ).split(",")
)
_BLANK = re.compile(r"(?<=\S) (?=\S)")


def crlf(page: Page) -> Page | None:
    """Lines end as Windows writes them."""
    return None if "\r" in page.text else page.changed(page.text.replace("\n", "\r\n"))


def blanks_doubled(page: Page) -> Page | None:
    return page.changed(in_words(page, lambda words: _BLANK.sub("  ", words)))


def blanks_kept(page: Page) -> Page | None:
    """No-break blanks for all others."""
    return page.changed(in_words(page, lambda words: words.replace(" ", "&nbsp;" if page.html else "\u00a0")))


def zero_width(page: Page) -> Page | None:
    """A zero-width blank at the beginning of every line and before every colon."""

    def change(words: str) -> str:
        return re.sub(r"(?<=\w)(?=[:：])|^(?=\S)", "\u200b", words, flags=re.MULTILINE)

    return page.changed(in_words(page, change))


def pinyin(page: Page) -> Page | None:
    """`国(guó)` for `国`, wherever it stands."""
    if not page.chinese:
        return None
    signs = re.compile(f"(?:{'|'.join(PINYIN)})(?!\\()")
    return page.changed(in_words(page, lambda words: signs.sub(lambda found: f"{found[0]}({PINYIN[found[0]]})", words)))


def other_script(page: Page) -> Page | None:
    """Traditional characters for simplified ones, and the other way round."""
    if not page.chinese:
        return None
    text = in_words(page, to_simplified if page.traditional else to_traditional)
    return page.changed(text, replace(page.facts, through=to_simplified))
