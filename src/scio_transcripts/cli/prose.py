"""The docstring of a command as its help: paragraphs that a terminal of any width can break.

In: a docstring. Out: the same words, each paragraph on a line of its own.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any


def help_of(run: Callable[..., Any]) -> str:
    r"""The help of the command that this function runs.

    >>> def run():
    ...     '''Count things.
    ...
    ...     All
    ...     of them.
    ...     '''
    >>> help_of(run)
    'Count things.\n\nAll of them.'
    """
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in (inspect.getdoc(run) or "").split("\n\n"))
