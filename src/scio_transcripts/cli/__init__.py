"""The command line: `scio-transcripts`, or `python -m scio_transcripts`.

Nothing is imported here before it is known to be needed, so that `--version` and a completion answer at once.
"""

from __future__ import annotations

import sys

from scio_transcripts.cli import streams


def main() -> None:
    """Run the command that the arguments name, and exit with its status."""
    streams.stand_in()
    try:
        try:
            _run()
        finally:
            sys.stdout.flush()
    # Both before a command began, as help and version do; from then on `exits.settled` answers.
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        streams.close_output()
        streams.tell(f"error: {streams.not_written(error)}")
        sys.exit(1)


def _run() -> None:
    if sys.argv[1:] == ["--version"]:
        from scio_transcripts._version import __version__

        print(f"scio-transcripts {__version__}")
        return
    from scio_transcripts.cli.app import app

    app(prog_name="scio-transcripts")
