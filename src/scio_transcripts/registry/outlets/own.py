"""Outlets of the user's own, beside ours.

In: files. Out: notices of what they changed. Promises: own entries win over ours, and each time that is told; a file
that is wrong changes nothing. The registry is one for the whole process, other threads included; a new process begins
with ours.
"""

from __future__ import annotations

from pathlib import Path

from scio_transcripts.registry.outlets.book import book_of, ours, put
from scio_transcripts.registry.outlets.entry import Outlet
from scio_transcripts.registry.outlets.rows import Row, check_together, read_rows


def use(*paths: str | Path) -> tuple[str, ...]:
    """Use the outlets of these files beside ours; without a file, ours alone. What was used before is put away.

    An entry with an id of ours replaces ours, and a name of ours goes to the entry that has it now; the notices that
    come back tell of both. Raises `OutletFileError`, and then nothing has changed. It holds for the whole process, so
    call it before anything is parsed.

    >>> use()
    ()
    """
    rows = [row for path in paths for row in read_rows(path)]
    known = ours()
    check_together(rows, known)
    if not rows:
        put(None)
        return ()
    own = {row.values["id"] for row in rows}
    kept = [known.row(place) for outlet_id, place in known.by_id.items() if outlet_id not in own]
    put(book_of([*kept, *(row.values for row in rows)]))
    return tuple(notice for row in rows for notice in _notices(row, own))


def _notices(row: Row, own: set[str]) -> list[str]:
    """What an own row takes from ours."""
    known, mine = ours(), row.values["id"]
    found = []
    if mine in known.by_id:
        found.append(f"{row.path}:{row.line}: {mine!r} replaces the entry of the registry")
    for name in row.names:
        before: Outlet | None = known.named(name)
        if before is not None and before.id not in own:
            found.append(f"{row.path}:{row.line}: the name {name!r} is that of {mine!r} now, not of {before.id!r}")
    return found
