"""Hostile texts for the readers of heads: what could be a head a thousand times, or cost a look at the whole page.

Gives: `HEADS`, by name, each a function from a length to a text of about that many characters. Registers them in
`hostile.HOSTILE`, too.
"""

from __future__ import annotations

from hostile import HOSTILE, Generator, given, numbered

_ASKED = "Reuters:\nHow many buoys? Thank you.\n\nLin Dahai:\nThank you for your question. Ninety.\n\n"

HEADS: dict[str, Generator] = {}


def heads(function: Generator) -> Generator:
    HEADS[function.__name__] = HOSTILE[function.__name__] = function
    return function


@heads
def one_line_of_colons_behind_words(length: int) -> str:
    return _ASKED + numbered(length, lambda i: f"a tide:{given(i)} ")


@heads
def one_line_of_heads(length: int) -> str:
    return numbered(length, lambda i: f"Lin {given(i)}: Thank you. We dredge. ")


@heads
def one_line_of_heads_without_blanks(length: int) -> str:
    return "林大海：" + "浮标已经更新。潮汐报记者：请问何时开工？林大海：明年。" * (length // 27)


@heads
def one_line_in_brackets(length: int) -> str:
    return numbered(length, lambda i: f"We dredge.[Lin {given(i)}]: ")


@heads
def one_line_of_stamps(length: int) -> str:
    return _ASKED + "[10:05] Lin Dahai (10:06): Yes. " * (length // 32)


@heads
def one_line_of_dashes(length: int) -> str:
    return _ASKED + "- " * (length // 2) + "Lin Dahai: Yes."


@heads
def equal_lines(length: int) -> str:
    return _ASKED + "Buoys: we count\n" * (length // 16)


@heads
def equal_names_on_lines_of_their_own(length: int) -> str:
    return _ASKED + "Gu Weiping\n" * (length // 11)


@heads
def open_heads(length: int) -> str:
    return _ASKED + numbered(length, lambda i: f"{given(i)} Orel:\nThank you. Where is it? Thank you.\n\n")


@heads
def open_heads_below_askers(length: int) -> str:
    return numbered(length, lambda i: f"Reuters:\nWhy? Thank you.\n\n{given(i)} O'rel-x:\nIt rained.\n\n")


@heads
def open_heads_among_titles(length: int) -> str:
    return _ASKED + numbered(length, lambda i: f"{given(i)} Orel:\nMr. {given(i + 1)} and Mr. Orel know.\n\n")


@heads
def letters_that_ask(length: int) -> str:
    return "Q What is new?\n\nA Nothing is.\n\n" * (length // 31)


@heads
def names_before_wide_blanks(length: int) -> str:
    # Five thousand speakers: more would test how long many participants take.
    return numbered(length, lambda i: f"Lin {given(i % 5000)}      We dredge.\n")
