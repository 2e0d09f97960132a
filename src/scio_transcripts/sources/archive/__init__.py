"""Web archives: `.warc`, `.warc.gz` and `.wacz`, record by record.

In: the path of an archive. Out: its pages, one `Capture` after another, with address and time of capture. Promises: one
record in memory at a time, of bounded size; a damaged record is told with its place and the next one is looked for;
no name or address of an archive becomes a path. Knows nothing of what a page says.
"""

from scio_transcripts.sources.archive.capture import Capture, Limits, Place, Revisit, Tally, Trouble
from scio_transcripts.sources.archive.opening import captures, visits

__all__ = ["Capture", "Limits", "Place", "Revisit", "Tally", "Trouble", "captures", "visits"]
