"""The family of layouts that a page belongs to: the one that was asked for, or the one that its looks speak for.

In: the lines of a page as printed. Out: its dialect. Promises: the name of a layout, which decides nothing.
"""

from __future__ import annotations

from scio_transcripts.dialects import Dialect, PageLooks, detect, named
from scio_transcripts.language.label import is_anonymous
from scio_transcripts.lexer import Form, Kind, Lines
from scio_transcripts.lexer.zones.datelines import is_source
from scio_transcripts.normalizer.page.language import han_share

_HEAD = 3000
"""Characters in which a page shows its dialect."""
_LONG_LABEL = 60
_SHORT_LABEL = 12


def family_of(dialect: str | Dialect | None, text: str, lines: Lines) -> Dialect:
    """The dialect that was asked for, or the one that the page's looks speak for."""
    if isinstance(dialect, Dialect):
        return dialect
    if dialect is not None:
        return named(dialect)
    candidate = Kind.LABEL
    labels = [
        looks
        for index, looks in lines.marked.items()
        if looks.kind is candidate and len(looks.label) < _LONG_LABEL and not _is_source(lines, index, looks.form)
    ]
    forms = [looks.form for looks in labels]
    anonymous = [looks for looks in labels if len(looks.label) < _SHORT_LABEL and is_anonymous(looks.label)]
    head = text[:_HEAD]
    return detect(
        PageLooks(
            head=head,
            forms={form: forms.count(form) for form in Form},
            anonymous=len(anonymous),
            han=han_share(head),
        )
    )


def _is_source(lines: Lines, index: int, form: Form | None) -> bool:
    """`China SCIOUpdated: May 2, 2020` has a label's shape."""
    # A plain look first: a page has hundreds of such labels, and few end in a date.
    ends_in_date = form is Form.INLINE and lines.starts[index] < _HEAD and lines.texts[index][-1].isdigit()
    return ends_in_date and is_source(lines.texts[index])
