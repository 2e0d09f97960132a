"""A bar on standard error while a command works: what it does, how far it is, and a few words beside it.

In: stages and counts. Out: one line of the terminal, which is gone in the end; in a pipe, nothing. Promises: the line
fits the terminal. Knows nothing of what is counted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scio_transcripts.cli.console import PipeConsole

Show = Callable[[str, int, int | None, str], None]
"""Takes the stage, how many are done, of how many (None: not known), and words beside the bar."""
_ROOM = 48
"""Columns that stage, counts, words and time take."""
_RATE_FROM = 80
"""Narrower than this, the rate is left out."""


@contextmanager
def bar(errors: PipeConsole) -> Iterator[Show]:
    """What draws, until the end of the block."""
    if not errors.is_terminal:
        yield lambda _stage, _done, _total, _words: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    from rich.table import Column

    drawn = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(min(max(errors.width - _ROOM, 8), 40)),
        MofNCompleteColumn(table_column=Column(no_wrap=True)),
        TextColumn("{task.fields[words]}", markup=False),
        TimeRemainingColumn(compact=True, table_column=Column(no_wrap=True)),
        console=errors,
        transient=True,
        redirect_stdout=sys.stdout.isatty(),  # what goes to a file has to get there
    )
    with drawn:
        task = drawn.add_task("", total=None, words="")

        def show(stage: str, done: int, total: int | None, words: str) -> None:
            current = drawn.tasks[0]
            if current.description != stage:  # the rate of another stage says nothing of this one
                drawn.reset(task, description=stage, total=total, completed=done, words=words)
            speed = current.speed if errors.width >= _RATE_FROM else None
            told = [f"{speed:,.0f} a second"] if speed else []
            drawn.update(task, completed=done, total=total, words="  ".join([*told, words]))

        yield show
