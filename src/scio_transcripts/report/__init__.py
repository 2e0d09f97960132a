"""The reading room: transcripts as a static site that needs no server and asks nothing of the network.

In: transcripts, in any number and order. Out: a folder of HTML, with an index, a page for each transcript, charts, and
search. Promises: the same transcripts give the same bytes; one transcript is in memory at a time; no word of a page is
markup. Knows no store.

>>> from scio_transcripts import parse
>>> from scio_transcripts.report import report
>>> report([parse("Reuters:\\n\\nWhy? Thank you.")], "site/").transcripts  # doctest: +SKIP
1
"""

from __future__ import annotations

from scio_transcripts.report.site import MARKER, Site, report, report_named

__all__ = ["MARKER", "Site", "report", "report_named"]
