"""Where labels stand: found by their words and the speech behind them, all or none."""

from __future__ import annotations

from .heads import find_heads


def test_labels_are_found_on_the_line_and_above_the_speech() -> None:
    text = "Lan Qiushi: Good morning.\n\n  CGTN:\n\nWhat comes next?"
    first, second = find_heads(text, [("Lan Qiushi", "Good morning."), ("CGTN", "What comes")], html=False)
    assert text[first.start : first.end] == "Lan Qiushi"
    assert text[first.body :].startswith("Good morning")
    assert text[second.line : second.start] == "  "
    assert text[second.body :] == "What comes next?"


def test_the_label_nearest_to_the_speech_is_meant() -> None:
    text = "Lan Qiushi, director\n\nLan Qiushi: Good morning."
    (head,) = find_heads(text, [("Lan Qiushi", "Good morning")], html=False)
    assert head.start == text.rindex("Lan Qiushi")


def test_one_label_that_is_not_found_leaves_none() -> None:
    assert find_heads("Lan Qiushi: Good morning.", [("Lan Qiushi", "Good"), ("CGTN", "What")], html=False) == ()


def test_turns_without_a_label_have_no_head_but_keep_their_number() -> None:
    (head,) = find_heads("All is well.\n\nCGTN: What?", [(None, "All is"), ("CGTN", "What?")], html=False)
    assert head.turn == 1


def test_a_label_of_several_lines_is_found_over_them() -> None:
    text = "国家灯彩局局长\n秦星野\n\n大家好。"
    (head,) = find_heads(text, [("国家灯彩局局长 / 秦星野", "大家好")], html=False)
    assert text[head.start : head.end] == "国家灯彩局局长\n秦星野"


def test_in_html_tags_and_entities_lie_between_and_the_block_is_known() -> None:
    text = '<div><p class="x"><b>Lantern &amp; Lock:</b></p>\n<p>We&#39;d ask.</p></div>'
    (head,) = find_heads(text, [("Lantern & Lock", "We'd ask")], html=True)
    assert text[head.start : head.end] == "Lantern &amp; Lock"
    assert text[head.block :].startswith('<p class="x">')
    assert text[head.line :].startswith("<b>")


def test_in_html_a_line_may_begin_behind_a_break() -> None:
    text = "<p>All is well.<br/>CGTN: What?</p>"
    (head,) = find_heads(text, [("CGTN", "What?")], html=True)
    assert text[head.block :].startswith("CGTN")
