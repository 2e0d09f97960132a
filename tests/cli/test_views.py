"""`show --exchanges`, `people`, `shares`, `cite` and `verify`: for people and for programs."""

import json
from pathlib import Path

import pytest

from cli.conftest import Cli
from scio_transcripts.views import Anchor

HOSTILE = "Reuters\x1b[31m:\n\nWhy \x9b2J\u202e? [bold]x[/] Thank you.\n\nMei An:\n\nBecause \x1b]52;c;aGk=\x07.\n"


@pytest.fixture
def anchor(cli: Cli, page: str) -> str:
    return cli("cite", page, "6.2").out.splitlines()[-1].strip()


# --- show --exchanges ------------------------------------------------------------------------------


def test_exchanges_are_shown_with_their_answers(cli: Cli, page: str) -> None:
    result = cli("show", page, "--exchanges")
    assert result.status == 0
    assert "Exchange 10 ─" in result.out
    assert "I have two questions. First, more and more people read on their phones" in result.out
    assert "Good morning, friends from the press" not in result.out


def test_exchanges_are_chosen_and_unfolded(cli: Cli, page: str) -> None:
    folded = cli("show", page, "--exchanges", "--speaker", "reuters")
    full = cli("show", page, "--exchanges", "--full", "--speaker", "reuters")
    assert "more words" in folded.out
    assert "water is the one reader we never want to see." not in folded.out
    assert "water is the one reader we never want to see." in " ".join(full.out.replace("│", "").split())
    assert "Phoenix TV" not in folded.out


def test_exchanges_as_json_have_words_people_and_outlets(cli: Cli, page: str) -> None:
    rows = json.loads(cli("show", page, "--exchanges", "--format", "json").out)
    assert [row["index"] for row in rows] == list(range(11))
    assert rows[1]["asker"] == {"id": "reuters", "name": "Reuters"}
    assert rows[1]["outlet"]["country"] == "GB"
    assert rows[2]["answerers"][0]["name"] == "Le Anqi"
    assert rows[4]["questions"][1]["turns"] == [17]
    assert rows[0]["answers"][0]["paragraphs"][0]["text"].startswith("Thank you for asking the hard question")


@pytest.mark.parametrize("arguments", [["--format", "json"], ["--full"]])
def test_options_of_exchanges_need_exchanges(cli: Cli, page: str, arguments: list[str]) -> None:
    result = cli("show", page, *arguments)
    assert (result.status, result.out) == (2, "")
    assert "goes with --exchanges" in " ".join(result.err.split())


# --- people and shares -----------------------------------------------------------------------------


def test_people_are_listed_for_each_event(cli: Cli, page: str) -> None:
    Path("other.txt").write_text("SCIO briefing on reeds\n\nReuters:\n\nWhy? Thank you.\n\nMei An:\n\nThey bend.\n")
    result = cli("people", page, "other.txt")
    assert result.status == 0
    assert "Participants of SCIO press conference on national plan" in result.out
    assert "Participants of SCIO briefing on reeds" in result.out
    assert "● Mr. Pu Chengze  official · 5 turns" in result.out


def test_people_as_json_have_all_that_the_page_says(cli: Cli, page: str) -> None:
    [row] = json.loads(cli("people", page, "--format", "json").out)
    first = row["participants"][0]
    assert (row["file"], row["turns_not_named"]) == (page, 0)
    assert (first["name"], first["honorific"], first["role"], first["turns"]) == ("Qiao Yuanshan", "Mr.", "official", 5)
    assert first["positions"][0]["abbreviation"] == "NAPL"


def test_shares_are_drawn_and_counted(cli: Cli, page: str) -> None:
    assert "78.1%" in cli("shares", page).out
    [row] = json.loads(cli("shares", page, "--format", "json").out)
    assert row["total"] == {"turns": 36, "paragraphs": 69, "words": 3128, "characters": 13700}
    assert sum(part["words"] for part in row["participants"]) == 3128
    assert sum(part["words"] for part in row["roles"]) == 3128
    assert row["participants"][0]["participant"]["id"] == "qiao-yuanshan"


@pytest.mark.parametrize("command", ["people", "shares"])
def test_a_file_that_cannot_be_read_fails_and_does_not_stop_the_others(cli: Cli, page: str, command: str) -> None:
    for form in ("text", "json"):
        result = cli(command, "missing.txt", page, "--format", form)
        assert result.status == 1
        assert result.err.startswith("error: missing.txt: no such file")
        assert "Qiao Yuanshan" in result.out


# --- cite and verify -------------------------------------------------------------------------------


def test_a_citation_has_words_source_and_anchor(cli: Cli, page: str) -> None:
    result = cli("cite", page, "6.2")
    *_, anchor = result.out.splitlines()
    said = " ".join(result.out.split())
    assert result.status == 0
    assert said.startswith("“On location, we no longer begin with a map of land")
    assert "Qiao Yuanshan, administrator of the National Administration of Public Libraries (NAPL);" in said
    assert "Beijing, 2025-11-06; turn 6, paragraph 2" in said
    assert Anchor.parse(anchor).paragraph == 2


def test_a_whole_turn_is_cited_by_paragraphs_and_by_its_id(cli: Cli, page: str) -> None:
    rows = json.loads(cli("cite", page, "6", "--format", "json").out)
    assert [row["paragraph"] for row in rows] == [1, 2, 3]
    turn = Anchor.parse(rows[0]["anchor"]).turn
    assert json.loads(cli("cite", page, turn, "--format", "json").out) == rows


