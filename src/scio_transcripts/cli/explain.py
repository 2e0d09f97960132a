"""`scio-transcripts explain`: what a diagnostic means, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from scio_transcripts.cli.rows import Format, FormatOption
from scio_transcripts.errors import ArgumentError
from scio_transcripts.lazy import re

if TYPE_CHECKING:
    from rich.text import Text

    from scio_transcripts.codes import Code
    from scio_transcripts.display.surface import Surface

EXAMPLES = "Example: scio-transcripts explain L203 p502"
_FACT = re.compile(r"\{(\w+)(?:![rs])?\}")


class CodeError(ArgumentError):
    """No diagnostic has this code. `asked` is what was asked for, `near` the codes that look alike."""

    def __init__(self, asked: str, near: Sequence[str]) -> None:
        super().__init__(asked, tuple(near))
        self.asked = asked
        self.near = tuple(near)

    def __str__(self) -> str:
        meant = f"did you mean {' or '.join(self.near)}? " if self.near else ""
        return f"no diagnostic has the code {self.asked[:40]!r}; {meant}`scio-transcripts explain` lists all"


def run(
    codes: Annotated[
        list[str] | None, typer.Argument(metavar="CODE...", help="Codes that `check` prints. Without any: all of them.")
    ] = None,
    *,
    form: FormatOption = Format.TEXT,
) -> None:
    """Say what a diagnostic means: what was seen, what was decided, and what would settle it."""
    from functools import partial

    from scio_transcripts.cli.console import PipeConsole
    from scio_transcripts.cli.rows import write_json
    from scio_transcripts.codes import CODES
    from scio_transcripts.display.sheet import Sheet

    asked = [_known(code) for code in codes or ()]
    if form is Format.JSON:
        write_json([_row(code, CODES[code]) for code in asked or CODES])
    else:
        PipeConsole().print(Sheet(partial(_explained, asked) if asked else _listed))


def _known(asked: str) -> str:
    """The code that is meant, in whatever letters. Raises `CodeError`."""
    from scio_transcripts.codes import CODES
    from scio_transcripts.views.speakers import near

    code = asked.strip().upper()
    if code in CODES:
        return code
    forms = {form.lower(): code for code, row in CODES.items() for form in (code, row.title)}
    raise CodeError(asked, near(code.lower(), forms))


def _row(code: str, row: Code) -> dict[str, str]:
    return {"code": code, "severity": row.severity, "title": row.title, "message": row.message, "help": row.help}


def _explained(codes: Sequence[str], surface: Surface) -> Iterator[Text]:
    """Each code with its severity, what it says, and what would settle it. Facts of the page stand in `<>`."""
    from rich.text import Text

    from scio_transcripts.codes import CODES
    from scio_transcripts.display.footer import SEVERITIES
    from scio_transcripts.display.surface import lines

    for number, code in enumerate(codes):
        row = CODES[code]
        if number:
            yield Text()
        head = Text.assemble((f"{code} {row.severity}", SEVERITIES[row.severity]), "  ", (row.title, "bold"))
        yield from lines(head, surface.measure, rest="  ")
        message = _FACT.sub(lambda fact: f"<{fact[1].replace('_', ' ')}>", row.message)
        for what, words in (("Seen and decided: ", message), ("What would settle it: ", row.help)):
            yield from lines(Text.assemble((what, "dim"), words), surface.measure, first="  ", rest="    ")


def _listed(surface: Surface) -> Iterator[Text]:
    """All codes, by what they are about."""
    from rich.text import Text

    from scio_transcripts.codes import CODES, GROUPS
    from scio_transcripts.display.footer import SEVERITIES
    from scio_transcripts.display.surface import lines

    for letter, group in GROUPS.items():
        yield from surface.heading(group)
        for code, row in CODES.items():
            if code.startswith(letter):
                style = SEVERITIES[row.severity]
                text = Text.assemble((f"{code}  {row.severity:<7}", style), "  ", row.title)
                yield from lines(text, surface.measure, first="  ", rest=" " * 17)
