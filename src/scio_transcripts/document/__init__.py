"""Everything that was concluded, put together as one `Transcript`.

In: the stages' results, as `Facts`. Out: the document. Promises: ids made of content, so that they survive another
parse. Decides nothing: it gives ids, indices and order, and knows no page.
"""

from __future__ import annotations

from scio_transcripts.document.facts import Facts
from scio_transcripts.document.people import participant_ids
from scio_transcripts.document.transcript import make_document, title_of

__all__ = ["Facts", "make_document", "participant_ids", "title_of"]
