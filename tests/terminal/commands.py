"""Every command with arguments that show what it draws.

Gives: `CASES`, and `names()`, the commands that there are. `made` is what a command makes.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import typer


@dataclass(frozen=True)
class Case:
    """One command line, and how it ends."""

    line: str
    status: int = 0
    is_data: bool = False
    """For programs, such as JSON: its lines are as long as they are."""

    @property
    def name(self) -> str:
        """The command, without its arguments."""
        words = self.line.split()
        return " ".join(words[: 2 if words[0] == "corpus" else 1])

    @property
    def arguments(self) -> list[str]:
        """What the shell would pass on."""
        return shlex.split(self.line)


CASES = (
    Case("demo"),
    Case("demo --event"),
    Case("list page.txt event zh.txt later.txt"),
    Case("list event a-page-of-quite-a-long-name-that-is-not-there-at-all.txt", 1),
    Case("list corpus"),
    Case("list page.txt zh.txt --format csv", is_data=True),
    Case("show page.txt --no-pager"),
    Case("show zh.txt --no-pager"),
    Case("show event --no-pager --turns 3-7"),
    Case("show page.txt --no-pager --speaker reuters"),
    Case("show page.txt zh.txt --no-pager --exchanges"),
    Case("show page.txt --no-pager --exchanges --full"),
    Case("show page.txt --speaker nobody-of-this-name", 2),
    Case("show a-page-of-quite-a-long-name-that-is-not-there-at-all.txt", 1),
    Case("people page.txt zh.txt"),
    Case("shares page.txt zh.txt"),
    Case("cite page.txt 6"),
    Case("cite zh.txt 3"),
    Case("cite page.txt 999", 2),
    Case("verify page.txt 'a map of footsteps' --speaker 'Qiao Yuanshan'"),
    Case("verify page.txt 'We begin with a map of footprints: where people change buses'", 1),
    Case("verify zh.txt 船上的灯比过去亮五成", 1),
    Case("verify page.txt 'Words that nobody said at any time on this page or on any other one'", 1),
    Case("cite page.txt zh.txt event --words 'a map of footsteps'"),
    Case("cite corpus --words 船上的灯 --style short"),
    Case("cite page.txt zh.txt 6", 2),
    Case("cite page.txt zh.txt --words 'Words that nobody said at any time on this page or on any other'", 1),
    Case("verify page.txt zh.txt event 'a map of footsteps' 船上的灯"),
    Case("verify corpus '船上的灯……' 'We begin with a map of footprints: where people change buses'", 1),
    Case("verify page.txt event 'a map of footsteps' --speaker 'Mr. Nobody-of-this-name'", 2),
    Case("verify a-page-of-quite-a-long-name-that-is-not-there-at-all.txt 'a map of footsteps'", 1),
    Case("check page.txt event zh.txt"),
    Case("check --summary page.txt event zh.txt"),
    Case("explain"),
    Case("explain L203 P502 T104"),
    Case("explain L999", 2),
    Case("outlets shenzhen"),
    Case("outlets xinhua --kind agency"),
    Case("outlets 直新闻"),
    Case("outlets no-outlet-has-this-name-and-none-ever-will", 1),
    Case("outlets --coverage page.txt later.txt zh.txt"),
    Case("tokens zh.txt"),
    Case("tokens page.txt"),
    Case("tokens page.txt --why --find table"),
    Case("parse zh.txt --explain"),
    Case("parse page.txt --explain"),
    Case("parse event --explain --find 'good morning'"),
    Case("parse page.txt --explain --line 76"),
    Case("parse page.txt --explain --turn 999", 2),
    Case("parse page.txt --explain --find 'Words that nobody said at any time on this page or on any other one'", 1),
    Case("parse zh.txt", is_data=True),
    Case("export --list"),
    Case("export page.txt --to text", is_data=True),
    Case("export page.txt --to nothing-known", 2),
    Case("plot --list"),
    Case("plot page.txt -o made.json"),
    Case("schema", is_data=True),
    Case("extract crawl.warc.gz -o made"),
    Case("extract nothing.warc.gz -o made", 1),
    Case("corpus build page.txt event zh.txt -o made -j 1"),
    Case("corpus build page.txt a-page-that-is-not-there-at-all-whatever-you-do.txt -o made -j 1", 1),
    Case("corpus update corpus -j 1"),
    Case("corpus search corpus library"),
    Case("corpus search corpus 渡轮"),
    Case("corpus search corpus lighthouse-keeper", 1),
    Case("corpus kwic corpus library"),
    Case("corpus kwic corpus 'of the' --width 90"),
    Case("corpus kwic corpus 灯 --sort right"),
    Case("corpus kwic corpus lighthouse-keeper", 1),
    Case("corpus sql corpus 'select outlet, count(*) as questions from exchanges group by outlet order by all'"),
    Case("corpus sql corpus 'select transcript, turn, label, role, text from turns order by all limit 5'"),
    Case("corpus sql corpus 'select nothing from turns'", 2),
    Case("corpus stats corpus"),
    Case("corpus index corpus"),
    Case("corpus quality corpus"),
    Case("corpus quality later"),
    Case("corpus check corpus -j 1"),
    Case("corpus diff corpus later"),
    Case("corpus report corpus -o made"),
)


def names() -> Iterator[str]:
    """The commands of the program, those of `corpus` with both words."""
    from scio_transcripts.cli.app import app

    yield from _names(typer.main.get_command(app), "")


def _names(command: Any, before: str) -> Iterator[str]:
    for name, inner in getattr(command, "commands", {}).items():
        if hasattr(inner, "commands"):
            yield from _names(inner, f"{before}{name} ")
        else:
            yield from () if inner.hidden else (f"{before}{name}",)
