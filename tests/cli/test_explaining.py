"""`parse --explain` and `tokens --why`: how a page was read, for people and for programs."""

import json
from pathlib import Path

import pytest

from cli.conftest import Cli
from scio_transcripts import why

GLUED = "路透社记者：渡轮何时恢复？谢谢。林大海：谢谢你的提问。渡轮五月恢复，请大家放心。路透社记者：夜间呢？谢谢。\n"


def rows_of(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def said(out: str) -> str:
    return " ".join(out.split())


def test_every_head_and_every_turn_is_explained(cli: Cli, page: str) -> None:
    result = cli("parse", page, "--explain")
    found = why(Path(page).read_text("utf-8"))
    assert (result.status, result.err) == (0, "")
    assert all(f"turn {turn.index} " in result.out for turn in found.turns)
    assert said(result.out).count("opens no turn: ") == sum(not head.opens for head in found.heads)
    assert "begins a line, colon, own line 47 0 0.98 opens turns" in said(result.out)


def test_a_turn_says_its_clues_its_sum_and_how_role_and_speaker_came(cli: Cli, page: str) -> None:
    out = said(cli("parse", page, "--explain", "--turn", "7").out)
    assert "turn 7 13 Reuters opens a turn: its words and speech are enough" in out
    assert "begins a line, colon, own line (the page's form)" in out
    assert "outlet +5: the words name a known outlet" in out
    assert "reporter, by the outlet in the label; Reuters, named in a label" in out
    assert "turn 8" not in out


def test_rows_for_programs_say_the_same(cli: Cli, page: str) -> None:
    rows = rows_of(cli("parse", page, "--explain", "--format", "jsonl").out)
    found = why(Path(page).read_text("utf-8"))
    heads = [row for row in rows if row["what"] == "head"]
    assert [row["what"] for row in rows] == sorted(
        [str(row["what"]) for row in rows], key=["signature", "head", "turn"].index
    )
    assert [(row["label"], row["opens"], row["turn"]) for row in heads] == [
        (head.label, head.opens, head.turn) for head in found.heads
    ]
    assert [row["basis"] for row in rows if row["what"] == "turn"] == [turn.basis or None for turn in found.turns]
    for row in heads:
        assert row["sum"] == pytest.approx(sum(clue["weight"] for clue in row["clues"]), abs=0.01)  # type: ignore[attr-defined]


def test_rows_go_to_a_file(cli: Cli, page: str) -> None:
    shown = cli("parse", page, "--explain", "--format", "jsonl").out
    assert cli("parse", page, "--explain", "--format", "jsonl", "-o", "why.jsonl").status == 0
    assert Path("why.jsonl").read_text("utf-8") == shown


def test_a_line_that_lost_says_why(cli: Cli, page: str) -> None:
    out = said(cli("parse", page, "--explain", "--line", "76").out)
    assert "opens no turn: its words are nobody's who speaks (salutation)" in out
    assert "salutation -9: the words greet somebody" in out
    assert "; 4 are needed" in out


def test_a_line_on_which_nothing_could_open_a_turn_says_where_it_went(cli: Cli, page: str) -> None:
    lines = Path(page).read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, 1) if line.startswith("Good morning"))
    (row,) = [
        row
        for row in rows_of(cli("parse", page, "--explain", "--line", str(number), "--format", "jsonl").out)
        if row["what"] != "signature"
    ]
    assert (row["what"], row["looks"], row["place"], row["in"]) == ("line", "text", "turn", "0")
    assert "it is speech of turn 0" in said(cli("parse", page, "--explain", "--line", str(number)).out)


def test_words_find_their_lines_in_any_letters(cli: Cli, page: str) -> None:
    result = cli("parse", page, "--explain", "--find", "THE  straits times")
    assert result.status == 0
    assert said(result.out).count("The Straits Times opens a turn") == 2


def test_words_that_stand_nowhere_are_told(cli: Cli, page: str) -> None:
    result = cli("parse", page, "--explain", "--find", "lighthouse keeper")
    assert (result.status, result.out) == (1, "")
    assert result.err == "Nothing found: no line has the words 'lighthouse keeper'\n"


