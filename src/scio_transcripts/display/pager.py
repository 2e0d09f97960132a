"""The reader's pager: `$PAGER`, or else `less`.

In: a drawn page. Promises: `less` gets the flags that keep colours and that end it at once where the page fits the
screen, unless `$LESS` says otherwise; without a pager, the page is printed.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys

from rich.pager import Pager


class PagerProgram(Pager):
    """Hands a page to another program and waits until the reader leaves it."""

    def show(self, content: str) -> None:
        """Page through `content`."""
        command = _command()
        if not command:
            sys.stdout.write(content)
            return
        environment = {**os.environ, "LESS": os.environ.get("LESS") or "FRX", "LESSCHARSET": "utf-8"}
        with subprocess.Popen(command, stdin=subprocess.PIPE, env=environment) as program:
            try:
                program.communicate(content.encode(sys.stdout.encoding or "utf-8", "backslashreplace"))
            except KeyboardInterrupt:  # it is the pager's to answer; the reader leaves it with q
                program.wait()


def _command() -> list[str]:
    """The program and its arguments; empty where there is none."""
    try:
        command = shlex.split(os.environ.get("PAGER") or "less")
    except ValueError:  # a quotation mark that is not closed
        return []
    return command if command and shutil.which(command[0]) else []
