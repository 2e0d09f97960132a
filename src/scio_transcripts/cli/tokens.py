"""`scio-transcripts tokens`: what the lexer sees, for finding out why a page is read as it is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from scio_transcripts.cli.explaining import explain
from scio_transcripts.cli.inputs import EncodingOption, FileArgument, OutletsOption, read_source, use_outlets
from scio_transcripts.cli.narrowing import Asked, FindOption, LineOption
from scio_transcripts.cli.output import output

if TYPE_CHECKING:
    from scio_transcripts.lexer import Token

EXAMPLES = "Example: scio-transcripts tokens page.txt | grep label"

_STYLES = {
    **dict.fromkeys(("label",), "bold cyan"),
    **dict.fromkeys(("mark", "tag"), "cyan"),
    **dict.fromkeys(("heading", "date", "stamp"), "magenta"),
    **dict.fromkeys(("caption", "credit", "disclaimer", "stage", "counter"), "green"),
    **dict.fromkeys(("chrome", "crumbs", "link", "pager"), "yellow"),
    "blank": "dim",
}


class Format(StrEnum):
    """Lines for people, or one JSON object a line."""

    TEXT = "text"
    JSONL = "jsonl"


def run(
    file: FileArgument,
    *,
    form: Annotated[
        Format, typer.Option("--format", help="text: start-end, kind and content a line. jsonl: one object a line.")
    ] = Format.TEXT,
    encoding: EncodingOption = None,
    outlets: OutletsOption = None,
    why: Annotated[
        bool, typer.Option("--why", help="Say instead what could open a turn, and what spoke for and against it.")
    ] = False,
    line: LineOption = None,
    find: FindOption = None,
) -> None:
    """Print the tokens of a page, one a line. Joined, they are the page; for HTML, the text that is read from it.

    Tokens show looks only: what the markup says (bold type, furniture, captions) is weighed later, as --why shows.
    """
    asked = Asked(line=line, words=find)
    asked.check("--why", explains=why)
    from scio_transcripts.lexer import lex

    use_outlets(outlets)
    if why:
        explain([file], asked, as_rows=form is Format.JSONL, encoding=encoding, speakers=False)
        return
    tokens = lex(read_source(file, encoding).text)
    if form is Format.JSONL:
        _write_jsonl(tokens)
    else:
        _write_lines(tokens)


def _write_jsonl(tokens: Sequence[Token]) -> None:
    with output(None, is_json=True) as out:
        for token in tokens:
            row = {"kind": token.kind.value, "start": token.start, "end": token.end, "text": token.text}
            # Half a character, which UTF-8 cannot store, becomes an escape that JSON reads back.
            out.write(json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")


def _write_lines(tokens: Sequence[Token]) -> None:
    """Columns of place, kind and content. `repr` writes out whatever could steer a terminal."""
    from scio_transcripts.cli.console import PipeConsole

    console = PipeConsole()
    width = max((len(f"{token.start}-{token.end}") for token in tokens), default=0)
    for token in tokens:
        kind = token.kind.value
        place = f"{token.start}-{token.end}".ljust(width + 1)
        styled = (f"{kind:<11}{token.text!r}", _STYLES.get(kind, ""))
        console.print_folded((place, "dim"), styled, rest=" " * (width + 13))
