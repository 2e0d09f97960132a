"""What is wrong with a command line, in our words.

In: the usage errors of the library that reads command lines. Out: one line that says where, what, and what would do,
then how the command is used. Promises: a message that no row knows is shown as it is. Knows no command.
"""

from __future__ import annotations

import re

import typer

from scio_transcripts.cli.exits import complain
from scio_transcripts.cli.streams import tell

UsageError: type[Exception] = typer.BadParameter.__mro__[1]
"""What the library raises: the class comes from another place in each of its versions."""

# Where each begins, and what stands instead. All that fit are applied, in this order.
_ROWS = (
    (r"Invalid value for '?(?P<where>[^':]+)'?(?: / '[^']*')?: (?:Value error, )?", r"\g<where>: "),
    (r"Invalid value: ", ""),
    (r"Missing (?:argument|option|parameter):? '(?P<where>[^']+)'(?: / '[^']*')?\.?", r"\g<where>: missing"),
    (r"No such (?P<what>option|command):? '?(?P<name>[^'\s]+?)'?(?=[.\s]|$)\.?", r"there is no \g<what> \g<name>;"),
    (r"Option '?(?P<where>--?[\w-]+)'? requires an argument\.?", r"\g<where>: needs a value"),
    (
        r"Got unexpected extra argument(?:s|\(s\))? \((?P<words>.*)\)",
        r"more than the command takes: \g<words>",
    ),
    (r"Did you mean (?P<name>'?[^?]+'?)\?", r"did you mean \g<name>?"),
    (r"\(Possible options: (?P<names>[^)]+)\)", r"did you mean \g<names>?"),
    (r"(?<=: )(?P<given>'.*') is not one of (?P<choices>.+?)\.?$", r"\g<given> is none of \g<choices>"),
    (r"Input should be greater than or equal to (?P<least>\S+)", r"must be at least \g<least>"),
    (r"Input should be greater than (?P<least>\S+)", r"must be more than \g<least>"),
    (r"Input should be less than or equal to (?P<most>\S+)", r"must be at most \g<most>"),
    (r"Input should be a valid integer[^:]*$", "must be a whole number"),
    (r"Input should be a valid number[^:]*$", "must be a number"),
)


def in_our_words(message: str) -> str:
    """The message of a usage error, as this program says it.

    >>> in_our_words("Invalid value for '--fail-on': 'bad' is not one of 'info', 'warning'.")
    "--fail-on: 'bad' is none of 'info', 'warning'"
    >>> in_our_words("No such option: --fial-on Did you mean --fail-on?")
    'there is no option --fial-on; did you mean --fail-on?'
    """
    words = " ".join(message.split())
    for pattern, instead in _ROWS:
        words = re.sub(pattern, instead, words)
    return words.rstrip(" ;.")


def tell_mistake(error: Exception) -> None:
    """Say on standard error what is wrong with a command line."""
    context = getattr(error, "ctx", None)
    if type(error).__name__ == "NoArgsIsHelpError":  # nothing was asked: the help has been printed
        error.show()  # type: ignore[attr-defined]  # a usage error, whatever module it is from
        return
    complain(in_our_words(error.format_message()))  # type: ignore[attr-defined]  # the same
    if context is not None:
        tell(context.get_usage().strip())
        tell(f"Try: {context.command_path} -h")
