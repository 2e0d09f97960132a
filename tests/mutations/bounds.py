"""How much must outlive a change of form: the only place where these numbers stand.

They are what is measured now, so that nothing gets worse, and are raised when `make mutations` measures more. Asked for
in the end: 99 % of all pairs keep everything and none gives words to a wrong person; 97 % where all officials have
other names; and of the turns of pages glued to one line 90 % in English and 95 % in Chinese. Shares are of the pairs
that apply; wrong are those with words under another label or person.
"""

from __future__ import annotations

FEW = 120
"""Pairs that `make test` draws."""
LEAST_KEPT_OF_FEW, MOST_WRONG_OF_FEW = 0.82, 0.04

MANY = 8_000
"""Pairs that `make test-all` draws; 5,000 and more of them apply."""
LEAST_KEPT, MOST_WRONG = 0.80, 0.04

PAGES_A_MUTATOR = 120
"""Pages on which each mutator is tried alone."""

# Everything is kept where a mutator is not named.
LEAST_KEPT_BY: dict[str, float] = {
    "stamp-before": 0.03,
    "stamp-behind": 0.07,
    "stamp-above": 0.34,
    "stamp-beside": 0.02,
    "label-bracketed": 0.96,
    "label-numbered": 0.90,
    "label-bold": 0.67,
    "label-unique-asker": 0.86,
    "label-unique-remark": 0.72,
    "name-dotted": 0.66,
    "name-particled": 0.36,
    "name-with-article": 0.26,
    "name-two-families": 0.91,
    "name-spaced": 0.75,
    "outlets-invented": 0.93,
    "above-byline": 0.63,
    "above-lede": 0.59,
    "above-date": 0.90,
    "above-breadcrumb": 0.95,
    "above-picture": 0.86,
    "below-date": 0.39,
    "below-print": 0.31,
    "below-share": 0.66,
    "below-related": 0.25,
    "below-hot-line": 0.26,
    "running-heads": 0.34,
    "paragraphs-broken": 0.97,
    "label-glued": 0.85,
    "page-glued": 0.27,
    "blanks-doubled": 0.64,
    "blanks-no-break": 0.71,
    "zero-width": 0.73,
    "script": 0.97,
    "pinyin": 0.64,
}

# None is wrong where a mutator is not named.
MOST_WRONG_BY: dict[str, float] = {
    "stamp-before": 0.02,
    "stamp-behind": 0.05,
    "stamp-above": 0.03,
    "stamp-beside": 0.02,
    "label-numbered": 0.02,
    "label-bold": 0.21,
    "label-unique-asker": 0.09,
    "label-unique-remark": 0.23,
    "name-dotted": 0.08,
    "name-particled": 0.13,
    "name-with-article": 0.49,
    "name-spaced": 0.10,
    "outlets-invented": 0.07,
    "paragraphs-broken": 0.03,
    "label-glued": 0.05,
    "page-glued": 0.02,
    "blanks-doubled": 0.01,
    "blanks-no-break": 0.01,
    "zero-width": 0.02,
    "script": 0.03,
    "pinyin": 0.10,
}

LEAST_TURNS_GLUED = {"en": 0.01, "zh": 0.78}
"""Share of the turns of pages glued to one line, by language."""
