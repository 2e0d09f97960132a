"""The command line: `scio-transcripts`, or `python -m scio_transcripts`.

Nothing is imported here before it is known to be needed, so that `--version` and a completion answer at once.
"""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command that the arguments name, and exit with its status."""
    if sys.argv[1:] == ["--version"]:
        from scio_transcripts._version import __version__

        print(f"scio-transcripts {__version__}")
        return
    try:
        from scio_transcripts.cli.app import app

        app(prog_name="scio-transcripts")
    except KeyboardInterrupt:  # before a command began; from then on `exits.settled` answers
        sys.exit(130)
