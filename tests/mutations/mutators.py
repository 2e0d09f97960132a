"""All mutators by name.

A mutator is a pure function: in, a page with its facts; out, the mutated page with the facts that it must give, or None
where it does not apply. To add one, write it in the room that it belongs to and give it a row.
"""

from __future__ import annotations

from collections.abc import Callable

from . import above, below, labels, layout, names, outlets, signs, stamps
from .pages import Page

Mutator = Callable[[Page], Page | None]

MUTATORS: dict[str, Mutator] = {
    "stamp-before": stamps.before,
    "stamp-behind": stamps.behind,
    "stamp-above": stamps.above,
    "stamp-beside": stamps.beside,
    "label-colon-width": labels.colon_width,
    "label-bracketed": labels.bracketed,
    "label-numbered": labels.numbered,
    "label-bold": labels.bold,
    "label-unique-asker": labels.unique_asker,
    "label-unique-remark": labels.unique_remark,
    "name-dotted": names.dotted,
    "name-particled": names.particled,
    "name-with-article": names.with_article,
    "name-two-families": names.two_families,
    "name-spaced": names.spaced,
    "name-all-officials": names.all_officials,
    "outlets-known": outlets.known,
    "outlets-invented": outlets.invented,
    "above-byline": above.byline,
    "above-lede": above.lede,
    "above-date": above.date_line,
    "above-breadcrumb": above.breadcrumb,
    "above-picture": above.picture,
    "below-date": below.date_foot,
    "below-print": below.print_links,
    "below-share": below.share_links,
    "below-related": below.related,
    "below-hot-line": below.hot_line,
    "below-credits": below.credits_foot,
    "running-heads": below.running_heads,
    "paragraphs-broken": layout.paragraphs_broken,
    "label-glued": layout.label_glued,
    "label-apart": layout.label_apart,
    "page-glued": layout.page_glued,
    "line-ends": signs.crlf,
    "blanks-doubled": signs.blanks_doubled,
    "blanks-no-break": signs.blanks_kept,
    "zero-width": signs.zero_width,
    "script": signs.other_script,
    "pinyin": signs.pinyin,
}