def test_several_heads_on_one_printed_line_have_their_columns(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "glued.txt").write_text(GLUED, "utf-8")
    rows = rows_of(cli("parse", tmp_path / "glued.txt", "--explain", "--line", "1", "--format", "jsonl").out)
    heads = [(row["column"], row["label"]) for row in rows if row["what"] == "head"]
    assert heads == [(1, "路透社记者"), (17, "林大海"), (41, "路透社记者")]


def test_pages_of_one_event_are_explained_together_each_with_its_lines(cli: Cli, samples: Path) -> None:
    rows = rows_of(cli("parse", samples / "event", "--explain", "--format", "jsonl").out)
    turns = [row for row in rows if row["what"] == "turn"]
    assert [row["turn"] for row in turns] == list(range(len(turns)))
    assert len({row["file"] for row in turns}) == 4
    assert all(str(row["file"]) in cli("parse", samples / "event", "--explain").out for row in turns)


def test_tokens_say_why_without_speakers(cli: Cli, page: str) -> None:
    rows = rows_of(cli("tokens", page, "--why", "--format", "jsonl").out)
    whole = rows_of(cli("parse", page, "--explain", "--format", "jsonl").out)
    assert rows == [row for row in whole if row["what"] != "turn"]
    assert "by the outlet in the label" not in said(cli("tokens", page, "--why", "--find", "reuters").out)


@pytest.mark.parametrize("form", [[], ["--format", "jsonl"]])
def test_what_steers_a_terminal_is_written_out(cli: Cli, tmp_path: Path, form: list[str]) -> None:
    (tmp_path / "odd.txt").write_text("Reuters:\n\nWhy?\n\n[red]Lin\x1b[2J\u202e\x9b:\n\nThank you.\n", "utf-8")
    result = cli("parse", tmp_path / "odd.txt", "--explain", *form)
    assert result.status == 0
    assert "\x1b" not in result.out
    if not form:
        assert not {"\x9b", "\u202e"} & set(result.out)


def test_a_page_without_a_line_has_nothing_to_explain(cli: Cli) -> None:
    result = cli("parse", "-", "--explain", "--format", "jsonl", stdin=b"")
    assert (result.status, result.out) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--line", "3"], "--line: goes with --explain"),
        (["--find", "x"], "--find: goes with --explain"),
        (["--explain", "--line", "3", "--turn", "1"], "--line and --turn: each names what to explain; leave one out"),
        (["--explain", "--find", " "], "--find: needs words"),
        (["--explain", "--format", "json"], "--format: --explain writes text, or rows with jsonl"),
        (["--explain", "-o", "why.txt"], "--output: --explain writes files with --format jsonl only"),
        (["--explain", "--strict"], "--strict: says nothing of explanations; leave it or --explain out"),
        (["--explain", "--indent", "2"], "--indent: says nothing of explanations; leave it or --explain out"),
        (["--explain", "--turn", "99"], "--turn: there is no turn 99: the turns are numbered 0 to 35"),
        (["--explain", "--line", "2"], "--line: line 2 of page.txt is blank"),
        (["--explain", "--line", "9999"], "--line: line 9999 of page.txt is not there; the last that is not blank is "),
        (["--explain", "--line", "0"], "--line: must be at least 1"),
    ],
)
def test_what_does_not_go_together_is_refused_in_one_line(
    cli: Cli, page: str, arguments: list[str], words: str
) -> None:
    result = cli("parse", page, *arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(f"error: {words}")


def test_a_line_or_a_turn_counts_in_one_event(cli: Cli, page: str) -> None:
    Path("other.txt").write_text(GLUED, "utf-8")
    result = cli("parse", page, "other.txt", "--explain", "--no-join", "--line", "1")
    assert result.status == 2
    assert "--line: counts in one event, and these are 2" in result.err


def test_a_corpus_is_refused(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "corpus.json").write_text("{}")
    result = cli("parse", tmp_path, "--explain")
    assert result.status == 2
    assert "a corpus holds what was read, not why; name the pages" in result.err


def test_a_file_that_is_not_there_does_not_stop_the_others(cli: Cli, page: str) -> None:
    result = cli("parse", "nothing.txt", page, "--explain", "--turn", "0")
    assert result.status == 1
    assert "nothing.txt: no such file" in result.err
    assert "turn 0" in result.out


def test_tokens_refuse_a_line_without_why(cli: Cli, page: str) -> None:
    assert "--line: goes with --why" in cli("tokens", page, "--line", "3").err
