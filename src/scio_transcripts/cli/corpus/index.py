"""`scio-transcripts corpus index`: make the search index, where it is missing or damaged."""

from __future__ import annotations

from scio_transcripts.cli.corpus.asked import CorpusArgument, with_index
from scio_transcripts.cli.corpus.build import JobsOption
from scio_transcripts.cli.exits import say

EXAMPLES = "Example: scio-transcripts corpus index corpus"


def run(corpus: CorpusArgument, *, jobs: JobsOption = None) -> None:
    """Make the search index of a corpus. `corpus build` does so; this is for one that was removed or damaged."""
    from scio_transcripts.corpus import Corpus
    from scio_transcripts.display.wording import counted

    found = with_index(Corpus(corpus), jobs, mend=True)
    say(f"the index is there, in {counted(found, 'segment')}")
