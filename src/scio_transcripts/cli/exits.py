"""How a command ends: one line for the user's mistakes, silence for a closed pipe, never a traceback for either.

Statuses: 1 for a file that cannot be read or does not pass, 2 for a wrong command line, 130 for Ctrl-C, and 141 where
the reader of standard output has gone, as for any program in a pipe.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from scio_transcripts.cli.streams import close_output, fatal, not_written, tell
from scio_transcripts.errors import ArgumentError, ScioTranscriptsError

FAILED = 1
WRONG = 2
INTERRUPTED = 130
PIPE_CLOSED = 141


class CommandError(ArgumentError):
    """A command line that makes no sense, told in one line."""


def say(words: str) -> None:
    """One line on standard error, cleaned: a file's name can hold anything. A terminal breaks it between words."""
    from scio_transcripts.display.clean import one_line

    line = one_line(words)
    if sys.stderr.isatty():
        from scio_transcripts.cli.console import PipeConsole
        from scio_transcripts.display.wrap import wrap

        margin = "  "
        width = PipeConsole(stderr=True).width - len(margin)
        line = f"\n{margin}".join(span.of(line) for span in wrap(line, width))
    tell(line)


def complain(error: object) -> None:
    """One line on standard error about a mistake."""
    say(f"error: {error}")


def note(words: str) -> None:
    """One line on standard error about what is no mistake."""
    say(f"note: {words}")


def nothing_found(why: str) -> None:
    """Say that there is nothing of the kind: no mistake, but not what was hoped for. The command ends with `FAILED`."""
    say(f"Nothing found: {why}")


@contextmanager
def settled() -> Iterator[None]:
    """Run a command inside, and let it end as this module promises."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        close_output()
        raise typer.Exit(PIPE_CLOSED) from None
    except KeyboardInterrupt:
        raise typer.Exit(INTERRUPTED) from None
    except ArgumentError as error:
        complain(error)
        raise typer.Exit(WRONG) from None
    except ScioTranscriptsError as error:
        complain(error)
        raise typer.Exit(FAILED) from None
    except OSError as error:  # files that are read or written have errors of their own: this is standard output
        if fatal(error):
            raise
        close_output()
        complain(not_written(error))
        raise typer.Exit(FAILED) from None
