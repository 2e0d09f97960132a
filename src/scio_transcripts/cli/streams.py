"""Standard input, output and error, also where the caller closed them or nothing more fits.

In: what the process was started with. Out: streams that exist, and one line for what cannot be written. Promises: no
file that is opened later gets the number of a closed stream; writing to a closed stream fails as on a full disk.
Imports nothing, for `--version` answers at once.
"""

from __future__ import annotations

import errno
import os
import sys

_STREAMS = (("stdin", os.O_WRONLY, "r"), ("stdout", os.O_RDONLY, "w"), ("stderr", os.O_WRONLY, "w"))
"""Each with a way to open it that does not serve what it is for; what nobody reads on standard error is lost."""


def stand_in() -> None:
    """Put something in the place of each stream that is closed."""
    for number, (name, way, mode) in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, way)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 (till the end)


def close_output() -> None:
    """Lead what is still in the buffer nowhere, so that Python does not complain about it at its end."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):  # in a test, standard output is no file
        return


def fatal(error: BaseException) -> str | None:
    """What no command can do anything about, in one line; None for other errors.

    Nothing is imported for it, and nothing made that is large: there may be no memory left.
    """
    if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
        return "the memory that this command may use is full; give it more, or fewer and smaller files at a time"
    if isinstance(error, RecursionError):
        return "something that was read is nested too deep"
    if isinstance(error, ImportError):
        return f"a part of the program cannot be loaded ({' '.join(str(error).split())})"
    return None


def not_written(error: BaseException) -> str:
    """Why standard output cannot be written, in one line."""
    return f"standard output cannot be written ({getattr(error, 'strerror', None) or error})"


def tell(line: str) -> None:
    """One line on standard error, if that can be written: the status of the command says the rest."""
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        return
