"""Who took part: one participant for each person, or for each outlet whose reporter is not named.

Promises: an id made of the name, and the place of each mention. Names are as printed; nothing is put in order or
translated. Knows nothing of what was said.
"""

from __future__ import annotations

from scio_transcripts.model.base import Part, Role
from scio_transcripts.model.metadata import Evidence


class Position(Part):
    """One post of a person."""

    title: str | None
    """The post, such as `vice minister` or `spokesperson`. Null where the page names only the body."""
    organization: str | None
    """The body that it belongs to: as printed, or in full where the page prints an abbreviation that it explains."""
    abbreviation: str | None
    """The body's own abbreviation, where the page gives one, such as `GACC`; not that of a body it is part of."""


class Participant(Part):
    """A person of the roster, or anybody who has a turn."""

    id: str
    """Stable id made of the name: `gu-yunliang`."""
    name: str
    """Full name as printed, family name where the page puts it; or the outlet, where the reporter is not named."""
    family_name: str | None = None
    """The family name, where the first word is one that is known: such pages put it first. Null for others' names."""
    honorific: str | None
    """`Mr.`, `Ms.`, a rank or an office before the name: from the roster, or else as the page calls that one person."""
    role: Role
    """The main role. A turn has a role of its own."""
    outlet: str | None
    """Id in the outlet registry, for reporters."""
    description: str | None
    """The role line as printed."""
    positions: tuple[Position, ...]
    """The posts named in the description."""
    aliases: tuple[str, ...]
    """Other labels of the same person on this page, as printed."""
    evidence: tuple[Evidence, ...]
    """Where the person, the honorific and the role were read."""
