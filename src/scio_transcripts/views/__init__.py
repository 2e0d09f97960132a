"""What follows from a transcript and is never stored in it: exchanges, shares, askers, outlines, quotations.

In: one `Transcript`, or several. Out: frozen records that point back into it. Promises: the same transcript gives the
same view, and a view invents nothing. Knows nothing of parsing; reads the registry where it tells of outlets.

>>> from scio_transcripts import parse
>>> from scio_transcripts.views import exchanges_of
>>> page = parse("Reuters:\\n\\nHow many run? Thank you.\\n\\nLin Dahai:\\n\\nThank you. Ninety.")
>>> [(view.outlet.name, view.answers[0].text) for view in exchanges_of(page)]
[('Reuters', 'Thank you. Ninety.')]

Names are imported when first used: no view costs anything until it is asked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from scio_transcripts.lazy import door

if TYPE_CHECKING:
    from scio_transcripts.views.anchors import Anchor, AnchorError
    from scio_transcripts.views.askers import Asked, Asker, askers_of
    from scio_transcripts.views.everywhere import Finding, InEvent, citations_of, verify_in
    from scio_transcripts.views.exchanges import ExchangeView, exchanges_of
    from scio_transcripts.views.outline import Item, Outline, OutlineSection, outline_of
    from scio_transcripts.views.passages import Passage
    from scio_transcripts.views.quotations import Citation, CitationError, cite
    from scio_transcripts.views.shares import Amount, PersonShare, RoleShare, Shares, shares_of
    from scio_transcripts.views.speakers import SelectionError
    from scio_transcripts.views.speeches import Speech, speeches_of
    from scio_transcripts.views.verification import Edit, Verification, verify

_HOMES = {
    "Amount": "shares",
    "Anchor": "anchors",
    "AnchorError": "anchors",
    "Asked": "askers",
    "Asker": "askers",
    "Citation": "quotations",
    "CitationError": "quotations",
    "Edit": "verification",
    "ExchangeView": "exchanges",
    "Finding": "everywhere",
    "InEvent": "everywhere",
    "Item": "outline",
    "Outline": "outline",
    "OutlineSection": "outline",
    "Passage": "passages",
    "PersonShare": "shares",
    "RoleShare": "shares",
    "SelectionError": "speakers",
    "Shares": "shares",
    "Speech": "speeches",
    "Verification": "verification",
    "askers_of": "askers",
    "citations_of": "everywhere",
    "cite": "quotations",
    "exchanges_of": "exchanges",
    "outline_of": "outline",
    "shares_of": "shares",
    "speeches_of": "speeches",
    "verify": "verification",
    "verify_in": "everywhere",
}
"""Where each public name lives."""

__all__ = [
    "Amount",
    "Anchor",
    "AnchorError",
    "Asked",
    "Asker",
    "Citation",
    "CitationError",
    "Edit",
    "ExchangeView",
    "Finding",
    "InEvent",
    "Item",
    "Outline",
    "OutlineSection",
    "Passage",
    "PersonShare",
    "RoleShare",
    "SelectionError",
    "Shares",
    "Speech",
    "Verification",
    "askers_of",
    "citations_of",
    "cite",
    "exchanges_of",
    "outline_of",
    "shares_of",
    "speeches_of",
    "verify",
    "verify_in",
]


__getattr__ = door(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
