"""`scio-transcripts corpus check`: whether a corpus is what its manifest says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from scio_transcripts.cli.corpus.build import JobsOption
from scio_transcripts.cli.corpus.progress import CorpusArgument, counting
from scio_transcripts.cli.exits import FAILED, say
from scio_transcripts.cli.rows import Format, FormatOption, write_json

if TYPE_CHECKING:
    from scio_transcripts.corpus.check import Fault

EXAMPLES = "Example: scio-transcripts corpus check corpus"


def run(corpus: CorpusArgument, *, jobs: JobsOption = None, format: FormatOption = Format.TEXT) -> None:
    """Check every byte, every row and every document of a corpus; print a line for each fault, and fail where one is.

    What is not whole is made anew by `corpus build`, once the files that are named have been removed.
    """
    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.corpus import Corpus
    from scio_transcripts.corpus.check import check
    from scio_transcripts.display.clean import one_line
    from scio_transcripts.display.wording import counted

    opened = Corpus(corpus)
    console = PipeConsole()
    faults: list[Fault] = []
    with counting("checking") as watch:
        for fault in check(opened, jobs=jobs, watch=watch):
            faults.append(fault)
            if format is Format.TEXT:
                console.print_folded((one_line(str(fault)), ""))
    if format is Format.JSON:
        write_json({"corpus": str(corpus), "faults": [fault._asdict() for fault in faults]})
    if faults:
        say(f"{counted(len(faults), 'fault')} in {counted(len(opened.manifest.parts), 'part')}")
        raise typer.Exit(FAILED)
    say(f"{corpus}: sound, {counted(len(opened), 'document')}")