def test_some_words_are_cited(cli: Cli, page: str) -> None:
    [row] = json.loads(cli("cite", page, "6", "--words", "loans  tripled", "--style", "short", "--format", "json").out)
    assert row["words"] == "loans tripled"
    assert row["text"] == "Qiao Yuanshan, 2025-11-06, turn 6, paragraph 3"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["99"], "error: 99: there is no turn 99; the turns are numbered 0 to 35"),
        (["t-00000000"], "error: t-00000000: there is no turn t-00000000;"),
        (["6.0"], "error: 6.0: there is no paragraph 0; those of this turn are numbered 1 to 3"),
        (["6.4"], "error: 6.4: there is no paragraph 4;"),
        (["x\x1b[2J"], "error: 'x\\x1b[2J': this is no place; write TURN or TURN.PARAGRAPH, such as 6 or 6.2"),
        (["6", "--words", "boats"], "error: 6: the words 'boats' do not stand there;"),
        (["6", "--words", " "], "error: 6: the words ' ' do not stand there;"),
    ],
)
def test_what_cannot_be_cited_is_told_in_one_line(cli: Cli, page: str, arguments: list[str], words: str) -> None:
    result = cli("cite", page, *arguments)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(words)
    assert len(result.err.splitlines()) == 1


def test_an_anchor_is_found_again_also_in_html(cli: Cli, page: str, anchor: str) -> None:
    assert cli("verify", page, anchor).status == 0
    blocks = Path(page).read_text("utf-8").split("\n\n")
    Path("page.html").write_text("<html><body>" + "".join(f"<p>{block}</p>" for block in blocks) + "</body></html>")
    result = cli("verify", "page.html", anchor)
    assert (result.status, result.err) == (0, "")
    assert result.out.startswith("exact")


@pytest.mark.parametrize(
    ("arguments", "status", "verdict"),
    [
        (["a map of footsteps"], 0, "exact"),
        (["a map of\u00a0footsteps"], 0, "typography"),
        (["a map of footsteps", "--speaker", "Qiao Yuanshan"], 0, "exact"),
        (["a map of footsteps", "--speaker", "Reuters"], 1, "other-speaker"),
        (["We begin with the map of footsteps"], 1, "changed"),
        (["Purple elephants juggle marmalade"], 1, "missing"),
        (["a map of footsteps", "Purple elephants juggle marmalade"], 1, "exact"),
    ],
)
def test_the_status_says_whether_all_was_found(
    cli: Cli, page: str, arguments: list[str], status: int, verdict: str
) -> None:
    result = cli("verify", page, *arguments)
    assert (result.status, result.err) == (status, "")
    assert result.out.startswith(verdict)


def test_a_verdict_as_json_says_where_and_what_changed(cli: Cli, page: str) -> None:
    result = cli("verify", page, "rose by 5.3 percent in the first year", "--format", "json")
    [row] = json.loads(result.out)
    assert (result.status, row["status"], row["found"]) == (1, "changed", False)
    assert row["passages"][0]["speaker"]["name"] == "Qiao Yuanshan"
    assert {"kind": "removed", "words": "5.3"} in row["edits"]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("scio:1;t-00000000", "error: 'scio:1;t-00000000' is no anchor: it has 1 parts after the version"),
        ("scio:9\x1b;", "error: 'scio:9\\x1b;' is no anchor: this program reads version 1"),
        (" ", "error: there are no words to look for"),
    ],
)
def test_what_cannot_be_verified_is_told_in_one_line(cli: Cli, page: str, asked: str, words: str) -> None:
    result = cli("verify", page, asked)
    assert (result.status, result.out) == (2, "")
    assert result.err.startswith(words)
    assert len(result.err.splitlines()) == 1


# --- any of them -----------------------------------------------------------------------------------

VIEWS = [
    ["show", "-", "--exchanges"],
    ["people", "-"],
    ["shares", "-"],
    ["cite", "-", "0"],
    ["verify", "-", "Why? Thank you."],
]


@pytest.mark.parametrize("command", VIEWS)
def test_a_hostile_page_cannot_steer_the_terminal(cli: Cli, command: list[str]) -> None:
    result = cli(*command, stdin=HOSTILE.encode())
    assert result.status in (0, 1)
    assert result.out
    assert not {"\x1b", "\x9b", "\u202e", "\x07"} & set(result.out + result.err)


@pytest.mark.parametrize("command", VIEWS)
def test_json_is_json_whatever_the_page_holds(cli: Cli, command: list[str]) -> None:
    rows = json.loads(cli(*command, "--format", "json", stdin=HOSTILE.encode()).out)
    assert isinstance(rows, list)


@pytest.mark.parametrize("command", VIEWS)
def test_an_empty_page_raises_nothing(cli: Cli, command: list[str]) -> None:
    result = cli(*command, stdin=b"")
    assert "Traceback" not in result.err
    assert result.status == {"cite": 2, "verify": 1}.get(command[0], 0)


@pytest.mark.parametrize("command", VIEWS)
def test_a_missing_file_is_told(cli: Cli, command: list[str]) -> None:
    result = cli(*("missing.txt" if part == "-" else part for part in command))
    assert (result.status, result.out) == (1, "")
    assert result.err.startswith("error: missing.txt: no such file; check the spelling")


@pytest.mark.parametrize("command", ["show", "people", "shares"])
def test_pages_are_joined_or_kept_apart_as_the_user_says(cli: Cli, tmp_path: Path, command: str) -> None:
    assert cli("demo", "-o", tmp_path / "samples").status == 0
    pages = sorted((tmp_path / "samples" / "event").iterdir())
    together, apart = cli(command, *pages, "--join"), cli(command, *pages, "--no-join")
    assert together.status == apart.status == 0
    title = "dark skies and quiet nights"
    assert together.out.count(title) == 1
    assert apart.out.count(title) > 1
