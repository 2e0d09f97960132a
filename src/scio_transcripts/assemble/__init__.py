"""Everything that was concluded, put together as one `Transcript`.

In: the stages' results, as `Facts`. Out: the document. Promises: ids made of content, so that they survive another
parse. Decides nothing: it gives ids, indices and order, and knows no page.
"""

from __future__ import annotations

from scio_transcripts.assemble.document import assemble, title_of
from scio_transcripts.assemble.facts import Facts
from scio_transcripts.assemble.people import participant_ids

__all__ = ["Facts", "assemble", "participant_ids", "title_of"]
