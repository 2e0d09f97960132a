"""The command line: `scio-transcripts`, or `python -m scio_transcripts`.

Nothing is imported here before it is known to be needed, so that `--version` and a completion answer at once.
"""

from __future__ import annotations

import os
import sys

from scio_transcripts.cli import streams

# pydantic looks for plugins of its own in all that is installed; no command wants one.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def main() -> None:
    """Run the command that the arguments name, and exit with its status."""
    streams.stand_in()
    try:
        try:
            _run()
        finally:
            sys.stdout.flush()
    # Before a command began, as help and version do; from then on `exits.settled` answers for these two.
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        streams.close_output()
        sys.exit(141)
    except (OSError, MemoryError, RecursionError, ImportError) as error:
        reason = streams.fatal(error) or streams.not_written(error)
    else:
        return
    streams.close_output()  # here, where the error and all that it held are gone
    streams.tell(f"error: {reason}")
    sys.exit(1)


def _run() -> None:
    if sys.argv[1:] == ["--version"]:
        from scio_transcripts._version import __version__

        print(f"scio-transcripts {__version__}")
        return
    if "" in sys.argv[1:]:
        # As a path it would be the folder that one works in, and as a word it would be everywhere.
        streams.tell("error: an argument is empty; in a shell, so is a variable that is not set")
        sys.exit(2)
    from scio_transcripts.cli.app import app
    from scio_transcripts.cli.mistakes import UsageError, tell_mistake

    try:
        status = app(prog_name="scio-transcripts", standalone_mode=False)
    except UsageError as error:
        tell_mistake(error)
        status = 2
    sys.exit(status or 0)
