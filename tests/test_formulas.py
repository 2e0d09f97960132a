"""The formulas of speech: what spares a long speech the pattern finds what the pattern finds."""

from __future__ import annotations

import pytest

from scio_transcripts.normalize.exchanges import phrases
from scio_transcripts.parser import wording
from scio_transcripts.parser.wording import Formulas

FILLER = "The harbor was dredged and the quay made longer, and more ships come in each year. "
NAMED = {
    name: value for module in (wording, phrases) for name, value in vars(module).items() if isinstance(value, Formulas)
}
SAID = (
    "Now, please move on to a few next questions.",
    "You may now ask.",
    "The floor will be now open.",
    "The lady in the third row, please.",
    "We open the floor.",
    "Which news agency?",
    "Questions, please.",
    "There are open questions about the harbor.",
)


@pytest.mark.parametrize("name", NAMED)
@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize(("before", "behind"), [(0, 0), (0, 9), (9, 0), (9, 9)])
def test_a_formula_is_found_wherever_it_stands_in_a_long_speech(name: str, said: str, before: int, behind: int) -> None:
    formulas = NAMED[name]
    speech = f"{FILLER * before}{said} {FILLER * behind}"
    whole = formulas.pattern.search(" " + speech.lower()) is not None
    assert formulas.found_in(speech) is whole


def test_an_invitation_behind_a_long_speech_is_found() -> None:
    assert wording.INVITES_FLOOR.found_in(FILLER * 9 + "Let's move on to a few next questions.")
    assert not wording.INVITES_FLOOR.found_in(FILLER * 9 + "It is a question of money.")
