"""A fetch in a process of its own, so that it can be killed.

Run: python -m web.child ARGUMENTS OF scio-transcripts. The stand-in reads the pages.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

import scio_transcripts.events
from scio_transcripts.sources.web import fetch, reading
from scio_transcripts.sources.web.limits import Limits
from web.standin import join, read_page

LIMITS = Limits(allow_private=True, delay=0)


def fetch_and_die(url: str, folder: Path, step: int) -> None:
    """Fetch, but be killed just before the given step of making something durable. Lives on where there are fewer."""
    left = step

    def counted(act: Any) -> Any:
        def instead(*arguments: Any, **named: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return act(*arguments, **named)

        return instead

    os.fsync = counted(os.fsync)
    Path.replace = counted(Path.replace)  # type: ignore[method-assign]
    fetch(url, folder, read=read_page, parse=join, limits=LIMITS)


if __name__ == "__main__":
    from scio_transcripts.cli import main

    reading.read_page = read_page
    scio_transcripts.events.parse_sources = join
    sys.argv[0] = "scio-transcripts"
    main()
