"""The shapes of names in Chinese characters: which words are one, where one ends, and as what a person is known."""

from __future__ import annotations

import pytest

from scio_transcripts.registry.han import is_han_name, name_length, plain_name, split_post


@pytest.mark.parametrize(
    "words",
    [
        "阮柏青",
        "司徒云",
        "歐陽云青",
        "陳方雲青",
        "叶刘云青",
        "阮　明",
        "阮 明",
        "阮\xa0明",
        "阮 柏 青",
        "丹妮·维拉",
        "阿米尔．热西提",
        "阮柏(bó)青",
    ],
)
def test_a_name_of_any_of_these_shapes_is_a_name(words: str) -> None:
    assert is_han_name(words)


@pytest.mark.parametrize(
    "words",
    [
        "谢谢",
        "黄金时代",
        "方向明确",
        "高于去年",
        "江河湖泊",
        "黄石市长",
        "丹妮·维拉介绍有关情况",
        "丹妮·维拉将于明日",
        "堤 防",
        "阮 柏 青 云",
    ],
)
def test_words_that_only_begin_as_a_name_does_are_none(words: str) -> None:
    assert not is_han_name(words)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("阮　明", "阮明"),
        ("阮 明", "阮明"),
        ("阮 柏 青", "阮柏青"),
        ("阮柏(bó)青", "阮柏青"),
        ("阮柏（bó）青", "阮柏青"),
        ("堤防局局长阮　明", "堤防局局长阮明"),
        ("阮　明 堤防局局长", "阮明 堤防局局长"),
        ("丹妮·维拉", "丹妮·维拉"),
        ("阮柏青(右)", "阮柏青(右)"),
        ("堤防局 阮柏青", "堤防局 阮柏青"),
    ],
)
def test_blanks_and_injected_pinyin_are_no_part_of_the_name(words: str, name: str) -> None:
    assert plain_name(words) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("丹妮·维拉介绍有关情况", "丹妮·维拉"),
        ("丹妮·维拉将于明日", "丹妮·维拉"),
        ("丹妮·维拉主席", "丹妮·维拉"),
        ("丹妮·维拉和阮柏青", "丹妮·维拉"),
        ("丹妮·维拉", "丹妮·维拉"),
        ("阮柏青介绍", "阮柏青"),
        ("阮柏青资深大律师", "阮柏青"),
        ("阮柏就堤防答问", "阮柏"),
        ("阮　明、", "阮　明"),
        ("陳方雲青今日", "陳方雲青"),
        ("和志青介绍", "和志青"),
        ("堤防建设", ""),
        ("和堤防及水坝局局长", ""),
        ("和阮柏青介绍", ""),
    ],
)
def test_a_name_is_the_piece_that_a_word_of_the_sentence_follows(words: str, name: str) -> None:
    assert words[: name_length(words)] == name


@pytest.mark.parametrize(
    ("label", "post", "name"),
    [
        ("堤防区主席丹妮·维拉", "堤防区主席", "丹妮·维拉"),
        ("堤防区主席 丹妮·维拉", "堤防区主席", "丹妮·维拉"),
        ("丹妮·维拉主席", "主席", "丹妮·维拉"),
        ("堤防局局长阮　明", "堤防局局长", "阮明"),
        ("堤防局局长 阮 明", "堤防局局长", "阮明"),
        ("阮　明 堤防局局长", "堤防局局长", "阮明"),
        ("堤防局局长陳方雲青", "堤防局局长", "陳方雲青"),
        ("堤防局局长阮柏(bó)青", "堤防局局长", "阮柏青"),
        ("堤防局局长、发言人阮柏青", "堤防局局长、发言人", "阮柏青"),
        ("阮局長柏青", "局長", "阮柏青"),
        ("阮秘書長青", "秘書長", "阮青"),
        ("歐陽副局長青", "副局長", "歐陽青"),
    ],
)
def test_a_post_and_a_name_of_any_shape_are_told_apart(label: str, post: str, name: str) -> None:
    assert split_post(label) == (post, name)


def test_a_title_of_courtesy_is_no_part_of_a_short_name() -> None:
    assert not is_han_name("林文先生")
    assert not is_han_name("高江女士")
