"""From an address to turns: fetch all pages of an event, and list who speaks.

Run: python examples/fetch_event.py https://.../content_NNN.htm pages/ (needs the network and the extra `web`)
"""

from __future__ import annotations

import sys

from scio_transcripts import FetchError, fetch
from scio_transcripts.sources.web.limits import Limits


def speakers(url: str, folder: str, limits: Limits | None = None) -> list[str]:
    """What was fetched, what is missing, and one line for each turn."""
    fetched = fetch(url, folder, limits=limits)
    lines = [f"{len(fetched.pages)} pages in {fetched.folder}"]
    lines += [str(notice) for notice in fetched.notices]
    if fetched.transcript is not None:
        lines += [f"  {turn.label or 'somebody'} ({turn.role})" for turn in fetched.transcript.turns]
    return lines


def main() -> None:
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        print("\n".join(speakers(sys.argv[1], sys.argv[2])))
    except FetchError as error:  # not one page could be had
        sys.exit(f"error: {error}")


if __name__ == "__main__":
    main()
