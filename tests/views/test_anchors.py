"""Anchors: one string for a place, strictly read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scio_transcripts.views import Anchor, AnchorError
from scio_transcripts.views.anchors import hash_of
from strategies import any_character

DIGEST = "0123456789abcdef" * 2
GOOD = f"scio:1;t-1a2b3c4d;lin-dahai;p2;c15-80;sha256:{DIGEST}"


def test_an_anchor_is_read_as_it_was_written() -> None:
    anchor = Anchor.parse(f"  {GOOD}\n")
    assert str(anchor) == GOOD
    assert (anchor.turn, anchor.speaker, anchor.paragraph) == ("t-1a2b3c4d", "lin-dahai", 2)
    assert (anchor.start, anchor.end, anchor.hash) == (15, 80, DIGEST)


def test_a_speaker_who_is_not_named_is_a_dash() -> None:
    anchor = Anchor.parse(GOOD.replace("lin-dahai", "-"))
    assert anchor.speaker is None
    assert ";-;" in str(anchor)


ids = st.text(any_character, min_size=1, max_size=30)


@given(ids, ids | st.none(), st.integers(1, 999), st.integers(0, 999), st.integers(0, 999), st.text())
def test_any_anchor_returns_in_one_word_without_markup(
    turn: str, speaker: str | None, paragraph: int, start: int, length: int, words: str
) -> None:
    storable = turn.encode("utf-8", "replace").decode(), speaker and speaker.encode("utf-8", "replace").decode()
    anchor = Anchor(
        turn=storable[0],
        speaker=storable[1],
        paragraph=paragraph,
        start=start,
        end=start + length,
        hash=hash_of(words),
    )
    written = str(anchor)
    assert Anchor.parse(written) == anchor
    assert len(written.split()) == 1
    assert not set(written) & set("<>[]\"'\x1b\u202e")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it does not begin with 'scio:'"),
        ("We counted ninety.", "it does not begin with 'scio:'"),
        (GOOD.replace("scio:1", "scio:2"), "this program reads version 1, and it says '2'"),
        ("scio:1", "it has 0 parts after the version instead of 5"),
        (GOOD + ";x", "it has 6 parts after the version instead of 5"),
        (GOOD.replace("t-1a2b3c4d", ""), "'' is no id of a turn"),
        (GOOD.replace("lin-dahai", "lin dahai"), "'lin dahai' is no id of a speaker"),
        (GOOD.replace("lin-dahai", "lin%2ddahai"), "'lin%2ddahai' is no id of a speaker"),
        (GOOD.replace("p2", "p0"), "'p0' is no number of a paragraph, such as p2"),
        (GOOD.replace("c15-80", "c80-15"), "'c80-15' is no span of characters, such as c15-80"),
        (GOOD.replace("c15-80", "c015-80"), "'c015-80' is no span"),
        (GOOD.replace("c15-80", "c15-٨"), "'c15-٨' is no span"),
        (GOOD[:-1], "is no sha256: with 32 digits"),
        (GOOD.upper().replace("SCIO:", "scio:"), "'P2' is no number of a paragraph"),
        (GOOD.replace(DIGEST, DIGEST.upper()), "is no sha256: with 32 digits"),
        ("scio:1;" + "x" * 1_000_000, "parts after the version instead of 5"),
    ],
)
def test_what_is_no_anchor_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(AnchorError) as told:
        Anchor.parse(text)
    assert reason in str(told.value)
    assert str(told.value).endswith("an anchor is scio:1;TURN;SPEAKER;pN;cSTART-END;sha256:HASH")
    assert len(str(told.value)) < 400
