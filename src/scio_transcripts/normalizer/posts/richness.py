"""Which of two descriptions of one person says more.

In: descriptions as printed. Out: whether one adds to the other. Promises: what only differs adds nothing. Knows no
person.
"""

from __future__ import annotations

from scio_transcripts.normalizer.posts.abbreviations import BRACKET
from scio_transcripts.normalizer.posts.positions import positions_of

_RANKING = frozenset("vice deputy assistant acting former executive".split())
"""Words that make another post of the one behind them."""


def is_richer(new: str, old: str) -> bool:
    """Whether a description says more: of more bodies or their abbreviations and nothing less, or the post in full.

    >>> is_richer("State Councilor and Minister of Reeds", "Minister"), is_richer("vice minister", "minister")
    (True, False)
    """
    if new.endswith(f" {old}") and new.removesuffix(old).split()[-1].lower() not in _RANKING:
        return True
    more, less = (_bodies(words) for words in (new, old))
    return more != less and all(m >= n for m, n in zip(more, less, strict=True))


def _bodies(description: str) -> tuple[int, int]:
    posts = positions_of(description)
    return sum(post["organization"] is not None for post in posts), len(BRACKET.findall(description))
