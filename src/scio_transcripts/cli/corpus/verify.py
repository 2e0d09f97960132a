"""`scio-transcripts corpus verify`: the old name of `corpus check`. It goes with the next release."""

from __future__ import annotations

from scio_transcripts.cli.corpus import check
from scio_transcripts.cli.corpus.build import JobsOption
from scio_transcripts.cli.corpus.progress import CorpusArgument
from scio_transcripts.cli.exits import note
from scio_transcripts.cli.rows import Format, FormatOption

EXAMPLES = check.EXAMPLES
HIDDEN = True


def run(corpus: CorpusArgument, *, jobs: JobsOption = None, format: FormatOption = Format.TEXT) -> None:
    """The same as `corpus check`, which is its name now."""
    note("`corpus verify` is now `corpus check`; the old name goes with the next release")
    check.run(corpus, jobs=jobs, format=format)
