"""What became of a quotation: the verdict, the passages, and one line that says it.

In: what was found. Out: `Verification`. Promises: one place for the words of every verdict. Looks nothing up itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from scio_transcripts.views.nearest import Edit
from scio_transcripts.views.passages import Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

Status = Literal["exact", "typography", "other-speaker", "changed", "missing"]
NOTHING = "Nothing found: nothing like it is said"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Whether words stand in a transcript."""

    status: Status
    """`exact`: character for character (for an anchor alone: folded words, which is all that it knows); `typography`:
    with other blanks, quotation marks, dashes or edges, or with words left out where the quotation says so;
    `other-speaker`: all words, but somebody else says them; `changed`: not so, but a passage is the same in most of
    what carries meaning; `missing`: nothing like them is said."""
    message: str
    """The same in one line."""
    passages: tuple[Passage, ...] = ()
    """Where the words stand, at most 100 places; where they were changed, the nearest passage."""
    similarity: float | None = None
    """For `changed`, how alike the passages are, from 0 to 1; null where the quotation's words are not known."""
    edits: tuple[Edit, ...] = ()
    """For `changed`, word by word, in folded words; empty where the quotation's words are not known."""
    left_out: bool = field(default=False, compare=False)
    """Whether the quotation leaves out words of the passage, and says so: `We counted ... ferries`."""

    @property
    def found(self) -> bool:
        """Whether the words are there, from the mouth that they are ascribed to."""
        return self.status in ("exact", "typography")


def message(found: Verification, passages: Sequence[Passage], speaker: str | None) -> str:
    """A verdict in one line. `speaker`: who is said to have spoken, as asked."""
    if not passages:
        return "found, though there are no words" if found.status == "exact" else f"{NOTHING} here"
    first = passages[0]
    place = f"turn {first.turn.index}, paragraph {first.paragraph} ({first.name or 'nobody named'})"
    more = f" and {len(passages) - 1} more place(s)" if len(passages) > 1 else ""
    otherwise = "with words left out where it says so" if found.left_out else "in other typography"
    return {
        "exact": f"found: {place}{more}",
        "typography": f"found, {otherwise}: {place}{more}",
        "other-speaker": f"found, but {speaker} does not say it: {place}{more}",
        "changed": f"not so: {place} reads otherwise",
        "missing": "",
    }[found.status]
