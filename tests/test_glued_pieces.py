"""Pieces of printed lines that might have been heads go back to the words before them, and to nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checks import assert_claimed, assert_evidenced, assert_ordered
from scio_transcripts import lex, parse

PIECES = (
    *(
        "Reuters:",
        "林大海：",
        "主持人",
        "Q ",
        "[10:05]",
        "2019-12-03 15:30",
        "(smiling)",
        "【顾云亮】",
        " · ",
        "| ",
        "\n",
        "\n\n",
    ),
    *(
        " ",
        "\t",
        "Thank you. ",
        "How many? ",
        "谢谢。",
        "请问为什么？",
        "文字实录如下：",
        "Mr. ",
        "Lin Dahai",
        "：",
        "鋼(gāng)",
        "\x00",
    ),
    *(
        "\u200b",
        "，，",
        "1、记者：",
        "《海港报》",
        "**Lin**",
        "记者问：",
        "发言人答：",
        "Kite Safety:",
        "we have goals ",
        "X" * 60,
    ),
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40).map("".join))
def test_words_in_pieces_are_claimed_once(text: str) -> None:
    document = parse(text)
    assert "".join(token.text for token in lex(text)) == text
    assert_claimed(document)
    assert_ordered(document)
    assert_evidenced(document)


def test_a_piece_behind_a_note_begins_a_paragraph() -> None:
    stamped = "【顾云亮】谢谢。 2019-12-03 15:30 (smiling) 主持人 记者问：。 发言人答： Reuters:”"
    text = f"Lin Dahai: We met. Reuters said so.\n\n{stamped}\n记者问：\n"
    assert_claimed(parse(text))
