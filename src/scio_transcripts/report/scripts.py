"""Data as scripts: a page that was opened from a folder may load a script beside it, and no other file.

In: plain values. Out: a line of JavaScript that hands them to `readingRoom`. Promises: ASCII only, no `<`, and nothing
that ends a script or a string, whatever the values hold.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def script_of(function: str, *values: Any) -> str:
    r"""A call of one of the room's functions.

    >>> script_of("block", 3, "</script>\u2028")
    'readingRoom.block(3,"\\u003c/script>\\u2028");\n'
    """
    given = ",".join(json.dumps(value, separators=(",", ":")).replace("<", "\\u003c") for value in values)
    return f"readingRoom.{function}({given});\n"


def write_script(path: Path, function: str, *values: Any) -> int:
    """Write such a call as a file of its own, and return its size in bytes."""
    return path.write_bytes(script_of(function, *values).encode("ascii"))
