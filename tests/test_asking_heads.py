"""Who asks by the words of a head: letters and words for nobody in particular ask or answer by what they mean."""

from __future__ import annotations

import pytest

from scio_transcripts.language.label import read_label
from scio_transcripts.lexer.form.bodies import EMPTY
from scio_transcripts.lexer.form.heads import Head
from scio_transcripts.lexer.form.signs import OWN_LINE, is_asker
from scio_transcripts.lexer.page.tokens import PLAIN


@pytest.mark.parametrize(
    ("label", "asks"),
    [
        ("Q", True),
        ("Audience Member", True),
        ("网友A", True),
        ("记者", True),
        ("A", False),
        ("Answer", False),
        ("答", False),
    ],
)
def test_a_nameless_head_asks_unless_its_words_answer(label: str, asks: bool) -> None:
    words = read_label(label)
    assert words.clues == ("anonymous",)
    assert is_asker(Head(0, PLAIN, OWN_LINE, words, False), EMPTY) is asks
